package quiz

import (
	"cmp"
	"slices"
)

// Summary is how a run went, by first answers.
type Summary struct {
	Right, Answered, Of int
	ByKind              []Tally
	BySlip              []SlipCount // most frequent first
	// Again are the topics to look at again, most needed first: those of the
	// slips made, then those of questions missed without a known slip.
	Again []string
}

// Tally counts the answers to one kind.
type Tally struct {
	Kind                string
	Right, Answered, Of int
}

// SlipCount counts how often a slip was made.
type SlipCount struct {
	Slip  Slip
	Count int
}

// Summary sums the run up.
func (p *Practice) Summary() Summary {
	s := Summary{Of: len(p.questions)}
	missed := map[string]int{}
	slips := map[string]int{}
	for i, q := range p.questions {
		t := s.tally(q.Kind)
		t.Of++
		r := p.results[i]
		if r.Tries == 0 {
			continue
		}
		t.Answered++
		s.Answered++
		if r.First.Status == Right {
			t.Right++
			s.Right++
			continue
		}
		for _, m := range r.First.Slips {
			slips[m.Slip]++
		}
		if len(r.First.Slips) == 0 {
			missed[q.Topic]++
		}
	}
	s.BySlip = tallySlips(slips)
	s.Again = again(s.BySlip, missed)
	return s
}

// tally is the row of a kind, added where it is missing.
func (s *Summary) tally(kind string) *Tally {
	i := slices.IndexFunc(s.ByKind, func(t Tally) bool { return t.Kind == kind })
	if i < 0 {
		i = len(s.ByKind)
		s.ByKind = append(s.ByKind, Tally{Kind: kind})
	}
	return &s.ByKind[i]
}

// tallySlips orders by count, then as Slips does.
func tallySlips(counts map[string]int) []SlipCount {
	var list []SlipCount
	for _, slip := range Slips() {
		if n := counts[slip.ID]; n > 0 {
			list = append(list, SlipCount{slip, n})
		}
	}
	slices.SortStableFunc(list, func(a, b SlipCount) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// again lists topics without repeating one.
func again(bySlip []SlipCount, missed map[string]int) []string {
	needed := map[string]int{}
	var order []string
	add := func(topic string, n int) {
		if needed[topic] == 0 {
			order = append(order, topic)
		}
		needed[topic] += n
	}
	for _, s := range bySlip {
		add(s.Slip.Topic, s.Count)
	}
	for _, topic := range Topics() {
		if n := missed[topic]; n > 0 {
			add(topic, n)
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(needed[b], needed[a]) })
	return order
}
