package netspec_test

import (
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// figures are a layer's published output and parameters.
type figures struct {
	spec   string
	out    netspec.Shape
	params int64
}

func known(t *testing.T, name string) netspec.Table {
	t.Helper()
	net, err := netspec.Known(name)
	if err != nil {
		t.Fatal(err)
	}
	table, err := net.Table(nn.RuleFloor)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// withWeights are the rows that learn something.
func withWeights(table netspec.Table) []netspec.Row {
	var rows []netspec.Row
	for _, r := range table.Rows {
		if r.Params > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

func compare(t *testing.T, name string, want []figures, total int64) {
	t.Helper()
	table := known(t, name)
	rows := withWeights(table)
	if len(rows) != len(want) {
		t.Fatalf("%s: %d layers with weights, want %d", name, len(rows), len(want))
	}
	for i, w := range want {
		if r := rows[i]; r.Layer.Spec != w.spec || r.Out != w.out || r.Params != w.params {
			t.Errorf("%s: %s gives %v with %d parameters, published %s: %v with %d",
				name, r.Layer.Spec, r.Out, r.Params, w.spec, w.out, w.params)
		}
	}
	if table.Total.Params != total {
		t.Errorf("%s: %d parameters, published %d", name, table.Total.Params, total)
	}
}

func TestLeNet5(t *testing.T) {
	compare(t, "lenet5", []figures{
		{"conv 5 6", netspec.Shape{H: 28, W: 28, C: 6}, 156},
		{"conv 5 16", netspec.Shape{H: 10, W: 10, C: 16}, 2416},
		{"dense 120", netspec.Shape{H: 1, W: 1, C: 120}, 48120},
		{"dense 84", netspec.Shape{H: 1, W: 1, C: 84}, 10164},
		{"dense 10", netspec.Shape{H: 1, W: 1, C: 10}, 850},
	}, 61706)
}

func alexnet(groups string, conv2, conv4, conv5 int64) []figures {
	return []figures{
		{"conv 11 96 s4", netspec.Shape{H: 55, W: 55, C: 96}, 34944},
		{"conv 5 256 p2" + groups, netspec.Shape{H: 27, W: 27, C: 256}, conv2},
		{"conv 3 384 p1", netspec.Shape{H: 13, W: 13, C: 384}, 885120},
		{"conv 3 384 p1" + groups, netspec.Shape{H: 13, W: 13, C: 384}, conv4},
		{"conv 3 256 p1" + groups, netspec.Shape{H: 13, W: 13, C: 256}, conv5},
		{"dense 4096", netspec.Shape{H: 1, W: 1, C: 4096}, 37752832},
		{"dense 4096", netspec.Shape{H: 1, W: 1, C: 4096}, 16781312},
		{"dense 1000", netspec.Shape{H: 1, W: 1, C: 1000}, 4097000},
	}
}

func TestAlexNet(t *testing.T) {
	compare(t, "alexnet", alexnet(" g2", 307456, 663936, 442624), 60965224)
	compare(t, "alexnet-nogroups", alexnet("", 614656, 1327488, 884992), 62378344)
}

// TestVGG16 holds the table of the course CS231n and of the paper.
func TestVGG16(t *testing.T) {
	conv := func(side, k int, params int64) figures {
		return figures{
			map[int]string{64: "conv 3 64 p1", 128: "conv 3 128 p1", 256: "conv 3 256 p1", 512: "conv 3 512 p1"}[k],
			netspec.Shape{H: side, W: side, C: k},
			params,
		}
	}
	compare(t, "vgg16", []figures{
		conv(224, 64, 1792), conv(224, 64, 36928),
		conv(112, 128, 73856), conv(112, 128, 147584),
		conv(56, 256, 295168), conv(56, 256, 590080), conv(56, 256, 590080),
		conv(28, 512, 1180160), conv(28, 512, 2359808), conv(28, 512, 2359808),
		conv(14, 512, 2359808), conv(14, 512, 2359808), conv(14, 512, 2359808),
		{"dense 4096", netspec.Shape{H: 1, W: 1, C: 4096}, 102764544},
		{"dense 4096", netspec.Shape{H: 1, W: 1, C: 4096}, 16781312},
		{"dense 1000", netspec.Shape{H: 1, W: 1, C: 1000}, 4097000},
	}, 138357544)
}

// TestVGGReceptiveFields holds the fields after every block; pool5 has 212.
func TestVGGReceptiveFields(t *testing.T) {
	want := []int{6, 16, 44, 100, 212}
	var got []int
	for _, r := range known(t, "vgg16").Rows {
		if r.Layer.Op == netspec.MaxPool {
			got = append(got, r.Field.H)
			if r.Field.H != r.Field.W {
				t.Errorf("%s: field %v is not square", r.Layer.Spec, r.Field)
			}
		}
	}
	for i, w := range want {
		if got[i] != w {
			t.Errorf("pool%d sees %d, published %d", i+1, got[i], w)
		}
	}
}

func TestVGG19Total(t *testing.T) {
	if got := known(t, "vgg19").Total.Params; got != 143667240 {
		t.Errorf("%d parameters, published 143667240", got)
	}
}

// TestDCGAN holds the shapes of the paper's figure 1, and the counts that
// PyTorch's summary gives for its tutorial's generator.
func TestDCGAN(t *testing.T) {
	compare(t, "dcgan-pytorch", []figures{
		{"convt 4 512 nobias", netspec.Shape{H: 4, W: 4, C: 512}, 819200},
		{"batchnorm", netspec.Shape{H: 4, W: 4, C: 512}, 1024},
		{"convt 4 256 s2 p1 nobias", netspec.Shape{H: 8, W: 8, C: 256}, 2097152},
		{"batchnorm", netspec.Shape{H: 8, W: 8, C: 256}, 512},
		{"convt 4 128 s2 p1 nobias", netspec.Shape{H: 16, W: 16, C: 128}, 524288},
		{"batchnorm", netspec.Shape{H: 16, W: 16, C: 128}, 256},
		{"convt 4 64 s2 p1 nobias", netspec.Shape{H: 32, W: 32, C: 64}, 131072},
		{"batchnorm", netspec.Shape{H: 32, W: 32, C: 64}, 128},
		{"convt 4 3 s2 p1 nobias", netspec.Shape{H: 64, W: 64, C: 3}, 3072},
	}, 3576704)
	var sides []int
	for _, r := range known(t, "dcgan").Rows {
		if r.Layer.Op == netspec.Reshape || r.Layer.Op == netspec.ConvT {
			sides = append(sides, r.Out.H, r.Out.C)
		}
	}
	want := []int{4, 1024, 8, 512, 16, 256, 32, 128, 64, 3}
	for i := range want {
		if i >= len(sides) || sides[i] != want[i] {
			t.Fatalf("sides and channels %v, published %v", sides, want)
		}
	}
}

// TestCourseFigures holds what the lecture says of single layers.
func TestCourseFigures(t *testing.T) {
	for spec, want := range map[string]struct {
		out    netspec.Shape
		params int64
	}{
		"32x32x3 | conv 5 6":                     {netspec.Shape{H: 28, W: 28, C: 6}, 456},
		"32x32x3 | flatten | dense 4704":         {netspec.Shape{H: 1, W: 1, C: 4704}, 14455392},
		"32x32x3 | conv 5 10 s1 p2":              {netspec.Shape{H: 32, W: 32, C: 10}, 760},
		"720x1280x3 | conv 3 10 p1 nobias":       {netspec.Shape{H: 720, W: 1280, C: 10}, 270},
		"720x1280x3 | conv 3x3x10 p1":            {netspec.Shape{H: 720, W: 1280, C: 10}, 280},
		"720×1280×3 | conv 3×3×10 p1 | conv １ 5": {netspec.Shape{H: 720, W: 1280, C: 5}, 280 + 55},
	} {
		net, err := netspec.Parse(spec)
		if err != nil {
			t.Errorf("%s: %v", spec, err)
			continue
		}
		table, err := net.Table(nn.RuleFloor)
		if err != nil {
			t.Errorf("%s: %v", spec, err)
			continue
		}
		if out := table.Rows[len(table.Rows)-1].Out; out != want.out || table.Total.Params != want.params {
			t.Errorf("%s: %v with %d parameters, want %v with %d", spec, out, table.Total.Params, want.out, want.params)
		}
	}
}
