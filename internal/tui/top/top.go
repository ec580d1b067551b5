// Package top holds the root model: a stack of screens, the chrome round them
// and what works everywhere. Its one rule: it names no screen; makers do.
package top

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
	"convtutor/viz"
	"convtutor/viz/canvas"
	"convtutor/viz/encode"
)

// The smallest window in which everything is usable, in columns and rows.
const (
	MinWidth  = 60
	MinHeight = 20
)

// Makers gives the maker of each kind of screen, by the first part of a route.
type Makers map[string]tui.Maker

// Look makes the encoder for a theme: called again whenever the theme changes.
type Look func(theme string) *encode.Encoder

// Finder gathers what there is to be found when a search opens; what it gives
// lists the hits for a text, best first, as often as one types.
type Finder func(s *session.Session) func(text string) []Hit

// Hit is one thing that the search found.
type Hit struct {
	Title string
	About string
	Route tui.Route
}

// Options say what the root model works with.
type Options struct {
	Session *session.Session
	Makers  Makers
	Look    Look
	Find    Finder   // nil where there is nothing to look for
	Themes  []string // what the theme key goes round
	Home    tui.Route
}

// Model is the root: it implements tea.Model. It belongs to one goroutine.
type Model struct {
	opt     Options
	stack   []tui.Screen
	overlay overlay
	notice  tui.NoticeMsg
	grid    *canvas.Grid
	encoder *encode.Encoder
	zones   []tui.Zone
	lacks   []tui.Lack
	chrome  chrome
	gallery gallery
	keeper  keeper
	view    string
	stale   bool
	quit    bool
}

// overlay lies over the screen until it is closed: help, search.
type overlay interface {
	// Update takes a key; done closes the overlay.
	Update(msg tea.Msg) (cmd tea.Cmd, done bool)
	Draw(f tui.Frame)
	Bindings() []key.Binding
	Typing() bool
}

// New is a root model that shows route first. What cannot be opened is told
// in the notice line, over home.
func New(opt Options, route tui.Route) *Model {
	m := &Model{keeper: keeper{seen: opt.Session.Progress.State()}, opt: opt, grid: canvas.New(0, 0), encoder: opt.Look(opt.Session.Theme), stale: true}
	m.open(opt.Home)
	if route.Screen != "" && route.String() != opt.Home.String() {
		m.open(route)
	}
	return m
}

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range m.stack {
		cmds = append(cmds, s.Init())
	}
	return tea.Batch(cmds...)
}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.stale = true
	return m, both(m.handle(msg), m.keep())
}

// both is two commands in one; mostly one of them is nil.
func both(a, b tea.Cmd) tea.Cmd {
	if b == nil {
		return a
	}
	return tea.Batch(a, b)
}

// handle takes what the terminal sends.
func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.grid = canvas.New(max(msg.Width, 0), max(msg.Height, 0))
		return nil
	case tea.KeyMsg:
		return m.press(msg)
	case tea.MouseMsg:
		return m.mouse(msg)
	case terminal.BackgroundMsg:
		m.background(msg)
		return nil
	case terminal.GraphicsMsg:
		m.graphics(msg)
		return nil
	case terminal.EndingMsg:
		m.Save()
		return nil
	}
	return m.handleOurs(msg)
}

// handleOurs takes what screens and commands send.
func (m *Model) handleOurs(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tui.OpenMsg:
		return m.openNow(msg.Route)
	case tui.ReplaceMsg:
		return m.replace(msg.Route)
	case tui.BackMsg:
		return m.back()
	case tui.NoticeMsg:
		m.notice = msg
		return nil
	case tui.RefreshMsg:
		m.refresh()
		return nil
	case savedMsg:
		m.saved(msg)
		return nil
	}
	return m.broadcast(msg)
}

// broadcast gives a message to all screens: what a screen has asked for may
// come when another lies over it. Each knows its own.
func (m *Model) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range m.stack {
		if cmd := s.Update(msg); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

// Save keeps what the screens have to keep; called before the program ends,
// however it ends.
func (m *Model) Save() {
	for _, s := range m.stack {
		m.save(s)
	}
	m.opt.Session.Progress.Save()
}

// Tell shows a line of news until the next key.
func (m *Model) Tell(w viz.Words) { m.notice = tui.NoticeMsg{Words: w, Bad: true} }

// Route is the link to what is shown now.
func (m *Model) Route() tui.Route { return m.screen().Route() }

func (m *Model) screen() tui.Screen { return m.stack[len(m.stack)-1] }

// open puts the screen of a route on the stack, or says why it cannot.
func (m *Model) open(route tui.Route) (tui.Screen, bool) {
	maker, ok := m.opt.Makers[route.Screen]
	if !ok {
		m.notice = noSuchPlace(route)
		return nil, false
	}
	s, err := maker(m.opt.Session, route)
	if err != nil {
		m.notice = cannotOpen(route, err)
		return nil, false
	}
	m.stack = append(m.stack, s)
	return s, true
}

func (m *Model) openNow(route tui.Route) tea.Cmd {
	if s, ok := m.open(route); ok {
		return s.Init()
	}
	return nil
}

// replace opens a screen in place of the present one, the last one too.
func (m *Model) replace(route tui.Route) tea.Cmd {
	if len(m.stack) > 1 {
		m.pop()
		return m.openNow(route)
	}
	m.save(m.screen())
	cmd := m.openNow(route)
	m.stack = m.stack[len(m.stack)-1:]
	return cmd
}

// pop takes the present screen away, unless it is the only one.
func (m *Model) pop() {
	if len(m.stack) < 2 {
		return
	}
	m.save(m.screen())
	m.stack = m.stack[:len(m.stack)-1]
}

// save lets a screen keep what it has to keep.
func (*Model) save(s tui.Screen) {
	if saver, ok := s.(tui.Saver); ok {
		saver.Save()
	}
}

// back closes the present screen; at the bottom of the stack it ends.
func (m *Model) back() tea.Cmd {
	if len(m.stack) < 2 {
		return m.leave()
	}
	m.pop()
	return m.screen().Update(tui.RefreshMsg{})
}

func (m *Model) leave() tea.Cmd {
	m.quit = true
	m.Save()
	return tea.Quit
}

// refresh follows a change of theme or language.
func (m *Model) refresh() {
	m.encoder = m.opt.Look(m.opt.Session.Theme)
	for _, s := range m.stack {
		s.Update(tui.RefreshMsg{})
	}
}

// background follows the terminal's word on its background, unless the
// learner has chosen a theme.
func (m *Model) background(msg terminal.BackgroundMsg) {
	if m.opt.Session.FollowBackground(msg.Dark()) {
		m.refresh()
	}
}
