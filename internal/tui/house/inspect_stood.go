package house

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"convtutor/internal/course"
	"convtutor/internal/i18n"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// memory is what a learner has seen of a lesson so far: the pictures, whole,
// and the numbers and shapes that stood in pictures and words.
type memory struct {
	catalog  *i18n.Catalog
	pictures map[string]string // the step that shows it first
	figures  map[string]string // the step where it stands first
}

// known are predictions whose answer stands on an earlier screen, and why that
// is as it should be.
var known = map[string]string{
	"cnn/pixels#predict-cut":   "the largest value that there is, told as such",
	"cnn/pixels#negative":      "the largest value that there is, told as such",
	"cnn/colour#predict-value": "one of the three numbers that the question gives",
}

// stood finds predictions that ask for nothing new: the picture that answers
// them, or the number itself, stands on an earlier screen of the lesson.
func (in *inspector) stood() {
	code := in.bundle.Codes()[0]
	unused := maps.Clone(known)
	in.eachLesson(func(lesson *lessons.Lesson) {
		words, err := in.course.Words(lesson.ID, code)
		if err != nil {
			return // told by the course's own check
		}
		m := memory{in.bundle.For(code), map[string]string{}, map[string]string{}}
		for _, step := range lesson.Steps {
			built, err := in.build(lesson, step)
			if err != nil {
				continue // told by the course's own check
			}
			said := words.Step(step.ID)
			m.read(step.ID, built.Facts, said.Body)
			for i, p := range built.Predictions {
				at, has := m.answered(built, p)
				if !has {
					continue
				}
				place := lesson.ID + "#" + step.ID
				if _, excused := known[place]; !excused {
					in.add("lessons: %s: the answer to prediction %d, %s, stands at #%s", place, i+1, p.Answer, at)
				}
				delete(unused, place)
			}
			m.read(step.ID, built.Facts, said.After)
			m.walk(built)
		}
	})
	for place := range unused {
		in.add("lessons: %s: an exception that excuses nothing", place)
	}
}

// answered gives the earlier step that answers a prediction. A small number
// stands everywhere and tells nothing; a picture that is the same one does.
func (m memory) answered(step course.Step, p course.Prediction) (at string, ok bool) {
	if p.Type != quiz.TypeNumber && p.Type != quiz.TypeShape {
		return "", false
	}
	answer := plainFigure(p.Answer)
	if at, ok = m.figures[answer]; ok && telling(answer) {
		return at, true
	}
	for _, draw := range answering(step, p) {
		open, secret := m.picture(draw, false), m.picture(draw, true)
		says := open != secret && slices.Contains(figures(open), answer)
		if at, ok = m.pictures[open]; ok && says {
			return at, true
		}
	}
	return "", false
}

// walk looks at everything that a step shows when one goes through it.
func (m memory) walk(step course.Step) {
	look := func(draw func(viz.Frame)) {
		picture := m.picture(draw, false)
		m.note(step.ID, picture)
		if _, seen := m.pictures[picture]; !seen {
			m.pictures[picture] = step.ID
		}
	}
	if anim := walked(step); anim != nil {
		for i := range anim.Steps() {
			look(func(f viz.Frame) { anim.Draw(i, f) })
			m.note(step.ID, m.say(anim.Words(i)))
		}
	}
	if step.Scene != nil {
		for _, s := range turned(step.Scene) {
			look(func(f viz.Frame) { s.Draw(f, "") })
		}
	}
	if step.View == nil {
		return
	}
	look(step.View.Draw)
	for range mostMoves {
		moves := step.View.Moves()
		if len(moves) == 0 || !step.View.Do(moves[0].ID) {
			return
		}
		look(step.View.Draw)
	}
}

// answering are the pictures that show a prediction's answer, once it is made.
func answering(step course.Step, p course.Prediction) []func(viz.Frame) {
	switch anim := walked(step); {
	case anim != nil && p.At >= 0:
		return []func(viz.Frame){func(f viz.Frame) { anim.Draw(p.Revealed, f) }}
	case step.View != nil:
		return []func(viz.Frame){step.View.Draw}
	case step.Scene != nil:
		return []func(viz.Frame){func(f viz.Frame) { step.Scene.Draw(f, "") }}
	}
	return nil
}

// walked is a step's animation, whatever its sort; nil where it has none.
func walked(step course.Step) viz.Animation {
	switch {
	case step.Animation != nil:
		return step.Animation
	case step.Conv != nil:
		return step.Conv
	case step.Slide != nil:
		return step.Slide
	}
	return nil
}

// turned is a scene with each of its dials a few steps on, and back.
func turned(s viz.Scene) []viz.Scene {
	all := []viz.Scene{s}
	for _, d := range s.Dials() {
		for by := -mostTurns; by <= mostTurns; by++ {
			all = append(all, s.Turned(d.Name, d.After(by).Value))
		}
	}
	return all
}

// picture draws into a window with room for all.
func (m memory) picture(draw func(viz.Frame), hide bool) string {
	g := canvas.New(132, 40)
	draw(viz.Frame{Grid: g, Area: g.All(), Say: m.say, Hide: hide})
	return strings.Join(g.Lines(), "\n")
}

func (m memory) say(w viz.Words) string { return canvas.Strip(m.catalog.Text(w.Key, w.Args)) }

// read notes the figures in a step's prose.
func (m memory) read(step string, facts viz.Args, prose []lessons.Paragraph) {
	fill := filler(m.catalog, facts)
	for _, p := range prose {
		m.note(step, fill(p))
	}
}

// note keeps the figures that stand in a text.
func (m memory) note(step, text string) {
	for _, f := range figures(text) {
		if m.figures[f] == "" {
			m.figures[f] = step
		}
	}
}

// figure is a number or a shape as it is written: "10,880", "27x27x96".
var figure = regexp.MustCompile(`[-−]?\d[\d,]*(?:\.\d+)?(?:[x×]\d+)*`)

// figures are those in a text, each in its plain writing.
func figures(text string) []string {
	all := figure.FindAllString(text, -1)
	for i, f := range all {
		all[i] = plainFigure(f)
	}
	return all
}

// plainFigure is a figure however it is written.
func plainFigure(text string) string {
	return strings.NewReplacer(",", "", "×", "x", " ", "", "−", "-").Replace(text)
}

// leastTelling is how many digits a figure has that stands somewhere for one reason only.
const leastTelling = 3

// telling tells whether a figure is large enough to be known again.
func telling(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= leastTelling
}
