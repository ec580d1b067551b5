package nn

import (
	"fmt"

	"convtutor/internal/fault"
	"convtutor/internal/tensor"
)

// Pool is what a pooling layer is told besides its input.
type Pool struct {
	Kernel   Size
	Stride   Size  // 0 means the kernel's
	Padding  Sides // cells that max and min pooling pass over and average pooling takes as 0
	Dilation Size  // 0 means 1
	Rule     Rule  // RuleCeil is PyTorch's ceil_mode
	// ExcludePadding lets average pooling divide by the number of input cells
	// in the window instead of counting the padding too (PyTorch's
	// count_include_pad = false).
	ExcludePadding bool
}

// PoolShape gives the shape of a pooling layer's output, (N, C, OH, OW), and
// its geometry, from its input's shape (N, C, H, W). op names the layer in
// errors.
func PoolShape(op string, input []int, o Pool) ([]int, Geometry, error) {
	if err := fourAxes(op, "input", "N, C, H, W", input); err != nil {
		return nil, Geometry{}, err
	}
	stride := o.Stride
	if stride.H == 0 {
		stride.H = o.Kernel.H
	}
	if stride.W == 0 {
		stride.W = o.Kernel.W
	}
	g, err := NewGeometry(Size{input[2], input[3]}, Window{
		Kernel: o.Kernel, Stride: stride, Padding: o.Padding, Dilation: o.Dilation,
	}, o.Rule)
	if err != nil {
		return nil, Geometry{}, fmt.Errorf("%s: %w", op, err)
	}
	shape := []int{input[0], input[1], g.Out.H, g.Out.W}
	if _, err := tensor.Elements(shape...); err != nil {
		return nil, Geometry{}, fmt.Errorf("%s: output: %w", op, err)
	}
	return shape, g, nil
}

// allSee refuses a geometry of which a window sees nothing but padding: it has no
// largest cell, and no mean of the cells that it sees.
func (g Geometry) allSee(op string) error {
	if g.Rows().allSee(g.Out.H) && g.Columns().allSee(g.Out.W) {
		return nil
	}
	return fault.New("error.size.all_padding", fault.Args{"window": g.Window.Kernel, "padding": sides(g.Window.Padding)}, "%s: a window of %s over input %s with padding %s sees nothing but padding",
		op, g.Window.Kernel, g.In, g.Window.Padding)
}

// allSee says whether each of out windows has a tap inside of the input.
func (a Axis) allSee(out int) bool {
	for o := range out {
		start := o*a.Stride - a.Before
		if start < 0 { // the first tap that is not before the input
			start += (-start + a.Dilation - 1) / a.Dilation * a.Dilation
		}
		if start >= a.In || start > o*a.Stride-a.Before+a.Span()-1 {
			return false
		}
	}
	return true
}

// eachPlaneWindow goes through all windows of all n planes: plane is the place
// where the plane begins in the input, at that of the window's cell in the
// output.
func eachPlaneWindow(g Geometry, n int, visit func(taps []meeting, plane, at int)) {
	inCells, outCells := g.In.H*g.In.W, g.Out.H*g.Out.W
	g.eachWindow(func(cell int, taps []meeting) {
		for i := range n {
			visit(taps, i*inCells, i*outCells+cell)
		}
	})
}
