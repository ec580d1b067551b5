package viz_test

import (
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/tensor"
	"convtutor/internal/viztest"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// lecture is the picture and the filter of the course.
const (
	lectureInput  = "1 1 1 0 0/0 1 1 1 0/0 0 1 1 1/0 0 1 1 0/0 1 1 0 0"
	lectureFilter = "1 0 1/0 1 0/1 0 1"
)

// plane reads rows of numbers, parted by "/", as an array (H, W, 1).
func plane(t testing.TB, rows string) *tensor.Dense[float64] {
	t.Helper()
	var data []float64
	lines := strings.Split(rows, "/")
	for _, line := range lines {
		for _, f := range strings.Fields(line) {
			v, err := strconv.ParseFloat(f, 64)
			if err != nil {
				t.Fatal(err)
			}
			data = append(data, v)
		}
	}
	d, err := tensor.From(data, len(lines), len(data)/len(lines), 1)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func newConv(t testing.TB, s viz.ConvSetup) *viz.Conv {
	t.Helper()
	c, err := viz.NewConv(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func lecture(t testing.TB) *viz.Conv {
	return newConv(t, viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)})
}

func drawn(a viz.Animation, i, w, h int, say viz.Say, hide bool) *canvas.Grid {
	return viztest.Grid(w, h, say, hide, func(f viz.Frame) { a.Draw(i, f) })
}
