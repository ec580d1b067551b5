package photo

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Exhibit is a picture that is changed by hand, by keys.
type Exhibit struct {
	session *session.Session
	made    *course.Exhibit
	album   *album // nil where it stays with its photo
	shown   viz.Exhibit
	area    canvas.Rect
	hidden  bool // drawn so last
}

// keyLeap moves the pixel pointed at by leap pixels.
var (
	keyLeap      = tui.Bind("shift+← ↑ ↓ →", "key.leap", "shift+left", "shift+right", "shift+up", "shift+down", "H", "J", "K", "L")
	keyLeapLeft  = tui.Bind("", "key.leap", "shift+left", "H")
	keyLeapRight = tui.Bind("", "key.leap", "shift+right", "L")
	keyLeapUp    = tui.Bind("", "key.leap", "shift+up", "K")
	keyLeapDown  = tui.Bind("", "key.leap", "shift+down", "J")
)

// leap is how many pixels one goes at once.
const leap = 8

// NewExhibit shows an exhibit, over the learner's own picture if there is one
// and nothing is asked about the built-in one.
func NewExhibit(s *session.Session, made *course.Exhibit) (*Exhibit, error) {
	e := &Exhibit{session: s, made: made, shown: made.First}
	if made.Fixed {
		return e, nil
	}
	a, err := newAlbum(s, made.Photo)
	if err != nil {
		return nil, err
	}
	e.album = a
	if a.own != nil {
		return e, e.load()
	}
	return e, nil
}

// load makes the exhibit over the photo at hand, its dials as they are.
func (e *Exhibit) load() error {
	p, err := e.album.picture()
	if err != nil {
		return err
	}
	next, err := e.made.Over(p)
	if err != nil {
		return err
	}
	for _, d := range e.shown.Dials() {
		next = next.Turned(d.Name, d.Value)
	}
	e.shown = next
	return nil
}

// Update takes a key.
func (e *Exhibit) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if e.album != nil && tui.Is(msg, KeyPhoto) {
		e.album.next()
		if err := e.load(); err != nil {
			return func() tea.Msg { return tui.Trouble(err) }
		}
		return nil
	}
	for _, d := range e.shown.Dials() {
		switch press.String() {
		case d.More:
			e.shown = e.shown.Turned(d.Name, d.After(1))
			return nil
		case d.Less:
			e.shown = e.shown.Turned(d.Name, d.After(-1))
			return nil
		}
	}
	e.move(msg)
	return nil
}

// move moves the pixel pointed at.
func (e *Exhibit) move(msg tea.Msg) {
	on, ok := e.shown.(viz.Pointed)
	if !ok {
		return
	}
	y, x := on.Cursor()
	for _, way := range []struct {
		key    key.Binding
		dy, dx int
	}{
		{keyLeapLeft, 0, -leap},
		{keyLeapRight, 0, leap},
		{keyLeapUp, -leap, 0},
		{keyLeapDown, leap, 0},
		{tui.KeyLeft, 0, -1},
		{tui.KeyRight, 0, 1},
		{tui.KeyUp, -1, 0},
		{tui.KeyDown, 1, 0},
	} {
		if tui.Is(msg, way.key) {
			e.shown = on.PointedAt(y+way.dy, x+way.dx)
			return
		}
	}
}

// sentenceRows is how many rows the words under the picture may take.
const sentenceRows = 2

// Draw draws the exhibit, and says under it what is seen.
func (e *Exhibit) Draw(f tui.Frame, hide bool) {
	area := f.Area
	var lines []canvas.Line
	if words := e.shown.Words(); e.said() && !hide && len(words) > 0 {
		lines = tui.Wrapped(e.session, words, canvas.RoleNote, f.Area.W)
		lines = lines[:min(len(lines), sentenceRows)]
		area.H -= sentenceRows + 1
	}
	if hide {
		area.H-- // the question stands right below
	}
	e.area, e.hidden = area, hide
	e.shown.Draw(viz.Frame{Grid: f.Grid, Area: area, Say: e.session.Say, Hide: hide})
	f.Grid.Part(f.Area).Lines(0, f.Area.H-sentenceRows, lines)
}

// said tells whether the words say more than the picture: a table does not.
func (e *Exhibit) said() bool { return e.made.Photo != "" }

// Pictures are the real pictures shown, for terminals that can.
func (e *Exhibit) Pictures() []viz.Placed {
	if s, ok := e.shown.(viz.Shown); ok && e.area.W > 0 {
		return s.Shown(e.area, e.hidden)
	}
	return nil
}

// Bindings are the keys that work now.
func (e *Exhibit) Bindings() []key.Binding {
	var keys []key.Binding
	for _, d := range e.shown.Dials() {
		label, name := d.More, d.Title().Key
		if d.Less != "" {
			keys = append(keys, tui.Bind(d.More+" "+d.Less, name, d.More, d.Less))
			continue
		}
		keys = append(keys, tui.Bind(label, name, d.More))
	}
	if _, ok := e.shown.(viz.Pointed); ok {
		keys = append(keys, KeyAround, keyLeap)
	}
	if e.album != nil {
		keys = append(keys, KeyPhoto)
	}
	return keys
}

// Typing implements a lesson's stage.
func (e *Exhibit) Typing() bool { return false }

// Done implements a lesson's stage.
func (e *Exhibit) Done() bool { return true }
