// Package cli holds the commands. Its one rule: data goes to standard output,
// messages to standard error, and every failure is one clear error with a
// hint and the right exit status.
package cli

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"convtutor/internal/i18n"
)

// Exit statuses.
const (
	StatusDone   = 0
	StatusFailed = 1 // it failed, or not everything is right
	StatusUsage  = 2 // wrong usage
)

// Process is what the program is given by the system.
type Process struct {
	Args   []string
	Getenv func(string) string
	Stdin  *os.File
	Stdout *os.File
	Stderr io.Writer
}

// app is one run of the program.
type app struct {
	process Process
	bundle  *i18n.Bundle
	words   *i18n.Catalog
	flags   flags
}

// flags are those of every command.
type flags struct {
	lang  string
	theme string
	plain bool
	still bool
	image string
	json  bool
}

// Main runs the program and gives its exit status.
func Main(p Process) int {
	a := &app{process: p}
	bundle, err := i18n.Open()
	if err != nil {
		return a.report(err)
	}
	a.bundle = bundle
	a.words = bundle.For(a.earlyLanguage())
	root := a.root()
	root.SetArgs(p.Args)
	root.SetIn(p.Stdin)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	return a.report(root.Execute())
}

// root is the command without a name, with all others below it.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "convtutor",
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              a.noArgs,
		PersistentPreRunE: a.prepare,
		RunE:              func(*cobra.Command, []string) error { return a.screen("") },
	}
	a.describe(root, "root")
	root.SetVersionTemplate("convtutor {{.Version}}\n" + a.text("cli.help.credits_line", nil) + "\n")
	a.addGlobalFlags(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	root.AddCommand(
		a.lessonCommand(), a.assignmentCommand(), a.quizCommand(), a.labCommand(), a.mapCommand(),
		a.shapeCommand(), a.solveCommand(), a.renderCommand(), a.checkCommand(), a.creditsCommand(), a.manCommand(root),
	)
	a.settle(root)
	return root
}

// report prints an error, if there is one, and gives the exit status.
func (a *app) report(err error) int {
	if err == nil {
		return StatusDone
	}
	var quiet *statusError
	if errors.As(err, &quiet) {
		return quiet.status
	}
	return a.complain(err)
}
