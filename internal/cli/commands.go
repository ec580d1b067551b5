package cli

import (
	"fmt"
	"regexp"
	"strings"
	"time"

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
		Args: a.atMostOne,
		RunE: func(_ *cobra.Command, args []string) error { return a.screen(under("lesson", args)) },
	}
	a.describe(c, "lesson")
	return c
}

// labCommand opens free play.
func (a *app) labCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "lab [ROUTE]",
		Args: a.atMostOne,
		RunE: func(_ *cobra.Command, args []string) error { return a.screen(under("lab", args)) },
	}
	a.describe(c, "lab")
	return c
}

// mapCommand opens the course as a graph.
func (a *app) mapCommand() *cobra.Command {
	c := &cobra.Command{
		Use:  "map",
		Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error { return a.screen("map") },
	}
	a.describe(c, "map")
	return c
}

// brokenLine is where a link was broken into rows.
var brokenLine = regexp.MustCompile(`[ \t]*[\r\n]+[ \t]*`)

// under puts the route given, or none, below a screen; a route that already
// begins with the screen is taken as it is.
func under(screen string, args []string) string {
	if len(args) == 0 {
		return screen
	}
	args[0] = brokenLine.ReplaceAllString(args[0], "") // a link copied from several rows
	if rest, ok := strings.CutPrefix(args[0], screen); ok && (rest == "" || strings.ContainsAny(rest[:1], "/?#")) {
		return args[0]
	}
	return screen + "/" + args[0]
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

// undated is a manual page without the day on which it was printed: the same
// program always prints the same page.
type undated struct{ *roff.Document }

// noDate is how the page writes a time that is none.
var noDate = time.Time{}.Format(time.DateOnly)

// Heading implements mango.Builder.
func (d undated) Heading(section uint, title, description string, _ time.Time) {
	d.Document.Heading(section, title, description, time.Time{})
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
			c.Println(strings.Replace(page.Build(undated{roff.NewDocument()}), noDate, "", 1))
			return nil
		},
	}
	a.describe(c, "man")
	return c
}
