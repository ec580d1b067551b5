package format

import (
	"html"
	"regexp"
	"strings"

	"convtutor/quiz"
	"convtutor/viz"
)

// typed are the answers of which nobody could know how to write them.
var typed = map[quiz.Type]bool{quiz.TypeShape: true, quiz.TypeGrid: true, quiz.TypePlace: true}

// place names a place of an order, counted from 0.
func place(i int, say viz.Say) string {
	return clean(say(viz.Words{Key: "format.place", Args: viz.Args{"n": i + 1}}))
}

// howToAnswer says how an answer is typed, where nobody could know: what is put in
// order with its letters, and how it is written.
func howToAnswer(item Item) []string {
	if !typed[item.Type] && !item.byLetters() {
		return nil
	}
	var lines []string
	for i, text := range item.Shuffled {
		lines = append(lines, letter(i)+") "+text)
	}
	return append(lines, item.How)
}

// plainBody is the question as lines: what is given, the numbers row by row, what
// is asked, how to answer.
func plainBody(item Item, how []string) string {
	var parts []string
	if len(item.Lead) > 0 {
		parts = append(parts, strings.Join(item.Lead, " "))
	}
	for _, p := range item.Planes {
		lines := []string{p.Label}
		for _, row := range p.Rows {
			lines = append(lines, strings.Join(row, " "))
		}
		parts = append(parts, strings.Join(lines, "\n"))
	}
	ask := strings.Join(append([]string{item.Ask}, how...), "\n")
	return strings.Join(append(parts, ask), "\n\n")
}

// htmlBody is the question as HTML, its numbers as tables.
func htmlBody(item Item, how []string) string {
	var b strings.Builder
	if len(item.Lead) > 0 {
		b.WriteString("<p>" + htmlText(strings.Join(item.Lead, " ")) + "</p>\n")
	}
	for _, p := range item.Planes {
		b.WriteString(htmlTable(p, htmlText))
	}
	b.WriteString("<p><strong>" + htmlText(item.Ask) + "</strong></p>\n")
	if how != nil {
		b.WriteString("<p><em>" + htmlText(strings.Join(how, "\n")) + "</em></p>\n")
	}
	return b.String()
}

// htmlTable is rows and columns by their names; cell writes what is in one.
func htmlTable(p Plane, cell func(string) string) string {
	var b strings.Builder
	b.WriteString(`<table border="1" cellpadding="4">`)
	if p.Label != "" {
		b.WriteString("<caption>" + htmlText(p.Label) + "</caption>")
	}
	b.WriteString("\n<tr><th></th>")
	for x := range p.Rows[0] {
		b.WriteString("<th>" + htmlText(named(p.Across, x)) + "</th>")
	}
	b.WriteString("</tr>\n")
	for y, row := range p.Rows {
		b.WriteString("<tr><th>" + htmlText(named(p.Down, y)) + "</th>")
		for _, c := range row {
			b.WriteString("<td>" + cell(c) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

// code is a piece of text between backticks: a network in a line.
var code = regexp.MustCompile("`([^`\n]+)`")

// htmlText escapes a text. A brace is escaped too: in Moodle one could begin a
// question inside of the text.
func htmlText(text string) string {
	text = html.EscapeString(text)
	text = code.ReplaceAllString(text, "<code>$1</code>")
	return strings.NewReplacer("{", "&#123;", "}", "&#125;", "\n", "<br/>").Replace(text)
}

// htmlLines are sentences, each a paragraph.
func htmlLines(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("<p>" + htmlText(l) + "</p>")
	}
	return b.String()
}
