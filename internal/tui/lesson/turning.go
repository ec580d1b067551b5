package lesson

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/photo"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// turning is a stage with a picture whose dials are turned. One rule says which
// key turns what: a dial's own keys turn it, the arrows turn those that move
// through the picture; all others are chosen first.
type turning struct {
	free
	session *session.Session
	hand    *viz.Hand
	chosen  string // the dial at hand of those to choose, "" where there is none
	over    func(*viz.Picture) (viz.Scene, error)
	album   *photo.Album // nil where the picture stays with its photo
	area    canvas.Rect
	hidden  bool // drawn so last
}

// Keys of a picture with dials, besides the dials' own.
var (
	keyLeap    = tui.Bind("shift+← ↑ ↓ →", "key.leap", "shift+left", "shift+right", "shift+up", "shift+down", "H", "J", "K", "L")
	keyDial    = tui.Bind("← →", "key.choose", "left", "right", "h", "l")
	keyTurn    = tui.Bind("↑ ↓", "key.change", "up", "down", "k", "j", "+", "=", "-", "_")
	keyTurnUp  = tui.Bind("↑", "key.change", "up", "k", "+", "=")
	keyTurnOff = tui.Bind("↓", "key.change", "down", "j", "-", "_")
	keyUndo    = tui.Bind("u", "key.undo", "u")
	keyReset   = tui.Bind("x", "key.reset", "x")
)

// leap is how many rows or columns one goes at once.
const leap = 8

// ways are the keys that move through a picture.
var ways = []struct {
	key  key.Binding
	axis viz.Axis
	by   int
}{
	{tui.KeyUp, viz.AxisDown, -1},
	{tui.KeyDown, viz.AxisDown, 1},
	{tui.KeyLeft, viz.AxisAcross, -1},
	{tui.KeyRight, viz.AxisAcross, 1},
	{tui.Bind("", "key.leap", "shift+up", "K"), viz.AxisDown, -leap},
	{tui.Bind("", "key.leap", "shift+down", "J"), viz.AxisDown, leap},
	{tui.Bind("", "key.leap", "shift+left", "H"), viz.AxisAcross, -leap},
	{tui.Bind("", "key.leap", "shift+right", "L"), viz.AxisAcross, leap},
}

// newTurning shows a step's scene, over the learner's own picture if there is
// one and nothing is asked about the built-in one.
func newTurning(s *session.Session, step course.Step) (stage, error) {
	t := &turning{session: s, hand: viz.NewHand(step.Scene), over: step.Over}
	if dials := t.toChoose(); len(dials) > 0 {
		t.chosen = dials[0].Name
	}
	if step.Over == nil {
		return t, nil
	}
	var err error
	if t.album, err = photo.NewAlbum(s, step.Photo); err != nil {
		return nil, err
	}
	if t.album.HasOwn() {
		return t, t.load()
	}
	return t, nil
}

// load takes the scene over the photo at hand, its dials as they are.
func (t *turning) load() error {
	p, err := t.album.Picture()
	if err != nil {
		return err
	}
	next, err := t.over(p)
	if err == nil {
		t.hand.Swap(next)
	}
	return err
}

// Update implements stage.
func (t *turning) Update(msg tea.Msg) tea.Cmd {
	switch {
	case t.album != nil && tui.Is(msg, photo.KeyPhoto):
		t.album.Next()
		if err := t.load(); err != nil {
			return func() tea.Msg { return tui.Trouble(err) }
		}
	case tui.Is(msg, keyUndo):
		t.hand.Undo()
	case tui.Is(msg, keyReset) && t.hand.Changed():
		t.hand.Reset()
	case t.press(msg), t.move(msg):
	default:
		t.choose(msg)
	}
	return nil
}

