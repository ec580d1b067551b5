package projector

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz/canvas"
)

// clockWide is the room for the count-down at the right edge.
const clockWide = 18

// Draw implements tui.Screen.
func (p *screen) Draw(f tui.Frame) {
	if p.revealed {
		p.drawAnswer(f)
		return
	}
	part := f.Grid.Part(f.Area)
	p.drawClock(part)
	area := f.Area
	area.W = max(area.W-clockWide-2, 20)
	y := p.box.DrawQuestion(f.Within(area))
	p.drawHands(part, p.drawBallot(part, max(y+1, bigHigh+2)))
}

// handsHigh is how many rows the call for hands takes.
const handsHigh = 3

// drawHands calls for hands once the time is over, across the whole width: the
// room looks at the answers, not at the clock. y is the first row that is free.
func (p *screen) drawHands(part canvas.Part, y int) {
	w, h := part.Size()
	if p.left > 0 || y+handsHigh > h {
		return
	}
	call := p.session.Text("projector.over")
	part.Fill(canvas.Rect{X: 0, Y: h - handsHigh, W: w, H: handsHigh}, canvas.RoleSelected)
	part.Text((w-canvas.Width(call))/2, h-handsHigh+handsHigh/2, canvas.RoleSelected, call)
}

// drawClock draws the seconds left in big figures, and a bar below them.
func (p *screen) drawClock(part canvas.Part) {
	role := canvas.RoleStrong
	switch {
	case p.left == 0:
		role = canvas.RoleBad
	case p.left <= more:
		role = canvas.RoleNote
	case !p.running:
		role = canvas.RoleDim
	}
	text := fmt.Sprintf("%d:%02d", p.left/60, p.left%60)
	w, _ := bigWide(text)
	wide := part.Area().W
	drawBig(part, wide-w, 0, role, text)
	switch {
	case p.left == 0:
		part.TextRight(wide, bigHigh, canvas.RoleBad, p.session.Text("projector.over"))
	case !p.running:
		part.TextRight(wide, bigHigh, canvas.RoleDim, p.session.Text("projector.waiting"))
	default:
		full := clockWide * p.left / p.seconds
		part.TextRight(wide, bigHigh, role, strings.Repeat("━", min(full, clockWide)))
	}
}

// drawBallot draws the answers to vote on, each with a big letter where there
// is room for them all; the answers are big too where every one of them can be.
// It gives the row below.
func (p *screen) drawBallot(part canvas.Part, y int) int {
	if p.ballot == nil {
		part.Text(0, y, canvas.RoleNote, p.session.Text("projector.open"))
		return y + 1
	}
	w, h := part.Size()
	wide := w/2 - bigLetter - 3
	rows := (len(p.ballot) + 1) / 2
	if y+rows*(bigHigh+1)-1 > h || !p.all(func(text string) bool { return canvas.Width(text) <= wide*(bigHigh-2) }) {
		return p.drawList(part, y)
	}
	big := p.all(func(text string) bool { return fits(text, wide) })
	for i, o := range p.ballot {
		x, at := i%2*(w/2), y+i/2*(bigHigh+1)
		drawBig(part, x, at, canvas.RoleKey, letter(i))
		if text := o.Text(p.session.Say); big {
			drawBig(part, x+bigLetter, at, canvas.RoleStrong, text)
		} else {
			part.Lines(x+bigLetter, at+1, canvas.Wrap(canvas.Markup(text, canvas.RoleStrong), wide))
		}
	}
	return y + rows*(bigHigh+1)
}

// bigLetter is the room for an answer's letter, in columns.
const bigLetter = 6

// drawList draws the answers one below the other, and gives the row below.
func (p *screen) drawList(part canvas.Part, y int) int {
	w, _ := part.Size()
	for i, o := range p.ballot {
		part.Text(0, y+i, canvas.RoleKey, letter(i))
		part.Text(3, y+i, canvas.RoleStrong, canvas.Cut(o.Text(p.session.Say), w-3))
	}
	return y + len(p.ballot)
}

// all says that something holds for the text of every answer.
func (p *screen) all(holds func(text string) bool) bool {
	return !slices.ContainsFunc(p.ballot, func(o quiz.Option) bool { return !holds(o.Text(p.session.Say)) })
}

func letter(i int) string { return string(rune('A' + i)) }
