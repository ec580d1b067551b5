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

// figure is a stage with a sheet: its animation to walk through, its numbers
// and choices to change.
type figure struct {
	session *session.Session
	sheet   *workbench.Sheet
	player  *play.Player
	editor  *bench.SheetEditor // nil while watching
	area    canvas.Rect        // where the animation was drawn last
	secret  bool               // a prediction is about a step of the animation
}

func newFigure(s *session.Session, step course.Step) (stage, error) {
	sheet, err := workbench.NewSheet(step.Model)
	if err != nil {
		return nil, err
	}
	f := &figure{session: s, sheet: sheet, player: play.New(s, sheet.Animation(), step.Start, step.Level)}
	for _, p := range step.Predictions {
		f.secret = f.secret || p.At >= 0
	}
	if step.Editing {
		f.editor = bench.NewSheet(s, sheet)
	}
	return f, nil
}

// Seek implements tui.Seeker: what is being changed is closed for it.
func (f *figure) Seek(step int) (steps int) {
	if f.editor != nil {
		f.toggle()
	}
	return f.player.Seek(step)
}

// Update implements stage.
func (f *figure) Update(msg tea.Msg) tea.Cmd {
	if tui.Is(msg, keyEdit) {
		f.toggle()
		return nil
	}
	if f.editor != nil {
		f.editor.Update(msg)
		return nil
	}
	if pressed, err := bench.PressChoice(f.sheet, msg); pressed {
		if err == nil {
			f.player.Replace(f.sheet.Animation())
		}
		return nil
	}
	return f.player.Update(msg)
}

func (f *figure) toggle() {
	if f.editor == nil {
		f.editor = bench.NewSheet(f.session, f.sheet)
		return
	}
	f.editor = nil
	f.player.Replace(f.sheet.Animation())
}

// Escape implements tui.Escaper: Esc first leaves the numbers.
func (f *figure) Escape() bool {
	if f.editor == nil {
		return false
	}
	f.toggle()
	return true
}

// seek implements sought.
func (f *figure) seek(step int) { f.Seek(step) }

// Draw implements stage.
func (f *figure) Draw(fr tui.Frame, hide bool) {
	f.area = fr.Area
	if f.editor != nil && !hide {
		f.editor.Draw(fr)
		return
	}
	f.player.Draw(fr, hide && f.secret)
}

// Pictures are the real pictures shown, for terminals that can.
func (f *figure) Pictures() []viz.Placed {
	p, ok := f.sheet.Animation().(viz.Pictured)
	switch {
	case !ok:
		return nil
	case f.editor != nil:
		return p.Pictures(f.sheet.Animation().Steps()-1, f.editor.Shown(f.area))
	}
	return p.Pictures(f.player.Position(), f.area)
}

// Bindings implements stage.
func (f *figure) Bindings() []key.Binding {
	if f.editor != nil {
		return append([]key.Binding{keyDone}, f.editor.Bindings()...)
	}
	return f.player.Bindings(append(bench.ChoiceKeys(f.sheet), keyEdit)...)
}

// Typing implements stage.
func (f *figure) Typing() bool { return false }

// Done implements stage.
func (f *figure) Done() bool { return true }
