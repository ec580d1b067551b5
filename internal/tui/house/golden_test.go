package house

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"convtutor/internal/progress"
)

var rewrite = flag.Bool("update", false, "write the golden files anew")

// TestGoldenScreens compares whole screens at 80x24 with testdata/screens: the
// text, then a letter for what each cell means.
func TestGoldenScreens(t *testing.T) {
	tests := []struct {
		name, route string
		keys        []string
	}{
		{"home", "home", nil},
		{"help", "home", []string{"?"}},
		{"search", "home", []string{"/", "p", "r"}},
		{"settings", "settings", []string{"down"}},
		{"product", "lesson/cnn/conv#product", []string{"right", "right", "right", "right"}},
		{"predict", "lesson/cnn/conv#predict-second", []string{"ctrl+t", "3"}},
		{"predict-wrong", "lesson/cnn/conv#predict-second", []string{"5", "enter"}},
		{"predict-right", "lesson/cnn/conv#predict-second", []string{"4", "enter"}},
		{"edit", "lesson/cnn/conv#yours", []string{"right", "5", "tab", "tab", "right", "right", "up"}},
		{"quiz", "quiz/cell-value/1/7", nil},
		{"quiz-wrong", "quiz/output-size/2/7", []string{"4x4x4", "enter"}},
		{"quiz-solution", "quiz/parameters/1/7", []string{"tab"}},
		{"quiz-summary", "quiz/filter-depth/1/1", []string{"tab", "enter"}},
		{"assignment", "assignment#q2.weights", []string{"280", "enter"}},
		{"lab", "lab/conv?p=1&s=2", nil},
	}
	for _, test := range tests {
		for _, language := range []string{"en", "ko"} {
			t.Run(test.name+"/"+language, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					d := drive(t, withOneLesson(learner(t, language, progress.NewMemory())), test.route)
					d.press(test.keys...)
					golden(t, filepath.Join("testdata", "screens", test.name+"."+language+".golden"), d.model.Grid().Golden())
				})
			})
		}
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *rewrite {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (-update writes it)", err)
	}
	if got != string(want) {
		t.Errorf("%s differs (-update writes it anew); now:\n%s", file, got)
	}
}
