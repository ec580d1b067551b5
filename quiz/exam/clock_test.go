package exam

import (
	"errors"
	"testing"
	"time"
)

// minutes after nine.
func after(minutes float64) time.Time {
	return nine.Add(time.Duration(minutes * float64(time.Minute)))
}

func left(t *testing.T, s *Sitting, now time.Time) time.Duration {
	t.Helper()
	d, limited := s.Remaining(now)
	if !limited {
		t.Fatal("nothing ends it")
	}
	return d
}

// TestTheClockIsNeverEarnedBack walks through an hour in which the program is
// closed and the machine's clock is set back.
func TestTheClockIsNeverEarnedBack(t *testing.T) {
	e, dir := load(t), t.TempDir()
	s := sit(t, e, dir, "kim", nine)
	i := place(t, s, "pi")
	if got := left(t, s, after(5)); got != 40*time.Minute {
		t.Errorf("after 5 of 45 minutes %v are left", got)
	}
	if _, err := s.Answer(i, "3", after(10)); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()

	// Opened again with a clock that is an hour behind: the time goes on from
	// where it was.
	s = sit(t, e, dir, "kim", after(-50))
	if got := left(t, s, after(-50)); got != 35*time.Minute {
		t.Errorf("after the clock was set back %v are left, want 35m", got)
	}
	if got := left(t, s, after(-45)); got != 30*time.Minute {
		t.Errorf("five minutes on %v are left, want 30m", got)
	}
	// Once more, while the program runs.
	if _, err := s.Answer(i, "3.14", after(-45)); err != nil {
		t.Fatal(err)
	}
	if err := s.Seen(after(-100)); err != nil {
		t.Fatal(err)
	}
	if got := left(t, s, after(-90)); got != 20*time.Minute {
		t.Errorf("after it was set back again %v are left, want 20m", got)
	}
	// Set right, which is forward: the time that went by counts.
	if got := left(t, s, after(12)); got != 0 {
		t.Errorf("after it was set right %v are left", got)
	}
	var back time.Duration
	for _, r := range s.journal.records {
		if r.Clock != nil {
			back += r.Clock.Back
		}
	}
	if back != 60*time.Minute+55*time.Minute {
		t.Errorf("recorded that it was set back by %v", back)
	}
}

// TestTheClockIsReadWithinARun holds that a clock set back while the program
// runs does not stop the time, as the machine counts on.
func TestTheClockIsReadWithinARun(t *testing.T) {
	now := time.Now()
	c := clock{high: tidy(now), wall: tidy(now)}
	c.note(now)
	later := now.Add(10 * time.Minute)
	set := later.Round(0).Add(-time.Hour) // what the clock shows once it is set back
	at, back := c.read(set)
	if back < 50*time.Minute || at.Before(c.high) {
		t.Errorf("set back by an hour: %v, told %v", at.Sub(c.high), back)
	}
}

// TestTheMachineCountsOn holds that, within a run, the time that went by since
// the clock was last read counts although it was set back meanwhile.
func TestTheMachineCountsOn(t *testing.T) {
	now := time.Now() // with its monotonic part, which no clock setting changes
	ahead := tidy(now).Add(time.Hour)
	c := clock{high: ahead, wall: ahead, now: now.Add(-10 * time.Minute)}
	if at, back := c.read(now); back != 70*time.Minute || at.Sub(c.high) != 10*time.Minute {
		t.Errorf("an hour back after ten minutes: told %v, went on by %v", back, at.Sub(c.high))
	}
}

// TestTheTimeRunsOut holds that an answer after the end is not taken, that what
// was answered is submitted, and that this happens to a closed sitting as well.
func TestTheTimeRunsOut(t *testing.T) {
	e := load(t)
	t.Run("at an answer", func(t *testing.T) {
		s := sit(t, e, t.TempDir(), "kim", nine)
		i := place(t, s, "pi")
		if _, err := s.Answer(i, "3", after(45)); err != nil {
			t.Fatal("the last moment counts:", err)
		}
		if reply, err := s.Answer(i, "4", after(45.1)); !errors.Is(err, ErrOver) || reply.Accepted {
			t.Errorf("answered after the end: %v %v", reply, err)
		}
		if _, done := s.Submitted(); !done || s.Progress().Items[i].Answer != "3" {
			t.Error("not submitted as it was at the end")
		}
	})
	t.Run("while it is watched", func(t *testing.T) {
		s := sit(t, e, t.TempDir(), "kim", nine)
		if err := s.Seen(after(44)); err != nil {
			t.Fatal(err)
		}
		if err := s.Seen(after(45.1)); !errors.Is(err, ErrOver) {
			t.Errorf("seen after the end: %v", err)
		}
		if err := s.Seen(after(46)); !errors.Is(err, ErrSubmitted) {
			t.Errorf("seen after it was submitted: %v", err)
		}
	})
	t.Run("while it is closed", func(t *testing.T) {
		dir := t.TempDir()
		_ = sit(t, e, dir, "kim", nine).Close()
		s := sit(t, e, dir, "kim", after(100))
		if _, done := s.Submitted(); !done {
			t.Error("not submitted")
		}
	})
	t.Run("at closing time", func(t *testing.T) {
		s := sit(t, e, t.TempDir(), "kim", after(170)) // ten minutes before it closes
		if got := left(t, s, after(175)); got != 5*time.Minute {
			t.Errorf("%v are left", got)
		}
	})
}

