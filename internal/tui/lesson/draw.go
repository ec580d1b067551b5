package lesson

import (
	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// roomy is the height from which on a screen may breathe, in rows.
const roomy = 24

// Draw implements tui.Screen: prose above, the stage below, what is asked at
// the bottom. Where rows are scarce the heading stands in the header.
func (s *screen) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	s.compact = f.Area.H < roomy
	p := s.layOut(f.Area.W)
	y := 0
	if !s.compact {
		part.Text(0, 0, canvas.RoleStrong, p.heading)
		y = 2
	}
	y = part.Lines(0, y, p.body) + 1
	if !s.compact {
		y++
	}
	foot := s.footHeight(p, f.Area.W)
	area := f.Area
	area.Y, area.H = f.Area.Y+y, f.Area.H-y-foot
	s.stage.Draw(f.Within(area), s.box() != nil)
	s.drawOnward(f.Within(area))
	area.Y, area.H = area.Y+area.H, foot
	s.drawFoot(f.Within(area), p)
}

// footHeight is how many rows the prediction and what follows it take.
func (s *screen) footHeight(p *prose, width int) int {
	box := s.box()
	if box == nil && s.last() == nil {
		return 0
	}
	h := compactFoot
	if !s.compact {
		h = roomyFoot
	}
	options := 0
	if box == nil {
		h = max(h, s.last().AnswerRows(width)+len(p.after))
	} else {
		options = box.EntryRows()
	}
	for i := range s.hints {
		h = max(h, 1+len(p.hints[i]))
	}
	h += options
	return h
}

// Rows of the foot: the question, and what is said to the answer.
const (
	compactFoot = 3
	roomyFoot   = 5
)

// drawFoot draws the prediction at hand, or what is said after the last one.
func (s *screen) drawFoot(f tui.Frame, p *prose) {
	part := f.Grid.Part(f.Area)
	box := s.box()
	if box == nil {
		if box = s.last(); box != nil {
			n := box.DrawAnswer(f)
			part.Lines(0, n, p.after)
		}
		return
	}
	n := box.Draw(f)
	if s.hints > 0 && n <= 1+box.EntryRows() {
		part.Lines(0, n, p.hints[s.hints-1])
	}
}
