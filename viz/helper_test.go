package viz_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/internal/tensor"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// lecture is the picture and the filter of the course.
const (
	lectureInput  = "1 1 1 0 0/0 1 1 1 0/0 0 1 1 1/0 0 1 1 0/0 1 1 0 0"
	lectureFilter = "1 0 1/0 1 0/1 0 1"
)

// plane reads rows of numbers, parted by "/", as an array (H, W, 1).
func plane(t testing.TB, rows string) *tensor.Dense[float64] {
	t.Helper()
	var data []float64
	lines := strings.Split(rows, "/")
	for _, line := range lines {
		for _, f := range strings.Fields(line) {
			v, err := strconv.ParseFloat(f, 64)
			if err != nil {
				t.Fatal(err)
			}
			data = append(data, v)
		}
	}
	d, err := tensor.From(data, len(lines), len(data)/len(lines), 1)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func newConv(t testing.TB, s viz.ConvSetup) *viz.Conv {
	t.Helper()
	c, err := viz.NewConv(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func lecture(t testing.TB) *viz.Conv {
	return newConv(t, viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)})
}

func sayIn(t testing.TB, lang string) viz.Say {
	t.Helper()
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	words := b.For(lang)
	return func(w viz.Words) string { return words.Text(w.Key, w.Args) }
}

func drawn(a viz.Animation, i, w, h int, say viz.Say, hide bool) *canvas.Grid {
	g := canvas.New(w, h)
	a.Draw(i, viz.Frame{Grid: g, Area: g.All(), Say: say, Hide: hide})
	return g
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}
