// Package lesson is the screen that walks through a lesson: prose, an
// animation, a prediction, and on. Its one rule: one idea at a time, at the
// learner's pace; it draws what the course gives and works nothing out itself.
package lesson

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/fault"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/lessons"
	"convtutor/viz"
)

// screen is a lesson at a step.
type screen struct {
	session *session.Session
	lesson  *lessons.Lesson
	words   *lessons.Words
	at      int
	step    course.Step
	stage   stage
	boxes   []*ask.Box // the step's predictions, in order
	hints   int        // hints opened
	prose   prose
	compact bool // the heading stands in the header
}

// keyHint opens a hint. It is no letter: letters belong to the field.
var keyHint = tui.Bind("ctrl+t", "key.hint", "ctrl+t")

// Maker makes the screen of a lesson: "lesson/cnn/conv#slide".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	if len(route.Path) == 0 {
		route.Path = first(s.Course)
	}
	if len(route.Path) == 1 {
		return nil, fault.New("error.lesson.unit", fault.Args{"unit": route.At(0), "example": "cnn/conv"}, "lesson: %q is a unit; a lesson is written like %q", route.At(0), "cnn/conv")
	}
	lesson, err := s.Course.Lesson(route.At(0) + "/" + route.At(1))
	if err != nil {
		return nil, err
	}
	sc := &screen{session: s, lesson: lesson}
	if route.Place == "" {
		route.Place = s.Progress.State().Lessons[lesson.ID].Step
	} else if _, ok := lesson.Step(route.Place); !ok {
		return nil, fault.New("error.lesson.step", fault.Args{"lesson": lesson.ID, "step": route.Place}, "lesson: %s has no step %q", lesson.ID, route.Place)
	}
	at, _ := lesson.Step(route.Place) // a step that is no more begins anew
	if err := sc.enter(at); err != nil {
		return sc, err
	}
	return sc, sc.reopen(route.Query.Get("net"))
}

// first is the path of the first lesson there is.
func first(c *lessons.Course) []string {
	for _, e := range c.Entries() {
		return []string{e.Unit, e.Name}
	}
	return nil
}

// enter goes to a step.
func (s *screen) enter(at int) error {
	if err := s.read(); err != nil {
		return err
	}
	st, built, err := newStage(s.session, s.lesson.Steps[at])
	if err != nil {
		return err
	}
	s.at, s.step, s.stage, s.hints = at, built, st, 0
	s.boxes = nil
	for i, p := range built.Predictions {
		s.boxes = append(s.boxes, ask.New(s.session, p.Question).WithPrompt(s.question(i)).Counted())
	}
	s.prose = prose{}
	s.pose()
	s.session.Progress.Apply(progress.ReachStep(s.lesson.ID, built.ID, s.session.Now()))
	return nil
}

// read takes the words of the language in force.
func (s *screen) read() error {
	words, err := s.session.Course.Words(s.lesson.ID, s.session.Language())
	s.words = words
	return err
}

// box is the prediction at hand; nil when none is open.
func (s *screen) box() *ask.Box {
	for _, b := range s.boxes {
		if !b.Done() {
			return b
		}
	}
	return nil
}

// last is the prediction made last; nil before the first.
func (s *screen) last() *ask.Box {
	var last *ask.Box
	for _, b := range s.boxes {
		if b.Done() {
			last = b
		}
	}
	return last
}

// sought is a stage that can be put at a step of its animation.
type sought interface{ seek(step int) }

// pose puts the animation where the prediction at hand is asked, or shows what
// the one made last was about.
func (s *screen) pose() {
	a, ok := s.stage.(sought)
	if !ok {
		return
	}
	for i, b := range s.boxes {
		p := s.step.Predictions[i]
		if p.At < 0 {
			continue
		}
		if !b.Done() {
			a.seek(p.At)
			return
		}
		a.seek(p.Revealed)
	}
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tui.RefreshMsg); ok {
		s.refresh()
		return nil
	}
	if box := s.box(); box != nil {
		return s.updateBox(box, msg)
	}
	switch {
	case tui.Is(msg, keyPageUp):
		return s.move(-1)
	case s.stage.Typing():
		// The stage has the keys.
	case !s.stage.Done():
		// So it has while something is left to do.
	case tui.Is(msg, tui.KeyContinue):
		return s.move(1)
	case tui.Is(msg, tui.KeyPrevious):
		return s.move(-1)
	}
	return s.stage.Update(msg)
}

