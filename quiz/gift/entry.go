package gift

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"convtutor/viz"
)

// Truth is how "true" and "false" are said, by language.
type Truth map[string][2]string

// Entry writes a question as an item of an exam's list of questions, in YAML,
// and what of it was lost. It is "" where the question cannot be taken, which the
// note says.
func (q Question) Entry(truth Truth) (yaml string, notes []Note) {
	w := writer{q: q, truth: truth, notes: q.Notes}
	if q.Name != "" {
		w.line("# %s", q.Name)
	}
	w.line("- ask: %s", quoted(q.Text))
	ok := false
	switch q.Type {
	case TypeChoice, TypeTrueFalse:
		ok = w.choice()
	case TypeSeveral:
		ok = w.several()
	case TypeNumber:
		ok = w.number()
	case TypeShort:
		ok = w.short()
	case TypeEssay:
		w.line("  type: text")
		w.note("essay")
		ok = true
	default:
		w.lose(string(q.Type))
	}
	if !ok {
		return "", w.notes[len(w.notes)-1:] // what else was lost matters no more
	}
	if q.General != "" {
		w.note("feedback")
	}
	return w.String(), w.notes
}

// Refused is the note of a question that an exam does not take, and why: an
// error with words.
func (q Question) Refused(why error) Note {
	return Note{Line: q.Line, Name: q.Name, Lost: true, Words: viz.Words{Key: "gift.lost.exam", Args: viz.Args{"why": why}}}
}

type writer struct {
	strings.Builder
	q     Question
	truth Truth
	notes []Note
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// note adds a note once.
func (w *writer) note(what string) {
	n := Note{Line: w.q.Line, Name: w.q.Name, Words: viz.Words{Key: "gift.note." + what}}
	if !slices.ContainsFunc(w.notes, func(other Note) bool { return other.Words.Key == n.Words.Key }) {
		w.notes = append(w.notes, n)
	}
}

func (w *writer) lose(why string) bool {
	w.notes = append(w.notes, Note{Line: w.q.Line, Name: w.q.Name, Lost: true, Words: viz.Words{Key: "gift.lost." + why}})
	return false
}

// choice writes one choice. An exam of ours has one right option and no part of
// the points for others.
func (w *writer) choice() bool {
	right := 0
	for _, a := range w.q.Answers {
		switch {
		case a.Credit == 1:
			right++
		case a.Credit != 0:
			w.note("partial")
		}
	}
	switch {
	case right == 0:
		return w.lose("no-right")
	case right > 1:
		return w.lose("several-right")
	}
	w.line("  type: choice")
	w.options(func(a Answer) bool { return a.Credit == 1 })
	return true
}

// several writes several choices, whose right ones count alike and whose wrong
// ones take away as much.
func (w *writer) several() bool {
	right := 0
	for _, a := range w.q.Answers {
		if a.Credit > 0 {
			right++
		}
	}
	if right == 0 {
		return w.lose("no-right")
	}
	share := 1 / float64(right)
	for _, a := range w.q.Answers {
		if d := max(a.Credit, -a.Credit) - share; d > 0.0001 || d < -0.0001 {
			w.note("shares")
		}
	}
	w.line("  type: several")
	w.options(func(a Answer) bool { return a.Credit > 0 })
	return true
}

func (w *writer) options(right func(Answer) bool) {
	w.line("  options:")
	for i, a := range w.q.Answers {
		text := quoted(a.Text)
		if w.q.Type == TypeTrueFalse {
			text = w.truths(i)
		}
		w.line("    - text: %s", text)
		switch {
		case right(a):
			w.line("      right: true")
			if a.Why != "" {
				w.note("feedback")
			}
		case a.Why != "":
			w.line("      why: %s", quoted(a.Why))
		}
	}
}

// truths writes "true" or "false" in every language.
func (w *writer) truths(i int) string {
	var texts []string
	for _, language := range slices.Sorted(maps.Keys(w.truth)) {
		texts = append(texts, language+": "+quoted(w.truth[language][i]))
	}
	return "{" + strings.Join(texts, ", ") + "}"
}

// full gives the typed answers that are worth all the points, and notes what is
// lost with the others.
func (w *writer) full() []Answer {
	var right []Answer
	for _, a := range w.q.Answers {
		if a.Why != "" {
			w.note("feedback")
		}
		switch a.Credit {
		case 1:
			right = append(right, a)
		case 0:
		default:
			w.note("partial")
		}
	}
	return right
}

// number writes the first right number, and others with the same tolerance.
func (w *writer) number() bool {
	right := w.full()
	if right == nil {
		return w.lose("no-right")
	}
	tolerance, values := right[0].Tolerance, []string{}
	for _, a := range right {
		if a.Tolerance == tolerance {
			values = append(values, a.Value)
		} else {
			w.note("tolerance")
		}
	}
	w.answer("number", values)
	if tolerance != "0" {
		w.line("  tolerance: %s", tolerance)
	}
	return true
}

// short writes words to type, or what they all are: numbers, or a shape. An exam
// of ours compares words without regard to case and blanks, as Moodle does by
// itself, and knows no stars.
func (w *writer) short() bool {
	full := w.full()
	var right []string
	for _, a := range full {
		if text := strings.ReplaceAll(a.Text, `\*`, ""); !strings.Contains(text, "*") {
			right = append(right, strings.ReplaceAll(a.Text, `\*`, "*"))
		}
	}
	switch {
	case full == nil:
		return w.lose("no-right")
	case right == nil:
		return w.lose("stars")
	case len(right) < len(full):
		w.note("stars")
	}
	if kind, answers := typedAs(right); kind != "" {
		w.answer(kind, answers)
		return true
	}
	w.line("  type: text")
	w.accept(right)
	return true
}

// answer writes a number or a shape, and others that are as right.
func (w *writer) answer(kind string, answers []string) {
	w.line("  type: %s", kind)
	w.line("  answer: %s", quoted(answers[0]))
	w.accept(answers[1:])
}

func (w *writer) accept(texts []string) {
	if len(texts) == 0 {
		return
	}
	w.line("  accept:")
	for _, text := range texts {
		w.line("    - %s", quoted(text))
	}
}

// quoted is a text in double quotes, in which YAML and JSON agree.
func quoted(text string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil { // no text does that
		return strconv.Quote(text)
	}
	return strings.TrimSpace(b.String())
}
