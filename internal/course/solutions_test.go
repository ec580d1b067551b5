package course_test

import (
	"testing"

	"convtutor/internal/course"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// TestEverySolutionIsAPicture holds that each question of each lesson is worked
// out as a picture of its own numbers: one of the question's, or that of the
// part of the lesson which asks it and plays on to the answer.
func TestEverySolutionIsAPicture(t *testing.T) {
	c, err := lessons.Open()
	if err != nil {
		t.Fatal(err)
	}
	asked, own := 0, 0
	for _, e := range c.Entries() {
		l, err := c.Lesson(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range l.Steps {
			built, err := course.Build(step)
			if err != nil {
				t.Fatal(err)
			}
			questions := map[string][]quiz.Question{"none": nil}
			for _, p := range built.Predictions {
				questions[built.Widget.Type] = append(questions[built.Widget.Type], p.Question)
			}
			if built.Widget.Type == "quiz" {
				for seed := range uint32(10) {
					drawn, err := built.Questions(seed)
					if err != nil {
						t.Fatal(err)
					}
					questions["none"] = append(questions["none"], drawn...)
				}
			}
			for widget, list := range questions {
				for _, q := range list {
					asked++
					walk, ok := q.Walk()
					_, told := walk.Animation.(*viz.Told)
					switch {
					case ok && !told:
						own++
					case widget == "none" || widget == "quiz":
						t.Errorf("%s#%s: %s is worked out in words alone", e.ID, step.ID, q.Route())
					}
				}
			}
		}
	}
	if asked < 500 || own < asked-20 {
		t.Errorf("of %d questions %d have a picture of their own", asked, own)
	}
}
