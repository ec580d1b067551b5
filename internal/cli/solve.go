package cli

import (
	"bufio"
	"io"
	"os"

	"github.com/spf13/cobra"

	"convtutor/internal/solve"
)

// solveCommand works out operations on given numbers, JSON to JSON.
func (a *app) solveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "solve [FILE]",
		Args: a.atMostOne,
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := a.problems(args)
			if err != nil {
				return err
			}
			defer in.Close() //nolint:errcheck // only read from
			out := bufio.NewWriter(a.process.Stdout)
			wrong, err := solve.Run(in, out)
			if flushed := out.Flush(); err == nil {
				err = flushed
			}
			if err == nil && wrong > 0 {
				return failed()
			}
			return err
		},
	}
	a.describe(c, "solve")
	return c
}

// problems opens the file named, or standard input.
func (a *app) problems(args []string) (io.ReadCloser, error) {
	if len(args) == 0 || args[0] == "-" {
		return io.NopCloser(a.process.Stdin), nil
	}
	return os.Open(args[0])
}
