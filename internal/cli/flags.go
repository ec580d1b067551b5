package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"convtutor/viz/theme"
)

// addGlobalFlags adds the flags that every command takes.
func (a *app) addGlobalFlags(c *cobra.Command) {
	f := c.PersistentFlags()
	f.StringVar(&a.flags.lang, "lang", "", a.text("cli.flag.lang", map[string]any{
		"known": strings.Join(a.bundle.Codes(), ", "),
	}))
	f.StringVar(&a.flags.theme, "theme", "", a.text("cli.flag.theme", nil))
	f.BoolVar(&a.flags.plain, "plain", false, a.text("cli.flag.plain", nil))
	f.BoolVar(&a.flags.still, "still", false, a.text("cli.flag.still", nil))
	f.StringVar(&a.flags.image, "image", "", a.text("cli.flag.image", nil))
	f.BoolP("help", "h", false, a.text("cli.flag.help", nil))
	c.Flags().BoolP("version", "v", false, a.text("cli.flag.version", nil))
}

// addJSON adds the flag of commands that print data.
func (a *app) addJSON(c *cobra.Command) {
	c.Flags().BoolVar(&a.flags.json, "json", false, a.text("cli.flag.json", nil))
}

// prepare checks the flags that every command takes.
func (a *app) prepare(*cobra.Command, []string) error {
	if err := a.checkLanguage(); err != nil {
		return err
	}
	if t := a.flags.theme; t != "" && !slices.Contains(theme.Names(), t) {
		return a.usage("cli.error.theme", map[string]any{
			"theme": t, "known": strings.Join(theme.Names(), ", "),
		}, "")
	}
	return nil
}

// noArgs refuses words that a command has no use for.
func (a *app) noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	known := []string{}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			known = append(known, sub.Name())
		}
	}
	if len(known) > 0 {
		hint, near := nearest(c, args[0])
		return a.usage("cli.error.command", map[string]any{"command": args[0], "near": near}, hint)
	}
	return a.usage("cli.error.argument", map[string]any{"argument": args[0], "command": c.CommandPath()}, "cli.hint.help")
}

// nearest is the key of a hint, and what it names: the commands that were
// probably meant, else where the list is.
func nearest(c *cobra.Command, typed string) (hint, near string) {
	c.SuggestionsMinimumDistance = 2
	if s := c.SuggestionsFor(typed); len(s) > 0 {
		return "cli.hint.did_you_mean", c.CommandPath() + " " + s[0]
	}
	return "cli.hint.help", ""
}

// atMostOne allows one word after a command.
func (a *app) atMostOne(c *cobra.Command, args []string) error {
	if len(args) <= 1 {
		return nil
	}
	return a.usage("cli.error.argument", map[string]any{"argument": args[1], "command": c.CommandPath()}, "cli.hint.help")
}
