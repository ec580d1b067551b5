package workbench

import (
	"slices"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// SetCell changes one number of input or filter; it is kept within MaxValue.
func (b *Bench) SetCell(plane viz.Plane, at nn.Point, value float64) error {
	return b.Change(func(s *State) {
		s.rows(plane)[at.Y][at.X] = min(max(value, -MaxValue), MaxValue)
	})
}

// Cell is one number of input or filter.
func (b *Bench) Cell(plane viz.Plane, at nn.Point) float64 { return b.state.rows(plane)[at.Y][at.X] }

// Size is the height and width of input or filter.
func (b *Bench) Size(plane viz.Plane) nn.Size {
	rows := b.state.rows(plane)
	return nn.Size{H: len(rows), W: len(rows[0])}
}

func (s *State) rows(plane viz.Plane) [][]float64 {
	if plane == viz.PlaneFilter {
		return s.Filter
	}
	return s.Input
}

// Setting is one of the sizes and rules.
type Setting int

// Settings, in the order in which they stand below the picture.
const (
	SettingInput Setting = iota
	SettingFilter
	SettingStride
	SettingPadding
	SettingRule
	SettingFlip
	SettingCount
)

// Adjust makes a setting larger (by > 0) or smaller; at its limit it stays.
// Input and filter grow at their right and lower edge, with zeros.
func (b *Bench) Adjust(setting Setting, by int) error {
	return b.Change(func(s *State) {
		switch setting {
		case SettingInput:
			s.Input = resized(s.Input, within(len(s.Input)+by, 1, MaxInput))
		case SettingFilter:
			s.Filter = resized(s.Filter, within(len(s.Filter)+by, 1, MaxFilter))
		case SettingStride:
			s.Stride = within(s.Stride+by, 1, MaxStride)
		case SettingPadding:
			s.Padding = within(s.Padding+by, 0, MaxPadding)
		case SettingRule:
			s.Rule = nextRule(s.Rule, by)
		case SettingFlip:
			s.Flip = !s.Flip
		}
	})
}

func within(n, low, high int) int { return min(max(n, low), high) }

// resized makes a square of n rows out of rows: cut, or filled up with zeros.
func resized(rows [][]float64, n int) [][]float64 {
	out := make([][]float64, n)
	for y := range out {
		out[y] = make([]float64, n)
		if y < len(rows) {
			copy(out[y], rows[y])
		}
	}
	return out
}

func nextRule(rule nn.Rule, by int) nn.Rule {
	rules := []nn.Rule{nn.RuleFloor, nn.RuleCeil, nn.RuleSame, nn.RuleError}
	i := slices.Index(rules, rule) + by
	return rules[(i+len(rules))%len(rules)]
}

// RuleName is the name of the rule in force: "floor".
func (b *Bench) RuleName() string { return netspec.RuleName(b.state.Rule) }
