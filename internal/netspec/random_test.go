package netspec_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// plan is a random network as this test's own arithmetic sees it.
type plan struct {
	spec    string
	h, w, c int
	// fields maps, on each axis, an output cell to the input cells it needs:
	// the first and last of them, padding not cut off.
	needs  [2][][]int
	params int64
	macs   int64
	acts   int64
}

// slide counts windows by placing them one by one, and joins what they need.
func slide(n, f, s, p, d int, needs [][]int) (out [][]int, unread int) {
	read := make([]bool, n)
	for at := -p; at+d*(f-1) < n+p; at += s {
		var cells []int
		for k := range f {
			i := at + k*d
			if i >= 0 && i < n {
				read[i] = true
				cells = append(cells, needs[i]...)
				continue
			}
			// A cell of padding: as far out as its distance says.
			edge := needs[0]
			step := 1
			if n > 1 {
				step = slices.Min(needs[1]) - slices.Min(needs[0])
			}
			for _, c := range edge {
				cells = append(cells, c+i*step)
			}
		}
		out = append(out, []int{slices.Min(cells), slices.Max(cells)})
	}
	for _, r := range read {
		if !r {
			unread++
		}
	}
	return out, unread
}

// TestRandomNetworks holds shapes, counts, receptive fields and unread cells
// of random stacks to sliding by hand, cell by cell.
func TestRandomNetworks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(t, name) }
		p := plan{h: draw("h", 12, 40), w: draw("w", 12, 40), c: draw("c", 1, 4)}
		shape := func() string { return netspec.Shape{H: p.h, W: p.w, C: p.c}.String() }
		p.spec = shape()
		for axis, n := range []int{p.h, p.w} {
			for i := range n {
				p.needs[axis] = append(p.needs[axis], []int{i, i})
			}
		}
		p.acts = int64(p.h * p.w * p.c)
		type expected struct {
			out            netspec.Shape
			field          [2]int
			rows, columns  int
			params, macs   int64
			receptiveKnown bool
		}
		var want []expected
		for range draw("layers", 1, 4) {
			f, g := draw("fh", 1, 4), draw("fw", 1, 4)
			s, u := draw("sh", 1, 3), draw("sw", 1, 3)
			pad, pad2 := draw("ph", 0, 2), draw("pw", 0, 2)
			d, k := draw("d", 1, 2), draw("k", 1, 5)
			pool := rapid.Bool().Draw(t, "pool")
			if pool {
				d, pad, pad2 = 1, min(pad, f-1), min(pad2, g-1) // a maximum over padding alone is refused
			}
			if d*(f-1)+1 > p.h+2*pad || d*(g-1)+1 > p.w+2*pad2 {
				break
			}
			var e expected
			known := len(p.needs[0]) > 1 && len(p.needs[1]) > 1
			p.needs[0], e.rows = slide(p.h, f, s, pad, d, p.needs[0])
			p.needs[1], e.columns = slide(p.w, g, u, pad2, d, p.needs[1])
			options := " s" + nn.Size{H: s, W: u}.String() + " p" + nn.Size{H: pad, W: pad2}.String()
			filter := nn.Size{H: f, W: g}.String()
			p.h, p.w = len(p.needs[0]), len(p.needs[1])
			if pool {
				p.spec += " | maxpool " + filter + options
			} else {
				groups := 1
				if p.c%2 == 0 && k%2 == 0 {
					groups = draw("groups", 1, 2)
				}
				p.spec += " | conv " + filter + " " + string(rune('0'+k)) + options + " d" + string(rune('0'+d)) + " g" + string(rune('0'+groups))
				// One weight for every cell of every filter, counted.
				for range k {
					for range p.c / groups * f * g {
						e.params++
					}
				}
				e.macs = e.params * int64(p.h*p.w)
				e.params += int64(k)
				p.c = k
			}
			e.out = netspec.Shape{H: p.h, W: p.w, C: p.c}
			for axis := range 2 {
				first := p.needs[axis][0]
				e.field[axis] = first[1] - first[0] + 1
			}
			e.receptiveKnown = known
			p.params, p.macs, p.acts = p.params+e.params, p.macs+e.macs, p.acts+int64(p.h*p.w*p.c)
			want = append(want, e)
			if !known {
				break
			}
		}
		net, err := netspec.Parse(p.spec)
		if err != nil {
			t.Fatalf("%s: %v", p.spec, err)
		}
		tb, err := net.Table(nn.RuleFloor)
		if err != nil {
			t.Fatalf("%s: %v", p.spec, err)
		}
		for i, e := range want {
			r := tb.Rows[i]
			if r.Out != e.out || r.Params != e.params || r.MACs != e.macs || r.Unread.Rows != e.rows || r.Unread.Columns != e.columns {
				t.Errorf("%s: layer %d is %+v, by hand %+v", p.spec, i+1, r, e)
			}
			if e.receptiveKnown && (r.Field.H != e.field[0] || r.Field.W != e.field[1]) {
				t.Errorf("%s: layer %d sees %v, by hand %v", p.spec, i+1, r.Field, e.field)
			}
		}
		if tb.Total.Params != p.params || tb.Total.MACs != p.macs || tb.Total.Activations != p.acts {
			t.Errorf("%s: total %+v, by hand %d, %d, %d", p.spec, tb.Total, p.params, p.macs, p.acts)
		}
	})
}

