package terminal

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"
)

// keysOf gives what input means as text: each key's name in brackets, but runes
// as they are.
func keysOf(reads ...string) string {
	t := newTokenizer()
	var out strings.Builder
	describe := func(tokens []token) {
		for _, token := range tokens {
			switch msg := decode(token).(type) {
			case nil:
			case tea.KeyMsg:
				if msg.Type == tea.KeyRunes && !msg.Alt && !msg.Paste {
					out.WriteString(string(msg.Runes))
				} else {
					out.WriteString("<" + msg.String() + ">")
				}
			case tea.MouseMsg:
				out.WriteString("<" + msg.String() + ">")
			default:
				out.WriteString("<message>")
			}
		}
	}
	for _, read := range reads {
		if read == "…" { // a pause
			describe(t.idle())
			continue
		}
		describe(t.feed([]byte(read)))
	}
	return out.String()
}

func TestTokens(t *testing.T) {
	tests := []struct {
		name  string
		reads []string // "…" is a pause
		want  string
	}{
		{"letters", []string{"abc"}, "abc"},
		{"hangul", []string{"한글"}, "한글"},
		{"a split syllable", []string{"\xed", "\x95", "\x9c"}, "한"},
		{"a split syllable and a pause", []string{"\xed", "…", "\x95\x9c"}, "한"},
		{"half a syllable, then a letter", []string{"\xed\x95", "a"}, "a"},
		{"invalid bytes", []string{"\xff\x80a\xc0\xafb"}, "ab"},
		{"a surrogate in UTF-8", []string{"\xed\xa0\x80a"}, "a"},
		{"control characters", []string{"\r\t\x7f\x00"}, "<enter><tab><backspace><ctrl+@>"},
		{"space", []string{" "}, "< >"},
		{"arrow", []string{"\x1b[A"}, "<up>"},
		{"a split arrow", []string{"\x1b", "[", "A"}, "<up>"},
		{"escape", []string{"\x1b", "…"}, "<esc>"},
		{"escape, later a letter", []string{"\x1b", "…", "a"}, "<esc>a"},
		{"alt", []string{"\x1ba"}, "<alt+a>"},
		{"alt and hangul", []string{"\x1b\xed\x95", "\x9c"}, "<alt+한>"},
		{"escape, later half a syllable", []string{"\x1b\xed", "…", "\x95\x9c"}, "<esc>한"},
		{"alt and [", []string{"\x1b[", "…"}, "<alt+[>"},
		{"alt and O", []string{"\x1bO", "…"}, "<alt+O>"},
		{"alt and ]", []string{"\x1b]", "…", "a"}, "<alt+]>a"},
		{"alt and ], at once a letter", []string{"\x1b]a"}, "<alt+]>a"},
		{"escape twice", []string{"\x1b\x1b", "…"}, "<esc><esc>"},
		{"escape, then an arrow", []string{"\x1b\x1b[A"}, "<esc><up>"},
		{"escape, then ctrl+c", []string{"\x1b\x03"}, "<esc><ctrl+c>"},
		{"unfinished code, then ctrl+c", []string{"\x1b[1;", "\x03"}, "<ctrl+c>"},
		{"unfinished code, then another", []string{"\x1b[1;\x1b[B"}, "<down>"},
		{"unfinished code, a pause", []string{"\x1b[1;", "…", "a"}, "a"},
		{"unknown code", []string{"\x1b[99;99~a\x1b[?1;2;3za"}, "aa"},
		{"a code without end", []string{"\x1b[" + strings.Repeat("1", 5000) + "~a"}, "a"},
		{"function keys", []string{"\x1bOP\x1b[15~\x1b[[B\x1b[1;2R"}, "<f1><f5><f2><f15>"},
		{"urxvt", []string{"\x1b[7$\x1b[8^\x1b[a\x1bOa"}, "<shift+home><ctrl+end><shift+up><ctrl+up>"},
		{"keypad", []string{"\x1bOM"}, "<enter>"},
		{"mouse", []string{"\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<64;1;1M\x1b[<35;2;2M"}, "<left press><left release><wheel up><motion>"},
		{"mouse, split", []string{"\x1b[<0;1", "0;5M"}, "<left press>"},
		{"mouse, broken", []string{"\x1b[<0;;5M\x1b[<0;1M\x1b[<9999999999999999999;1;1Ma"}, "a"},
		{"mouse, old", []string{"\x1b[M !!a"}, "<left press>a"},
		{"mouse, old, high bytes, split", []string{"\x1b[M ", "\xff", "\xe0a"}, "<left press>a"},
		{"mouse, old, unfinished, ctrl+c", []string{"\x1b[M \x03"}, "<ctrl+c>"},
		{"paste", []string{"\x1b[200~가나\x1b[201~x"}, "<[가나]>x"},
		{"paste, split in its marks", []string{"\x1b[20", "0~a", "\x1b", "[201", "~x"}, "<[a]>x"},
		{"paste with codes inside", []string{"\x1b[200~a\x1b[A\x1b\x1b[201~x"}, "<[a[A]>x"},
		{"paste with line ends", []string{"\x1b[200~a\r\nb\rc\td\x1b[201~"}, "<[a\nb\nc\td]>"},
		{"paste with hidden characters", []string{"\x1b[200~a\u202eb\u0085c\x00\x1b[201~"}, "<[abc]>"},
		{"empty paste", []string{"\x1b[200~\x1b[201~x"}, "x"},
		{"unfinished paste", []string{"\x1b[200~abc", "…", "x"}, "<[abc]>x"},
		{"unfinished paste, ctrl+c", []string{"\x1b[200~abc", "\x03", "…", "x"}, "<[abc]><ctrl+c>x"},
		{"ctrl+c inside a paste", []string{"\x1b[200~a\x03", "b\x1b[201~x"}, "<[ab]>x"},
		{"end of a paste that was not", []string{"\x1b[201~x"}, "x"},
		{"background, ST", []string{"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\x"}, "<message>x"},
		{"background, BEL, split", []string{"\x1b]11;rgb:1e1e", "/1e1e/2e2e", "\x07x"}, "<message>x"},
		{"foreground", []string{"\x1b]10;rgb:ff/ff/ff\x07x"}, "x"},
		{"answers", []string{"\x1b[?62;22c\x1b[>1;10;0c\x1b[?2026;2$y\x1b[12;40R\x1b[0n\x1bP>|xterm(390)\x1b\\x"}, "x"},
		{"answer with sixels", []string{"\x1b[?62;4;22c"}, "<message>"},
		{"answer with kitty's pictures", []string{"\x1b_Gi=31;OK\x1b\\x"}, "<message>x"},
		{"answer without", []string{"\x1b_Gi=31;ENOTSUPPORTED\x1b\\x"}, "x"},
		{"answer cut off", []string{"\x1b]11;rgb:1e", "…", "x"}, "x"},
		{"answer cut off by ctrl+c", []string{"\x1b]11;rgb:1e\x03"}, "<ctrl+c>"},
		{"answer cut off by an arrow", []string{"\x1b]11;rgb:1e\x1b[A"}, "<up>"},
		{"answer without end", []string{"\x1b]11;" + strings.Repeat("x", 9000) + "\x07a"}, "a"},
		{"focus", []string{"\x1b[I"}, "<message>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := keysOf(test.reads...); got != test.want {
				t.Errorf("%q\n got %s\nwant %s", test.reads, got, test.want)
			}
		})
	}
}

