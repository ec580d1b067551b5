package quiz_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"convtutor/internal/solve"
	"convtutor/quiz"
)

func TestPoolMaximaByHand(t *testing.T) {
	everyOf(t, "pool-max", func(q quiz.Question) {
		p := q.Given.Problem
		plane, best := padded(p, 0, -1e9), -1e9
		for y := range p.Kernel[0] {
			for x := range p.Kernel[1] {
				best = max(best, plane[q.Given.At[1]*p.Stride[0]+y][q.Given.At[2]*p.Stride[1]+x])
			}
		}
		if q.Answer != fmt.Sprint(int(best)) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, best)
		}
	})
}

// poolWindow are the numbers of channel 0 under the window asked about, padding
// as fill.
func poolWindow(q quiz.Question, fill float64) []float64 {
	p := q.Given.Problem
	plane := padded(p, 0, fill)
	var list []float64
	for y := range p.Kernel[0] {
		for x := range p.Kernel[1] {
			list = append(list, plane[q.Given.At[1]*p.Stride[0]+y][q.Given.At[2]*p.Stride[1]+x])
		}
	}
	return list
}

func TestPoolValuesByHand(t *testing.T) {
	ops := map[string]int{}
	everyOf(t, "pool-value", func(q quiz.Question) {
		ops[q.Given.Problem.Op]++
		want := 0.0
		if q.Given.Problem.Op == "avgpool2d" {
			window := poolWindow(q, 0)
			for _, v := range window {
				want += v
			}
			want /= float64(len(window))
		} else {
			want = slices.Min(poolWindow(q, 1e9))
		}
		if q.Answer != fmt.Sprint(want) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, want)
		}
	})
	if ops["avgpool2d"] == 0 || ops["minpool2d"] == 0 {
		t.Errorf("operations asked about: %v", ops)
	}
}

func TestPoolPositionsByHand(t *testing.T) {
	everyOf(t, "pool-position", func(q quiz.Question) {
		p := q.Given.Problem
		var y, x int
		if _, err := fmt.Sscanf(q.Answer, "%d, %d", &y, &x); err != nil {
			t.Fatalf("%s: %s: %v", q.Route(), q.Answer, err)
		}
		top, left := q.Given.At[1]*p.Stride[0]+1, q.Given.At[2]*p.Stride[1]+1
		if y < top || x < left || y >= top+p.Kernel[0] || x >= left+p.Kernel[1] {
			t.Errorf("%s: %s is outside of the window from %d, %d", q.Route(), q.Answer, top, left)
		}
		if v := padded(p, 0, 0)[y-1][x-1]; v != slices.Max(poolWindow(q, 0)) {
			t.Errorf("%s: %v at %s is not the largest", q.Route(), v, q.Answer)
		}
	})
}

// TestPoolGradientsByHand nudges the input cell and sees how the pooled
// numbers, each times its gradient, follow.
func TestPoolGradientsByHand(t *testing.T) {
	answers := map[bool]int{}
	everyOf(t, "pool-gradient", func(q quiz.Question) {
		p := q.Given.Problem
		loss := func() float64 {
			sum, w := 0.0, (p.Input.Shape[3]-p.Kernel[1])/p.Stride[1]+1
			for i, g := range p.Grad {
				window := poolWindow(quiz.Question{Given: quiz.Given{Problem: p, At: []int{0, i / w, i % w}}}, 0)
				v := slices.Max(window)
				if p.Op == "avgpool2d" {
					v = 0
					for _, n := range window {
						v += n / float64(len(window))
					}
				}
				sum += g * v
			}
			return sum
		}
		at := q.Given.At[1]*p.Input.Shape[3] + q.Given.At[2]
		before := loss()
		p.Input.Data[at] += 0.125
		slope := (loss() - before) / 0.125
		p.Input.Data[at] -= 0.125
		answers[q.Answer == "0"]++
		if q.Answer != fmt.Sprint(slope) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, slope)
		}
	})
	if answers[true] == 0 || answers[false] < answers[true] {
		t.Errorf("answers that are 0: %v", answers)
	}
}

