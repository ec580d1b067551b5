package netspec

import (
	"fmt"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/nn"
)

// ruleNames are the rules' names, in the order to list them.
var ruleNames = []struct {
	name string
	rule nn.Rule
}{
	{"error", nn.RuleError},
	{"floor", nn.RuleFloor},
	{"ceil", nn.RuleCeil},
	{"same", nn.RuleSame},
}

// RuleNames lists the rules for a stride that does not fit.
func RuleNames() []string {
	var names []string
	for _, r := range ruleNames {
		names = append(names, r.name)
	}
	return names
}

// RuleName is a rule's name: "floor".
func RuleName(rule nn.Rule) string {
	for _, r := range ruleNames {
		if r.rule == rule {
			return r.name
		}
	}
	return fmt.Sprintf("rule %d", rule)
}

// ParseRule reads a rule's name.
func ParseRule(name string) (nn.Rule, error) {
	for _, r := range ruleNames {
		if r.name == Fold(name) {
			return r.rule, nil
		}
	}
	known := strings.Join(RuleNames(), ", ")
	return 0, wrong(0, fault.New("error.spec.rule", fault.Args{"name": clip(name)}, "unknown rule %q", clip(name))).
		fix(fault.New("error.hint.known", fault.Args{"known": known}, "rules are %s", known))
}
