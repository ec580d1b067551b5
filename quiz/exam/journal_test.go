package exam

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// identity is a new key pair.
func identity(t testing.TB) *Identity {
	t.Helper()
	id, err := NewIdentity()
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// openOrSealed runs a test on an exam without and with a key.
func openOrSealed(t *testing.T, run func(t *testing.T, e *Exam, id *Identity)) {
	t.Run("open", func(t *testing.T) { run(t, load(t), nil) })
	t.Run("sealed", func(t *testing.T) {
		id := identity(t)
		run(t, load(t, "secret: spring", "secret: spring\nkey: "+id.Public()), id)
	})
}

// TestAJournalCutAnywhereKeepsAllWholeRecords cuts a journal after every byte,
// as a crash may, and opens it.
func TestAJournalCutAnywhereKeepsAllWholeRecords(t *testing.T) {
	openOrSealed(t, func(t *testing.T, e *Exam, _ *Identity) {
		dir := t.TempDir()
		s := sit(t, e, dir, "kim", nine)
		for i, typed := range []string{"1", "2", "3"} {
			if reply, err := s.Answer(place(t, s, "pi"), typed, nine.Add(time.Duration(i+1)*time.Minute)); err != nil || !reply.Accepted {
				t.Fatal(reply, err)
			}
		}
		path := s.journal.path
		records := s.journal.records
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		step := 1
		if e.Key != "" {
			step = 7 // a sealed record is long
		}
		for cut := 0; cut <= len(whole); cut += step {
			if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
				t.Fatal(err)
			}
			kept := max(bytes.Count(whole[:cut], []byte("\n"))-1, 0)
			if cut < len(whole) && whole[cut] == '\n' && kept < len(records) && cut > bytes.IndexByte(whole, '\n') {
				kept++ // the record is whole without its line's end
			}
			checkCut(t, e, path, cut, kept, records)
		}
	})
}

