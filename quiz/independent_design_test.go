package quiz_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"convtutor/quiz"
)

// anyLayer is a layer as this test reads it: conv, convt, a pool or a dense
// layer, with sizes that may be two numbers.
var anyLayer = regexp.MustCompile(`^(\w+)(?: (\d+)(?:x(\d+))?)?(?: (\d+))?`)

// through works some layers out on an input by placing windows one by one, and
// counts what they learn and how far a cell sees.
func through(t *testing.T, input, layers string) (shape string, params, seenDown, seenAcross int) {
	t.Helper()
	var h, w, c int
	if _, err := fmt.Sscanf(input, "%dx%dx%d", &h, &w, &c); err != nil {
		t.Fatal(err)
	}
	seenDown, seenAcross = 1, 1
	jump := 1
	for _, spec := range strings.Split(layers, " | ") {
		m := anyLayer.FindStringSubmatch(spec)
		fh, fw := number(m[2]), number(m[3])
		if m[3] == "" {
			fw = fh
		}
		stride, ph, pw, dilation, same := 1, 0, 0, 1, false
		if strings.HasSuffix(m[1], "pool") {
			stride = fh
		}
		for _, o := range strings.Fields(spec)[1:] {
			switch o[0] {
			case 's':
				same = same || o == "same"
				if o != "same" {
					stride = number(o[1:])
				}
			case 'd':
				dilation = number(o[1:])
			case 'p':
				a, b, two := strings.Cut(o[1:], "x")
				ph, pw = number(a), number(b)
				if !two {
					pw = ph
				}
			}
		}
		rule := "floor"
		if same {
			rule = "same"
		}
		bias := 1
		if strings.Contains(spec, "nobias") {
			bias = 0
		}
		spanDown, spanAcross := dilation*(fh-1)+1, dilation*(fw-1)+1
		switch m[1] {
		case "conv":
			k := number(m[4])
			params += (fh*fw*c + bias) * k
			h, w, c = countWindows(h, spanDown, stride, ph, rule), countWindows(w, spanAcross, stride, pw, rule), k
		case "maxpool", "avgpool":
			h, w = countWindows(h, fh, stride, ph, rule), countWindows(w, fw, stride, pw, rule)
		case "convt":
			params += (fh*fw*c + bias) * number(m[4])
			h, w, c = (h-1)*stride+fh, (w-1)*stride+fw, number(m[4])
		case "flatten":
			h, w, c = 1, 1, h*w*c
		case "dense":
			params += (c + 1) * fh
			c = fh
		}
		if m[1] == "conv" || strings.HasSuffix(m[1], "pool") {
			seenDown, seenAcross = seenDown+(spanDown-1)*jump, seenAcross+(spanAcross-1)*jump
			jump *= stride
		}
	}
	return fmt.Sprintf("%dx%dx%d", h, w, c), params, seenDown, seenAcross
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func TestWhichLayersByHand(t *testing.T) {
	everyOf(t, "which-layers", func(q quiz.Question) {
		input := q.Given.Values["input"].(string)
		var want []string
		for _, layer := range q.Given.Values["layers"].([]string) {
			shape, params, _, _ := through(t, input, layer)
			has := shape == q.Given.Values["property"]
			switch q.Given.Values["property"] {
			case "learns":
				has = params > 0
			case "keeps-size":
				has = strings.HasPrefix(shape, input[:strings.LastIndex(input, "x")+1])
			}
			if has {
				want = append(want, layer)
			}
		}
		if q.Answer != strings.Join(want, "; ") {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, want)
		}
	})
}

func TestDesignsByHand(t *testing.T) {
	several := 0
	everyOf(t, "design", func(q quiz.Question) {
		least, want := -1, []string(nil)
		for _, layers := range q.Given.Values["layers"].([]string) {
			shape, params, down, across := through(t, q.Given.Values["input"].(string), layers)
			field, _ := q.Given.Values["field"].(int)
			if shape != q.Given.Values["goal"] || min(down, across) < field || least >= 0 && params > least {
				continue
			}
			if params < least || least < 0 {
				least, want = params, nil
			}
			want = append(want, layers)
		}
		got := append([]string{q.Answer}, q.Accept...)
		if !slices.Equal(got, want) {
			t.Errorf("%s is %v, by hand %v", q.Route(), got, want)
		}
		if len(got) > 1 {
			several++
		}
	})
	if several == 0 {
		t.Error("no question has several best answers")
	}
}

// TestLayerOrdersByHand tries every order of the layers.
func TestLayerOrdersByHand(t *testing.T) {
	everyOf(t, "layer-order", func(q quiz.Question) {
		values := q.Given.Values
		var want []string
		permutations(values["layers"].([]string), func(order []string) {
			way, vector := wayByHand(t, values["input"].(string), order, q.Given.Rule)
			shapes, told := values["shapes"].([]string)
			if way != nil && (told && slices.Equal(way, shapes) || !told && vector == values["vector"]) {
				want = append(want, strings.Join(order, " > "))
			}
		})
		got := append([]string{q.Answer}, q.Accept...)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, by hand %v", q.Route(), got, want)
		}
	})
}

func permutations(list []string, visit func([]string)) {
	var rest func(k int)
	rest = func(k int) {
		if k == len(list) {
			visit(slices.Clone(list))
			return
		}
		for i := k; i < len(list); i++ {
			list[k], list[i] = list[i], list[k]
			rest(k + 1)
			list[k], list[i] = list[i], list[k]
		}
	}
	rest(0)
}

// wayByHand is the shape after each layer, nil where one cannot be, and the
// numbers that reach the dense layer.
func wayByHand(t *testing.T, input string, order []string, rule string) (way []string, vector int) {
	var h, w, c int
	if _, err := fmt.Sscanf(input, "%dx%dx%d", &h, &w, &c); err != nil {
		t.Fatal(err)
	}
	for _, spec := range order {
		m := anyLayer.FindStringSubmatch(spec)
		f, stride := number(m[2]), 1
		if m[1] == "maxpool" {
			stride = f
		}
		if _, s, ok := strings.Cut(spec, " s"); ok {
			stride = number(s)
		}
		switch m[1] {
		case "flatten":
			h, w, c = 1, 1, h*w*c
		case "dense":
			if h*w != 1 {
				return nil, 0
			}
			vector, c = c, f
		case "conv", "maxpool":
			if h < f || rule == "error" && (h-f)%stride != 0 {
				return nil, 0
			}
			h, w = (h-f)/stride+1, (w-f)/stride+1
			if m[1] == "conv" {
				c = number(m[4])
			}
		}
		way = append(way, fmt.Sprintf("%dx%dx%d", h, w, c))
	}
	return way, vector
}
