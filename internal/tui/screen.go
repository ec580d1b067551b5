// Package tui holds what every screen is built from. Its one rule: a screen
// draws cells with meanings on a grid and says which keys work; terminals,
// colours and the other screens are not its business.
package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Screen is one full view: home, a lesson, the quiz.
type Screen interface {
	// Init runs once, when the screen is opened.
	Init() tea.Cmd
	// Update takes a message that is meant for this screen.
	Update(msg tea.Msg) tea.Cmd
	// Draw draws the screen into the frame.
	Draw(f Frame)
	// Crumbs says where the learner is, outermost first.
	Crumbs() []string
	// Bindings are the keys that work at this moment, in the order in which
	// they are needed. Their help text is a key of the catalogue.
	Bindings() []key.Binding
	// Typing is true while a text field has the keys: shortcuts and the
	// table from jamo to Latin letters are off.
	Typing() bool
	// Route is the link to exactly what is shown.
	Route() Route
}

// Progresser is a screen that has a way to go: the header shows how far.
type Progresser interface {
	// Progress gives the steps done and the number of steps.
	Progress() (done, total int)
}

// Escaper is a screen that wants Esc for itself for a moment (to leave a
// field, to close a part); it returns false when Esc means "back".
type Escaper interface{ Escape() bool }

// Writer is a screen on which whole sentences may be written: every sign is the
// text's then, the question mark too.
type Writer interface{ Writing() bool }

// Worded is a screen that brings in words of its own.
type Worded interface {
	// WordsRoute leads to where they are explained.
	WordsRoute() Route
}

// Saver is a screen that has something to keep before the program ends.
type Saver interface{ Save() }

// Pictured is a screen with real pictures in it, for terminals that can show
// pixels.
type Pictured interface {
	// Pictures gives what was drawn last.
	Pictures() []viz.Placed
}

// Seeker is a screen, or a part of one, with something to walk through.
type Seeker interface {
	// Seek shows a step, counted from 0, or the last if there are fewer; it
	// gives the number of steps there are, 0 where nothing can be walked
	// through now.
	Seek(step int) (steps int)
}

// Maker makes a screen for a route. The error is shown to the learner.
type Maker func(s *session.Session, route Route) (Screen, error)

// Frame is where a screen draws, and where it says what can be clicked.
type Frame struct {
	Grid  *canvas.Grid
	Area  canvas.Rect
	zones *[]Zone
	lacks *[]Lack
}

// Lack is room that a picture has and needs, in columns and rows.
type Lack struct{ HasW, HasH, NeedsW, NeedsH int }

// Zone is a part of the screen that answers to the mouse.
type Zone struct {
	Rect  canvas.Rect
	Click func(x, y int) tea.Msg // nil result: nothing happens
	// Drag is asked when the pointer moves with its button held; may be nil.
	Drag func(x, y int) tea.Msg
}

// NewFrame is a frame over area; clickable zones are collected in zones, pictures
// that lack room in lacks.
func NewFrame(g *canvas.Grid, area canvas.Rect, zones *[]Zone, lacks *[]Lack) Frame {
	return Frame{Grid: g, Area: area, zones: zones, lacks: lacks}
}

// Needs says that what is drawn here needs so many columns and rows.
func (f Frame) Needs(w, h int) {
	if f.lacks != nil && (f.Area.W < w || f.Area.H < h) {
		*f.lacks = append(*f.lacks, Lack{f.Area.W, f.Area.H, w, h})
	}
}

// Within is the same frame, narrowed to area.
func (f Frame) Within(area canvas.Rect) Frame {
	f.Area = area
	return f
}

// Zone says that a click in rect means the message that click gives.
func (f Frame) Zone(rect canvas.Rect, click func(x, y int) tea.Msg) {
	if f.zones != nil {
		*f.zones = append(*f.zones, Zone{Rect: rect, Click: click})
	}
}

// DragZone is Zone with a message for the pointer moving with its button held.
func (f Frame) DragZone(rect canvas.Rect, click, drag func(x, y int) tea.Msg) {
	if f.zones != nil {
		*f.zones = append(*f.zones, Zone{Rect: rect, Click: click, Drag: drag})
	}
}
