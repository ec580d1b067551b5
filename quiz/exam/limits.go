package exam

import (
	"bytes"
	"unicode/utf8"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"convtutor/internal/fault"
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
		return nil, &Fault{What: told("too-much", "pages", fault.Args{"most": maxTokens})}
	}
	return list, nested(list)
}

// textual refuses what is no text of a sensible size.
func textual(text []byte) *Fault {
	if len(text) > maxFile {
		return &Fault{What: tooLargeFile()}
	}
	for n, line := range bytes.Split(text, []byte("\n")) {
		switch {
		case len(line) > maxLine:
			return &Fault{Line: n + 1, Column: maxLine + 1, What: told("long-line", "shorter-line", fault.Args{"kb": maxLine >> 10})}
		case !utf8.Valid(line):
			return &Fault{Line: n + 1, Column: 1, What: told("not-utf8", "save-utf8", nil)}
		case bytes.IndexByte(line, 0) >= 0:
			return &Fault{Line: n + 1, Column: bytes.IndexByte(line, 0) + 1, What: told("binary", "begin", nil)}
		case compactDepth(line) > maxDepth:
			return &Fault{Line: n + 1, Column: 1, What: told("deep", "flat", nil)}
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
			return at(t, told("anchors", "no-anchors", nil))
		case token.TagType, token.DirectiveType:
			return at(t, told("tags", "no-tags", nil))
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
			return at(t, told("deep", "flat", nil))
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
func at(t *token.Token, what *fault.Error) *Fault {
	return &Fault{Line: t.Position.Line, Column: t.Position.Column, What: what}
}

// tooLargeFile is what is wrong with a file that is no exam by its size alone.
func tooLargeFile() *fault.Error { return told("too-large", "pages", fault.Args{"kb": maxFile >> 10}) }
