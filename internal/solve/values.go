package solve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// member is a key of an object and its value, still JSON.
type member struct {
	key   string
	value json.RawMessage
}

// members takes an object apart, keys in order. encoding/json alone would take
// "Stride" for "stride" and the last of two equal keys.
func members(name string, raw []byte) ([]member, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, fmt.Errorf("%s is %s, not an object {…}", name, show(raw))
	}
	var list []member
	seen := map[string]bool{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		m := member{key: fmt.Sprint(t)}
		if err := d.Decode(&m.value); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if seen[m.key] {
			return nil, fmt.Errorf("%s has the key %s twice", name, show([]byte(strconv.Quote(m.key))))
		}
		seen[m.key] = true
		if string(m.value) != "null" {
			list = append(list, m)
		}
	}
	return list, nil
}

// elements cuts a list of numbers at its commas. Anything in it but numbers
// reaches visit as well, perhaps in pieces, to be refused by it.
func elements(name string, raw []byte, visit func(i int, value []byte) error) error {
	raw = bytes.TrimSpace(raw)
	if len(raw) < 2 || raw[0] != '[' {
		return fmt.Errorf("%s is %s, not a list of numbers", name, show(raw))
	}
	raw = bytes.TrimSpace(raw[1 : len(raw)-1])
	for i := 0; len(raw) > 0; i++ {
		value, rest, _ := bytes.Cut(raw, []byte(","))
		if err := visit(i, bytes.TrimSpace(value)); err != nil {
			return err
		}
		raw = rest
	}
	return nil
}

// numbers reads a flat list of finite numbers.
func numbers(name string, raw []byte) ([]float64, error) {
	n := bytes.Count(raw, []byte(",")) + 1
	if n > MaxNumbers {
		return nil, fmt.Errorf("%s has more than %d numbers", name, MaxNumbers)
	}
	list := make([]float64, 0, n)
	err := elements(name, raw, func(i int, value []byte) error {
		v, err := strconv.ParseFloat(string(value), 64)
		if err != nil || !isNumber(value) {
			return fmt.Errorf("%s[%d] is %s, not a finite number", name, i, show(value))
		}
		list = append(list, v)
		return nil
	})
	return list, err
}

// isNumber says whether a JSON value is a number, by how it begins.
func isNumber(value []byte) bool {
	return len(value) > 0 && (value[0] == '-' || value[0] >= '0' && value[0] <= '9')
}

// integer reads a whole number from least to most.
func integer(name string, raw []byte, least, most int) (int, error) {
	if !isNumber(raw) {
		return 0, fmt.Errorf("%s is %s, not a whole number", name, show(raw))
	}
	n, err := strconv.ParseInt(string(raw), 10, 64)
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		return 0, fmt.Errorf("%s %s is not a whole number", name, show(raw))
	case n < int64(least):
		return 0, fmt.Errorf("%s %s is smaller than %d", name, show(raw), least)
	case n > int64(most):
		return 0, fmt.Errorf("%s %s is larger than %d", name, show(raw), most)
	}
	return int(n), nil
}

// integers reads a list of whole numbers, or a single one.
func integers(name string, raw []byte, least, most int) ([]int, error) {
	if isNumber(raw) {
		n, err := integer(name, raw, least, most)
		return []int{n}, err
	}
	var list []int
	err := elements(name, raw, func(i int, value []byte) error {
		if i == maxAxes {
			return fmt.Errorf("%s has more than %d numbers", name, maxAxes)
		}
		n, err := integer(name, value, least, most)
		list = append(list, n)
		return err
	})
	return list, err
}

// size reads a number for both axes, or [height, width].
func size(name string, raw []byte, least int) (nn.Size, error) {
	list, err := integers(name, raw, least, nn.MaxSide)
	if err != nil {
		return nn.Size{}, err
	}
	switch len(list) {
	case 1:
		return nn.Square(list[0]), nil
	case 2:
		return nn.Size{H: list[0], W: list[1]}, nil
	}
	return nn.Size{}, fmt.Errorf("%s has %d numbers, not one or [height, width]", name, len(list))
}

// array reads {"shape":[…],"data":[…]}.
func array(name string, raw []byte) (*tensor.Dense[float64], error) {
	list, err := members(name, raw)
	if err != nil {
		return nil, err
	}
	var shape []int
	var data []float64
	for _, m := range list {
		switch m.key {
		case "shape":
			if shape, err = integers(name+".shape", m.value, 1, MaxNumbers); err != nil {
				return nil, err
			}
		case "data":
			if data, err = numbers(name+".data", m.value); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("%s has an unknown key %s (known: shape, data)", name, show([]byte(strconv.Quote(m.key))))
		}
	}
	if shape == nil || data == nil {
		return nil, fmt.Errorf("%s needs both keys, shape and data", name)
	}
	d, err := tensor.From(data, shape...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// show writes a piece of a problem into an error, not too much of it.
func show(raw []byte) string {
	const most = 40
	s := strings.ToValidUTF8(string(bytes.TrimSpace(raw)), "?")
	switch s {
	case `"NaN"`, `"Infinity"`, `"-Infinity"`: // as quoteNonFinite left them
		return strings.Trim(s, `"`)
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// quoteNonFinite puts NaN and Infinity, which other programs write as numbers
// though JSON has none, into quotes, so that the key they stand at can be named.
func quoteNonFinite(problem []byte) []byte {
	var out []byte
	quoted := false
	for i := 0; i < len(problem); i++ {
		c := problem[i]
		if quoted && c == '\\' && i+1 < len(problem) {
			out = append(out, c, problem[i+1])
			i++
			continue
		}
		if c == '"' {
			quoted = !quoted
		}
		if word := nonFinite(problem[i:]); word != "" && !quoted {
			out = append(append(append(out, '"'), word...), '"')
			i += len(word) - 1
			continue
		}
		out = append(out, c)
	}
	return out
}

func nonFinite(s []byte) string {
	for _, word := range []string{"NaN", "Infinity", "-Infinity"} {
		if bytes.HasPrefix(s, []byte(word)) {
			return word
		}
	}
	return ""
}
