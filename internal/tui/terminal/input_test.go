//go:build unix

package terminal_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"convtutor/internal/ptytest"
)

func TestHangulByteByByte(t *testing.T) {
	const syllables = "가나다라마바사아자차카타파하거너더러머버서어" // 22 of them
	p := start(t, "")
	p.TypeBytewise(syllables)
	p.WaitText("keys 22.")
	if !strings.Contains(p.Text(), "typed "+syllables+".") {
		t.Errorf("not all arrived:\n%s", p.Text())
	}
}

func TestMegabyteOfKeysEnds(t *testing.T) {
	p := start(t, "")
	const n = 1 << 20
	p.Type(strings.Repeat("x", n))
	p.WaitText("keys " + strconv.Itoa(n) + ".")
	p.Type("q")
	if status := p.Wait(); status != 0 {
		t.Errorf("status %d", status)
	}
	// A frame for each key would be many megabytes.
	if written := p.Written(); written > n {
		t.Errorf("%d bytes written", written)
	}
	p.CheckRestored()
}

func TestUnfinishedPasteDoesNotSwallowCtrlC(t *testing.T) {
	p := start(t, "")
	p.Type("\x1b[200~some text")
	p.Type("\x03")
	if status := p.Wait(); status != 0 {
		t.Errorf("status %d", status)
	}
	p.CheckRestored()
}

func TestPasteArrivesAsOne(t *testing.T) {
	p := start(t, "")
	p.Type("\x1b[200~q 한글\x1b[201~")
	p.WaitText("pasted 4 ")
	if !strings.Contains(p.Text(), "keys 1.") {
		t.Errorf("typed as single keys:\n%s", p.Text())
	}
}

func TestLateAnswersAreNotTyped(t *testing.T) {
	p := start(t, "ask-all")
	p.WaitOutput("\x1b]11;?\x1b\\\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c")
	p.Type("a\x1b]11;rgb:ffff/ffff/")
	p.Type("ffff\x1b\\\x1b_Gi=31;OK\x1b\\\x1b[?62;4;22cb")
	p.WaitText("dark=false graphics=1 graphics=2")
	p.WaitText("keys 2.")
	if !strings.Contains(p.Text(), "typed ab.") {
		t.Errorf("typed something else:\n%s", p.Text())
	}
}

func TestQuestionsComeAfterTheFirstFrame(t *testing.T) {
	p := start(t, "")
	out := string(p.WaitOutput("\x1b]11;?"))
	frame, question := strings.Index(out, "keys 0."), strings.Index(out, "\x1b]11;?")
	if frame < 0 || question < frame || strings.Contains(out[:frame], "\x1b[c") || strings.Contains(out[:frame], "6n") {
		t.Errorf("written: %q", out)
	}
}

func TestLoneEscape(t *testing.T) {
	p := start(t, "")
	p.Type("\x1b")
	p.WaitText("last esc.")
}

func TestMouse(t *testing.T) {
	p := start(t, "")
	p.Type("\x1b[<0;10;5M")
	p.WaitText("last left press 9,4.")
}

// job is a shell that runs the demo as a shell does: when it is suspended the
// shell has the terminal, until Enter continues it.
const job = `set -m; "$0" ""; echo shell has it; read line; fg >/dev/null; echo "the end, $?"`

// TestContinueAfterAForcedStop: SIGSTOP leaves no time to give the terminal back,
// but what the shell did to it must not stay.
func TestContinueAfterAForcedStop(t *testing.T) {
	p := start(t, "")
	p.Signal(syscall.SIGSTOP)
	p.Spoil()
	p.Signal(syscall.SIGCONT)
	p.WaitText("resumed")
	p.WaitText("size 80x24")
	if !p.Raw() {
		t.Error("not in raw mode")
	}
	p.Type("q")
	p.Wait()
	p.CheckRestored()
}

func TestSuspendAndContinue(t *testing.T) {
	pid := regexp.MustCompile(`pid (\d+)\.`)
	ways := map[string]func(p *ptytest.Program, process *os.Process){
		"ctrl+z":  func(p *ptytest.Program, _ *os.Process) { p.Type("\x1a") },
		"SIGTSTP": func(_ *ptytest.Program, process *os.Process) { _ = process.Signal(syscall.SIGTSTP) },
	}
	for name, suspend := range ways {
		t.Run(name, func(t *testing.T) {
			program, err := demo()
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command("sh", "-c", job, program)
			cmd.Env = append(os.Environ(), "TERM=xterm-256color")
			p := ptytest.Start(t, cmd, 80, 24)
			p.WaitFor("the first frame", func(s *ptytest.Screen) bool { return pid.MatchString(s.Text()) })
			number, _ := strconv.Atoi(pid.FindStringSubmatch(p.Text())[1])
			process, _ := os.FindProcess(number)

			suspend(p, process)
			p.WaitText("shell has it")
			p.CheckRestored()
			if strings.Contains(p.Text(), "keys 0.") {
				t.Errorf("the frame is still there:\n%s", p.Text())
			}
			p.Type("\n")
			p.WaitText("resumed")
			p.Type("x")
			p.WaitText("keys 1.")
			p.WaitText("size 80x24")
			p.Type("q")
			p.WaitText("the end, 0")
			p.Wait()
			p.CheckRestored()
		})
	}
}
