package cli

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"convtutor/quiz/exam"
)

// quizNewCommand writes a commented exam to begin with.
func (a *app) quizNewCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "new [FILE]",
		Args: a.atMostOne,
		RunE: func(c *cobra.Command, args []string) error {
			text, err := exam.Template(a.words.Language().Code, rand.Text())
			if err != nil {
				return err
			}
			if len(args) == 0 || args[0] == "-" {
				c.Print(string(text))
				return nil
			}
			return a.newExam(args[0], text)
		},
	}
	a.describe(c, "quiz_new")
	return c
}

// newExam writes the exam and, beside it, the schema that it names.
func (a *app) newExam(path string, text []byte) error {
	if err := a.writeNew(path, text, 0o644); err != nil {
		return err
	}
	a.tell("cli.exam.written", map[string]any{"file": path})
	schema, err := exam.Schema()
	if err != nil {
		return err
	}
	beside := filepath.Join(filepath.Dir(path), exam.SchemaName)
	if err := a.writeNew(beside, schema, 0o644); err == nil {
		a.tell("cli.exam.schema", map[string]any{"file": beside})
	}
	return nil
}

// writeNew writes a file that must not be there yet.
func (a *app) writeNew(path string, text []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return &commandError{message: a.text("cli.error.exists", map[string]any{"file": path}), hint: a.text("cli.hint.exists", nil), status: StatusFailed}
	}
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close())
}

// quizSchemaCommand prints the schema of exams.
func (a *app) quizSchemaCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "schema",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			text, err := exam.Schema()
			if err != nil {
				return err
			}
			c.Print(string(text))
			return nil
		},
	}
	a.describe(c, "quiz_schema")
	return c
}

// quizKeyCommand makes an instructor's key pair.
func (a *app) quizKeyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "key FILE",
		Args: a.oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			id, err := exam.NewIdentity()
			if err != nil {
				return err
			}
			text := fmt.Sprintf("# %s\n# public key: %s\n%s\n", a.text("cli.exam.key.file", nil), id.Public(), id.Private())
			if err := a.writeNew(args[0], []byte(text), 0o600); err != nil {
				return err
			}
			c.Println("key: " + id.Public())
			a.tell("cli.exam.key.private", map[string]any{"file": args[0]})
			a.tell("cli.exam.key.public", nil)
			return nil
		},
	}
	a.describe(c, "quiz_key")
	return c
}

// quizHandoutCommand writes the exam for students, without the answers.
func (a *app) quizHandoutCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:  "handout EXAM.yaml",
		Args: a.oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			if _, err := a.loadExam(args[0]); err != nil {
				return err
			}
			text, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			out, err := exam.Handout(args[0], text, a.examChecks())
			if err != nil {
				return a.faults(err)
			}
			if output == "" || output == "-" {
				c.Print(string(out))
				return nil
			}
			if err := replaceFile(output, string(out)); err != nil {
				return err
			}
			a.tell("cli.exam.handout", map[string]any{"file": output})
			return nil
		},
	}
	a.describe(c, "quiz_handout")
	c.Flags().StringVarP(&output, "output", "o", "", a.text("cli.flag.handout", nil))
	return c
}