func TestWhenItIsOpen(t *testing.T) {
	e, dir := load(t), t.TempDir()
	var when *TimeError
	if _, err := Open(dir, e, "kim", after(-61)); !errors.As(err, &when) || when.Opens.IsZero() {
		t.Errorf("begun before it opens: %v", err)
	}
	if _, err := Open(dir, e, "kim", after(180)); !errors.As(err, &when) || when.Closes.IsZero() {
		t.Errorf("begun after it closed: %v", err)
	}
	if _, err := Open(dir, e, "kim", after(-60)); err != nil {
		t.Errorf("refused at the moment it opens: %v", err)
	}
}

func TestAttemptsAreCounted(t *testing.T) {
	e, dir := load(t), t.TempDir()
	var seen []uint32
	for n := 1; n <= 2; n++ {
		s := sit(t, e, dir, "kim", after(float64(n)))
		if s.Attempt() != n {
			t.Fatalf("attempt %d, want %d", s.Attempt(), n)
		}
		seen = append(seen, s.paper.Seeds()["q1.1"])
		if err := s.Submit(after(float64(n))); err != nil {
			t.Fatal(err)
		}
		_ = s.Close()
	}
	if seen[0] == seen[1] {
		t.Error("the second attempt has the questions of the first")
	}
	st, err := Look(dir, e, "kim", after(5))
	if err != nil || !st.Done || len(st.Submitted) != 2 {
		t.Errorf("%+v %v", st, err)
	}
	s := sit(t, e, dir, "kim", after(5))
	if _, done := s.Submitted(); !done || s.Attempt() != 2 {
		t.Error("a third attempt was begun")
	}
	if _, err := s.Answer(0, "1", after(6)); !errors.Is(err, ErrSubmitted) {
		t.Errorf("answered after it was submitted: %v", err)
	}
}

func TestOneSittingOneWindow(t *testing.T) {
	e, dir := load(t), t.TempDir()
	sit(t, e, dir, "kim", nine)
	var busy *BusyError
	if _, err := Open(dir, e, "kim", after(1)); !errors.As(err, &busy) {
		t.Errorf("opened twice: %v", err)
	}
}

func TestAnotherExamIsNotGoneOnWith(t *testing.T) {
	e, dir := load(t), t.TempDir()
	_ = sit(t, e, dir, "kim", nine).Close()
	var changed *ChangedError
	for _, change := range [][]string{{"count: 3", "count: 4"}, {"secret: spring", "secret: autumn"}, {"seed: 7", "seed: 8"}, {"shuffle: true\n", ""}, {"secret: spring", "secret: spring\nkey: " + identity(t).Public()}} {
		if _, err := Open(dir, load(t, change...), "kim", after(1)); !errors.As(err, &changed) {
			t.Errorf("%v: %v", change, err)
		}
	}
	if _, err := Open(dir, load(t, "points: 2", "points: 3", "Why pad?", "Why do we pad?", "time: 45m", "time: 60m"), "kim", after(1)); err != nil {
		t.Errorf("points, wording and time may change: %v", err)
	}
}

func TestCountdown(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0:00", 400 * time.Millisecond: "0:00", 59*time.Second + 600*time.Millisecond: "1:00", 245 * time.Second: "4:05",
		3599 * time.Second: "59:59", time.Hour: "1:00:00", 3723 * time.Second: "1:02:03", 100 * time.Hour: "100:00:00",
	} {
		if got := Countdown(d); got != want {
			t.Errorf("%v is shown as %s, want %s", d, got, want)
		}
	}
}
