package lesson

import (
	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui/photo"
)

// newExhibit is the stage of a picture that is changed by hand.
func newExhibit(s *session.Session, step course.Step) (stage, error) {
	return photo.NewExhibit(s, step.Exhibit)
}
