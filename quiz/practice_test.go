package quiz_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"convtutor/quiz"
	"convtutor/viz"
)

var update = flag.Bool("update", false, "rewrite golden files")

func questions(t *testing.T, p quiz.Plan) []quiz.Question {
	t.Helper()
	list, err := p.Questions()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestPlans(t *testing.T) {
	all := questions(t, quiz.Plan{Seed: 5, Count: len(quiz.Kinds())})
	kinds := map[string]int{}
	for i, q := range all {
		kinds[q.Kind]++
		if q.Seed != uint32(5+i) {
			t.Errorf("question %d has seed %d", i, q.Seed)
		}
	}
	if len(kinds) != len(quiz.Kinds()) || all[0].Level != 1 || all[len(all)-1].Level != 3 {
		t.Errorf("kinds %v, levels %d to %d", kinds, all[0].Level, all[len(all)-1].Level)
	}
	for _, q := range questions(t, quiz.Plan{Kind: "pool-max", Level: 2, Count: 4}) {
		if q.Kind != "pool-max" || q.Level != 2 {
			t.Errorf("got %s", q.Route())
		}
	}
	for _, topic := range quiz.Topics() {
		for _, q := range questions(t, quiz.Plan{Topic: topic, Count: 3}) {
			k, err := quiz.Find(q.Kind)
			if err != nil || !slices.Contains(k.Topics(), topic) {
				t.Errorf("%s is no question on %s", q.Route(), topic)
			}
		}
	}
	for _, p := range []quiz.Plan{{}, {Count: -1}, {Count: 1 << 30}, {Kind: "x", Count: 1}, {Topic: "x", Count: 1}, {Level: 9, Count: 1}} {
		if _, err := p.Questions(); err == nil {
			t.Errorf("%+v is taken", p)
		}
	}
}

func TestPracticeCountsFirstAnswers(t *testing.T) {
	list := questions(t, quiz.Plan{Kind: "parameters", Level: 1, Count: 4, Seed: 1})
	p := quiz.NewPractice(list)
	first, _ := p.Question()
	slip := first.Slips[0]

	if v := p.Answer("what?"); v.Status != quiz.NotYet || p.Result().Tries != 0 {
		t.Errorf("unreadable: %+v, %d tries", v, p.Result().Tries)
	}
	p.Answer(slip.Answer)
	if v := p.Answer(first.Answer); v.Status != quiz.Right || p.Result().Tries != 2 || !p.Result().Right {
		t.Errorf("second try: %+v, %+v", v, p.Result())
	}
	p.Next()
	second, _ := p.Question()
	p.Answer(second.Answer)
	p.Next()
	p.Answer("1") // wrong without a known slip
	p.Next()
	p.Next() // not answered
	if n, of := p.Place(); !p.Done() || n != 4 || of != 4 {
		t.Errorf("done %v, place %d of %d", p.Done(), n, of)
	}
	s := p.Summary()
	if s.Right != 1 || s.Answered != 3 || s.Of != 4 || len(s.ByKind) != 1 || s.ByKind[0].Right != 1 {
		t.Errorf("summary %+v", s)
	}
	if len(s.BySlip) != 1 || s.BySlip[0].Slip.ID != slip.Slip || s.BySlip[0].Count != 1 {
		t.Errorf("slips %+v, want %s", s.BySlip, slip.Slip)
	}
	wantAgain, _ := quiz.FindSlip(slip.Slip)
	if !slices.Contains(s.Again, wantAgain.Topic) || quiz.LessonRoute(s.Again[0])[:4] != "cnn/" {
		t.Errorf("again %v", s.Again)
	}
	p.Next()
	if v := p.Answer("1"); v.Status != quiz.NotYet {
		t.Errorf("an answer after the end: %+v", v)
	}
}

func TestGradeNamesBothSlipsOfAShape(t *testing.T) {
	q, err := quiz.New("output-size", 1, 2) // 11x11x3 | conv 5 4 s2: 4x4x4
	if err != nil {
		t.Fatal(err)
	}
	v := quiz.Grade(q, "3x3x3")
	if len(v.Slips) != 2 || v.Slips[0].Slip != "no-plus-one" || v.Slips[1].Slip != "depth-is-count" || len(v.Feedback) != 2 {
		t.Errorf("%+v", v)
	}
	v = quiz.Grade(q, "4x5x4")
	if len(v.Slips) != 0 || len(v.Parts) != 3 || !v.Parts[0].Right || v.Parts[1].Right || !v.Parts[2].Right {
		t.Errorf("%+v", v)
	}
	b := bundle(t)
	for typed, key := range map[string]string{
		"4x5x4": "hc", "5x4x4": "wc", "4x4x99": "hw", "4x5x99": "h", "5x4x99": "w", "5x99x4": "c",
	} {
		v := quiz.Grade(q, typed)
		said(t, b, typed, v.Feedback...)
		if len(v.Feedback) != 2 || v.Feedback[1].Key != "quiz.partly."+key {
			t.Errorf("%s: %+v, want %s", typed, v.Feedback, key)
		}
	}
	if v := quiz.Grade(q, "4"); len(v.Slips) != 1 || v.Slips[0].Slip != "one-side-for-all" {
		t.Errorf("%+v", v)
	}
	if v := quiz.Grade(q, "4x4"); v.Status != quiz.NotYet {
		t.Errorf("%+v", v)
	}
}

// TestExport holds one question of every kind and level to a golden file: the
// same on every machine, as the words and numbers of an exam must be.
func TestExport(t *testing.T) {
	var list []quiz.Question
	for _, k := range quiz.Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			q, err := k.New(level, 7)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, q)
		}
	}
	b := bundle(t)
	got, err := quiz.Encode(list, map[string]viz.Say{"ko": say(b.For("ko")), "en": say(b.For("en"))})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "export.json")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("the export differs from %s (rewrite it with -update if that is meant)", file)
	}
}
