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

// part says how a part of a photo becomes numbers: n×n of them in so many
// channels.
type part struct {
	n, channels int
	about       string // the catalogue's key of what Enter does; "" for the usual
	put         func(planes []workbench.Rows) error
}

// leastPart is the smallest side on which a part of a photo can be known again.
const leastPart = 5

// taker shows a photo, a small part of which becomes the numbers of a room.
type taker struct {
	session *session.Session
	part    part
	zoom    *photo.Zoom
}

var keyTakeIt = tui.Bind("enter", "key.take_part", "enter")

func newTaker(s *session.Session, p part) (*taker, error) {
	zoom, err := photo.NewZoom(s, data.Photos()[0].Name)
	if err != nil {
		return nil, err
	}
	return &taker{session: s, part: p, zoom: zoom}, nil
}

// taken puts the part in the place of the numbers; the error says why it cannot be.
func (t *taker) taken() error {
	planes, _ := t.zoom.Numbers(t.part.n, t.part.channels)
	return t.part.put(planes)
}

// draw draws the photo, and what Enter would take.
func (t *taker) draw(f tui.Frame) {
	area := f.Area
	area.H -= 2
	t.zoom.Draw(f.Within(area), false)
	_, side := t.zoom.Numbers(t.part.n, t.part.channels)
	about := t.part.about
	if about == "" {
		about = "lab.take"
	}
	text := t.session.Say(viz.Words{Key: about, Args: viz.Args{"side": side, "n": t.part.n, "channels": t.part.channels}})
	f.Grid.Part(f.Area).Text(0, f.Area.H-1, canvas.RoleText, canvas.Cut(text, f.Area.W))
}
