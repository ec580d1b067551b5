package workbench

import (
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// Query writes the state as the part of a route after '?': sizes, numbers
// channel by channel and row by row (figure by figure, or with underscores
// between, which no shell and no link turns into something else), and the
// settings that are not the usual ones. What a reader would fill in the same is
// left out, so that a link is as short as one that is typed.
func (s State) Query() url.Values {
	q := s.whole()
	start := Lecture()
	if s.Transposed {
		start = Spread()
	}
	for _, name := range []string{"x", "w", "in", "k"} {
		value := q.Get(name)
		q.Del(name)
		if read, err := start.FromQuery(q); err != nil || !reflect.DeepEqual(read, s) {
			q.Set(name, value)
		}
	}
	return q
}

// whole is Query with nothing left out.
func (s State) whole() url.Values {
	q := url.Values{}
	q.Set("in", sizeText(s.Input[0]))
	q.Set("x", numbersText(s.Input))
	q.Set("k", sizeText(s.Filters[0][0]))
	var weights []Rows
	for _, f := range s.Filters {
		weights = append(weights, f...)
	}
	q.Set("w", numbersText(weights))
	for _, n := range s.numbers() {
		if *n.value != n.usual {
			q.Set(n.name, strconv.Itoa(*n.value+n.from))
		}
	}
	if len(s.Input) != 1 {
		q.Set("c", strconv.Itoa(len(s.Input)))
	}
	if len(s.Filters) != 1 {
		q.Set("n", strconv.Itoa(len(s.Filters)))
	}
	if s.Rule != nn.RuleFloor {
		q.Set("rule", netspec.RuleName(s.Rule))
	}
	if s.Pad != nn.PadZeros {
		q.Set("pad", s.Pad.String())
	}
	if s.Flip {
		q.Set("flip", "1")
	}
	for _, b := range s.Bias {
		if b != 0 {
			q.Set("b", numbersText([]Rows{{s.Bias}}))
		}
	}
	return q
}

// number is a whole number of a query.
type number struct {
	name      string
	value     *int
	low, high int // as the state holds it
	usual     int
	from      int // 1 where people count from 1
}

// numbers are the whole numbers of a query but channels and filters.
func (s *State) numbers() []number {
	list := []number{
		{"s", &s.Stride, 1, MaxStride, 1, 0},
		{"p", &s.Padding, 0, MaxPadding, 0, 0},
		{"d", &s.Dilation, 1, MaxDilation, 1, 0},
	}
	if s.Transposed {
		list[0].usual = 0 // always written
		return append(list, number{"op", &s.Extra, 0, MaxExtra, 0, 0})
	}
	return append(list,
		number{"g", &s.Groups, 1, MaxChannels, 1, 0},
		number{"f", &s.Filter, 0, MaxChannels - 1, 0, 1},
		number{"ch", &s.Channel, 0, MaxChannels - 1, 0, 1},
	)
}

func sizeText(rows Rows) string { return fmt.Sprintf("%dx%d", len(rows), len(rows[0])) }

func numbersText(planes []Rows) string {
	var parts []string
	between := ""
	for _, rows := range planes {
		for _, r := range rows {
			for _, v := range r {
				part := strconv.FormatFloat(v, 'g', -1, 64)
				if len(part) > 1 {
					between = "_"
				}
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, between)
}

// FromQuery reads a state; what is not given is taken from s, and a size
// without numbers keeps s's numbers as far as they reach. The error names the
// part that cannot be read.
func (s State) FromQuery(q url.Values) (State, error) {
	s = s.clone()
	r := reader{q: q}
	known := []string{"in", "x", "k", "w", "b"}
	for _, n := range s.numbers() {
		*n.value = r.number(n.name, *n.value+n.from, n.low+n.from, n.high+n.from) - n.from
		known = append(known, n.name)
	}
	channels, filters := 1, 1
	if !s.Transposed {
		channels = r.number("c", len(s.Input), 1, MaxChannels)
		filters = r.number("n", len(s.Filters), 1, MaxChannels)
		s.Flip = r.number("flip", 0, 0, 1) == 1
		if name := q.Get("rule"); name != "" {
			rule, err := netspec.ParseRule(name)
			r.keep(err)
			s.Rule = rule
		}
		s.readPad(&r)
		known = append(known, "c", "n", "flip", "rule", "pad")
	}
	r.keep(s.divides(channels, filters))
	if r.err == nil {
		s.readPlanes(&r, channels, filters)
	}
	r.refuseOthers(known...)
	return s, r.err
}

// readPad reads what stands in the padding.
func (s *State) readPad(r *reader) {
	name := r.q.Get("pad")
	if name == "" {
		return
	}
	var names []string
	for mode := range nn.PadModes {
		if mode.String() == name {
			s.Pad = mode
			return
		}
		names = append(names, mode.String())
	}
	r.keep(fmt.Errorf("lab: pad=%q is not one of %s", name, strings.Join(names, ", ")))
}

// divides says why the groups do not divide channels and filters.
func (s State) divides(channels, filters int) error {
	if channels%s.Groups == 0 && filters%s.Groups == 0 {
		return nil
	}
	return fault.New("error.size.groups", fault.Args{"groups": s.Groups, "channels": channels, "filters": filters}, "lab: g=%d groups do not divide c=%d channels into n=%d filters", s.Groups, channels, filters)
}

// readPlanes reads input, filters and biases.
func (s *State) readPlanes(r *reader, channels, filters int) {
	depth := channels / s.Groups
	s.Input = r.planes("in", "x", extended(s.Input, channels), MaxInput)
	var weights []Rows
	for i := range filters {
		weights = append(weights, extended(clonePlanes(s.Filters[min(i, len(s.Filters)-1)]), depth)...)
	}
	weights = r.planes("k", "w", weights, MaxFilter)
	s.Filters = nil
	for i := range filters {
		s.Filters = append(s.Filters, weights[i*depth:(i+1)*depth])
	}
	bias := make([]float64, filters)
	copy(bias, s.Bias)
	s.Bias = bias
	if text := r.q.Get("b"); text != "" {
		if values := r.values("b", text, filters); values != nil {
			s.Bias = values
		}
	}
	if s.Filter >= filters || s.Channel >= depth {
		r.keep(fault.New("error.lab.channel", fault.Args{"filter": s.Filter + 1, "channel": s.Channel + 1}, "lab: there is no filter f=%d with a channel ch=%d", s.Filter+1, s.Channel+1))
	}
}
