// Package outline is the course as a learner stands in it: which lessons are
// done, begun and next, what each needs and where it leads. Its one rule: it is
// worked out from the course and the progress each time, and kept nowhere.
package outline

import (
	"slices"

	"convtutor/internal/progress"
	"convtutor/lessons"
)

// State is how a learner stands to a lesson.
type State int

// States. Every lesson can be opened whatever its state.
const (
	Later State = iota // something that it needs is not done yet
	Ready              // all that it needs is done
	Next               // ready, and the one to go on with
	Begun
	Done
)

// names are the states' names in the catalogue, by state.
var names = [...]string{Later: "later", Ready: "ready", Next: "next", Begun: "begun", Done: "done"}

// String is the state's name in the catalogue: "done".
func (s State) String() string { return names[s] }

// States lists all states, the one that is farthest first.
func States() []State { return []State{Done, Begun, Next, Ready, Later} }

// Lesson is a lesson's place in the graph.
type Lesson struct {
	lessons.Entry
	Title   string
	About   string // the first paragraph of its words
	Minutes int
	State   State
	// Before are the lessons that it needs, After those that need it, as
	// numbers of lessons in the course's order, ascending.
	Before, After []int
}

// Unit is a unit that has lessons.
type Unit struct {
	Title string
	First int // its first lesson
	Count int
}

// Outline is the whole course in order.
type Outline struct {
	Units   []Unit
	Lessons []Lesson
}

// Of works the outline out, in the words of a language. What cannot be read
// stands there by its id.
func Of(c *lessons.Course, state *progress.State, language string) Outline {
	var o Outline
	for _, unit := range c.Units {
		if len(unit.Lessons) == 0 {
			continue
		}
		title := unit.ID
		if words, err := c.Words(unit.ID, language); err == nil {
			title = words.Title
		}
		o.Units = append(o.Units, Unit{Title: title, First: len(o.Lessons), Count: len(unit.Lessons)})
		for _, entry := range unit.Lessons {
			o.Lessons = append(o.Lessons, read(c, entry, language))
		}
	}
	o.link()
	o.judge(state)
	return o
}

// read fills in what the lesson itself says.
func read(c *lessons.Course, entry lessons.Entry, language string) Lesson {
	l := Lesson{Entry: entry, Title: entry.ID}
	if lesson, err := c.Lesson(entry.ID); err == nil {
		l.Minutes = lesson.Minutes
	}
	if words, err := c.Words(entry.ID, language); err == nil {
		l.Title = words.Title
		if len(words.Intro) > 0 {
			l.About = words.Intro[0].Text()
		}
	}
	return l
}

// link turns the needs into numbers, both ways. A need that is no lesson, or
// comes later in the course, is left out: the content check tells of it.
func (o *Outline) link() {
	at := map[string]int{}
	for i := range o.Lessons {
		for _, need := range o.Lessons[i].Needs {
			if j, ok := at[need]; ok && !slices.Contains(o.Lessons[i].Before, j) {
				o.Lessons[i].Before = append(o.Lessons[i].Before, j)
				o.Lessons[j].After = append(o.Lessons[j].After, i)
			}
		}
		slices.Sort(o.Lessons[i].Before)
		at[o.Lessons[i].ID] = i
	}
}

// judge says how the learner stands to each lesson. The next one is the first
// that is ready, unless one is begun already: that is to go on with.
func (o *Outline) judge(state *progress.State) {
	first, begun := -1, false
	for i := range o.Lessons {
		l := &o.Lessons[i]
		l.State = Ready
		for _, j := range l.Before {
			if o.Lessons[j].State != Done {
				l.State = Later
			}
		}
		switch p := state.Lessons[l.ID]; {
		case p.Finished:
			l.State = Done
		case p.Step != "":
			l.State, begun = Begun, true
		case l.State == Ready && first < 0:
			first = i
		}
	}
	if first >= 0 && !begun {
		o.Lessons[first].State = Next
	}
}

// Start is where a look at the outline begins: the lesson begun or next, else
// the first.
func (o Outline) Start() int {
	for _, want := range []State{Begun, Next} {
		if i := slices.IndexFunc(o.Lessons, func(l Lesson) bool { return l.State == want }); i >= 0 {
			return i
		}
	}
	return 0
}