// press turns the dial whose own key was pressed.
func (t *turning) press(msg tea.Msg) bool {
	press, ok := msg.(tea.KeyMsg)
	if !ok {
		return false
	}
	for _, d := range t.hand.Scene().Dials() {
		switch press.String() {
		case d.More:
			t.hand.By(d.Name, 1)
			return true
		case d.Less:
			t.hand.By(d.Name, -1)
			return true
		}
	}
	return false
}

// move moves through the picture.
func (t *turning) move(msg tea.Msg) bool {
	for _, way := range ways {
		for _, d := range t.hand.Scene().Dials() {
			if d.Axis == way.axis && tui.Is(msg, way.key) {
				t.hand.By(d.Name, way.by)
				return true
			}
		}
	}
	return false
}

// toChoose are the dials to choose from.
func (t *turning) toChoose() []viz.Dial {
	var list []viz.Dial
	for _, d := range t.hand.Scene().Dials() {
		if d.Keyless() {
			list = append(list, d)
		}
	}
	return list
}

// choose chooses a dial, or turns the one chosen.
func (t *turning) choose(msg tea.Msg) {
	dials, at := t.toChoose(), 0
	for i, d := range dials {
		if d.Name == t.chosen {
			at = i
		}
	}
	switch {
	case len(dials) == 0:
	case tui.Is(msg, tui.KeyLeft):
		t.chosen = dials[max(at-1, 0)].Name
	case tui.Is(msg, tui.KeyRight):
		t.chosen = dials[min(at+1, len(dials)-1)].Name
	case tui.Is(msg, keyTurnUp):
		t.hand.By(t.chosen, 1)
	case tui.Is(msg, keyTurnOff):
		t.hand.By(t.chosen, -1)
	}
}

// captionRows is how many rows the words under the picture may take.
const captionRows = 2

// Draw implements stage: the picture, and under it what it says.
func (t *turning) Draw(f tui.Frame, hide bool) {
	area := f.Area
	var lines []canvas.Line
	if c, ok := t.hand.Scene().(viz.Captioned); ok && !hide {
		lines = tui.Wrapped(t.session, c.Caption(), canvas.RoleNote, f.Area.W)
		lines = lines[:min(len(lines), captionRows)]
		area.H -= captionRows + 1
	}
	if hide {
		area.H-- // the question stands right below
	}
	t.area, t.hidden = area, hide
	f.Within(area).Needs(t.hand.Scene().MinSize())
	t.hand.Scene().Draw(viz.Frame{Grid: f.Grid, Area: area, Say: t.session.Say, Hide: hide}, t.chosen)
	f.Grid.Part(f.Area).Lines(0, f.Area.H-captionRows, lines)
}

// Pictures are the real pictures shown, for terminals that can.
func (t *turning) Pictures() []viz.Placed {
	if s, ok := t.hand.Scene().(viz.Shown); ok && t.area.W > 0 {
		return s.Shown(t.area, t.hidden)
	}
	return nil
}

// Bindings implements stage.
func (t *turning) Bindings() []key.Binding {
	var keys []key.Binding
	moves, far, choose := false, false, false
	for _, d := range t.hand.Scene().Dials() {
		switch {
		case d.Less != "":
			keys = append(keys, tui.Bind(d.More+" "+d.Less, d.Title.Key, d.More, d.Less))
		case d.More != "":
			keys = append(keys, tui.Bind(d.More, d.Title.Key, d.More))
		case d.Axis != viz.AxisNone:
			moves, far = true, far || d.High-d.Low > 2*leap
		default:
			choose = true
		}
	}
	for _, offered := range []struct {
		when bool
		keys []key.Binding
	}{
		{choose, []key.Binding{keyDial, keyTurn}},
		{moves, []key.Binding{photo.KeyAround}},
		{far, []key.Binding{keyLeap}},
		{t.album != nil, []key.Binding{photo.KeyPhoto}},
		{t.hand.Changed(), []key.Binding{keyUndo, keyReset}},
	} {
		if offered.when {
			keys = append(keys, offered.keys...)
		}
	}
	return keys
}
