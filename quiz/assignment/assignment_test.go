package assignment_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/fault"
	"convtutor/internal/i18n"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/quiz"
	"convtutor/quiz/assignment"
	"convtutor/viz"
)

func parts(t testing.TB) map[string]assignment.Part {
	t.Helper()
	list, err := assignment.Parts()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]assignment.Part{}
	for _, p := range list {
		byID[p.ID] = p
	}
	return byID
}

// right are the course's answers.
var right = map[string]string{
	"q1.shape": "718x1278x6", "q1.depth": "3",
	"q2.shape": "720x1280x10", "q2.weights": "270",
	"q3.shape": "720x1280x5", "q3.depth": "10",
	"q4.shape": "360x640x10",
}

func TestAnswersAreTheCourses(t *testing.T) {
	byID := parts(t)
	if len(byID) != len(right) {
		t.Errorf("%d parts, want %d", len(byID), len(right))
	}
	for id, want := range right {
		if got := byID[id].Question.Answer; got != want {
			t.Errorf("%s: %s, the course says %s", id, got, want)
		}
	}
}

// TestTensorsAgree computes the real tensors and takes the answers from them.
func TestTensorsAgree(t *testing.T) {
	work, err := assignment.Compute(nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := work.Parts()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		if p.Question.Answer != right[p.ID] {
			t.Errorf("%s: the tensors say %s, the course %s", p.ID, p.Question.Answer, right[p.ID])
		}
	}
	for i, r := range work.Results {
		if len(r.Maps) != r.Shape.C {
			t.Errorf("question %d: %d small maps for shape %v", i+1, len(r.Maps), r.Shape)
		}
		for j, m := range r.Maps {
			if !(m.Min < m.Max) || len(m.Values) != m.W*m.H || m.W != 64 || m.H != 64*r.Shape.H/r.Shape.W {
				t.Errorf("question %d, map %d: %dx%d from %v to %v", i+1, j, m.H, m.W, m.Min, m.Max)
			}
		}
	}
}

// TestWaysToWrite: the same shape as people write it.
func TestWaysToWrite(t *testing.T) {
	p := parts(t)["q1.shape"]
	for _, typed := range []string{
		"718x1278x6", "(718, 1278, 6)", "718×1278×6", "718*1278*6", "718 1278 6", "７１８×１２７８×６", "[718,1278,6]", "718 X 1278 X 6",
		"（718， 1278， 6）", "718 x 1,278 x 6", "718、1278、6", " 718x1278x6 ", "(718,1278,6,)", "718 곱하기 1278 곱하기 6",
	} {
		if v := quiz.Grade(p.Question, typed); v.Status != quiz.Right {
			t.Errorf("%q: %+v", typed, v)
		}
	}
	for _, typed := range []string{"", "abc", "718x1278", "718x1278x6x1", "7.5x3x2", "-718x1278x6", "718xx6", strings.Repeat("9", 300)} {
		if v := quiz.Grade(p.Question, typed); v.Status != quiz.NotYet || len(v.Feedback) == 0 {
			t.Errorf("%q: %+v, want not yet, with a hint", typed, v)
		}
	}
}

