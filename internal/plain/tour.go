package plain

import "convtutor/viz"

// tour is an animation to go through step by step, told in sentences.
type tour struct {
	talk  *talk
	anim  viz.Animation
	step  int // said last; -1 before the first
	level viz.Level
	// hidden keeps the rest secret while it is asked for.
	hidden bool
	// asked says that the step is there for what it asks.
	asked bool
}

// given is an animation whose numbers can be said before it begins.
type given interface{ Numbers() []viz.Words }

// newTour is the stage of a lesson's step with an animation.
func newTour(l *lesson) (stage, error) {
	t := &tour{
		talk: l.talk, anim: l.step.Animation, step: l.step.Start - 1, level: l.step.Level, asked: len(l.step.Asks) > 0,
	}
	if t.asked { // what is said of the start may be what is asked for
		t.step = -1
	}
	return t, nil
}

func (t *tour) tell() {
	if g, ok := t.anim.(given); ok {
		t.talk.sayAll(g.Numbers())
	}
	switch {
	case t.hidden, t.asked && t.step < 0:
	case t.step < 0:
		t.talk.say("scene.tour.how", nil)
	default:
		t.sayStep()
	}
}

// sayStep says the step at hand as the level tells it.
func (t *tour) sayStep() {
	if teller, ok := t.anim.(viz.Teller); ok {
		t.talk.sayAll(teller.WordsAt(t.step, t.level))
	} else {
		t.talk.sayAll([]viz.Words{t.anim.Words(t.step)})
	}
	if t.step == t.anim.Steps()-1 {
		t.talk.say("scene.tour.end", nil)
	}
}

func (t *tour) commands() []string {
	switch _, levels := t.anim.(viz.Stepper); {
	case t.hidden:
		return nil
	case levels:
		return []string{"back", "level"}
	}
	return []string{"back"}
}

func (t *tour) open() bool { return false }

func (t *tour) take(c command) bool {
	stepper, levels := t.anim.(viz.Stepper)
	switch {
	case c.id == "back" && t.step <= 0:
		t.talk.say("plain.walk-start", nil)
	case c.id == "back" && levels:
		t.step = stepper.Prev(t.step, t.level)
		t.sayStep()
	case c.id == "back":
		t.step--
		t.sayStep()
	case c.id == "level" && levels:
		t.cycle(stepper.Levels())
	case c.text != "":
		t.talk.unknown(c)
	case t.step >= t.anim.Steps()-1:
		return false
	case levels:
		t.step = stepper.Next(t.step, t.level)
		t.sayStep()
	default:
		t.step++
		t.sayStep()
	}
	return true
}

// cycle goes to the next level of step.
func (t *tour) cycle(levels []viz.Level) {
	at := 0
	for i, l := range levels {
		if l == t.level {
			at = i
		}
	}
	t.level = levels[(at+1)%len(levels)]
	t.talk.say("scene.tour.level."+tourLevels[t.level], nil)
}

// tourLevels name the levels in keys of the catalogue.
var tourLevels = map[viz.Level]string{
	viz.LevelProduct: "product", viz.LevelChannel: "channel", viz.LevelWindow: "window", viz.LevelRow: "row",
}

// pose implements posed.
func (t *tour) pose(step int, hidden bool) { t.step, t.hidden = step, hidden }

// ask implements posed: the sum asked for, where the animation can say it.
func (t *tour) ask() (viz.Words, bool) {
	a, ok := t.anim.(interface{ Ask(i int) viz.Words })
	if !ok {
		return viz.Words{}, false
	}
	return a.Ask(t.step), true
}
