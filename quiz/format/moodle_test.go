package format

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/quiz"
)

// These are Moodle's elements as its documentation lists them, written down
// apart from the writer's.
type readText struct {
	Format string `xml:"format,attr"`
	Text   string `xml:"text"`
}

type readQuestion struct {
	Type     string   `xml:"type,attr"`
	Category readText `xml:"category"`
	Name     readText `xml:"name"`
	Text     readText `xml:"questiontext"`
	General  readText `xml:"generalfeedback"`
	Single   string   `xml:"single"`
	Layout   string   `xml:"layouttype"`
	Select   string   `xml:"selecttype"`
	Count    string   `xml:"selectcount"`
	Grading  string   `xml:"gradingtype"`
	Answers  []struct {
		Fraction  float64  `xml:"fraction,attr"`
		Text      string   `xml:"text"`
		Tolerance float64  `xml:"tolerance"`
		Feedback  readText `xml:"feedback"`
	} `xml:"answer"`
	Pairs []struct {
		Text   string   `xml:"text"`
		Answer readText `xml:"answer"`
	} `xml:"subquestion"`
}

func readMoodle(text []byte) ([]readQuestion, error) {
	var file struct {
		XMLName   xml.Name       `xml:"quiz"`
		Questions []readQuestion `xml:"question"`
	}
	err := xml.Unmarshal(text, &file)
	return file.Questions, err
}

// shown is what a browser shows of a piece of HTML, cells parted by bars.
func shown(t rapid.TB, fragment string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<body>" + fragment + "</body>"))
	d.Entity = xml.HTMLEntity
	var b strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v in %q", err, fragment)
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.StartElement:
			switch token.Name.Local {
			case "br":
				b.WriteString("\n")
			case "td", "th":
				b.WriteString("|")
			case "code":
				b.WriteString("`")
			case "body", "p", "strong", "em", "table", "caption", "tr", "ol", "ul", "li":
			default:
				t.Fatalf("<%s> in %q", token.Name.Local, fragment)
			}
		case xml.EndElement:
			if token.Name.Local == "code" {
				b.WriteString("`")
			}
		}
	}
}

func TestMoodleXMLIsReadBackWhateverTheTexts(t *testing.T) {
	everyType(t, func(t *rapid.T, set Set, item Item) {
		out, err := writeMoodle(set)
		if err != nil {
			t.Fatal(err)
		}
		list, err := readMoodle(out)
		if err != nil || len(list) != 1+len(set.Questions) {
			t.Fatalf("%d elements, %v:\n%s", len(list), err, out)
		}
		if list[0].Type != "category" || list[0].Category.Text != "$course$/top/convtutor" {
			t.Errorf("%+v", list[0])
		}
		for _, q := range list[1:] {
			sameMoodle(t, q, item)
		}
	})
}

func sameMoodle(t rapid.TB, q readQuestion, item Item) {
	t.Helper()
	equal := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Fatalf("%s: %q, want %q", what, got, want)
		}
	}
	equal("name", q.Name.Text, item.Name)
	equal("format", q.Text.Format+q.General.Format, "htmlhtml")
	text := shown(t, q.Text.Text)
	for _, part := range append(item.Lead, item.Ask) {
		if !strings.Contains(text, part) {
			t.Fatalf("%q is not in %q", part, text)
		}
	}
	equal("general feedback", shown(t, q.General.Text), strings.Join(item.Worked, ""))
	switch item.Type {
	case quiz.TypeNumber:
		equal("type", q.Type, "numerical")
		equal("value", q.Answers[0].Text, item.Numbers[0].Value)
		equal("tolerance", strconv.FormatFloat(q.Answers[0].Tolerance, 'f', -1, 64), item.Numbers[0].Tolerance)
		for i, w := range item.Wrong {
			a := q.Answers[len(item.Numbers)+i]
			equal("wrong value", a.Text, w.Number.Value)
			equal("feedback", shown(t, a.Feedback.Text), w.Why)
			if a.Fraction != 0 {
				t.Fatalf("a slip earns %v", a.Fraction)
			}
		}
	case quiz.TypeChoice, quiz.TypeSeveral:
		equal("type", q.Type, "multichoice")
		equal("single", q.Single, strconv.FormatBool(item.Type == quiz.TypeChoice))
		for i, c := range item.Choices {
			equal("option", shown(t, q.Answers[i].Text), c.Text)
			equal("feedback", shown(t, q.Answers[i].Feedback.Text), c.Why)
			if math.Abs(q.Answers[i].Fraction-percentOf(item, c)) > 1e-5 {
				t.Fatalf("%v earns %v", c, q.Answers[i].Fraction)
			}
		}
	case quiz.TypeOrder:
		sameOrder(t, q, item)
	case quiz.TypeGrid:
		equal("type", q.Type, "cloze")
		sameCells(t, q.Text.Text, item)
	default:
		equal("type", q.Type, "shortanswer")
		for i, w := range item.Writings {
			equal("writing", strings.ReplaceAll(q.Answers[i].Text, `\*`, "*"), w)
			if q.Answers[i].Fraction != 100 {
				t.Fatalf("%q earns %v", w, q.Answers[i].Fraction)
			}
		}
	}
}

// sameOrder holds an order to an ordering, which is compared place by place, but
// where several orders are right or two steps read the same.
func sameOrder(t rapid.TB, q readQuestion, item Item) {
	t.Helper()
	alike := false
	for i, step := range item.Steps {
		alike = alike || slices.Contains(item.Steps[:i], step)
	}
	var got []string
	want := item.Steps
	switch {
	case len(item.Also) > 0 && q.Type == "shortanswer":
		lettersAreThere(t, shown(t, q.Text.Text), item, func(text string) string { return text })
		want = item.Writings
		for _, a := range q.Answers {
			if a.Fraction == 100 {
				got = append(got, strings.ReplaceAll(a.Text, `\*`, "*"))
			}
		}
	case len(item.Also) == 0 && !alike && q.Type == "ordering":
		if q.Layout+q.Select+q.Grading+q.Count != "VERTICALALLABSOLUTE_POSITION"+strconv.Itoa(len(item.Steps)) {
			t.Fatalf("%+v", q)
		}
		for _, a := range q.Answers {
			got = append(got, shown(t, a.Text))
		}
	case len(item.Also) == 0 && alike && q.Type == "matching":
		for i, p := range q.Pairs {
			got = append(got, p.Answer.Text)
			want[i] = strings.ReplaceAll(want[i], "\n", " ")
		}
	default:
		t.Fatalf("an order is a %s: %+v", q.Type, item)
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
}

// embedded is Moodle's mark of a question inside of a text.
var embedded = regexp.MustCompile(`\{\d*:([A-Z_]+):([^{}]*)\}`)

// sameCells holds the embedded questions to the cells: no text may add one.
func sameCells(t rapid.TB, text string, item Item) {
	t.Helper()
	found := embedded.FindAllStringSubmatch(text, -1)
	at := 0
	for _, row := range item.Cells {
		for _, cell := range row {
			if at >= len(found) || found[at][1] != "NUMERICAL" || found[at][2] != "="+cell+":0" {
				t.Fatalf("cell %s: %v", cell, found)
			}
			at++
		}
	}
	if at != len(found) {
		t.Fatalf("%d embedded questions for %d cells", len(found), at)
	}
}
