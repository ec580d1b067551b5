package viz

import (
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// laid is the input as the engine is to convolve it, and how: as it is, or,
// where its padding holds more than zeros, with that padding laid around it.
func (c *Conv) laid(x *tensor.Dense[float64], o nn.Conv) (*tensor.Dense[float64], nn.Conv, error) {
	if c.setup.Pad == nn.PadZeros {
		return x, o, nil
	}
	size, from := c.padded(), c.geometry.Window.Padding
	data := make([]float64, 0, c.channels*size.H*size.W)
	for ch := range c.channels {
		for y := range size.H {
			for col := range size.W {
				v, err := c.padCell(nn.Point{Y: y - from.Top, X: col - from.Left}, ch)
				if err != nil {
					return nil, o, err
				}
				data = append(data, v)
			}
		}
	}
	wide, err := tensor.From(data, 1, c.channels, size.H, size.W)
	o.Padding, o.Rule = nn.Sides{}, nn.RuleFloor
	return wide, o, err
}

// padCell is the number at a place of the padded input: of the padding what its
// mode puts there, 0 beyond it. The error is that of a mode that has no cell to
// put there.
func (c *Conv) padCell(p nn.Point, channel int) (float64, error) {
	in, pad := c.geometry.In, c.geometry.Window.Padding
	if p.Y >= in.H+pad.Bottom || p.X >= in.W+pad.Right {
		return 0, nil // a window that is rounded up reaches over the padding
	}
	y, insideY, err := c.setup.Pad.Index(p.Y, in.H)
	if err != nil {
		return 0, err
	}
	x, insideX, err := c.setup.Pad.Index(p.X, in.W)
	if err != nil || !insideY || !insideX {
		return 0, err
	}
	return c.setup.Input.Data()[(y*in.W+x)*c.channels+channel], nil
}

// cropped are the first rows and columns of a map: where the padding is laid
// around the input, a window more may fit than the rule lets in.
func cropped(y *tensor.Dense[float64], size nn.Size) (*tensor.Dense[float64], error) {
	data := make([]float64, 0, size.H*size.W)
	for row := range size.H {
		for column := range size.W {
			data = append(data, y.At(0, 0, row, column))
		}
	}
	return tensor.From(data, size.H, size.W)
}

// unlaid is a term of the laid input as one of the input itself.
func (c *Conv) unlaid(t nn.Term[float64]) nn.Term[float64] {
	if c.setup.Pad == nn.PadZeros {
		return t
	}
	pad := c.geometry.Window.Padding
	t.Tap.Input = nn.Point{Y: t.Tap.Input.Y - pad.Top, X: t.Tap.Input.X - pad.Left}
	t.Tap.Inside = !c.isPadding(t.Tap.Input)
	return t
}

// InputAt is the input at a place of a channel; outside of it what the padding
// holds there.
func (c *Conv) InputAt(p nn.Point, channel int) float64 { return c.valueAt(p, channel) }
