package lab

import (
	"convtutor/internal/data"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/photo"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// taker shows a photo, a small part of which becomes the input.
type taker struct {
	session *session.Session
	bench   *workbench.Bench
	zoom    *photo.Zoom
}

var keyTakeIt = tui.Bind("enter", "key.take_part", "enter")

func newTaker(s *session.Session, b *workbench.Bench) (*taker, error) {
	zoom, err := photo.NewZoom(s, data.Photos()[0].Name)
	if err != nil {
		return nil, err
	}
	return &taker{session: s, bench: b, zoom: zoom}, nil
}

// least is the smallest side on which a part of a photo can be known again.
const least = 5

// size is how many numbers a side gets, and in how many channels.
func (t *taker) size() (n, channels int) {
	n = max(t.bench.Size(viz.PlaneInput).H, least)
	if len(t.bench.State().Input) == 3 {
		return n, 3
	}
	return n, 1
}

// taken puts the part in the place of the input; the error says why it cannot be.
func (t *taker) taken() error {
	n, channels := t.size()
	planes, _ := t.zoom.Numbers(n, channels)
	for len(planes) < len(t.bench.State().Input) {
		planes = append(planes, planes[0])
	}
	return t.bench.SetInput(planes)
}

// draw draws the photo, and what Enter would take.
func (t *taker) draw(f tui.Frame) {
	area := f.Area
	area.H -= 2
	t.zoom.Draw(f.Within(area), false)
	n, channels := t.size()
	_, side := t.zoom.Numbers(n, channels)
	text := t.session.Say(viz.Words{Key: "lab.take", Args: viz.Args{"side": side, "n": n, "channels": channels}})
	f.Grid.Part(f.Area).Text(0, f.Area.H-1, canvas.RoleText, canvas.Cut(text, f.Area.W))
}
