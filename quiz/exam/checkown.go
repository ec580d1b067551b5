package exam

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"convtutor/internal/fault"
	"convtutor/quiz"
)

// own checks a question that the instructor wrote.
func (c *checker) own(path string, doc entry) *Own {
	own := &Own{Ask: c.texts(path+".ask", doc.Ask, maxText, true), Answer: string(doc.Answer)}
	own.Type = c.ownType(path, doc)
	for _, a := range doc.Accept {
		own.Accept = append(own.Accept, string(a))
	}
	if len(own.Accept) > maxAccept {
		c.add(path+".accept", told("many-answers", "fewer-answers", fault.Args{"n": len(own.Accept), "most": maxAccept}))
	}
	if doc.Tolerance != nil {
		if own.Tolerance = *doc.Tolerance; own.Tolerance < 0 {
			c.add(path+".tolerance", told("negative", "exact", nil))
		}
	}
	if c.exam.Handout {
		c.refuse(path, "handout", "answer", "accept", "tolerance")
	}
	switch own.Type {
	case TypeChoice, TypeSeveral:
		c.refuse(path, "choice", "answer", "accept", "tolerance")
		own.Options = c.options(path, doc.Options, own.Type)
	case TypeNumber, TypeShape:
		c.refuse(path, string(own.Type), "options")
		c.answers(path, own)
	case TypeText:
		c.refuse(path, "text", "options", "answer", "tolerance")
	}
	if own.Type == TypeShape {
		c.refuse(path, "shape", "tolerance")
	}
	return own
}

// ownType is the type of a question, by its fields where it is not named.
func (c *checker) ownType(path string, doc entry) Type {
	if c.has(path + ".type") {
		return Type(c.oneOf(path+".type", doc.Type, "", "choice", "several", "number", "shape", "text"))
	}
	right := 0
	for _, o := range doc.Options {
		if o.Right {
			right++
		}
	}
	switch {
	case right > 1:
		return TypeSeveral
	case c.has(path + ".options"):
		return TypeChoice
	case doc.Answer != "":
		if _, err := quiz.ReadNumber(string(doc.Answer)); err == nil {
			return TypeNumber
		}
		return TypeShape
	case c.has(path + ".accept"):
		return TypeText
	}
	if !c.faulty(path) {
		c.add(path+".type", told("no-type", "how-answered", nil))
	}
	return ""
}

// options checks the options of a choice.
func (c *checker) options(path string, list []option, t Type) []OwnOption {
	at := path + ".options"
	if len(list) < 2 || len(list) > maxOptions {
		if !c.faulty(at) {
			c.add(at, told("options-count", "an-option", fault.Args{"most": maxOptions, "n": len(list)}))
		}
		return nil
	}
	var options []OwnOption
	names := map[string]int{}
	right, unread := 0, false
	for i, o := range list {
		here := fmt.Sprintf("%s[%d]", at, i+1)
		own := OwnOption{Text: c.texts(here+".text", o.Text, maxText, true), Right: o.Right, Why: c.texts(here+".why", o.Why, maxText, false)}
		c.distinct(here, own.Text, names, i)
		if c.exam.Handout {
			c.refuse(here, "handout", "right", "why")
		}
		if o.Right {
			right++
		}
		unread = unread || c.faulty(here+".right")
		options = append(options, own)
	}
	if !c.exam.Handout && !unread { // which are right is told once it can be read
		c.rightOnes(at, right, t)
	}
	return options
}

// rightOnes checks how many options of a choice are right.
func (c *checker) rightOnes(at string, right int, t Type) {
	switch {
	case right == 0:
		c.add(at, told("none-right", "mark-right", nil))
	case right > 1 && t == TypeChoice:
		c.add(at, told("several-right", "several", fault.Args{"n": right}))
	}
}

// distinct tells of two options that read the same, and of one that would be
// taken for the letter of another.
func (c *checker) distinct(path string, t Text, names map[string]int, i int) {
	for language, s := range t {
		key := language + "\x00" + folded(s)
		if other, ok := names[key]; ok {
			c.add(path+".text", told("same-option", "differ", fault.Args{"n": other + 1}))
			return
		}
		names[key] = i
		if s = strings.TrimSpace(s); utf8.RuneCountInString(s) == 1 && folded(s) >= "a" && folded(s) <= letter(maxOptions-1) {
			c.add(path+".text", told("letter-option", "words", fault.Args{"text": s}))
			return
		}
	}
}

// unanswered is a text that cannot be the answer to a number or a shape.
func unanswered(t Type, text string) *fault.Error {
	return told("no-"+string(t), "right-"+string(t), fault.Args{"value": short(text)})
}

// answers checks the right answers to a number or a shape.
func (c *checker) answers(path string, own *Own) {
	if c.exam.Handout {
		return
	}
	read := func(s string) error { _, err := quiz.ReadNumber(s); return err }
	if own.Type == TypeShape {
		read = func(s string) error { _, err := quiz.ReadShape(s); return err }
	}
	if c.absent(path+".answer", own.Answer) {
		c.add(path+".answer", told("missing", "right-"+string(own.Type), nil))
	}
	if own.Answer == "" {
		return
	}
	if read(own.Answer) != nil {
		c.add(path+".answer", unanswered(own.Type, own.Answer))
	}
	for i, a := range own.Accept {
		if read(a) != nil {
			c.add(fmt.Sprintf("%s.accept[%d]", path, i+1), unanswered(own.Type, a))
		}
	}
}
