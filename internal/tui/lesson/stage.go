package lesson

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
	"convtutor/lessons"
)

// stage is what stands below a step's prose: an animation, a sandbox, a photo.
type stage interface {
	// Update takes keys and ticks.
	Update(msg tea.Msg) tea.Cmd
	// Draw draws into the frame; hide keeps the cell asked for secret.
	Draw(f tui.Frame, hide bool)
	// Bindings are the keys that work now.
	Bindings() []key.Binding
	// Typing is true while a field of the stage has the keys.
	Typing() bool
	// Done says that the learner may go on (a check is answered).
	Done() bool
}

// stageMakers make the stages by the type of widget: a new one is a line here.
var stageMakers = map[string]func(*session.Session, course.Step) (stage, error){
	"tone":   newTurning,
	"tally":  newTurning,
	"split":  newTurning,
	"models": newTurning,
	"tasks":  newTurning,

	"none":   newBlank,
	"conv":   newConv,
	"photo":  newPhoto,
	"zoom":   newZoom,
	"slide":  newSlide,
	"worked": newShown,
	"quiz":   newCheck,

	"channels":     newShown,
	"stack":        newShown,
	"build":        newTurning,
	"error-bars":   newViewed,
	"net-fit":      newViewed,
	"net-layers":   newViewed,
	"param-shares": newViewed,
	"unroll":       newShown,
	"apart":        newTurning,
	"places":       newTurning,
	"chain":        newShown,
	"share":        newTurning,
	"costs":        newTurning,

	"pool":       newSheet,
	"activation": newSheet,

	"photo-kernel": newSheet,
	"photo-maps":   newTurning,
	"net-build":    newViewed,
	"digit-net":    newViewed,
	"digit-report": newViewed,
}

// newStage makes the stage of a step.
func newStage(s *session.Session, step lessons.Step) (stage, course.Step, error) {
	built, err := course.Build(step)
	if err != nil {
		return nil, built, err
	}
	maker, ok := stageMakers[step.Widget.Type]
	if !ok {
		return nil, built, fmt.Errorf("lesson: no widget of type %q", step.Widget.Type)
	}
	st, err := maker(s, built)
	return st, built, err
}

// free is part of a stage that neither takes what is typed nor holds anyone up.
type free struct{}

func (free) Typing() bool { return false }
func (free) Done() bool   { return true }

// blank is the stage of a step that is prose alone.
type blank struct{ free }

// newBlank makes the stage of a step without a widget: the solution of its
// question, where that is a picture, else nothing.
func newBlank(s *session.Session, step course.Step) (stage, error) {
	if len(step.Predictions) == 1 {
		if walk, ok := step.Predictions[0].Question.Walk(); ok {
			return &solved{shown{player: play.New(s, walk.Animation, walk.Start, walk.Level)}}, nil
		}
	}
	return blank{}, nil
}

func (blank) Update(tea.Msg) tea.Cmd  { return nil }
func (blank) Draw(tui.Frame, bool)    {}
func (blank) Bindings() []key.Binding { return nil }
