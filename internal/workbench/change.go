package workbench

import (
	"slices"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// SetCell changes one number of input or filter, in the channel looked at; it
// is kept within MaxValue.
func (b *Bench) SetCell(plane viz.Plane, at nn.Point, value float64) error {
	return b.Change(func(s *State) {
		s.rows(plane)[at.Y][at.X] = min(max(value, -MaxValue), MaxValue)
	})
}

// Cell is one number of input or filter, in the channel looked at.
func (b *Bench) Cell(plane viz.Plane, at nn.Point) float64 { return b.state.rows(plane)[at.Y][at.X] }

// Size is the height and width of input or filter.
func (b *Bench) Size(plane viz.Plane) nn.Size {
	rows := b.state.rows(plane)
	return nn.Size{H: len(rows), W: len(rows[0])}
}

// rows is the plane looked at.
func (s *State) rows(plane viz.Plane) Rows {
	if plane == viz.PlaneFilter {
		return s.Filters[s.Filter][s.Channel]
	}
	from, _ := s.group()
	return s.Input[from+s.Channel]
}

// SetInput puts planes of numbers in the place of the input; where their number
// is another, the filters get as many channels.
func (b *Bench) SetInput(planes []Rows) error {
	return b.Change(func(s *State) {
		s.Input = clonePlanes(planes)
		if len(planes)%s.Groups != 0 {
			s.Groups = 1
		}
		s.fit()
	})
}

// Clear makes the plane of the input that is looked at zero.
func (b *Bench) Clear() error {
	return b.Change(func(s *State) {
		for _, row := range s.rows(viz.PlaneInput) {
			clear(row)
		}
	})
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
	SettingDilation
	SettingChannels
	SettingFilters
	SettingGroups
	SettingBias
	SettingExtra
	SettingPad
	SettingCount
)

// Settings are those that a learner begins with: the sizes and rules of one
// channel.
func Settings() []Setting {
	return []Setting{SettingInput, SettingFilter, SettingStride, SettingPadding, SettingRule, SettingFlip}
}

// AllSettings are all that have a meaning for the state.
func (s State) AllSettings() []Setting {
	if s.Transposed {
		return []Setting{SettingInput, SettingFilter, SettingStride, SettingPadding, SettingDilation, SettingExtra, SettingBias}
	}
	return append(Settings(), SettingPad, SettingDilation, SettingChannels, SettingFilters, SettingGroups, SettingBias)
}

// Adjust makes a setting larger (by > 0) or smaller; at its limit it stays.
// Input and filter grow at their right and lower edge, with zeros; channels
// and filters grow by copies of the last one.
func (b *Bench) Adjust(setting Setting, by int) error {
	return b.Change(func(s *State) {
		switch setting {
		case SettingInput:
			resizeAll(s.Input, within(len(s.Input[0])+by, 1, MaxInput))
		case SettingFilter:
			side := within(len(s.Filters[0][0])+by, 1, MaxFilter)
			for _, f := range s.Filters {
				resizeAll(f, side)
			}
		case SettingRule:
			s.Rule = nextRule(s.Rule, by)
		case SettingFlip:
			s.Flip = !s.Flip
		case SettingBias:
			s.Bias[s.Filter] = min(max(s.Bias[s.Filter]+float64(by), -MaxValue), MaxValue)
		default:
			s.adjustNumber(setting, by)
		}
	})
}

// adjustNumber changes what is one whole number.
func (s *State) adjustNumber(setting Setting, by int) {
	switch setting {
	case SettingStride:
		s.Stride = within(s.Stride+by, 1, MaxStride)
	case SettingPadding:
		s.Padding = within(s.Padding+by, 0, MaxPadding)
	case SettingPad:
		s.Pad = nn.PadMode(cycled(int(s.Pad), by, 0, int(nn.PadModes)-1))
	case SettingDilation:
		s.Dilation = within(s.Dilation+by, 1, MaxDilation)
	case SettingExtra:
		s.Extra = within(s.Extra+by, 0, MaxExtra)
	case SettingChannels:
		n := s.step(len(s.Input), by, func(n int) bool { return n%s.Groups == 0 })
		s.Input = extended(s.Input, n)
	case SettingFilters:
		n := s.step(len(s.Filters), by, func(n int) bool { return n%s.Groups == 0 })
		for len(s.Filters) < n {
			s.Filters = append(s.Filters, clonePlanes(s.Filters[len(s.Filters)-1]))
			s.Bias = append(s.Bias, 0)
		}
		s.Filters, s.Bias = s.Filters[:n], s.Bias[:n]
	case SettingGroups:
		s.Groups = s.step(s.Groups, by, func(n int) bool { return len(s.Input)%n == 0 && len(s.Filters)%n == 0 })
	}
	s.fit()
}

// step goes from n in direction by to the next number up to MaxChannels that
// fits, or stays.
func (s *State) step(n, by int, fits func(int) bool) int {
	if by == 0 {
		return n
	}
	for next := n + by; next >= 1 && next <= MaxChannels; next += by {
		if fits(next) {
			return next
		}
	}
	return n
}

// fit gives every filter as many channels as its group has.
func (s *State) fit() {
	for i, f := range s.Filters {
		s.Filters[i] = extended(f, max(len(s.Input)/s.Groups, 1))
	}
}

// extended are the first n planes; those that are missing are copies of the
// last one.
func extended(planes []Rows, n int) []Rows {
	for len(planes) < n {
		planes = append(planes, cloneRows(planes[len(planes)-1]))
	}
	return planes[:n]
}

func within(n, low, high int) int { return min(max(n, low), high) }

func resizeAll(planes []Rows, n int) {
	for i, p := range planes {
		planes[i] = resized(p, n, n)
	}
}

// resized makes h rows of w numbers out of rows: cut, or filled up with zeros.
func resized(rows Rows, h, w int) Rows {
	out := make(Rows, h)
	for y := range out {
		out[y] = make([]float64, w)
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
