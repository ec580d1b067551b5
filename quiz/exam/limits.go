package exam

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// Limits of a file, held before it is parsed.
const (
	maxFile   = 256 << 10 // bytes
	maxLine   = 8 << 10   // bytes in a line
	maxTokens = 40_000
	maxDepth  = 12 // an exam nests 5 deep
)

// tokens cuts a file into its tokens and refuses what no exam needs and what
// could be a trap: files of absurd size, anchors, aliases, deep nesting.
func tokens(text []byte) (token.Tokens, *Fault) {
	if f := textual(text); f != nil {
		return nil, f
	}
	list := lexer.Tokenize(string(text))
	if len(list) > maxTokens {
		return nil, &Fault{Message: fmt.Sprintf("too much in it: more than %d words and signs", maxTokens)}
	}
	return list, nested(list)
}

// textual refuses what is no text of a sensible size.
func textual(text []byte) *Fault {
	if len(text) > maxFile {
		return &Fault{Message: fmt.Sprintf("the file is larger than %d KB", maxFile>>10), Advice: "an exam is a few pages of text; pictures stand in files of their own"}
	}
	for n, line := range bytes.Split(text, []byte("\n")) {
		switch {
		case len(line) > maxLine:
			return &Fault{Line: n + 1, Column: maxLine + 1, Message: fmt.Sprintf("the line is longer than %d KB", maxLine>>10)}
		case !utf8.Valid(line):
			return &Fault{Line: n + 1, Column: 1, Message: "this is not UTF-8 text", Advice: "save the file as UTF-8"}
		case bytes.IndexByte(line, 0) >= 0:
			return &Fault{Line: n + 1, Column: bytes.IndexByte(line, 0) + 1, Message: "this is not a text file"}
		case compactDepth(line) > maxDepth:
			return &Fault{Line: n + 1, Column: 1, Message: "nested too deeply"}
		}
	}
	return nil
}

// compactDepth is how many lists, maps and questions marks a line opens at once.
func compactDepth(line []byte) int {
	depth, deepest := 0, 0
	for _, b := range line {
		switch b {
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth--
		}
	}
	dashes := 0
	for _, word := range bytes.Fields(line) {
		if len(word) != 1 || word[0] != '-' && word[0] != '?' {
			break
		}
		dashes++
	}
	return max(deepest, dashes)
}

// nested walks over the tokens and refuses anchors, aliases, tags, and nesting
// that is too deep: open brackets together with growing columns.
func nested(list token.Tokens) *Fault {
	var columns []int
	flow := 0
	for _, t := range list {
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			return at(t, "anchors and aliases (& * <<) are not used in exams", "write the text out; one that begins with & or * stands in quotes")
		case token.TagType, token.DirectiveType:
			return at(t, "tags and directives (! %) are not used in exams", "a text that begins with ! or % stands in quotes")
		case token.SequenceStartType, token.MappingStartType:
			flow++
		case token.SequenceEndType, token.MappingEndType:
			flow--
		case token.SequenceEntryType, token.MappingValueType, token.MappingKeyType:
			if flow == 0 {
				columns = opened(columns, t)
			}
		}
		if flow+len(columns) > maxDepth {
			return at(t, "nested too deeply", "")
		}
	}
	return nil
}

// opened is the columns at which a block was opened that is still open at t.
func opened(columns []int, t *token.Token) []int {
	column := t.Position.Column
	if t.Type == token.MappingValueType && t.Prev != nil {
		column = t.Prev.Position.Column // the key stands where the map begins
	}
	for len(columns) > 0 && columns[len(columns)-1] >= column {
		columns = columns[:len(columns)-1]
	}
	return append(columns, column)
}

// at is a fault at a token.
func at(t *token.Token, message, advice string) *Fault {
	return &Fault{Line: t.Position.Line, Column: t.Position.Column, Message: message, Advice: advice}
}
