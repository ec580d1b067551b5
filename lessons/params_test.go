package lessons

import (
	"math"
	"reflect"
	"strings"
	"testing"
)

// table is a widget's table as TOML would hold it.
func table() map[string]any {
	row := func(numbers ...any) []any { return numbers }
	return map[string]any{
		"whole": int64(3), "number": 0.5, "flag": true, "text": "abc", "endless": math.Inf(1),
		"wholes": row(int64(1), int64(2)), "numbers": row(int64(1), 0.5), "texts": row("a", "b"), "none": row(),
		"grid":   row(row(int64(1), 2.5), row(int64(3), int64(4))),
		"volume": row(row(row(int64(1))), row(row(int64(2)))),
		"uneven": row(row(row(int64(1))), row(row(int64(2)), row(int64(3)))),
	}
}

func TestSettingsAreReadByType(t *testing.T) {
	r := NewParams("here", table()).Read()
	for name, c := range map[string]struct{ got, want any }{
		"Int":              {r.Int("whole", 0), 3},
		"Int not set":      {r.Int("absent", 7), 7},
		"Float":            {r.Float("number", 0), 0.5},
		"Float of a whole": {r.Float("whole", 0), 3.0},
		"Bool":             {r.Bool("flag", false), true},
		"Text":             {r.Text("text", ""), "abc"},
		"Choice":           {r.Choice("text", "x", "abc"), "abc"},
		"Choice not set":   {r.Choice("absent", "x", "abc"), "x"},
		"Ints":             {r.Ints("wholes", nil), []int{1, 2}},
		"Floats":           {r.Floats("numbers", nil), []float64{1, 0.5}},
		"Texts":            {r.Texts("texts", nil), []string{"a", "b"}},
		"Ints of none":     {r.Ints("none", nil), []int{}},
		"Grid":             {r.Grid("grid", nil), [][]float64{{1, 2.5}, {3, 4}}},
		"Volume":           {r.Volume("volume", nil), [][][]float64{{{1}}, {{2}}}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
	if err := r.Done(); err == nil || !strings.Contains(err.Error(), `here: unknown key "endless"`) {
		t.Errorf("keys that nobody asked for: %v", err)
	}
}

func TestSettingsOfTheWrongType(t *testing.T) {
	for name, c := range map[string]struct {
		read func(*Reader)
		want string
	}{
		"Int":          {func(r *Reader) { r.Int("number", 0) }, "number is not a whole number"},
		"Float":        {func(r *Reader) { r.Float("text", 0) }, "text is not a number"},
		"endless":      {func(r *Reader) { r.Float("endless", 0) }, "endless is not a number"},
		"Bool":         {func(r *Reader) { r.Bool("whole", false) }, "whole is not true or false"},
		"Text":         {func(r *Reader) { r.Text("whole", "") }, "whole is not a text"},
		"Choice":       {func(r *Reader) { r.Choice("text", "x", "y") }, "text is not one of x, y"},
		"Ints":         {func(r *Reader) { r.Ints("numbers", nil) }, "numbers is not a list of whole numbers"},
		"Floats":       {func(r *Reader) { r.Floats("texts", nil) }, "texts is not a list of numbers"},
		"empty grid":   {func(r *Reader) { r.Grid("none", nil) }, "none is not rows of numbers"},
		"flat grid":    {func(r *Reader) { r.Grid("wholes", nil) }, "wholes is not rows of numbers"},
		"uneven":       {func(r *Reader) { r.Volume("uneven", nil) }, "uneven is not channels"},
		"empty volume": {func(r *Reader) { r.Volume("none", nil) }, "none is not channels"},
		"not there":    {func(r *Reader) { r.Require("whole", "absent") }, "absent is required and not there"},
	} {
		r := NewParams("here", table()).Read()
		c.read(r)
		if err := r.Done(); err == nil || !strings.Contains(err.Error(), "lessons: here: "+c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// FuzzLesson loads a course with any text as its lesson: it is refused with the
// file's name, or everything that lessons do with it works.
func FuzzLesson(f *testing.F) {
	files := course()
	f.Add(files["cnn/conv/lesson.toml"].Data)
	f.Add([]byte("minutes = 1\n[[step]]\nid = \"a\"\nask = [{type = \"x\", at = [1]}]\nwidget = {type = \"y\", z = nan}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		files := course("cnn/conv/lesson.toml", string(text)+"\n")
		c, err := Load(files)
		if err != nil {
			t.Fatal(err)
		}
		lesson, err := c.Lesson("cnn/conv")
		if err != nil {
			if !strings.Contains(err.Error(), "cnn/conv/lesson.toml") {
				t.Fatalf("%q: the error does not say where: %v", text, err)
			}
			return
		}
		for i, step := range lesson.Steps {
			if at, ok := lesson.Step(step.ID); !ok || at != i {
				t.Fatalf("%q: step %q is not found", text, step.ID)
			}
			r := step.Widget.Params.Read()
			for _, key := range step.Widget.Params.Keys() {
				r.Volume(key, nil)
				r.Grid(key, nil)
				r.Texts(key, nil)
				r.Float(key, 0)
			}
			_ = r.Done()
		}
		c.Check(Rules{})
	})
}
