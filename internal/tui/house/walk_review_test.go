package house

import (
	"strings"
	"testing"
	"time"

	"convtutor/internal/progress"
	"convtutor/internal/review"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// TestReview gives up on the first question, and answers all others: it comes
// again until it is right.
func TestReview(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		s := learner(t, language, store)
		d := drive(t, s, "review")
		run := review.NewRun(7) // the same run, to know what is asked
		asked := 0
		for {
			q, why, ok := run.Next(store.State(), time.Now())
			if !ok {
				break
			}
			d.shows(s.Say(why))
			if asked++; asked == 1 {
				d.press("tab")
				run.Note(false)
			} else {
				answerByKeys(d, q)
				run.Note(true)
			}
			d.press("enter")
		}
		if asked != review.Length+1 {
			t.Errorf("%d questions", asked)
		}
		d.shows(s.Say(viz.Words{Key: "practice.score", Args: viz.Args{"right": review.Length - 1, "of": review.Length}}))
		d.shows(s.Say(viz.Words{Key: "review.mended", Args: viz.Args{"mended": 1, "of": 1}}))
		d.press("down", "enter")
		d.at("known")
		for _, k := range review.Knowledge(store.State(), time.Now()) {
			if k.Asked > 0 {
				d.shows(s.Text("quiz." + k.Kind + ".name"))
				break
			}
		}
		d.press("enter")
		d.at("review")
	})
}

// TestKnownIsNotCutShort shows counts of two figures beside the longest name of a
// slip, in a window of the usual size.
func TestKnownIsNotCutShort(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		s := learner(t, language, progress.NewMemory())
		longest := quiz.Slips()[0]
		for _, slip := range quiz.Slips() {
			if canvas.Width(s.Say(slip.Name())) > canvas.Width(s.Say(longest.Name())) {
				longest = slip
			}
		}
		q, err := quiz.New("output-size", 1, 5)
		if err != nil {
			t.Fatal(err)
		}
		wrong := quiz.Grade(q, q.Slips[0].Answer) // known for less than a day: the longest to say
		for i := range 12 {
			slip := ""
			if i < 2 {
				slip = longest.ID
			}
			s.Progress.Apply(progress.CountQuestion(q.Kind, i >= 2, slip))
			s.Progress.Apply(review.Answered(q, wrong, s.Now())...)
		}
		known := review.Knowledge(s.Progress.State(), s.Now())[0]
		if known.Right != 10 || known.Asked != 12 {
			t.Fatalf("%d of %d are known", known.Right, known.Asked)
		}
		d := drive(t, s, "known")
		d.says("review.kind", viz.Args{"right": known.Right, "of": known.Asked, "level": known.Level})
		d.shows(s.Say(known.LastsWords()))
	})
}

// answerByKeys answers a question rightly.
func answerByKeys(d *driver, q quiz.Question) {
	switch q.Type {
	case quiz.TypeChoice:
		for i, o := range q.Options {
			if o.Slip == "" {
				d.press(string(rune('a' + i)))
				return
			}
		}
	case quiz.TypeNumber, quiz.TypeShape:
		d.typed(q.Answer)
		d.press("enter")
	case quiz.TypeGrid: // enter goes from cell to cell, and answers behind the last
		for cell := range strings.FieldsSeq(strings.ReplaceAll(q.Answer, "/", " ")) {
			d.typed(cell)
			d.press("enter")
		}
	default:
		d.t.Fatalf("%s: not among the first kinds of a new learner", q.Type)
	}
}