// TestSlips holds which slip each wrong answer names. An answer to which
// several slips lead names all of them.
func TestSlips(t *testing.T) {
	byID := parts(t)
	for _, c := range []struct{ part, typed, slips string }{
		{"q1.shape", "717x1277x6", "no-plus-one"},
		{"q1.shape", "720x1280x6", "pad-added"},
		{"q1.shape", "716x1276x6", "border-twice"},
		{"q1.shape", "718x1278x3", "depth-is-count"},
		{"q1.shape", "718x1278x18", "per-channel-maps"},
		{"q1.shape", "718x1278x1", "depth-ignored"},
		{"q1.shape", "1278x718x6", "h-w-swap"},
		{"q1.shape", "6x718x1278", "channel-first"},
		{"q1.shape", "718", "one-side-for-all"},
		{"q1.shape", "720x1280x3", "pad-added depth-is-count"},
		{"q1.depth", "6", "depth-is-count"},
		{"q1.depth", "1", "depth-ignored"},
		{"q1.depth", "18", "per-channel-maps"},
		{"q1.depth", "9", "cells-for-depth"},
		{"q1.depth", "27", "weights-for-depth"},
		{"q2.shape", "718x1278x10", "pad-ignored"},
		{"q2.shape", "719x1279x10", "no-plus-one pad-once"},
		{"q2.shape", "722x1282x10", "padded-size"},
		{"q2.shape", "720x1280x3", "depth-is-count"},
		{"q2.shape", "720x1280x30", "per-channel-maps"},
		{"q2.weights", "280", "bias-counted"},
		{"q2.weights", "90", "depth-ignored"},
		{"q2.weights", "100", "depth-ignored"},
		{"q2.weights", "27", "one-filter"},
		{"q2.weights", "28", "one-filter"},
		{"q2.weights", "271", "one-bias"},
		{"q2.weights", "290", "bias-twice"},
		{"q2.weights", "540", "bias-per-weight"},
		{"q2.weights", "900", "depth-is-count"},
		{"q2.weights", "162", "other-filters"},
		{"q2.weights", "248,832,000", "output-sized-weights"},
		{"q2.weights", "25480396800000", "fc-count"},
		{"q2.weights", "9216000", "output-for-weights"},
		{"q3.shape", "719x1279x5", "no-plus-one"},
		{"q3.shape", "722x1282x5", "pad-added"},
		{"q3.shape", "718x1278x5", "pad-ignored"},
		{"q3.shape", "720x1280x10", "depth-is-count"},
		{"q3.shape", "720x1280x50", "per-channel-maps"},
		{"q3.shape", "720x1280x3", "first-layer"},
		{"q3.depth", "3", "first-layer"},
		{"q3.depth", "5", "depth-is-count"},
		{"q3.depth", "1", "depth-ignored"},
		{"q3.depth", "50", "per-channel-maps"},
		{"q4.shape", "359x639x10", "no-plus-one"},
		{"q4.shape", "719x1279x10", "stride-ignored"},
		{"q4.shape", "720x1280x10", "pool-keeps-size"},
		{"q4.shape", "360x640x1", "pool-across-channels"},
		{"q4.shape", "360x640x3", "first-layer"},
		{"q4.shape", "360x640x5", "first-layer"},
		{"q4.shape", "640x360x10", "h-w-swap"},
		{"q4.shape", "10x360x640", "channel-first"},
	} {
		v := quiz.Grade(byID[c.part].Question, c.typed)
		var got []string
		for _, m := range v.Slips {
			got = append(got, m.Slip)
		}
		if v.Status != quiz.Wrong || strings.Join(got, " ") != c.slips {
			t.Errorf("%s = %s: %v, want %s", c.part, c.typed, got, c.slips)
		}
	}
}

// TestSlipsSayTheirArithmetic: for the answer that the course expects most, the
// words name the bias and the sum.
func TestSlipsSayTheirArithmetic(t *testing.T) {
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	v := quiz.Grade(parts(t)["q2.weights"].Question, "280")
	for lang, wants := range map[string][]string{"en": {"bias", "270 + 10 = 280"}, "ko": {"편향", "270 + 10 = 280"}} {
		text := b.For(lang).Text(v.Feedback[0].Key, v.Feedback[0].Args)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q lacks %q", lang, text, want)
			}
		}
	}
}

// TestEverythingCanBeSaid: names, questions, reasons and explanations.
func TestEverythingCanBeSaid(t *testing.T) {
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	for id, p := range parts(t) {
		words := slices.Concat([]viz.Words{p.Name(), p.Setup()}, p.Question.Prompt, p.Question.Worked)
		for _, m := range p.Question.Slips {
			words = append(words, m.Why)
			slip, ok := quiz.FindSlip(m.Slip)
			if !ok {
				t.Errorf("%s: slip %s is not in the table", id, m.Slip)
			}
			words = append(words, slip.Name())
		}
		for _, lang := range b.Codes() {
			for _, w := range words {
				text := b.For(lang).Text(w.Key, w.Args)
				if !b.For(lang).Has(w.Key) || strings.ContainsAny(text, "⟨{}") {
					t.Errorf("%s: %s says %q for %s", id, lang, text, w.Key)
				}
			}
		}
	}
}

