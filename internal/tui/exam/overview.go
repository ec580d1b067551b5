package exam

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/quiz/exam"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// gotoMsg shows a question, askMsg asks whether to hand in.
type (
	gotoMsg struct {
		owner *screen
		at    int
	}
	askMsg struct{ owner *screen }
)

// jump is the click on a question's mark.
func (s *screen) jump(at int) func(x, y int) tea.Msg {
	return func(int, int) tea.Msg { return gotoMsg{s, at} }
}

// overview lists how every question stands, with handing in as the last entry.
func (s *screen) overview() {
	s.view = viewMap
	var entries []tui.Entry
	for i, item := range s.sitting.Progress().Items {
		role, mark := standingOf(item)
		e := tui.Entry{
			Mark: mark, MarkRole: role, Title: s.say("exam.item", viz.Args{"n": i + 1}),
			About: item.Answer, Choose: gotoMsg{s, i},
		}
		if item.Answer == "" {
			e.About = s.session.Text("exam.item.none")
		}
		entries = append(entries, e)
	}
	entries = append(entries, tui.Entry{}, tui.Entry{
		Mark: "→", MarkRole: canvas.RoleKey, Title: s.session.Text("exam.hand_in"), Choose: askMsg{s},
	})
	s.menu.SetEntries(entries)
	if p := s.sitting.Progress(); p.Answered == p.Of {
		s.menu.Last()
	}
}

// standing says how the sitting stands.
func (s *screen) standing() []viz.Words {
	p := s.sitting.Progress()
	words := []viz.Words{{Key: "exam.stands", Args: viz.Args{"n": p.Answered, "of": p.Of, "flagged": p.Flagged}}}
	if p.Answered == p.Of {
		return append(words, viz.Words{Key: "exam.all"})
	}
	return append(words, viz.Words{Key: "exam.kept_here"})
}

// finish shows the end: what is told of how it went, where the exam tells it.
func (s *screen) finish() {
	s.view = viewEnd
	var entries []tui.Entry
	if s.sitting.Exam().Feedback != exam.FeedbackNever {
		entries = s.results()
	}
	entries = append(entries, tui.Entry{Title: s.session.Text("exam.leave"), Choose: tui.BackMsg{}})
	s.menu.SetEntries(entries)
	s.menu.Last()
}

// results lists how every question went.
func (s *screen) results() []tui.Entry {
	items := s.sitting.Progress().Items
	asked := s.sitting.Questions(s.session.Language())
	var entries []tui.Entry
	for i, v := range s.sitting.Verdicts() {
		e := s.went(i, asked[i], items[i].Answer, v)
		e.Title = strconv.Itoa(i+1) + ". " + e.Title
		entries = append(entries, e)
	}
	return append(entries, tui.Entry{})
}

// went is the entry of one question at the end.
func (s *screen) went(at int, asked exam.Asked, answer string, v *quiz.Verdict) tui.Entry {
	e := tui.Entry{Title: answer, Choose: gotoMsg{s, at}}
	e.MarkRole, e.Mark = wentMark(answer, v)
	e.About = s.session.Say(s.solution(asked))
	if later, unknown := asked.Later(); unknown {
		e.Choose = tui.NoticeMsg{Words: later}
	}
	switch {
	case v != nil && v.Status == quiz.Right:
		e.About = ""
	case answer == "":
		e.Title = s.session.Text("exam.item.nothing")
		if asked.ByHand() { // there is nothing to judge
			e.About = ""
		}
	}
	return e
}

// wentMark is the mark of how an answer went: right, wrong, or not known here.
func wentMark(answer string, v *quiz.Verdict) (canvas.Role, string) {
	switch {
	case answer == "", v == nil:
		return canvas.RoleFaint, "–"
	case v.Status == quiz.Right:
		return canvas.RoleGood, "✓"
	}
	return canvas.RoleBad, "✗"
}

// solution is the right answer to a question, or who will tell where it does
// not stand in the exam.
func (s *screen) solution(asked exam.Asked) viz.Words {
	if words, unknown := asked.Later(); unknown {
		return words
	}
	return viz.Words{Key: "exam.went.answer", Args: viz.Args{"answer": s.right(asked)}}
}

// right is the right answer to a question.
func (s *screen) right(asked exam.Asked) string {
	answer := asked.Question.AnswerText(s.session.Say)
	if answer == "" && asked.Own != nil && len(asked.Own.Accept) > 0 {
		answer = asked.Own.Accept[0]
	}
	return answer
}

// ended says how it came to its end.
func (s *screen) ended() []viz.Words {
	words := []viz.Words{{Key: "exam.submitted"}}
	if s.over {
		words[0].Key = "exam.ran-out"
	}
	p := s.sitting.Progress()
	words = append(words, viz.Words{Key: "exam.stands", Args: viz.Args{"n": p.Answered, "of": p.Of, "flagged": p.Flagged}})
	words = append(words, viz.Words{Key: "exam.written"})
	if s.sitting.Exam().Feedback != exam.FeedbackNever {
		words = append(words, viz.Words{Key: "exam.look.list"})
	}
	return words
}
