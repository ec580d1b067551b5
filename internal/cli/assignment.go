package cli

import (
	"github.com/spf13/cobra"

	"convtutor/quiz/assignment"
)

// assignmentCommand answers and checks the assignment.
func (a *app) assignmentCommand() *cobra.Command {
	var answers []string
	c := &cobra.Command{
		Use:  "assignment",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if len(answers) == 0 {
				return a.screen("assignment")
			}
			return a.checkAssignment(c, answers)
		},
	}
	a.describe(c, "assignment")
	a.addJSON(c)
	// An array, not a slice: a comma belongs to the answer.
	c.Flags().StringArrayVar(&answers, "answer", nil, a.text("cli.flag.answer", nil))
	return c
}

// checkAssignment grades answers without a screen: a line a part.
func (a *app) checkAssignment(c *cobra.Command, flags []string) error {
	answers, err := assignment.ParseAnswers(flags)
	if err != nil {
		return misuse(err)
	}
	work, err := assignment.Compute(nil)
	if err != nil {
		return err
	}
	parts, err := work.Parts()
	if err != nil {
		return err
	}
	lines, allRight := assignment.Check(parts, answers)
	if err := a.printVerdicts(c, lines); err != nil {
		return err
	}
	if !allRight {
		return failed()
	}
	return nil
}