// TestFieldsBehindUpsampling traces every output cell of small generators by
// sets, and takes the largest.
func TestFieldsBehindUpsampling(t *testing.T) {
	for _, c := range []struct{ n, f1, s1, p1, f2, s2, p2 int }{
		{8, 4, 2, 1, 4, 2, 1}, {8, 5, 2, 2, 3, 2, 1}, {9, 3, 3, 0, 2, 2, 0}, {10, 3, 1, 1, 5, 3, 1},
	} {
		spread := func(needs [][2]int, f, s, p int) [][2]int {
			out := make([][2]int, (len(needs)-1)*s-2*p+f)
			for o := range out {
				out[o] = [2]int{1 << 30, -1}
				for i, need := range needs {
					if k := o + p - i*s; k >= 0 && k < f {
						out[o] = [2]int{min(out[o][0], need[0]), max(out[o][1], need[1])}
					}
				}
			}
			return out
		}
		var needs [][2]int
		for i := range c.n {
			needs = append(needs, [2]int{i, i})
		}
		needs = spread(spread(needs, c.f1, c.s1, c.p1), c.f2, c.s2, c.p2)
		want := 0
		for _, n := range needs {
			want = max(want, n[1]-n[0]+1)
		}
		spec := netspec.Shape{H: c.n, W: c.n, C: 1}.String()
		for _, l := range [][3]int{{c.f1, c.s1, c.p1}, {c.f2, c.s2, c.p2}} {
			spec += " | convt " + digits(l[0]) + " 1 s" + digits(l[1]) + " p" + digits(l[2])
		}
		if got := table(t, spec, nn.RuleFloor).Rows[1].Field.H; got != want {
			t.Errorf("%s sees %d, by sets %d", spec, got, want)
		}
	}
}

func digits(n int) string { return string(rune('0' + n)) }

// TestDenseSeesWhatIsUsed: 7 columns, of which stride 3 uses 6.
func TestDenseSeesWhatIsUsed(t *testing.T) {
	tb := table(t, "7x8 | conv 3 2 s3 | relu | flatten | dense 4 | dense 2", nn.RuleFloor)
	if got := tb.Rows[4].Field.String(); got != "6x6" {
		t.Errorf("the last layer sees %s, want 6x6", got)
	}
	tb = table(t, "7x8 | conv 3 2 p1 | gap", nn.RuleFloor)
	if got := tb.Rows[1].Field.String(); got != "7x8" {
		t.Errorf("gap sees %s, want 7x8", got)
	}
}
