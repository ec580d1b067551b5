package workbench

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/fault"
)

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
	for _, name := range slices.Sorted(maps.Keys(r.q)) {
		if !slices.Contains(known, name) {
			r.keep(fault.New("error.lab.part", fault.Args{"part": name, "known": strings.Join(known, ", ")}, "lab: unknown part %q, not one of %s", name, strings.Join(known, ", ")))
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
		r.keep(fault.New("error.lab.whole", fault.Args{"part": name, "typed": text, "low": low, "high": high}, "lab: %s=%q is not a whole number from %d to %d", name, text, low, high))
		return otherwise
	}
	return n
}

// planes reads a size and the numbers of so many planes of it.
func (r *reader) planes(size, name string, otherwise []Rows, most int) []Rows {
	h, w := len(otherwise[0]), len(otherwise[0][0])
	if text := r.q.Get(size); text != "" {
		var ok bool
		if h, w, ok = parseSize(text, most); !ok {
			r.keep(fault.New("error.lab.size", fault.Args{"part": size, "typed": text, "most": most}, "lab: %s=%q is not a size like 5x5, at most %dx%d", size, text, most, most))
			return otherwise
		}
	}
	out := make([]Rows, len(otherwise))
	for i, rows := range otherwise {
		out[i] = resized(rows, h, w)
	}
	text := r.q.Get(name)
	if text == "" {
		return out
	}
	for i, v := range r.values(name, text, len(out)*h*w) {
		out[i/(h*w)][i/w%h][i%w] = v
	}
	return out
}

// values reads so many numbers; nil where the text does not hold them.
func (r *reader) values(name, text string, want int) []float64 {
	parts := split(text, want)
	if len(parts) != want {
		r.keep(fault.New("error.lab.count", fault.Args{"part": name, "n": len(parts), "want": want}, "lab: %s has %d numbers, %d are needed", name, len(parts), want))
		return nil
	}
	values := make([]float64, want)
	for i, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		if err != nil || v < -MaxValue || v > MaxValue || v != v {
			r.keep(fault.New("error.lab.number", fault.Args{"part": name, "typed": part, "most": MaxValue}, "lab: %s: %q is not a number from -%d to %d", name, part, MaxValue, MaxValue))
			return nil
		}
		values[i] = v
	}
	return values
}

// split parts a text as numbersText wrote it, or with commas.
func split(text string, want int) []string {
	if len(text) == want && !strings.ContainsAny(text, "_,") {
		return strings.Split(text, "")
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == '_' || r == ',' })
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
