package cli

import (
	"net/url"
	"strconv"

	"github.com/spf13/cobra"

	"convtutor/internal/route"
)

// choice is which questions are wanted, by the flags of quiz and its commands.
type choice struct {
	kind, topic        string
	level, seed, count int
}

// quizCommand practises.
func (a *app) quizCommand() *cobra.Command {
	var want choice
	c := &cobra.Command{
		Use:  "quiz",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.screen(want.route(c).String()) },
	}
	a.describe(c, "quiz")
	a.addChoice(c, &want)
	c.AddCommand(
		a.quizNewCommand(), a.quizRunCommand(), a.quizHandoutCommand(), a.quizKeyCommand(), a.quizSchemaCommand(), a.quizExportCommand(),
		a.quizImportCommand(), a.quizGradeCommand(),
		a.quizScreen("review"), a.quizScreen("known"), a.quizProjectCommand(),
	)
	return c
}

// addChoice adds the flags that choose questions.
func (a *app) addChoice(c *cobra.Command, want *choice) {
	f := c.Flags()
	f.StringVar(&want.kind, "kind", "", a.text("cli.flag.kind", nil))
	f.StringVar(&want.topic, "topic", "", a.text("cli.flag.topic", nil))
	f.IntVar(&want.level, "level", 0, a.text("cli.flag.level", nil))
	f.IntVar(&want.seed, "seed", 0, a.text("cli.flag.seed", nil))
	f.IntVar(&want.count, "count", 0, a.text("cli.flag.count", nil))
}

// route is the practice with these questions; flags that were not given are
// left to it.
func (w choice) route(c *cobra.Command) route.Route {
	q := url.Values{}
	for name, value := range map[string]string{
		"topic": w.topic, "level": strconv.Itoa(w.level),
		"seed": strconv.Itoa(w.seed), "count": strconv.Itoa(w.count),
	} {
		if c.Flags().Changed(name) {
			q.Set(name, value)
		}
	}
	r := route.Route{Screen: "quiz", Query: q}
	if w.kind != "" {
		r.Path = []string{w.kind}
	}
	return r
}

// quizProjectCommand shows questions to a room.
func (a *app) quizProjectCommand() *cobra.Command {
	var want choice
	var seconds int
	c := &cobra.Command{
		Use:  "project",
		Args: a.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			at := want.route(c)
			at.Screen = "project"
			if c.Flags().Changed("seconds") {
				at.Query.Set("seconds", strconv.Itoa(seconds))
			}
			return a.screen(at.String())
		},
	}
	a.describe(c, "quiz_project")
	a.addChoice(c, &want)
	c.Flags().IntVar(&seconds, "seconds", 0, a.text("cli.flag.seconds", nil))
	return c
}

// quizScreen opens a screen of the quiz that takes no flags.
func (a *app) quizScreen(name string) *cobra.Command {
	c := &cobra.Command{
		Use:  name,
		Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error { return a.screen(name) },
	}
	a.describe(c, "quiz_"+name)
	return c
}
