package lab

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/bench"
	"convtutor/internal/tui/photo"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// photos is the lab for photos: a filter over all of one, its weights open, or
// zoomed into.
type photos struct {
	*room
	sheet *sheet
	area  canvas.Rect // where the pictures were drawn last
	zoom  *photo.Zoom // nil while the whole photo is shown
}

var (
	keyClose = tui.Bind("n", "key.numbers", "n")
	keyWhole = tui.Bind("n", "key.filter", "n")
)

func newPhoto(s *session.Session, route tui.Route) (tui.Screen, error) {
	from, err := course.LabPhoto(s.Image)
	if err != nil {
		return nil, err
	}
	place := route.Query.Get("at")
	route.Query = without(route.Query, "at")
	made, err := newSheet(s, from, route)
	if err != nil {
		return nil, err
	}
	made.first = viz.LevelRow
	p := &photos{room: &room{session: s, name: "photo", place: made}, sheet: made}
	return p, p.goTo(place)
}

// goTo zooms to a place as the link has it; "" for the whole photo.
func (p *photos) goTo(place string) error {
	if place == "" {
		return nil
	}
	spot, err := workbench.ParseSpot(place)
	if err != nil {
		return err
	}
	if err := p.open(); err != nil {
		return err
	}
	p.zoom.GoTo(spot.Row, spot.Column, spot.Step)
	return nil
}

// open zooms into the photo at hand.
func (p *photos) open() error {
	m := p.sheet.Sheet().Model().(workbench.OpenPhoto)
	picture, err := m.Open(m.Names[m.At])
	if err != nil {
		return err
	}
	p.zoom = photo.NewZoomOf(p.session, picture)
	return nil
}

// Update implements tui.Screen.
func (p *photos) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.linked:
	case tui.Is(msg, keyClose):
		return p.toggleZoom()
	case p.zoom == nil || tui.Is(msg, keyLink):
	case tui.Is(msg, photo.KeyPhoto):
		_, _ = bench.PressChoice(p.sheet.Sheet(), msg)
		return p.reopen()
	default:
		if pressed, _ := bench.PressUndo(p.sheet.Sheet(), msg); pressed {
			return p.reopen()
		}
		return p.zoom.Update(msg)
	}
	return p.room.Update(msg)
}

func (p *photos) toggleZoom() tea.Cmd {
	if p.zoom != nil {
		p.zoom = nil
		return nil
	}
	return trouble(p.open())
}

// reopen zooms to the same place of what is now the photo.
func (p *photos) reopen() tea.Cmd {
	row, column, step := p.zoom.Place()
	if err := p.open(); err != nil {
		return trouble(err)
	}
	p.zoom.GoTo(row, column, step)
	return nil
}

// trouble is the command that shows an error; nil where there is none.
func trouble(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	return func() tea.Msg { return tui.Trouble(err) }
}

// Draw implements tui.Screen.
func (p *photos) Draw(f tui.Frame) {
	p.area = above(f)
	if p.zoom == nil || p.linked {
		p.drawRoom(f, p.Route())
		return
	}
	p.zoom.Draw(f.Within(above(f)), false)
	drawLink(f, command(p.session, p.Route()), linkRows-1)
}

// Pictures are the real pictures shown, for terminals that can.
func (p *photos) Pictures() []viz.Placed {
	shown, ok := p.sheet.animation().(viz.Pictured)
	switch {
	case p.linked || !ok:
		return nil
	case p.zoom != nil:
		return p.zoom.Pictures()
	case p.player != nil:
		return shown.Pictures(p.player.Position(), p.area)
	}
	return shown.Pictures(p.sheet.animation().Steps()-1, p.sheet.Shown(p.area))
}

// Seek implements tui.Seeker: rows of the filter, or closer looks.
func (p *photos) Seek(step int) (steps int) {
	if p.zoom != nil {
		return p.zoom.Seek(step)
	}
	return p.room.Seek(step)
}

// Escape implements tui.Escaper.
func (p *photos) Escape() bool {
	if p.zoom != nil && !p.linked {
		p.zoom = nil
		return true
	}
	return p.room.Escape()
}

// Bindings implements tui.Screen.
func (p *photos) Bindings() []key.Binding {
	if p.zoom != nil && !p.linked {
		keys := append(p.zoom.Bindings(), photo.KeyPhoto, keyWhole)
		return append(append(keys, bench.UndoKeys()...), keyLink, tui.KeyBack)
	}
	keys := p.room.Bindings()
	if p.linked {
		return keys
	}
	return append([]key.Binding{keys[0], keyClose}, keys[1:]...)
}

// Route implements tui.Screen.
func (p *photos) Route() tui.Route {
	r := p.room.Route()
	if p.zoom != nil {
		row, column, step := p.zoom.Place()
		r.Query.Set("at", workbench.Spot{Row: row, Column: column, Step: step}.String())
	}
	return r
}
