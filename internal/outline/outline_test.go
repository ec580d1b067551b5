package outline

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"convtutor/internal/progress"
	"convtutor/lessons"
)

// course is a unit of lessons l0, l1 … that need those given by number.
func course(t rapid.TB, needs [][]int) *lessons.Course {
	toml := "[[unit]]\nid = \"u\"\n"
	fsys := fstest.MapFS{"u/en.md": {Data: []byte("# Unit\n")}}
	for i, list := range needs {
		var quoted []string
		for _, n := range list {
			quoted = append(quoted, fmt.Sprintf("u/l%d", n))
		}
		toml += fmt.Sprintf("[[unit.lesson]]\nid = \"l%d\"\nneeds = [", i)
		for _, q := range quoted {
			toml += fmt.Sprintf("%q, ", q)
		}
		toml += "]\n"
	}
	fsys["course.toml"] = &fstest.MapFile{Data: []byte(toml)}
	c, err := lessons.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestColumnsKeepArrowsApart draws random courses: a lesson stands to the right
// of what it needs and on no line of another.
func TestColumnsKeepArrowsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		needs := make([][]int, rapid.IntRange(1, 24).Draw(t, "lessons"))
		for i := 1; i < len(needs); i++ {
			needs[i] = rapid.SliceOfNDistinct(rapid.IntRange(0, i-1), 0, min(i, 3), rapid.ID[int]).Draw(t, "needs")
		}
		o := Of(course(t, needs), &progress.State{}, "en")
		columns := o.Columns()
		for i, l := range o.Lessons {
			if slices.Sort(needs[i]); !slices.Equal(l.Before, needs[i]) {
				t.Fatalf("lesson %d needs %v, want %v", i, l.Before, needs[i])
			}
			for _, j := range l.Before {
				if columns[j] >= columns[i] || !slices.Contains(o.Lessons[j].After, i) {
					t.Fatalf("lesson %d in column %d needs %d in column %d", i, columns[i], j, columns[j])
				}
			}
			for j := range i {
				if columns[j] == columns[i] && o.End(j) >= i {
					t.Fatalf("lesson %d stands on the line of %d: %v", i, j, columns)
				}
			}
		}
	})
}

func TestStates(t *testing.T) {
	c := course(t, [][]int{{}, {0}, {0}, {1, 2}, {3}})
	done, begun := progress.Lesson{Step: "a", Finished: true}, progress.Lesson{Step: "a"}
	for _, test := range []struct {
		name  string
		state map[string]progress.Lesson
		want  []State
		start int
	}{
		{"nothing done", nil, []State{Next, Later, Later, Later, Later}, 0},
		{"the first done", map[string]progress.Lesson{"u/l0": done}, []State{Done, Next, Ready, Later, Later}, 1},
		{"one begun", map[string]progress.Lesson{"u/l0": done, "u/l2": begun}, []State{Done, Ready, Begun, Later, Later}, 2},
		{"one begun too early", map[string]progress.Lesson{"u/l4": begun}, []State{Ready, Later, Later, Later, Begun}, 4},
		{"two branches done", map[string]progress.Lesson{"u/l0": done, "u/l1": done, "u/l2": done}, []State{Done, Done, Done, Next, Later}, 3},
		{"all done", map[string]progress.Lesson{"u/l0": done, "u/l1": done, "u/l2": done, "u/l3": done, "u/l4": done}, []State{Done, Done, Done, Done, Done}, 0},
	} {
		o := Of(c, &progress.State{Lessons: test.state}, "en")
		for i, l := range o.Lessons {
			if l.State != test.want[i] {
				t.Errorf("%s: lesson %d is %v, want %v", test.name, i, l.State, test.want[i])
			}
		}
		if o.Start() != test.start {
			t.Errorf("%s: begins at %d, want %d", test.name, o.Start(), test.start)
		}
	}
}