// TestSplitsDoNotMatter feeds the same input in different pieces.
func TestSplitsDoNotMatter(t *testing.T) {
	pieces := []string{
		"a", "한", "글", " ", "\r", "\x03", "\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1ba", "\x1b\x1b[B",
		"\x1b[<0;10;5M", "\x1b[M !!", "\x1b[200~가\x03나\x1b[201~", "\x1b]11;rgb:00/00/00\x1b\\",
		"\x1b[?62;4c", "\x1b_Gi=31;OK\x1b\\", "\xff", "\xed\x95", "\x1b[", "\x1b]11;", "\x1b[200~",
	}
	rapid.Check(t, func(t *rapid.T) {
		input := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		var reads []string
		for rest := input; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "read")
			reads, rest = append(reads, rest[:n]), rest[n:]
		}
		if whole, split := keysOf(input), keysOf(reads...); whole != split {
			t.Fatalf("%q\nat once %s\nin %q %s", input, whole, reads, split)
		}
	})
}

// TestTextIsNeverLost checks that text between codes arrives whole.
func TestTextIsNeverLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abz019?/~[]OPM_;한글값ㅂé漢😀"))).Draw(t, "text")
		var input, want strings.Builder
		for _, r := range text {
			input.WriteRune(r)
			want.WriteRune(r)
			if rapid.Bool().Draw(t, "code") {
				input.WriteString("\x1b[B")
				want.WriteString("<down>")
			}
		}
		if got := keysOf(input.String()); got != want.String() {
			t.Fatalf("%q: got %s, want %s", input.String(), got, want.String())
		}
	})
}

func TestPasteIsCapped(t *testing.T) {
	tokenizer := newTokenizer()
	tokens := slices.Clone(tokenizer.feed([]byte(pasteA + strings.Repeat("한", maxPaste) + pasteB + "x")))
	if len(tokens) != 2 || len(tokens[0].data) != maxPaste {
		t.Fatalf("%d tokens, the first of %d bytes", len(tokens), len(tokens[0].data))
	}
	key, _ := decode(tokens[0]).(tea.KeyMsg)
	if n := len(key.Runes); n != maxPaste/3 || key.Runes[n-1] != '한' {
		t.Errorf("%d runes", n)
	}
}

// FuzzTokens checks that nothing panics, memory is bounded, input in ground
// state is never held back, and single bytes give the same as one read.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"한글", "\x1b[A", "\x1b[200~a\x03", "\x1b]11;rgb:1/2/3\x07", "\x1b[M\xff\xff\xff", "\x1b\x1b\x1b"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		whole, bytewise := newTokenizer(), newTokenizer()
		all := slices.Clone(whole.feed(input))
		var each []token
		for _, b := range input {
			each = append(each, bytewise.feed([]byte{b})...)
		}
		if !slices.EqualFunc(all, each, func(a, b token) bool { return a.kind == b.kind && bytes.Equal(a.data, b.data) }) {
			t.Fatalf("at once %q, bytewise %q", all, each)
		}
		if len(whole.buf) > maxPaste {
			t.Fatalf("%d bytes are held", len(whole.buf))
		}
		all = append(all, whole.idle()...)
		for _, token := range all {
			if token.kind == tokenRune && !utf8.Valid(token.data) {
				t.Fatalf("%q is not valid", token.data)
			}
			_ = decode(token)
		}
		if utf8.Valid(input) && !bytes.ContainsRune(input, esc) {
			if n := utf8.RuneCount(input); n != len(all) {
				t.Fatalf("%d runes gave %d tokens", n, len(all))
			}
		}
	})
}
