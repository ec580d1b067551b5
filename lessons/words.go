package lessons

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Words are the words of a lesson or a unit in one language.
type Words struct {
	// Title is its name.
	Title string
	// Intro is what stands before the first step.
	Intro []Paragraph
	// Steps are the steps' words in the order of the file.
	Steps []StepWords
}

// StepWords are the words of one step.
type StepWords struct {
	// ID is the step's id, Heading its heading.
	ID, Heading string
	// Body is the prose.
	Body []Paragraph
	// Lines is the prose where the lesson is gone through in lines of text:
	// Body without what is for the screen alone, and what stands in its place.
	Lines []Paragraph
	// Questions ask for the step's predictions: one each, or one for all.
	Questions []Paragraph
	// Hints help with them, one after the other.
	Hints []Paragraph
	// After is said when the step's predictions are made.
	After []Paragraph
	// line is where the step begins in its file.
	line int
}

// Paragraph is a stretch of prose.
type Paragraph struct {
	// Bullet tells that it is an entry of a list.
	Bullet bool
	// Spans are its parts in order.
	Spans []Span
}

// Span is a part of a paragraph of one style. Its text may hold placeholders
// ({name}, {name|a/b}) that are still to be filled.
type Span struct {
	// Text is what it says.
	Text string
	// Style is how it is said.
	Style Style
}

// Style is how a span is said.
type Style uint8

// Styles of a span.
const (
	Plain  Style = iota
	Strong       // **strong**
	Code         // `code`
)

// Text gives a paragraph without its styles.
func (p Paragraph) Text() string {
	var text strings.Builder
	for _, span := range p.Spans {
		text.WriteString(span.Text)
	}
	return text.String()
}

// Step finds the words of a step; they are empty if there are none.
func (w *Words) Step(id string) StepWords {
	at := slices.IndexFunc(w.Steps, func(s StepWords) bool { return s.ID == id })
	if at < 0 {
		return StepWords{ID: id}
	}
	return w.Steps[at]
}

// Question gives the question of prediction i.
func (s StepWords) Question(i int) (Paragraph, bool) {
	switch {
	case len(s.Questions) == 1:
		return s.Questions[0], true
	case i < 0 || i >= len(s.Questions):
		return Paragraph{}, false
	default:
		return s.Questions[i], true
	}
}

// paragraphs gives all paragraphs of a step.
func (s StepWords) paragraphs() []Paragraph {
	return slices.Concat(s.Body, s.Lines, s.Questions, s.Hints, s.After)
}

// ParseWords reads a file of words, a small part of Markdown:
//
//	# Title
//	paragraphs of the introduction
//	## step-id | Heading
//	paragraphs, - entries of lists, ? questions, > hints, ! what is said after
//
// with **strong** and `code` inside. A paragraph of prose that begins with
// [screen] speaks of keys or of what is seen; one with [lines] takes its place
// where the lesson is gone through in lines of text. Paragraphs are parted by empty lines; a
// line break inside one is a space. name begins the errors, with the line.
func ParseWords(name, text string) (*Words, error) {
	p := &wordsParser{words: &Words{}, name: name}
	for i, line := range strings.Split(text, "\n") {
		p.line = i + 1
		if err := p.take(strings.TrimRightFunc(line, unicode.IsSpace)); err != nil {
			return nil, fmt.Errorf("lessons: %s:%d: %w", name, p.line, err)
		}
	}
	if err := p.endParagraph(); err != nil {
		return nil, fmt.Errorf("lessons: %s:%d: %w", name, p.line, err)
	}
	if p.words.Title == "" {
		return nil, fmt.Errorf("lessons: %s: the title (# …) is missing", name)
	}
	return p.words, nil
}

// wordsParser is what is known while a file is read line by line.
type wordsParser struct {
	words *Words
	name  string
	// line is the line at hand, began the one where the paragraph began.
	line, began int
	// mark is the sign that the paragraph at hand began with, or 0.
	mark  byte
	prose []string
}

// marks begin paragraphs that are not plain prose.
const marks = "?>!-"

// take reads one line.
func (p *wordsParser) take(line string) error {
	switch {
	case line == "":
		return p.endParagraph()
	case strings.HasPrefix(line, "#"):
		if err := p.endParagraph(); err != nil {
			return err
		}
		return p.takeHeading(line)
	case p.words.Title == "":
		return fmt.Errorf("words before the title (# …)")
	}
	return p.takeProse(line)
}

