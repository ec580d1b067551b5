package plain

import (
	"fmt"

	"convtutor/internal/data"
	"convtutor/internal/route"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// lab is free play with a convolution, or with a photo.
type lab struct {
	talk  *talk
	stage stage
}

// openLab opens "lab", "lab/conv?in=7x7&k=3x3&s=2&p=1" or "lab/photo".
func openLab(t *talk, at route.Route) (place, error) {
	switch at.At(0) {
	case "", "conv":
		state, err := workbench.Lecture().FromQuery(at.Query)
		if err != nil {
			return nil, err
		}
		bench, err := workbench.New(state)
		if err != nil {
			return nil, err
		}
		return &lab{t, &walk{talk: t, bench: bench, step: -1, still: true}}, nil
	case "photo":
		p, err := openPhoto(t, data.Photos()[0].Name)
		if err != nil {
			return nil, err
		}
		return &lab{t, p}, p.run(0)
	}
	return nil, fmt.Errorf("lab: there is no %q: known are conv, photo", at.At(0))
}

func (l *lab) enter() {}

func (l *lab) tell() {
	l.talk.say("plain.lab.title", nil)
	if w, ok := l.stage.(*walk); ok {
		w.known = false
	}
	l.stage.tell()
}

func (l *lab) commands() []string { return l.stage.commands() }

func (l *lab) take(c command) {
	if l.stage.take(c) {
		return
	}
	w, ok := l.stage.(*walk)
	switch {
	case !ok:
		l.talk.say("plain.photo.how", nil)
	case w.still: // Enter walks through the numbers as they are
		w.setLevel("window")
	default:
		l.talk.say("plain.walk-end", nil)
	}
}

func (l *lab) route() route.Route {
	if w, ok := l.stage.(*walk); ok {
		return route.Route{Screen: "lab", Path: []string{"conv"}, Query: w.bench.State().Query()}
	}
	return route.Route{Screen: "lab", Path: []string{"photo"}}
}

// unknown says that a line is no command here.
func (t *talk) unknown(c command) { t.say("plain.unknown", viz.Args{"typed": shortened(c.text)}) }

// maxEcho is how much of a line is said back, in letters.
const maxEcho = 40

func shortened(text string) string {
	if r := []rune(text); len(r) > maxEcho {
		return string(r[:maxEcho]) + "..."
	}
	return text
}
