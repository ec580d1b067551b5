// Package lab is free play: the animations with everything open. Its one rule:
// what is shown is always a route that can be copied and opened again.
package lab

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/bench"
	"convtutor/internal/tui/play"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// screen is the workbench with its player.
type screen struct {
	session *session.Session
	editor  *bench.Editor
	player  *play.Player // nil while numbers are being changed
}

var (
	keyWalk = tui.Bind("e", "key.walk", "e")
	keyEdit = tui.Bind("e", "key.edit", "e")
)

// Maker makes the lab: "lab", "lab/conv?in=7x7&k=3x3&s=2&p=1", "lab/photo".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	switch route.At(0) {
	case "", "conv":
		return newConv(s, route)
	case "photo":
		return newPhoto(s, route)
	}
	return nil, fmt.Errorf("lab: there is no %q: known are conv, photo", route.At(0))
}

func newConv(s *session.Session, route tui.Route) (tui.Screen, error) {
	state, err := workbench.Lecture().FromQuery(route.Query)
	if err != nil {
		return nil, err
	}
	editor, err := bench.New(s, state)
	if err != nil {
		return nil, err
	}
	return &screen{session: s, editor: editor}, nil
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, keyWalk):
		s.toggle()
	case s.player != nil:
		return s.player.Update(msg)
	default:
		s.editor.Update(msg)
	}
	return nil
}

// toggle changes between changing the numbers and walking through them.
func (s *screen) toggle() {
	if s.player != nil {
		s.player = nil
		return
	}
	s.player = play.New(s.session, s.editor.Bench().Conv(), 0, viz.LevelProduct)
}

// Seek implements tui.Seeker: it walks where numbers were being changed.
func (s *screen) Seek(step int) (steps int) {
	if s.player == nil {
		s.toggle()
	}
	return s.player.Seek(step)
}

// Escape implements tui.Escaper.
func (s *screen) Escape() bool {
	if s.player == nil {
		return false
	}
	s.toggle()
	return true
}

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	area := f.Area
	area.H -= linkRows
	if s.player != nil {
		s.player.Draw(f.Within(area), false)
	} else {
		s.editor.Draw(f.Within(area))
	}
	s.drawLink(f)
}

// linkRows are the rows of the link below.
const linkRows = 3

// drawLink writes the command that opens exactly this again.
func (s *screen) drawLink(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	link := "convtutor lab '" + strings.TrimPrefix(s.Route().String(), "lab/") + "'"
	for y := f.Area.H - linkRows + 1; y < f.Area.H && link != ""; y++ {
		line := link[:min(len(link), f.Area.W-2)]
		part.Text(1, y, canvas.RoleDim, line)
		link = link[len(line):]
	}
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	return []string{s.session.Text("home.lab"), s.session.Text("lab.conv")}
}

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	if s.player != nil {
		return append(s.player.Bindings(keyEdit), tui.KeyBack)
	}
	return append([]key.Binding{keyWalk}, append(s.editor.Bindings(), tui.KeyBack)...)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen: the numbers are in it.
func (s *screen) Route() tui.Route {
	return tui.Route{Screen: "lab", Path: []string{"conv"}, Query: s.editor.Bench().State().Query()}
}
