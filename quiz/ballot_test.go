package quiz

import (
	"slices"
	"testing"
)

// TestBallots holds that a room votes on the right answer among different wrong
// ones, and that its place tells nothing.
func TestBallots(t *testing.T) {
	places := map[int]int{}
	for _, k := range Kinds() {
		for seed := range uint32(30) {
			q, err := k.New(1+int(seed)%k.Levels(), seed)
			if err != nil {
				t.Fatal(err)
			}
			ballot := q.Ballot()
			if ballot == nil || len(q.Options) > 0 {
				continue
			}
			var answers []string
			right := -1
			for i, o := range ballot {
				if slices.Contains(answers, o.Answer) {
					t.Errorf("%s: %s stands twice", q.Route(), o.Answer)
				}
				answers = append(answers, o.Answer)
				if status := Grade(q, o.Answer).Status; (status == Right) != (o.Slip == "") {
					t.Errorf("%s: %s (%q) is graded %v", q.Route(), o.Answer, o.Slip, status)
				}
				if o.Slip == "" {
					right = i
				}
			}
			if right < 0 || len(ballot) > ballotSize {
				t.Errorf("%s: %d answers, the right one at %d", q.Route(), len(ballot), right)
			}
			places[right]++
		}
	}
	for i := range ballotSize {
		if places[i] < 20 {
			t.Errorf("the right answer stands at the places %v", places)
		}
	}
}
