package quiz

// ballotSize is how many answers a room votes on.
const ballotSize = 4

// Ballot is the answers that a room of people can vote on with their hands: a
// choice's own options, else the right answer among those that slips lead to,
// shuffled by the question's seed. It is nil where there are none to choose
// from.
func (q Question) Ballot() []Option {
	switch {
	case len(q.Options) > 0:
		return q.Options
	case q.Type != TypeNumber && q.Type != TypeShape:
		return nil
	}
	m := NewMistakes(q.Answer)
	for _, s := range q.Slips {
		if Grade(q, s.Answer).Status == Wrong {
			m.Add(s.Answer, s.Slip, "")
		}
	}
	if len(m.list) == 0 {
		return nil
	}
	return m.options(newDice("ballot/"+q.Kind, q.Level, q.Seed), ballotSize-1)
}
