package house

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/i18n"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// drawLesson draws every step of a lesson.
func (in *inspector) drawLesson(code, id string) {
	lesson, err := in.course.Lesson(id)
	if err != nil {
		return // told by the course's own check
	}
	words, err := in.course.Words(id, code)
	if err != nil {
		return // told by the course's own check
	}
	for _, step := range lesson.Steps {
		built, err := in.build(lesson, step)
		if err != nil {
			continue // told by the course's own check
		}
		route := "lesson/" + id + "#" + step.ID
		in.seed = 0
		if v := in.everySize(code, route); v != nil {
			v.step(built, words.Step(step.ID))
			v.walk(built)
		}
		if step.Widget.Type == "quiz" {
			in.drawClosing(code, route, built)
		}
	}
}

// drawClosing reads the closing questions that several seeds give.
func (in *inspector) drawClosing(code, route string, step course.Step) {
	for in.seed = 0; in.seed < 6; in.seed++ {
		questions, err := step.Questions(in.seed)
		if err != nil {
			return // told by the course's own check
		}
		v := in.open(code, route)
		if v == nil {
			return
		}
		for _, q := range questions {
			v.asked(q)
			v.press(tea.KeyEnter)
		}
	}
}

// step reads a step as a learner does: the prose, each hint, what is said to
// every known mistake and in the end.
func (v *view) step(step course.Step, words lessons.StepWords) {
	fill := filler(v.in.bundle.For(v.session.Language()), step.Facts)
	v.shows("the heading", fill(lessons.Paragraph{Spans: []lessons.Span{{Text: words.Heading}}}))
	for i, p := range words.Body {
		v.shows(fmt.Sprintf("paragraph %d", i+1), fill(p))
	}
	v.whole()
	v.roomy(step)
	for i := range step.Predictions {
		v.predict(step, i, words, fill)
	}
	if len(step.Predictions) > 0 {
		for i, p := range words.After {
			v.shows(fmt.Sprintf("paragraph %d of what is said after", i+1), fill(p))
		}
		v.roomy(step)
	}
}

// predict answers a prediction: with help, wrongly, rightly.
func (v *view) predict(step course.Step, i int, words lessons.StepWords, fill func(lessons.Paragraph) string) {
	if question, ok := words.Question(i); ok {
		v.shows(fmt.Sprintf("question %d", i+1), fill(question))
	}
	for i, hint := range words.Hints {
		v.press(tea.KeyCtrlT)
		v.shows(fmt.Sprintf("hint %d", i+1), fill(hint))
		v.whole()
		v.roomy(step)
	}
	v.slips(step.Predictions[i].Question)
	v.rightly(step.Predictions[i].Question)
	v.whole()
}

// rightly gives the right answer.
func (v *view) rightly(q quiz.Question) {
	if typed, ok := entered(q, q.Answer); ok {
		v.enter(q, typed)
	}
}

// walk goes through an animation to its end.
func (v *view) walk(step course.Step) {
	var anim viz.Animation
	switch {
	case step.Animation != nil:
		anim = step.Animation
	case step.Conv != nil && !step.Editing:
		anim = step.Conv
	case step.Slide != nil && !step.Editing:
		anim = step.Slide
	default:
		v.view(step)
		v.turn(step)
		return
	}
	v.press(tea.KeyHome)
	for range anim.Steps() {
		v.whole()
		v.press(tea.KeyRight)
	}
}

// namedKeys are the keys that lead a picture of a network forward.
var namedKeys = map[string]tea.KeyType{"down": tea.KeyDown, "right": tea.KeyRight, "tab": tea.KeyTab}

// mostMoves is more than a picture of a network takes to be gone through.
const mostMoves = 60

// view goes through a picture of a network to its end.
func (v *view) view(step course.Step) {
	if step.View == nil {
		return
	}
	for range mostMoves {
		moves := step.View.Moves()
		if len(moves) == 0 || !step.View.Do(moves[0].ID) {
			return
		}
		v.press(namedKeys[moves[0].Keys[0]])
		v.whole()
		v.roomy(step)
	}
}

// Rows of a cell: with a row for the value and one for the weight, a product is
// seen where it is made.
const tall = 2

// unpadded is the side of the lecture's picture, which must be seen in tall
// cells at the usual size.
const unpadded = 5

// roomy finds an animation that the prose leaves too little room.
func (v *view) roomy(step course.Step) {
	v.drawn(usual)
	for _, lack := range v.model.Lacks() {
		v.wrong("the picture has %dx%d and needs %dx%d", lack.HasW, lack.HasH, lack.NeedsW, lack.NeedsH)
	}
	if step.Conv == nil {
		return
	}
	g := step.Conv.Geometry()
	need := g.In.H
	if pad := g.Window.Padding; g.In.H <= unpadded && pad.Top+pad.Bottom == 0 && !step.Editing {
		need *= tall
	}
	v.drawn(usual)
	rows := 0
	for y := range usual.h {
		if shows(v.model.Grid().Row(y), ofInput) {
			rows++
		}
	}
	if rows < need {
		v.wrong("the input has %d rows on screen and needs %d", rows, need)
	}
}

func shows(row []canvas.Cell, wanted func(canvas.Role) bool) bool {
	for _, cell := range row {
		if wanted(cell.Ground) || wanted(cell.Role) {
			return true
		}
	}
	return false
}

// ofInput tells whether a cell belongs to the input.
func ofInput(role canvas.Role) bool {
	switch role {
	case canvas.RoleInput, canvas.RoleInputInk, canvas.RoleWindow, canvas.RoleWindowDone, canvas.RoleWindowNow,
		canvas.RoleWindowZero, canvas.RoleUnread:
		return true
	}
	return false
}

// filler fills the placeholders of a lesson's paragraphs.
func filler(c *i18n.Catalog, facts viz.Args) func(lessons.Paragraph) string {
	return func(p lessons.Paragraph) string {
		message, err := c.Compile(p.Text())
		if err != nil {
			return p.Text()
		}
		return c.Fill(message, facts)
	}
}
