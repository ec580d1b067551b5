package quiz

import (
	"slices"
	"strings"

	"convtutor/internal/netspec"
)

// Mistakes gathers the wrong answers to a question. One that is right tells
// nothing and is left out. Of several slips that lead to the same answer the
// first is kept, so that likelier ones are added first.
type Mistakes struct {
	right string
	list  []Mistake
	// Both keeps all of the slips that lead to the same answer.
	Both bool
}

// NewMistakes begins with the right answer.
func NewMistakes(right string) *Mistakes { return &Mistakes{right: right} }

// List gives the mistakes in the order in which they were added.
func (m *Mistakes) List() []Mistake { return m.list }

// Add adds a mistake whose reason is said in the words "slip.<id>.why", filled
// with the arithmetic that leads to it.
func (m *Mistakes) Add(answer, slip, wrong string) { m.AddVariant(answer, slip, wrong, "") }

// AddVariant says the reason in the words "slip.<id>.why-<variant>".
func (m *Mistakes) AddVariant(answer, slip, wrong, variant string) {
	if answer == m.right {
		return
	}
	for _, other := range m.list {
		if other.Answer == answer && (!m.Both || other.Slip == slip) {
			return
		}
	}
	m.list = append(m.list, Mistake{answer, slip, why(slip, variant, single(wrong))})
}

// single leaves out of a sum that is one number what it comes to: "4 = 4" is
// said as "4".
func single(sum string) string {
	if left, right, ok := strings.Cut(sum, " = "); ok && left == right {
		return left
	}
	return sum
}

// addWhy adds a mistake whose reason is another's.
func (m *Mistakes) addWhy(answer string, of Mistake) {
	if answer == m.right || slices.ContainsFunc(m.list, func(known Mistake) bool { return known.Answer == answer }) {
		return
	}
	m.list = append(m.list, Mistake{answer, of.Slip, of.Why})
}

// AddCounts adds what slips make of the number of a network's parameters.
func (m *Mistakes) AddCounts(t netspec.Table) {
	for _, s := range countSlips() {
		if n, text, ok := slippedCount(t, s); ok {
			m.AddVariant(formatInt(n), s.id, text, s.variant)
		}
	}
}

// options makes a choice of the right answer and up to n wrong ones, shuffled.
func (m *Mistakes) options(d dice, n int) []Option {
	list := []Option{{Answer: m.right}}
	for _, wrong := range m.list[:min(n, len(m.list))] {
		list = append(list, Option{Answer: wrong.Answer, Slip: wrong.Slip})
	}
	d.rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
