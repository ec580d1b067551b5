package exam

import (
	"strconv"

	"convtutor/internal/tui"
	"convtutor/quiz/exam"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	switch s.view {
	case viewQuestion, viewReview:
		s.drawQuestion(f)
	case viewPicture:
		s.drawPicture(f)
	case viewConfirm:
		s.drawConfirm(f)
	case viewMap:
		s.drawMenu(f, s.standing())
	case viewEnd:
		s.drawMenu(f, s.ended())
	}
}

// drawQuestion draws where one is, how all questions stand, and the question;
// its solution gets the room of all but the first.
func (s *screen) drawQuestion(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	s.drawPlace(part)
	area := f.Area
	if s.box.Shown() {
		area.Y, area.H = area.Y+2, area.H-2
		s.box.Draw(f.Within(area))
		return
	}
	strip := area
	strip.W -= s.drawNews(part, 1)
	s.drawStrip(f.Within(strip), 1)
	area.Y, area.H = area.Y+3, area.H-4
	used := s.box.Draw(f.Within(area))
	s.drawStands(part, min(3+used+1, f.Area.H-1))
}

// drawPlace writes which question it is, what it counts, and the time left.
func (s *screen) drawPlace(part canvas.Part) {
	p := s.sitting.Progress()
	x := part.Text(0, 0, canvas.RoleStrong, s.say("exam.place", viz.Args{"n": s.at + 1, "of": p.Of, "points": s.asked().Points}))
	if p.Items[s.at].Flagged {
		part.Text(x+2, 0, canvas.RoleNote, "⚑ "+s.session.Text("exam.flag"))
	}
	s.drawClock(part)
}

// drawClock writes the time left at the right edge, marked when it is short.
func (s *screen) drawClock(part canvas.Part) {
	if s.handedIn() {
		return
	}
	left, limited := s.sitting.Remaining(s.session.Now())
	if !limited {
		return
	}
	role, mark := canvas.RoleDim, ""
	switch {
	case left <= alarmed:
		role, mark = canvas.RoleBad, "! "
	case left <= hurry:
		role, mark = canvas.RoleNote, "· "
	}
	part.TextRight(part.Area().W, 0, role, mark+s.say("exam.left", viz.Args{"time": exam.Countdown(left)}))
}

// drawStrip draws a mark for each question, the one at hand in brackets. Where
// there are more than fit, those round the one at hand are drawn.
func (s *screen) drawStrip(f tui.Frame, y int) {
	items := s.sitting.Progress().Items
	part := f.Grid.Part(f.Area)
	first, wide := 0, 0
	for i := range items {
		wide += stripWide(i)
	}
	for wide > f.Area.W && s.at-first > 4 {
		wide -= stripWide(first)
		first++
	}
	x := 0
	for i := first; i < len(items) && x+stripWide(i) <= f.Area.W; i++ {
		role, mark := s.markOf(i, items[i])
		number := strconv.Itoa(i + 1)
		if i == s.at {
			part.Text(x, y, canvas.RoleKey, "[")
			part.Text(x+1, y, canvas.RoleSelected, number)
			part.Text(x+1+len(number), y, role, mark)
			part.Text(x+2+len(number), y, canvas.RoleKey, "]")
		} else {
			part.Text(x+1, y, canvas.RoleDim, number)
			part.Text(x+1+len(number), y, role, mark)
		}
		at := i
		f.Zone(canvas.Rect{X: f.Area.X + x, Y: f.Area.Y + y, W: stripWide(i), H: 1}, s.jump(at))
		x += stripWide(i)
	}
}

func stripWide(i int) int { return len(strconv.Itoa(i+1)) + 3 }

// markOf is the mark of a question: how it stands or, once it is handed in, how
// it went.
func (s *screen) markOf(i int, item exam.Item) (canvas.Role, string) {
	if !s.handedIn() {
		return standingOf(item)
	}
	return wentMark(item.Answer, s.sitting.Verdicts()[i])
}

