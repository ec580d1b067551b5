package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convtutor/internal/data"
	"convtutor/internal/plain"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/house"
	"convtutor/quiz/exam"
)

// examRun is what `quiz run` is told.
type examRun struct {
	file, student, output string
	again                 bool
}

// quizRunCommand sits an exam.
func (a *app) quizRunCommand() *cobra.Command {
	var run examRun
	c := &cobra.Command{
		Use:  "run EXAM.yaml --student ID",
		Args: a.oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			run.file = args[0]
			if run.student == "" {
				return a.usage("cli.error.student", nil, "cli.hint.student")
			}
			return a.sit(run)
		},
	}
	a.describe(c, "quiz_run")
	f := c.Flags()
	f.StringVar(&run.student, "student", "", a.text("cli.flag.student", nil))
	f.StringVarP(&run.output, "output", "o", "", a.text("cli.flag.result", nil))
	f.BoolVar(&run.again, "again", false, a.text("cli.flag.again", nil))
	return c
}

// oneFile demands the name of a file.
func (a *app) oneFile(c *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	if len(args) == 0 {
		example, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
		return a.usage("cli.error.exam", map[string]any{"command": c.CommandPath(), "example": example}, "cli.hint.exam")
	}
	return a.usage("cli.error.argument", map[string]any{"argument": args[1], "command": c.CommandPath()}, "cli.hint.help")
}

// sit goes through an exam and writes the result.
func (a *app) sit(run examRun) error {
	student, err := exam.Student(run.student)
	if err != nil {
		return misuse(err)
	}
	e, err := a.loadExam(run.file)
	if err != nil {
		return err
	}
	if e.Language != "" {
		a.flags.lang, a.words = e.Language, a.bundle.For(e.Language)
	}
	dir, err := a.examFolder()
	if err != nil {
		return err
	}
	s, notices, err := a.session()
	if err != nil {
		return err
	}
	for _, n := range notices {
		a.tell(n.Key, n.Args)
	}
	entrance, err := a.arrive(run, dir, e, student, s.Now())
	if err != nil {
		return err
	}
	if err := errors.Join(a.show(s, entrance), entrance.Close()); err != nil {
		return err
	}
	sitting := entrance.Sitting()
	if sitting == nil {
		return failed()
	}
	if _, done := sitting.Submitted(); !done {
		return failed()
	}
	return a.handIn(run, dir, e, student, sitting.Attempt())
}

// show leads into the exam and through it: full screen, or in lines of text.
func (a *app) show(s *session.Session, entrance *exam.Entrance) error {
	env := a.environment()
	caps := env.Capabilities()
	if a.wantsPlain(s, caps) {
		if err := a.resume(entrance, s.Now()); err != nil {
			return err
		}
		return plain.Sit(s, entrance, env.Input, a.process.Stdin, a.process.Stdout, time.After)
	}
	return a.run(s, house.Exam(s, caps, entrance), caps)
}

// resume goes on at once with what was begun: in lines of text nothing waits for
// a key.
func (a *app) resume(entrance *exam.Entrance, now time.Time) error {
	if !entrance.Standing.Begun {
		return nil
	}
	_, err := entrance.Enter(now)
	return err
}

// arrive leads to the exam; one whose time ran out meanwhile is handed in. It
// refuses what is over, and a new attempt that was not asked for. Results of
// attempts that were submitted are written again if they are lost.
func (a *app) arrive(run examRun, dir string, e *exam.Exam, student string, now time.Time) (*exam.Entrance, error) {
	entrance, err := exam.Arrive(dir, e, student, now)
	standing := entrance.Standing
	if err != nil && len(standing.Submitted) == 0 {
		return nil, err
	}
	if err := errors.Join(a.handInAgain(run, dir, e, student, standing.Submitted), err); err != nil {
		return nil, err
	}
	if standing.Done || len(standing.Submitted) > 0 && !standing.Begun && !run.again {
		return nil, a.submitted(standing, e)
	}
	if left, limited := entrance.Remaining(now); limited && left == 0 && standing.Begun {
		_, err = entrance.Enter(now)
	}
	return entrance, err
}

// handInAgain writes the results of attempts that are not there.
func (a *app) handInAgain(run examRun, dir string, e *exam.Exam, student string, attempts []int) error {
	if run.output != "" && len(attempts) > 1 {
		attempts = attempts[len(attempts)-1:] // the file named is for one result
	}
	for _, n := range attempts {
		if _, err := os.Stat(resultPath(run, e, student, n)); err == nil {
			continue
		}
		if err := a.handIn(run, dir, e, student, n); err != nil {
			return err
		}
	}
	return nil
}

// submitted says that an exam was sat, and whether there is another attempt.
func (a *app) submitted(standing exam.Standing, e *exam.Exam) error {
	left := e.Attempts - len(standing.Submitted)
	err := &commandError{
		message: a.text("cli.error.submitted", map[string]any{"n": len(standing.Submitted), "of": e.Attempts}),
		status:  StatusFailed,
	}
	if left > 0 {
		err.hint = a.text("cli.hint.again", nil)
	}
	return err
}

// handIn writes the result file of an attempt and says where it is.
func (a *app) handIn(run examRun, dir string, e *exam.Exam, student string, attempt int) error {
	text, err := exam.ResultOf(dir, e, student, attempt)
	if err != nil {
		return err
	}
	path := resultPath(run, e, student, attempt)
	if err := exam.WriteResult(path, text); err != nil {
		return &commandError{message: err.Error(), hint: a.text("cli.hint.result", nil), status: StatusFailed, cause: err}
	}
	a.tell("cli.exam.result", map[string]any{"file": path})
	return nil
}

// resultPath is where a result goes: the file named, or the usual name here.
func resultPath(run examRun, e *exam.Exam, student string, attempt int) string {
	if run.output != "" {
		return run.output
	}
	return exam.ResultName(e.ID, student, attempt)
}

// loadExam reads an exam's file; all that is wrong with it is printed.
func (a *app) loadExam(path string) (*exam.Exam, error) {
	e, err := exam.Load(path, a.examChecks())
	return e, a.faults(err)
}

// examChecks are the checks of an exam that need more than its file.
func (a *app) examChecks() exam.Checks {
	return exam.Checks{
		Route: func(text string) error {
			at, err := tui.ParseRoute(text)
			if err != nil {
				return err
			}
			s, _, err := a.session()
			if err != nil {
				return err
			}
			return plain.Check(s, at)
		},
		Picture: func(path string) error { _, err := data.LoadImage(path); return err },
	}
}

// faults prints all that is wrong with an exam's file, each with its hint.
func (a *app) faults(err error) error {
	var list exam.Faults
	if !errors.As(err, &list) {
		return err
	}
	for _, f := range list {
		a.complain(f)
	}
	return failed()
}

// examFolder is where sittings are kept until they are handed in.
func (a *app) examFolder() (string, error) {
	kept := progress.Find(a.process.Getenv).Progress
	if kept == "" {
		return "", &commandError{message: a.text("cli.error.nowhere", nil), hint: a.text("cli.hint.nowhere", nil), status: StatusFailed}
	}
	return filepath.Join(filepath.Dir(kept), "exams"), nil
}

// tell says a sentence on standard error.
func (a *app) tell(key string, args map[string]any) {
	fmt.Fprintf(a.process.Stderr, "convtutor: %s\n", oneLine(a.text(key, args)))
}
