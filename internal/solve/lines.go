package solve

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

var errTooLong = fmt.Errorf("problem longer than %d bytes", MaxLine)

// problems splits a stream into problems. A line is a problem, except where it
// is plain that it goes on; so one broken line never takes its neighbours along.
type problems struct {
	r     *bufio.Reader
	limit int    // bytes a problem may have
	line  []byte // what readLine gives, used again
	held  bool   // line was read but belongs to the next problem
	whole []byte // a problem of several lines, used again
}

func newProblems(r io.Reader) *problems {
	b := bufio.NewReaderSize(r, 1<<16)
	if mark, err := b.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = b.Discard(3) // a byte order mark, as some editors write it
	}
	return &problems{r: b, limit: MaxLine}
}

// next gives the next problem, valid until it is called again; errTooLong for
// one that was skipped, io.EOF at the end.
func (p *problems) next() ([]byte, error) {
	for {
		if err := p.readLine(); err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(p.line)) > 0 {
			break
		}
	}
	depth := nesting(p.line)
	if depth <= 0 || !goesOn(p.line) {
		return p.line, nil
	}
	p.whole = append(p.whole[:0], p.line...)
	for depth > 0 {
		err := p.readLine()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if p.line[0] == '{' {
			p.held = true
			break
		}
		if len(p.whole)+len(p.line) > p.limit {
			return nil, errTooLong
		}
		p.whole = append(p.whole, p.line...)
		depth += nesting(p.line)
	}
	return p.whole, nil
}

// readLine reads a line with its end into p.line. What is longer than the limit
// is read to its end, but not kept.
func (p *problems) readLine() error {
	if p.held {
		p.held = false
		return nil
	}
	p.line = p.line[:0]
	tooLong := false
	for {
		part, err := p.r.ReadSlice('\n')
		if tooLong = tooLong || len(p.line)+len(part) > p.limit; !tooLong {
			p.line = append(p.line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong && (err == nil || errors.Is(err, io.EOF)):
			return errTooLong
		case errors.Is(err, io.EOF) && len(p.line) > 0:
			return nil
		}
		return err
	}
}

// nesting is how many more brackets a line opens than it closes. A string does
// not go over the end of a line in JSON.
func nesting(line []byte) int {
	depth, quoted := 0, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return depth
}

// goesOn says whether a line ends where a value written over several lines is
// usually broken.
func goesOn(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && bytes.IndexByte([]byte("{[,:"), line[len(line)-1]) >= 0
}
