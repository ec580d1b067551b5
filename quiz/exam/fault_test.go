package exam

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds a text to a file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden file (-update writes it): %v", err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
	}
}

// TestFaults holds messages, with line, column and hint, in English and Korean.
func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/faults/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	korean := says(t, "ko")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			_, err := Load(file, Checks{})
			var faults Faults
			if !errors.As(err, &faults) {
				t.Fatalf("not faults: %v", err)
			}
			var b strings.Builder
			for _, f := range faults {
				fmt.Fprintf(&b, "%d:%d %s\n  hint: %s\n", f.Line, f.Column, f.message(), f.Hint())
				fmt.Fprintf(&b, "  %s\n  %s\n", korean.Explain(f.Within("")), korean.Explain(f.Advice()))
			}
			for _, r := range b.String() {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
					t.Errorf("%U in a message", r)
				}
			}
			golden(t, strings.TrimSuffix(file, ".yaml")+".golden", b.String())
		})
	}
}
