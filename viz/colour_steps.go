package viz

import (
	"math"
	"strconv"

	"convtutor/viz/canvas"
)

// ColourSteps works one number of a colour out, step by step: its value V, its
// grey or its saturation, beside red, green and blue.
type ColourSteps struct {
	rgb   [3]int
	steps []colourStep
}

// colourStep is what one step adds: something beside a channel, or below all.
type colourStep struct {
	channel int    // -1 below them all
	beside  string // arithmetic or a mark
	word    Words  // or words
	best    int    // the largest channel so far, counted from 1; 0 where none is looked for
	grey    int    // of the swatch that shows the result, -1 for none
	says    Words
}

// ColourAsks are the numbers that can be worked out.
const (
	AskLargest    = "largest"
	AskGrey       = "grey"
	AskSaturation = "saturation"
)

// channelLetters name the channels in their order.
var channelLetters = [3]string{"R", "G", "B"}

// NewColourSteps works out what is asked of a colour; ok is false for a number
// that it does not know.
func NewColourSteps(red, green, blue uint8, ask string) (c *ColourSteps, ok bool) {
	c = &ColourSteps{rgb: [3]int{int(red), int(green), int(blue)}}
	c.steps = []colourStep{{channel: -1, grey: -1, says: Words{Key: "steps.colour.begin-" + ask, Args: Args{"r": c.rgb[0], "g": c.rgb[1], "b": c.rgb[2]}}}}
	switch ask {
	case AskLargest:
		c.findLargest()
	case AskGrey:
		c.weigh()
	case AskSaturation:
		c.saturate()
	default:
		return nil, false
	}
	return c, true
}

func (c *ColourSteps) add(s colourStep) { c.steps = append(c.steps, s) }

// findLargest looks at the channels in turn.
func (c *ColourSteps) findLargest() {
	most := 0
	for k, v := range c.rgb {
		step := colourStep{channel: k, grey: -1, says: Words{Key: "steps.colour.first"}}
		if k > 0 {
			step.beside, step.says.Key = compared(v, c.rgb[most]), "steps.colour.not-larger"
		}
		args := Args{"letter": channelLetters[k], "n": v, "most": c.rgb[most]}
		if v > c.rgb[most] {
			most, step.says.Key = k, "steps.colour.larger"
		}
		step.says.Args, step.best = args, most+1
		c.add(step)
	}
	_, _, value := HSV(uint8(c.rgb[0]), uint8(c.rgb[1]), uint8(c.rgb[2]))
	n := Number(math.Round(255 * value))
	c.add(colourStep{
		channel: -1, grey: -1, best: most + 1, beside: "V = max(" + c.list(", ") + ") = " + n,
		says: Words{Key: "steps.colour.largest", Args: Args{"n": n}},
	})
}

// compared writes which of two numbers is larger.
func compared(a, b int) string {
	between := " = "
	switch {
	case a > b:
		between = " > "
	case a < b:
		between = " < "
	}
	return strconv.Itoa(a) + between + strconv.Itoa(b)
}

// list writes the three numbers.
func (c *ColourSteps) list(between string) string {
	return strconv.Itoa(c.rgb[0]) + between + strconv.Itoa(c.rgb[1]) + between + strconv.Itoa(c.rgb[2])
}

// greyWeights are what red, green and blue count in grey, in thousandths
// (ITU-R BT.601).
var greyWeights = [3]int{299, 587, 114}

// weigh takes the products of grey one by one, then their sum, then rounds.
func (c *ColourSteps) weigh() {
	sum, text := 0, ""
	for k, v := range c.rgb {
		product := greyWeights[k] * v
		sum += product
		if k > 0 {
			text += " + "
		}
		text += thousandths(product)
		line := thousandths(greyWeights[k]) + "×" + strconv.Itoa(v) + " = " + thousandths(product)
		c.add(colourStep{channel: k, grey: -1, beside: line, says: Words{
			Key: "steps.colour.product", Args: Args{"letter": channelLetters[k], "sum": line},
		}})
	}
	text += " = " + thousandths(sum)
	c.add(colourStep{channel: -1, grey: -1, beside: text, says: Words{Key: "steps.colour.sum", Args: Args{"sum": text}}})
	grey := (&Picture{W: 1, H: 1, pixels: []canvas.RGB{c.colour()}}).GreyAt(0, 0)
	key, equal := "steps.colour.rounded", " ≈ "
	if 1000*grey == sum {
		key, equal = "steps.colour.whole", " = "
	}
	c.add(colourStep{channel: -1, beside: thousandths(sum) + equal + strconv.Itoa(grey), grey: grey, says: Words{
		Key: key, Args: Args{"sum": thousandths(sum), "n": grey},
	}})
}

// thousandths writes so many of them as a decimal.
func thousandths(n int) string { return Number(float64(n) / 1000) }

