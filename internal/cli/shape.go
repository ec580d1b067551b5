package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"convtutor/internal/netspec"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// shapeCommand prints the table of a network.
func (a *app) shapeCommand() *cobra.Command {
	var rule, net string
	c := &cobra.Command{
		Use: "shape [SPEC]",
		RunE: func(c *cobra.Command, args []string) error {
			table, err := a.shape(net, rule, args)
			if err != nil {
				return err
			}
			return a.printTable(c, table)
		},
	}
	a.describe(c, "shape")
	a.addJSON(c)
	c.Flags().StringVar(&rule, "rule", "floor", a.text("cli.flag.rule", map[string]any{
		"rules": strings.Join(netspec.RuleNames(), ", "),
	}))
	c.Flags().StringVar(&net, "net", "", a.text("cli.flag.net", map[string]any{
		"nets": strings.Join(netspec.KnownNames(), ", "),
	}))
	return c
}

// shape works a network out: a known one, or the one on the command line.
func (a *app) shape(net, ruleName string, args []string) (netspec.Table, error) {
	rule, err := netspec.ParseRule(ruleName)
	if err != nil {
		return netspec.Table{}, misuse(err)
	}
	spec := strings.Join(args, " ")
	if (net == "") == (spec == "") {
		return netspec.Table{}, a.usage("cli.error.spec_or_net", nil, "cli.hint.spec")
	}
	var network netspec.Network
	if net != "" {
		network, err = netspec.Known(net)
	} else {
		network, err = netspec.Parse(spec)
	}
	if err != nil {
		return netspec.Table{}, misuse(err)
	}
	return network.Table(rule)
}

func (a *app) printTable(c *cobra.Command, table netspec.Table) error {
	if a.flags.json {
		text, err := table.JSON()
		if err != nil {
			return err
		}
		c.Println(string(text))
		return nil
	}
	for _, line := range table.Lines(a.say, canvas.Width) {
		c.Println(line)
	}
	return nil
}

// say turns words into a sentence in the language of this run.
func (a *app) say(w viz.Words) string { return a.text(w.Key, w.Args) }
