package home

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/data"
	"convtutor/internal/tui"
	"convtutor/viz"
)

// tasteMsg brings the picture that large windows show below the menu.
type tasteMsg struct {
	owner *screen
	show  *viz.PhotoFilter
}

// taste filters the first photo with the first known filter.
func taste(s *screen) tea.Msg {
	img, err := data.Photos()[0].Image()
	if err != nil {
		return tui.Trouble(err)
	}
	show, err := viz.NewPhotoFilter(viz.NewPicture(img), viz.KnownFilters()[0])
	if err != nil {
		return tui.Trouble(err)
	}
	return tasteMsg{s, show}
}

// drawTaste shows the picture where there is room for it.
func (s *screen) drawTaste(f tui.Frame) {
	s.shown = nil
	if s.show == nil {
		return
	}
	if w, h := s.show.MinSize(); f.Area.W < w || f.Area.H < h {
		return
	}
	last := s.show.Steps() - 1
	s.show.Draw(last, viz.Frame{Grid: f.Grid, Area: f.Area, Say: s.session.Say})
	s.shown = s.show.Pictures(last, f.Area)
}

// Pictures implements tui.Pictured.
func (s *screen) Pictures() []viz.Placed { return s.shown }
