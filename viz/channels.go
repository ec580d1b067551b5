package viz

import (
	"fmt"
	"strings"

	"convtutor/internal/nn"
)

// Channels is the animation of one filter on an input of several channels: all
// channels stand side by side, each with its slice of the filter below it and
// the sum of its products; those sums and the bias, added once, make one cell.
type Channels struct{ conv *Conv }

// NewChannels builds the animation. Its numbers come out of the engine.
func NewChannels(s ConvSetup) (*Channels, error) {
	c, err := NewConv(s)
	if err != nil {
		return nil, err
	}
	if c.channels < 2 || c.padded() != c.geometry.In {
		return nil, fmt.Errorf("conv2d: channels side by side need two of them at least, and no padding; the input has %d", c.channels)
	}
	return &Channels{c}, nil
}

// Conv is the convolution that is shown.
func (c *Channels) Conv() *Conv { return c.conv }

// Steps is the number of products of all windows, and biases.
func (c *Channels) Steps() int { return c.conv.Steps() }

// Levels are product, channel, window and row.
func (c *Channels) Levels() []Level {
	return []Level{LevelProduct, LevelChannel, LevelWindow, LevelRow}
}

// cells is the number of products of one channel in one window.
func (c *Channels) cells() int { return c.conv.products() / c.conv.channels }

// closes tells whether step i is the last of a channel, or the bias.
func (c *Channels) closes(i int) bool {
	_, k := c.conv.Cell(i)
	return k == c.conv.products() || (k+1)%c.cells() == 0
}

// Next goes to where this product, channel, window or row is complete, or, if
// it is already, to where the next one is.
func (c *Channels) Next(i int, l Level) int {
	if l != LevelChannel {
		return c.conv.Next(i, l)
	}
	for i++; i < c.Steps() && !c.closes(i); i++ {
	}
	return min(i, c.Steps()-1)
}

// Prev goes to where the one before is complete.
func (c *Channels) Prev(i int, l Level) int {
	if l != LevelChannel {
		return c.conv.Prev(i, l)
	}
	for i--; i > 0 && !c.closes(i); i-- {
	}
	return max(i, 0)
}

// partial is the sum of one channel's products in the window of step i, up to
// and with term k, and whether it is begun and complete.
func (c *Channels) partial(i, channel int) (sum float64, begun, complete bool) {
	_, k := c.conv.Cell(i)
	terms := c.conv.windows[i/c.conv.Terms()]
	first, n := channel*c.cells(), c.cells()
	for at := first; at < first+n && at <= k; at++ {
		sum += terms[at].Product
	}
	return sum, k >= first, k >= first+n-1
}

// Partials are the channels' sums of the output cell at p, without the bias.
func (c *Channels) Partials(p nn.Point) []float64 {
	sums := make([]float64, c.conv.channels)
	for channel := range sums {
		sums[channel], _, _ = c.partial(c.conv.StepOf(p), channel)
	}
	return sums
}

// together writes the channels' sums and the bias as one sum: "3 + (-1) + 2 + 1".
func (c *Channels) together(i int) string {
	cell, _ := c.conv.Cell(i)
	var parts []string
	for _, v := range c.Partials(cell) {
		parts = append(parts, factor(v))
	}
	if b := c.conv.setup.Bias; b != nil {
		parts = append(parts, factor(*b))
	}
	return strings.Join(parts, " + ")
}

// expression writes one channel's products: "1×1 + 0×(-1)".
func (c *Channels) expression(i, channel int) string {
	var parts []string
	for _, t := range c.conv.windows[i/c.conv.Terms()][channel*c.cells() : (channel+1)*c.cells()] {
		parts = append(parts, t.String())
	}
	return strings.Join(parts, " + ")
}

// Words says step i.
func (c *Channels) Words(i int) Words {
	cell, k := c.conv.Cell(i)
	terms := c.conv.windows[i/c.conv.Terms()]
	t := terms[k]
	sum, _, _ := c.partial(i, t.Channel)
	args := Args{
		"channel": t.Channel + 1, "k": k%c.cells() + 1, "n": c.cells(), "window": i/c.conv.Terms() + 1,
		"input": Number(t.Input), "weight": Number(t.Weight), "product": Number(t.Product), "sum": Number(sum),
		"bias": Number(t.Weight), "all": c.together(i), "value": Number(c.conv.Value(cell)),
		"row": cell.Y + 1, "column": cell.X + 1,
	}
	if t.bias || k == len(terms)-1 {
		return Words{Key: "filters.channels.complete", Args: args}
	}
	return Words{Key: "filters.channels.product", Args: args}
}

// WordsAt says a whole channel or window with its sum, where step i completes
// one; else the product alone.
func (c *Channels) WordsAt(i int, l Level) []Words {
	_, k := c.conv.Cell(i)
	complete := (i+1)%c.conv.Terms() == 0
	switch {
	case l == LevelRow && complete:
		return c.conv.WordsAt(i, l)
	case l == LevelWindow && complete:
		return append(c.channelWords(i), c.Words(i))
	case l == LevelChannel && k < c.conv.products() && c.closes(i):
		said := c.channelWords(i)[k/c.cells():][:1]
		if complete {
			said = append(said, c.Words(i))
		}
		return said
	}
	return []Words{c.Words(i)}
}

// channelWords says each channel's sum in the window of step i.
func (c *Channels) channelWords(i int) []Words {
	cell, _ := c.conv.Cell(i)
	said := make([]Words, c.conv.channels)
	for channel, sum := range c.Partials(cell) {
		said[channel] = Words{Key: "filters.channels.partial", Args: Args{
			"channel": channel + 1, "window": i/c.conv.Terms() + 1, "sum": c.expression(i, channel), "value": Number(sum),
		}}
	}
	return said
}

// Ask says the whole sum of the window of step i without its result.
func (c *Channels) Ask(i int) Words {
	cell, _ := c.conv.Cell(i)
	args := Args{"row": cell.Y + 1, "column": cell.X + 1, "window": i/c.conv.Terms() + 1, "windows": len(c.conv.windows)}
	var parts []string
	for channel := range c.conv.channels {
		parts = append(parts, "["+c.expression(i, channel)+"]")
	}
	if b := c.conv.setup.Bias; b != nil {
		parts = append(parts, factor(*b))
	}
	args["sum"] = strings.Join(parts, " + ")
	return Words{Key: "filters.channels.ask", Args: args}
}

// Numbers says input and filter, a sentence a channel, rows parted by slashes.
func (c *Channels) Numbers() []Words {
	var said []Words
	rows := func(texts []string, wide int) string {
		var lines []string
		for at := 0; at < len(texts); at += wide {
			lines = append(lines, strings.Join(texts[at:at+wide], " "))
		}
		return strings.Join(lines, " / ")
	}
	for channel, texts := range c.conv.texts.input {
		said = append(said, Words{Key: "filters.channels.input", Args: Args{"channel": channel + 1, "rows": rows(texts, c.conv.geometry.In.W)}})
	}
	for channel, texts := range c.conv.texts.filter {
		said = append(said, Words{Key: "filters.channels.slice", Args: Args{"channel": channel + 1, "rows": rows(texts, c.conv.geometry.Window.Kernel.W)}})
	}
	return said
}
