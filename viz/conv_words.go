package viz

import (
	"strings"

	"convtutor/internal/nn"
)

// Words says step i: the product with its operands, the sum so far, and what
// is complete.
func (c *Conv) Words(i int) Words {
	cell, k := c.Cell(i)
	terms := c.windows[i/c.Terms()]
	t := terms[k]
	args := Args{
		"window": i/c.Terms() + 1, "windows": len(c.windows),
		"k": k + 1, "n": c.products(),
		"input": Number(t.Input), "weight": Number(t.Weight),
		"product": Number(t.Product), "sum": Number(t.sum),
		"row": cell.Y + 1, "column": cell.X + 1,
		"channel": t.Channel + 1, "channels": c.channels,
		"value": Number(c.Value(cell)),
	}
	key := "viz.conv.product"
	switch {
	case t.bias:
		key = "viz.conv.add_bias"
	case !t.Tap.Inside && c.setup.Pad != nn.PadZeros:
		key = "viz.conv.product_padded"
	case !t.Tap.Inside:
		key = "viz.conv.product_padding"
	}
	said := Words{Key: key, Args: args}
	if k == len(terms)-1 {
		return Words{Key: "viz.conv.complete", Args: Args{"step": said, "value": args["value"], "row": args["row"], "column": args["column"]}}
	}
	return said
}

// Ask says the sum of the window of step i without its result: what a learner
// is asked for where the picture cannot be seen.
func (c *Conv) Ask(i int) Words {
	cell, _ := c.Cell(i)
	return Words{Key: "viz.conv.ask", Args: Args{
		"window": i/c.Terms() + 1, "windows": len(c.windows),
		"row": cell.Y + 1, "column": cell.X + 1,
		"sum": c.Expression(i),
	}}
}

// Expression writes the whole sum of the window of step i with its operands:
// "1×1 + 0×(-1) + 2".
func (c *Conv) Expression(i int) string {
	terms := c.windows[i/c.Terms()]
	parts := make([]string, len(terms))
	for k, t := range terms {
		parts[k] = t.String()
	}
	return strings.Join(parts, " + ")
}

// String writes the term with its operands; the bias is a number alone.
func (t convTerm) String() string {
	if t.bias {
		return factor(t.Weight)
	}
	return factor(t.Input) + "×" + factor(t.Weight)
}
