package terminal

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func runeKey(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }

func TestLatin(t *testing.T) {
	tests := map[rune]string{
		'ㅂ': "q", 'ㅈ': "w", 'ㄷ': "e", 'ㄱ': "r", 'ㅅ': "t", 'ㅛ': "y", 'ㅕ': "u", 'ㅑ': "i",
		'ㅐ': "o", 'ㅔ': "p", 'ㅁ': "a", 'ㄴ': "s", 'ㅇ': "d", 'ㄹ': "f", 'ㅎ': "g", 'ㅗ': "h",
		'ㅓ': "j", 'ㅏ': "k", 'ㅣ': "l", 'ㅋ': "z", 'ㅌ': "x", 'ㅊ': "c", 'ㅍ': "v", 'ㅠ': "b",
		'ㅜ': "n", 'ㅡ': "m", 'ㅃ': "Q", 'ㅉ': "W", 'ㄸ': "E", 'ㄲ': "R", 'ㅆ': "T", 'ㅒ': "O",
		'ㅖ': "P", 'ᄇ': "q", 'ᅵ': "l", 'ᆨ': "r",
		'？': "?", '／': "/", '１': "1", 'Ａ': "A", '～': "~", '　': " ", '₩': `\`,
		'q': "q", '?': "?", 'é': "é", '가': "가", // two keys: not one
	}
	for r, want := range tests {
		if got := Latin(runeKey(r)).String(); got != want {
			t.Errorf("%c is %q, want %q", r, got, want)
		}
	}
}

func TestLatinLeavesTextAlone(t *testing.T) {
	for _, key := range []tea.KeyMsg{
		{Type: tea.KeyRunes, Runes: []rune("ㅂ"), Paste: true},
		{Type: tea.KeyRunes, Runes: []rune("ㅂㅈ")},
		{Type: tea.KeyEnter},
	} {
		if got := Latin(key); got.String() != key.String() {
			t.Errorf("%v became %v", key, got)
		}
	}
	alt := runeKey('ㅂ')
	alt.Alt = true
	if got := Latin(alt).String(); got != "alt+q" {
		t.Errorf("alt+ㅂ is %q", got)
	}
}

func TestLatinKeysOfSyllables(t *testing.T) {
	tests := map[rune]string{'너': "sj", '가': "rk", '값': "rkqt", '의': "dml", '힣': "glg", '뷁': "qnpfr"}
	for r, want := range tests {
		var got string
		for _, key := range LatinKeys(runeKey(r)) {
			got += key.String()
		}
		if got != want {
			t.Errorf("%c is typed %q, want %q", r, got, want)
		}
	}
}
