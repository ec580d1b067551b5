package quiz_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/quiz"
	"convtutor/viz"
)

func option(answer, slip string) quiz.Option { return quiz.Option{Answer: answer, Slip: slip} }

func slip(answer, id string) quiz.Mistake {
	return quiz.Mistake{Answer: answer, Slip: id, Why: quiz.Why(id, "1 + 1 = 2")}
}

func gridQuestion() quiz.Question {
	return quiz.Question{
		Type: quiz.TypeGrid, Answer: "4 3 4 / 2 -4 3 / 0.5 3 4",
		Slips: []quiz.Mistake{slip("4 3 4 / 2 -4 3 / 0.5 3 5", "flip"), slip("4 3 / 2 -4", "pad-ignored")},
	}
}

func severalQuestion() quiz.Question {
	return quiz.Question{
		Type: quiz.TypeSeveral, Answer: "convolution; pooling",
		Options: []quiz.Option{option("convolution", ""), option("ReLU", "flip"), option("pooling", ""), option("softmax", "brackets")},
		Slips:   []quiz.Mistake{slip("ReLU", "flip"), slip("softmax", "brackets"), slip("convolution; ReLU; pooling; softmax", "round")},
	}
}

func placeQuestion() quiz.Question {
	return quiz.Question{
		Type: quiz.TypePlace, Answer: "2, 3", Accept: []string{"1, 1"}, Field: [][]float64{{9, 2, 3}, {4, 5, 9}},
		Slips: []quiz.Mistake{slip("3, 2", "h-w-swap"), slip("1, 2", "from-zero")},
	}
}

func orderQuestion() quiz.Question {
	return quiz.Question{
		Type: quiz.TypeOrder, Answer: "convolution > ReLU > pooling > dense",
		Options: []quiz.Option{option("ReLU", ""), option("convolution", ""), option("dense", ""), option("pooling", "")},
		Slips:   []quiz.Mistake{slip("ReLU > convolution > pooling > dense", "relu-first")},
	}
}

func TestReadGrid(t *testing.T) {
	for typed, size := range map[string][2]int{
		"4 3 4 / 2 -4 3 / 1/2 3 4": {3, 3}, "4 3 4\n2 -4 3\n0.5 3 4": {3, 3}, "4 3 4\r\n2 -4 3\r\n0.5 3 4\r\n": {3, 3},
		"4, 3, 4; 2, -4, 3; 0,5 3 4": {3, 3}, "[[4, 3, 4], [2, -4, 3], [0.5, 3, 4]]": {3, 3}, "4 3 4 2 -4 3 ½ 3 4": {3, 3},
		"((4,3,4),(2,−4,3),(.5,3,4))": {3, 3}, "4 3 4/2 -4 3/.5 3 4": {3, 3}, "|4|3|4|\n|2|-4|3|\n|.5|3|4|": {3, 3},
		"４ ３ ４ ／ ２ －４ ３ ／ ０．５ ３ ４": {3, 3}, "4 3 4 | 2 -4 3 | 1/2 3 4": {3, 3}, "4 3 4 / 2 (-4) 3 / 0.5 3 4": {3, 3},
		"{4 3 4}{2 -4 3}{0.5 3 4}": {3, 3}, "4\t3\t4\n2\t-4\t3\n0.5\t3\t4": {3, 3}, " 4,3,4 / 2,-4,3 / 0.5,3,4 ": {3, 3},
	} {
		got, err := quiz.ReadGrid(typed, size[0], size[1])
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		for i, want := range []string{"4", "3", "4", "2", "-4", "3", "1/2", "3", "4"} {
			if w, _ := new(big.Rat).SetString(want); got[i/3][i%3].Cmp(w) != 0 {
				t.Errorf("%q: %v, cell %d is not %s", typed, got, i, want)
			}
		}
	}
	for _, c := range []struct {
		typed, hint string
		rows, cols  int
	}{
		{"", "empty", 2, 2},
		{"a b / c d", "grid", 2, 2},
		{"1 2 / 3", "cells", 2, 2},
		{"1 2 3 / 4 5 6", "cells", 2, 2},
		{"1 2 / 3 _", "grid", 2, 2},
		{"1 2 3", "cells", 2, 2},
		{"5", "cells", 2, 2},
		{strings.Repeat("1 ", 3000), "long", 2, 2},
		{"1+1 2 / 3 4", "grid", 2, 2},
		{"NaN 1 / 1 1", "grid", 2, 2},
	} {
		v := quiz.Grade(quiz.Question{Type: quiz.TypeGrid, Answer: "1 1 / 1 1"}, c.typed)
		if v.Status != quiz.NotYet || v.Feedback[0].Key != "quiz.unreadable."+c.hint {
			t.Errorf("%q: %+v, want the hint %s", c.typed, v, c.hint)
		}
	}
}

