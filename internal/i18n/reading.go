package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sound is what a word ends in when it is read aloud.
type sound uint8

const (
	soundVowel sound = iota
	soundConsonant
	soundRieul // ㄹ
)

// finalSound tells what a text ends in when it is read aloud in Korean. Closing
// brackets, quotes and full stops are not read.
func finalSound(text string) sound {
	text = strings.TrimRightFunc(text, isSilent)
	last, size := utf8.DecodeLastRuneInString(text)
	switch {
	case size == 0:
		return soundVowel
	case last >= '0' && last <= '9':
		return numberSound(text)
	case isLatin(last):
		return latinSound(text)
	case last >= '가' && last <= '힣':
		return syllableSound(last)
	case last >= 'ㄱ' && last <= 'ㅎ': // read by name: 기역, 니은, 디귿, 리을
		if last == 'ㄹ' {
			return soundRieul
		}
		return soundConsonant
	case strings.ContainsRune("εουΕΟΥ²³", last): // 엡실론, 오미크론, 입실론, 제곱
		return soundConsonant
	default: // signs: 퍼센트, 배, 무한대, 도; other Greek letters: 알파, 베타, 시그마
		return soundVowel
	}
}

// isSilent tells which signs at the end of a text are not read.
func isSilent(r rune) bool {
	switch r {
	case '%', '‰', '°', '×', '∞', '+', '-', '−', '=', '<', '>', '²', '³':
		return false
	}
	return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsControl(r)
}

// syllableSound reads the final consonant off a Hangul syllable: Unicode counts
// 28 of them (none first, ㄹ as number 8) within each pair of initial and vowel.
func syllableSound(syllable rune) sound {
	switch (syllable - '가') % 28 {
	case 0:
		return soundVowel
	case 8:
		return soundRieul
	default:
		return soundConsonant
	}
}

// digitSounds are the ends of 영 일 이 삼 사 오 육 칠 팔 구.
var digitSounds = [10]sound{
	soundConsonant, soundRieul, soundVowel, soundConsonant, soundVowel,
	soundVowel, soundConsonant, soundRieul, soundRieul, soundVowel,
}

// numberSound reads the number at the end of a text in Sino-Korean. A decimal
// is read digit by digit after its point, a fraction numerator last (1/2 is
// 이분의 일), a whole number by its last digit that is not 0 or the unit after.
func numberSound(text string) sound {
	start := len(text)
	for start > 0 && strings.IndexByte("0123456789.,/", text[start-1]) >= 0 {
		start--
	}
	number := strings.TrimLeft(text[start:], ".,/")
	if over := strings.LastIndexByte(number, '/'); over > 0 {
		number = strings.TrimRight(number[:over], ".,/")
	}
	if strings.Contains(number, ".") {
		return digitSounds[number[len(number)-1]-'0']
	}
	number = strings.ReplaceAll(number, ",", "")
	if !allDigits(number) {
		return digitSounds[text[len(text)-1]-'0']
	}
	significant := strings.TrimRight(number, "0")
	zeros := len(number) - len(significant)
	if zeros == 0 || strings.Trim(significant, "0") == "" {
		return digitSounds[number[len(number)-1]-'0']
	}
	return unitSound(zeros)
}

// unitSound is the end of the unit that a number with so many zeros is read
// with: 십, 백, 천, 만, 억, 조, 경, 해.
func unitSound(zeros int) sound {
	switch {
	case zeros < 12: // 십 백 천 만 억
		return soundConsonant
	case zeros < 16: // 조
		return soundVowel
	case zeros < 20: // 경
		return soundConsonant
	default: // 해
		return soundVowel
	}
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// readAs are Latin words of the subject that spelling alone reads wrongly.
var readAs = map[string]sound{
	"relu": soundVowel, "elu": soundVowel, "ascii": soundVowel, "gif": soundVowel, "esc": soundVowel,
	"px": soundRieul, "kb": soundVowel, "mb": soundVowel, "gb": soundVowel, "ms": soundVowel,
	"max": soundVowel, "min": soundConsonant, "gan": soundConsonant, "jpeg": soundConsonant,
	"ctrl": soundRieul, "tab": soundConsonant, "lab": soundConsonant, "ceil": soundRieul,
	"bit": soundVowel, "byte": soundVowel, "epoch": soundConsonant,
	"adam": soundConsonant, "sgd": soundVowel, "gpu": soundVowel, "cpu": soundVowel,
	"output": soundConsonant, "input": soundConsonant, "dropout": soundConsonant, "alt": soundVowel,
	"shift": soundVowel, "logit": soundConsonant, "batch": soundVowel, "norm": soundConsonant,
}

// latinSound reads the Latin word at the end of a text: a known word as the
// field says it, capitals letter by letter, any other word by how loan words
// with its spelling end.
func latinSound(text string) sound {
	start := strings.LastIndexFunc(text, func(r rune) bool { return !isLatin(r) })
	word := text
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(text[start:])
		word = text[start+size:]
	}
	lower := strings.ToLower(word)
	if known, ok := readAs[lower]; ok {
		return known
	}
	if len(word) == 1 || word == strings.ToUpper(word) {
		return letterSound(lower[len(lower)-1])
	}
	return spellingSound(lower)
}

// letterSound is the end of a letter's name: 엘, 알, 엠, 엔; all others end in
// a vowel.
func letterSound(letter byte) sound {
	switch letter {
	case 'l', 'r':
		return soundRieul
	case 'm', 'n':
		return soundConsonant
	default:
		return soundVowel
	}
}

// spellingSound guesses how a loan word ends: 커널, 에이블 with ㄹ; 패딩, 프레임,
// 라인, 맵, 넷 with another consonant; 필터, 스트라이드 with a vowel.
func spellingSound(word string) sound {
	ends := func(endings ...string) bool {
		for _, ending := range endings {
			if strings.HasSuffix(word, ending) {
				return true
			}
		}
		return false
	}
	switch {
	case ends("l", "le"):
		return soundRieul
	case ends("m", "n", "ng", "me", "ne"):
		return soundConsonant
	}
	last := word[len(word)-1]
	if len(word) < 2 || strings.IndexByte("bckpt", last) < 0 {
		return soundVowel
	}
	// A stop after one short vowel closes the syllable: 맵, 넷, 북.
	if strings.IndexByte("aeiou", word[len(word)-2]) >= 0 || ends("ck") {
		return soundConsonant
	}
	return soundVowel
}
