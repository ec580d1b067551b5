package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

type point = nn.Point

// array draws small whole numbers.
func (d dice) array(low, high int, shape ...int) Array {
	n := 1
	for _, s := range shape {
		n *= s
	}
	a := Array{Shape: shape, Data: make([]float64, n)}
	for i := range a.Data {
		a.Data[i] = float64(d.from(low, high))
	}
	return a
}

// cell draws a cell of an output.
func (d dice) cell(g nn.Geometry) point {
	return point{Y: d.from(0, g.Out.H-1), X: d.from(0, g.Out.W-1)}
}

// at is number (c, y, x) of an array of shape 1, C, H, W; y and x are taken
// where they lie inside.
func (a Array) at(c int, p point) int {
	h, w := a.Shape[2], a.Shape[3]
	return int(a.Data[(c*h+p.Y)*w+p.X])
}

// cellRule is how a cell is summed up, rightly or by a slip.
type cellRule struct {
	flip     bool // the filter turned by 180 degrees
	channels int  // only so many channels, 0: all
	bias     int  // how often the bias is added
	noFilter bool // the filter left out
}

var plainCell = cellRule{bias: 1}

// cell sums one cell over the geometry's taps, and gives the sum as it is
// written out.
func (p *Problem) cell(g nn.Geometry, at point, rule cellRule) (int, string) {
	total := 0
	var terms []string
	for c := range p.Input.Shape[1] {
		if rule.channels > 0 && c >= rule.channels {
			break
		}
		for tap := range g.Taps(at.Y, at.X) {
			if !tap.Inside {
				continue
			}
			f := tap.Filter
			if rule.flip {
				f = point{Y: g.Window.Kernel.H - 1 - f.Y, X: g.Window.Kernel.W - 1 - f.X}
			}
			x, w := p.Input.at(c, tap.Input), p.Weight.at(c, f)
			if rule.noFilter {
				w = 1
			}
			total += x * w
			if w != 0 && x != 0 {
				terms = append(terms, term(x, w, rule.noFilter))
			}
		}
	}
	for range rule.bias * len(p.Bias) {
		total += int(p.Bias[0])
		terms = append(terms, signed(int(p.Bias[0])))
	}
	if len(terms) == 0 {
		return total, fmt.Sprintf("0 = %d", total)
	}
	return total, fmt.Sprintf("%s = %d", strings.Join(terms, " + "), total)
}

// term writes a product, negative factors in brackets.
func term(x, w int, alone bool) string {
	if alone {
		return signed(x)
	}
	return signed(x) + "×" + signed(w)
}

func signed(n int) string {
	if n < 0 {
		return fmt.Sprintf("(%d)", n)
	}
	return itoa(n)
}

// addCellSlips adds what slips make of a cell's value.
func addCellSlips(m *Mistakes, p *Problem, g nn.Geometry, at point) {
	add := func(slip, variant string, g nn.Geometry, at point, rule cellRule) {
		if at.Y < g.Out.H && at.X < g.Out.W {
			n, text := p.cell(g, at, rule)
			m.AddVariant(itoa(n), slip, text, variant)
		}
	}
	add("flip", "", g, at, cellRule{bias: 1, flip: true})
	if p.Padding != [4]int{} {
		add("pad-ignored", "cell", p.changed(func(q *Problem) { q.Padding = [4]int{} }), at, plainCell)
	}
	if p.Stride != [2]int{1, 1} {
		add("stride-ignored", "cell", p.changed(func(q *Problem) { q.Stride = [2]int{1, 1} }), at, plainCell)
	}
	if len(p.Bias) > 0 {
		add("no-bias", "cell", g, at, cellRule{})
	}
	if c := p.Input.Shape[1]; c > 1 {
		add("depth-ignored", "cell", g, at, cellRule{channels: 1, bias: 1})
		add("bias-twice", "cell", g, at, cellRule{bias: c})
	}
	add("h-w-swap", "cell", g, point{Y: at.X, X: at.Y}, plainCell)
	add("weights-ignored", "", g, at, cellRule{bias: 1, noFilter: true})
}

// changed is the geometry of a changed copy of the problem. A window that does
// not fit any more has no output cells, so that no slip is found there.
func (p *Problem) changed(change func(*Problem)) nn.Geometry {
	q := *p
	change(&q)
	g, err := q.Geometry()
	if err != nil {
		return nn.Geometry{}
	}
	return g
}

// tooEasy keeps out cells where nearly all products are 0.
func tooEasy(p *Problem, g nn.Geometry, at point) bool {
	n := 0
	for c := range p.Input.Shape[1] {
		for tap := range g.Taps(at.Y, at.X) {
			if tap.Inside && p.Input.at(c, tap.Input)*p.Weight.at(c, tap.Filter) != 0 {
				n++
			}
		}
	}
	return n < 3
}

// workedCell lays the filter over the window and writes the sum out.
func workedCell(p *Problem, g nn.Geometry, at point, right int, sum string) []viz.Words {
	words := []viz.Words{windowWords(g, at)}
	if p.Padding != [4]int{} {
		words = append(words, viz.Words{Key: "quiz.worked.cell-padding"})
	}
	if p.Input.Shape[1] > 1 {
		words = append(words, viz.Words{Key: "quiz.worked.cell-channels", Args: viz.Args{"c": p.Input.Shape[1]}})
	}
	words = append(words, viz.Words{Key: "quiz.worked.cell-sum", Args: viz.Args{"sum": sum}})
	if len(p.Bias) > 0 {
		words = append(words, viz.Words{Key: "quiz.worked.cell-bias", Args: viz.Args{"bias": int(p.Bias[0])}})
	}
	return append(words, viz.Words{Key: "quiz.worked.number", Args: viz.Args{"n": right}})
}

// windowWords says where the window of an output cell lies: by the row and
// column of its top left cell, 0 being the padding before the first.
func windowWords(g nn.Geometry, at point) viz.Words {
	first := g.Origin(at.Y, at.X)
	key := "quiz.worked.window"
	if g.Window.Padding != (nn.Sides{}) {
		key = "quiz.worked.window-padded"
	}
	return viz.Words{Key: key, Args: viz.Args{
		"row": at.Y + 1, "column": at.X + 1, "window": g.Window.Kernel.String(),
		"toprow": first.Y + 1, "leftcolumn": first.X + 1,
	}}
}
