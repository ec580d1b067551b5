package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"convtutor/internal/course"
	"convtutor/quiz/format"
	"convtutor/viz"
)

// export is what is asked of quiz export.
type export struct {
	want   choice
	format string
	output string // a file, "" for standard output
	key    string // a file for the key, "" to put it after the questions
}

// quizExportCommand writes questions with their answers for elsewhere.
func (a *app) quizExportCommand() *cobra.Command {
	var e export
	c := &cobra.Command{
		Use:  "export",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.exportQuestions(c, e) },
	}
	a.describe(c, "quiz_export")
	a.addChoice(c, &e.want)
	f := c.Flags()
	f.StringVar(&e.format, "format", "", a.text("cli.flag.format", map[string]any{"known": format.Names()}))
	f.StringVarP(&e.output, "output", "o", "", a.text("cli.quiz_export.output", nil))
	f.StringVar(&e.key, "key", "", a.text("cli.quiz_export.key", nil))
	return c
}

func (a *app) exportQuestions(c *cobra.Command, e export) error {
	how, err := a.exportFormat(e)
	if err != nil {
		return err
	}
	set, err := a.exportSet(e.want, c)
	if err != nil {
		return err
	}
	questions, err := how.Write(set)
	if err != nil {
		return fmt.Errorf("quiz export: %w", err)
	}
	if how.Key != nil {
		key, err := how.Key(set)
		if err != nil {
			return fmt.Errorf("quiz export: %w", err)
		}
		if e.key != "" {
			if err := replaceFile(e.key, string(key)); err != nil {
				return err
			}
		} else {
			questions = append(append(questions, '\n'), key...)
		}
	}
	if e.output != "" {
		return replaceFile(e.output, string(questions))
	}
	_, err = a.process.Stdout.Write(questions)
	return err
}

// exportFormat is the format asked for, else the one that the file's name ends
// with.
func (a *app) exportFormat(e export) (format.Format, error) {
	how, ok := format.Find(e.format)
	switch {
	case e.format == "" && e.output == "":
		how, ok = format.Find("json")
	case e.format == "":
		how, ok = format.ForFile(e.output)
	}
	if !ok {
		asked := e.format
		if asked == "" {
			asked = e.output
		}
		return how, a.usage("cli.error.format", map[string]any{"format": asked, "known": format.Names()}, "")
	}
	if e.key != "" && (how.Key == nil || e.key == e.output) {
		return how, a.usage("cli.quiz_export.no-key", map[string]any{"format": how.Name}, "cli.quiz_export.no-key-hint")
	}
	return how, nil
}

// exportSet is the questions asked for, with the words of every language.
func (a *app) exportSet(want choice, c *cobra.Command) (format.Set, error) {
	plan, err := course.Plan(want.route(c), 1)
	if err != nil {
		return format.Set{}, misuse(err)
	}
	questions, err := plan.Questions()
	if err != nil {
		return format.Set{}, misuse(err)
	}
	says := map[string]viz.Say{}
	for _, code := range a.bundle.Codes() {
		words := a.bundle.For(code)
		says[code] = func(w viz.Words) string { return words.Text(w.Key, w.Args) }
	}
	return format.Set{Questions: questions, Says: says, Language: a.words.Language().Code}, nil
}
