package workbench

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// Query writes the state as the part of a route after '?': sizes, numbers row
// by row (figure by figure, or with underscores between, which no shell and no
// link turns into something else), and the settings that are not the usual ones.
func (s State) Query() url.Values {
	q := url.Values{}
	q.Set("in", sizeText(s.Input))
	q.Set("x", numbersText(s.Input))
	q.Set("k", sizeText(s.Filter))
	q.Set("w", numbersText(s.Filter))
	if s.Stride != 1 {
		q.Set("s", strconv.Itoa(s.Stride))
	}
	if s.Padding != 0 {
		q.Set("p", strconv.Itoa(s.Padding))
	}
	if s.Rule != nn.RuleFloor {
		q.Set("rule", netspec.RuleName(s.Rule))
	}
	if s.Flip {
		q.Set("flip", "1")
	}
	return q
}

func sizeText(rows [][]float64) string { return fmt.Sprintf("%dx%d", len(rows), len(rows[0])) }

func numbersText(rows [][]float64) string {
	var parts []string
	between := ""
	for _, r := range rows {
		for _, v := range r {
			part := strconv.FormatFloat(v, 'g', -1, 64)
			if len(part) > 1 {
				between = "_"
			}
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, between)
}

// numbers parts a text as numbersText wrote it, or with commas.
func numbers(text string, want int) []string {
	if len(text) == want && !strings.ContainsAny(text, "_,") {
		return strings.Split(text, "")
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == '_' || r == ',' })
}

// FromQuery reads a state; what is not given is taken from s, and a size
// without numbers keeps s's numbers as far as they reach. The error names the
// part that cannot be read.
func (s State) FromQuery(q url.Values) (State, error) {
	s = s.clone()
	r := reader{q: q}
	s.Input = r.rows("in", "x", s.Input, MaxInput)
	s.Filter = r.rows("k", "w", s.Filter, MaxFilter)
	s.Stride = r.number("s", s.Stride, 1, MaxStride)
	s.Padding = r.number("p", s.Padding, 0, MaxPadding)
	s.Flip = r.number("flip", 0, 0, 1) == 1
	if name := q.Get("rule"); name != "" {
		rule, err := netspec.ParseRule(name)
		r.keep(err)
		s.Rule = rule
	}
	r.refuseOthers("in", "x", "k", "w", "s", "p", "flip", "rule")
	return s, r.err
}

// reader reads the parts of a query and keeps the first error.
type reader struct {
	q   url.Values
	err error
}

func (r *reader) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *reader) refuseOthers(known ...string) {
	for name := range r.q {
		found := false
		for _, k := range known {
			found = found || k == name
		}
		if !found {
			r.keep(fmt.Errorf("lab: unknown part %q, not one of %s", name, strings.Join(known, ", ")))
		}
	}
}

func (r *reader) number(name string, otherwise, low, high int) int {
	text := r.q.Get(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		r.keep(fmt.Errorf("lab: %s=%q is not a whole number from %d to %d", name, text, low, high))
		return otherwise
	}
	return n
}

// rows reads a size and its numbers.
func (r *reader) rows(size, name string, otherwise [][]float64, most int) [][]float64 {
	h, w := len(otherwise), len(otherwise[0])
	if text := r.q.Get(size); text != "" {
		var ok bool
		if h, w, ok = parseSize(text, most); !ok {
			r.keep(fmt.Errorf("lab: %s=%q is not a size like 5x5, at most %dx%d", size, text, most, most))
			return otherwise
		}
	}
	out := make([][]float64, h)
	for y := range out {
		out[y] = make([]float64, w)
		if y < len(otherwise) {
			copy(out[y], otherwise[y])
		}
	}
	text := r.q.Get(name)
	if text == "" {
		return out
	}
	parts := numbers(text, h*w)
	if len(parts) != h*w {
		r.keep(fmt.Errorf("lab: %s has %d numbers, %dx%d needs %d", name, len(parts), h, w, h*w))
		return out
	}
	for i, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil || v < -MaxValue || v > MaxValue || v != v {
			r.keep(fmt.Errorf("lab: %s: %q is not a number from -%d to %d", name, part, MaxValue, MaxValue))
			return out
		}
		out[i/w][i%w] = v
	}
	return out
}

func parseSize(text string, most int) (h, w int, ok bool) {
	a, b, found := strings.Cut(text, "x")
	if !found {
		b = a
	}
	h, errH := strconv.Atoi(a)
	w, errW := strconv.Atoi(b)
	ok = errH == nil && errW == nil && h >= 1 && w >= 1 && h <= most && w <= most
	return h, w, ok
}