// takeProse reads a line that is no heading.
func (p *wordsParser) takeProse(line string) error {
	mark := byte(0)
	if len(line) > 1 && line[1] == ' ' && strings.IndexByte(marks, line[0]) >= 0 {
		mark, line = line[0], line[2:]
	}
	// The same mark again goes on with a hint or a remark as quotations do in
	// Markdown; an entry of a list or a question always begins anew.
	goesOn := len(p.prose) > 0 && (mark == 0 || (mark == p.mark && (mark == '>' || mark == '!')))
	if !goesOn {
		if err := p.endParagraph(); err != nil {
			return err
		}
		p.mark, p.began = mark, p.line
	}
	p.prose = append(p.prose, strings.TrimSpace(line))
	return nil
}

// takeHeading reads the title or the beginning of a step.
func (p *wordsParser) takeHeading(line string) error {
	if title, ok := strings.CutPrefix(line, "# "); ok {
		if p.words.Title != "" {
			return fmt.Errorf("a second title")
		}
		p.words.Title = strings.TrimSpace(title)
		return nil
	}
	rest, ok := strings.CutPrefix(line, "## ")
	if !ok {
		return fmt.Errorf("a heading is # title or ## step-id | heading")
	}
	id, heading, ok := strings.Cut(rest, "|")
	id, heading = strings.TrimSpace(id), strings.TrimSpace(heading)
	switch {
	case p.words.Title == "":
		return fmt.Errorf("a step before the title (# …)")
	case !ok || !isID(id) || heading == "":
		return fmt.Errorf("a step begins with ## step-id | heading")
	case slices.ContainsFunc(p.words.Steps, func(s StepWords) bool { return s.ID == id }):
		return fmt.Errorf("step %s stands here twice", id)
	}
	p.words.Steps = append(p.words.Steps, StepWords{ID: id, Heading: heading, line: p.line})
	return nil
}

// endParagraph puts the paragraph at hand where it belongs.
func (p *wordsParser) endParagraph() error {
	if len(p.prose) == 0 {
		return nil
	}
	only, prose := audience(strings.Join(p.prose, " "))
	spans, err := parseSpans(prose)
	if err != nil {
		p.line = p.began
		return err
	}
	paragraph := Paragraph{Bullet: p.mark == '-', Spans: spans}
	p.prose = nil
	if only != "" && (len(p.words.Steps) == 0 || p.mark != 0) {
		p.line = p.began
		return fmt.Errorf("%s is for prose of a step", only)
	}
	if len(p.words.Steps) == 0 {
		if p.mark != 0 && p.mark != '-' {
			p.line = p.began
			return fmt.Errorf("%c before the first step", p.mark)
		}
		p.words.Intro = append(p.words.Intro, paragraph)
		return nil
	}
	step := &p.words.Steps[len(p.words.Steps)-1]
	if p.mark == 0 || p.mark == '-' {
		step.addProse(paragraph, only)
		return nil
	}
	into := map[byte]*[]Paragraph{'?': &step.Questions, '>': &step.Hints, '!': &step.After}[p.mark]
	*into = append(*into, paragraph)
	return nil
}

// addProse puts a paragraph of prose where those whom it is for find it.
func (s *StepWords) addProse(p Paragraph, only string) {
	if only != inLines {
		s.Body = append(s.Body, p)
	}
	if only != onScreen {
		s.Lines = append(s.Lines, p)
	}
}

// Signs of paragraphs that are not for everyone.
const (
	onScreen = "[screen]"
	inLines  = "[lines]"
)

// audience takes the sign of whom a paragraph is for off its text.
func audience(text string) (only, rest string) {
	for _, sign := range []string{onScreen, inLines} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			return sign, strings.TrimSpace(rest)
		}
	}
	return "", text
}

// parseSpans cuts a paragraph at ** and `; inside `code` ** stands for itself.
func parseSpans(text string) ([]Span, error) {
	var spans []Span
	for text != "" {
		at := strings.IndexByte(text, '`')
		mark, style := "`", Code
		if strong := strings.Index(text, "**"); strong >= 0 && (at < 0 || strong < at) {
			at, mark, style = strong, "**", Strong
		}
		if at < 0 {
			return append(spans, Span{Text: text}), nil
		}
		if at > 0 {
			spans = append(spans, Span{Text: text[:at]})
		}
		text = text[at+len(mark):]
		end := strings.Index(text, mark)
		if end <= 0 {
			return nil, fmt.Errorf("%s without its partner, or with nothing between", mark)
		}
		spans = append(spans, Span{Text: text[:end], Style: style})
		text = text[end+len(mark):]
	}
	return spans, nil
}
