package lesson

import (
	"convtutor/internal/tui"
	"convtutor/lessons"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// drawOnward says at the end of a lesson which one comes next, and the question
// that it answers.
func (s *screen) drawOnward(f tui.Frame) {
	next, ok := s.session.Course.Next(s.lesson.ID)
	if _, prose := s.stage.(blank); !ok || !prose || s.at != len(s.lesson.Steps)-1 {
		return
	}
	words, err := s.session.Course.Words(next.ID, s.session.Language())
	if err != nil {
		return
	}
	part := f.Grid.Part(f.Area)
	x := part.Text(0, 0, canvas.RoleKey, "→ ")
	x = part.Text(x, 0, canvas.RoleStrong, s.session.Say(viz.Words{Key: "lesson.next", Args: viz.Args{"title": words.Title}}))
	part.Text(x+2, 0, canvas.RoleDim, canvas.Cut(question(words), max(f.Area.W-x-2, 0)))
}

// question is the question that a lesson answers.
func question(w *lessons.Words) string {
	if len(w.Intro) == 0 {
		return ""
	}
	return w.Intro[0].Text()
}
