package viz

import (
	"math"
	"strconv"
	"strings"

	"convtutor/viz/canvas"
)

// captioned are the sentences of an animation, one a step, that stand below its
// picture; the last one may say what all has led to.
type captioned struct {
	said  []Words
	ended bool
	rows  int // of the picture
}

// Rows that most pictures with a caption have, and rows of the caption; a row of
// air is between.
const (
	captionedRows = 10
	captionRows   = 3
	captionedWide = 76
)

// end adds what all has led to, where that is to be said.
func (c *captioned) end(ending Words) {
	if c.ended = ending.Key != ""; c.ended {
		c.said = append(c.said, ending)
	}
}

// Steps is the number of sentences.
func (c *captioned) Steps() int { return len(c.said) }

// Words says step i.
func (c *captioned) Words(i int) Words { return c.said[i] }

// MinSize is room for the picture and three lines.
func (c *captioned) MinSize() (w, h int) { return captionedWide, c.rows + 1 + captionRows }

// at is the step to draw: while something is asked, the one before.
func (c *captioned) at(i int, f Frame) int {
	if f.Hide {
		return max(i-1, 0)
	}
	return i
}

// caption writes the sentence of step i below the picture, and gives the room
// above.
func (c *captioned) caption(i int, f Frame) canvas.Part {
	p := f.Grid.Part(f.Area)
	role := canvas.RoleText
	if c.ended && i == len(c.said)-1 {
		role = canvas.RoleOutputTitle
		p.Text(0, c.rows+1, canvas.RoleOutputMark, "▸")
	}
	p.Lines(2, c.rows+1, canvas.Wrap(canvas.Markup(f.Say(c.said[i]), role), f.Area.W-2))
	return p.Part(canvas.Rect{W: f.Area.W, H: c.rows})
}

// Rounded writes a number to so many decimals, without a sign before 0.
func Rounded(v float64, decimals int) string {
	unit := math.Pow10(decimals)
	v = math.Round(v*unit) / unit
	if v == 0 {
		v = 0 // no -0
	}
	return strconv.FormatFloat(v, 'f', decimals, 64)
}

// equals writes a result with its sign: "= 0.75", "≈ 0.667".
func equals(v float64, decimals int) string {
	unit := math.Pow10(decimals)
	if math.Abs(v*unit-math.Round(v*unit)) < 1e-9 {
		return "= " + Number(math.Round(v*unit)/unit)
	}
	return "≈ " + Rounded(v, decimals)
}

// summed writes numbers to three decimals as a sum: "-0.105 + (-0.223)".
func summed(list []float64) string {
	parts := make([]string, len(list))
	for i, v := range list {
		if parts[i] = Rounded(v, 3); i > 0 && strings.HasPrefix(parts[i], "-") {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, " + ")
}

// bar draws a bar of v out of most from (x, y), as wide as wide for most, and
// gives the column after it. What is more than 0 takes one column at least.
func bar(p canvas.Part, x, y, wide int, v, most float64, role canvas.Role, glyph string) int {
	n := 0
	if v > 0 && most > 0 {
		n = max(1, int(math.Round(v/most*float64(wide))))
	}
	return p.Text(x, y, role, strings.Repeat(glyph, n))
}

// Glyphs of bars: what is real is full, what is made is not, so that they can be
// told apart without colours.
const (
	barReal = "█"
	barMade = "░"
)