// standingOf is the mark of a question: full where it is answered, a flag where
// it is flagged.
func standingOf(item exam.Item) (canvas.Role, string) {
	switch {
	case item.Flagged && item.Answer != "":
		return canvas.RoleNote, "⚑"
	case item.Flagged:
		return canvas.RoleNote, "⚐"
	case item.Answer != "":
		return canvas.RoleGood, "●"
	}
	return canvas.RoleFaint, "○"
}

// drawNews writes what became of the last answer at the right edge of a row, and
// gives the columns that it takes.
func (s *screen) drawNews(part canvas.Part, y int) (wide int) {
	if s.said.Key == "" || s.trouble != nil {
		return 0
	}
	news := "✓ " + s.session.Say(s.said)
	part.TextRight(part.Area().W, y, canvas.RoleGood, news)
	return canvas.Width(news) + 2
}

// drawStands writes what was answered to the question, or what stands in the way.
func (s *screen) drawStands(part canvas.Part, y int) {
	if s.trouble != nil {
		part.Text(0, y, canvas.RoleBad, canvas.Cut(s.session.Explain(s.trouble), part.Area().W))
		return
	}
	if item := s.sitting.Progress().Items[s.at]; item.Answer != "" && !item.Settled && !s.handedIn() {
		part.Text(0, y, canvas.RoleDim, canvas.Cut(s.say("exam.answered", viz.Args{"answer": item.Answer}), part.Area().W))
	}
}

// drawPicture draws the question's picture below its place and the clock; over
// the whole page where it needs that.
func (s *screen) drawPicture(f tui.Frame) {
	if s.draw == nil {
		return
	}
	area := f.Area
	area.Y, area.H = area.Y+2, area.H-2
	if err := s.draw(f.Within(area), s.asked().Picture); err == nil {
		s.drawPlace(f.Grid.Part(f.Area))
		return
	}
	f.Grid.Fill(f.Area, canvas.RoleNone)
	if err := s.draw(f, s.asked().Picture); err != nil {
		f.Grid.Part(f.Area).Text(0, 0, canvas.RoleBad, s.session.Explain(err))
	}
}

// drawConfirm asks whether to hand in.
func (s *screen) drawConfirm(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	p := s.sitting.Progress()
	s.drawClock(part)
	part.Text(0, 0, canvas.RoleStrong, s.session.Text("exam.confirm"))
	lines := []viz.Words{{Key: "exam.stands", Args: viz.Args{"n": p.Answered, "of": p.Of, "flagged": p.Flagged}}}
	if p.Answered < p.Of {
		lines = append(lines, viz.Words{Key: "exam.confirm.open", Args: viz.Args{"n": p.Of - p.Answered}})
	}
	lines = append(lines, viz.Words{Key: "exam.confirm.once"})
	part.Lines(0, 2, tui.Wrapped(s.session, lines, canvas.RoleText, min(f.Area.W, tui.ProseWidth)))
}

// drawMenu draws some sentences and the menu below them.
func (s *screen) drawMenu(f tui.Frame, words []viz.Words) {
	part := f.Grid.Part(f.Area)
	s.drawClock(part)
	y := 0
	for i, w := range words {
		role := canvas.RoleDim
		if i == 0 {
			role = canvas.RoleStrong
		}
		y = part.Lines(0, y, tui.Wrapped(s.session, []viz.Words{w}, role, min(f.Area.W, tui.ProseWidth)))
	}
	if s.trouble != nil {
		part.Text(0, y, canvas.RoleBad, canvas.Cut(s.session.Explain(s.trouble), f.Area.W))
		y++
	}
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y + 1, W: min(f.Area.W, 100), H: max(f.Area.H-y-1, 1)}
	s.menu.Draw(f.Within(area))
}

func (s *screen) say(key string, args viz.Args) string {
	return s.session.Say(viz.Words{Key: key, Args: args})
}
