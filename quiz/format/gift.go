package format

import (
	"bytes"
	"regexp"
	"strings"

	"convtutor/quiz"
)

// writeGIFT writes Moodle's GIFT (docs.moodle.org, "GIFT format"). A blank line
// ends a question; texts are marked as plain, so that Moodle shows them as they
// are. What GIFT has no type for: a shape, a grid and a place are short answers
// with all their writings; an order is a matching of places, or a short answer
// where several orders are right.
func writeGIFT(s Set) ([]byte, error) {
	items, say, err := s.items()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("$CATEGORY: $course$/top/convtutor\n")
	for _, item := range items {
		var w giftWriter
		w.question(item, func(i int) string { return place(i, say) })
		out.WriteString("\n" + w.String())
	}
	return out.Bytes(), nil
}

// giftWriter writes one question.
type giftWriter struct{ strings.Builder }

func (w *giftWriter) question(item Item, place func(int) string) {
	w.WriteString("// [id:" + item.Route + "]")
	for _, tag := range item.Tags {
		w.WriteString(" [tag:" + tag + "]")
	}
	w.WriteString("\n::" + giftText(item.Name) + "::[plain]" + giftText(plainBody(item, howToAnswer(item))) + "{")
	switch {
	case item.Type == quiz.TypeNumber:
		w.numbers(item)
	case item.Choices != nil:
		w.choices(item)
	case item.Steps != nil && !item.byLetters():
		w.matching(item, place)
	default:
		w.shortAnswers(item)
	}
	if worked := strings.Join(item.Worked, "\n"); worked != "" {
		w.WriteString("\n\t####" + giftMarked(noArrow(worked)))
	}
	w.WriteString("\n}\n")
}

// numbers writes right numbers and those of known slips, with tolerances.
func (w *giftWriter) numbers(item Item) {
	w.WriteString("#")
	for _, a := range item.numbers() {
		w.WriteString("\n\t=%" + a.Percent + "%" + a.Text + ":" + a.Tolerance + feedback(a.Why))
	}
}

// choices writes one choice, or several, whose shares add up to 100.
func (w *giftWriter) choices(item Item) {
	right, wrong := shares(item)
	for _, c := range item.Choices {
		mark := "~%" + wrong + "%"
		if c.Right {
			mark = "="
		}
		if c.Right && item.Type == quiz.TypeSeveral {
			mark = "~%" + right + "%"
		}
		w.WriteString("\n\t" + mark + giftMarked(c.Text) + feedback(c.Why))
	}
}

// shortAnswers writes every way of writing the answer, then those of slips.
func (w *giftWriter) shortAnswers(item Item) {
	for _, a := range item.texts() {
		w.WriteString("\n\t=%" + a.Percent + "%" + giftMarked(wildcards(noArrow(a.Text))) + feedback(noArrow(a.Why)))
	}
}

// matching pairs each place with what belongs there.
func (w *giftWriter) matching(item Item, place func(int) string) {
	for i, step := range item.Steps {
		w.WriteString("\n\t=" + giftMarked(noArrow(place(i))) + " -> " + giftText(noArrow(step)))
	}
}

func feedback(why string) string {
	if why == "" {
		return ""
	}
	return "#" + giftMarked(why)
}

var (
	giftEscapes = strings.NewReplacer(
		`\`, `\\`, "~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`, "\n", `\n`,
	)
	// what Moodle puts in an escaped character's place while it reads.
	placeholder = regexp.MustCompile(`&&(\d{3})`)
	// a text that begins with a format's name in brackets is read as marked, and
	// one that begins with a percentage as weighted.
	marked = regexp.MustCompile(`^(\[(moodle|html|plain|markdown)\]|%)`)
)

// giftText escapes what has a meaning in GIFT. "&&" before three digits is
// written apart: GIFT has no way to write it.
func giftText(text string) string {
	return giftEscapes.Replace(placeholder.ReplaceAllString(text, "& &$1"))
}

// giftMarked escapes a text that may begin with a mark of its own.
func giftMarked(text string) string {
	if marked.MatchString(text) {
		return "[plain]" + giftText(text)
	}
	return giftText(text)
}

// noArrow writes "->" as an arrow: in GIFT it would make a short answer a
// matching, and nothing escapes it.
func noArrow(text string) string { return strings.ReplaceAll(text, "->", "→") }

// wildcards escapes the star, which stands for anything in a short answer.
func wildcards(text string) string { return strings.ReplaceAll(text, "*", `\*`) }