// updateBox gives a message to the prediction at hand.
func (s *screen) updateBox(box *ask.Box, msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, keyHint):
		s.hints = min(s.hints+1, len(s.words.Step(s.step.ID).Hints))
		return nil
	case tui.Is(msg, keyPageUp):
		return s.move(-1)
	}
	if _, picked := box.Picked(msg); !picked {
		box.Update(msg)
	}
	if box.Done() {
		s.pose()
	}
	return nil
}

// WordsRoute implements tui.Worded: the lesson's words, at the one that the step
// brings in.
func (s *screen) WordsRoute() tui.Route {
	route := tui.Route{Screen: "glossary", Path: []string{s.lesson.Unit, s.lesson.Name}}
	if terms := s.session.Course.StepTerms(s.lesson, s.step.ID, s.session.Language()); len(terms) > 0 {
		route.Place = terms[0]
	}
	return route
}

var keyPageUp = tui.Bind("pgup", "key.previous", "pgup")

// refresh follows a change of language, in place: nothing answered is lost.
func (s *screen) refresh() {
	if err := s.read(); err != nil {
		return
	}
	for i, b := range s.boxes {
		b.WithPrompt(s.question(i))
	}
	s.prose = prose{}
	s.stage.Update(tui.RefreshMsg{})
}

// move goes on by so many steps; past the last one the lesson is done.
func (s *screen) move(by int) tea.Cmd {
	if by > 0 {
		s.session.Progress.Apply(progress.FinishStep(s.lesson.ID, s.step.ID))
	}
	to := s.at + by
	switch {
	case to < 0:
		return nil
	case to >= len(s.lesson.Steps):
		s.session.Progress.Apply(progress.FinishLesson(s.lesson.ID))
		return s.onward()
	}
	if err := s.enter(to); err != nil {
		return func() tea.Msg { return tui.Trouble(err) }
	}
	return nil
}

// onward opens the next lesson, or goes home after the last.
func (s *screen) onward() tea.Cmd {
	next, ok := s.session.Course.Next(s.lesson.ID)
	if !ok {
		return tui.Back
	}
	return tui.Replace(tui.Route{Screen: "lesson", Path: []string{next.Unit, next.Name}})
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	if s.compact {
		return []string{s.words.Title, s.prose.heading}
	}
	unit, err := s.session.Course.Words(s.lesson.Unit, s.session.Language())
	if err != nil {
		return []string{s.words.Title}
	}
	return []string{unit.Title, s.words.Title}
}

// Progress implements tui.Progresser.
func (s *screen) Progress() (done, total int) { return s.at + 1, len(s.lesson.Steps) }

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	if box := s.box(); box != nil {
		bindings := box.Bindings()
		if s.hints < len(s.words.Step(s.step.ID).Hints) {
			bindings = append(bindings, keyHint)
		}
		return append(bindings, keyPageUp, tui.KeyBack)
	}
	bindings := s.stage.Bindings()
	if s.stage.Typing() {
		return append(bindings, keyPageUp, tui.KeyBack)
	}
	if s.stage.Done() {
		bindings = append([]key.Binding{tui.KeyContinue}, bindings...)
	}
	return append(bindings, tui.KeyWords, tui.KeyPrevious, tui.KeyBack)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool {
	if box := s.box(); box != nil {
		return box.Typing()
	}
	return s.stage.Typing()
}

// Pictures implements tui.Pictured.
func (s *screen) Pictures() []viz.Placed {
	if p, ok := s.stage.(tui.Pictured); ok {
		return p.Pictures()
	}
	return nil
}

// Escape implements tui.Escaper: a stage that is being changed is left first.
func (s *screen) Escape() bool {
	e, ok := s.stage.(tui.Escaper)
	return ok && e.Escape()
}
