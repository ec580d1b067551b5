package plain

import (
	"fmt"
	"net/url"
	"slices"

	"convtutor/internal/course"
	"convtutor/internal/fault"
	"convtutor/internal/progress"
	"convtutor/internal/route"
	"convtutor/lessons"
	"convtutor/viz"
)

// lesson is a lesson at one of its steps.
type lesson struct {
	talk   *talk
	lesson *lessons.Lesson
	at     int
	step   course.Step
	stage  stage
	asks   []*asking // the step's predictions, in order
	last   *walk     // the animation walked through last, whose numbers are known
}

// stage is what a step has besides its prose: an animation, a photo, questions.
type stage interface {
	// tell says what stands there.
	tell()
	// commands are those that work here now.
	commands() []string
	// take does what a line says; more is false for a bare Enter that has
	// nothing more to do here.
	take(c command) (more bool)
	// open says that the learner has something to do before the lesson goes on.
	open() bool
}

// stages make the stages by the type of widget: a new one is a line here.
var stages = map[string]func(*lesson) (stage, error){
	"tone":   newTurning,
	"tally":  newTurning,
	"split":  newTurning,
	"models": newTurning,
	"tasks":  newTurning,

	"none":   func(l *lesson) (stage, error) { return prose{l.talk}, nil },
	"conv":   newWalk,
	"photo":  newPhoto,
	"zoom":   newPhoto,
	"slide":  newSliding,
	"worked": newTour,
	"quiz":   newCheck,

	"channels":     newTour,
	"stack":        newTour,
	"build":        newTurning,
	"error-bars":   newViewing,
	"net-fit":      newViewing,
	"net-layers":   newViewing,
	"param-shares": newViewing,
	"unroll":       newTour,
	"apart":        newTurning,
	"places":       newTurning,
	"chain":        newTour,
	"share":        newTurning,
	"costs":        newTurning,

	"pool":       newFigure,
	"activation": newFigure,

	"photo-kernel": newFigure,
	"photo-maps":   newTurning,
	"net-build":    newViewing,
	"digit-net":    newViewing,
	"digit-report": newViewing,
}

// openLesson finds a lesson and the step to begin at: the one named, else the
// one where the learner was last.
func openLesson(t *talk, at route.Route) (place, error) {
	id := at.At(0) + "/" + at.At(1)
	if len(at.Path) == 0 {
		for _, e := range t.session.Course.Entries() {
			id = e.ID
			break
		}
	}
	if len(at.Path) == 1 {
		return nil, fault.New("error.lesson.unit", fault.Args{"unit": at.At(0), "example": "cnn/conv"}, "lesson: %q is a unit; a lesson is written like %q", at.At(0), "cnn/conv")
	}
	found, err := t.session.Course.Lesson(id)
	if err != nil {
		return nil, err
	}
	l := &lesson{talk: t, lesson: found}
	step := at.Place
	if step == "" {
		step = t.session.Progress.State().Lessons[found.ID].Step
	} else if _, ok := found.Step(step); !ok {
		return nil, fault.New("error.lesson.step", fault.Args{"lesson": found.ID, "step": step}, "lesson: %s has no step %q", found.ID, step)
	}
	number, _ := found.Step(step) // a step that is no more begins anew
	if err := l.build(number); err != nil {
		return nil, err
	}
	if v, ok := l.stage.(*viewing); ok && at.Query.Get("net") != "" {
		return l, v.reopen(at.Query.Get("net"))
	}
	return l, nil
}

// build makes a step ready.
func (l *lesson) build(at int) error {
	built, err := course.Build(l.lesson.Steps[at])
	if err != nil {
		return err
	}
	maker, ok := stages[built.Widget.Type]
	if !ok {
		return fmt.Errorf("lesson: no widget of type %q", built.Widget.Type)
	}
	before := *l
	l.at, l.step, l.asks = at, built, nil
	if l.stage, err = maker(l); err != nil {
		*l = before
		return err
	}
	for i, p := range built.Predictions {
		l.asks = append(l.asks, &asking{
			talk: l.talk, question: p.Question,
			prompt: func() { l.tellQuestion(i) },
		})
		if len(l.words().Hints) > 0 {
			l.asks[i].hints = l.hints
		}
	}
	l.pose()
	return nil
}

