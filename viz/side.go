package viz

import (
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// SideSetup is one side of an input with a window that slides along it.
type SideSetup struct {
	Axis nn.Axis // with padding before and after as they are used
	Rule nn.Rule
	// Sum is the arithmetic of the number of windows: "(7 - 3)/2 + 1 = 3".
	Sum string
	// End is what the last step says; without a key: the number of places.
	End Words
	// Divides says that Sum ends with the division, without the first place.
	Divides bool
	// Mark is a cell of which the windows over it are counted, from 1; 0 for none.
	Mark int
}

// Side shows a side of the input and, one below the other, the places of its
// window under a rule, those that hang over the end included; many are cut
// short. The last step is the arithmetic with its result.
type Side struct {
	setup   SideSetup
	windows int   // under the rule; 0 where it refuses
	places  []int // the windows that have a step
	over    int   // by how many cells one window more would stick out; 0 where nothing is left
	unread  int   // cells at the end that no window reads
}

// sideWhole is how many windows are shown one by one; of more the first
// sideFirst and the last.
const (
	sideWhole = 6
	sideFirst = 3
)

// NewSide lays the windows. A filter that is too large has no place.
func NewSide(s SideSetup) *Side {
	d := &Side{setup: s}
	a := s.Axis
	room := a.In + a.Before + a.After - a.Span()
	rule := s.Rule
	if rule == nn.RuleError || rule == nn.RuleSame { // a misfit is shown; the padding of "same" stands in the axis
		rule = nn.RuleFloor
	}
	d.windows, _ = a.Output(rule) // 0 where none fits
	if rest := a.Remainder(); d.windows > 0 && rest > 0 && rule == nn.RuleFloor && s.Rule != nn.RuleSame {
		d.over = a.Stride - rest
		d.unread = max(0, a.In+a.Before-(d.windows-1)*a.Stride-a.Span())
	}
	if d.windows == 0 {
		d.over = -room
	}
	for k := range d.windows {
		if d.windows <= sideWhole || k < sideFirst || k == d.windows-1 {
			d.places = append(d.places, k)
		}
	}
	return d
}

// Windows is how many places the window has.
func (d *Side) Windows() int { return d.windows }

// misfit says that the rule refuses what is left over, or that nothing fits.
func (d *Side) misfit() bool { return d.windows == 0 || d.over > 0 && d.setup.Rule == nn.RuleError }

// rungs is how many places are drawn, one that sticks out included.
func (d *Side) rungs() int {
	if d.over > 0 {
		return len(d.places) + 1
	}
	return len(d.places)
}

// Steps is a step for every place shown, and one for the result.
func (d *Side) Steps() int { return d.rungs() + 1 }

// MinSize is the least area in which the side can be followed.
func (d *Side) MinSize() (w, h int) {
	h = 1 + d.rungs() + 5
	if d.cut() {
		h++
	}
	return 48, h
}

// cut says that places are left out.
func (d *Side) cut() bool { return len(d.places) < d.windows }

// place is the window of rung i; past the last one that would stick out.
func (d *Side) place(i int) int {
	if i < len(d.places) {
		return d.places[i]
	}
	return d.windows
}

// hangs is by how many cells place k reaches over the padded end.
func (d *Side) hangs(k int) int {
	a := d.setup.Axis
	return max(0, k*a.Stride+a.Span()-a.Before-a.In-a.After)
}

// covers says whether place k lies over the marked cell.
func (d *Side) covers(k int) bool {
	a := d.setup.Axis
	at := d.setup.Mark - 1 + a.Before - k*a.Stride
	return d.setup.Mark > 0 && at >= 0 && at < a.Span()
}

// counted is how many of the first n places lie over the marked cell.
func (d *Side) counted(n int) int {
	count := 0
	for k := range min(n, d.windows) {
		if d.covers(k) {
			count++
		}
	}
	return count
}

// Words says step i.
func (d *Side) Words(i int) Words {
	a := d.setup.Axis
	k := d.place(i)
	args := Args{
		"k": k + 1, "of": d.windows, "s": a.Stride, "over": d.over, "unread": d.unread, "sum": d.setup.Sum, "cell": d.setup.Mark,
		"first": k*a.Stride + 1 - a.Before, "last": k*a.Stride + a.Span() - a.Before,
	}
	switch {
	case i >= d.rungs() && d.setup.End.Key != "":
		return d.setup.End
	case d.windows == 0:
		return Words{Key: "slide.ladder.none", Args: args}
	case i >= d.rungs() && d.setup.Mark > 0:
		args["n"] = d.counted(d.windows)
		return Words{Key: "walk.side.counted", Args: args}
	case i >= d.rungs() && d.misfit():
		return Words{Key: "slide.ladder.misfit", Args: args}
	case i >= d.rungs():
		return Words{Key: "walk.side.result", Args: args}
	}
	return d.placeWords(i, k, args)
}

// placeWords says rung i, which is place k.
func (d *Side) placeWords(i, k int, args Args) Words {
	switch {
	case k >= d.windows && d.setup.Rule == nn.RuleError:
		return Words{Key: "slide.ladder.over", Args: args}
	case k >= d.windows:
		return Words{Key: "walk.side.dropped", Args: args}
	case d.hangs(k) > 0:
		args["over"] = d.hangs(k)
		return Words{Key: "walk.side.hangs", Args: args}
	case d.setup.Mark > 0 && d.covers(k):
		args["n"] = d.counted(k + 1)
		return Words{Key: "walk.side.over", Args: args}
	case d.setup.Mark > 0:
		return Words{Key: "walk.side.beside", Args: args}
	case i > 0 && k > d.place(i-1)+1:
		return Words{Key: "walk.side.on", Args: args}
	}
	return Words{Key: "slide.ladder.window", Args: args}
}

// letters is the rule's formula.
func (d *Side) letters() string {
	inside := "(N - F + 2P)/S"
	switch d.setup.Rule {
	case nn.RuleError:
		if d.setup.Divides {
			return inside
		}
	case nn.RuleSame:
		return "ceil(N/S)"
	case nn.RuleCeil:
		return "ceil(" + inside + ") + 1"
	case nn.RuleFloor:
		return "floor(" + inside + ") + 1"
	}
	return inside + " + 1"
}

// Draw draws step i: the cells, the places so far, the formula, the sentence.
func (d *Side) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	a := d.setup.Axis
	cells := max(a.Before+a.In+a.After, d.place(d.rungs()-1)*a.Stride+a.Span())
	wide := max(1, min(8, (w-3-outputWide)/cells))
	_, least := d.MinSize()
	rows, air := least-6, airy(h, least)
	d.drawCells(p, i, wide)
	out := cells*wide + 3
	if d.windows > 0 && d.setup.Mark == 0 {
		p.Text(out, 0, canvas.RoleOutputTitle, canvas.Cut(f.Say(Words{Key: "slide.ladder.out"}), max(0, w-out)))
	}
	y := 1
	for r := 0; r <= min(i, d.rungs()-1); r++ {
		k := d.place(r)
		if r > 0 && k > d.place(r-1)+1 {
			p.Text(k*a.Stride*wide/2, y, canvas.RoleDim, "⋮")
			y += air
		}
		d.drawPlace(p, k, canvas.Rect{X: k * a.Stride * wide, Y: y, W: a.Span() * wide, H: 1}, out, r == i)
		y += air
	}
	y = 2 + rows*air
	d.drawFormula(p, i, y, f)
	p.Lines(0, y+2, firstLines(canvas.Wrap(canvas.Markup(f.Say(d.Words(i)), canvas.RoleText), w), h-y-2))
}

