package ask

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/nn"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// place is a plane of numbers with a cell to point at.
type place struct {
	question quiz.Question
	at       nn.Point
	pointed  bool // by a click: the next one on the same cell answers
}

// keyPoint moves the cell pointed at.
var keyPoint = tui.Bind("← ↑ ↓ →", "key.point", "left", "h")

func (p *place) value() string           { return quiz.PlaceText(p.at) }
func (p *place) bindings() []key.Binding { return []key.Binding{keyPoint} }
func (p *place) typing() bool            { return false }
func (p *place) rows() int               { return len(p.question.Field) + 1 } // the columns' numbers
func (p *place) graded(quiz.Verdict)     { p.pointed = false }

func (p *place) set(typed string) {
	if at, err := quiz.ReadPlace(typed); err == nil && p.inside(at) {
		p.at = at
	}
}

// inside says whether there is such a cell.
func (p *place) inside(at nn.Point) bool {
	h, w := p.size()
	return at.Y >= 0 && at.X >= 0 && at.Y < h && at.X < w
}

func (p *place) size() (h, w int) { return len(p.question.Field), len(p.question.Field[0]) }

// click points at a cell, and answers at the second time.
func (p *place) click(at int) bool {
	_, w := p.size()
	to := nn.Point{Y: at / w, X: at % w}
	again := p.pointed && to == p.at
	p.at, p.pointed = to, true
	return again
}

func (p *place) update(msg tea.Msg) bool {
	to := p.at
	switch {
	case tui.Is(msg, KeyAnswer):
		return true
	case tui.Is(msg, tui.KeyUp):
		to.Y--
	case tui.Is(msg, tui.KeyDown):
		to.Y++
	case tui.Is(msg, tui.KeyLeft):
		to.X--
	case tui.Is(msg, tui.KeyRight):
		to.X++
	}
	if to != p.at && p.inside(to) {
		p.at, p.pointed = to, false
	}
	return false
}

// widestNumber is how wide a number of the plane is written at the most.
const widestNumber = 6

// draw draws the plane with rows and columns counted, and says which cell is
// pointed at.
func (p *place) draw(d drawing, y int, s standing) {
	part := d.Grid.Part(d.Area)
	wide := 3
	for _, row := range p.question.Field {
		for _, v := range row {
			wide = max(wide, len(viz.Short(v, widestNumber))+2)
		}
	}
	_, w := p.size()
	margin := len(strconv.Itoa(len(p.question.Field))) + 1
	for x := range w {
		part.TextRight(margin+(x+1)*wide-1, y, canvas.RoleDim, strconv.Itoa(x+1))
	}
	for r, row := range p.question.Field {
		part.TextRight(margin-1, y+1+r, canvas.RoleDim, strconv.Itoa(r+1))
		for c, v := range row {
			x := margin + c*wide
			p.drawCell(d, nn.Point{Y: r, X: c}, viz.Short(v, widestNumber), x, y+1+r, wide, s)
			d.zone(x, y+1+r, wide, r*w+c)
		}
	}
	said := viz.Words{Key: "ask.place", Args: viz.Args{"row": p.at.Y + 1, "column": p.at.X + 1}}
	if s.done && !s.solved {
		said = viz.Words{Key: "ask.right_is", Args: viz.Args{"answer": p.question.Answer}}
	}
	part.Text(margin+w*wide+2, y, canvas.RoleStrong, d.session.Say(said))
}

// drawCell draws a cell; the one pointed at stands in brackets, a right one has
// a tick once that is known.
func (p *place) drawCell(d drawing, at nn.Point, text string, x, y, wide int, s standing) {
	part := d.Grid.Part(d.Area)
	role := canvas.RoleInput
	if text != "0" {
		role = canvas.RoleInputInk
	}
	left, right := "", ""
	switch {
	case s.done && p.isRight(at):
		role, left = canvas.RoleOutputNow, "✓"
		if s.solved && at == p.at {
			right = "◂"
		}
	case at == p.at && s.done:
		role, left = canvas.RoleBad, "✗"
	case at == p.at:
		role, left, right = canvas.RoleCursor, "[", "]"
	}
	part.Fill(canvas.Rect{X: x, Y: y, W: wide, H: 1}, role)
	part.TextRight(x+wide-1, y, role, text)
	part.Text(x, y, role, left)
	part.Text(x+wide-1, y, role, right)
}

// isRight says whether the cell is one of those that are right.
func (p *place) isRight(at nn.Point) bool {
	for _, answer := range append([]string{p.question.Answer}, p.question.Accept...) {
		if want, err := quiz.ReadPlace(answer); err == nil && want == at {
			return true
		}
	}
	return false
}
