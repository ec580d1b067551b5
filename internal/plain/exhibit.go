package plain

import (
	"strconv"
	"strings"

	"convtutor/internal/course"
	"convtutor/internal/data"
	"convtutor/viz"
)

// exhibit is a picture that is changed by hand, in words.
type exhibit struct {
	talk  *talk
	made  *course.Exhibit
	name  string // the photo's, "" for the learner's own
	shown viz.Exhibit
	// hidden keeps what is asked for secret.
	hidden bool
}

// newExhibit is the stage of a lesson's step with an exhibit.
func newExhibit(l *lesson) (stage, error) {
	made := l.step.Exhibit
	e := &exhibit{talk: l.talk, made: made, name: made.Photo, shown: made.First}
	if made.Fixed || l.talk.session.Image == "" {
		return e, nil
	}
	own, err := openPhoto(l.talk, made.Photo)
	if err != nil {
		return nil, err
	}
	e.name = own.name
	e.shown, err = made.Over(own.picture)
	return e, err
}

func (e *exhibit) tell() {
	if e.made.Photo != "" {
		what := "plain.photo.own"
		if e.name != "" {
			what = "plain.photo." + e.name
		}
		e.talk.say("plain.exhibit", viz.Args{"photo": e.talk.text(what, nil)})
	}
	if !e.hidden {
		e.talk.sayAll(e.shown.Words())
	}
	if len(e.shown.Dials()) > 0 && !e.hidden {
		e.tellDials()
	}
}

// tellDials says what can be changed, and what it is now.
func (e *exhibit) tellDials() {
	var parts []string
	for _, d := range e.shown.Dials() {
		parts = append(parts, e.talk.session.Say(viz.Words{Key: "plain.dial", Args: viz.Args{
			"dial": d.Title(), "value": d.Reading(),
		}}))
	}
	e.talk.say("plain.dials", viz.Args{"dials": strings.Join(parts, ", ")})
}

func (e *exhibit) commands() []string {
	var here []string
	if e.hidden {
		return here
	}
	if len(e.shown.Dials()) > 0 {
		here = append(here, "set")
	}
	if _, ok := e.shown.(viz.Pointed); ok {
		here = append(here, "cell")
	}
	if e.made.Fixed {
		return here
	}
	return append(here, "photo")
}

func (e *exhibit) open() bool { return false }

func (e *exhibit) take(c command) bool {
	switch {
	case c.id == "set":
		e.set(c.rest)
	case c.id == "cell":
		e.point(c.rest)
	case c.id == "photo":
		e.next()
	case c.text == "":
		return false
	default:
		e.talk.unknown(c)
	}
	return true
}

// set turns a dial by its name: to a value where one is said, else one on.
func (e *exhibit) set(text string) {
	name, value, _ := strings.Cut(strings.TrimSpace(text), " ")
	value = strings.Trim(value, " =")
	for _, d := range e.shown.Dials() {
		if name != d.Name && name != strings.ToLower(e.talk.session.Say(d.Title())) {
			continue
		}
		if to, ok := e.value(d, value); ok {
			e.shown = e.shown.Turned(d.Name, to)
			e.talk.sayAll(e.shown.Words())
			return
		}
		e.talk.say("plain.dial-how", viz.Args{"dial": d.Title(), "values": e.values(d)})
		return
	}
	e.tellDials()
}

// value reads what a dial is to be set to.
func (e *exhibit) value(d viz.Dial, text string) (float64, bool) {
	if text == "" && d.Names != nil {
		return d.After(1), true
	}
	for i, name := range d.Names {
		named := d
		named.Value = float64(i)
		if text == name || text == strings.ToLower(e.talk.session.Say(named.Reading())) {
			return named.Value, true
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && d.Names == nil && d.Fits(v)
}

// values says what a dial can be set to.
func (e *exhibit) values(d viz.Dial) string {
	if d.Names == nil {
		return e.talk.text("plain.dial-range", viz.Args{
			"low": viz.Number(d.Low), "high": viz.Number(d.High), "step": viz.Number(d.Step),
		})
	}
	var names []string
	for i := range d.Names {
		d.Value = float64(i)
		names = append(names, e.talk.session.Say(d.Reading()))
	}
	return strings.Join(names, ", ")
}

// point points at a pixel.
func (e *exhibit) point(text string) {
	at, ok := readPlace(text)
	if !ok {
		e.talk.say("plain.cell-how", nil)
		return
	}
	e.shown = e.shown.(viz.Pointed).PointedAt(at.Y, at.X)
	e.talk.sayAll(e.shown.Words())
}

// next goes on to the next built-in photo.
func (e *exhibit) next() {
	photos := data.Photos()
	to := photos[0].Name
	for i, p := range photos {
		if p.Name == e.name {
			to = photos[(i+1)%len(photos)].Name
		}
	}
	p, err := openBuiltIn(to)
	if err == nil {
		var over viz.Exhibit
		if over, err = e.made.Over(p); err == nil {
			for _, d := range e.shown.Dials() {
				over = over.Turned(d.Name, d.Value)
			}
			e.name, e.shown = to, over
			e.tell()
			return
		}
	}
	e.talk.trouble(err)
}