// airy is how many rows each place takes: two where there is far more room than
// needed.
func airy(high, least int) int {
	if high >= 2*least {
		return 2
	}
	return 1
}

// firstLines are as many lines as there is room for.
func firstLines(lines []canvas.Line, room int) []canvas.Line {
	return lines[:min(len(lines), max(0, room))]
}

// drawCells draws the cells of the side, counted from 1, and the padding.
func (d *Side) drawCells(p canvas.Part, i, wide int) {
	a := d.setup.Axis
	k := d.place(i)
	for x := range a.Before + a.In + a.After {
		box := canvas.Rect{X: x * wide, W: wide, H: 1}
		n := x - a.Before
		within := i < d.rungs() && x >= k*a.Stride && x < k*a.Stride+a.Span()
		role := d.cellRole(n, within, i >= len(d.places))
		p.Fill(box, role)
		p.TextRight(box.X+wide-wide/3, box.Y, role, d.cellText(n, wide, role))
		if d.setup.Mark > 0 && n+1 == d.setup.Mark {
			p.Set(box.X, box.Y, canvas.RoleMark, "▌")
		}
	}
}

// cellText is what stands in cell n: where cells are too narrow for all numbers,
// every fifth.
func (d *Side) cellText(n, wide int, role canvas.Role) string {
	in := d.setup.Axis.In
	switch {
	case n < 0 || n >= in:
		return "0"
	case role == canvas.RoleUnread:
		return strings.Repeat("╱", max(1, wide-1))
	case len(strconv.Itoa(in)) < wide || n == 0 || n%5 == 4:
		return strconv.Itoa(n + 1)
	}
	return ""
}

