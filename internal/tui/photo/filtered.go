package photo

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Filtered is a photo with a known filter run over all of it.
type Filtered struct {
	session *session.Session
	album   *Album
	filter  int
	anim    *viz.PhotoFilter
	player  *play.Player
	area    canvas.Rect
}

// NewFiltered filters a photo by name, or the learner's own; filter is a known
// filter's name, "" for the first.
func NewFiltered(s *session.Session, photo, filter string) (*Filtered, error) {
	a, err := NewAlbum(s, photo)
	if err != nil {
		return nil, err
	}
	f := &Filtered{session: s, album: a}
	for i, k := range viz.KnownFilters() {
		if k.Name == filter {
			f.filter = i
		}
	}
	return f, f.load()
}

// load filters the photo at hand, all of it at once: one can go back to its
// start and watch it row by row.
func (f *Filtered) load() error {
	p, err := f.album.Picture()
	if err != nil {
		return err
	}
	anim, err := viz.NewPhotoFilter(p, viz.KnownFilters()[f.filter])
	if err != nil {
		return err
	}
	f.anim = anim
	f.player = play.New(f.session, anim, anim.Steps()-1, viz.LevelRow)
	return nil
}

// Update takes a key or a tick.
func (f *Filtered) Update(msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, KeyFilter):
		f.filter = (f.filter + 1) % len(viz.KnownFilters())
	case tui.Is(msg, KeyPhoto):
		f.album.Next()
	default:
		return f.player.Update(msg)
	}
	if err := f.load(); err != nil {
		return func() tea.Msg { return tui.Trouble(err) }
	}
	return nil
}

// Draw draws photo and result side by side.
func (f *Filtered) Draw(fr tui.Frame, _ bool) {
	f.area = fr.Area
	f.player.Draw(fr, false)
}

// Pictures are the real pictures shown, for terminals that can.
func (f *Filtered) Pictures() []viz.Placed { return f.anim.Pictures(f.player.Position(), f.area) }

// Seek implements tui.Seeker: a step is a row.
func (f *Filtered) Seek(step int) (steps int) { return f.player.Seek(step) }

// Bindings are the keys that work now.
func (f *Filtered) Bindings() []key.Binding {
	return append([]key.Binding{KeyFilter, KeyPhoto}, f.player.Bindings()...)
}

// Typing implements a lesson's stage.
func (f *Filtered) Typing() bool { return false }

// Done implements a lesson's stage.
func (f *Filtered) Done() bool { return true }

// Names are the photo's and the filter's names in routes.
func (f *Filtered) Names() (photo, filter string) {
	return f.album.name(), viz.KnownFilters()[f.filter].Name
}
