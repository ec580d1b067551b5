package cli

import (
	"fmt"
	"net/url"
	"strings"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"convtutor/internal/data"
	"convtutor/internal/tui/house"
)

// lessonCommand opens a lesson at a step.
func (a *app) lessonCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "lesson [ROUTE]",
		Args: a.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.screen(under("lesson", args)) },
	}
	a.describe(c, "lesson")
	return c
}

// labCommand opens free play.
func (a *app) labCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "lab [ROUTE]",
		Args: a.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.screen(under("lab", args)) },
	}
	a.describe(c, "lab")
	return c
}

// under puts the route given, or none, below a screen; a route that already
// begins with the screen is taken as it is.
func under(screen string, args []string) string {
	if len(args) == 0 {
		return screen
	}
	if rest, ok := strings.CutPrefix(args[0], screen); ok && (rest == "" || strings.ContainsAny(rest[:1], "/?#")) {
		return args[0]
	}
	return screen + "/" + args[0]
}

// quizCommand practises.
func (a *app) quizCommand() *cobra.Command {
	var plan struct {
		kind, topic        string
		level, seed, count int
	}
	c := &cobra.Command{
		Use:  "quiz",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			q := url.Values{}
			set := func(name, value string) {
				if c.Flags().Changed(name) {
					q.Set(name, value)
				}
			}
			set("topic", plan.topic)
			set("level", fmt.Sprint(plan.level))
			set("seed", fmt.Sprint(plan.seed))
			set("count", fmt.Sprint(plan.count))
			route := "quiz"
			if plan.kind != "" {
				route += "/" + plan.kind
			}
			if len(q) > 0 {
				route += "?" + q.Encode()
			}
			return a.screen(route)
		},
	}
	a.describe(c, "quiz")
	f := c.Flags()
	f.StringVar(&plan.kind, "kind", "", a.text("cli.flag.kind", nil))
	f.StringVar(&plan.topic, "topic", "", a.text("cli.flag.topic", nil))
	f.IntVar(&plan.level, "level", 0, a.text("cli.flag.level", nil))
	f.IntVar(&plan.seed, "seed", 0, a.text("cli.flag.seed", nil))
	f.IntVar(&plan.count, "count", 0, a.text("cli.flag.count", nil))
	return c
}

// checkCommand checks the content: words, steps, sizes.
func (a *app) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "check",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			problems, counted := house.Inspect(a.bundle)
			for _, p := range problems {
				c.Println(p)
			}
			if len(problems) > 0 {
				fmt.Fprintln(a.process.Stderr, a.text("cli.check.wrong", map[string]any{"n": len(problems)}))
				return failed()
			}
			c.Println(a.text("cli.check.fine", counted))
			return nil
		},
	}
	a.describe(c, "check")
	return c
}

// creditsCommand names whose pictures and digits these are.
func (a *app) creditsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "credits",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			c.Println(data.Credits())
			return nil
		},
	}
	a.describe(c, "credits")
	return c
}

// manCommand prints the manual page.
func (a *app) manCommand(root *cobra.Command) *cobra.Command {
	c := &cobra.Command{
		Use:  "man",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			page, err := mango.NewManPage(1, root)
			if err != nil {
				return err
			}
			c.Println(page.Build(roff.NewDocument()))
			return nil
		},
	}
	a.describe(c, "man")
	return c
}
