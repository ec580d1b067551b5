package exam

import "testing"

// TestLater: whoever sits a handout is told that own questions are graded later;
// with the instructor's file only words without a key wait for a reader.
func TestLater(t *testing.T) {
	number, words, keyed := &Own{Type: TypeNumber}, &Own{Type: TypeText}, &Own{Type: TypeText, Accept: []string{"pooling"}}
	for _, c := range []struct {
		name  string
		asked Asked
		key   string
	}{
		{"the program's", Asked{Handout: true}, ""},
		{"a number", Asked{Own: number}, ""},
		{"a number, handed out", Asked{Own: number, Handout: true}, "exam.later"},
		{"words", Asked{Own: words}, "exam.by_hand"},
		{"words with a key", Asked{Own: keyed}, ""},
		{"words, handed out", Asked{Own: words, Handout: true}, "exam.later"},
	} {
		if got, ok := c.asked.Later(); got.Key != c.key || ok != (c.key != "") {
			t.Errorf("%s: %q %v, want %q", c.name, got.Key, ok, c.key)
		}
	}
}
