package digitnet_test

import (
	"math"
	"strings"
	"testing"

	"convtutor/internal/data"
	"convtutor/internal/digitnet"
)

func digits(t testing.TB) []data.Digit {
	t.Helper()
	list, err := data.Digits()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// byHand runs the network with loops of its own and gives the scores.
func byHand(n *digitnet.Net, d data.Digit) []float64 {
	side := data.DigitSide
	maps := [][]float64{make([]float64, side*side)}
	for i, v := range d.Pixels {
		maps[0][i] = float64(v)
	}
	for layer := range 2 {
		p := n.Layers[layer]
		var next [][]float64
		for k, bias := range p.Bias {
			pooled := make([]float64, side*side/4)
			for y := range side {
				for x := range side {
					sum := bias
					for c, m := range maps {
						for t := range 9 {
							fy, fx := y+t/3-1, x+t%3-1
							if fy >= 0 && fx >= 0 && fy < side && fx < side {
								sum += m[fy*side+fx] * p.Weight.Data()[(k*len(maps)+c)*9+t]
							}
						}
					}
					at := y/2*side/2 + x/2
					pooled[at] = max(pooled[at], sum) // 0 to begin with: the ReLU
				}
			}
			next = append(next, pooled)
		}
		maps, side = next, side/2
	}
	p := n.Layers[2]
	scores := append([]float64(nil), p.Bias...)
	i := 0
	for _, m := range maps {
		for _, v := range m {
			for o := range scores {
				scores[o] += v * p.Weight.Data()[o*p.Weight.Dim(1)+i]
			}
			i++
		}
	}
	return scores
}

// TestHeldOutDigits runs the committed weights over the digits held out, with
// loops of its own, and holds the figure on screen to that.
func TestHeldOutDigits(t *testing.T) {
	n, err := digitnet.Load()
	if err != nil {
		t.Fatal(err)
	}
	all := digits(t)
	right := 0
	for _, d := range all[len(all)-digitnet.TestCount:] {
		best, most := 0, math.Inf(-1)
		for c, s := range byHand(n, d) {
			if s > most {
				best, most = c, s
			}
		}
		if best == d.Label {
			right++
		}
	}
	report, err := digitnet.Test()
	if err != nil {
		t.Fatal(err)
	}
	if report.Right != right || report.Of != digitnet.TestCount || report.Right+len(report.Missed) != report.Of {
		t.Errorf("the report says %d of %d, %d missed; by hand %d are right", report.Right, report.Of, len(report.Missed), right)
	}
	if report.Percent() < 95 {
		t.Errorf("%.2f percent are right", report.Percent())
	}
}

func TestTraceByHand(t *testing.T) {
	n, err := digitnet.Load()
	if err != nil {
		t.Fatal(err)
	}
	all := digits(t)
	for i := 0; i < len(all); i += 50 {
		trace, err := n.Run(all[i])
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for c, want := range byHand(n, all[i]) {
			if got := trace.Maps[len(trace.Maps)-2].Data()[c]; math.Abs(got-want) > 1e-9 {
				t.Errorf("digit %d, class %d: score %v, by hand %v", i, c, got, want)
			}
			sum += trace.Maps[len(trace.Maps)-1].Data()[c]
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("digit %d: the probabilities sum up to %v", i, sum)
		}
		for k, row := range n.Table.Rows {
			if got := len(trace.Maps[k+1].Data()); int64(got) != row.Activations {
				t.Errorf("layer %d puts out %d numbers, the table says %d", k+1, got, row.Activations)
			}
		}
	}
}

// TestSplitKeepsWritersApart: no digit is in both parts, and more digits lie
// between them than one writer wrote.
func TestSplitKeepsWritersApart(t *testing.T) {
	all := digits(t)
	train, test := digitnet.Split(all)
	between := len(all) - len(train) - len(test)
	if len(train) != digitnet.TrainCount || len(test) != digitnet.TestCount || between < len(all)/13 {
		t.Errorf("%d to learn from, %d between, %d to test", len(train), between, len(test))
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"", "100\n1 2\n3", strings.Repeat("0\n1\n1\n", 3), strings.Repeat("10\nx\n1\n", 3), strings.Repeat("10\n1\n1\n", 3)} {
		if _, err := digitnet.Parse(text); err == nil {
			t.Errorf("%q is taken for weights", text)
		}
	}
}
