package nn_test

import (
	"fmt"
	"strings"
	"testing"

	"convtutor/internal/nn"
)

// TestPadModes holds the modes to what PyTorch's documentation shows for
// nn.ReplicationPad1d, ReflectionPad1d and CircularPad1d with padding 2 on
// 0 1 2 3.
func TestPadModes(t *testing.T) {
	for mode, want := range map[nn.PadMode]string{
		nn.PadZeros:     "- - 0 1 2 3 - -",
		nn.PadReplicate: "0 0 0 1 2 3 3 3",
		nn.PadReflect:   "2 1 0 1 2 3 2 1",
		nn.PadCircular:  "2 3 0 1 2 3 0 1",
	} {
		var got []string
		for i := -2; i < 6; i++ {
			cell, inside, err := mode.Index(i, 4)
			if err != nil {
				t.Fatal(err)
			}
			text := "-"
			if inside {
				text = fmt.Sprint(cell)
			}
			got = append(got, text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", mode, s, want)
		}
	}
}

func TestPadModesRefuse(t *testing.T) {
	for _, c := range []struct {
		mode nn.PadMode
		i, n int
	}{{nn.PadReflect, -3, 3}, {nn.PadReflect, 5, 3}, {nn.PadCircular, -4, 3}, {nn.PadCircular, 6, 3}, {nn.PadReplicate, -1, 0}, {9, -1, 3}} {
		if cell, _, err := c.mode.Index(c.i, c.n); err == nil {
			t.Errorf("%s: place %d of %d is cell %d", c.mode, c.i, c.n, cell)
		}
	}
}
