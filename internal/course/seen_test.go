package course_test

import (
	"testing"

	"convtutor/internal/course"
	"convtutor/lessons"
	"convtutor/viz"
)

// TestAnswersAreSeen: where a prediction is made beside a chain of layers, the
// chain goes on to the layer that shows the answer.
func TestAnswersAreSeen(t *testing.T) {
	c, err := lessons.Open()
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, entry := range c.Entries() {
		lesson, err := c.Lesson(entry.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range lesson.Steps {
			built, err := course.Build(step)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := built.Animation.(*viz.Chain); !ok {
				continue
			}
			for _, p := range built.Predictions {
				asked++
				if p.At < 0 || p.Revealed <= p.At {
					t.Errorf("%s#%s stays at %d after the answer, asked at %d", lesson.ID, step.ID, p.Revealed, p.At)
				}
			}
		}
	}
	if asked == 0 {
		t.Error("nothing is asked beside a chain")
	}
}
