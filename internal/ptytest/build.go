//go:build unix

package ptytest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Build builds a main package, given by its folder, and gives the program's
// path. It is removed when the test ends.
func Build(tb testing.TB, folder string) string {
	tb.Helper()
	program := filepath.Join(tb.TempDir(), "program")
	cmd := exec.Command("go", "build", "-o", program, ".")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("build %s: %v\n%s", folder, err, out)
	}
	return program
}
