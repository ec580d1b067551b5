package format

import (
	"encoding/xml"
	"strconv"
	"strings"

	"convtutor/quiz"
	"convtutor/viz"
)

// xmlText is a text as Moodle wants it: in an element of its own.
type xmlText struct {
	Format string `xml:"format,attr,omitempty"`
	Text   cdata  `xml:"text"`
}

type cdata struct {
	Text string `xml:",cdata"`
}

type xmlAnswer struct {
	Fraction  string   `xml:"fraction,attr"`
	Format    string   `xml:"format,attr"`
	Text      cdata    `xml:"text"`
	Tolerance string   `xml:"tolerance,omitempty"`
	Feedback  *xmlText `xml:"feedback"`
}

type xmlPair struct {
	Format string  `xml:"format,attr"`
	Text   cdata   `xml:"text"`
	Answer xmlText `xml:"answer"`
}

type xmlQuestion struct {
	XMLName   xml.Name    `xml:"question"`
	Type      string      `xml:"type,attr"`
	Category  *xmlText    `xml:"category"`
	Name      *xmlText    `xml:"name"`
	Text      *xmlText    `xml:"questiontext"`
	Feedback  *xmlText    `xml:"generalfeedback"`
	Grade     string      `xml:"defaultgrade,omitempty"`
	Penalty   string      `xml:"penalty,omitempty"`
	Hidden    string      `xml:"hidden,omitempty"`
	ID        string      `xml:"idnumber,omitempty"`
	Single    string      `xml:"single,omitempty"`
	Shuffle   string      `xml:"shuffleanswers,omitempty"`
	Numbering string      `xml:"answernumbering,omitempty"`
	UseCase   string      `xml:"usecase,omitempty"`
	Layout    string      `xml:"layouttype,omitempty"`
	Select    string      `xml:"selecttype,omitempty"`
	Count     string      `xml:"selectcount,omitempty"`
	Grading   string      `xml:"gradingtype,omitempty"`
	ShowRight string      `xml:"shownumcorrect,omitempty"`
	Answers   []xmlAnswer `xml:"answer"`
	Pairs     []xmlPair   `xml:"subquestion"`
	Tags      *xmlTags    `xml:"tags"`
}

type xmlTags struct {
	Tags []xmlText `xml:"tag"`
}

// writeMoodle writes Moodle XML (docs.moodle.org, "Moodle XML format"). A shape
// and a place are short answers with all their writings, a grid is an embedded
// question with a number to type in each cell, an order is an ordering (part of
// Moodle since 4.4), or a short answer where several orders are right.
func writeMoodle(s Set) ([]byte, error) {
	items, say, err := s.items()
	if err != nil {
		return nil, err
	}
	quizXML := struct {
		XMLName   xml.Name `xml:"quiz"`
		Questions []xmlQuestion
	}{}
	quizXML.Questions = append(quizXML.Questions, xmlQuestion{
		Type: "category", Category: &xmlText{Text: cdata{"$course$/top/convtutor"}},
	})
	for _, item := range items {
		quizXML.Questions = append(quizXML.Questions, moodleQuestion(item, say))
	}
	out, err := xml.MarshalIndent(quizXML, "", "  ")
	return append([]byte(xml.Header), append(out, '\n')...), err
}

func moodleQuestion(item Item, say viz.Say) xmlQuestion {
	q := xmlQuestion{
		Name: &xmlText{Text: cdata{item.Name}}, Text: htmlOf(htmlBody(item, moodleHow(item))),
		Feedback: htmlOf(htmlLines(item.Worked)), Grade: "1", Penalty: "0.3333333", Hidden: "0", ID: item.Route, Tags: &xmlTags{},
	}
	for _, t := range item.Tags {
		q.Tags.Tags = append(q.Tags.Tags, xmlText{Text: cdata{t}})
	}
	switch {
	case item.Type == quiz.TypeNumber:
		q.numbers(item)
	case item.Choices != nil:
		q.choices(item)
	case item.Cells != nil:
		q.cells(item)
	case item.byLetters():
		q.shortAnswers(item)
	case len(distinct(item.Steps)) < len(item.Steps): // an ordering tells even equal ones apart
		q.matching(item, say)
	case item.Steps != nil:
		q.ordering(item)
	default:
		q.shortAnswers(item)
	}
	return q
}

func htmlOf(text string) *xmlText { return &xmlText{Format: "html", Text: cdata{text}} }

// moodleHow says how an answer is typed, but of a grid: its cells are there.
func moodleHow(item Item) []string {
	if item.Cells != nil {
		return nil
	}
	return howToAnswer(item)
}

func plainAnswer(a typedAnswer) xmlAnswer {
	return xmlAnswer{
		Fraction: a.Percent, Format: "moodle_auto_format", Text: cdata{a.Text}, Tolerance: a.Tolerance, Feedback: htmlOf(htmlText(a.Why)),
	}
}

func (q *xmlQuestion) numbers(item Item) {
	q.Type = "numerical"
	for _, a := range item.numbers() {
		q.Answers = append(q.Answers, plainAnswer(a))
	}
}

func (q *xmlQuestion) choices(item Item) {
	q.Type, q.Single, q.Shuffle, q.Numbering = "multichoice", "true", "true", "abc"
	if item.Type == quiz.TypeSeveral {
		q.Single = "false"
	}
	right, wrong := shares(item)
	for _, c := range item.Choices {
		a := xmlAnswer{Fraction: wrong, Format: "html", Text: cdata{htmlText(c.Text)}, Feedback: htmlOf(htmlText(c.Why))}
		if c.Right {
			a.Fraction = right
		}
		q.Answers = append(q.Answers, a)
	}
}

func (q *xmlQuestion) shortAnswers(item Item) {
	q.Type, q.UseCase = "shortanswer", "0"
	for _, a := range item.texts() {
		a.Text = wildcards(a.Text)
		q.Answers = append(q.Answers, plainAnswer(a))
	}
}

// cells makes the answer a table in which every cell is typed and counts alike.
func (q *xmlQuestion) cells(item Item) {
	q.Type = "cloze"
	q.Text.Text.Text += htmlTable(Plane{Rows: item.Cells, Across: item.Across, Down: item.Down}, func(cell string) string {
		n, ok := number(cell, 0)
		if !ok {
			return htmlText(cell)
		}
		return "{1:NUMERICAL:=" + n.Value + ":" + n.Tolerance + "}"
	})
	q.Grade = ""
}

// ordering is compared place by place, as it is here.
func (q *xmlQuestion) ordering(item Item) {
	q.Type, q.Layout, q.Select, q.Grading, q.ShowRight = "ordering", "VERTICAL", "ALL", "ABSOLUTE_POSITION", "1"
	q.Count = strconv.Itoa(len(item.Steps))
	for _, step := range item.Steps {
		q.Answers = append(q.Answers, xmlAnswer{Fraction: "1", Format: "html", Text: cdata{htmlText(step)}})
	}
}

func (q *xmlQuestion) matching(item Item, say viz.Say) {
	q.Type, q.Shuffle = "matching", "true"
	for i, step := range item.Steps {
		q.Pairs = append(q.Pairs, xmlPair{
			Format: "html", Text: cdata{htmlText(place(i, say))}, Answer: xmlText{Text: cdata{strings.ReplaceAll(step, "\n", " ")}},
		})
	}
}
