package viz

import (
	"fmt"
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Ladder shows one row of the input and, one below the other, every place of
// the window: how many there are is the output's width. Where the stride does
// not fit, one more step shows the window that would stick out. The last step
// is the formula's result.
type Ladder struct {
	setup   SlideSetup
	windows int // that fit; 0 where the filter is too large
	over    int // by how many cells the next one would stick out; 0 where the stride fits
	unread  []bool
}

func newLadder(s SlideSetup) (Slide, error) {
	l := &Ladder{setup: s}
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		l.over = -s.room()
		return l, nil //nolint:nilerr // a filter that is too large is shown as what it is
	}
	l.windows = g.Out.W
	if left := g.Columns().Remainder(); left > 0 {
		l.over = s.Stride - left
	}
	_, columns := g.ReadsByAxis()
	l.unread = make([]bool, len(columns))
	for i, n := range columns {
		l.unread[i] = n == 0
	}
	return l, nil
}

// cells is how many cells the row has, padding included.
func (l *Ladder) cells() int { return l.setup.In + 2*l.setup.Padding }

// rows is how many windows are drawn, the one that sticks out included.
func (l *Ladder) rows() int {
	if l.over > 0 {
		return l.windows + 1
	}
	return l.windows
}

// Steps is a step for every window, and one for the formula.
func (l *Ladder) Steps() int { return l.rows() + 1 }

// MinSize is the least area in which the row can be followed.
func (l *Ladder) MinSize() (w, h int) { return 48, 7 }

// finished says that step i shows the formula's result.
func (l *Ladder) finished(i int) bool { return i >= l.rows() }

// Words says step i.
func (l *Ladder) Words(i int) Words {
	s := l.setup
	sign, result := s.quotient()
	args := Args{
		"n": s.In, "f": s.Filter, "s": s.Stride, "p": s.Padding, "k": i + 1, "of": l.windows, "over": l.over,
		"first": i*s.Stride + 1 - s.Padding, "last": i*s.Stride + s.Filter - s.Padding,
		"sum": s.Sum(), "result": result, "sign": sign, "unread": l.unreadCount(),
	}
	switch {
	case l.windows == 0:
		return Words{Key: "slide.ladder.none", Args: args}
	case !l.finished(i) && i >= l.windows:
		return Words{Key: "slide.ladder.over", Args: args}
	case !l.finished(i):
		return Words{Key: "slide.ladder.window", Args: args}
	case l.over > 0:
		return Words{Key: "slide.ladder.misfit", Args: args}
	}
	return Words{Key: "slide.ladder.fits", Args: args}
}

func (l *Ladder) unreadCount() int {
	n := 0
	for _, u := range l.unread {
		if u {
			n++
		}
	}
	return n
}

// Told says the row and the windows placed before step i, which Words says.
func (l *Ladder) Told(i int, say Say) []string {
	lines := []string{say(Words{Key: "slide.ladder.row", Args: Args{"n": l.setup.In, "p": l.setup.Padding, "f": l.setup.Filter}})}
	for k := range min(i, l.windows) {
		lines = append(lines, canvas.Strip(say(l.Words(k))))
	}
	if l.finished(i) {
		lines = append(lines, say(Words{Key: "slide.sum", Args: Args{"sum": l.setup.Sum()}}))
	}
	return lines
}

// Draw draws step i: the row, the windows up to the present one, the formula.
func (l *Ladder) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	wide := max(1, min(6, (w-3-outputWide)/max(l.cells(), l.reach())))
	shown := max(1, h-5)
	from := max(0, min(i, l.rows()-1)-shown+1)
	x := p.Text(0, 0, canvas.RoleInputTitle, f.Say(Words{Key: "slide.ladder.title", Args: Args{"n": l.setup.In, "p": l.setup.Padding}}))
	below := min(h-2, 3+min(l.rows(), shown))
	if f.Hide { // its place would tell how many windows there are
		below = min(h-2, 4)
	}
	l.drawFormula(p, i, below, f)
	if l.setup.veiled(f.Hide) {
		l.drawVeiled(p, wide)
		return
	}
	l.drawRow(p, i, wide)
	out := max(l.cells(), l.reach())*wide + 3
	if l.windows > 0 {
		p.Text(max(out, x+2), 0, canvas.RoleOutputTitle, canvas.Cut(f.Say(Words{Key: "slide.ladder.out"}), max(0, w-max(out, x+2))))
	}
	for k := from; k <= min(i, l.rows()-1) && k < from+shown; k++ {
		l.drawWindow(p, k, 2+k-from, wide, k == i && !l.finished(i))
		if k < l.windows {
			l.drawOutput(p, out, 2+k-from, k, k == i && !l.finished(i))
		}
	}
}