// cellRole is what cell n is, under the window or not; left says that those
// which no window reads are known.
func (d *Side) cellRole(n int, within, left bool) canvas.Role {
	a := d.setup.Axis
	outside := n < 0 || n >= a.In
	switch {
	case n+1 == d.setup.Mark && !outside:
		return canvas.RoleWindowNow
	case within && outside:
		return canvas.RoleWindowPad
	case within:
		return canvas.RoleWindow
	case outside:
		return canvas.RolePadding
	case left && n >= a.In-d.unread:
		return canvas.RoleUnread
	}
	return canvas.RoleInputInk
}

// drawPlace draws place k of the window in a row, and the output cell that it
// makes at column out.
func (d *Side) drawPlace(p canvas.Part, k int, box canvas.Rect, out int, now bool) {
	role, output := canvas.RoleFilter, canvas.RoleOutput
	if now {
		role, output = canvas.RoleFilterNow, canvas.RoleOutputNow
	}
	beyond := d.hangs(k)
	p.Fill(box, role)
	p.Set(box.X, box.Y, role, "[")
	p.Set(box.X+box.W-1, box.Y, role, "]")
	if beyond > 0 {
		mark, glyph := canvas.RolePadding, "+"
		if k >= d.windows {
			mark, glyph = canvas.RoleBad, "╳"
		}
		each := box.W / d.setup.Axis.Span()
		for x := box.X + box.W - beyond*each; x < box.X+box.W; x++ {
			p.Set(x, box.Y, mark, glyph)
		}
	}
	if k >= d.windows {
		p.Text(out, box.Y, canvas.RoleBad, "✗")
		return
	}
	if d.setup.Mark > 0 && !d.covers(k) {
		p.Text(out, box.Y, canvas.RoleFaint, "·")
		return
	}
	n := k + 1
	if d.setup.Mark > 0 {
		n = d.counted(k + 1)
	}
	p.Fill(canvas.Rect{X: out, Y: box.Y, W: outputWide, H: 1}, output)
	p.TextMiddle(out, box.Y, outputWide, output, strconv.Itoa(n))
}

// drawFormula writes the formula in letters and, below it, in numbers.
func (d *Side) drawFormula(p canvas.Part, i, y int, f Frame) {
	if d.setup.Mark > 0 {
		return
	}
	label, here := f.Say(Words{Key: "slide.formula"}), f.Say(Words{Key: "slide.here"})
	at := max(canvas.Width(label), canvas.Width(here)) + 2
	p.Text(0, y, canvas.RoleDim, label)
	p.Text(at, y, canvas.RoleDim, d.letters())
	p.Text(0, y+1, canvas.RoleDim, here)
	sum, result := cutSum(d.setup.Sum)
	if i < d.rungs() || f.Hide {
		first, _, _ := strings.Cut(sum, " = ")
		x := p.Text(at, y+1, canvas.RoleStrong, first)
		p.Text(x, y+1, canvas.RoleOutputTitle, " = ?")
		return
	}
	x := p.Text(at, y+1, canvas.RoleDim, sum+" = ")
	if d.misfit() {
		x = p.Text(x, y+1, canvas.RoleBad, result)
		p.Text(x+2, y+1, canvas.RoleBad, "✗ "+f.Say(Words{Key: "slide.misfit"}))
		return
	}
	x = p.Text(x, y+1, canvas.RoleOutputTitle, result)
	p.Text(x+2, y+1, canvas.RoleOutputTitle, "✓")
}

// cutSum parts a sum from its result, at the last "=".
func cutSum(text string) (sum, result string) {
	at := strings.LastIndex(text, " = ")
	if at < 0 {
		return text, text
	}
	return text[:at], text[at+len(" = "):]
}
