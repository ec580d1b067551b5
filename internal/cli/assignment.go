package cli

import "github.com/spf13/cobra"

// assignmentCommand answers and checks the assignment.
func (a *app) assignmentCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "assignment",
		Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error { return a.screen("assignment") },
	}
	a.describe(c, "assignment")
	return c
}
