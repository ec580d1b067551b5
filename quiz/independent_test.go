package quiz_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convtutor/quiz"
)

// What follows works the questions out in another way than the package does:
// from the text of the network or the numbers of the problem alone, counting
// windows one by one and adding products up over a padded copy.

// specLayer is a layer as this test reads it.
type specLayer struct {
	name        string
	fh, fw, k   int
	stride, pad int
	noBias      bool
}

var layerText = regexp.MustCompile(`^(conv|maxpool|flatten|dense)(?: (\d+)(?:x(\d+))?)?(?: (\d+))?`)

func readSpec(t *testing.T, spec string) (h, w, c int, layers []specLayer) {
	t.Helper()
	parts := strings.Split(spec, " | ")
	if _, err := fmt.Sscanf(parts[0], "%dx%dx%d", &h, &w, &c); err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	for _, p := range parts[1:] {
		m := layerText.FindStringSubmatch(p)
		if m == nil {
			t.Fatalf("%s: %q", spec, p)
		}
		l := specLayer{name: m[1], stride: 1}
		l.fh, _ = strconv.Atoi(m[2])
		l.fw = l.fh
		if m[3] != "" {
			l.fw, _ = strconv.Atoi(m[3])
		}
		l.k, _ = strconv.Atoi(m[4])
		for _, o := range strings.Fields(p) {
			switch {
			case strings.HasPrefix(o, "s"):
				l.stride, _ = strconv.Atoi(o[1:])
			case strings.HasPrefix(o, "p"):
				l.pad, _ = strconv.Atoi(o[1:])
			case o == "nobias":
				l.noBias = true
			}
		}
		layers = append(layers, l)
	}
	return h, w, c, layers
}

// countWindows places windows one by one.
func countWindows(n, f, s, p int, rule string) int {
	if rule == "same" {
		count := 0
		for at := 0; at < n; at += s {
			count++
		}
		return count
	}
	count, end := 0, n+p // one past the last padded cell
	for at := -p; ; at += s {
		switch {
		case at+f <= end:
			count++
			if at+f == end {
				return count
			}
		case rule == "ceil" && at < n:
			return count + 1
		case rule == "error":
			return -1
		default:
			return count
		}
	}
}

func TestOutputSizesByHand(t *testing.T) {
	rules := map[string]int{}
	everyOf(t, "output-size", func(q quiz.Question) {
		h, w, c, layers := readSpec(t, q.Given.Spec)
		rules[q.Given.Rule]++
		for _, l := range layers {
			h, w = countWindows(h, l.fh, l.stride, l.pad, q.Given.Rule), countWindows(w, l.fw, l.stride, l.pad, q.Given.Rule)
			if l.name == "conv" {
				c = l.k
			}
		}
		if want := fmt.Sprintf("%dx%dx%d", h, w, c); q.Answer != want {
			t.Errorf("%s: %s under %s is %s, by hand %s", q.Route(), q.Given.Spec, q.Given.Rule, q.Answer, want)
		}
	})
	for _, rule := range []string{"error", "floor", "ceil", "same"} {
		if rules[rule] == 0 {
			t.Errorf("no question has the rule %s", rule)
		}
	}
}

func TestFilterDepthsByHand(t *testing.T) {
	everyOf(t, "filter-depth", func(q quiz.Question) {
		_, _, c, layers := readSpec(t, q.Given.Spec)
		for _, l := range layers[:len(layers)-1] {
			if l.name == "conv" {
				c = l.k
			}
		}
		if q.Answer != fmt.Sprint(c) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, c)
		}
	})
}

func TestParametersByHand(t *testing.T) {
	everyOf(t, "parameters", func(q quiz.Question) {
		h, w, c, layers := readSpec(t, q.Given.Spec)
		total := 0
		for _, l := range layers {
			switch l.name {
			case "conv":
				for range l.k { // every filter
					total += l.fh * l.fw * c
					if !l.noBias {
						total++
					}
				}
				h, w, c = countWindows(h, l.fh, l.stride, l.pad, "floor"), countWindows(w, l.fw, l.stride, l.pad, "floor"), l.k
			case "maxpool":
				h, w = countWindows(h, l.fh, l.stride, l.pad, "floor"), countWindows(w, l.fw, l.stride, l.pad, "floor")
			case "flatten":
				h, w, c = 1, 1, h*w*c
			case "dense":
				total += (c + 1) * l.fh
				c = l.fh
			}
		}
		if q.Answer != fmt.Sprint(total) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, total)
		}
	})
}

