package exam

import (
	"testing"
	"time"
)

// TestTheTimeLeftIsTheSittings holds that what is told before a sitting is gone
// on with is what it has then, however the clock was set.
func TestTheTimeLeftIsTheSittings(t *testing.T) {
	e, err := Parse("exam.yaml", []byte("id: left\ntitle: Left\ntime: 30m\nvariants: same\nquestions:\n  - {ask: \"1 + 1?\", answer: 2}\n"), Checks{})
	if err != nil {
		t.Fatal(err)
	}
	dir, began := t.TempDir(), time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	for i, now := range []time.Time{ // set back by an hour after four minutes
		began, began.Add(4 * time.Minute), began.Add(-time.Hour), began.Add(-50 * time.Minute), began.Add(-42 * time.Minute),
	} {
		entrance, err := Arrive(dir, e, "kim", now)
		if err != nil {
			t.Fatal(err)
		}
		told, _ := entrance.Remaining(now)
		s, err := entrance.Enter(now)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Answer(0, "2", now); err != nil {
			t.Fatal(err)
		}
		if left, _ := s.Remaining(now); left != told || left == 0 {
			t.Errorf("%d: %v was told, %v is left", i, told, left)
		}
		if err := entrance.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
