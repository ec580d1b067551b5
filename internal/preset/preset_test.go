//go:build unix

package preset

import (
	"bytes"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"testing"
	"time"

	"convtutor/internal/ptytest"
)

// TestNothingIsAskedBeforeTheFirstFrame runs a program on a terminal that answers
// nothing. Without this package its first frame takes five seconds.
func TestNothingIsAskedBeforeTheFirstFrame(t *testing.T) {
	program := ptytest.Build(t, "../ptytest/testdata/demo")
	best := time.Hour
	for range 5 { // the machine may be busy
		cmd := exec.Command(program, "")
		cmd.Env = append(os.Environ(), "TERM=xterm-256color")
		p := ptytest.Start(t, cmd, 80, 24)
		best = min(best, p.WaitText("keys 0.").Sub(p.Started()))
		before, _, _ := bytes.Cut(p.Output(), []byte("keys 0."))
		for _, question := range []string{"\x1b]1", "\x1b[6n", "\x1b[c", "\x1b[>"} {
			if bytes.Contains(before, []byte(question)) {
				t.Errorf("asked %q before the first frame", question)
			}
		}
		p.Type("q")
		p.Wait()
	}
	if best > 300*time.Millisecond {
		t.Errorf("the first frame takes %v", best)
	}
}

// TestImportsOnlyLipgloss: with another import this package might be initialised
// after Bubble Tea.
func TestImportsOnlyLipgloss(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "preset.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Imports) != 1 || file.Imports[0].Path.Value != `"github.com/charmbracelet/lipgloss"` {
		t.Errorf("it imports %d packages", len(file.Imports))
	}
}
