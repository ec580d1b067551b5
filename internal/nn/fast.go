package nn

import (
	"fmt"

	"convtutor/internal/nn/kernel"
	"convtutor/internal/tensor"
)

// FastConv2D is Conv2D for large pictures: the same numbers but for rounding
// (equal where products and sums are exact), many times sooner and on all
// cores. Padding is multiplied like any cell here, so that an infinite weight
// makes NaN of it. Numbers that are shown with their products come from Conv2D.
func FastConv2D(x, w *tensor.Dense[float32], bias []float32, o Conv) (*tensor.Dense[float32], error) {
	s, err := convSlide(x.Shape(), w.Shape(), o)
	if err != nil {
		return nil, err
	}
	if err := biasFits("conv2d", bias, s.out, w.Shape()); err != nil {
		return nil, err
	}
	window, pad := s.g.Window, s.g.exactPadding()
	run, err := kernel.NewConv(kernel.Shape{
		Channels: s.in, Height: s.g.In.H, Width: s.g.In.W,
		Filters: s.out, FilterH: window.Kernel.H, FilterW: window.Kernel.W,
		StrideH: window.Stride.H, StrideW: window.Stride.W,
		PadTop: pad.Top, PadLeft: pad.Left, PadBottom: pad.Bottom, PadRight: pad.Right,
		DilationH: window.Dilation.H, DilationW: window.Dilation.W,
		Groups: s.groups,
	})
	if err != nil {
		return nil, fmt.Errorf("conv2d: %w", err)
	}
	return eachPicture("conv2d", x, []int{s.n, s.out, s.g.Out.H, s.g.Out.W}, func(dst, src []float32) error {
		return run.Run(dst, src, w.Data(), bias)
	})
}

// FastMaxPool2D is MaxPool2D for large pictures: the same numbers, without
// saying where they were.
func FastMaxPool2D(x *tensor.Dense[float32], o Pool) (*tensor.Dense[float32], error) {
	const op = "maxpool2d"
	shape, g, err := PoolShape(op, x.Shape(), o)
	if err != nil {
		return nil, err
	}
	if err := g.allSee(op); err != nil {
		return nil, err
	}
	window, pad := g.Window, g.exactPadding()
	run, err := kernel.NewMaxPool(kernel.PoolShape{
		Channels: shape[1], Height: g.In.H, Width: g.In.W,
		PoolH: window.Kernel.H, PoolW: window.Kernel.W,
		StrideH: window.Stride.H, StrideW: window.Stride.W,
		PadTop: pad.Top, PadLeft: pad.Left, PadBottom: pad.Bottom, PadRight: pad.Right,
		DilationH: window.Dilation.H, DilationW: window.Dilation.W,
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", op, err)
	}
	return eachPicture(op, x, shape, run.Run)
}

// eachPicture makes an output of the given shape, picture by picture.
func eachPicture(op string, x *tensor.Dense[float32], shape []int, run func(dst, src []float32) error) (*tensor.Dense[float32], error) {
	y, err := tensor.New[float32](shape...)
	if err != nil {
		return nil, fmt.Errorf("%s: output: %w", op, err)
	}
	in, out := x.Len()/shape[0], y.Len()/shape[0]
	for n := range shape[0] {
		if err := run(y.Data()[n*out:n*out+out], x.Data()[n*in:n*in+in]); err != nil {
			return nil, fmt.Errorf("%s: %w", op, err)
		}
	}
	return y, nil
}

// exactPadding is the padding with which rounding down gives the output that
// the geometry has under its own rule: the trailing padding ends where the last
// window does.
func (g Geometry) exactPadding() Sides {
	after := func(a Axis, out int) int { return max(0, (out-1)*a.Stride+a.Span()-a.In-a.Before) }
	p := g.Window.Padding
	p.Bottom, p.Right = after(g.Rows(), g.Out.H), after(g.Columns(), g.Out.W)
	return p
}
