package viz

import (
	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// padded is the input's size with its padding.
func (p *Pool) padded() nn.Size {
	in, pad := p.geometry.In, p.setup.Padding
	return nn.Size{H: pad.Top + in.H + pad.Bottom, W: pad.Left + in.W + pad.Right}
}

// drawPadding draws the cells around the input; inside has those of the window
// at hand, each with its number from 1.
func (d *poolDrawing) drawPadding(inside map[nn.Point]int) {
	in, pad := d.geometry.In, d.setup.Padding
	text := "·" // passed over
	if d.setup.Mode == PoolAverage {
		text = "0"
	}
	for y := -pad.Top; y < in.H+pad.Bottom; y++ {
		for x := -pad.Left; x < in.W+pad.Right; x++ {
			at := nn.Point{Y: y, X: x}
			box, ok := d.at.input.box(at)
			if !ok || y >= 0 && y < in.H && x >= 0 && x < in.W {
				continue
			}
			k, role := inside[at], canvas.RolePadding
			if k > 0 {
				role = canvas.RoleWindowPad
			}
			d.Fill(box, role)
			d.TextRight(box.X+box.W-d.at.input.right, box.Y+d.at.input.valueRow(), role, text)
			if k == d.k+1 && !d.setup.Back {
				d.edges(box, canvas.RoleMark, "▌", "▐")
			}
		}
	}
}
