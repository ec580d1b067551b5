package keyboard

import "testing"

func TestKeysOfEverySyllable(t *testing.T) {
	for r := rune(firstSyllable); r <= lastSyllable; r++ {
		if n := len(Keys(r)); n < 2 || n > 5 {
			t.Fatalf("%c is typed with %d keys", r, n)
		}
	}
}

func TestLatin(t *testing.T) {
	for typed, want := range map[string]string{
		"ㅂ": "q", "ㅗ디ㅔ": "help", "너": "sj", "ｑ１": "q1", "quit": "quit", "é3": "é3", "값": "rkqt", "": "",
	} {
		if got := Latin(typed); got != want {
			t.Errorf("%s is %q, want %q", typed, got, want)
		}
	}
}
