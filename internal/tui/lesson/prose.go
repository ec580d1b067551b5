package lesson

import (
	"convtutor/internal/i18n"
	"convtutor/internal/tui"
	"convtutor/lessons"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// prose is a step's words, laid out for a width: kept, since neither parsing
// nor measuring belongs into a frame.
type prose struct {
	width   int
	compact bool
	heading string
	body    []canvas.Line
	after   []canvas.Line
	hints   [][]canvas.Line
}

// layOut gives the step's words for a width.
func (s *screen) layOut(width int) *prose {
	if s.prose.width == width && s.prose.compact == s.compact {
		return &s.prose
	}
	w := s.words.Step(s.step.ID)
	p := prose{width: width, compact: s.compact, heading: s.heading()}
	for i, paragraph := range w.Body {
		if i > 0 && !s.compact {
			p.body = append(p.body, nil)
		}
		p.body = append(p.body, s.lines(paragraph, canvas.RoleText, width)...)
	}
	for _, paragraph := range w.After {
		p.after = append(p.after, s.lines(paragraph, canvas.RoleText, width)...)
	}
	for _, paragraph := range w.Hints {
		p.hints = append(p.hints, s.lines(paragraph, canvas.RoleNote, width))
	}
	s.prose = p
	return &s.prose
}

// lines wraps a paragraph; its placeholders are filled by the engine's facts.
func (s *screen) lines(p lessons.Paragraph, base canvas.Role, width int) []canvas.Line {
	var line canvas.Line
	for _, span := range p.Spans {
		role := base
		switch span.Style {
		case lessons.Strong:
			role = canvas.RoleStrong
		case lessons.Code:
			role = canvas.RoleKey
		}
		line = append(line, canvas.Run{Text: fill(s.session.Catalog(), span.Text, s.step.Facts), Role: role})
	}
	return canvas.Wrap(line, min(width, tui.ProseWidth))
}

// fill fills the placeholders of a text. A text that cannot be compiled stands
// as it is: the content check refuses it long before.
func fill(c *i18n.Catalog, text string, facts viz.Args) string {
	message, err := c.Compile(text)
	if err != nil {
		return text
	}
	return c.Fill(message, facts)
}

// question is the sentence that asks for prediction i.
func (s *screen) question(i int) string {
	p, ok := s.words.Step(s.step.ID).Question(i)
	if !ok {
		return ""
	}
	return fill(s.session.Catalog(), p.Text(), s.step.Facts)
}

// heading is the step's heading.
func (s *screen) heading() string {
	return fill(s.session.Catalog(), s.words.Step(s.step.ID).Heading, s.step.Facts)
}
