// Package keyboard knows the Korean two-set keyboard. Its one rule: it is for
// shortcuts and commands that were typed under a Korean input method, never for
// text.
package keyboard

import "strings"

// The Korean two-set keyboard: which jamo stand on which Latin keys. A key that
// has no jamo of its own with Shift gives the same one, so that Shift is lost
// for those (ㅁ is a, and also A).
var (
	jamoKeys  = keysOfJamo()
	twoSet    = "ㅂqㅈwㄷeㄱrㅅtㅛyㅕuㅑiㅐoㅔpㅁaㄴsㅇdㄹfㅎgㅗhㅓjㅏkㅣlㅋzㅌxㅊcㅍvㅠbㅜnㅡmㅃQㅉWㄸEㄲRㅆTㅒOㅖP"
	compounds = map[rune]string{ // typed with two keys
		'ㅘ': "hk", 'ㅙ': "ho", 'ㅚ': "hl", 'ㅝ': "nj", 'ㅞ': "np", 'ㅟ': "nl", 'ㅢ': "ml",
		'ㄳ': "rt", 'ㄵ': "sw", 'ㄶ': "sg", 'ㄺ': "fr", 'ㄻ': "fa", 'ㄼ': "fq", 'ㄽ': "ft",
		'ㄾ': "fx", 'ㄿ': "fv", 'ㅀ': "fg", 'ㅄ': "qt",
	}
	// The jamo of a syllable, in Unicode's order.
	initials = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
	vowels   = []rune("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
	finals   = []rune("\x00ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
)

// keysOfJamo gives the Latin keys of every jamo.
func keysOfJamo() map[rune]string {
	table := make(map[rune]string)
	pairs := []rune(twoSet)
	for i := 0; i < len(pairs); i += 2 {
		table[pairs[i]] = string(pairs[i+1])
	}
	for jamo, keys := range compounds {
		table[jamo] = keys
	}
	return table
}

const (
	firstSyllable = 0xac00
	lastSyllable  = 0xd7a3
	vowelCount    = 21
	finalCount    = 28
	// fullWidth is how far the full-width forms ！ to ～ are from ! to ~.
	fullWidth = 0xff01 - '!'
)

// Keys gives the Latin keys that type r: ㅂ is q, 너 is s and then j, ｑ is q;
// "" if r is not typed that way.
func Keys(r rune) string {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return string(r - fullWidth)
	case r == 0x3000: // full-width space
		return " "
	case r == '₩': // on the key of the backslash
		return `\`
	case r >= firstSyllable && r <= lastSyllable:
		n := int(r - firstSyllable)
		return jamoKeys[initials[n/(vowelCount*finalCount)]] +
			jamoKeys[vowels[n/finalCount%vowelCount]] +
			jamoKeys[finals[n%finalCount]]
	}
	return jamoKeys[joined(r)]
}

// joined gives the jamo that stands alone for one of a syllable taken apart, as
// macOS writes them.
func joined(r rune) rune {
	for _, part := range []struct {
		first rune
		jamo  []rune
	}{{0x1100, initials}, {0x1161, vowels}, {0x11a7, finals}} {
		if i := int(r - part.first); i >= 0 && i < len(part.jamo) {
			return part.jamo[i]
		}
	}
	return r
}

// Latin gives the Latin keys that typed a whole text: "ㅗ디ㅔ" is "help". What is
// not typed that way stays as it is.
func Latin(text string) string {
	var b strings.Builder
	for _, r := range text {
		if keys := Keys(r); keys != "" {
			b.WriteString(keys)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