// drawOutput draws the output cell that place k of the window makes.
func (l *Ladder) drawOutput(p canvas.Part, x, y, k int, now bool) {
	role := canvas.RoleOutput
	if now {
		role = canvas.RoleOutputNow
	}
	p.Fill(canvas.Rect{X: x, Y: y, W: outputWide, H: 1}, role)
	p.TextMiddle(x, y, outputWide, role, strconv.Itoa(k+1))
}

// outputWide is the columns of an output cell.
const outputWide = 4

// drawVeiled draws the input's cells alone: no window, which would tell what is
// asked for.
func (l *Ladder) drawVeiled(p canvas.Part, wide int) {
	for n := range l.setup.In {
		box := canvas.Rect{X: n * wide, Y: 1, W: wide, H: 1}
		p.Fill(box, canvas.RoleInputInk)
		if wide > 1 {
			p.TextRight(box.X+wide-wide/3, box.Y, canvas.RoleInputInk, strconv.Itoa(n+1))
		}
	}
}

// reach is how many cells the windows drawn take, one that sticks out included.
func (l *Ladder) reach() int { return (l.rows()-1)*l.setup.Stride + l.setup.Filter }

// drawRow draws the cells of the input, counted from 1, and the padding.
func (l *Ladder) drawRow(p canvas.Part, i, wide int) {
	s := l.setup
	for x := range l.cells() {
		box := canvas.Rect{X: x * wide, Y: 1, W: wide, H: 1}
		n := x - s.Padding
		role, text := l.cellAt(i, n, wide)
		if !l.finished(i) && x >= i*s.Stride && x < i*s.Stride+s.Filter {
			role = canvas.RoleWindow
			if l.outside(n) {
				role = canvas.RoleWindowPad
			}
		}
		p.Fill(box, role)
		if wide > 1 || !l.outside(n) && len(text) == 1 {
			p.TextRight(box.X+wide-wide/3, box.Y, role, canvas.Cut(text, max(1, wide)))
		}
	}
}

// outside says that number n of a row is padding.
func (l *Ladder) outside(n int) bool { return n < 0 || n >= l.setup.In }

// cellAt is what number n of a row is at step i where no window lies on it, and
// what is written there.
func (l *Ladder) cellAt(i, n, wide int) (canvas.Role, string) {
	switch {
	case l.outside(n):
		return canvas.RolePadding, "0"
	case n < len(l.unread) && l.unread[n] && i >= l.windows:
		return canvas.RoleUnread, strings.Repeat("╱", max(1, wide-1))
	}
	return canvas.RoleInputInk, strconv.Itoa(n + 1)
}

// drawWindow draws place k of the window in row y, with its number behind it.
func (l *Ladder) drawWindow(p canvas.Part, k, y, wide int, now bool) {
	role := canvas.RoleFilter
	if now {
		role = canvas.RoleFilterNow
	}
	x, w := k*l.setup.Stride*wide, l.setup.Filter*wide
	if k >= l.windows { // it sticks out
		inside := max(0, l.cells()*wide-x)
		p.Fill(canvas.Rect{X: x, Y: y, W: min(w, inside), H: 1}, canvas.RoleFilter)
		for c := max(x, l.cells()*wide); c < x+w; c++ {
			p.Set(c, y, canvas.RoleBad, "╳")
		}
		p.Text(x+w+1, y, canvas.RoleBad, "✗")
		return
	}
	p.Fill(canvas.Rect{X: x, Y: y, W: w, H: 1}, role)
	p.Set(x, y, role, "[")
	p.Set(x+w-1, y, role, "]")
}

// drawFormula writes the formula in letters and, below it, in numbers.
func (l *Ladder) drawFormula(p canvas.Part, i, y int, f Frame) {
	label := f.Say(Words{Key: "slide.formula"})
	at := max(canvas.Width(label), canvas.Width(f.Say(Words{Key: "slide.here"}))) + 2
	p.Text(0, y, canvas.RoleDim, label)
	p.Runs(at, y, l.setup.letters())
	p.Text(0, y+1, canvas.RoleDim, f.Say(Words{Key: "slide.here"}))
	x := p.Runs(at, y+1, l.setup.filled(f.Hide))
	if f.Hide || !l.finished(i) {
		p.Text(x, y+1, canvas.RoleOutputTitle, " = ?")
		return
	}
	sign, result := l.setup.quotient()
	x = p.Text(x, y+1, canvas.RoleDim, " = "+l.setup.between()+" "+sign+" ")
	if l.over > 0 || l.windows == 0 {
		x = p.Text(x, y+1, canvas.RoleBad, result)
		p.Text(x+2, y+1, canvas.RoleBad, fmt.Sprintf("✗ %s", f.Say(Words{Key: "slide.misfit"})))
		return
	}
	x = p.Text(x, y+1, canvas.RoleOutputTitle, result)
	p.Text(x+2, y+1, canvas.RoleOutputTitle, "✓")
}
