package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
)

// countSlip computes what a slip makes of the number of a layer's parameters,
// with its arithmetic. ok is false where the layer gives no cause for it.
type countSlip struct {
	id, variant string
	rule        func(r netspec.Row) (n int64, arithmetic string, ok bool)
}

// countSlips lists them, the likeliest first.
func countSlips() []countSlip {
	return []countSlip{
		{"bias-counted", "", biasCounted},
		{"no-bias", "", noBias},
		{"depth-ignored", "", depthIgnored},
		{"bias-twice", "", biasTwice},
		{"bias-per-weight", "", biasPerWeight},
		{"one-filter", "", oneFilter},
		{"pool-has-weights", "", poolHasWeights},
		{"output-sized-weights", "", outputSizedWeights},
		{"fc-count", "", fcCount},
	}
}

// slippedCount makes a slip at every layer that gives cause for it. The
// arithmetic is that of the first of them.
func slippedCount(t netspec.Table, s countSlip) (total int64, text string, ok bool) {
	for _, r := range t.Rows {
		n, arithmetic, made := s.rule(r)
		if !made {
			n = r.Params
		} else if text == "" {
			text = arithmetic
		}
		total += n
	}
	return total, text, text != ""
}

// sides are a convolution's filter sides and its input channels.
func sides(r netspec.Row) (h, w, c, k int) {
	f := r.Layer.Window.Kernel
	return f.H, f.W, r.In.C, r.Layer.Count
}

func isConv(r netspec.Row) bool { return r.Layer.Op == netspec.Conv }

func biasCounted(r netspec.Row) (int64, string, bool) {
	if r.Weights == 0 || r.Biases > 0 {
		return 0, "", false
	}
	n := r.Weights + int64(r.Out.C)
	return n, fmt.Sprintf("%d + %d = %d", r.Weights, r.Out.C, n), true
}

func noBias(r netspec.Row) (int64, string, bool) {
	return r.Weights, r.WeightsText, r.Biases > 0
}

func depthIgnored(r netspec.Row) (int64, string, bool) {
	if !isConv(r) {
		return 0, "", false
	}
	h, w, _, k := sides(r)
	n := h * w * k
	if r.Biases == 0 {
		return int64(n), product(n, h, w, k), true
	}
	return int64(n + k), fmt.Sprintf("%d*%d*%d + %d = %d", h, w, k, k, n+k), true
}

func biasTwice(r netspec.Row) (int64, string, bool) {
	n := r.Weights + 2*r.Biases
	return n, fmt.Sprintf("%d + 2*%d = %d", r.Weights, r.Biases, n), r.Biases > 0
}

func biasPerWeight(r netspec.Row) (int64, string, bool) {
	n := 2 * r.Weights
	return n, fmt.Sprintf("%d + %d = %d", r.Weights, r.Weights, n), r.Biases > 0
}

func oneFilter(r netspec.Row) (int64, string, bool) {
	if !isConv(r) {
		return 0, "", false
	}
	h, w, c, _ := sides(r)
	n := h * w * c
	if r.Biases == 0 {
		return int64(n), product(n, h, w, c), true
	}
	return int64(n + 1), fmt.Sprintf("%d*%d*%d + 1 = %d", h, w, c, n+1), true
}

// poolHasWeights gives a pool one filter for each channel.
func poolHasWeights(r netspec.Row) (int64, string, bool) {
	if r.Layer.Op != netspec.MaxPool {
		return 0, "", false
	}
	f := r.Layer.Window.Kernel
	n := f.H * f.W * r.In.C
	return int64(n), product(n, f.H, f.W, r.In.C), true
}

func outputSizedWeights(r netspec.Row) (int64, string, bool) {
	if !isConv(r) {
		return 0, "", false
	}
	n := r.Weights*int64(r.Out.H)*int64(r.Out.W) + r.Biases
	text := fmt.Sprintf("%d*%d*%d", r.Weights, r.Out.H, r.Out.W)
	if r.Biases > 0 {
		text += fmt.Sprintf(" + %d", r.Biases)
	}
	return n, fmt.Sprintf("%s = %d", text, n), true
}

// fcCount joins every input number to every output number.
func fcCount(r netspec.Row) (int64, string, bool) {
	if !isConv(r) {
		return 0, "", false
	}
	in := int64(r.In.H) * int64(r.In.W) * int64(r.In.C)
	out := int64(r.Out.H) * int64(r.Out.W) * int64(r.Out.C)
	n := in * out
	text := fmt.Sprintf("%d*%d", in, out)
	if r.Biases > 0 {
		n += out
		text += fmt.Sprintf(" + %d", out)
	}
	return n, fmt.Sprintf("%s = %d", text, n), true
}
