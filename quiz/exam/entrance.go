package exam

import (
	"time"

	"convtutor/viz"
)

// Entrance is where a student stands before an exam: what there is to know of
// it, and the way in. No clock runs before Enter.
type Entrance struct {
	// Standing is where the student stood on arriving.
	Standing Standing

	exam    *Exam
	student string
	dir     string
	sitting *Sitting
}

// Arrive says where a student stands and begins nothing; the journals are kept
// in dir. Errors are those of Look, with the Entrance as far as it is known.
func Arrive(dir string, e *Exam, student string, now time.Time) (*Entrance, error) {
	standing, err := Look(dir, e, student, now)
	return &Entrance{Standing: standing, exam: e, student: student, dir: dir}, err
}

// Exam is what is to be sat.
func (e *Entrance) Exam() *Exam { return e.exam }

// Student is who is to sit it.
func (e *Entrance) Student() string { return e.student }

// Enter is Open at this entrance; it opens once.
func (e *Entrance) Enter(now time.Time) (*Sitting, error) {
	if e.sitting != nil {
		return e.sitting, nil
	}
	s, err := Open(e.dir, e.exam, e.student, now)
	if err == nil {
		e.sitting = s
	}
	return s, err
}

// Sitting is what Enter opened, nil before.
func (e *Entrance) Sitting() *Sitting { return e.sitting }

// Close closes the sitting, where there is one.
func (e *Entrance) Close() error {
	if e.sitting == nil {
		return nil
	}
	return e.sitting.Close()
}

// Terms are what a student should know before the clock runs, a sentence each.
func (e *Entrance) Terms(now time.Time) []viz.Words {
	x := e.exam
	words := []viz.Words{
		{Key: "exam.size", Args: viz.Args{"n": x.Count(), "points": x.Points()}},
		e.term(now),
		{Key: "exam.terms.feedback-" + string(x.Feedback)},
	}
	if x.Attempts > 1 {
		words = append(words, viz.Words{Key: "exam.terms.attempt", Args: viz.Args{"n": e.Standing.Attempt, "of": x.Attempts}})
	}
	return append(words, viz.Words{Key: "exam.kept_here"}, viz.Words{Key: "exam.confirm.once"})
}

// Remaining is the time that is left to an attempt that was begun, by the clock
// of its journal, or that there would be if it were begun now; limited is false
// where nothing ends it.
func (e *Entrance) Remaining(now time.Time) (left time.Duration, limited bool) {
	began := now
	if st := e.Standing; st.Begun {
		began, now = st.began, st.clock.peek(now)
	}
	end, limited := e.exam.Deadline(began)
	return max(0, end.Sub(now)), limited
}

// term says how long there is, were the exam begun now or gone on with.
func (e *Entrance) term(now time.Time) viz.Words {
	if left, limited := e.Remaining(now); limited && e.Standing.Begun {
		return viz.Words{Key: "exam.left", Args: viz.Args{"time": Countdown(left)}}
	}
	end, limited := e.exam.Deadline(now)
	if !limited {
		return viz.Words{Key: "exam.terms.unlimited"}
	}
	args := viz.Args{"time": span(end.Sub(now)), "closes": e.exam.Closes.Format(timeLayout)}
	switch {
	case end.Equal(e.exam.Closes):
		return viz.Words{Key: "exam.terms.closes", Args: args}
	case !e.exam.Closes.IsZero():
		return viz.Words{Key: "exam.terms.time-and-closes", Args: args}
	}
	return viz.Words{Key: "exam.terms.time", Args: args}
}

// span is a time as it is said before it runs: to the minute, unless it is short.
func span(d time.Duration) viz.Words {
	hours, minutes := int(d/time.Hour), int(d%time.Hour/time.Minute)
	switch {
	case hours > 0 && minutes > 0:
		return viz.Words{Key: "exam.span.hours-minutes", Args: viz.Args{"h": hours, "m": minutes}}
	case hours > 0:
		return viz.Words{Key: "exam.span.hours", Args: viz.Args{"h": hours}}
	case d%time.Minute == 0 || minutes >= 10:
		return viz.Words{Key: "exam.span.minutes", Args: viz.Args{"m": minutes}}
	}
	return viz.Words{Key: "exam.span.seconds", Args: viz.Args{"m": minutes, "s": int(d % time.Minute / time.Second)}}
}
