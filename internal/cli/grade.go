package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"convtutor/lessons"
	"convtutor/quiz/exam"
	"convtutor/quiz/gradebook"
	"convtutor/viz/canvas"
)

// grading is what quiz grade is told.
type grading struct {
	exam     string
	results  []string
	csv      bool
	report   string   // a file for the report, "" for none
	against  string   // an older exam's file, "" for none
	key      string   // a file with the instructor's private key
	attempts string   // which of several attempts counts
	accept   []string // kinds of problem that were looked at
}

// quizGradeCommand grades results.
func (a *app) quizGradeCommand() *cobra.Command {
	var g grading
	c := &cobra.Command{
		Use: "grade EXAM.yaml RESULT...",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return a.usage("cli.error.results", map[string]any{"command": c.CommandPath()}, "cli.hint.results")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			g.exam, g.results = args[0], args[1:]
			return a.grade(g)
		},
	}
	a.describe(c, "quiz_grade")
	f := c.Flags()
	f.BoolVar(&g.csv, "csv", false, a.text("cli.quiz_grade.csv", nil))
	a.addJSON(c)
	f.StringVar(&g.report, "report", "", a.text("cli.quiz_grade.report", nil))
	f.StringVar(&g.against, "against", "", a.text("cli.quiz_grade.against", nil))
	f.StringVar(&g.key, "key", "", a.text("cli.quiz_grade.key", nil))
	f.StringVar(&g.attempts, "attempts", string(gradebook.PickBest), a.text("cli.quiz_grade.attempts", nil))
	f.StringSliceVar(&g.accept, "accept", nil, a.text("cli.quiz_grade.accept", nil))
	return c
}

// grade grades all results and shows them; it fails quietly if any file has a
// problem.
func (a *app) grade(g grading) error {
	rules, err := a.rules(g)
	if err != nil {
		return err
	}
	e, err := a.loadExam(g.exam)
	if err != nil {
		return err
	}
	results, unread, err := a.readResults(g)
	if err != nil {
		return err
	}
	class, err := gradebook.New(e, results, rules)
	if err != nil {
		return err
	}
	for _, u := range unread {
		class.Unread = append(class.Unread, gradebook.Unread{File: u.file, Why: a.words.Explain(u.err)})
	}
	changes, err := a.changes(g, class, results, rules)
	if err != nil {
		return err
	}
	if err := a.showClass(g, class, changes); err != nil {
		return err
	}
	for _, u := range unread {
		a.complain(u.err)
	}
	problems := class.Problems(a.say)
	for _, line := range slices.Concat(problems, class.Remarks(a.say)) {
		fmt.Fprintln(a.process.Stderr, canvas.Clean(line))
	}
	a.tell("grade.files", map[string]any{
		"n": len(results) + len(unread), "students": class.Summary.Students, "held": class.Summary.Held + len(unread),
	})
	if len(problems)+len(unread) > 0 {
		return failed()
	}
	return nil
}

// rules checks the flags that say what counts.
func (a *app) rules(g grading) (gradebook.Rules, error) {
	rules := gradebook.Rules{Pick: gradebook.Pick(g.attempts)}
	if !slices.Contains(gradebook.Picks(), rules.Pick) {
		return rules, a.usage("cli.error.attempts", map[string]any{"attempts": g.attempts}, "")
	}
	for _, kind := range g.accept {
		if !a.words.Has("exam.problem." + kind) {
			return rules, a.usage("cli.error.accept", map[string]any{"kind": kind}, "cli.hint.accept")
		}
		rules.Accept = append(rules.Accept, exam.ProblemKind(kind))
	}
	if g.csv && a.flags.json {
		return rules, a.usage("cli.error.csv-json", nil, "")
	}
	return rules, nil
}

// unreadFile is a file that is no result, and why.
type unreadFile struct {
	file string
	err  error
}

// readResults reads the files, and those in folders. A file that is no result is
// told, in unread.
func (a *app) readResults(g grading) (results []*exam.Result, unread []unreadFile, err error) {
	var id *exam.Identity
	if g.key != "" {
		if id, err = exam.ReadIdentity(g.key); err != nil {
			return nil, nil, err
		}
	}
	files, err := resultFiles(g.results)
	if err != nil {
		return nil, nil, err
	}
	for _, file := range files {
		r, err := exam.ReadResult(file, id)
		if err != nil {
			unread = append(unread, unreadFile{file, err})
			continue
		}
		results = append(results, r)
	}
	return results, unread, nil
}

// resultFiles puts the files of a folder in its place, but for hidden ones.
func resultFiles(names []string) ([]string, error) {
	var files []string
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			files = append(files, name) // reading it says what is wrong
			continue
		}
		entries, err := os.ReadDir(name)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			if entry.Type().IsRegular() && !strings.HasPrefix(entry.Name(), ".") {
				files = append(files, filepath.Join(name, entry.Name()))
			}
		}
	}
	return files, nil
}

// changes compares with what an older exam says of the same results; nil if
// there is none.
func (a *app) changes(g grading, class *gradebook.Class, results []*exam.Result, rules gradebook.Rules) ([]gradebook.Change, error) {
	if g.against == "" {
		return nil, nil
	}
	e, err := a.loadExam(g.against)
	if err != nil {
		return nil, err
	}
	old, err := gradebook.New(e, results, rules)
	if err != nil {
		return nil, err
	}
	changes, err := class.Against(old)
	if err == nil && len(changes) == 0 {
		a.tell("grade.same", map[string]any{"file": g.against})
	}
	return changes, err
}

// showClass prints a class as asked, and writes the report.
func (a *app) showClass(g grading, class *gradebook.Class, changes []gradebook.Change) error {
	var out []byte
	var err error
	language := a.words.Language().Code
	switch {
	case g.csv:
		out, err = class.CSV()
	case a.flags.json:
		out, err = class.JSON(changes, language, a.say)
		out = append(out, '\n')
	default:
		for i, t := range class.Tables(changes, language, a.say) {
			if i > 0 {
				out = append(out, '\n')
			}
			for _, line := range t.Lines(a.columns()) {
				out = append(out, line+"\n"...)
			}
		}
	}
	if err != nil {
		return err
	}
	_, err = a.process.Stdout.Write(out)
	if g.report != "" && err == nil {
		err = a.writeReport(g.report, class, changes, language)
	}
	return err
}

// writeReport writes the report that can be printed.
func (a *app) writeReport(file string, class *gradebook.Class, changes []gradebook.Change, language string) error {
	course, err := lessons.Open()
	if err != nil {
		return err
	}
	isLesson := func(route string) bool { _, ok := course.Entry(route); return ok }
	if err := replaceFile(file, string(class.Report(changes, language, a.say, isLesson))); err != nil {
		return err
	}
	a.tell("grade.report", map[string]any{"file": file})
	return nil
}
