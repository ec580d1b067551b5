package lesson

import (
	"convtutor/internal/course"
	"convtutor/internal/data"
	"convtutor/internal/session"
	"convtutor/internal/tui/photo"
	"convtutor/internal/workbench"
)

// newZoom is the stage that leads from a photo into its numbers.
func newZoom(s *session.Session, step course.Step) (stage, error) {
	r := step.Widget.Params.Read()
	name, closer := r.Text("photo", "chelsea"), r.Int("closer", 0)
	if err := r.Done(); err != nil {
		return nil, err
	}
	z, err := photo.NewZoom(s, name)
	if err == nil {
		z.Seek(closer)
	}
	return z, err
}

// newPhoto is the stage of a photo with a filter run over all of it.
func newPhoto(s *session.Session, step course.Step) (stage, error) {
	r := step.Widget.Params.Read()
	name, filter := r.Text("photo", "chelsea"), r.Text("filter", "")
	if err := r.Done(); err != nil {
		return nil, err
	}
	return photo.NewFiltered(s, name, filter)
}

// withOwn is a step's model, with the learner's own picture if there is one and
// nothing is asked about the built-in one.
func withOwn(s *session.Session, step course.Step) (workbench.Model, error) {
	over, ok := step.Model.(workbench.Photo)
	if !ok || s.Image == "" || len(step.Predictions) > 0 {
		return step.Model, nil
	}
	own, err := course.OwnPhoto(s.Image)
	if err != nil {
		return nil, err
	}
	return over.WithOwn(data.FileName(s.Image), own, step.Editing), nil
}
