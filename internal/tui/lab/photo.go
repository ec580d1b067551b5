package lab

import (
	"fmt"
	"net/url"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/photo"
	"convtutor/viz"
)

// photos is the lab for photos: a filter over all of one, or zoomed into.
type photos struct {
	session  *session.Session
	filtered *photo.Filtered
	zoom     *photo.Zoom
	close    bool // zoomed into
}

var (
	keyClose = tui.Bind("z", "key.numbers", "z")
	keyWhole = tui.Bind("z", "key.filter", "z")
)

func newPhoto(s *session.Session, route tui.Route) (tui.Screen, error) {
	name := route.Query.Get("photo")
	if name == "" {
		name = "chelsea"
	}
	filtered, err := photo.NewFiltered(s, name, route.Query.Get("filter"))
	if err != nil {
		return nil, err
	}
	zoom, err := photo.NewZoom(s, name)
	if err != nil {
		return nil, err
	}
	p := &photos{session: s, filtered: filtered, zoom: zoom}
	return p, p.goTo(route.Query.Get("at"))
}

// goTo zooms to a place as place writes it; "" for the whole photo.
func (p *photos) goTo(place string) error {
	if place == "" {
		return nil
	}
	var row, column, step int
	if n, err := fmt.Sscanf(place, "%d_%d_%d", &row, &column, &step); n != 3 || err != nil {
		return fmt.Errorf("lab: at=%q is not a row, a column and how close, like 40_60_2", place)
	}
	p.zoom.GoTo(row-1, column-1, step)
	p.close = true
	return nil
}

// place is where one is zoomed into, row and column counted from 1.
func (p *photos) place() string {
	row, column, step := p.zoom.Place()
	return fmt.Sprintf("%d_%d_%d", row+1, column+1, step)
}

// Init implements tui.Screen.
func (p *photos) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (p *photos) Update(msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, keyClose):
		p.close = !p.close
		return nil
	case tui.Is(msg, photo.KeyPhoto):
		return tea.Batch(p.filtered.Update(msg), p.zoom.Update(msg))
	case p.close:
		return p.zoom.Update(msg)
	}
	return p.filtered.Update(msg)
}

// Draw implements tui.Screen.
func (p *photos) Draw(f tui.Frame) {
	if p.close {
		p.zoom.Draw(f, false)
		return
	}
	p.filtered.Draw(f, false)
}

// Pictures are the real pictures shown, for terminals that can.
func (p *photos) Pictures() []viz.Placed {
	if p.close {
		return p.zoom.Pictures()
	}
	return p.filtered.Pictures()
}

// Seek implements tui.Seeker: rows of the filter, or closer looks.
func (p *photos) Seek(step int) (steps int) {
	if p.close {
		return p.zoom.Seek(step)
	}
	return p.filtered.Seek(step)
}

// Escape implements tui.Escaper.
func (p *photos) Escape() bool {
	was := p.close
	p.close = false
	return was
}

// Crumbs implements tui.Screen.
func (p *photos) Crumbs() []string {
	return []string{p.session.Text("home.lab"), p.session.Text("lab.photo")}
}

// Bindings implements tui.Screen.
func (p *photos) Bindings() []key.Binding {
	if p.close {
		return append(p.zoom.Bindings(), keyWhole, tui.KeyBack)
	}
	return append([]key.Binding{keyClose}, append(p.filtered.Bindings(), tui.KeyBack)...)
}

// Typing implements tui.Screen.
func (p *photos) Typing() bool { return false }

// Route implements tui.Screen.
func (p *photos) Route() tui.Route {
	name, filter := p.filtered.Names()
	q := url.Values{"photo": {name}, "filter": {filter}}
	if p.close {
		q.Set("at", p.place())
	}
	return tui.Route{Screen: "lab", Path: []string{"photo"}, Query: q}
}