// padded is a channel with a border of fill around it.
func padded(p *quiz.Problem, c int, fill float64) [][]float64 {
	h, w, pad := p.Input.Shape[2], p.Input.Shape[3], p.Padding[0]
	rows := make([][]float64, h+2*pad)
	for y := range rows {
		rows[y] = make([]float64, w+2*pad)
		for x := range rows[y] {
			rows[y][x] = fill
			if y >= pad && y < h+pad && x >= pad && x < w+pad {
				rows[y][x] = p.Input.Data[(c*h+y-pad)*w+x-pad]
			}
		}
	}
	return rows
}

func TestCellValuesByHand(t *testing.T) {
	everyOf(t, "cell-value", func(q quiz.Question) {
		p := q.Given.Problem
		f, sum := p.Weight.Shape[2], 0.0
		for c := range p.Input.Shape[1] {
			plane := padded(p, c, 0)
			for y := range f {
				for x := range f {
					sum += plane[q.Given.At[1]*p.Stride[0]+y][q.Given.At[2]*p.Stride[1]+x] * p.Weight.Data[(c*f+y)*f+x]
				}
			}
		}
		if len(p.Bias) > 0 {
			sum += p.Bias[0]
		}
		if q.Answer != fmt.Sprint(int(sum)) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, sum)
		}
		if last := q.Worked[len(q.Worked)-1]; fmt.Sprint(last.Args["n"]) != q.Answer {
			t.Errorf("%s: the solution ends with %v", q.Route(), last.Args)
		}
		setup, err := p.ConvSetup()
		if err != nil || setup.Input.Dim(2) != p.Input.Shape[1] || setup.Stride.H != p.Stride[0] {
			t.Errorf("%s: animation of %+v, %v", q.Route(), setup, err)
		}
	})
}

// TestCellSumsAddUp works out the sum that the solution and every slip write,
// term by term: what is printed gives what is said.
func TestCellSumsAddUp(t *testing.T) {
	check := func(route, text string) {
		left, right, ok := strings.Cut(text, " = ")
		if !ok { // one number, said once
			right = left
		}
		sum := 0
		for _, term := range strings.Split(left, " + ") {
			product := 1
			for _, factor := range strings.Split(term, "×") {
				n, err := strconv.Atoi(strings.Trim(factor, "()"))
				if err != nil {
					t.Errorf("%s: %q: %v", route, text, err)
				}
				product *= n
			}
			sum += product
		}
		if fmt.Sprint(sum) != right {
			t.Errorf("%s: %q adds up to %d", route, text, sum)
		}
	}
	everyOf(t, "cell-value", func(q quiz.Question) {
		for _, w := range q.Worked {
			if text, ok := w.Args["sum"].(string); ok {
				check(q.Route(), text)
			}
		}
		for _, m := range q.Slips {
			text := m.Why.Args["wrong"].(string)
			check(q.Route()+" "+m.Slip, text)
			if text != m.Answer && !strings.HasSuffix(text, " = "+m.Answer) {
				t.Errorf("%s: slip %s leads to %s, its words say %q", q.Route(), m.Slip, m.Answer, text)
			}
		}
	})
}

// everyOf builds every level of one kind for many seeds.
func everyOf(t *testing.T, kind string, check func(q quiz.Question)) {
	t.Helper()
	for level := 1; level <= 3; level++ {
		for seed := range uint32(500) {
			q, err := quiz.New(kind, level, seed)
			if err != nil {
				t.Fatal(err)
			}
			check(q)
		}
	}
}

// TestConvVsFCByHand counts places one by one and pairs side by side.
func TestConvVsFCByHand(t *testing.T) {
	everyOf(t, "conv-vs-fc", func(q quiz.Question) {
		h, w, c, layers := readSpec(t, q.Given.Spec)
		l := layers[0]
		places := 0
		for range countWindows(h, l.fh, l.stride, l.pad, "floor") {
			places += countWindows(w, l.fw, l.stride, l.pad, "floor")
		}
		full, conv := 0, 0
		for range places * l.k {
			full += h*w*c + 1
		}
		for range l.k {
			conv += l.fh*l.fw*c + 1
		}
		want := map[int]int{1: places, 2: full, 3: full - conv}[q.Level]
		if q.Answer != fmt.Sprint(want) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, want)
		}
	})
}

// TestFlatPlacesByHand walks through the row number by number.
func TestFlatPlacesByHand(t *testing.T) {
	everyOf(t, "flat-place", func(q quiz.Question) {
		h, w, c, _ := readSpec(t, q.Given.Spec)
		n, below, place := 0, 0, 0
		for y := range h {
			for x := range w {
				for channel := range c {
					n++
					if y == 1 && x == 0 && channel == 0 {
						below = n - 1 // the first number of all stands at 1
					}
					if at := q.Given.At; at != nil && at[0] == channel && at[1] == y && at[2] == x {
						place = n
					}
				}
			}
		}
		want := map[int]int{1: n, 2: below, 3: place}[q.Level]
		if q.Answer != fmt.Sprint(want) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, want)
		}
	})
}
