package solve

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// problem is one line, read and checked as far as that needs no knowledge of
// the operation's shapes.
type problem struct {
	op            string
	layout        layout
	input, weight *tensor.Dense[float64]
	bias, grad    []float64 // nil where absent
	kernel        nn.Size
	stride        nn.Size // 0x0 where absent
	dilation      nn.Size // the same
	extra         nn.Size // output padding
	padding       nn.Sides
	same          string // "same" or "same_lower", with padding then empty
	groups        int
	ceil, exclude bool
	axis          int
}

// operation is what a problem may ask for: the keys it takes besides op, layout
// and grad_output, those in need first, and what answers it.
type operation struct {
	required, optional []string
	solve              func(p *problem) (answer, error)
}

var operations = map[string]operation{
	"conv2d": {
		[]string{"input", "weight"}, []string{"bias", "stride", "padding", "dilation", "groups"}, conv2d,
	},
	"conv_transpose2d": {
		[]string{"input", "weight"},
		[]string{"bias", "stride", "padding", "dilation", "groups", "output_padding"},
		convTranspose2d,
	},
	"maxpool2d": {[]string{"input", "kernel"}, poolKeys, maxPool2d},
	"minpool2d": {[]string{"input", "kernel"}, poolKeys, minPool2d},
	"avgpool2d": {[]string{"input", "kernel"}, poolKeys, avgPool2d},
	"relu":      {[]string{"input"}, nil, relu},
	"softmax":   {[]string{"input"}, []string{"axis"}, softmax},
	"linear":    {[]string{"input", "weight"}, []string{"bias"}, linear},
}

var poolKeys = []string{"stride", "padding", "dilation", "ceil_mode", "count_include_pad"}

// readers read a key's value into a problem.
var readers = map[string]func(p *problem, raw json.RawMessage) error{
	"op":          func(*problem, json.RawMessage) error { return nil }, // read before all others
	"layout":      func(p *problem, raw json.RawMessage) error { return p.layout.read(raw) },
	"input":       func(p *problem, raw json.RawMessage) (err error) { p.input, err = array("input", raw); return },
	"weight":      func(p *problem, raw json.RawMessage) (err error) { p.weight, err = array("weight", raw); return },
	"bias":        func(p *problem, raw json.RawMessage) (err error) { p.bias, err = numbers("bias", raw); return },
	"grad_output": func(p *problem, raw json.RawMessage) (err error) { p.grad, err = numbers("grad_output", raw); return },
	"kernel":      func(p *problem, raw json.RawMessage) (err error) { p.kernel, err = size("kernel", raw, 1); return },
	"stride":      func(p *problem, raw json.RawMessage) (err error) { p.stride, err = size("stride", raw, 1); return },
	"dilation":    func(p *problem, raw json.RawMessage) (err error) { p.dilation, err = size("dilation", raw, 1); return },
	"output_padding": func(p *problem, raw json.RawMessage) (err error) {
		p.extra, err = size("output_padding", raw, 0)
		return
	},
	"padding": (*problem).readPadding,
	"groups": func(p *problem, raw json.RawMessage) (err error) {
		p.groups, err = integer("groups", raw, 1, nn.MaxSide)
		return
	},
	"axis": func(p *problem, raw json.RawMessage) (err error) {
		p.axis, err = integer("axis", raw, -maxAxes, maxAxes)
		return
	},
	"ceil_mode": func(p *problem, raw json.RawMessage) (err error) { p.ceil, err = truth("ceil_mode", raw); return },
	"count_include_pad": func(p *problem, raw json.RawMessage) error {
		include, err := truth("count_include_pad", raw)
		p.exclude = !include
		return err
	},
}

// parse reads a problem and holds its keys to those that its operation knows.
func parse(raw []byte) (*problem, error) {
	if !json.Valid(raw) {
		quoted := quoteNonFinite(raw)
		if !json.Valid(quoted) {
			return nil, notJSON(raw)
		}
		raw = quoted
	}
	list, err := members("problem", raw)
	if err != nil {
		return nil, err
	}
	p := &problem{axis: -1, groups: 1}
	o, err := p.readOperation(list)
	if err != nil {
		return nil, err
	}
	known := slices.Concat([]string{"op", "layout"}, o.required, o.optional, []string{"grad_output"})
	given := map[string]bool{}
	for _, m := range list {
		if !slices.Contains(known, m.key) {
			return nil, fmt.Errorf("%s: unknown key %s (known: %s)",
				p.op, show([]byte(strconv.Quote(m.key))), strings.Join(known, ", "))
		}
		if err := readers[m.key](p, m.value); err != nil {
			return nil, fmt.Errorf("%s: %w", p.op, err)
		}
		given[m.key] = true
	}
	for _, key := range o.required {
		if !given[key] {
			return nil, fmt.Errorf("%s: the key %q is missing", p.op, key)
		}
	}
	return p, nil
}

// readOperation finds the key op, on which it depends which others are known.
func (p *problem) readOperation(list []member) (operation, error) {
	for _, m := range list {
		if m.key != "op" {
			continue
		}
		if err := json.Unmarshal(m.value, &p.op); err != nil {
			return operation{}, fmt.Errorf("op is %s, not a name", show(m.value))
		}
		o, ok := operations[p.op]
		if !ok {
			names := make([]string, 0, len(operations))
			for name := range operations {
				names = append(names, name)
			}
			slices.Sort(names)
			return o, fmt.Errorf("unknown op %s (known: %s)", show(m.value), strings.Join(names, ", "))
		}
		return o, nil
	}
	return operation{}, errors.New(`the key "op" is missing`)
}

// readPadding reads a number, two, four or a word.
func (p *problem) readPadding(raw json.RawMessage) error {
	switch string(raw) {
	case `"valid"`:
		return nil
	case `"same"`, `"same_lower"`:
		p.same = strings.Trim(string(raw), `"`)
		return nil
	}
	if raw[0] == '"' {
		return fmt.Errorf("padding is %s, not numbers, same, same_lower or valid", show(raw))
	}
	list, err := integers("padding", raw, 0, nn.MaxSide)
	if err != nil {
		return err
	}
	switch len(list) {
	case 1:
		p.padding = nn.AllSides(list[0])
	case 2:
		p.padding = nn.Sides{Top: list[0], Left: list[1], Bottom: list[0], Right: list[1]}
	case 4:
		p.padding = nn.Sides{Top: list[0], Left: list[1], Bottom: list[2], Right: list[3]}
	default:
		return fmt.Errorf("padding has %d numbers, not one, [height, width] or [top, left, bottom, right]", len(list))
	}
	return nil
}

// truth reads true or false.
func truth(name string, raw json.RawMessage) (bool, error) {
	switch string(raw) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	return false, fmt.Errorf("%s is %s, not true or false", name, show(raw))
}

// notJSON says where a line stops being JSON.
func notJSON(raw []byte) error {
	var v json.RawMessage
	err := json.Unmarshal(raw, &v)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not JSON: %w at byte %d", err, syntax.Offset)
	}
	return fmt.Errorf("not JSON: %s", show(raw))
}
