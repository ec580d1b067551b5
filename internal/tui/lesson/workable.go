package lesson

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/bench"
	"convtutor/internal/tui/play"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// workable is a stage with an animation to walk through, whose numbers and
// choices can be opened to change.
type workable struct {
	free
	figure figure
	player *play.Player
	editor editor      // nil while watching
	area   canvas.Rect // where it was drawn last
	secret bool        // while a prediction is open, what comes out is kept secret
}

// figure is what a workable stage lets one watch and change.
type figure interface {
	// animation is what its numbers make now.
	animation() viz.Animation
	// open opens them to change.
	open() editor
	// press takes a key that changes it while one watches.
	press(msg tea.Msg) (pressed, changed bool)
	// keys are those keys, with the one that opens it.
	keys() []key.Binding
}

// editor is a figure opened.
type editor interface {
	Update(msg tea.Msg)
	Draw(f tui.Frame)
	Bindings() []key.Binding
}

// Keys of a figure besides those of its player.
var (
	keyEdit = tui.Bind("e", "key.edit", "e")
	keyDone = tui.Bind("e", "key.edit_done", "e")
	keyFlip = tui.Bind("f", "key.flip", "f")
)

// newConv is the stage of a convolution.
func newConv(s *session.Session, step course.Step) (stage, error) {
	b, err := workbench.New(workbench.FromSetup(step.Setup))
	if err != nil {
		return nil, err
	}
	w := newWorkable(s, convFigure{s, b}, step)
	w.secret = true
	return w, nil
}

// newSheet is the stage of a figure of another sort.
func newSheet(s *session.Session, step course.Step) (stage, error) {
	model, err := withOwn(s, step)
	if err != nil {
		return nil, err
	}
	sheet, err := workbench.NewSheet(model)
	if err != nil {
		return nil, err
	}
	w := newWorkable(s, sheetFigure{s, sheet}, step)
	for _, p := range step.Predictions {
		w.secret = w.secret || p.At >= 0 // it is about a step of the animation
	}
	return w, nil
}

func newWorkable(s *session.Session, f figure, step course.Step) *workable {
	w := &workable{figure: f, player: play.New(s, f.animation(), step.Start, step.Level)}
	if step.Editing {
		w.editor = f.open()
	}
	return w
}

// Update implements stage.
func (w *workable) Update(msg tea.Msg) tea.Cmd {
	if tui.Is(msg, keyEdit) {
		w.toggle()
		return nil
	}
	if w.editor != nil {
		w.editor.Update(msg)
		return nil
	}
	if pressed, changed := w.figure.press(msg); pressed {
		if changed {
			w.player.Replace(w.figure.animation())
		}
		return nil
	}
	return w.player.Update(msg)
}

// toggle opens the numbers to change, or walks through what they have become.
func (w *workable) toggle() {
	if w.editor == nil {
		w.editor = w.figure.open()
		return
	}
	w.editor = nil
	w.player.Replace(w.figure.animation())
}

// Escape implements tui.Escaper: Esc first leaves the numbers.
func (w *workable) Escape() bool {
	if w.editor == nil {
		return false
	}
	w.toggle()
	return true
}

// Seek implements tui.Seeker: what is being changed is closed for it.
func (w *workable) Seek(step int) (steps int) {
	w.Escape()
	return w.player.Seek(step)
}

// seek implements sought.
func (w *workable) seek(step int) { w.Seek(step) }

// Draw implements stage.
func (w *workable) Draw(f tui.Frame, hide bool) {
	w.area = f.Area
	if w.editor != nil && !hide {
		w.editor.Draw(f)
		return
	}
	w.player.Draw(f, hide && w.secret)
}

// Pictures are the real pictures shown, for terminals that can.
func (w *workable) Pictures() []viz.Placed {
	a := w.figure.animation()
	p, ok := a.(viz.Pictured)
	if !ok {
		return nil
	}
	if shows, ok := w.editor.(interface{ Shown(canvas.Rect) canvas.Rect }); ok {
		return p.Pictures(a.Steps()-1, shows.Shown(w.area))
	}
	return p.Pictures(w.player.Position(), w.area)
}

// Bindings implements stage.
func (w *workable) Bindings() []key.Binding {
	if w.editor != nil {
		return append([]key.Binding{keyDone}, w.editor.Bindings()...)
	}
	return w.player.Bindings(w.figure.keys()...)
}

// convFigure is a convolution with its workbench.
type convFigure struct {
	session *session.Session
	bench   *workbench.Bench
}

func (c convFigure) animation() viz.Animation { return c.bench.Conv() }
func (c convFigure) open() editor             { return bench.Over(c.session, c.bench) }
func (c convFigure) keys() []key.Binding      { return []key.Binding{keyEdit, keyFlip} }

func (c convFigure) press(msg tea.Msg) (pressed, changed bool) {
	if !tui.Is(msg, keyFlip) {
		return false, false
	}
	return true, c.bench.Adjust(workbench.SettingFlip, 1) == nil
}

// sheetFigure is a figure with its sheet.
type sheetFigure struct {
	session *session.Session
	sheet   *workbench.Sheet
}

func (s sheetFigure) animation() viz.Animation { return s.sheet.Animation() }
func (s sheetFigure) open() editor             { return bench.NewSheet(s.session, s.sheet) }
func (s sheetFigure) keys() []key.Binding      { return append(bench.ChoiceKeys(s.sheet), keyEdit) }

func (s sheetFigure) press(msg tea.Msg) (pressed, changed bool) {
	pressed, err := bench.PressChoice(s.sheet, msg)
	return pressed, err == nil
}
