package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestCommittedAssemblyIsGenerated runs the generator again and expects the
// bytes that are committed; run `go generate` in the folder above if it fails.
// Only the first line, which repeats the command, may differ.
func TestCommittedAssemblyIsGenerated(t *testing.T) {
	for _, g := range []struct{ what, pkg, asm, stubs string }{
		{"tiles", "kernel", "../tiles_amd64.s", "../tiles_amd64.go"},
		{"peak", "peak", "../peak/loop_amd64.s", "../peak/loop_amd64.go"},
	} {
		asm, stubs := filepath.Join(t.TempDir(), "asm"), filepath.Join(t.TempDir(), "stubs")
		run := exec.Command("go", "run", ".", "-what", g.what, "-pkg", g.pkg, "-out", asm, "-stubs", stubs)
		if out, err := run.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for committed, again := range map[string]string{g.asm: asm, g.stubs: stubs} {
			if !bytes.Equal(body(t, committed), body(t, again)) {
				t.Errorf("%s is not what the generator writes", committed)
			}
		}
	}
}

// body is a file without its first line.
func body(t *testing.T, path string) []byte {
	t.Helper()
	all, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := bytes.Cut(all, []byte("\n"))
	if !found || len(rest) == 0 {
		t.Fatalf("%s is empty", path)
	}
	return rest
}
