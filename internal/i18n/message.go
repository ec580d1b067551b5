package i18n

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Message is a text cut into what stands and what is filled in:
//
//	{name}      the value
//	{name,}     the value with thousands separators: 1,440,000
//	{name|a/b}  a form chosen by the value, and only the form: {n} {n|cell/cells},
//	            {n}{n|은/는}; which one is the language's rule, see FormRules
//	{{ and }}   a brace itself
type Message struct {
	segments []segment
	// size is about how long it comes out, in bytes.
	size int
}

// segment is a stretch of a Message.
type segment struct {
	kind segmentKind
	// text is the words of a literal, else the placeholder's name.
	text string
	// forms are the forms to choose from.
	forms []string
	// choose gives the index of the form that goes with a value.
	choose func(value string, forms []string) int
}

type segmentKind uint8

const (
	segmentLiteral segmentKind = iota
	segmentValue
	segmentGrouped
	segmentForm
)

// Names lists the placeholders' names, each once, in order.
func (m Message) Names() []string {
	var names []string
	for _, s := range m.segments {
		if s.kind != segmentLiteral && !slices.Contains(names, s.text) {
			names = append(names, s.text)
		}
	}
	slices.Sort(names)
	return names
}

// usualValue is how long a filled-in value may be before a message has to make
// room for it, in bytes.
const usualValue = 24

// compile cuts a text into segments. Where the text is wrong it gives what it
// understood together with the error, so that something is shown all the same.
func compile(text string, rule formRule) (Message, error) {
	if !strings.ContainsAny(text, "{}") {
		return Message{segments: []segment{{text: text}}}, nil
	}
	var m Message
	var literal strings.Builder
	var wrong error
	flush := func() {
		if literal.Len() > 0 {
			m.segments = append(m.segments, segment{text: literal.String()})
			literal.Reset()
		}
	}
	for len(text) > 0 {
		brace := strings.IndexAny(text, "{}")
		if brace < 0 {
			break
		}
		literal.WriteString(text[:brace])
		text = text[brace:]
		if strings.HasPrefix(text, "{{") || strings.HasPrefix(text, "}}") {
			literal.WriteByte(text[0])
			text = text[2:]
			continue
		}
		end := strings.IndexByte(text, '}')
		if text[0] == '}' || end < 0 {
			wrong = errors.Join(wrong, errors.New("a brace without its partner (a brace itself is written twice)"))
			break
		}
		placeholder, err := compilePlaceholder(text[1:end], rule)
		if err != nil {
			wrong = errors.Join(wrong, err)
			literal.WriteString(text[:end+1])
		} else {
			flush()
			m.segments = append(m.segments, placeholder)
		}
		text = text[end+1:]
	}
	literal.WriteString(text)
	flush()
	for _, s := range m.segments {
		m.size += max(len(s.text), usualValue)
	}
	return m, wrong
}

// compilePlaceholder reads what stands between two braces.
func compilePlaceholder(inside string, rule formRule) (segment, error) {
	name, forms, isForm := strings.Cut(inside, "|")
	kind := segmentValue
	if short, grouped := strings.CutSuffix(name, ","); grouped && !isForm {
		name, kind = short, segmentGrouped
	}
	if !isName(name) {
		return segment{}, fmt.Errorf("{%s}: a placeholder's name is made of small letters, digits and _", inside)
	}
	if !isForm {
		return segment{kind: kind, text: name}, nil
	}
	choices := strings.Split(forms, "/")
	if len(choices) != rule.count {
		return segment{}, fmt.Errorf("{%s}: %d forms here, %d in this language", inside, len(choices), rule.count)
	}
	if err := rule.check(choices); err != nil {
		return segment{}, fmt.Errorf("{%s}: %w", inside, err)
	}
	return segment{kind: segmentForm, text: name, forms: choices, choose: rule.choose}, nil
}

// isName tells whether a placeholder may be called so.
func isName(name string) bool {
	for i, c := range []byte(name) {
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || (c != '_' && (c < '0' || c > '9'))) {
			return false
		}
	}
	return name != ""
}

// text fills the message in the language of a catalogue.
func (m Message) text(c *Catalog, args map[string]any) string {
	if len(m.segments) == 1 && m.segments[0].kind == segmentLiteral {
		return m.segments[0].text
	}
	var out strings.Builder
	out.Grow(m.size)
	for _, s := range m.segments {
		if s.kind == segmentLiteral {
			out.WriteString(s.text)
			continue
		}
		value, ok := args[s.text]
		if !ok {
			out.WriteString("⟨" + s.text + "⟩")
			continue
		}
		switch s.kind {
		case segmentForm:
			out.WriteString(s.forms[s.choose(c.format(value), s.forms)])
		case segmentGrouped:
			out.WriteString(group(c.format(value)))
		default:
			out.WriteString(c.format(value))
		}
	}
	return out.String()
}
