package exam

import (
	"errors"
	"os"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestASittingIsWhatWasAccepted plays any course of answers, flags, closings,
// torn writes and clocks set back and forth, and holds the sitting to a simple
// model: every accepted answer stays, time never comes back, and the result is
// honest and graded as the answers are.
func TestASittingIsWhatWasAccepted(t *testing.T) {
	id := identity(t)
	// One attempt: opened again after its end it is shown, and no other is begun.
	open, sealed := load(t, "attempts: 2", "attempts: 1"), load(t, "attempts: 2", "attempts: 1", "secret: spring", "secret: spring\nkey: "+id.Public())
	rapid.Check(t, func(t *rapid.T) {
		m := &model{exam: open, answers: map[string]string{}, flags: map[string]bool{}, wall: nine}
		if rapid.Bool().Draw(t, "sealed") {
			m.exam, m.id = sealed, id
		}
		dir, err := os.MkdirTemp("", "sitting")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir) //nolint:errcheck // a test
		m.dir = dir
		m.open(t)
		t.Repeat(map[string]func(*rapid.T){
			"answer": m.answer, "flag": m.flag, "wait": m.wait, "back": m.back,
			"reopen": m.reopen, "torn": m.torn, "": m.check,
		})
		m.finish(t)
	})
}

type model struct {
	exam    *Exam
	id      *Identity
	dir     string
	s       *Sitting
	wall    time.Time // what the clock shows
	answers map[string]string
	flags   map[string]bool
	over    bool
	left    time.Duration
}

func (m *model) open(t *rapid.T) {
	var err error
	if m.s, err = Open(m.dir, m.exam, "kim", m.wall); err != nil {
		t.Fatal(err)
	}
	if _, m.over = m.s.Submitted(); m.over {
		return
	}
	if left, _ := m.s.Remaining(m.wall); m.left > 0 && left > m.left {
		t.Fatalf("%v are left after opening, there were %v", left, m.left)
	}
}

func (m *model) answer(t *rapid.T) {
	if m.over {
		t.Skip()
	}
	i := rapid.IntRange(0, m.exam.Count()-1).Draw(t, "question")
	typed := rapid.SampledFrom([]string{"", "3", "3.14", "4x5x6", "a", "b", "no idea"}).Draw(t, "typed")
	reply, err := m.s.Answer(i, typed, m.wall)
	switch {
	case errors.Is(err, ErrOver):
		m.over = true
	case err != nil:
		t.Fatal(err)
	case reply.Accepted:
		m.answers[m.s.Questions("en")[i].ID] = typed
	case len(reply.Unread) == 0:
		t.Fatalf("%q was neither accepted nor is it said why", typed)
	}
}

func (m *model) flag(t *rapid.T) {
	if m.over {
		t.Skip()
	}
	i := rapid.IntRange(0, m.exam.Count()-1).Draw(t, "question")
	on := rapid.Bool().Draw(t, "on")
	err := m.s.Flag(i, on, m.wall)
	if m.over = errors.Is(err, ErrOver); m.over {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	m.flags[m.s.Questions("en")[i].ID] = on
}

func (m *model) wait(t *rapid.T) {
	d := time.Duration(rapid.IntRange(0, 300).Draw(t, "seconds")) * time.Second
	m.wall = m.wall.Add(d)
	m.seen(t)
}

func (m *model) back(t *rapid.T) {
	m.wall = m.wall.Add(-time.Duration(rapid.IntRange(1, 10_000).Draw(t, "seconds")) * time.Second)
	m.seen(t)
}

// seen lets the sitting look at the clock.
func (m *model) seen(t *rapid.T) {
	if m.over {
		return
	}
	err := m.s.Seen(m.wall)
	if m.over = errors.Is(err, ErrOver); !m.over && err != nil {
		t.Fatal(err)
	}
}

// closed takes into account that a clock is forgotten that was only looked at:
// what counts is the time of the last record.
func (m *model) closed() {
	end, _ := m.exam.Deadline(m.s.Began())
	m.left = end.Sub(m.s.clock.high)
}

func (m *model) reopen(t *rapid.T) {
	m.closed()
	if err := m.s.Close(); err != nil {
		t.Fatal(err)
	}
	m.open(t)
}

// torn is a crash in the middle of writing a record.
func (m *model) torn(t *rapid.T) {
	if m.over {
		t.Skip()
	}
	m.closed()
	path := m.s.journal.path
	if err := m.s.Close(); err != nil {
		t.Fatal(err)
	}
	r := Record{Seq: len(m.s.journal.records), At: m.wall, Event: EventAnswer, Question: "pi", Answer: "torn", Prev: m.s.journal.seal}
	line, _, err := r.line(m.s.journal.key)
	if err != nil {
		t.Fatal(err)
	}
	cut := rapid.IntRange(0, 60).Draw(t, "bytes")
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = file.WriteString(line[:cut])
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	m.open(t)
}

func (m *model) check(t *rapid.T) {
	for _, item := range m.s.Progress().Items {
		if item.Answer != m.answers[item.ID] || item.Flagged != m.flags[item.ID] {
			t.Fatalf("%s: %q, flagged %v; want %q, %v", item.ID, item.Answer, item.Flagged, m.answers[item.ID], m.flags[item.ID])
		}
	}
	left, _ := m.s.Remaining(m.wall)
	if m.left > 0 && left > m.left {
		t.Fatalf("%v are left, there were %v", left, m.left)
	}
	m.left = left
}

func (m *model) finish(t *rapid.T) {
	defer m.s.Close() //nolint:errcheck // a test
	if !m.over {
		if err := m.s.Submit(m.wall); err != nil {
			t.Fatal(err)
		}
	}
	text, err := m.s.Result()
	if err != nil {
		t.Fatal(err)
	}
	r, err := parseResult("x", string(text), m.id)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range Verify(m.exam, r) {
		if p.Serious() {
			t.Fatalf("an honest result has a problem: %+v", p)
		}
	}
	g, err := Grade(m.exam, r)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range g.Marks {
		if mark.Answer != m.answers[mark.Asked.ID] {
			t.Fatalf("%s: graded %q, answered %q", mark.Asked.ID, mark.Answer, m.answers[mark.Asked.ID])
		}
	}
	if r.Attempt != 1 || r.Submitted.IsZero() {
		t.Fatal("not submitted")
	}
}
