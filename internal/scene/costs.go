package scene

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Costs counts the parameters of a convolution and of a fully connected layer
// that makes an output of the same size, side by side.
type Costs struct {
	values [4]int // side and channels of the picture, side and number of the filters
	conv   netspec.Row
	full   netspec.Row
}

// Dials of Costs, and what they are called in keys.
const (
	costSide = iota
	costChannels
	costFilter
	costCount
)

var costNames = [4]string{"side", "channels", "filter", "count"}

// costLimits are the dials' limits: a filter always fits the picture.
var costLimits = [4][2]int{{12, 224}, {1, 64}, {1, 11}, {1, 64}}

// NewCosts begins with a picture of side x side x channels and count filters.
func NewCosts(side, channels, filter, count int) (*Costs, error) {
	c := &Costs{values: [4]int{side, channels, filter, count}}
	for i, v := range c.values {
		if v < costLimits[i][0] || v > costLimits[i][1] {
			return nil, fmt.Errorf("costs: %d is not from %d to %d", v, costLimits[i][0], costLimits[i][1])
		}
	}
	return c, c.work()
}

// work lets the engine count both layers.
func (c *Costs) work() error {
	in := netspec.Shape{H: c.values[costSide], W: c.values[costSide], C: c.values[costChannels]}
	conv, err := lastRow(fmt.Sprintf("%s | conv %d %d", in, c.values[costFilter], c.values[costCount]))
	if err != nil {
		return err
	}
	outputs := conv.Out.H * conv.Out.W * conv.Out.C
	full, err := lastRow(fmt.Sprintf("%s | flatten | dense %d", in, outputs))
	if err != nil {
		return err
	}
	c.conv, c.full = conv, full
	return nil
}

// lastRow is the last layer of a network.
func lastRow(spec string) (netspec.Row, error) {
	_, table, err := netspec.ReadTable(spec, nn.RuleError)
	if err != nil {
		return netspec.Row{}, err
	}
	return table.Last(), nil
}

// Params are the parameters of the convolution and of the fully connected layer.
func (c *Costs) Params() (conv, full int64) { return c.conv.Params, c.full.Params }

// Dials implements viz.Scene.
func (c *Costs) Dials() []viz.Dial {
	var dials []viz.Dial
	for i, name := range costNames {
		dials = append(dials, viz.Dial{
			Name: name, Title: words("why.cost." + name),
			Low: float64(costLimits[i][0]), High: float64(costLimits[i][1]), Step: 1, Value: float64(c.values[i]),
		})
	}
	return dials
}

// Turned implements viz.Scene.
func (c *Costs) Turned(dial string, value float64) viz.Scene {
	n := *c
	for i, name := range costNames {
		if name == dial {
			n.values[i] = int(value)
		}
	}
	if n.work() != nil {
		return c // cannot be: within the limits every filter fits
	}
	return &n
}

// args fill the sentences.
func (c *Costs) args() viz.Args {
	in, out := c.conv.In, c.conv.Out
	inputs, outputs := int64(in.H*in.W*in.C), int64(out.H*out.W*out.C)
	one := c.conv.Params / int64(out.C)
	return viz.Args{
		"in": times(in), "out": times(out), "f": c.values[costFilter], "c": in.C, "k": out.C,
		"one": viz.Grouped(one), "conv": viz.Grouped(c.conv.Params), "full": viz.Grouped(c.full.Params),
		"inputs": viz.Grouped(inputs), "outputs": viz.Grouped(outputs), "each": viz.Grouped(inputs + 1),
		"times": viz.Grouped(c.full.Params / c.conv.Params),
	}
}

// Words implements viz.Scene.
func (c *Costs) Words() []viz.Words {
	a := c.args()
	return []viz.Words{{Key: "why.cost.said_conv", Args: a}, {Key: "why.cost.said_full", Args: a}, {Key: "why.cost.times", Args: a}}
}

// MinSize implements viz.Scene.
func (c *Costs) MinSize() (w, h int) { return 60, 15 }

// Columns of the two halves of the picture.
const costHalf = 34

// Draw implements viz.Scene.
func (c *Costs) Draw(f viz.Frame, at string) {
	p := f.Grid.Part(f.Area)
	w, _ := p.Size()
	for i, d := range c.Dials() {
		d.Draw(p, i%2*(costHalf+2), i/2, costHalf-6, d.Name == at, f.Say)
	}
	c.drawSide(p, f, 0, canvas.RoleFilterTitle, "why.conv", "why.cost.conv_one", "why.cost.conv_all", "conv")
	c.drawSide(p, f, costHalf+2, canvas.RoleProductTitle, "why.full", "why.cost.full_one", "why.cost.full_all", "full")
	long := min(w, 2*costHalf+2)
	y := 8
	p.Text(0, y, canvas.RoleDim, f.Say(viz.Words{Key: "why.conv"}))
	p.Text(0, y+1, canvas.RoleFilterTitle, "▏")
	p.Text(0, y+2, canvas.RoleDim, f.Say(viz.Words{Key: "why.full"}))
	p.Text(0, y+3, canvas.RoleProductTitle, strings.Repeat("█", long))
	thin := float64(long) * float64(c.conv.Params) / float64(c.full.Params)
	digits := "%.4f"
	if thin >= 0.1 {
		digits = "%.1f"
	}
	args := c.args()
	args["long"], args["thin"] = long, fmt.Sprintf(digits, thin)
	y += 4
	if f.Area.H > y+4 {
		y++
	}
	prose(p, f, y, []viz.Words{{Key: "why.cost.bar", Args: args}, {Key: "why.cost.times", Args: args}})
}

// drawSide writes how one of the layers is counted.
func (c *Costs) drawSide(p canvas.Part, f viz.Frame, x int, role canvas.Role, title, one, all, total string) {
	part := p.Part(canvas.Rect{X: x, Y: 3, W: costHalf + 2, H: 5})
	a := c.args()
	part.Text(0, 0, role, f.Say(viz.Words{Key: title}))
	part.Text(0, 1, canvas.RoleText, f.Say(viz.Words{Key: one, Args: a}))
	part.Text(0, 2, canvas.RoleText, f.Say(viz.Words{Key: all, Args: a}))
	value := a[total].(string)
	if f.Hide {
		value = "?"
	}
	part.Text(part.Text(0, 3, canvas.RoleDim, "= "), 3, role, value)
}
