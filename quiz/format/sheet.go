package format

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"convtutor/quiz"
	"convtutor/viz"
)

// writeSheet writes the questions in Markdown, to be printed: no answers.
func writeSheet(s Set) ([]byte, error) {
	items, say, err := s.items()
	if err != nil {
		return nil, err
	}
	said := func(key string) string { return mdText(clean(say(viz.Words{Key: key}))) }
	blank := " " + strings.Repeat("_", 24) // to write on
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s\n\n%s\n", said("format.sheet"), said("format.student")+blank)
	for i, item := range items {
		fmt.Fprintf(&out, "\n## %d. %s\n", i+1, mdText(item.Title))
		if len(item.Lead) > 0 {
			fmt.Fprintf(&out, "\n%s\n", mdText(strings.Join(item.Lead, " ")))
		}
		for _, p := range item.Planes {
			fmt.Fprintf(&out, "\n%s\n\n%s", mdText(p.Label), mdTable(p))
		}
		fmt.Fprintf(&out, "\n**%s**\n", mdText(item.Ask))
		out.WriteString(answerSpace(item, said("format.answer")+blank))
	}
	return out.Bytes(), nil
}

// answerSpace is where the answer goes: options, cells to fill, or a line.
func answerSpace(item Item, answer string) string {
	var b strings.Builder
	for i, text := range optionTexts(item) {
		if i == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "- (%s) %s\n", letter(i), mdText(text))
	}
	if item.Cells != nil {
		return b.String() + "\n" + mdTable(Plane{Rows: blank(item.Cells), Across: item.Across, Down: item.Down})
	}
	if item.How != "" {
		b.WriteString("\n" + mdText(item.How) + "\n")
	}
	return b.String() + "\n" + answer + "\n"
}

// writeKey writes the answers, the way to each, and what slips lead to.
func writeKey(s Set) ([]byte, error) {
	items, say, err := s.items()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s\n", mdText(clean(say(viz.Words{Key: "format.key"}))))
	for i, item := range items {
		fmt.Fprintf(&out, "\n## %d. %s\n\n**%s**\n", i+1, mdText(item.Title), mdText(lettered(item)))
		for _, w := range append(also(item, say), item.Worked...) {
			fmt.Fprintf(&out, "\n%s\n", mdText(w))
		}
		for j, w := range wrongs(item) {
			if j == 0 {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "- %s — %s\n", mdText(w.Answer), mdText(w.Why))
		}
		fmt.Fprintf(&out, "\n`%s`\n", item.Command)
	}
	return out.Bytes(), nil
}

// lettered is the answer, with the letters of the options that make it.
func lettered(item Item) string {
	var letters []string
	for i, c := range item.Choices {
		if c.Right {
			letters = append(letters, letter(i))
		}
	}
	if item.Type == quiz.TypeOrder && len(item.Writings) > 0 {
		letters = []string{item.Writings[0]}
	}
	if letters == nil {
		return item.Answer
	}
	return "(" + strings.Join(letters, ", ") + ") " + item.Answer
}

// mdTable is a table with rows and columns counted from 1.
func mdTable(p Plane) string {
	var b strings.Builder
	b.WriteString("|  |")
	for x := range p.Rows[0] {
		b.WriteString(" " + mdText(named(p.Across, x)) + " |")
	}
	b.WriteString("\n|--:|" + strings.Repeat("--:|", len(p.Rows[0])) + "\n")
	for y, row := range p.Rows {
		b.WriteString("| **" + mdText(named(p.Down, y)) + "** |")
		for _, c := range row {
			if !isNumber(c) {
				c = mdText(c)
			}
			b.WriteString(" " + c + " |")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// count is a place from 0, as people count.
func count(i int) string { return strconv.Itoa(i + 1) }

// mdMeaning are the characters that Markdown might take for marks.
var mdMeaning = regexp.MustCompile("[\\\\*_\\[\\]<>|~&#$`{}!]|^[-+]|^\\d+[.)](?: |$)")

// mdText escapes a text for Markdown, but for what stands between backticks: a
// network in a line. It stays in one line.
func mdText(text string) string {
	text = strings.ReplaceAll(text, "\n", " ")
	var b strings.Builder
	at := 0
	for _, m := range code.FindAllStringIndex(text, -1) {
		b.WriteString(mdEscape(text[at:m[0]], at == 0) + text[m[0]:m[1]])
		at = m[1]
	}
	return b.String() + mdEscape(text[at:], at == 0)
}

// mdEscape escapes one piece; first says that it begins its line.
func mdEscape(piece string, first bool) string {
	return mdMeaning.ReplaceAllStringFunc(piece, func(m string) string {
		switch {
		case len(m) == 1 && strings.Contains("-+", m) && !first:
			return m
		case len(m) > 1: // a number and its point: a list
			number := strings.TrimRight(m, " ")
			at := len(number) - 1
			return m[:at] + `\` + m[at:]
		}
		return `\` + m
	})
}

// Markdown escapes a text that comes from elsewhere for one line of Markdown.
func Markdown(text string) string { return mdText(clean(text)) }
