package netspec_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convtutor/internal/i18n"
	"convtutor/internal/nn"
	"convtutor/viz"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestLines holds the text table in both languages to golden files.
func TestLines(t *testing.T) {
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spec string
		rule nn.Rule
	}{
		"stride":     {"7x8x3 | conv 3 10 s3 | relu | maxpool 1 s2 | conv 1 2 nobias", nn.RuleFloor},
		"classifier": {"32x32x3 | conv 5 10 p2 | batchnorm | relu | maxpool 2 | flatten | dense 10", nn.RuleFloor},
		"generator":  {"4x4x8 | convt 4 4 s2 p1 nobias | batchnorm | relu | convt 4x2 3 s2x1 p1x0 | tanh", nn.RuleFloor},
	} {
		for _, lang := range []string{"en", "ko"} {
			words := bundle.For(lang)
			say := func(w viz.Words) string { return words.Text(w.Key, w.Args) }
			got := strings.Join(table(t, c.spec, c.rule).Lines(say, ansi.StringWidth), "\n") + "\n"
			file := filepath.Join("testdata", name+"."+lang+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s: got\n%swant\n%s", file, got, want)
			}
		}
	}
}