func checkCut(t *testing.T, e *Exam, path string, cut, kept int, records []Record) {
	t.Helper()
	var key *Key
	if e.Key != "" {
		key, _ = ParseKey(e.Key)
	}
	j, err := open(path, key, nil)
	if kept == 0 {
		if err == nil {
			t.Fatalf("cut at %d: opened without a record", cut)
		}
		return
	}
	if err != nil {
		t.Fatalf("cut at %d: %v", cut, err)
	}
	defer j.close() //nolint:errcheck // a test
	if len(j.records) != kept || !slices.EqualFunc(j.records, records[:kept], func(a, b Record) bool { return a.Prev == b.Prev && a.Answer == b.Answer }) {
		t.Fatalf("cut at %d: %d records, want %d", cut, len(j.records), kept)
	}
	if err := j.add(Record{At: nine, Event: EventSeen}); err != nil {
		t.Fatalf("cut at %d: cannot go on: %v", cut, err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again := &journal{path: path}
	if _, err := again.parse(string(text)); err != nil || len(again.records) != kept+1 {
		t.Fatalf("cut at %d, gone on: %d records, %v", cut, len(again.records), err)
	}
}

// TestAChangedJournalIsNotGoneOnWith changes a byte of a line in the middle.
func TestAChangedJournalIsNotGoneOnWith(t *testing.T) {
	openOrSealed(t, func(t *testing.T, e *Exam, _ *Identity) {
		dir := t.TempDir()
		s := sit(t, e, dir, "kim", nine)
		for _, typed := range []string{"1", "2"} {
			if _, err := s.Answer(place(t, s, "pi"), typed, nine.Add(time.Minute)); err != nil {
				t.Fatal(err)
			}
		}
		path := s.journal.path
		_ = s.Close()
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := bytes.SplitAfter(text, []byte("\n"))
		lines[2][80] ^= 1
		if err := os.WriteFile(path, bytes.Join(lines, nil), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir, e, "kim", nine.Add(2*time.Minute)); err == nil || !strings.Contains(err.Error(), ":3: the journal was changed") {
			t.Errorf("opened a changed journal: %v", err)
		}
	})
}

// TestNotesAreNotExchanged swaps what a sealed journal keeps beside its records
// to go on with.
func TestNotesAreNotExchanged(t *testing.T) {
	e, dir := load(t, "secret: spring", "secret: spring\nkey: "+identity(t).Public()), t.TempDir()
	s := sit(t, e, dir, "kim", nine)
	if _, err := s.Answer(place(t, s, "pi"), "1", after(1)); err != nil {
		t.Fatal(err)
	}
	path := s.journal.path
	_ = s.Close()
	other := t.TempDir()
	again := sit(t, e, other, "kim", nine)
	if _, err := again.Answer(place(t, again, "pi"), "2", after(1)); err != nil {
		t.Fatal(err)
	}
	mine, _ := os.ReadFile(path)
	theirs, _ := os.ReadFile(again.journal.path)
	a, b := strings.Split(string(mine), "\n"), strings.Split(string(theirs), "\n")
	a[2] = a[2][:strings.LastIndexByte(a[2], ' ')] + b[2][strings.LastIndexByte(b[2], ' '):]
	if err := os.WriteFile(path, []byte(strings.Join(a, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, e, "kim", after(2)); err == nil {
		t.Error("opened with another sitting's note")
	}
}

// TestAnyByteEditedIsTold changes each byte of a result in turn: none goes
// unnoticed.
func TestAnyByteEditedIsTold(t *testing.T) {
	openOrSealed(t, func(t *testing.T, e *Exam, id *Identity) {
		text := string(sat(t, e, t.TempDir()))
		whole, err := parseResult("x", text, id)
		if err != nil || len(Verify(e, whole)) > 0 {
			t.Fatalf("an honest result: %v %v", err, Verify(e, whole))
		}
		step := 1
		if id != nil {
			step = 11
		}
		for i := 0; i < len(text); i += step {
			for _, with := range []byte{text[i] ^ 1, ' ', '\n'} {
				if with == text[i] {
					continue
				}
				edited := text[:i] + string([]byte{with}) + text[i+1:]
				r, err := parseResult("x", edited, id)
				if err == nil && !slices.ContainsFunc(r.Found, Problem.Serious) && !slices.ContainsFunc(Verify(e, r), Problem.Serious) {
					t.Fatalf("byte %d made %q: not noticed", i, with)
				}
			}
		}
	})
}

// TestLinesTakenOutAreTold takes out, swaps, repeats and cuts lines.
func TestLinesTakenOutAreTold(t *testing.T) {
	openOrSealed(t, func(t *testing.T, e *Exam, id *Identity) {
		lines := strings.SplitAfter(strings.TrimSuffix(string(sat(t, e, t.TempDir())), "\n"), "\n")
		lines[len(lines)-1] += "\n"
		told := func(what string, edited []string) {
			t.Helper()
			r, err := parseResult("x", strings.Join(edited, ""), id)
			if err == nil && !slices.ContainsFunc(Verify(e, r), Problem.Serious) {
				t.Errorf("%s: not noticed", what)
			}
		}
		for i := range lines {
			told("taken out", slices.Delete(slices.Clone(lines), i, i+1))
			told("cut", lines[:i])
			told("twice", slices.Insert(slices.Clone(lines), i, lines[i]))
			if i > 0 {
				swapped := slices.Clone(lines)
				swapped[i], swapped[i-1] = swapped[i-1], swapped[i]
				told("swapped", swapped)
			}
		}
		told("more after the end", append(slices.Clone(lines), lines[len(lines)-1]))
	})
}

// TestASealedResultTellsAStudentNothing holds that neither answers nor seeds
// can be read without the key, and that another key does not open it.
func TestASealedResultTellsAStudentNothing(t *testing.T) {
	id := identity(t)
	e := load(t, "secret: spring", "secret: spring\nkey: "+id.Public())
	text := string(sat(t, e, t.TempDir()))
	for _, word := range []string{"answer", "seeds", "POOLING", "start"} {
		if strings.Contains(text, word) {
			t.Errorf("%q can be read", word)
		}
	}
	for line := range strings.Lines(text) {
		if len(strings.Fields(line)) != 2 && !strings.HasPrefix(line, magic) {
			t.Errorf("a note of this machine went into the result: %.60s", line)
		}
	}
	check := func(id *Identity, want ProblemKind) {
		t.Helper()
		r, err := parseResult("x", text, id)
		if err != nil || len(r.Found) == 0 || r.Found[0].Kind != want {
			t.Errorf("%v %+v, want %s", err, r, want)
		}
	}
	check(nil, ProblemSealed)
	check(identity(t), ProblemKey)
}

// TestAFullDiskLosesNothingBefore holds that a record that could not be written
// is not accepted and leaves the journal as it was.
func TestAFullDiskLosesNothingBefore(t *testing.T) {
	e, dir := load(t), t.TempDir()
	s := sit(t, e, dir, "kim", nine)
	i := place(t, s, "pi")
	if _, err := s.Answer(i, "3", nine.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	_ = s.journal.file.Close() // writing fails from now on
	if reply, err := s.Answer(i, "4", nine.Add(2*time.Minute)); err == nil || reply.Accepted {
		t.Error("accepted though it was not written")
	}
	if got := s.Progress().Items[i].Answer; got != "3" {
		t.Errorf("the answer is %q, want the one before", got)
	}
	_ = s.journal.lock.Unlock()
	if got := sit(t, e, dir, "kim", nine.Add(3*time.Minute)).Progress().Items[i].Answer; got != "3" {
		t.Errorf("after opening again %q, want 3", got)
	}
}

// TestWhatAFailedWriteLeftIsGoneWithTheNext puts behind the records what a write
// and the cut after it may leave that both failed: the next record is whole.
func TestWhatAFailedWriteLeftIsGoneWithTheNext(t *testing.T) {
	openOrSealed(t, func(t *testing.T, e *Exam, _ *Identity) {
		for _, left := range []string{"half of a record", "a whole line that does not count, longer than what comes next" + strings.Repeat(".", 5000) + "\n"} {
			dir := t.TempDir()
			s := sit(t, e, dir, "kim", nine)
			f, err := os.OpenFile(s.journal.path, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := f.WriteString(left); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			at := place(t, s, "pi")
			if reply, err := s.Answer(at, "1", nine.Add(time.Minute)); err != nil || !reply.Accepted {
				t.Fatal(reply, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			again, err := Open(dir, e, "kim", nine.Add(2*time.Minute))
			if err != nil {
				t.Fatal(err)
			}
			if got := again.Progress().Items[at].Answer; got != "1" {
				t.Errorf("the answer is %q", got)
			}
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// sat is the result of a sitting.
func sat(t *testing.T, e *Exam, dir string) []byte {
	t.Helper()
	s := sit(t, e, dir, "kim", nine)
	right(t, s, nine.Add(time.Minute))
	if err := s.Submit(nine.Add(20 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	text, err := s.Result()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "result"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	return text
}

// TestTwoThatBeginAtOnce holds that of several windows that begin a sitting at
// the same moment one has it, and that what it accepts is kept.
func TestTwoThatBeginAtOnce(t *testing.T) {
	e := load(t)
	for range 20 {
		dir := t.TempDir()
		begun := make(chan *Sitting, 4)
		for range cap(begun) {
			go func() {
				s, _ := Open(dir, e, "kim", nine) // nil if another has it
				begun <- s
			}()
		}
		var answers []string
		for n := range cap(begun) {
			s := <-begun
			if s == nil {
				continue
			}
			answers = append(answers, letter(n))
			if reply, err := s.Answer(place(t, s, "word"), letter(n), after(1)); err != nil || !reply.Accepted {
				t.Fatal(reply, err)
			}
			_ = s.Close()
		}
		s := sit(t, e, dir, "kim", after(2))
		var kept []string
		for _, r := range s.journal.records {
			if r.Event == EventAnswer {
				kept = append(kept, r.Answer)
			}
		}
		if len(answers) == 0 || !slices.Equal(kept, answers) {
			t.Fatalf("accepted %v, kept %v", answers, kept)
		}
	}
}

func TestNothingStandsBehindTheHead(t *testing.T) {
	h := head{Exam: "x", Student: "kim", Attempt: 1}
	line, err := h.line()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := readHead("f", line); err != nil || got != h {
		t.Fatal(got, err)
	}
	for _, more := range []string{"}", "]", "{}", " 1", "x"} {
		if _, err := readHead("f", line+more); err == nil {
			t.Errorf("%q is taken", line+more)
		}
	}
}
