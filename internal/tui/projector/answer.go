package projector

import (
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// room is where the animation stands below the answers.
type room int

const (
	roomBelow  room = iota // below the answers with their slips
	roomFolded             // below the answers in a line; they come first in full
	roomNone
)

// drawAnswer draws the question's last sentence with the answer, who voted for
// what by which slip, and the solution. Where there is no room for both, the
// slips and the solution in words come first, then the animation below the
// answers in a line.
func (p *screen) drawAnswer(f tui.Frame) {
	y := p.box.DrawAnswer(f)
	p.room = p.roomBelow(f.Area, y)
	if p.room == roomFolded && p.folded {
		p.drawFolded(f, y)
		p.drawWalk(f, y+2)
		return
	}
	y = p.drawVotes(f, y+1)
	if p.room == roomBelow && p.walk != nil {
		p.drawWalk(f, y+1)
		return
	}
	p.drawWorked(f, y+1)
}

// roomBelow says where there is room for the animation below row y.
func (p *screen) roomBelow(area canvas.Rect, y int) room {
	if p.walk == nil {
		return roomNone
	}
	w, h := p.walk.Animation().MinSize()
	switch {
	case area.W < w:
	case y+len(p.ballot)+2+h <= area.H:
		return roomBelow
	case y+2+h <= area.H:
		return roomFolded
	}
	return roomNone
}

// drawVotes draws the answers below each other, each with the slip that leads to
// it, and gives the row below.
func (p *screen) drawVotes(f tui.Frame, y int) int {
	part := f.Grid.Part(f.Area)
	for i, o := range p.ballot {
		role, mark := voteMark(o)
		x := part.Text(0, y, role, mark+" "+letter(i)) + 2
		x = part.Text(x, y, canvas.RoleStrong, canvas.Cut(o.Text(p.session.Say), 40)) + 2
		if s, ok := quiz.FindSlip(o.Slip); ok {
			part.Text(x, y, canvas.RoleDim, canvas.Cut(p.session.Say(s.Name()), max(f.Area.W-x, 0)))
		}
		y++
	}
	return y
}

// drawFolded draws the answers in one line; only their letters where there is no
// room for more.
func (p *screen) drawFolded(f tui.Frame, y int) {
	wide := 0
	for _, o := range p.ballot {
		wide += len("✗ A ") + canvas.Width(o.Text(p.session.Say)) + foldGap
	}
	part, x := f.Grid.Part(f.Area), 0
	for i, o := range p.ballot {
		role, mark := voteMark(o)
		x = part.Text(x, y, role, mark+" "+letter(i))
		if wide-foldGap <= f.Area.W {
			x = part.Text(x+1, y, canvas.RoleDim, o.Text(p.session.Say))
		}
		x += foldGap
	}
}

// foldGap is the room between answers in one line, in columns.
const foldGap = 4

func voteMark(o quiz.Option) (canvas.Role, string) {
	if o.Slip == "" {
		return canvas.RoleGood, "✓"
	}
	return canvas.RoleBad, "✗"
}

// drawWalk draws the animation from row y on, with how far it is in the row above.
func (p *screen) drawWalk(f tui.Frame, y int) {
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: f.Area.W, H: max(f.Area.H-y, 0)}
	area = p.walk.Middle(area)
	p.walk.Status(f.Grid, area.X+area.W, area.Y-1)
	p.walk.Draw(f.Within(area), false)
}

// drawWorked writes the solution from row y on, a point a sentence.
func (p *screen) drawWorked(f tui.Frame, y int) {
	part := f.Grid.Part(f.Area)
	for _, w := range p.question().Worked {
		part.Text(0, y, canvas.RoleKey, "·")
		y = part.Lines(2, y, tui.Wrapped(p.session, []viz.Words{w}, canvas.RoleText, f.Area.W-2))
	}
}
