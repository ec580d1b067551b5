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
)

// pool is free play with pooling.
type pool struct {
	session *session.Session
	sheet   *workbench.Sheet
	editor  *bench.SheetEditor
	player  *play.Player // nil while numbers are being changed
}

func newPool(s *session.Session, route tui.Route) (tui.Screen, error) {
	state, err := workbench.LecturePool().FromQuery(route.Query)
	if err != nil {
		return nil, err
	}
	sheet, err := workbench.NewSheet(state)
	if err != nil {
		return nil, err
	}
	return &pool{session: s, sheet: sheet, editor: bench.NewSheet(s, sheet)}, nil
}

// Init implements tui.Screen.
func (p *pool) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (p *pool) Update(msg tea.Msg) tea.Cmd {
	if tui.Is(msg, keyWalk) {
		p.toggle()
		return nil
	}
	if p.player == nil {
		p.editor.Update(msg)
		return nil
	}
	if pressed, err := bench.PressChoice(p.sheet, msg); pressed {
		if err == nil {
			p.player.Replace(p.sheet.Animation())
		}
		return nil
	}
	return p.player.Update(msg)
}

func (p *pool) toggle() {
	if p.player != nil {
		p.player = nil
		return
	}
	p.player = play.New(p.session, p.sheet.Animation(), 0, viz.LevelCell)
}

// Seek implements tui.Seeker: it walks where numbers were being changed.
func (p *pool) Seek(step int) (steps int) {
	if p.player == nil {
		p.toggle()
	}
	return p.player.Seek(step)
}

// Escape implements tui.Escaper.
func (p *pool) Escape() bool {
	was := p.player != nil
	p.player = nil
	return was
}

// Draw implements tui.Screen.
func (p *pool) Draw(f tui.Frame) {
	area := f.Area
	area.H -= linkRows
	if p.player != nil {
		p.player.Draw(f.Within(area), false)
	} else {
		p.editor.Draw(f.Within(area))
	}
	drawLink(f, p.Route(), linkRows-1)
}

// Crumbs implements tui.Screen.
func (p *pool) Crumbs() []string {
	return []string{p.session.Text("home.lab"), p.session.Text("lab.pool")}
}

// Bindings implements tui.Screen.
func (p *pool) Bindings() []key.Binding {
	if p.player != nil {
		keys := append([]key.Binding{keyEdit}, bench.ChoiceKeys(p.sheet)...)
		return append(p.player.Bindings(keys...), tui.KeyBack)
	}
	return append([]key.Binding{keyWalk}, append(p.editor.Bindings(), tui.KeyBack)...)
}

// Typing implements tui.Screen.
func (p *pool) Typing() bool { return false }

// Route implements tui.Screen: the numbers are in it.
func (p *pool) Route() tui.Route {
	state := p.sheet.Model().(workbench.OpenPool)
	return tui.Route{Screen: "lab", Path: []string{"pool"}, Query: state.Query()}
}
