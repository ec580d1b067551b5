package photo

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Zoom leads from a photo into its numbers.
type Zoom struct {
	session *session.Session
	album   *Album
	zoom    *viz.Zoom
	step    int
	area    canvas.Rect
}

// Keys of a photo.
var (
	KeyZoom   = tui.Bind("+ -", "key.zoom", "+", "=", "-", "_")
	keyIn     = tui.Bind("+", "key.zoom", "+", "=")
	keyOut    = tui.Bind("-", "key.zoom", "-", "_")
	KeyAround = tui.Bind("← ↑ ↓ →", "key.move", "left", "right", "up", "down", "h", "j", "k", "l")
	KeyPhoto  = tui.Bind("o", "key.photo", "o")
	KeyFilter = tui.Bind("f", "key.filter", "f")
)

// NewZoom zooms into a photo by name, or into the learner's own.
func NewZoom(s *session.Session, name string) (*Zoom, error) {
	a, err := NewAlbum(s, name)
	if err != nil {
		return nil, err
	}
	z := &Zoom{session: s, album: a}
	return z, z.load()
}

// NewZoomOf zooms into a picture that stays.
func NewZoomOf(s *session.Session, picture *viz.Picture) *Zoom {
	return &Zoom{session: s, zoom: viz.NewZoom(picture)}
}

func (z *Zoom) load() error {
	p, err := z.album.Picture()
	if err != nil {
		return err
	}
	z.zoom = viz.NewZoom(p)
	z.step = min(z.step, z.zoom.Steps()-1)
	return nil
}

// Update takes a key.
func (z *Zoom) Update(msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, keyIn):
		z.step = min(z.step+1, z.zoom.Steps()-1)
	case tui.Is(msg, keyOut):
		z.step = max(z.step-1, 0)
	case tui.Is(msg, tui.KeyLeft):
		z.zoom = z.zoom.Moved(z.step, -1, 0)
	case tui.Is(msg, tui.KeyRight):
		z.zoom = z.zoom.Moved(z.step, 1, 0)
	case tui.Is(msg, tui.KeyUp):
		z.zoom = z.zoom.Moved(z.step, 0, -1)
	case tui.Is(msg, tui.KeyDown):
		z.zoom = z.zoom.Moved(z.step, 0, 1)
	case z.album != nil && tui.Is(msg, KeyPhoto):
		z.album.Next()
		if err := z.load(); err != nil {
			return func() tea.Msg { return tui.Trouble(err) }
		}
	}
	return nil
}

// Place is the pixel zoomed into, and how close, all counted from 0.
func (z *Zoom) Place() (row, column, step int) {
	column, row = z.zoom.Cursor()
	return row, column, z.step
}

// GoTo zooms into a pixel, or into the nearest there is, as close as step says.
func (z *Zoom) GoTo(row, column, step int) {
	z.zoom = z.zoom.At(column, row)
	z.Seek(step)
}

// Numbers are the part marked as n×n numbers, a plane for each channel, and how
// many pixels that part is wide.
func (z *Zoom) Numbers(n, channels int) (planes [][][]float64, side int) {
	return z.zoom.Numbers(z.step, n, channels), z.zoom.Square(z.step, n).Dx()
}

// Draw draws the present part of the photo, and in words what it is.
func (z *Zoom) Draw(f tui.Frame, _ bool) {
	area := f.Area
	area.H -= 2
	z.area = area
	f.Within(area).Needs(z.zoom.MinSize())
	z.zoom.Draw(z.step, viz.Frame{Grid: f.Grid, Area: area, Say: z.session.Say})
	words := z.session.Say(z.zoom.Words(z.step))
	f.Grid.Part(f.Area).Text(0, f.Area.H-1, canvas.RoleNote, canvas.Cut(canvas.Strip(words), f.Area.W))
}

// Pictures are the real pictures shown, for terminals that can.
func (z *Zoom) Pictures() []viz.Placed { return z.zoom.Pictures(z.step, z.area) }

// Seek implements tui.Seeker: a step is a closer look.
func (z *Zoom) Seek(step int) (steps int) {
	z.step = min(max(step, 0), z.zoom.Steps()-1)
	return z.zoom.Steps()
}

// Bindings are the keys that work now.
func (z *Zoom) Bindings() []key.Binding {
	if z.album == nil {
		return []key.Binding{KeyZoom, KeyAround}
	}
	return []key.Binding{KeyZoom, KeyAround, KeyPhoto}
}

// Typing implements a lesson's stage.
func (z *Zoom) Typing() bool { return false }

// Done implements a lesson's stage.
func (z *Zoom) Done() bool { return true }
