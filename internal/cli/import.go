package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"convtutor/quiz/exam"
	"convtutor/quiz/gift"
	"convtutor/viz/canvas"
)

// quizImportCommand takes questions over from a GIFT file.
func (a *app) quizImportCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:  "import FILE.gift",
		Args: a.oneFile,
		RunE: func(_ *cobra.Command, args []string) error { return a.importQuestions(args[0], output) },
	}
	a.describe(c, "quiz_import")
	c.Flags().StringVarP(&output, "output", "o", "", a.text("cli.quiz_import.output", nil))
	return c
}

// importQuestions writes a file's questions into an exam and tells what of them
// was lost.
func (a *app) importQuestions(file, output string) error {
	text, err := readUpTo(file, gift.MaxFile)
	if err != nil {
		return err
	}
	questions, notes, err := gift.Parse(text)
	if unread, ok := errors.AsType[*gift.FileError](err); ok {
		unread.File = file
	}
	if err != nil {
		return err
	}
	total := len(questions) + len(notes)
	var entries []string
	for _, q := range questions {
		entry, more := a.entry(q)
		if notes = append(notes, more...); entry != "" {
			entries = append(entries, entry)
		}
	}
	slices.SortStableFunc(notes, func(a, b gift.Note) int { return cmp.Compare(a.Line, b.Line) })
	for _, n := range notes {
		fmt.Fprintln(a.process.Stderr, a.noteLine(file, n))
	}
	if len(entries) > 0 {
		if err := a.writeEntries(file, output, entries); err != nil {
			return err
		}
	}
	a.tell("cli.quiz_import.taken", map[string]any{"n": len(entries), "of": total})
	if len(entries) < total {
		return failed()
	}
	return nil
}

// entry makes an exam's item of a question, if an exam takes it.
func (a *app) entry(q gift.Question) (entry string, notes []gift.Note) {
	truth := gift.Truth{}
	for _, code := range a.bundle.Codes() {
		words := a.bundle.For(code)
		truth[code] = [2]string{words.Text("gift.true", nil), words.Text("gift.false", nil)}
	}
	entry, notes = q.Entry(truth)
	if entry == "" {
		return "", notes
	}
	_, err := exam.Parse("", []byte(gift.Exam("x", "x", []string{entry})), exam.Checks{})
	var faults exam.Faults
	switch {
	case errors.As(err, &faults):
		return "", append(notes, q.Refused(faults[0].Within("questions[1]")))
	case err != nil:
		return "", append(notes, q.Refused(err))
	}
	return entry, notes
}

// noteLine is a note as a line: where, what.
func (a *app) noteLine(file string, n gift.Note) string {
	where := fmt.Sprintf("%s:%d: ", file, n.Line)
	if n.Name != "" {
		where += n.Name + ": "
	}
	return canvas.Clean(where + a.text(n.Words.Key, n.Words.Args))
}

// writeEntries makes a new exam of the entries, or puts them at the end of one.
func (a *app) writeEntries(file, output string, entries []string) error {
	title := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	text := gift.Exam(gift.ID(title), canvas.Clean(title), entries)
	if output == "" {
		_, err := io.WriteString(a.process.Stdout, text)
		return err
	}
	before := 0
	old, err := readUpTo(output, gift.MaxFile) // an exam is far smaller
	if err == nil {
		there, err := exam.Parse(output, old, exam.Checks{})
		if err != nil {
			return a.faults(err)
		}
		var ok bool
		if text, ok = gift.Append(string(old), entries); !ok {
			return a.cannotAppend(output)
		}
		before = len(there.Entries)
	} else if !os.IsNotExist(err) {
		return err
	}
	e, err := exam.Parse(output, []byte(text), exam.Checks{})
	switch {
	case err != nil:
		return a.faults(err)
	case len(e.Entries) != before+len(entries):
		return a.cannotAppend(output)
	}
	return replaceFile(output, text)
}

// cannotAppend says that an exam's file is written in a way that nothing can be
// put at its end.
func (a *app) cannotAppend(file string) error {
	return &commandError{
		message: a.text("cli.quiz_import.no-list", map[string]any{"file": file}),
		hint:    a.text("cli.quiz_import.no-list-hint", nil), status: StatusFailed,
	}
}

// readUpTo reads a file, and one byte more than a limit of one that is larger.
func readUpTo(file string, limit int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	return text, errors.Join(err, f.Close())
}
