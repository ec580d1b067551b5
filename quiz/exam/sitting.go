package exam

import (
	"errors"
	"time"
	"unicode/utf8"

	"convtutor/internal/fault"
	"convtutor/internal/wholefile"
	"convtutor/quiz"
	"convtutor/viz"
)

// Sitting is one student's attempt at an exam. All that counts is in its
// journal; what stands here is worked out from that. It is for one goroutine.
type Sitting struct {
	exam    *Exam
	student string
	attempt int
	journal *journal
	paper   *Paper
	spoken  string // the language of paper
	clock   clock
	began   time.Time

	answers   map[string]string // by question id; none where it was taken back
	flags     map[string]bool
	last      string // question last answered or flagged
	resumed   bool
	submitted time.Time
}

// Errors of a sitting that goes on no more, or of an answer that stands.
var (
	ErrSubmitted   error = told("submitted", "handed-in", nil)
	ErrOver        error = told("over", "handed-in", nil)
	errUnsubmitted error = told("unsubmitted", "go-on", nil)
	ErrSettled     error = told("settled", "other-questions", nil)
)

// Reply is what becomes of an answer.
type Reply struct {
	// Accepted says that the answer is on the disk.
	Accepted bool
	// Unread says why it is not an answer yet; nothing was recorded.
	Unread []viz.Words
	// Verdict says how it stands where the exam tells that at once.
	Verdict *quiz.Verdict
}

// Item is how one question stands.
type Item struct {
	ID      string
	Answer  string // as it was typed, "" if there is none
	Flagged bool
	Settled bool // answered, and told how it went: it stands
}

// Progress is how a sitting stands.
type Progress struct {
	Of, Answered, Flagged int
	Items                 []Item // in the order of Questions
	// Place is the index of the question to go on with.
	Place int
}

// Questions are the questions in the order to ask them, own ones worded in a
// language.
func (s *Sitting) Questions(language string) []Asked {
	if s.exam.Language != "" {
		language = s.exam.Language
	}
	if language != s.spoken {
		if p, err := s.exam.Paper(s.student, s.attempt, language); err == nil { // it was made before
			s.paper, s.spoken = p, language
		}
	}
	return s.paper.Asked
}

// Exam is what is sat.
func (s *Sitting) Exam() *Exam { return s.exam }

// Student is who sits it.
func (s *Sitting) Student() string { return s.student }

// Attempt is which one it is, counted from 1.
func (s *Sitting) Attempt() int { return s.attempt }

// Began is when it was first started.
func (s *Sitting) Began() time.Time { return s.began }

// Resumed says that the sitting was begun before, by another run of the program.
func (s *Sitting) Resumed() bool { return s.resumed }

// Submitted says whether, and when, it was handed in.
func (s *Sitting) Submitted() (at time.Time, ok bool) { return s.submitted, !s.submitted.IsZero() }

// Remaining is the time that is left; limited is false where nothing ends it.
func (s *Sitting) Remaining(now time.Time) (left time.Duration, limited bool) {
	end, limited := s.exam.Deadline(s.began)
	return max(0, end.Sub(s.clock.peek(now))), limited
}

// over says whether the time is up.
func (s *Sitting) over(at time.Time) bool {
	end, limited := s.exam.Deadline(s.began)
	return limited && at.After(end)
}

// Answer records an answer to the question at an index; a blank one takes back
// what was answered. When it returns an accepted reply, the answer is on the
// disk. Once the time is over the sitting is submitted and the error ErrOver.
func (s *Sitting) Answer(i int, typed string, now time.Time) (Reply, error) {
	a, err := s.at(i)
	if err != nil {
		return Reply{}, err
	}
	typed = a.canonical(clean(typed))
	if s.settled(a.ID) {
		return Reply{}, ErrSettled
	}
	v := quiz.Verdict{}
	if typed != "" {
		v = grade(a, typed)
	}
	if unread := unread(a, typed, v); unread != nil {
		return Reply{Unread: unread}, nil
	}
	if err := s.record(Record{Event: EventAnswer, Question: a.ID, Answer: typed}, now); err != nil {
		return Reply{}, err
	}
	reply := Reply{Accepted: true}
	if s.exam.Feedback == FeedbackAtOnce && typed != "" && !a.ByHand() {
		reply.Verdict = &v
	}
	return reply, nil
}

// unread says why something typed is no answer yet; nil if it is one.
func unread(a Asked, typed string, v quiz.Verdict) []viz.Words {
	switch {
	case typed == "":
		return nil
	case a.Own != nil && a.Own.Type == TypeText:
		if n := utf8.RuneCountInString(typed); n > maxText {
			return []viz.Words{{Key: "exam.text.long", Args: viz.Args{"n": n, "most": maxText}}}
		}
		return nil
	case v.Status == quiz.NotYet:
		return v.Feedback
	}
	return nil
}

// settled says whether a question's answer can be changed no more.
func (s *Sitting) settled(id string) bool {
	return s.exam.Feedback == FeedbackAtOnce && s.answers[id] != ""
}

