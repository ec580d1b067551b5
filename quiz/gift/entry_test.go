package gift_test

import (
	"errors"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/quiz"
	"convtutor/quiz/exam"
	"convtutor/quiz/format"
	"convtutor/quiz/gift"
	"convtutor/viz"
)

var truth = gift.Truth{"en": {"True", "False"}, "ko": {"맞아요", "아니에요"}}

// taken is a question as an exam has it after the import, and what was lost.
func taken(t *testing.T, text string) (own *exam.Own, notes []string) {
	t.Helper()
	entry, list := read(t, text).Entry(truth)
	for _, n := range list {
		notes = append(notes, strings.TrimPrefix(n.Words.Key, "gift."))
	}
	if entry == "" {
		return nil, notes
	}
	e, err := exam.Parse("x.yaml", []byte(gift.Exam("x", "x", []string{entry})), exam.Checks{})
	if err != nil {
		t.Fatalf("%v in\n%s", err, entry)
	}
	return e.Entries[0].Own, notes
}

func TestEntriesAreGradedAsInMoodle(t *testing.T) {
	for _, c := range []struct {
		text  string
		notes string
		right []string
		wrong []string
	}{
		{"Who?{~Grant#No =no one ~Jefferson}", "", []string{"b", "no one"}, []string{"a", "Grant", "c"}},
		{"Who?{~%50%Grant =no one}", "note.partial", []string{"b"}, []string{"a"}},
		{"True?{T}", "", []string{"a", "True"}, []string{"b"}},
		{"True?{F}", "", []string{"b"}, []string{"a"}},
		{"Two?{~%50%one thing ~%50%two things ~%-50%three}", "", []string{"a, b", "ba"}, []string{"a", "c", "a, b, c"}},
		{"Two?{~%70%one thing ~%30%two things ~three}", "note.shares", []string{"a, b"}, []string{"a"}},
		{"Pi?{#3.14:0.01}", "", []string{"3.14", "3.15", "3.13"}, []string{"3.16", "3"}},
		{"Pi?{#-2..3}", "", []string{"-2", "0", "3", "0.5"}, []string{"3.01", "-2.01"}},
		{"One?{#=1 =3 =%50%2}", "note.partial", []string{"1", "3"}, []string{"2"}},
		{"One?{#=1:0 =3:1}", "note.tolerance", []string{"1"}, []string{"2"}},
		{"Word?{=pooling =Max Pooling#good}", "note.feedback", nil, nil},
		{"Word?{=a* =pooling}", "note.stars", nil, nil},
		{"Essay?{}", "note.essay", nil, nil},
		{`Image <img src\="x.png"> with {~cat =dog}`, "note.picture", []string{"b"}, []string{"a"}},
		{"One?{#1 ####because}", "note.feedback", []string{"1"}, []string{"2"}},
	} {
		own, notes := taken(t, c.text)
		if own == nil || strings.Join(notes, " ") != c.notes {
			t.Errorf("%q: %v, notes %q, want %q", c.text, own, notes, c.notes)
			continue
		}
		for _, a := range c.right {
			if v := grade(t, c.text, a); v.Status != quiz.Right {
				t.Errorf("%q: %q is graded %v", c.text, a, v.Status)
			}
		}
		for _, a := range c.wrong {
			if v := grade(t, c.text, a); v.Status == quiz.Right {
				t.Errorf("%q: %q is graded right", c.text, a)
			}
		}
	}
}

// grade sits the exam that a question was imported into.
func grade(t *testing.T, text, answer string) quiz.Verdict {
	t.Helper()
	entry, _ := read(t, text).Entry(truth)
	e, err := exam.Parse("x.yaml", []byte(gift.Exam("x", "x", []string{entry})), exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.Paper("s1", 1, "en")
	if err != nil {
		t.Fatal(err)
	}
	return quiz.Grade(p.Asked[0].Question, answer)
}

func TestWhatAnExamCannotAskIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"a?{=one thing =another ~b thing}": "lost.several-right", "a?{~%50%b thing =%50%c thing}": "lost.no-right",
		"a?{~b thing ~c thing}": "lost.no-right", "a?{=b->c =d->e}": "lost.matching", "Text": "lost.description",
		"a?{=*}": "lost.stars", "a?{#%50%1}": "lost.no-right", "a?{=%50%b}": "lost.no-right",
	} {
		own, notes := taken(t, text)
		if own != nil || len(notes) == 0 || notes[len(notes)-1] != want {
			t.Errorf("%q: notes %q, want %q at the end", text, notes, want)
		}
	}
}

