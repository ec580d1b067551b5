// Package viztest is what tests of pictures share: words, grids drawn on,
// golden files, and what every scene must hold. Its one rule: only tests
// import it.
package viztest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Say says words in a language.
func Say(t testing.TB, lang string) viz.Say {
	t.Helper()
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	words := b.For(lang)
	return func(w viz.Words) string { return words.Text(w.Key, w.Args) }
}

// Grid is a grid of w columns and h rows with what draw draws in all of it.
func Grid(w, h int, say viz.Say, hide bool, draw func(viz.Frame)) *canvas.Grid {
	g := canvas.New(w, h)
	draw(viz.Frame{Grid: g, Area: g.All(), Say: say, Hide: hide})
	return g
}

// Golden compares a text with the file testdata/<name>.golden of the package
// under test; with -update it writes that file.
func Golden(t *testing.T, name, got string) {
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
