package viz

import (
	"strconv"
	"strings"

	"convtutor/viz/canvas"
)

// Tally is a table of pictures' shapes and how many numbers each holds. The
// last row is what is asked for, where something is.
type Tally struct {
	shapes [][3]int
	secret bool
}

// NewTally counts the numbers of shapes (H, W, C).
func NewTally(shapes [][3]int) *Tally { return &Tally{shapes: shapes} }

// Secret is the same, where the last shape itself is asked for, not only its
// number of numbers.
func (t *Tally) Secret() *Tally { return &Tally{t.shapes, true} }

// Numbers is how many numbers shape i holds.
func (t *Tally) Numbers(i int) int {
	s := t.shapes[i]
	return s[0] * s[1] * s[2]
}

// Dials implements Scene: there is nothing to turn.
func (t *Tally) Dials() []Dial { return nil }

// Turned implements Scene.
func (t *Tally) Turned(string, float64) Scene { return t }

// Words implements Scene.
func (t *Tally) Words() []Words {
	var words []Words
	for i, s := range t.shapes {
		words = append(words, Words{Key: "tally.row", Args: Args{
			"h": s[0], "w": s[1], "c": s[2], "n": Grouped(t.Numbers(i)),
		}})
	}
	return words
}

// MinSize implements Scene.
func (t *Tally) MinSize() (w, h int) { return 60, len(t.shapes)*2 + 2 }

// tallyEnds are the columns at which height, width, channels, the product and
// the number of numbers end.
var tallyEnds = [5]int{10, 22, 34, 0, 56}

// Draw implements Scene.
func (t *Tally) Draw(f Frame, _ string) {
	p := f.Grid.Part(f.Area)
	for i, name := range []string{"height", "width", "channels"} {
		p.TextRight(tallyEnds[i], 0, canvas.RoleInputTitle, f.Say(Words{Key: "tally." + name}))
	}
	p.TextRight(tallyEnds[4], 0, canvas.RoleOutputTitle, f.Say(Words{Key: "tally.numbers"}))
	for i, s := range t.shapes {
		y := 2 + 2*i
		for k, side := range s {
			text, role := strconv.Itoa(side), canvas.RoleText
			if t.secret && f.Hide && i == len(t.shapes)-1 {
				text, role = "?", canvas.RoleKey
			}
			p.TextRight(tallyEnds[k], y, role, text)
			if k < 2 {
				p.Text(tallyEnds[k]+3, y, canvas.RoleDim, "×")
			}
		}
		p.Text(tallyEnds[2]+3, y, canvas.RoleDim, "=")
		text, role := Grouped(t.Numbers(i)), canvas.RoleStrong
		if f.Hide && i == len(t.shapes)-1 {
			text, role = "?", canvas.RoleKey
		}
		p.TextRight(tallyEnds[4], y, role, text)
	}
}

// Grouped writes a whole number with a comma before every three digits.
func Grouped[I int | int64](n I) string {
	digits := strconv.FormatInt(int64(max(n, -n)), 10)
	var parts []string
	for len(digits) > 3 {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
		digits = digits[:len(digits)-3]
	}
	text := strings.Join(append([]string{digits}, parts...), ",")
	if n < 0 {
		return "-" + text
	}
	return text
}
