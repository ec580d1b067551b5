package netspec

import (
	"errors"
	"fmt"
	"strings"
)

// Counts are what a layer costs. Weights and biases are what is learned, as
// PyTorch counts it: a batch normalization has its scales as weights and its
// shifts as biases, and the running means that it keeps are not learned.
type Counts struct {
	Weights, Biases, Params int64
	// WeightsText is the arithmetic: "3*3*3*10 = 270", height, width, channels
	// that one filter sees, filters; empty where nothing is learned.
	WeightsText string
	// MACs are the multiply-adds of convolutions and dense layers, padding
	// included; those of other layers are not counted.
	MACs     int64
	MACsText string // "720*1280*270 = 248832000"
	// Activations are the numbers that the layer puts out.
	Activations int64
}

// maxCount bounds every count, so that it is exact in JSON readers that keep
// numbers as float64.
const maxCount = 1 << 53

var errTooMany = errors.New("more numbers than can be counted (2^53)")

// product multiplies with a check. No factor is negative.
func product(factors ...int64) (int64, error) {
	p := int64(1)
	for _, f := range factors {
		if f != 0 && p > maxCount/f {
			return 0, errTooMany
		}
		p *= f
	}
	return p, nil
}

// sumUp adds with a check.
func sumUp(a, b int64) (int64, error) {
	if a > maxCount-b {
		return 0, errTooMany
	}
	return a + b, nil
}

// counts works out what a layer costs.
func (l Layer) counts(in, out Shape) (Counts, error) {
	c := Counts{}
	var err error
	if c.Activations, err = product(int64(out.H), int64(out.W), int64(out.C)); err != nil {
		return c, err
	}
	factors, positions := l.factors(in, out)
	if factors == nil {
		return c, nil
	}
	if c.Weights, err = product(factors.values...); err != nil {
		return c, err
	}
	c.WeightsText = factors.String(c.Weights)
	if !l.NoBias {
		c.Biases = int64(out.C)
	}
	if c.Params, err = sumUp(c.Weights, c.Biases); err != nil || l.Op == BatchNorm {
		return c, err
	}
	c.MACs, err = product(int64(positions.H), int64(positions.W), c.Weights)
	if err == nil {
		c.MACsText = fmt.Sprintf("%d*%d*%d = %d", positions.H, positions.W, c.Weights, c.MACs)
	}
	return c, err
}

// factors are the numbers whose product is a layer's weights, and the plane at
// whose every cell each weight is used once. nil where nothing is learned.
func (l Layer) factors(in, out Shape) (*factors, Shape) {
	k := l.Window.Kernel
	side := []int64{int64(k.H), int64(k.W)}
	switch l.Op {
	case Conv:
		return filterFactors(side, in.C, l.Groups, l.Count), out
	case ConvT:
		return filterFactors(side, in.C, l.Groups, l.Count), in
	case Dense:
		return &factors{values: []int64{int64(in.C), int64(l.Count)}}, out
	case BatchNorm:
		return &factors{values: []int64{int64(in.C)}}, out
	}
	return nil, Shape{}
}

func filterFactors(side []int64, channels, groups, count int) *factors {
	f := &factors{values: append(side, int64(channels/groups), int64(count)), texts: map[int]string{}}
	if groups > 1 {
		f.texts[2] = fmt.Sprintf("(%d/%d)", channels, groups)
	}
	return f
}

// factors are numbers to multiply; texts says some of them in another way.
type factors struct {
	values []int64
	texts  map[int]string
}

// String writes the product as arithmetic with its result.
func (f *factors) String(result int64) string {
	if len(f.values) == 1 {
		return fmt.Sprint(result)
	}
	parts := make([]string, len(f.values))
	for i, v := range f.values {
		parts[i] = fmt.Sprint(v)
		if t, ok := f.texts[i]; ok {
			parts[i] = t
		}
	}
	return strings.Join(parts, "*") + fmt.Sprintf(" = %d", result)
}
