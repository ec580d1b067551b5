package house

import (
	"fmt"
	"strings"

	"convtutor/internal/course"
	"convtutor/internal/i18n"
	"convtutor/lessons"
)

// Inspect checks the content: that neither language lacks a word, a
// placeholder or a step, that every step and question builds, and that every
// screen fits its window. Each problem is one line that names lesson, step and
// language; counted fills the words of success.
func Inspect(b *i18n.Bundle) (problems []string, counted map[string]any) {
	c, err := lessons.Open()
	if err != nil {
		return []string{err.Error()}, nil
	}
	in := newInspector(b, c)
	in.inspect()
	return in.problems, in.counted()
}

// inspector gathers what is wrong.
type inspector struct {
	bundle   *i18n.Bundle
	course   *lessons.Course
	problems []string
	told     map[string]bool
	seed     uint32 // of the sessions that look at screens
	steps    int
	screens  int
	built    map[string]built // by lesson#step
}

// built is what became of a step: building one is dear, and it is looked at often.
type built struct {
	step course.Step
	err  error
}

func newInspector(b *i18n.Bundle, c *lessons.Course) *inspector {
	return &inspector{bundle: b, course: c, told: map[string]bool{}, built: map[string]built{}}
}

// inspect checks all that there is.
func (in *inspector) inspect() {
	in.compare()
	in.questions()
	in.stood()
	in.drawAll()
}

// compare holds languages to each other, and words to what the engine gives.
func (in *inspector) compare() {
	in.take(in.bundle.Check())
	in.take(in.course.Check(lessons.Rules{
		Languages: in.bundle.Codes(),
		Build:     in.tryStep,
		HasTerm:   func(term string) bool { return in.course.HasTerm(term, in.bundle.Codes()[0]) },
		CheckText: func(language, text string) error { return in.bundle.For(language).CheckText(text) },
	}))
	in.facts()
	in.names()
}

// counted fills the words of success.
func (in *inspector) counted() map[string]any {
	codes := in.bundle.Codes()
	return map[string]any{
		"languages": len(codes), "lessons": len(in.course.Entries()), "steps": in.steps,
		"words": len(in.bundle.For(codes[0]).Keys()), "screens": in.screens,
	}
}

// build builds a step, once.
func (in *inspector) build(lesson *lessons.Lesson, step lessons.Step) (course.Step, error) {
	id := lesson.ID + "#" + step.ID
	known, ok := in.built[id]
	if !ok {
		known.step, known.err = course.Build(step)
		in.built[id] = known
	}
	return known.step, known.err
}

// tryStep tries a step and its closing questions.
func (in *inspector) tryStep(lesson *lessons.Lesson, step lessons.Step) error {
	built, err := in.build(lesson, step)
	if err == nil && step.Widget.Type == "quiz" {
		_, err = built.Questions(0)
	}
	return err
}

func (in *inspector) take(errs []error) {
	for _, err := range errs {
		in.add("%s", strings.ReplaceAll(err.Error(), "\n", "; "))
	}
}

// add notes a problem, each once.
func (in *inspector) add(format string, args ...any) {
	problem := fmt.Sprintf(format, args...)
	if !in.told[problem] {
		in.told[problem] = true
		in.problems = append(in.problems, problem)
	}
}

// eachLesson visits the lessons that can be read; those that cannot are told
// already.
func (in *inspector) eachLesson(visit func(*lessons.Lesson)) {
	for _, entry := range in.course.Entries() {
		if lesson, err := in.course.Lesson(entry.ID); err == nil {
			visit(lesson)
		}
	}
}