// Flag marks a question, or takes the mark off.
func (s *Sitting) Flag(i int, on bool, now time.Time) error {
	a, err := s.at(i)
	if err != nil || s.flags[a.ID] == on {
		return err
	}
	return s.record(Record{Event: EventFlag, Question: a.ID, On: on}, now)
}

// seenEvery is how often Seen writes that the student is still there.
const seenEvery = time.Minute

// Seen is to be called now and then, as the clock on the screen moves: it notes
// once a minute that the sitting is open, notices a clock that was set back,
// and submits once the time is over (ErrOver).
func (s *Sitting) Seen(now time.Time) error {
	if _, done := s.Submitted(); done {
		return ErrSubmitted
	}
	_, back := s.clock.read(now)
	if back == 0 && !s.over(s.clock.peek(now)) && s.clock.peek(now).Sub(s.clock.high) < seenEvery {
		s.clock.note(now)
		return nil
	}
	return s.record(Record{Event: EventSeen}, now)
}

// Submit hands the sitting in, once and for all.
func (s *Sitting) Submit(now time.Time) error {
	err := s.record(Record{Event: EventSubmit}, now)
	if errors.Is(err, ErrOver) {
		return nil // the time was quicker
	}
	return err
}

// Progress says how the sitting stands.
func (s *Sitting) Progress() Progress {
	p := Progress{Of: len(s.paper.Asked)}
	for i, a := range s.paper.Asked {
		item := Item{ID: a.ID, Answer: s.answers[a.ID], Flagged: s.flags[a.ID], Settled: s.settled(a.ID)}
		if item.Answer != "" {
			p.Answered++
		}
		if item.Flagged {
			p.Flagged++
		}
		if a.ID == s.last {
			p.Place = i
		}
		p.Items = append(p.Items, item)
	}
	for next := p.Place; next < p.Of; next++ {
		if p.Items[next].Answer == "" {
			p.Place = next
			break
		}
	}
	return p
}

// Verdicts says how every answer stands, in the order of Questions, where the
// exam tells it: at once for questions that are settled, at the end once it is
// submitted. An entry is nil where nothing is told.
func (s *Sitting) Verdicts() []*quiz.Verdict {
	list := make([]*quiz.Verdict, len(s.paper.Asked))
	_, done := s.Submitted()
	if s.exam.Feedback == FeedbackNever || s.exam.Feedback == FeedbackEnd && !done {
		return list
	}
	for i, a := range s.paper.Asked {
		if typed := s.answers[a.ID]; typed != "" && !a.ByHand() {
			v := grade(a, typed)
			list[i] = &v
		}
	}
	return list
}

// Result is the text of the result file: the journal, without what only this
// machine needs to go on.
func (s *Sitting) Result() ([]byte, error) {
	if _, done := s.Submitted(); !done {
		return nil, errUnsubmitted
	}
	return s.journal.result()
}

// WriteResult writes the result file, in a single step.
func (s *Sitting) WriteResult(path string) error {
	text, err := s.Result()
	if err != nil {
		return err
	}
	return wholefile.Write(path, text, private)
}

// Close lets another process go on with the sitting.
func (s *Sitting) Close() error { return s.journal.close() }

func (s *Sitting) at(i int) (Asked, error) {
	if _, done := s.Submitted(); done {
		return Asked{}, ErrSubmitted
	}
	if i < 0 || i >= len(s.paper.Asked) {
		return Asked{}, told("no-place", "other-questions", fault.Args{"n": i + 1, "of": len(s.paper.Asked)})
	}
	return s.paper.Asked[i], nil
}

// record writes a record at the time of now. Where the time is over it submits
// instead and gives ErrOver.
func (s *Sitting) record(r Record, now time.Time) error {
	if _, done := s.Submitted(); done {
		return ErrSubmitted
	}
	at, back := s.clock.read(now)
	if back > 0 {
		if err := s.write(Record{Event: EventClock, Clock: &Clock{Wall: tidy(now), Back: back}}, at); err != nil {
			return err
		}
	}
	s.clock.note(now)
	if s.over(at) {
		if err := s.write(Record{Event: EventSubmit, Auto: true}, at); err != nil {
			return err
		}
		return ErrOver
	}
	return s.write(r, at)
}

func (s *Sitting) write(r Record, at time.Time) error {
	r.At = at
	if err := s.journal.add(r); err != nil {
		return toldOf(err, "unwritten", "again", nil)
	}
	s.apply(r)
	return nil
}

// apply makes of a record what it says.
func (s *Sitting) apply(r Record) {
	s.clock.apply(r)
	switch r.Event {
	case EventStart:
		s.began = r.At
	case EventAnswer:
		s.answers[r.Question], s.last = r.Answer, r.Question
	case EventFlag:
		s.flags[r.Question], s.last = r.On, r.Question
	case EventSubmit:
		s.submitted = r.At
	}
}
