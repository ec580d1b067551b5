package lesson

import (
	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui/photo"
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