func TestGradeGrid(t *testing.T) {
	q := gridQuestion()
	for _, c := range []struct {
		typed  string
		status quiz.Status
		slip   string
		credit float64
	}{
		{"4 3 4 / 2 -4 3 / 1/2 3 4", quiz.Right, "", 1},
		{"4 3 4 / 2 -4 3 / 0.5 3 5", quiz.Wrong, "flip", 8. / 9},
		{"4 3 / 2 -4", quiz.Wrong, "pad-ignored", 0},
		{"4 3 4 / 2 4 3 / 5 3 5", quiz.Wrong, "", 6. / 9},
		{"1 1 1 / 1 1 1 / 1 1 1", quiz.Wrong, "", 0},
		{"4 3 4 / 2 4 3", quiz.NotYet, "", 0},
	} {
		if v := quiz.Grade(q, c.typed); v.Status != c.status || v.Slip() != c.slip || v.Credit != c.credit {
			t.Errorf("%q: %+v", c.typed, v)
		}
	}
	v := quiz.Grade(q, "4 3 4 / 2 4 3 / 5 3 5")
	if want := [][]bool{{true, true, true}, {true, false, true}, {false, true, false}}; !slices.EqualFunc(v.Cells, want, slices.Equal) {
		t.Errorf("cells %v", v.Cells)
	}
	q.Tolerance = 0.01
	if v := quiz.Grade(q, "4 3 4 / 2 -4 3 / 0.509 3 4"); v.Status != quiz.Right {
		t.Errorf("within the tolerance: %+v", v)
	}
}

func TestGradeSeveral(t *testing.T) {
	q := severalQuestion()
	for _, c := range []struct {
		typed  string
		status quiz.Status
		slips  string
		credit float64
	}{
		{"a, c", quiz.Right, "", 1},
		{"ca", quiz.Right, "", 1},
		{"A C", quiz.Right, "", 1},
		{"ㅁㅊ", quiz.Right, "", 1},
		{"(a), (c)", quiz.Right, "", 1},
		{"1, 3", quiz.Right, "", 1},
		{"pooling; Convolution", quiz.Right, "", 1},
		{"pooling, convolution", quiz.Right, "", 1},
		{"pooling\nconvolution", quiz.Right, "", 1},
		{"a, pooling", quiz.Right, "", 1},
		{"aca", quiz.Right, "", 1},
		{"a", quiz.Wrong, "", .5},
		{"b", quiz.Wrong, "flip", 0},
		{"뮻", quiz.Wrong, "flip", .5}, // a, b and c, which a Korean keyboard joins
		{"abc", quiz.Wrong, "flip", .5},
		{"bd", quiz.Wrong, "flip brackets", 0},
		{"abcd", quiz.Wrong, "round", 0},
		{"", quiz.NotYet, "", 0},
		{"e", quiz.NotYet, "", 0},
		{"a, x", quiz.NotYet, "", 0},
		{"1, 5", quiz.NotYet, "", 0},
		{"none", quiz.NotYet, "", 0},
	} {
		v := quiz.Grade(q, c.typed)
		var slips []string
		for _, m := range v.Slips {
			slips = append(slips, m.Slip)
		}
		if v.Status != c.status || strings.Join(slips, " ") != c.slips || v.Credit != c.credit {
			t.Errorf("%q: %+v", c.typed, v)
		}
	}
}

