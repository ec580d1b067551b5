package viz

import (
	"strings"

	"convtutor/internal/nn"
)

// Teller is an animation that tells its steps to one who does not see it: in
// one sentence what a longer step did, and no more than is new.
type Teller interface {
	// WordsAt says step i to one who came there by a step of a level.
	WordsAt(i int, l Level) []Words
}

// WordsAt says a whole window with its sum written out, or a whole row of the
// map, where step i completes one; else the product alone, and before the first
// one of a window where the window lies.
func (c *Conv) WordsAt(i int, l Level) []Words {
	switch complete := (i+1)%c.laps().size(l) == 0; {
	case complete && l == LevelWindow:
		return []Words{c.windowWords(i, "viz.conv.window_done")}
	case complete && l == LevelRow:
		return []Words{c.rowWords(i)}
	case i%c.Terms() == 0:
		return []Words{c.windowWords(i, "viz.conv.window_at"), c.briefWords(i)}
	}
	return []Words{c.briefWords(i)}
}

// briefWords is Words without the number of the window.
func (c *Conv) briefWords(i int) Words {
	brief := map[string]string{
		"viz.conv.product":         "viz.conv.brief_product",
		"viz.conv.product_padding": "viz.conv.brief_padding",
		"viz.conv.add_bias":        "viz.conv.brief_bias",
	}
	w := c.Words(i)
	if key, ok := brief[w.Key]; ok {
		return Words{Key: key, Args: w.Args}
	}
	step := w.Args["step"].(Words) // the key is viz.conv.complete
	return Words{Key: w.Key, Args: Args{
		"step": Words{Key: brief[step.Key], Args: step.Args}, "value": w.Args["value"], "row": w.Args["row"], "column": w.Args["column"],
	}}
}

// windowWords says where the window of step i lies and what it gives.
func (c *Conv) windowWords(i int, key string) Words {
	cell, _ := c.Cell(i)
	from := c.geometry.Origin(cell.Y, cell.X)
	to := from
	for tap := range c.geometry.Taps(cell.Y, cell.X) {
		to = nn.Point{Y: max(to.Y, tap.Input.Y), X: max(to.X, tap.Input.X)}
	}
	return Words{Key: key, Args: Args{
		"window": i/c.Terms() + 1, "windows": len(c.windows),
		"top": from.Y + 1, "left": from.X + 1, "bottom": to.Y + 1, "right": to.X + 1,
		"row": cell.Y + 1, "column": cell.X + 1,
		"sum": c.Expression(i), "value": Number(c.Value(cell)),
	}}
}

// rowWords says the row of the map that step i completes.
func (c *Conv) rowWords(i int) Words {
	cell, _ := c.Cell(i)
	values := make([]string, c.geometry.Out.W)
	for x := range values {
		values[x] = Number(c.output.At(cell.Y, x))
	}
	return Words{Key: "viz.conv.row_done", Args: Args{
		"row": cell.Y + 1, "rows": c.geometry.Out.H, "values": strings.Join(values, ", "),
	}}
}