// saturate finds the largest and the smallest, how far they lie apart, and how
// much of the largest that is.
func (c *ColourSteps) saturate() {
	most, least := 0, 0
	for k, v := range c.rgb {
		if v > c.rgb[most] {
			most = k
		}
		if v <= c.rgb[least] {
			least = k
		}
	}
	args := Args{"letter": channelLetters[most], "n": c.rgb[most]}
	c.add(colourStep{channel: most, grey: -1, word: Words{Key: "steps.colour.is-largest"}, says: Words{Key: "steps.colour.most", Args: args}})
	args = Args{"letter": channelLetters[least], "n": c.rgb[least]}
	c.add(colourStep{channel: least, grey: -1, word: Words{Key: "steps.colour.is-smallest"}, says: Words{Key: "steps.colour.least", Args: args}})
	spread := c.rgb[most] - c.rgb[least]
	text := strconv.Itoa(c.rgb[most]) + " - " + strconv.Itoa(c.rgb[least]) + " = " + strconv.Itoa(spread)
	c.add(colourStep{channel: -1, grey: -1, beside: text, says: Words{Key: "steps.colour.spread", Args: Args{"sum": text}}})
	_, s, _ := HSV(uint8(c.rgb[0]), uint8(c.rgb[1]), uint8(c.rgb[2]))
	n, equal := Number(math.Round(100*s)), " ≈ "
	if 100*spread == c.rgb[most]*int(math.Round(100*s)) {
		equal = " = "
	}
	text = strconv.Itoa(spread) + "/" + strconv.Itoa(max(c.rgb[most], 1)) + equal + n + "%"
	c.add(colourStep{channel: -1, grey: -1, beside: text, says: Words{Key: "steps.colour.saturation", Args: Args{"sum": text, "n": n}}})
}

func (c *ColourSteps) colour() canvas.RGB {
	return canvas.Color(uint8(c.rgb[0]), uint8(c.rgb[1]), uint8(c.rgb[2]))
}

// Steps is what there is to see before and at each step.
func (c *ColourSteps) Steps() int { return len(c.steps) }

// Words says step i.
func (c *ColourSteps) Words(i int) Words { return c.steps[i].says }

// Places of the picture.
const (
	colourBars  = 15 // the column where the bars begin
	colourBar   = 26 // columns of 255
	colourRight = colourBars + colourBar + 2
	colourBelow = 9 // the row of what is below all channels
)

// MinSize is the least area in which a step can be followed.
func (c *ColourSteps) MinSize() (w, h int) { return 70, colourBelow + 4 }

// Draw draws the colour, its channels as bars, and what is known at step i.
func (c *ColourSteps) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	x := p.Text(0, 0, canvas.RoleInputTitle, f.Say(Words{Key: "steps.colour.pixel"}))
	drawSwatch(p.Part(canvas.Rect{X: x + 2, W: 6, H: 1}), c.colour())
	for k := range c.rgb {
		c.drawChannel(p, k, 2+2*k, c.steps[i].channel == k)
	}
	x = 0
	for n, s := range c.steps[:i+1] {
		role := canvas.RoleProduct
		if n == i {
			role = canvas.RoleProductNow
		}
		text := s.beside
		if text == "" && s.word.Key != "" {
			text = f.Say(s.word)
		}
		if s.channel >= 0 {
			p.Text(colourRight, 2+2*s.channel, role, text)
			continue
		}
		if text == "" {
			continue
		}
		if s.grey >= 0 {
			g := uint8(s.grey)
			drawSwatch(p.Part(canvas.Rect{X: x, Y: colourBelow - 1, W: 6, H: 1}), canvas.Color(g, g, g))
			x += 8
		}
		x = p.Text(x, colourBelow-1, role, text) + 4
	}
	if best := c.steps[i].best - 1; best >= 0 {
		p.Text(colourRight+11, 2+2*best, canvas.RoleOutputTitle, "◂ "+f.Say(Words{Key: "steps.colour.largest-so-far"}))
	}
	role, x, y := canvas.RoleText, 0, colourBelow+1
	if i == len(c.steps)-1 {
		role = canvas.RoleOutputTitle
		x = p.Text(0, y, canvas.RoleOutputMark, "▸ ")
	}
	p.Lines(x, y, canvas.Wrap(canvas.Markup(f.Say(c.Words(i)), role), f.Area.W-x))
}

// drawChannel draws a channel's number in its own colour, and as a bar.
func (c *ColourSteps) drawChannel(p canvas.Part, k, y int, now bool) {
	var own [3]uint8
	own[k] = uint8(c.rgb[k])
	role, mark := canvas.RoleText, canvas.RoleTrackDone
	if now {
		role, mark = canvas.RoleMark, canvas.RoleMark
		p.Text(0, y, canvas.RoleMark, "▸")
	}
	p.Text(2, y, canvas.RoleInputTitle, channelLetters[k])
	drawSwatch(p.Part(canvas.Rect{X: 4, Y: y, W: 6, H: 1}), canvas.Color(own[0], own[1], own[2]))
	p.TextRight(colourBars-1, y, role, strconv.Itoa(c.rgb[k]))
	for x := range colourBar {
		glyph, bar := "─", canvas.RoleTrack
		if x < (c.rgb[k]*colourBar+254)/255 {
			glyph, bar = "━", mark
		}
		p.Text(colourBars+x, y, bar, glyph)
	}
}