func TestEntriesArePutAtTheEndOfAnExam(t *testing.T) {
	entry, _ := read(t, "New: 100% of \"it\"?{=yes & no ~no # really}").Entry(truth)
	for name, old := range map[string]string{
		"indented":     "id: x\ntitle: t\nvariants: same\nquestions: # all\n  - ask: a\n    type: text # one\n\n  # two\n  - ask: b\n    type: text\n\n\n",
		"not indented": "id: x\ntitle: t\nvariants: same\nquestions:\n- ask: a\n  type: text\n- ask: b\n  type: text",
	} {
		text, ok := gift.Append(old, []string{entry, entry})
		if !ok || !strings.HasPrefix(text, strings.TrimSpace(old)) {
			t.Errorf("%s: %v\n%s", name, ok, text)
			continue
		}
		e, err := exam.Parse("x.yaml", []byte(text), exam.Checks{})
		if err != nil || len(e.Entries) != 4 || e.Entries[3].Own.Options[0].Text.In("en") != "yes & no" {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
	for name, old := range map[string]string{
		"other keys after": "questions:\n  - ask: a\n    type: text\nid: x\ntitle: t\n",
		"flow":             "id: x\nquestions: [{ask: a, type: text}]\n",
		"nothing":          "id: x\nquestions:\n",
	} {
		if text, ok := gift.Append(old, []string{entry}); ok {
			t.Errorf("%s: taken for a list\n%s", name, text)
		}
	}
}

// TestWordsThatAreNumbersOrShapesAreGradedAsSuch holds a short answer to what its
// accepted answers all are, and only then.
func TestWordsThatAreNumbersOrShapesAreGradedAsSuch(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  exam.Type
		right []string
		wrong []string
	}{
		{`Shape?{=5x7x3 =(5, 7, 3) =5×7×3 =5\\*7\\*3}`, exam.TypeShape, []string{"5x7x3", "5 7 3", "[5,7,3]", "5 X 7 X 3", "５×７×３"}, []string{"7x5x3", "5x7"}},
		{"Shape?{=12 x 9}", exam.TypeShape, []string{"12x9", "(12, 9)"}, []string{"9x12"}},
		{"Sum?{=4 =4.0 =8/2}", exam.TypeNumber, []string{"4", "4.00", "12/3"}, []string{"5"}},
		{"Root of 4?{=-2 =2 =%0%4#No}", exam.TypeNumber, []string{"2", "-2"}, []string{"4"}},
		{"Sum?{=4 =four}", exam.TypeText, nil, nil},
		{"Place?{=2, 3 =(2,3) =2 3}", exam.TypeText, nil, nil},
		{"Shape?{=2x3 =3x2}", exam.TypeText, nil, nil},
		{"Shape?{=2x3 =flat}", exam.TypeText, nil, nil},
		{"Bits?{=0110}", exam.TypeText, nil, nil},
		{"Agent?{=007}", exam.TypeText, nil, nil},
		{"Zero?{=0 =0.0}", exam.TypeNumber, []string{"0"}, []string{"1"}},
		{"Maps?{=3 maps}", exam.TypeText, nil, nil},
	} {
		own, _ := taken(t, c.text)
		if own == nil || own.Type != c.kind {
			t.Errorf("%q is taken as %+v, want %s", c.text, own, c.kind)
			continue
		}
		for _, a := range c.right {
			if v := grade(t, c.text, a); v.Status != quiz.Right {
				t.Errorf("%q: %q is graded %v", c.text, a, v.Status)
			}
		}
		for _, a := range c.wrong {
			if v := grade(t, c.text, a); v.Status == quiz.Right {
				t.Errorf("%q: %q is graded right", c.text, a)
			}
		}
	}
}

// TestOurOwnFilesAreReadBack is a second reader of what package format writes.
func TestOurOwnFilesAreReadBack(t *testing.T) {
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	catalog := bundle.For("ko")
	say := func(w viz.Words) string { return catalog.Text(w.Key, w.Args) }
	questions, err := quiz.Plan{Seed: 1, Count: 6 * len(quiz.Kinds())}.Questions()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := format.Find("gift")
	text, err := f.Write(format.Set{Questions: questions, Says: map[string]viz.Say{"ko": say}, Language: "ko"})
	if err != nil {
		t.Fatal(err)
	}
	list, notes, err := gift.Parse(text)
	if err != nil || len(list) != len(questions) || len(notes) != 0 {
		t.Fatalf("%d of %d, %v, %v", len(list), len(questions), notes, err)
	}
	types := map[quiz.Type]gift.Type{
		quiz.TypeNumber: gift.TypeNumber, quiz.TypeChoice: gift.TypeChoice, quiz.TypeSeveral: gift.TypeSeveral,
		quiz.TypeShape: gift.TypeShort, quiz.TypeGrid: gift.TypeShort, quiz.TypePlace: gift.TypeShort, quiz.TypeOrder: gift.TypeMatching,
	}
	for i, q := range questions {
		got := list[i]
		if q.Type == quiz.TypeOrder && got.Type == gift.TypeShort && len(q.Accept) > 0 {
			continue // several orders are right: they are typed as letters
		}
		if got.Type != types[q.Type] || !strings.HasSuffix(got.Name, q.Route()) {
			t.Errorf("%s is read as %s %q", q.Route(), got.Type, got.Name)
		}
		for _, w := range q.Prompt {
			if !strings.Contains(got.Text, say(w)) {
				t.Errorf("%s: %q is not in %q", q.Route(), say(w), got.Text)
			}
		}
		if q.Type == quiz.TypeChoice || q.Type == quiz.TypeSeveral {
			for j, o := range q.Options {
				if a := got.Answers[j]; a.Text != o.Text(say) || (a.Credit > 0) != (o.Slip == "") {
					t.Errorf("%s: option %+v is read as %+v", q.Route(), o, a)
				}
			}
		}
		if q.Type == quiz.TypeShape || q.Type == quiz.TypeNumber {
			sameTyped(t, q, got)
		}
	}
}

// sameTyped holds an exam's question that a number or a shape became, by way of
// GIFT, to the question that it was: what is right and what slips lead to.
func sameTyped(t *testing.T, q quiz.Question, got gift.Question) {
	t.Helper()
	entry, _ := got.Entry(truth)
	e, err := exam.Parse("x.yaml", []byte(gift.Exam("x", "x", []string{entry})), exam.Checks{})
	if err != nil || e.Entries[0].Own.Type != exam.Type(q.Type) {
		t.Errorf("%s, a %s: %v in\n%s", q.Route(), q.Type, err, entry)
		return
	}
	p, err := e.Paper("s1", 1, "en")
	if err != nil {
		t.Fatal(err)
	}
	answers := append([]string{q.Answer}, q.Accept...)
	for _, m := range q.Slips {
		answers = append(answers, m.Answer)
	}
	for _, a := range answers {
		if now, was := quiz.Grade(p.Asked[0].Question, a), quiz.Grade(q, a); now.Status != was.Status {
			t.Errorf("%s: %q was graded %v, and is graded %v after GIFT", q.Route(), a, was.Status, now.Status)
		}
	}
}

// FuzzParse reads anything: what comes out is an exam's entry, or told.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"::n::a?{=b ~c#d ####e}", "a{#1:2 =%50%3..4}", "a{T#x#y}", "a {=b -> c =d -> e}", "[html]<p>a</p>{~%50%b ~%50%c ~%-50%d}",
		"a\\", "a{}", "{", "}", "::", "$CATEGORY: x", "//", "a{=\\*}", "a{~%}", "\x01{~\x01=}", "\ufeff", "a{#~}", "\uf03d{=\uf07e}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		questions, notes, err := gift.Parse([]byte(text))
		if err != nil {
			return
		}
		for _, n := range notes {
			if !n.Lost || n.Line < 1 {
				t.Fatalf("%+v", n)
			}
		}
		for _, q := range questions {
			entry, notes := q.Entry(truth)
			if entry == "" && (len(notes) == 0 || !notes[len(notes)-1].Lost) {
				t.Fatalf("%+v is dropped silently", q)
			}
			if entry == "" {
				continue
			}
			_, err := exam.Parse("x.yaml", []byte(gift.Exam("x", "x", []string{entry})), exam.Checks{})
			var faults exam.Faults
			if errors.As(err, &faults) {
				for _, fault := range faults { // the YAML itself is right; only what it says may not be
					if !strings.HasPrefix(fault.Field, "questions[1]") && !strings.Contains(fault.Error(), "line is longer") {
						t.Fatalf("%v in\n%s", fault, entry)
					}
				}
			} else if err != nil {
				t.Fatal(err)
			}
		}
	})
}