func TestActivationsByHand(t *testing.T) {
	signs := map[bool]int{}
	everyOf(t, "activation", func(q quiz.Question) {
		p := q.Given.Problem
		y, x, sum := q.Given.At[1], q.Given.At[2], 0.0
		plane := padded(p, 0, 0)
		if p.Weight == nil {
			sum = plane[y][x]
		} else {
			for i, w := range p.Weight.Data {
				sum += w * plane[y+i/2][x+i%2]
			}
			for _, b := range p.Bias {
				sum += b
			}
		}
		signs[sum < 0]++
		want := max(sum, 0)
		if sum < 0 && q.Given.Ask == "leaky-relu" {
			want = sum / 10
		}
		if q.Answer != fmt.Sprint(want) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, want)
		}
	})
	if signs[true] == 0 || signs[false] == 0 {
		t.Errorf("sums below 0: %v", signs)
	}
}

func TestFilterPatchesByHand(t *testing.T) {
	over := 0
	everyOf(t, "filter-patch", func(q quiz.Question) {
		p, sum := q.Given.Problem, 0.0
		for i, w := range p.Weight.Data {
			sum += w * p.Input.Data[i]
		}
		if sum < 0 || sum > 255 {
			over++
		}
		if q.Answer != fmt.Sprint(sum) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, sum)
		}
	})
	if over == 0 {
		t.Error("no question leads out of 0 to 255")
	}
}

// solvedGradient is all of solve's gradient of the input, row by row.
func solvedGradient(t *testing.T, problem []byte) string {
	t.Helper()
	text, err := solve.Answer(nil, problem)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		GradInput []float64 `json:"grad_input"`
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatal(err)
	}
	return written(slices.Collect(slices.Chunk(answer.GradInput, inputWidth(t, problem))))
}

// TestPoolMapsByHand reads every window of the output; backwards it nudges
// every cell of the input and sees how the output, each number times its
// gradient, follows.
func TestPoolMapsByHand(t *testing.T) {
	asked := map[string]int{}
	everyOf(t, "pool-map", func(q quiz.Question) {
		p := q.Given.Problem
		asked[q.Given.Ask+" "+p.Op]++
		h, w := p.Input.Shape[2], p.Input.Shape[3]
		outH, outW := (h-p.Kernel[0])/p.Stride[0]+1, (w-p.Kernel[1])/p.Stride[1]+1
		output := func() [][]float64 {
			rows := make([][]float64, outH)
			for i := range outH * outW {
				window := poolWindow(quiz.Question{Given: quiz.Given{Problem: p, At: []int{0, i / outW, i % outW}}}, 0)
				v := map[string]float64{"maxpool2d": slices.Max(window), "minpool2d": slices.Min(window)}[p.Op]
				if p.Op == "avgpool2d" {
					for _, n := range window {
						v += n / float64(len(window))
					}
				}
				rows[i/outW] = append(rows[i/outW], v)
			}
			return rows
		}
		want := output()
		if q.Given.Ask == "gradient" {
			loss := func() (sum float64) {
				for i, g := range p.Grad {
					sum += g * output()[i/outW][i%outW]
				}
				return sum
			}
			before := loss()
			want = make([][]float64, h)
			for i := range h * w {
				p.Input.Data[i] += 0.125
				want[i/w] = append(want[i/w], (loss()-before)/0.125)
				p.Input.Data[i] -= 0.125
			}
		}
		if q.Answer != written(want) {
			t.Errorf("%s is %s, by hand %s", q.Route(), q.Answer, written(want))
		}
	})
	for _, what := range []string{"output maxpool2d", "output avgpool2d", "output minpool2d", "gradient maxpool2d"} {
		if asked[what] == 0 {
			t.Errorf("no question asks for the %s", what)
		}
	}
}
