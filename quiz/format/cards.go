package format

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"convtutor/viz"
)

// writeCards writes cards for Anki (docs.ankiweb.net, "Text files"): a header
// that says how the file is to be read, then front, back and tags as HTML, and
// what the card is known by: a file read again changes its own cards, no others
// that look alike. The columns have no names, since Anki looks for fields by them,
// and how those are called depends on the language that it was set up in.
func writeCards(s Set) ([]byte, error) {
	items, say, err := s.items()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("#separator:Comma\n#html:true\n#tags column:3\n#guid column:4\n")
	w := csv.NewWriter(&out)
	for _, item := range items {
		known := "convtutor/" + s.Language + "/" + item.Route
		if err := w.Write([]string{harmlessHTML(front(item)), harmlessHTML(back(item, say)), strings.Join(item.Tags, " "), known}); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// front is the question with its options.
func front(item Item) string {
	var b strings.Builder
	var how []string
	if typed[item.Type] {
		how = []string{item.How}
	}
	b.WriteString(strings.ReplaceAll(htmlBody(item, how), "\n", ""))
	texts := optionTexts(item)
	if len(texts) > 0 {
		b.WriteString(`<ol type="a">`)
		for _, t := range texts {
			b.WriteString("<li>" + htmlText(t) + "</li>")
		}
		b.WriteString("</ol>")
	}
	return b.String()
}

// back is the answer, the way to it, and what known slips lead to.
func back(item Item, say viz.Say) string {
	var b strings.Builder
	b.WriteString("<p><strong>" + htmlText(item.Answer) + "</strong></p>" + htmlLines(also(item, say)) + htmlLines(item.Worked))
	var slips []string
	for _, w := range wrongs(item) {
		slips = append(slips, "<li>"+htmlText(w.Answer)+" — "+htmlText(w.Why)+"</li>")
	}
	if slips != nil {
		b.WriteString("<ul>" + strings.Join(slips, "") + "</ul>")
	}
	return b.String()
}

// optionTexts are what is chosen from or put in order, as it is shown.
func optionTexts(item Item) []string {
	if item.Choices == nil {
		return item.Shuffled
	}
	texts := make([]string, len(item.Choices))
	for i, c := range item.Choices {
		texts[i] = c.Text
	}
	return texts
}

// wrongs are the wrong answers that have a reason, those among options too.
func wrongs(item Item) []Wrong {
	list := item.Wrong
	for _, c := range item.Choices {
		if c.Why != "" {
			list = append(list, Wrong{Answer: c.Text, Why: c.Why})
		}
	}
	return list
}

// harmlessHTML makes a cell of HTML safe where a spreadsheet may open the file:
// its first character is written by its number, which Anki shows as it is.
func harmlessHTML(cell string) string {
	if !likeFormula(cell) {
		return cell
	}
	first := []rune(cell)[0]
	return "&#" + strconv.Itoa(int(first)) + ";" + strings.TrimPrefix(cell, string(first))
}