func TestGradePlace(t *testing.T) {
	q := placeQuestion()
	for typed, want := range map[string]string{
		"2, 3": "right", "(2, 3)": "right", "2 3": "right", "2행 3열": "right", "3열 2행": "right", "row 2, column 3": "right",
		"r2c3": "right", "x=3, y=2": "right", "２、３": "right", "2,3": "right", "2;3": "right", "1,1": "right", "R2 C3": "right",
		"3, 2": "h-w-swap", "1, 2": "from-zero", "1,3": "wrong", "2 2": "wrong",
		"9, 9": "not yet", "0, 0": "not yet", "": "not yet", "23": "not yet", "2": "not yet", "b": "not yet", "2, 3, 4": "not yet",
		"-1, 2": "not yet", "2.5, 3": "not yet", "x": "not yet", "9999999, 1": "not yet",
	} {
		v := quiz.Grade(q, typed)
		got := map[quiz.Status]string{quiz.Right: "right", quiz.Wrong: "wrong", quiz.NotYet: "not yet"}[v.Status]
		if v.Slip() != "" {
			got = v.Slip()
		}
		if got != want || (v.Credit == 1) != (want == "right") {
			t.Errorf("%q is %s, want %s: %+v", typed, got, want, v)
		}
	}
	if got := quiz.PlaceText(nn.Point{Y: 1, X: 2}); got != q.Answer {
		t.Errorf("written %s", got)
	}
}

func TestGradeOrder(t *testing.T) {
	q := orderQuestion()
	for typed, want := range map[string]string{
		"b a d c": "right", "badc": "right", "b > a > d > c": "right", "b→a→d→c": "right", "2 1 4 3": "right", "2143": "right",
		"ㅠㅁㅇㅊ": "right", "convolution > relu > pooling > dense": "right", "b-a-d-c": "right", "b -> a -> d -> c": "right",
		"convolution, ReLU, pooling, dense": "right", "b\na\nd\nc": "right", "Convolution ReLU pooling dense": "right",
		"abdc": "relu-first", "bacd": "wrong", "": "not yet", "bad": "not yet", "baadc": "not yet", "badce": "not yet", "b": "not yet",
		"1 2 3": "not yet", "conv relu": "not yet",
	} {
		v := quiz.Grade(q, typed)
		got := map[quiz.Status]string{quiz.Right: "right", quiz.Wrong: "wrong", quiz.NotYet: "not yet"}[v.Status]
		if v.Slip() != "" {
			got = v.Slip()
		}
		if got != want {
			t.Errorf("%q is %s, want %s: %+v", typed, got, want, v)
		}
	}
	if v := quiz.Grade(q, "bacd"); v.Credit != .5 || !slices.Equal(v.Places, []bool{true, true, false, false}) {
		t.Errorf("%+v", v)
	}
	q.Accept = []string{"convolution > ReLU > dense > pooling"}
	if v := quiz.Grade(q, "bacd"); v.Status != quiz.Right || v.Credit != 1 {
		t.Errorf("another right order: %+v", v)
	}
}

func TestShapesGiveCreditForEachNumber(t *testing.T) {
	q := quiz.Question{Type: quiz.TypeShape, Answer: "4x5x6", Slips: []quiz.Mistake{slip("4x5x3", "depth-is-count")}}
	for typed, want := range map[string]float64{"4x5x6": 1, "4x5x3": 2. / 3, "4x1x6": 2. / 3, "1x1x6": 1. / 3, "1x1x1": 0, "4": 0, "?": 0} {
		if v := quiz.Grade(q, typed); v.Credit != want {
			t.Errorf("%s: %+v", typed, v)
		}
	}
}

