package cli

import (
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// describe takes a command's texts from the catalogue: short, long, examples.
func (a *app) describe(c *cobra.Command, name string) {
	c.Short = a.text("cli."+name+".short", nil)
	if key := "cli." + name + ".long"; a.words.Has(key) {
		c.Long = a.text(key, nil)
	}
	c.Example = indent(a.text("cli."+name+".example", nil))
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}

// settle gives all commands the same help: examples first, then the rest.
func (a *app) settle(root *cobra.Command) {
	root.SetUsageTemplate("{{.CommandPath}}\n")
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.printHelp(c) })
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = a.text("cli.help.short", nil)
			c.Run, c.RunE = nil, a.helpAbout
		case "completion":
			a.describeCompletion(c)
		}
	}
}

// describeCompletion gives the commands that the library adds for shells texts
// of the catalogue; one that there is not is an error as with any other command.
func (a *app) describeCompletion(c *cobra.Command) {
	a.describe(c, "completion")
	c.Args = a.noArgs
	c.Run = func(c *cobra.Command, _ []string) { a.printHelp(c) }
	for _, shell := range c.Commands() {
		a.describe(shell, "completion_"+shell.Name())
		shell.Args = a.noArgs
		if plain := shell.Flags().Lookup("no-descriptions"); plain != nil {
			plain.Usage = a.text("cli.flag.no-descriptions", nil)
		}
	}
}

// helpAbout prints the help of the command that the words name.
func (a *app) helpAbout(c *cobra.Command, words []string) error {
	about, rest, err := c.Root().Find(words)
	if err != nil || len(rest) > 0 {
		return a.usage("cli.error.command", map[string]any{"command": strings.Join(words, " ")}, "cli.hint.help")
	}
	a.printHelp(about)
	return nil
}

func (a *app) printHelp(c *cobra.Command) {
	say := func(lines ...string) {
		for _, l := range lines {
			c.Println(l)
		}
	}
	c.SetOut(a.process.Stdout)
	head := c.Long
	if head == "" {
		head = c.Short
	}
	out := &strings.Builder{}
	out.WriteString(head + "\n")
	section := func(key, body string) {
		if strings.TrimSpace(body) != "" {
			out.WriteString("\n" + a.text(key, nil) + "\n" + strings.TrimRight(body, "\n") + "\n")
		}
	}
	section("cli.help.examples", c.Example)
	section("cli.help.usage", "  "+strings.Replace(c.UseLine(), "[flags]", "["+a.text("cli.help.mark", nil)+"]", 1))
	section("cli.help.commands", commandList(c))
	section("cli.help.flags", a.flagList(c.NonInheritedFlags()))
	section("cli.help.global", a.flagList(c.InheritedFlags()))
	if !c.HasParent() {
		section("cli.help.credits", "  "+a.text("cli.help.credits_line", nil))
	}
	say(strings.TrimRight(out.String(), "\n"))
}

func commandList(c *cobra.Command) string {
	var b strings.Builder
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			b.WriteString("  " + pad(sub.Name(), 12) + sub.Short + "\n")
		}
	}
	return b.String()
}

// usual is how the flags' library says what holds where a flag is left out.
var usual = regexp.MustCompile(`(?m)\(default (.*)\)$`)

// flagList lists flags, their usual values in the run's language.
func (a *app) flagList(set *pflag.FlagSet) string {
	return usual.ReplaceAllStringFunc(set.FlagUsagesWrapped(100), func(text string) string {
		return a.text("cli.help.usual", map[string]any{"value": usual.FindStringSubmatch(text)[1]})
	})
}

func pad(s string, n int) string {
	if len(s) >= n {
		return s + " "
	}
	return s + strings.Repeat(" ", n-len(s))
}
