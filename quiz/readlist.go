package quiz

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"convtutor/internal/keyboard"
	"convtutor/internal/netspec"
	"convtutor/viz"
)

// MaxOptions bounds the options of a question: those have the letters a to h.
const MaxOptions = 8

// ReadChoice reads one option: its letter or its text. It gives the option's
// place in the list.
func ReadChoice(options []Option, typed string) (int, error) {
	s, err := tidy(typed)
	if err != nil {
		return 0, err
	}
	if i := optionAt(options, s); i >= 0 {
		return i, nil
	}
	return 0, unreadable(typed, "choice")
}

// ReadSeveral reads some options: "a, c", "ac", or their texts, parted by
// semicolons or commas. It gives their places in the list, rising, each once.
func ReadSeveral(options []Option, typed string) ([]int, error) {
	list, err := readList(options, typed, "several")
	slices.Sort(list)
	return slices.Compact(list), err
}

// ReadOrder reads all options in an order: "b a d c", "badc", "2 1 4 3", or their
// texts, parted by ">", semicolons or commas. It gives the options' places in the
// list in that order; each must be there once.
func ReadOrder(options []Option, typed string) ([]int, error) {
	list, err := readList(options, typed, "order")
	if err != nil {
		return nil, err
	}
	sorted := slices.Sorted(slices.Values(list))
	if len(slices.Compact(sorted)) != len(options) || len(list) != len(options) {
		return nil, unreadableAs(typed, "order", viz.Args{"n": len(options), "letters": letters(len(options))})
	}
	return list, nil
}

// letters are the first letters, as an example: "a b c d".
func letters(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = string(rune('a' + i))
	}
	return strings.Join(list, " ")
}

var (
	listMark = regexp.MustCompile(` *[;>→] *`)
	listPart = regexp.MustCompile(` *[,;>→] *`)
	wordPart = regexp.MustCompile(`[ ,;>→]+`)
	// what may stand between letters that are written one after the other.
	around = strings.NewReplacer(" ", "", ",", "", ";", "", ">", "", "→", "", "(", "", ")", "", ".", "", "-", "", "/", "", "&", "")
)

// readList reads options that are named by letters, texts or numbers.
func readList(options []Option, typed, hint string) ([]int, error) {
	lines := strings.NewReplacer("\r\n", ";", "\n", ";", "->", ">").Replace(strings.TrimSpace(typed))
	s, err := tidyUpTo(lines, maxLong)
	if err != nil {
		return nil, err
	}
	for _, mark := range []*regexp.Regexp{listMark, listPart, wordPart} {
		if list := named(options, mark.Split(strings.Trim(s, " ;>→,"), -1)); list != nil {
			return list, nil
		}
	}
	run := around.Replace(s)
	if list := named(options, strings.Split(strings.ToLower(keyboard.Latin(run)), "")); list != nil {
		return list, nil
	}
	if list := numbered(options, run); list != nil {
		return list, nil
	}
	return nil, unreadableAs(typed, hint, viz.Args{"n": len(options), "letters": letters(len(options))})
}

// named finds an option for each piece, or nil.
func named(options []Option, pieces []string) []int {
	var list []int
	for _, p := range pieces {
		i := optionAt(options, p)
		if i < 0 {
			return nil
		}
		list = append(list, i)
	}
	return list
}

// numbered takes digits for places in the list, where no option is a number
// itself.
func numbered(options []Option, digits string) []int {
	if slices.ContainsFunc(options, func(o Option) bool { _, err := ReadNumber(o.Answer); return err == nil }) {
		return nil
	}
	var list []int
	for _, r := range digits {
		n, err := strconv.Atoi(string(r))
		if err != nil || n < 1 || n > len(options) {
			return nil
		}
		list = append(list, n-1)
	}
	return list
}

// InLetters writes an answer that names options by their words, as say says
// them, in the options' letters: "합성곱; 풀링" is "a; c". Any other answer stays
// as it is.
func (q Question) InLetters(typed string, say viz.Say) string {
	part := regexp.MustCompile(`$^`) // one option is named: nothing parts it
	if q.Type == TypeSeveral || q.Type == TypeOrder {
		part = listPart
	} else if q.Type != TypeChoice {
		return typed
	}
	var named []string
	for _, piece := range part.Split(strings.TrimSpace(netspec.Fold(typed)), -1) {
		i := slices.IndexFunc(q.Options, func(o Option) bool {
			return o.Says.Key != "" && netspec.Fold(say(o.Says)) == piece
		})
		if i < 0 {
			return typed
		}
		named = append(named, string(rune('a'+i)))
	}
	return strings.Join(named, "; ")
}

// optionAt is the option with a letter, a for the first, or a text; -1 for none.
func optionAt(options []Option, s string) int {
	s = strings.Trim(s, "() .")
	if i := letter(s); i >= 0 && i < len(options) {
		return i
	}
	return slices.IndexFunc(options, func(o Option) bool { return sameText(o.Answer, s) })
}

// letter is the place of an option's letter, typed on a Latin or a Korean
// keyboard, whose keys a to h give ㅁ to ㅗ; -1 if it is none.
func letter(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if size != len(s) {
		return -1
	}
	if keys := keyboard.Keys(r); len(keys) == 1 {
		r = rune(keys[0] | 0x20)
	}
	if r < 'a' || r >= 'a'+MaxOptions {
		return -1
	}
	return int(r - 'a')
}

// Letters gives the places of the options whose letters were typed, one after
// the other, on either keyboard; other signs are left out.
func Letters(typed string) []int {
	var list []int
	for _, r := range strings.ToLower(keyboard.Latin(netspec.Fold(typed))) {
		if r >= 'a' && r < 'a'+MaxOptions {
			list = append(list, int(r-'a'))
		}
	}
	return list
}

// sameText compares an option with a folded text, as a shape or a number where
// both are one.
func sameText(option, s string) bool {
	if strings.EqualFold(option, s) || sameNumber(option, s) {
		return true
	}
	a, errA := ReadShape(option)
	b, errB := ReadShape(s)
	return errA == nil && errB == nil && slices.Equal(a, b)
}
