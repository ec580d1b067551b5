package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// AboutChannels is AboutCell for an input of several channels, worked out with
// one sum a channel.
func AboutChannels(p *Problem, at nn.Point) (Question, error) {
	q, err := AboutCell(p, at)
	if err != nil {
		return Question{}, err
	}
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	rules := map[string]cellRule{
		"flip": {bias: 1, flip: true}, "no-bias": {}, "bias-twice": {bias: p.Input.Shape[1]},
		"depth-ignored": {channels: 1, bias: 1}, "weights-ignored": {bias: 1, noFilter: true},
	}
	for i, m := range q.Slips {
		to, rule := at, plainCell
		if r, ok := rules[m.Slip]; ok {
			rule = r
		}
		if m.Slip == "h-w-swap" {
			to = point{Y: at.X, X: at.Y}
		}
		args := viz.Args{"wrong": p.channelSum(g, to, rule)}
		q.Slips[i].Why = viz.Words{Key: m.Why.Key, Args: args}
	}
	q.Worked = nil
	for c, v := range p.partials(g, at, plainCell) {
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.worked.channel", Args: viz.Args{"channel": c + 1, "n": v}})
	}
	q.Worked = append(q.Worked, viz.Words{Key: "quiz.worked.channels", Args: viz.Args{"sum": p.channelSum(g, at, plainCell)}})
	return q, nil
}

// partials sums one cell channel by channel, without the bias.
func (p *Problem) partials(g nn.Geometry, at point, rule cellRule) []int {
	n := p.Input.Shape[1]
	if rule.channels > 0 {
		n = rule.channels
	}
	rule.bias = 0
	sums, before := make([]int, n), 0
	for c := range sums {
		rule.channels = c + 1
		total, _ := p.cell(g, at, rule)
		sums[c], before = total-before, total
	}
	return sums
}

// channelSum writes a cell as the sum of its channels and the bias:
// "2 + 2 + (-6) + 1 = -1".
func (p *Problem) channelSum(g nn.Geometry, at point, rule cellRule) string {
	total := 0
	var terms []string
	add := func(v int) {
		total += v
		terms = append(terms, signed(v))
	}
	for _, v := range p.partials(g, at, rule) {
		add(v)
	}
	for range rule.bias * len(p.Bias) {
		add(int(p.Bias[0]))
	}
	return fmt.Sprintf("%s = %d", strings.Join(terms, " + "), total)
}
