package stack

import (
	"fmt"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Fit shows the right end of a row of pixels under the last windows of a layer:
// whether the stride fits, and which pixels are never read.
type Fit struct {
	n           int
	window      nn.Window
	least, most int
}

// NewFit lays a window over an input n cells wide, which can be made as small
// as least and as large as most.
func NewFit(n int, w nn.Window, least, most int) (*Fit, error) {
	if n < least || n > most {
		return nil, fmt.Errorf("stack: %d is not from %d to %d", n, least, most)
	}
	for _, side := range []int{least, most} {
		if _, err := nn.NewGeometry(nn.Square(side), w, nn.RuleFloor); err != nil {
			return nil, err
		}
	}
	return &Fit{n, w, least, most}, nil
}

// geometry is the layer over an input n cells wide; one that was checked fits.
func (t *Fit) geometry(n int) nn.Geometry {
	g, _ := nn.NewGeometry(nn.Square(n), t.window, nn.RuleFloor)
	return g
}

// fits tells whether the stride leaves nothing over.
func (t *Fit) fits(n int) bool {
	_, err := nn.NewGeometry(nn.Square(n), t.window, nn.RuleError)
	return err == nil
}

// Next is the nearest size above (by 1) or below (by -1) one that fits.
func (t *Fit) Next(n, by int) int {
	for n += by; !t.fits(n); n += by {
	}
	return n
}

// Size is the input's size now, Window the layer's window.
func (t *Fit) Size() int { return t.n }

// Window is the layer's window.
func (t *Fit) Window() nn.Window { return t.window }

// Moves implements View.
func (t *Fit) Moves() []Move {
	return []Move{
		{ID: "more", Keys: []string{"right", "l", "up", "k", "+", "="}, Shown: "← →", About: "stack.key.input"},
		{ID: "less", Keys: []string{"left", "h", "down", "j", "-", "_"}},
	}
}

// Do implements View.
func (t *Fit) Do(move string) bool {
	to := t.n + 1
	if move == "less" {
		to = t.n - 1
	}
	if to < t.least || to > t.most {
		return false
	}
	t.n = to
	return true
}

// result is (N - F + 2P)/S + 1, with two decimals where it is not whole.
func (t *Fit) result() string {
	a := t.geometry(t.n).Columns()
	room := t.n - a.Span() + a.Before + a.After
	if room%a.Stride == 0 {
		return strconv.Itoa(room/a.Stride + 1)
	}
	return strconv.FormatFloat(float64(room)/float64(a.Stride)+1, 'f', 2, 64)
}

// unread counts the columns that no window reads.
func (t *Fit) unread() int {
	_, columns := t.geometry(t.n).Unread()
	return columns
}

// Facts fill prose.
func (t *Fit) Facts() viz.Args {
	return viz.Args{
		"n": t.n, "f": t.window.Kernel.W, "s": t.geometry(t.n).Columns().Stride, "result": t.result(), "unread": t.unread(),
		"above": t.Next(t.n, 1), "below": t.Next(t.n, -1),
	}
}

// Words implements View.
func (t *Fit) Words(hide bool) []viz.Words {
	if hide {
		return []viz.Words{words("fit.hidden", t.Facts())}
	}
	if t.fits(t.n) {
		return []viz.Words{words("fit.fits", t.Facts())}
	}
	return []viz.Words{words("fit.not", t.Facts())}
}

// pixelWide is the width of a pixel, in columns.
const pixelWide = 4

// shownWindows is how many of the last windows are drawn.
const shownWindows = 3

// Draw implements View.
func (t *Fit) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	y := p.Lines(0, 0, viz.SizeLines(nn.Square(t.n), t.window, nn.RuleFloor, f.Say)[:1]) + 1
	g := t.geometry(t.n)
	shown := max(1, min(t.n, (f.Area.W-14)/pixelWide))
	first := t.n - shown
	left := f.Area.W - shown*pixelWide
	p.Text(0, y, canvas.RoleInputTitle, f.Say(words("fit.pixels", nil)))
	for i := first; i < t.n; i++ {
		box := canvas.Rect{X: left + (i-first)*pixelWide, Y: y, W: pixelWide, H: 1}
		role := canvas.RoleWindow
		if t.reads(g, i) == 0 {
			role = canvas.RoleUnread
			p.Text(box.X, y+1, canvas.RoleBad, " ✗")
		}
		p.Fill(box, role)
		p.TextRight(box.X+pixelWide-1, y, role, strconv.Itoa(i+1))
	}
	y += 2
	for k := max(0, g.Out.W-shownWindows); k < g.Out.W; k++ {
		t.drawWindow(f, p, y, k, first, left)
		y++
	}
	t.drawWindow(f, p, y, g.Out.W, first, left)
	p.Lines(0, y+2, canvas.Wrap(canvas.Markup(f.Say(t.verdict()), canvas.RoleText), f.Area.W))
	if !f.Hide {
		t.drawSizes(f, p, y+4)
	}
}

// reads counts the windows that read a column.
func (t *Fit) reads(g nn.Geometry, column int) int {
	_, columns := g.ReadsByAxis()
	return columns[column]
}

// drawWindow draws the columns under window k; one that reaches over the edge
// is drawn as what it is: not to be.
func (t *Fit) drawWindow(f viz.Frame, p canvas.Part, y, k, first, left int) {
	a := t.geometry(t.n).Columns()
	from := k*a.Stride - a.Before
	to := from + a.Span() - 1
	role, name, fill := canvas.RoleFilterTitle, "fit.window", "━"
	if to >= t.n+a.After {
		role, name, fill = canvas.RoleBad, "fit.outside", "╌"
	}
	p.Text(0, y, role, f.Say(words(name, viz.Args{"k": k + 1})))
	w, _ := p.Size()
	for x := max(from, first); x <= to; x++ {
		at := left + (x-first)*pixelWide
		for i := range pixelWide {
			if at+i < w {
				p.Set(at+i, y, role, fill)
			}
		}
	}
}

// verdict says whether it fits.
func (t *Fit) verdict() viz.Words { return t.Words(false)[0] }

// drawSizes lists the sizes around, those that fit marked.
func (t *Fit) drawSizes(f viz.Frame, p canvas.Part, y int) {
	w, h := p.Size()
	if y >= h {
		return
	}
	x := p.Text(0, y, canvas.RoleDim, f.Say(words("fit.sizes", nil))) + 1
	for n := t.least; n <= t.most && x+5 < w; n++ {
		role, mark := canvas.RoleFaint, ""
		if t.fits(n) {
			role, mark = canvas.RoleGood, "✓"
		}
		if n == t.n {
			role = canvas.RoleSelected
		}
		x = p.Text(x, y, role, strconv.Itoa(n)+mark) + 1
	}
}