// enter notes that the learner is here.
func (l *lesson) enter() {
	l.talk.apply(progress.ReachStep(l.lesson.ID, l.step.ID, l.talk.session.Now()))
}

// words are the step's words in the language in force.
func (l *lesson) words() lessons.StepWords {
	words, err := l.talk.session.Course.Words(l.lesson.ID, l.talk.session.Language())
	if err != nil {
		return lessons.StepWords{}
	}
	return words.Step(l.step.ID)
}

// fill fills the placeholders of a text with the step's numbers. A text that
// cannot be compiled stands as it is: the content check refuses it before.
func (l *lesson) fill(text string) string {
	c := l.talk.session.Catalog()
	message, err := c.Compile(text)
	if err != nil {
		return text
	}
	return c.Fill(message, l.step.Facts)
}

// tell says the heading, the prose, what is beside it and what is asked.
func (l *lesson) tell() {
	w := l.words()
	l.talk.say("plain.step", viz.Args{"n": l.at + 1, "of": len(l.lesson.Steps), "heading": l.fill(w.Heading)})
	l.paragraphs(w.Lines)
	l.stage.tell()
	if a := l.asking(); a != nil {
		a.tell()
	}
}

func (l *lesson) paragraphs(ps []lessons.Paragraph) {
	for _, p := range ps {
		l.talk.out.line(l.fill(p.Text()))
	}
}

func (l *lesson) commands() []string {
	here := with([]string{"next", "previous", "back"}, l.stage.commands()...)
	switch {
	case l.asking() != nil:
		return append(here, answerCommands...)
	case len(l.asks) > 0:
		return append(here, "solution")
	}
	return here
}

func (l *lesson) take(c command) {
	switch {
	case c.id == "next" && !slices.Contains(l.stage.commands(), "next"):
		l.move(1)
	case c.id == "previous", c.id == "back" && !slices.Contains(l.stage.commands(), "back"):
		l.move(-1)
	case !l.answer(c) && !l.stage.take(c):
		l.move(1)
	}
}

// move goes on by so many steps; past the last one the lesson is done.
func (l *lesson) move(by int) {
	to := l.at + by
	switch {
	case to < 0:
		l.talk.say("plain.first-step", nil)
		return
	case by > 0 && (l.asking() != nil || l.stage.open()):
		l.talk.say("plain.answer-first", nil)
		return
	}
	if by > 0 {
		l.talk.apply(progress.FinishStep(l.lesson.ID, l.step.ID))
	}
	if to >= len(l.lesson.Steps) {
		l.finish()
		return
	}
	if w, ok := l.stage.(*walk); ok {
		l.last = w
	}
	if err := l.build(to); err != nil {
		l.talk.trouble(err)
		return
	}
	l.enter()
	l.talk.tell()
}

// finish ends the lesson and goes on to the next, or home.
func (l *lesson) finish() {
	l.talk.apply(progress.FinishLesson(l.lesson.ID))
	l.talk.say("plain.lesson-done", nil)
	to := route.Route{Screen: "home"}
	if next, ok := l.talk.session.Course.Next(l.lesson.ID); ok {
		to = route.Route{Screen: "lesson", Path: []string{next.Unit, next.Name}}
	}
	l.talk.visit(to)
}

func (l *lesson) route() route.Route {
	r := route.Route{Screen: "lesson", Path: []string{l.lesson.Unit, l.lesson.Name}, Place: l.step.ID}
	if v, ok := l.stage.(*viewing); ok && v.link() != "" {
		r.Query = url.Values{"net": {v.link()}}
	}
	return r
}

// prose is the stage of a step that is prose alone.
type prose struct{ talk *talk }

func (prose) tell()              {}
func (prose) commands() []string { return nil }
func (prose) open() bool         { return false }

func (p prose) take(c command) bool {
	if c.text == "" {
		return false
	}
	p.talk.unknown(c)
	return true
}
