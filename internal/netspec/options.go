package netspec

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/nn"
)

// takeOptions reads what may follow a layer's sizes, each at most once.
func (l *Layer) takeOptions(options []word, g grammar) error {
	seen := map[string]bool{}
	for _, w := range options {
		name, value := splitOption(w)
		if !slices.Contains(g.options, name) || (value.text == "") == takesNumber(name) {
			return unknownOption(l.Op, w, g)
		}
		key := name
		if name == "same" || name == "valid" {
			key = "p" // three ways to say the padding
		}
		if seen[key] {
			return wrong(w.column, fault.New("error.spec.twice", fault.Args{"typed": w.text}, "%q says again what another option has said", w.text)).
				fix(fault.New("error.hint.once", nil, "keep one of them"))
		}
		seen[key] = true
		if err := l.takeOption(name, value); err != nil {
			return err
		}
	}
	return nil
}

// splitOption parts "s2" into its name and its number.
func splitOption(w word) (name string, value word) {
	i := strings.IndexFunc(w.text, func(r rune) bool { return r < 'a' || r > 'z' })
	if i < 0 {
		return w.text, word{column: w.column}
	}
	return w.text[:i], word{w.text[i:], w.column + i}
}

// takesNumber tells options such as s2 from words such as nobias.
func takesNumber(name string) bool { return len(name) <= 2 }

func (l *Layer) takeOption(name string, value word) error {
	switch name {
	case "s":
		return size(value, 1, &l.Window.Stride)
	case "d":
		return size(value, 1, &l.Window.Dilation)
	case "g":
		return number(value, 1, &l.Groups)
	case "op":
		return size(value, 0, &l.OutputPadding)
	case "p":
		var p nn.Size
		err := size(value, 0, &p)
		l.Window.Padding = nn.Sides{Top: p.H, Left: p.W, Bottom: p.H, Right: p.W}
		return err
	case "same":
		l.Same = true
	case "ceil":
		l.Ceil = true
	case "nobias":
		l.NoBias = true
	}
	return nil // valid is no padding, which is what there is
}

func unknownOption(op Op, w word, g grammar) error {
	e := wrong(w.column, fault.New("error.spec.option", fault.Args{"op": string(op), "typed": clip(w.text)}, "%s has no option %q", op, clip(w.text)))
	if len(g.options) == 0 {
		return e.fix(fault.New("error.hint.no_options", fault.Args{"op": string(op)}, "%s takes none", op))
	}
	var forms []string
	for _, o := range g.options {
		if takesNumber(o) {
			o += "1"
		}
		forms = append(forms, o)
	}
	options := strings.Join(forms, ", ")
	return e.fix(fault.New("error.hint.options", fault.Args{"op": string(op), "options": options, "usage": g.usage}, "%s takes %s; for example %s", op, options, g.usage))
}

// size reads "5" or "5x3", each side at least least.
func size(w word, least int, s *nn.Size) error {
	sides, err := numbers(w, w.text)
	if err != nil {
		return err
	}
	if len(sides) > 2 {
		return wrong(w.column, fault.New("error.spec.size", fault.Args{"typed": clip(w.text)}, "%q is no size", clip(w.text))).
			fix(fault.New("error.hint.size", nil, "a size is 5, or height x width: 5x3"))
	}
	if m := slices.Min(sides); m < least {
		return tooSmall(w, m, least)
	}
	*s = nn.Size{H: sides[0], W: sides[len(sides)-1]}
	return nil
}

// number reads one whole number, at least least.
func number(w word, least int, n *int) error {
	values, err := numbers(w, w.text)
	if err != nil {
		return err
	}
	if len(values) != 1 {
		return wrong(w.column, fault.New("error.spec.one", fault.Args{"typed": clip(w.text)}, "%q is not one number", clip(w.text)))
	}
	if values[0] < least {
		return tooSmall(w, values[0], least)
	}
	*n = values[0]
	return nil
}

func tooSmall(w word, n, least int) error {
	return wrong(w.column, fault.New("error.spec.small", fault.Args{"n": n, "least": least}, "%d is smaller than %d", n, least))
}

// numbers reads whole numbers with x between them, none above nn.MaxSide.
func numbers(w word, text string) ([]int, error) {
	var list []int
	for _, part := range strings.Split(text, "x") {
		n, err := strconv.Atoi(part)
		switch {
		case errors.Is(err, strconv.ErrRange) || n > nn.MaxSide:
			return nil, wrong(w.column, fault.New("error.spec.large", fault.Args{"typed": clip(part), "most": nn.MaxSide}, "%s: %s is larger than %d", clip(text), clip(part), nn.MaxSide))
		case err != nil:
			return nil, wrong(w.column, fault.New("error.spec.whole", fault.Args{"typed": clip(part)}, "%q is no whole number", clip(part)))
		}
		list = append(list, n)
	}
	return list, nil
}

// notRead says why something could not be read.
func notRead(text string, err error) *fault.Error {
	if e := (*Error)(nil); errors.As(err, &e) {
		return fault.New("error.spec.input_why", fault.Args{"why": e.said}, "the input %s", e.Message)
	}
	return fault.New("error.spec.input", fault.Args{"typed": clip(text)}, "the input %q is not height x width x channels", clip(text))
}

// clip keeps what is quoted from a spec short.
func clip(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "..."
	}
	return s
}

func plural(n int, what string) string {
	if n == 1 {
		return what
	}
	return what + "s"
}
