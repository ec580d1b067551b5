package quiz

import "testing"

// TestToldLeavesOutAskingAgain: once no answer can be given, only what was
// learned from this one is said.
func TestToldLeavesOutAskingAgain(t *testing.T) {
	q, err := New("output-size", 1, 5)
	if err != nil {
		t.Fatal(err)
	}
	vague := Grade(q, "997x998x999")
	if len(vague.Feedback) == 0 || len(vague.Told()) != 0 {
		t.Errorf("an answer that no slip leads to: %v, and at the end %v", vague.Feedback, vague.Told())
	}
	for _, m := range q.Slips {
		v := Grade(q, m.Answer)
		if v.Slip() == "" {
			t.Fatalf("no slip leads to %s", m.Answer)
		}
		if told := v.Told(); len(told) != len(v.Feedback) {
			t.Errorf("of slip %s is told %v, not %v", v.Slip(), told, v.Feedback)
		}
	}
	if len(q.Slips) == 0 {
		t.Error("a question without slips shows nothing here")
	}
}