func TestChoiceWithMoreThanOneRight(t *testing.T) {
	q := quiz.Question{
		Type: quiz.TypeChoice, Answer: "1", Accept: []string{"3"},
		Options: []quiz.Option{option("1", ""), option("2", "flip"), option("3", "")}, Slips: []quiz.Mistake{slip("2", "flip")},
	}
	for typed, status := range map[string]quiz.Status{
		"a": quiz.Right, "c": quiz.Right, "3": quiz.Right, "b": quiz.Wrong, "d": quiz.NotYet, "ㅊ": quiz.Right, "１": quiz.Right,
	} {
		if v := quiz.Grade(q, typed); v.Status != status {
			t.Errorf("%s: %+v", typed, v)
		}
	}
}

func TestAnswersInWords(t *testing.T) {
	same := func(w viz.Words) string { return "«" + w.Key + "»" }
	q := severalQuestion()
	q.Options[2].Says = viz.Words{Key: "pool"}
	if got := q.AnswerText(same); got != "convolution; «pool»" {
		t.Error(got)
	}
	o := orderQuestion()
	o.Options[2].Says = viz.Words{Key: "fc"}
	if got := o.AnswerText(same); got != "convolution > ReLU > pooling > «fc»" {
		t.Error(got)
	}
	if got := quiz.GridText([][]float64{{4, -3}, {0.125, 1e6}}); got != "4 -3 / 0.125 1000000" {
		t.Error(got)
	}
}

// TestGivenHasNamedValues: what is neither network nor operation stands beside
// them by its own name.
func TestGivenHasNamedValues(t *testing.T) {
	q := placeQuestion()
	q.Prompt = []viz.Words{{Key: "x"}}
	q.Given = quiz.Given{Rule: "floor", Values: quiz.Values{"d_real": 0.9, "terms": []string{"G", "D"}}}
	other := severalQuestion()
	other.Prompt, other.Given = q.Prompt, quiz.Given{Values: quiz.Values{"n": 3}}
	text, err := quiz.Encode([]quiz.Question{q, other}, map[string]viz.Say{})
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Type  string
		Given struct {
			Rule  string
			DReal float64 `json:"d_real"`
			Terms []string
			Field [][]float64
			N     int
		}
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	g := got[0].Given
	if got[0].Type != "place" || g.Rule != "floor" || g.DReal != 0.9 || !slices.Equal(g.Terms, []string{"G", "D"}) || len(g.Field) != 2 {
		t.Errorf("%s", text)
	}
	if got[1].Type != "several" || got[1].Given.N != 3 {
		t.Errorf("%s", text)
	}
}

// FuzzAnswers: whatever is typed has a verdict with something to say; credit and
// status agree; what is no answer costs nothing.
func FuzzAnswers(f *testing.F) {
	for _, s := range []string{"4 3 4 / 2 -4 3 / 1/2 3 4", "[[1,2],[3,4]]", "a, c", "badc", "2, 3", "2행 3열", "ㅁㅊ", "b > a", "½ ⅓", "뮻", "1\n2\n3"} {
		f.Add(s)
	}
	b := bundle(f)
	f.Fuzz(func(t *testing.T, typed string) {
		for _, q := range []quiz.Question{gridQuestion(), severalQuestion(), placeQuestion(), orderQuestion()} {
			v := quiz.Grade(q, typed)
			if len(v.Feedback) == 0 || v.Credit < 0 || v.Credit > 1 || (v.Credit == 1) != (v.Status == quiz.Right) {
				t.Errorf("%s: %q: %+v", q.Type, typed, v)
			}
			for _, w := range v.Feedback {
				if !b.For("ko").Has(w.Key) {
					t.Errorf("no words %s", w.Key)
				}
			}
			if v.Status == quiz.NotYet && (v.Credit != 0 || len(v.Slips) != 0) {
				t.Errorf("%s: %q is no answer, but %+v", q.Type, typed, v)
			}
		}
		if grid, err := quiz.ReadGrid(typed, 2, 3); err == nil && (len(grid) != 2 || len(grid[0]) != 3 || len(grid[1]) != 3) {
			t.Errorf("%q is read as %v", typed, grid)
		}
	})
}