func TestParseAnswers(t *testing.T) {
	for _, c := range []struct {
		flags []string
		want  assignment.Answers
	}{
		{[]string{"q1=718x1278x6,3", "q2=720x1280x10,270"}, assignment.Answers{
			"q1.shape": "718x1278x6", "q1.depth": "3", "q2.shape": "720x1280x10", "q2.weights": "270",
		}},
		{[]string{"q1=(718,1278,6),3"}, assignment.Answers{"q1.shape": "(718,1278,6)", "q1.depth": "3"}},
		{[]string{"q1=718,1278,6,3"}, assignment.Answers{"q1.shape": "718,1278,6", "q1.depth": "3"}},
		{[]string{"q1=718 x 1278 x 6, 3"}, assignment.Answers{"q1.shape": "718 x 1278 x 6", "q1.depth": "3"}},
		{[]string{"q1=718×1278×6 3"}, assignment.Answers{"q1.shape": "718x1278x6", "q1.depth": "3"}},
		{[]string{"Q4=360x640x10"}, assignment.Answers{"q4.shape": "360x640x10"}},
		{[]string{"q4=360,640,10"}, assignment.Answers{"q4.shape": "360,640,10"}},
		{[]string{"q2=720x1280x10"}, assignment.Answers{"q2.shape": "720x1280x10"}},
		{[]string{"q2=280", "q1=3"}, assignment.Answers{"q2.weights": "280", "q1.depth": "3"}},
		{[]string{"q4=360"}, assignment.Answers{"q4.shape": "360"}},
		{[]string{"q2=,270"}, assignment.Answers{"q2.weights": "270"}},
		{[]string{"q2.weights=270", "q2.shape=720x1280x10"}, assignment.Answers{"q2.shape": "720x1280x10", "q2.weights": "270"}},
		{nil, assignment.Answers{}},
	} {
		got, err := assignment.ParseAnswers(c.flags)
		if err != nil || len(got) != len(c.want) {
			t.Errorf("%q: %v, %v", c.flags, got, err)
			continue
		}
		for id, want := range c.want {
			if got[id] != want {
				t.Errorf("%q: %s is %q, want %q", c.flags, id, got[id], want)
			}
		}
	}
	for _, flags := range [][]string{
		{"q5=1"}, {"718x1278x6"}, {"q1.weights=3"}, {"q4=360x640x10", "q4=360x640x10"}, {"q1=718x1278x6,3", "q1.depth=3"}, {""}, {"q=3"},
	} {
		_, err := assignment.ParseAnswers(flags)
		var usage *fault.Error
		if !errors.As(err, &usage) || usage.Hint() == "" {
			t.Errorf("%q: error %v, want wrong usage with a hint", flags, err)
		}
	}
}

func TestCheck(t *testing.T) {
	list, err := assignment.Parts()
	if err != nil {
		t.Fatal(err)
	}
	all := assignment.Answers{}
	for id, a := range right {
		all[id] = a
	}
	if lines, ok := assignment.Check(list, all); !ok || len(lines) != 7 {
		t.Errorf("all right: %v, %d lines", ok, len(lines))
	}
	delete(all, "q3.depth")
	all["q2.weights"], all["q4.shape"] = "280", "big"
	lines, ok := assignment.Check(list, all)
	if ok {
		t.Error("wrong answers are all right")
	}
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, l := range lines {
		for _, w := range l.Words() {
			text = append(text, b.For("en").Text(w.Key, w.Args))
		}
	}
	want := []string{
		"q1.shape  718x1278x6  right", "q1.depth  3  right", "q2.shape  720x1280x10  right",
		"q2.weights  280  wrong", "The bias was counted in: 270 + 10 = 280. The question leaves it out.",
		"q3.shape  720x1280x5  right", "q3.depth  -  not answered",
		"q4.shape  big  not an answer yet",
	}
	if !slices.Equal(text[:len(want)], want) || len(text) != len(want)+1 {
		t.Errorf("got\n%s", strings.Join(text, "\n"))
	}
}

