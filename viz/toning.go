package viz

import (
	"math"

	"convtutor/viz/canvas"
)

// Toning is what becomes of one pixel's number, sum by sum: each number with
// the grey that it is, and its place on the scale from 0 to 255.
type Toning struct {
	stages []toningStage
}

// ToneSum is one thing done to a number: '+', '-' or '×' another number.
type ToneSum struct {
	Sign string
	By   float64
}

// toningStage is a number on the way: what has been done to get there, and what
// is said of it.
type toningStage struct {
	label Words
	value float64
	says  Words
}

// NewToning works a pixel's number out; cut says that 0 to 255 is all that can
// be kept.
func NewToning(value float64, sums []ToneSum, cut bool) *Toning {
	t := &Toning{[]toningStage{{Words{Key: "steps.tone.pixel"}, value, Words{Key: "steps.tone.begin", Args: Args{"n": Number(value)}}}}}
	for _, s := range sums {
		text := factor(value) + " " + s.Sign + " " + factor(s.By)
		switch s.Sign {
		case "×":
			value = float64(value * s.By)
		case "-":
			value -= s.By
		default:
			value += s.By
		}
		label := Words{Key: "steps.text", Args: Args{"text": s.Sign + " " + factor(s.By)}}
		t.stages = append(t.stages, toningStage{label, value, Words{Key: "steps.tone.sum", Args: Args{"sum": text + " = " + Number(value)}}})
	}
	kept, key := value, "steps.tone.uncut"
	if cut {
		kept, key = min(max(value, 0), 255), "steps.tone.stays"
	}
	if kept != value {
		key = "steps.tone.cut"
	}
	t.stages = append(t.stages, toningStage{
		Words{Key: "steps.tone.kept"}, kept, Words{Key: key, Args: Args{"raw": Number(value), "n": Number(kept)}},
	})
	return t
}

// Value is the number in the end.
func (t *Toning) Value() float64 { return t.stages[len(t.stages)-1].value }

// Steps counts the numbers on the way.
func (t *Toning) Steps() int { return len(t.stages) }

// Words says step i.
func (t *Toning) Words(i int) Words { return t.stages[i].says }

// Places of the picture: how high a number's grey is, and how wide at most.
const (
	toningHigh = 3
	toningMost = 15
	toningGap  = 3
)

// MinSize is the least area in which all numbers stand side by side.
func (t *Toning) MinSize() (w, h int) { return 12 * len(t.stages), 11 }

// Draw draws the numbers up to step i, the last one marked, and all of them on
// the scale.
func (t *Toning) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	each := min(f.Area.W/len(t.stages), toningMost)
	for k, s := range t.stages {
		t.drawStage(p, canvas.Rect{X: k * each, Y: 1, W: each - toningGap, H: toningHigh}, f.Say(s.label), k, i)
	}
	t.drawScale(p, toningHigh+2, i, f.Area.W)
	role, x, y := canvas.RoleText, 0, toningHigh+7
	if i == len(t.stages)-1 {
		role = canvas.RoleOutputTitle
		x = p.Text(0, y, canvas.RoleOutputMark, "▸ ")
	}
	p.Lines(x, y, canvas.Wrap(canvas.Markup(f.Say(t.Words(i)), role), f.Area.W-x))
}

// drawStage draws number k in its grey, with what led to it above and an arrow
// from the one before.
func (t *Toning) drawStage(p canvas.Part, box canvas.Rect, label string, k, now int) {
	title, text, role := canvas.RoleInputTitle, "?", canvas.RoleOutputLater
	switch {
	case k > now:
		title = canvas.RoleFaint
	case k == now && k > 0:
		title = canvas.RoleProductNow
	case k > 0:
		title = canvas.RoleDim
	}
	p.Text(box.X, 0, title, label)
	if k <= now {
		role, text = canvas.RoleInput, sign(t.stages[k].value, Short(t.stages[k].value, box.W-4))
	}
	p.Fill(box, role)
	p.TextMiddle(box.X, box.Y+1, box.W, role, text)
	if k > now {
		return
	}
	back := (&signedMap{}).colour(t.stages[k].value)
	p.Paint(box, canvas.Readable(back), back)
	if k > 0 {
		p.Text(box.X-2, box.Y+1, canvas.RoleDim, "→")
	}
	if k == now {
		for y := box.Y; y < box.Y+box.H; y++ {
			p.Text(box.X, y, canvas.RoleMark, "▌")
			p.Text(box.X+box.W-1, y, canvas.RoleMark, "▐")
		}
	}
}

// drawScale draws where the numbers up to step i lie: from 0 to 255 a solid
// line, beyond a dotted one; the last number is full, the one before hollow.
func (t *Toning) drawScale(p canvas.Part, y, i, w int) {
	low, high := 0.0, 255.0
	for _, s := range t.stages {
		low, high = min(low, s.value), max(high, s.value)
	}
	width := min(w, len(t.stages)*toningMost) - 8
	column := func(v float64) int { return 4 + int(math.Round((v-low)/(high-low)*float64(width-1))) }
	for x := range width {
		glyph := "┈"
		if 4+x >= column(0) && 4+x <= column(255) {
			glyph = "─"
		}
		p.Text(4+x, y+1, canvas.RoleRule, glyph)
	}
	for _, end := range []float64{0, 255} {
		p.Text(column(end), y+1, canvas.RoleDim, "┼")
		p.TextMiddle(column(end)-1, y+2, 3, canvas.RoleDim, Number(end))
	}
	now := t.stages[i].value
	if i > 0 {
		before := t.stages[i-1].value
		for x := min(column(before), column(now)); x <= max(column(before), column(now)); x++ {
			p.Text(x, y+1, canvas.RoleProductTitle, "━")
		}
		p.Text(column(before), y+1, canvas.RoleProductTitle, "○")
	}
	p.Text(column(now), y+1, canvas.RoleMark, "●")
	text := Short(now, maxNumber)
	p.TextMiddle(column(now)-3, y, 7, canvas.RoleMark, text)
}
