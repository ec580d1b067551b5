package netspec

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

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
			return &Error{
				Column: w.column, Message: fmt.Sprintf("%q says again what another option has said", w.text),
				Fix: "keep one of them",
			}
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
	e := &Error{Column: w.column, Message: fmt.Sprintf("%s has no option %q", op, clip(w.text))}
	if len(g.options) == 0 {
		e.Fix = fmt.Sprintf("%s takes none", op)
		return e
	}
	var forms []string
	for _, o := range g.options {
		if takesNumber(o) {
			o += "1"
		}
		forms = append(forms, o)
	}
	e.Fix = fmt.Sprintf("%s takes %s; for example %s", op, strings.Join(forms, ", "), g.usage)
	return e
}

// size reads "5" or "5x3", each side at least least.
func size(w word, least int, s *nn.Size) error {
	sides, err := numbers(w, w.text)
	if err != nil {
		return err
	}
	if len(sides) > 2 {
		return &Error{Column: w.column, Message: fmt.Sprintf("%q is no size", clip(w.text)), Fix: "a size is 5, or height x width: 5x3"}
	}
	if m := slices.Min(sides); m < least {
		return &Error{Column: w.column, Message: fmt.Sprintf("%d is smaller than %d", m, least)}
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
		return &Error{Column: w.column, Message: fmt.Sprintf("%q is not one number", clip(w.text))}
	}
	if values[0] < least {
		return &Error{Column: w.column, Message: fmt.Sprintf("%d is smaller than %d", values[0], least)}
	}
	*n = values[0]
	return nil
}

// numbers reads whole numbers with x between them, none above nn.MaxSide.
func numbers(w word, text string) ([]int, error) {
	var list []int
	for _, part := range strings.Split(text, "x") {
		n, err := strconv.Atoi(part)
		switch {
		case errors.Is(err, strconv.ErrRange) || n > nn.MaxSide:
			return nil, &Error{Column: w.column, Message: fmt.Sprintf("%s: %s is larger than %d", clip(text), clip(part), nn.MaxSide)}
		case err != nil:
			return nil, &Error{Column: w.column, Message: fmt.Sprintf("%q is no whole number", clip(part))}
		}
		list = append(list, n)
	}
	return list, nil
}

// notRead says why something could not be read.
func notRead(what, text string, err error) string {
	var e *Error
	if errors.As(err, &e) {
		return what + " " + e.Message
	}
	return fmt.Sprintf("%s %q is not height x width x channels", what, clip(text))
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
