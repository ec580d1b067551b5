package lab

import (
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

// screen is the workbench with its player, for a convolution or a transposed
// one.
type screen struct {
	session *session.Session
	name    string // of the room
	editor  *bench.Editor
	player  *play.Player // nil while numbers are being changed
	taker   *taker       // nil while no part of a photo is being taken
	linked  bool         // the link is shown whole
}

var (
	keyWalk = tui.Bind("e", "key.walk", "e")
	keyEdit = tui.Bind("e", "key.edit", "e")
	keyLink = tui.Bind("y", "key.link", "y")
	keyTake = tui.Bind("o", "key.take", "o")
)

func newConv(s *session.Session, route tui.Route) (tui.Screen, error) {
	return newBench(s, "conv", workbench.Lecture(), route)
}

func newTransposed(s *session.Session, route tui.Route) (tui.Screen, error) {
	return newBench(s, "transposed", workbench.Spread(), route)
}

// newBench opens the route's state; what it does not say is as in from.
func newBench(s *session.Session, name string, from workbench.State, route tui.Route) (tui.Screen, error) {
	state, err := from.FromQuery(route.Query)
	if err != nil {
		return nil, err
	}
	editor, err := bench.New(s, state)
	if err != nil {
		return nil, err
	}
	editor.Everything()
	return &screen{session: s, name: name, editor: editor}, nil
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	switch {
	case s.taker != nil:
		return s.take(msg)
	case tui.Is(msg, keyLink):
		s.linked = !s.linked
	case s.linked:
		return nil // the link lies over everything
	case tui.Is(msg, keyWalk):
		s.toggle()
	case s.player != nil:
		return s.player.Update(msg)
	case tui.Is(msg, keyTake) && !s.editor.Drawing():
		return s.openTaker()
	default:
		s.editor.Update(msg)
	}
	return nil
}

// openTaker shows a photo to take a part of.
func (s *screen) openTaker() tea.Cmd {
	t, err := newTaker(s.session, s.editor.Bench())
	if err != nil {
		return func() tea.Msg { return tui.Trouble(err) }
	}
	s.taker = t
	return nil
}

// take gives a message to the photo; Enter takes its part as the input.
func (s *screen) take(msg tea.Msg) tea.Cmd {
	if !tui.Is(msg, tui.KeyOpen) {
		return s.taker.zoom.Update(msg)
	}
	err := s.taker.taken()
	s.taker = nil
	if err != nil {
		return func() tea.Msg { return tui.Trouble(err) }
	}
	return nil
}

// toggle changes between changing the numbers and walking through them.
func (s *screen) toggle() {
	s.editor.Escape()
	if s.player != nil {
		s.player = nil
		return
	}
	s.player = play.New(s.session, s.editor.Bench().Picture(), 0, viz.LevelProduct)
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
	switch {
	case s.linked:
		s.linked = false
		return true
	case s.taker != nil:
		s.taker = nil
		return true
	case s.player != nil:
		s.toggle()
		return true
	}
	return s.editor.Escape()
}

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	if s.taker != nil {
		s.taker.draw(f)
		return
	}
	if s.linked {
		f.Grid.Part(f.Area).Text(0, 0, canvas.RoleText, s.session.Text("lab.link"))
		f.Area.Y, f.Area.H = f.Area.Y+2, f.Area.H-2
		drawLink(f, s.Route(), f.Area.H)
		return
	}
	area := f.Area
	area.H -= linkRows
	if s.player != nil {
		s.player.Draw(f.Within(area), false)
	} else {
		s.editor.Draw(f.Within(area))
	}
	drawLink(f, s.Route(), linkRows-1)
}

// Pictures are the real pictures shown, for terminals that can.
func (s *screen) Pictures() []viz.Placed {
	if s.taker != nil {
		return s.taker.zoom.Pictures()
	}
	return nil
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	return []string{s.session.Text("home.lab"), s.session.Text("lab." + s.name)}
}

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	switch {
	case s.taker != nil:
		return append([]key.Binding{keyTakeIt}, append(s.taker.zoom.Bindings(), tui.KeyBack)...)
	case s.linked:
		return []key.Binding{keyLink, tui.KeyBack}
	case s.player != nil:
		return append(s.player.Bindings(keyEdit, keyLink), tui.KeyBack)
	case s.editor.Drawing():
		return append(s.editor.Bindings(), tui.KeyBack)
	}
	return append([]key.Binding{keyWalk}, append(s.editor.Bindings(), keyTake, keyLink, tui.KeyBack)...)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen: the numbers are in it.
func (s *screen) Route() tui.Route {
	return tui.Route{Screen: "lab", Path: []string{s.name}, Query: s.editor.Bench().State().Query()}
}
