// Package gift reads questions from Moodle's GIFT files (docs.moodle.org, "GIFT
// format") for an exam of our own. Its one rule: what cannot be taken over is
// told, with its line; nothing is dropped silently.
package gift

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"convtutor/viz"
)

// Type is how a question of a GIFT file is answered.
type Type string

// The types that GIFT knows.
const (
	TypeChoice      Type = "choice"      // one of the answers
	TypeSeveral     Type = "several"     // answers with shares of the points
	TypeTrueFalse   Type = "true-false"  // the first answer is "true", the second "false"
	TypeNumber      Type = "number"      // answers with a number each
	TypeShort       Type = "short"       // words to type
	TypeMatching    Type = "matching"    // pairs
	TypeEssay       Type = "essay"       // read by the teacher
	TypeDescription Type = "description" // nothing is asked
)

// Question is a question as the file has it.
type Question struct {
	Line    int // where it begins, counted from 1
	Name    string
	Text    string
	Type    Type
	Answers []Answer
	General string // said after the answer, whatever it was
	Notes   []Note // what was left out while it was read
}

// Answer is one of a question's answers.
type Answer struct {
	Text   string
	Credit float64 // share of the points: 1 for all, 0 for none, less where it takes away
	Why    string  // said to who gives it
	// Value and Tolerance are of a number: exact decimals.
	Value, Tolerance string
}

// Note is a thing that an instructor should know about what was read.
type Note struct {
	Line  int
	Name  string // of the question, "" if it has none
	Lost  bool   // the question could not be taken at all
	Words viz.Words
}

// Limits of a file.
const (
	MaxFile      = 4 << 20 // bytes
	maxQuestions = 1000
)

// Parse reads a file. Questions that are written wrongly come back as notes,
// with those that could be read.
func Parse(text []byte) ([]Question, []Note, error) {
	if len(text) > MaxFile {
		return nil, nil, tooLarge()
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for n, line := range bytes.Split(text, []byte("\n")) {
		if !utf8.Valid(line) || bytes.IndexByte(line, 0) >= 0 {
			return nil, nil, notText(n + 1)
		}
	}
	var questions []Question
	var notes []Note
	for _, b := range blocks(string(text)) {
		q, note, ok := b.question()
		if !ok {
			notes = append(notes, note)
			continue
		}
		questions = append(questions, q)
		if len(questions)+len(notes) > maxQuestions {
			return nil, nil, tooMany(b.line)
		}
	}
	if len(questions)+len(notes) == 0 {
		return nil, nil, noQuestion()
	}
	return questions, notes, nil
}

// block is a question's lines.
type block struct {
	line int
	text string
}

// blocks parts a file at its blank lines and leaves out comments and
// categories.
func blocks(text string) []block {
	var list []block
	var open *block
	for n, line := range strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		bare := strings.TrimSpace(line)
		if bare == "" {
			open = nil
			continue
		}
		if strings.HasPrefix(bare, "//") || open == nil && strings.HasPrefix(bare, "$CATEGORY:") {
			continue
		}
		if open == nil {
			list = append(list, block{line: n + 1})
			open = &list[len(list)-1]
		}
		open.text += line + "\n"
	}
	return list
}
