package plain

import (
	"slices"
	"strings"

	"convtutor/internal/i18n"
	"convtutor/internal/keyboard"
	"convtutor/internal/netspec"
	"convtutor/viz"
)

// command is a line that was typed: a word that the program knows with what
// follows it, or text alone.
type command struct {
	id   string // "" for text that is no command
	rest string // what follows the word
	text string // the whole line
}

// argument says whether something follows a command's word.
type argument int

const (
	alone    argument = iota // nothing follows
	optional                 // something may follow
	needed                   // something must follow
)

// arguments are the commands there are, in the order in which help lists them.
// The words for a command are "plain.word.<id>" in every language, its first
// one the name; what it does is "plain.about.<id>".
var arguments = []struct {
	id string
	argument
}{
	{"resume", alone},
	{"lesson", optional},
	{"next", alone},
	{"back", alone},
	{"previous", alone},
	{"part", needed},
	{"hint", alone},
	{"solution", alone},
	{"steps", alone},
	{"grid", alone},
	{"cell", needed},
	{"level", optional},
	{"product", alone},
	{"window", alone},
	{"row", alone},
	{"size", needed},
	{"input", needed},
	{"kernel", needed},
	{"weights", needed},
	{"stride", needed},
	{"padding", needed},
	{"border", needed},
	{"dilation", needed},
	{"channels", needed},
	{"filters", needed},
	{"groups", needed},
	{"bias", needed},
	{"extra", needed},
	{"look", needed},
	{"take", needed},
	{"rule", needed},
	{"flip", alone},
	{"down", alone},
	{"up", alone},
	{"first", alone},
	{"last", alone},
	{"more", alone},
	{"less", alone},
	{"switch", alone},
	{"left", alone},
	{"right", alone},
	{"add", alone},
	{"kind", alone},
	{"plus", alone},
	{"minus", alone},
	{"example", alone},
	{"remove", alone},
	{"deeper", alone},
	{"shallower", alone},
	{"nextmap", alone},
	{"digit", alone},
	{"undo", alone},
	{"reset", alone},
	{"filter", optional},
	{"change", needed},
	{"set", optional},
	{"photo", alone},
	{"repeat", alone},
	{"link", alone},
	{"map", alone},
	{"quiz", alone},
	{"assignment", alone},
	{"lab", alone},
	{"glossary", optional},
	{"settings", alone},
	{"home", alone},
	{"language", optional},
	{"help", alone},
	{"quit", alone},
}

// everywhere are the commands that work in every place.
var everywhere = []string{"repeat", "link", "map", "quiz", "assignment", "lab", "glossary", "settings", "home", "language", "help", "quit"}

// vocabulary knows the words of all languages, so that a command typed in one
// works while another is spoken.
type vocabulary map[string][]string // the commands a word may stand for

func newVocabulary(b *i18n.Bundle) vocabulary {
	v := vocabulary{}
	for _, a := range arguments {
		for _, code := range b.Codes() {
			for _, word := range names(b.For(code), a.id) {
				if !slices.Contains(v[word], a.id) {
					v[word] = append(v[word], a.id)
				}
			}
		}
	}
	return v
}

// names are the words for a command in one language.
func names(c *i18n.Catalog, id string) []string {
	return strings.Fields(c.Text("plain.word."+id, nil))
}

// read finds the command that a line means where the commands of accepted
// work: by its word, by the keys that typed it under a Korean input method, or
// by the beginning of one word alone.
func (v vocabulary) read(line string, accepted []string) command {
	folded := netspec.Fold(line)
	for _, text := range []string{folded, keyboard.Latin(folded)} {
		word, rest, _ := strings.Cut(text, " ")
		if id, ok := v.find(word, rest, accepted); ok {
			return command{id: id, rest: strings.TrimSpace(rest), text: line}
		}
	}
	return command{text: line}
}

// find is the command of a word, if there is but one.
func (v vocabulary) find(word, rest string, accepted []string) (string, bool) {
	if id, ok := pick(v[word], rest, accepted); ok {
		return id, true
	}
	if len([]rune(word)) < 2 {
		return "", false
	}
	var begun []string
	for known, ids := range v {
		if id, ok := pick(ids, rest, accepted); ok && strings.HasPrefix(known, word) && !slices.Contains(begun, id) {
			begun = append(begun, id)
		}
	}
	if len(begun) != 1 {
		return "", false
	}
	return begun[0], true
}

// pick takes the first of some commands that is accepted and whose word may be
// followed by rest.
func pick(ids []string, rest string, accepted []string) (string, bool) {
	for _, a := range arguments {
		fits := a.argument == optional || (a.argument == needed) == (strings.TrimSpace(rest) != "")
		if fits && slices.Contains(ids, a.id) && slices.Contains(accepted, a.id) {
			return a.id, true
		}
	}
	return "", false
}

// unknown says that a line is no command here.
func (t *talk) unknown(c command) { t.say("plain.unknown", viz.Args{"typed": shortened(c.text)}) }

// maxEcho is how much of a line is said back, in letters.
const maxEcho = 40

func shortened(text string) string {
	if r := []rune(text); len(r) > maxEcho {
		return string(r[:maxEcho]) + "..."
	}
	return text
}
