//go:build unix

package cli_test

import (
	"bufio"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"convtutor/quiz/exam"
)

// killed is how often the program is killed.
const killed = 40

// oneQuestion is an exam with one question, to be answered again and again.
const oneQuestion = `
id: kill
title: Kill
variants: same
questions:
  - {id: n, ask: Which number?, answer: 1}
`

// TestNoAcceptedAnswerIsLost kills the real program at random moments, and
// holds that each answer that it said was recorded is in the result.
func TestNoAcceptedAnswerIsLost(t *testing.T) {
	t.Run("open", func(t *testing.T) { killAndSubmit(t, oneQuestion, nil) })
	t.Run("sealed", func(t *testing.T) {
		id, err := exam.NewIdentity()
		if err != nil {
			t.Fatal(err)
		}
		killAndSubmit(t, oneQuestion+"key: "+id.Public()+"\n", id)
	})
}

func killAndSubmit(t *testing.T, text string, id *exam.Identity) {
	t.Helper()
	k := killer{t: t, program: build(t), dir: t.TempDir(), rng: rand.New(rand.NewPCG(1, 2))}
	file := filepath.Join(k.dir, "exam.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for range killed {
		k.run()
	}
	k.submit()
	e, err := exam.Load(file, exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := exam.ReadResult(filepath.Join(k.dir, exam.ResultName("kill", "kim", 1)), id)
	if err != nil {
		t.Fatal(err)
	}
	if found := exam.Verify(e, r); len(found) > 0 {
		t.Errorf("an honest result has problems: %+v", found)
	}
	var recorded []string
	for _, rec := range r.Records {
		if rec.Event == exam.EventAnswer {
			recorded = append(recorded, rec.Answer)
		}
	}
	for _, answer := range k.accepted {
		if !slices.Contains(recorded, answer) {
			t.Errorf("%s was accepted and is lost", answer)
		}
	}
	if len(k.accepted) < killed || r.Resumed < killed/2 {
		t.Errorf("%d accepted, %d times gone on with: too few to tell anything", len(k.accepted), r.Resumed)
	}
	t.Logf("%d accepted, %d recorded, gone on with %d times", len(k.accepted), len(recorded), r.Resumed)
}

// killer answers with one number after the other and kills the program.
type killer struct {
	t        *testing.T
	program  string
	dir      string
	rng      *rand.Rand
	next     int
	accepted []string
}

func (k *killer) start() (cmd *exec.Cmd, in io.WriteCloser, out *bufio.Scanner) {
	k.t.Helper()
	cmd = exec.Command(k.program, "quiz", "run", "exam.yaml", "--student", "kim", "--plain", "--lang", "en")
	cmd.Dir, cmd.Env = k.dir, []string{"HOME=" + k.dir, "LC_ALL=C.UTF-8"}
	in, err := cmd.StdinPipe()
	if err != nil {
		k.t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		k.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	return cmd, in, bufio.NewScanner(stdout)
}

// run sends some answers, each once the one before was recorded, and kills the
// program a moment after the last was sent.
func (k *killer) run() {
	k.t.Helper()
	cmd, in, out := k.start()
	last := k.rng.IntN(4)
	moment := time.Duration(k.rng.IntN(2000)) * time.Microsecond
	for sent := 0; ; sent++ {
		k.next++
		answer := strconv.Itoa(k.next)
		if _, err := io.WriteString(in, answer+"\n"); err != nil {
			k.t.Fatal(err)
		}
		if sent == last {
			time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
		}
		if !recordedLine(out) {
			break
		}
		k.accepted = append(k.accepted, answer)
		if sent == last {
			break
		}
	}
	for out.Scan() { // until it is dead
	}
	_ = cmd.Wait()
}

// recordedLine reads until the program says that an answer is recorded; false
// if it is dead before.
func recordedLine(out *bufio.Scanner) bool {
	for out.Scan() {
		if strings.TrimSpace(out.Text()) == "Recorded." {
			return true
		}
	}
	return false
}

// submit hands in what there is, and holds that the last accepted answer is
// what the program shows.
func (k *killer) submit() {
	k.t.Helper()
	cmd, in, out := k.start()
	if _, err := io.WriteString(in, ":submit\n"); err != nil {
		k.t.Fatal(err)
	}
	shown := ""
	for out.Scan() {
		if answer, ok := strings.CutPrefix(out.Text(), "Your answer so far: "); ok {
			shown = answer
		}
	}
	if err := cmd.Wait(); err != nil {
		k.t.Errorf("submitting: %v", err)
	}
	n, err := strconv.Atoi(shown)
	last, _ := strconv.Atoi(k.accepted[len(k.accepted)-1])
	if err != nil || n < last {
		k.t.Errorf("shows %q as the answer, %d was accepted last", shown, last)
	}
}
