package quiz_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"convtutor/quiz"
)

// halfTurned is a problem whose filter has its numbers the other way round.
func halfTurned(t *testing.T, problem []byte) []byte {
	t.Helper()
	var p map[string]any
	if err := json.Unmarshal(problem, &p); err != nil {
		t.Fatal(err)
	}
	slices.Reverse(p["weight"].(map[string]any)["data"].([]any))
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// turnOf tells which of two outputs one is.
func turnOf(plain, half, output string) string {
	switch {
	case plain == output && half == output:
		return "both"
	case plain == output:
		return "cross-correlation"
	case half == output:
		return "convolution"
	}
	return "neither"
}

// pointedAt is what is given, with a place typed as an answer for its cell.
func pointedAt(t *testing.T, g exportedGiven, place string) exportedGiven {
	t.Helper()
	g.At = []int{0, 0, 0}
	if _, err := fmt.Sscanf(place, "%d, %d", &g.At[1], &g.At[2]); err != nil {
		t.Fatal(err)
	}
	g.At[1]--
	g.At[2]--
	return g
}

func TestFlipsByHand(t *testing.T) {
	answers := map[string]int{}
	everyOf(t, "flip", func(q quiz.Question) {
		var want string
		if p := q.Given.Problem; p != nil {
			plain := convolvedByHand(p, "")
			half := *p
			half.Weight = &quiz.Array{Shape: p.Weight.Shape, Data: slices.Clone(p.Weight.Data)}
			slices.Reverse(half.Weight.Data)
			want = turnOf(plain, convolvedByHand(&half, ""), q.Given.Values["output"].(string))
		} else {
			rows, cols := quiz.GridSize(q.Given.Values["filter"].(string))
			grid, err := quiz.ReadGrid(q.Given.Values["filter"].(string), rows, cols)
			if err != nil {
				t.Fatal(err)
			}
			turned := make([][]float64, rows)
			for y, row := range grid {
				turned[rows-1-y] = make([]float64, cols)
				for x, v := range row {
					turned[rows-1-y][cols-1-x], _ = v.Float64()
				}
			}
			want = written(turned)
		}
		if q.Level == 3 {
			answers[q.Answer]++
		}
		if q.Answer != want {
			t.Errorf("%s is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
	if len(answers) != 4 {
		t.Errorf("level 3 has the answers %v", answers)
	}
}

// TestReadsPlacesByHand lays every window down and counts, pixel by pixel.
func TestReadsPlacesByHand(t *testing.T) {
	everyOf(t, "reads-place", func(q quiz.Question) {
		n, _, _, layers := readSpec(t, q.Given.Spec)
		l := layers[0]
		reads := map[[2]int]int{}
		for y := -l.pad; y+l.fh <= n+l.pad; y += l.stride {
			for x := -l.pad; x+l.fh <= n+l.pad; x += l.stride {
				for i := range l.fh * l.fh {
					reads[[2]int{y + i/l.fh, x + i%l.fh}]++
				}
			}
		}
		var want []string
		for y := range n {
			for x := range n {
				if reads[[2]int{y, x}] == q.Given.Values["reads"] {
					want = append(want, fmt.Sprintf("%d, %d", y+1, x+1))
				}
			}
		}
		if got := append([]string{q.Answer}, q.Accept...); !slices.Equal(got, want) {
			t.Errorf("%s: %v, by hand %v", q.Route(), got, want)
		}
	})
}
