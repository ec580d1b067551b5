package exam

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// forged is a result whose records were changed and chained anew, as a program
// can that knows how.
func forged(t *testing.T, text string, change func(i int, r *Record), h func(*head)) string {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	first, err := readHead("x", lines[0])
	if err != nil {
		t.Fatal(err)
	}
	if h != nil {
		h(&first)
	}
	top, err := first.line()
	if err != nil {
		t.Fatal(err)
	}
	out, seal := []string{top}, chained("", top)
	for i, line := range lines[1:] {
		_, body, _ := strings.Cut(line, " ")
		var r Record
		if err := json.Unmarshal([]byte(body), &r); err != nil {
			t.Fatal(err)
		}
		if change != nil {
			change(i, &r)
		}
		r.Prev = seal
		if line, seal, err = r.line(nil); err != nil {
			t.Fatal(err)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n") + "\n"
}

func kinds(problems []Problem) []ProblemKind {
	var list []ProblemKind
	for _, p := range problems {
		list = append(list, p.Kind)
	}
	slices.Sort(list)
	return list
}

func TestVerify(t *testing.T) {
	text := string(sat(t, load(t), t.TempDir()))
	later := func(by time.Duration, from int) func(int, *Record) {
		return func(i int, r *Record) {
			if i >= from {
				r.At = r.At.Add(by)
			}
		}
	}
	cases := []struct {
		name, file string
		exam       *Exam
		text       string
		want       []ProblemKind
	}{
		{name: "honest", text: text},
		{name: "usual name", file: ResultName("cnn-midterm", "kim", 1), text: text},
		{name: "usual name, uploaded", file: "submission_17-" + ResultName("cnn-midterm", "kim", 1) + ".txt", text: text},
		{name: "another student's name", file: ResultName("cnn-midterm", "lee", 1), text: text, want: []ProblemKind{ProblemStudent}},
		{name: "another exam", exam: load(t, "cnn-midterm", "cnn-final"), text: text, want: []ProblemKind{ProblemExam}},
		{name: "other questions", exam: load(t, "count: 3", "count: 2"), text: text, want: []ProblemKind{ProblemPaper}},
		{name: "another secret", exam: load(t, "spring", "autumn"), text: text, want: []ProblemKind{ProblemPaper}},
		{name: "better wording", exam: load(t, "Why pad?", "Why does one pad?", "points: 2", "points: 5", "title: {en: Midterm", "title: {en: Mid-term"), text: text},
		{name: "only chained anew", text: forged(t, text, nil, nil)},
		{name: "another student, chained anew", want: []ProblemKind{ProblemStudent}, text: forged(t, text,
			func(i int, r *Record) {
				if i == 0 {
					r.Start.Student = "lee"
				}
			}, func(h *head) { h.Student = "lee" })},
		{name: "head of another", want: []ProblemKind{ProblemEdited}, text: forged(t, text, nil, func(h *head) { h.Student = "lee" })},
		{name: "attempt 3 of 2", want: []ProblemKind{ProblemAttempt, ProblemStudent}, text: forged(t, text,
			func(i int, r *Record) {
				if i == 0 {
					r.Start.Attempt = 3
				}
			}, func(h *head) { h.Attempt = 3 })},
		{name: "seeds of choice", want: []ProblemKind{ProblemStudent}, text: forged(t, text, func(i int, r *Record) {
			if i == 0 {
				r.Start.Seeds["q1.1"]++
			}
		}, nil)},
		{name: "other numbers", want: []ProblemKind{ProblemQuestions}, text: forged(t, text, func(i int, r *Record) {
			if i == 0 {
				r.Start.Asked = "0000"
			}
		}, nil)},
		{name: "a question that is not asked", want: []ProblemKind{ProblemEdited}, text: forged(t, text, func(i int, r *Record) {
			if i == 1 {
				r.Question = "q9"
			}
		}, nil)},
		{name: "begun early", exam: load(t, "opens: 2027-03-02T08:00:00Z", "opens: 2027-03-02T09:30:00Z"), text: text, want: []ProblemKind{ProblemEarly}},
		{name: "begun late", exam: load(t, "closes: 2027-03-02T12:00:00Z", "closes: 2027-03-02T08:30:00Z"), text: text, want: []ProblemKind{ProblemLate, ProblemBegunLate}},
		{name: "answered late", text: forged(t, text, later(time.Hour, 3), nil), want: []ProblemKind{ProblemLate}},
		{name: "submitted late", text: forged(t, text, later(time.Hour, 9), nil), want: []ProblemKind{ProblemSubmitted}},
		{name: "numbered otherwise", want: []ProblemKind{ProblemEdited, ProblemUnsubmitted}, text: forged(t, text, func(i int, r *Record) {
			if i > 4 {
				r.Seq++
			}
		}, nil)},
		{name: "submitted in the middle", want: []ProblemKind{ProblemEdited}, text: forged(t, text, func(i int, r *Record) {
			if i == 4 {
				r.Event = EventSubmit
			}
		}, nil)},
		{name: "time runs backwards", text: forged(t, text, later(-time.Hour, 5), nil), want: []ProblemKind{ProblemEdited, ProblemUnsubmitted}},
		{name: "not sealed", exam: load(t, "secret: spring", "secret: spring\nkey: "+identity(t).Public()), text: text, want: []ProblemKind{ProblemOpen}},
		{name: "cut off", text: text[:len(text)-1], want: []ProblemKind{ProblemTorn}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e, file := c.exam, c.file
			if e == nil {
				e = load(t)
			}
			if file == "" {
				file = "x.result"
			}
			r, err := parseResult(file, c.text, nil)
			if err != nil {
				t.Fatal(err)
			}
			want := slices.Sorted(slices.Values(c.want))
			if got := kinds(Verify(e, r)); !slices.Equal(got, want) {
				t.Errorf("found %v, want %v", got, want)
			}
		})
	}
}

// TestASealedResultIsBoundToItsFirstLine holds that a sealed result cannot be
// given another first line, chained anew or not.
func TestASealedResultIsBoundToItsFirstLine(t *testing.T) {
	id := identity(t)
	e := load(t, "secret: spring", "secret: spring\nkey: "+id.Public())
	lines := strings.Split(strings.TrimSuffix(string(sat(t, e, t.TempDir())), "\n"), "\n")
	lines[0] = strings.Replace(lines[0], `"student":"kim"`, `"student":"lee"`, 1)
	seal := chained("", lines[0])
	for i, line := range lines[1:] {
		_, body, _ := strings.Cut(line, " ")
		seal = chained(seal, body)
		lines[i+1] = seal + " " + body
	}
	r, err := parseResult("x", strings.Join(lines, "\n")+"\n", id)
	if err != nil || !slices.ContainsFunc(Verify(e, r), func(p Problem) bool { return p.Kind == ProblemEdited }) {
		t.Errorf("not noticed: %v %+v", err, r)
	}
}

// TestSealedRecordsAreNotExchanged puts a record of one sitting into another of
// the same student, chained anew.
func TestSealedRecordsAreNotExchanged(t *testing.T) {
	id := identity(t)
	e := load(t, "secret: spring", "secret: spring\nkey: "+id.Public())
	lines := strings.Split(strings.TrimSuffix(string(sat(t, e, t.TempDir())), "\n"), "\n")
	others := strings.Split(string(sat(t, e, t.TempDir())), "\n")
	lines[3] = others[3]
	seal := chained("", lines[0])
	for i, line := range lines[1:] {
		_, body, _ := strings.Cut(line, " ")
		seal = chained(seal, body)
		lines[i+1] = seal + " " + body
	}
	r, err := parseResult("x", strings.Join(lines, "\n")+"\n", id)
	if err != nil || len(r.Found) == 0 || r.Found[0].Kind != ProblemEdited || r.Found[0].Line != 4 {
		t.Errorf("not noticed: %v %+v", err, r)
	}
}

func TestCompare(t *testing.T) {
	e := load(t, "variants: student", "")
	text := string(sat(t, e, t.TempDir()))
	other := load(t)
	s := sit(t, other, t.TempDir(), "lee", after(1))
	right(t, s, after(3))
	_ = s.Submit(after(4))
	honest, _ := s.Result()
	copied := forged(t, text, func(i int, r *Record) {
		if i == 0 {
			r.Start.Student = "park"
		}
	}, func(h *head) { h.Student = "park" })
	var results []*Result
	for name, text := range []string{text, string(honest), text, copied} {
		r, err := parseResult(filepath.Join("in", string(rune('a'+name))), text, nil)
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, r)
	}
	found := Compare(results)
	want := [][]ProblemKind{{ProblemCopied, ProblemTwice}, nil, {ProblemTwice}, {ProblemCopied}}
	for i := range found {
		if got := kinds(found[i]); !slices.Equal(got, want[i]) {
			t.Errorf("%s: %v, want %v", results[i].File, got, want[i])
		}
	}
	if found[2][0].Other != results[0].File {
		t.Errorf("told of %q", found[2][0].Other)
	}
}

// TestLateAnswersDoNotCount holds that only what came before the end is graded.
func TestLateAnswersDoNotCount(t *testing.T) {
	e := load(t)
	text := forged(t, string(sat(t, e, t.TempDir())), func(i int, r *Record) {
		if i >= 3 {
			r.At = r.At.Add(time.Hour)
		}
	}, nil)
	r, err := parseResult("x", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Grade(e, r)
	if err != nil {
		t.Fatal(err)
	}
	late, reached := 0, 0.0
	for _, m := range g.Marks {
		if m.Late {
			late++
		}
		reached += m.Points
	}
	if late != 6 || reached != g.Points || g.Points > 4 {
		t.Errorf("%d late, %v points", late, g.Points)
	}
}
