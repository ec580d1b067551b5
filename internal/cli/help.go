package cli

import (
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
			c.Short = a.text("cli.completion.short", nil)
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
	section("cli.help.usage", "  "+c.UseLine())
	section("cli.help.commands", commandList(c))
	section("cli.help.flags", flagList(c.NonInheritedFlags()))
	section("cli.help.global", flagList(c.InheritedFlags()))
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

func flagList(set *pflag.FlagSet) string {
	return set.FlagUsagesWrapped(100)
}

func pad(s string, n int) string {
	if len(s) >= n {
		return s + " "
	}
	return s + strings.Repeat(" ", n-len(s))
}
