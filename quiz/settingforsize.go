package quiz

import (
	"fmt"
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// settingForSize asks the other way round: which padding, stride or filter
// leads from one size to another. Every number that does is right.
type settingForSize struct{}

func (settingForSize) ID() string       { return "setting-for-size" }
func (settingForSize) Topics() []string { return []string{"size-quiz", "padding", "stride"} }
func (settingForSize) Levels() int      { return 3 }

func (k settingForSize) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawSetting)
}

// drawSetting asks for a padding at level 1, for a stride or a filter too at
// level 2, and where sizes are rounded down at level 3.
func drawSetting(d dice, level int) (Question, bool) {
	s := viz.SlideSetup{In: d.from(6, 16), Filter: d.one(3, 5, 7), Stride: 1, Padding: d.from(0, 3)}
	which := viz.SlidePadding
	if level > 1 {
		s = viz.SlideSetup{In: d.from(8, 32), Filter: d.from(2, 7), Stride: d.from(1, 4), Padding: d.from(0, 3)}
		which = []viz.SlideSetting{viz.SlidePadding, viz.SlideStride, viz.SlideFilter}[d.from(0, 2)]
	}
	if level < 3 && roomOf(s)%s.Stride != 0 || level == 3 && roomOf(s)%s.Stride == 0 {
		return Question{}, false
	}
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil || g.Out.W < 2 || g.Out.W == s.In && which != viz.SlidePadding {
		return Question{}, false
	}
	q, err := AboutSetting(s, which)
	return q, err == nil && len(q.Slips) >= 3 && len(q.Accept) < 3
}

// AboutSetting asks which number in one place of the setup gives the output
// that the setup has. The engine tries all there are: each that gives it is
// right, and a slip's answer is one that gives it by the slip's rule.
func AboutSetting(s viz.SlideSetup, which viz.SlideSetting) (Question, error) {
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return Question{}, err
	}
	right := SettingsFor(s, which, g.Out.W)
	m := NewMistakes(itoa(right[0]))
	add := func(n int, slip, text string) {
		if low, high := which.Bounds(); n >= low && n <= high && !slices.Contains(right, n) {
			m.Add(itoa(n), slip, text)
		}
	}
	for _, slip := range sideSlips() {
		if n, text, ok := slippedSetting(s, which, g.Out.W, slip); ok {
			add(n, slip.id, text)
		}
	}
	addSettingSlips(add, s, which, g.Out.W)
	args := slideArgs(s)
	args["out"] = g.Out.W
	name := settingName(which)
	q := Question{
		Kind: settingForSize{}.ID(), Level: 1, Topic: sideTopic(s),
		Prompt: []viz.Words{{Key: "quiz.setting.setup-" + name, Args: args}, {Key: "quiz.setting.ask-" + name, Args: args}},
		Given:  Given{Spec: slideSpec(s.With(which, right[0])), Rule: "floor", Ask: name},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
	}
	q.Worked = []viz.Words{{Key: "quiz.setting.worked", Args: viz.Args{"out": g.Out.W}}}
	for i, n := range right {
		if i > 0 {
			q.Accept = append(q.Accept, itoa(n))
		}
		at := s.With(which, n)
		sum := sideText(axisOf(at), nn.RuleFloor, g.Out.W)
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.setting.one", Args: viz.Args{"letter": which.Letter(), "n": n, "sum": sum}})
	}
	return q, nil
}

// addSettingSlips adds shortcuts that leave the formula out.
func addSettingSlips(add func(n int, slip, text string), s viz.SlideSetup, which viz.SlideSetting, out int) {
	switch which {
	case viz.SlidePadding:
		add(0, "pad-ignored", sideText(axisOf(s.With(viz.SlidePadding, 0)), nn.RuleFloor, windowsOf(s.With(viz.SlidePadding, 0))))
		gap := s.In - out
		add(max(gap, -gap), "difference-for-padding", fmt.Sprintf("%d - %d = %d", max(s.In, out), min(s.In, out), max(gap, -gap)))
		add(s.Filter/2, "habit-of-same", itoa(s.Filter/2))
		add(s.Filter-1, "pad-once", fmt.Sprintf("%d - 1 = %d", s.Filter, s.Filter-1))
	case viz.SlideStride:
		add(s.In/out, "filter-ignored", divided(s.In, out))
		add(s.Filter, "stride-is-filter", itoa(s.Filter))
		add(1, "stride-ignored", sideText(axisOf(s.With(viz.SlideStride, 1)), nn.RuleFloor, windowsOf(s.With(viz.SlideStride, 1))))
	case viz.SlideFilter:
		add(s.In-out, "no-plus-one", fmt.Sprintf("%d - %d = %d", s.In, out, s.In-out))
		add(s.In-out+1, "stride-ignored", fmt.Sprintf("%d - %d + 1 = %d", s.In, out, s.In-out+1))
	}
}

// windowsOf is how many windows fit along a side, 0 where none does.
func windowsOf(s viz.SlideSetup) int {
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return 0
	}
	return g.Out.W
}

// SettingsFor lists every number in one place of the setup that gives an output
// of a size where sizes are rounded down, in order.
func SettingsFor(s viz.SlideSetup, which viz.SlideSetting, out int) []int {
	var list []int
	low, high := which.Bounds()
	for n := low; n <= high; n++ {
		if g, err := s.With(which, n).Geometry(nn.RuleFloor); err == nil && g.Out.W == out {
			list = append(list, n)
		}
	}
	return list
}

// slippedSetting is the first number that gives the output by a slip's rule,
// and the slip's arithmetic.
func slippedSetting(s viz.SlideSetup, which viz.SlideSetting, out int, slip sideSlip) (n int, text string, ok bool) {
	low, high := which.Bounds()
	for n := low; n <= high; n++ {
		a := axisOf(s.With(which, n))
		if room(a) < 0 {
			continue
		}
		if got, text, ok := slip.rule(a, nn.RuleFloor); ok && got == out {
			return n, text, true
		}
	}
	return 0, "", false
}

// settingName is a setting's name in keys and exports.
func settingName(which viz.SlideSetting) string {
	return [...]string{"in", "filter", "stride", "padding"}[which]
}

// axisOf is one axis of a setup.
func axisOf(s viz.SlideSetup) nn.Axis {
	return nn.Axis{In: s.In, Filter: s.Filter, Stride: s.Stride, Before: s.Padding, After: s.Padding, Dilation: 1}
}
