package house

import (
	"strings"
	"testing"
	"time"

	"convtutor/internal/course"
	"convtutor/internal/progress"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// atNext fails unless the driver stands at the lesson after one, or at home
// after the last.
func (d *driver) atNext(lesson string) {
	d.t.Helper()
	next, ok := d.session.Course.Next(lesson)
	if !ok {
		d.at("home")
		return
	}
	first, err := d.session.Course.Lesson(next.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	d.at("lesson/" + next.ID + "#" + first.Steps[0].ID)
}

// TestEveryLessonFromStartToEnd walks through every lesson with the keys of
// its screens: predictions answered wrongly, then rightly, pictures moved.
func TestEveryLessonFromStartToEnd(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		s := learner(t, language, store)
		for _, entry := range s.Course.Entries() {
			d := drive(t, s, "lesson/"+entry.ID)
			lesson, err := s.Course.Lesson(entry.ID)
			if err != nil {
				t.Fatal(err)
			}
			words, err := s.Course.Words(entry.ID, language)
			if err != nil {
				t.Fatal(err)
			}
			for _, step := range lesson.Steps {
				d.at("lesson/" + entry.ID + "#" + step.ID)
				if said := words.Step(step.ID); len(said.Body) == 0 && step.Widget.Type == "none" {
					t.Errorf("%s#%s says and shows nothing", entry.ID, step.ID)
				}
				d.takePart(step)
				d.press("enter")
			}
			if l := store.State().Lessons[entry.ID]; !l.Finished || len(l.Done) != len(lesson.Steps) {
				t.Errorf("%s: kept %+v, want %d steps done", entry.ID, l, len(lesson.Steps))
			}
			d.atNext(entry.ID)
		}
	})
}

// takePart answers what a step asks and tries its keys.
func (d *driver) takePart(step lessons.Step) {
	d.t.Helper()
	built, err := course.Build(step)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, p := range built.Predictions {
		if p.Type == quiz.TypeNumber {
			d.typed("0.375")
			d.press("enter")
		}
		typed, _ := entered(p.Question, p.Answer)
		if p.Type == quiz.TypeSeveral { // a space would tick what is at hand
			typed = strings.ReplaceAll(typed, ", ", "")
		}
		if d.typed(typed); p.Type != quiz.TypeChoice { // whose letter is an answer at once
			d.press("enter")
		}
	}
	switch {
	case len(built.Predictions) > 0:
	case step.Widget.Type == "quiz":
		questions, err := built.Questions(d.session.Seed)
		if err != nil {
			d.t.Fatal(err)
		}
		for i := range questions {
			if d.press("ctrl+e"); i < len(questions)-1 {
				d.press("enter")
			}
		}
	case built.View != nil && len(built.View.Moves()) > 0:
		before := d.text()
		changed := false
		for _, m := range built.View.Moves() {
			d.press(m.Keys[0])
			changed = changed || d.text() != before
		}
		if !changed {
			d.t.Errorf("%s: no key changes the picture", step.ID)
		}
	case built.Scene != nil:
		d.turn(built.Scene)
	case built.Animation != nil:
		before := d.text()
		d.press("end") // a lesson may open its animation at the end
		end := d.text()
		if d.press("home"); d.text() == before && end == before && !built.Editing {
			d.t.Errorf("%s: a step changes nothing", step.ID)
		}
		d.press("right", "tab", "left", "end", "home", "space")
		d.pass(time.Second)
		d.press("space")
	}
}

// turn turns every dial of a scene there and back, by the keys for it, takes
// it back and begins again.
func (d *driver) turn(s viz.Scene) {
	d.t.Helper()
	more, less := map[viz.Axis]string{viz.AxisNone: "up", viz.AxisDown: "down", viz.AxisAcross: "right"}, "down"
	first := true
	for _, dial := range s.Dials() {
		key := dial.More
		if key == "" {
			key = more[dial.Axis]
		}
		if dial.Keyless() && !first {
			d.press("right")
		}
		first = first && !dial.Keyless()
		before := d.text()
		if d.press(key); d.text() == before {
			d.t.Errorf("%s changes nothing", dial.Name)
		}
		switch {
		case dial.Axis != viz.AxisNone:
			continue
		case dial.Keyless():
			d.press(less, "up")
		}
		if d.press("u"); dial.Keyless() {
			d.press("x", "u")
		}
	}
	d.press("left", "up", "o")
}