// TestComputeTakesAPhoto lets filters run over a photo whose result is known.
func TestComputeTakesAPhoto(t *testing.T) {
	photo, err := tensor.New[float32](9, 16, 3)
	if err != nil {
		t.Fatal(err)
	}
	for i := range photo.Data() {
		photo.Data()[i] = float32(i%7) / 7
	}
	work, err := assignment.Compute(photo)
	if err != nil {
		t.Fatal(err)
	}
	// A photo enlarged 80 times is constant inside of a pixel, where edges
	// give 0 and the blur gives the pixel's mean over the channels.
	m := work.Results[1].Maps[6]
	in := work.Input.Maps
	at := 2*m.W + 2 // inside of the first pixel
	mean := (in[0].Values[at] + in[1].Values[at] + in[2].Values[at]) / 3
	if d := m.Values[at] - mean; d > 1e-5 || d < -1e-5 {
		t.Errorf("blur gives %v inside of a pixel of %v", m.Values[at], mean)
	}
	if edge := work.Results[1].Maps[0].Values[at]; edge > 1e-6 || edge < -1e-6 {
		t.Errorf("an edge of %v inside of a pixel", edge)
	}
	grey, _ := tensor.New[float32](4, 4, 1)
	if _, err := assignment.Compute(grey); err == nil {
		t.Error("a picture of one channel is taken")
	}
}

// TestGeometryIsTheEngines: the shapes of the tensors are those of nn.
func TestGeometryIsTheEngines(t *testing.T) {
	out, _, err := nn.Conv2DShape([]int{1, 3, 720, 1280}, []int{10, 3, 3, 3}, nn.Conv{Padding: nn.AllSides(1)})
	if err != nil || !slices.Equal(out, []int{1, 10, 720, 1280}) {
		t.Errorf("%v, %v", out, err)
	}
}

func BenchmarkCompute(b *testing.B) {
	for b.Loop() {
		if _, err := assignment.Compute(nil); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPartsStandForThemselves: a wrong part before is neither held against the
// next one nor an excuse for it, and a part's numbers give credit one by one.
func TestPartsStandForThemselves(t *testing.T) {
	parts, err := assignment.Parts()
	if err != nil {
		t.Fatal(err)
	}
	grade := func(answers assignment.Answers) map[string]quiz.Verdict {
		lines, _ := assignment.Check(parts, answers)
		byPart := map[string]quiz.Verdict{}
		for _, l := range lines {
			byPart[l.Part.ID] = l.Verdict
		}
		return byPart
	}
	right := grade(assignment.Answers{"q2.shape": "718x1278x10", "q3.shape": "720x1280x5", "q4.shape": "360x640x10"})
	if v := right["q2.shape"]; v.Status != quiz.Wrong || v.Credit <= 0.3 || v.Credit >= 0.4 {
		t.Errorf("one number of three is right: %+v", v)
	}
	for _, id := range []string{"q3.shape", "q4.shape"} {
		if right[id].Status != quiz.Right {
			t.Errorf("%s is right, whatever was said before: %+v", id, right[id])
		}
	}
	carried := grade(assignment.Answers{"q2.shape": "718x1278x10", "q3.shape": "718x1278x5", "q4.shape": "359x639x10"})
	for _, id := range []string{"q3.shape", "q4.shape"} {
		if carried[id].Status != quiz.Wrong {
			t.Errorf("%s carries the mistake before it on: %+v", id, carried[id])
		}
	}
}
