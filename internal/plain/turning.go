package plain

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/course"
	"convtutor/internal/data"
	"convtutor/viz"
)

// turning is a picture with dials, in words: each is set by its number or its
// name.
type turning struct {
	talk *talk
	hand *viz.Hand
	// photo is the one that the picture is over: its name, "" for the learner's
	// own; over makes it over another one, nil where it stays with its own.
	photo string
	over  func(*viz.Picture) (viz.Scene, error)
	real  bool // it is over a photo
	// hidden keeps what is asked for secret.
	hidden bool
}

// newTurning is the stage of a lesson's step with dials.
func newTurning(l *lesson) (stage, error) {
	t := &turning{talk: l.talk, hand: viz.NewHand(l.step.Scene), photo: l.step.Photo, over: l.step.Over, real: l.step.Photo != ""}
	if t.over == nil || l.talk.session.Image == "" {
		return t, nil
	}
	own, err := openPhoto(l.talk, t.photo)
	if err != nil {
		return nil, err
	}
	return t, t.lay(own.name, own.picture)
}

// lay lays the picture over a photo, its dials as they are.
func (t *turning) lay(name string, p *viz.Picture) error {
	next, err := t.over(p)
	if err != nil {
		return err
	}
	t.photo = name
	t.hand.Swap(next)
	return nil
}

func (t *turning) tell() {
	if t.real {
		what := "plain.photo.own"
		if t.photo != "" {
			what = "plain.photo." + t.photo
		}
		t.talk.say("scene.photo", viz.Args{"photo": t.talk.text(what, nil)})
	}
	if t.hidden {
		return
	}
	t.talk.sayAll(t.hand.Scene().Words())
	t.tellDials()
}

// tellDials says what can be turned, and where it stands.
func (t *turning) tellDials() {
	dials := t.hand.Scene().Dials()
	for i := 0; i < len(dials); i++ {
		if i+1 < len(dials) && dials[i].Axis == viz.AxisDown && dials[i+1].Axis == viz.AxisAcross {
			t.tellPlace(i, dials[i], dials[i+1])
			i++
			continue
		}
		t.talk.say(t.told(i, dials[i]))
	}
	if len(dials) > 0 {
		t.talk.say("scene.dials.how", nil)
	}
}

// tellPlace says the place pointed at, which is two dials.
func (t *turning) tellPlace(i int, row, column viz.Dial) {
	t.talk.say("scene.dial.place", viz.Args{
		"n": i + 1, "m": i + 2, "row": int(row.Value), "rows": int(row.High), "column": int(column.Value), "columns": int(column.High),
	})
}

// told is a dial in a sentence: its number, its name, where it stands and what
// else it can be.
func (t *turning) told(i int, d viz.Dial) (key string, args viz.Args) {
	name := d.Title
	if d.Of.Key != "" {
		name = viz.Words{Key: "scene.dial.of", Args: viz.Args{"of": d.Of, "name": d.Title}}
	}
	args = viz.Args{
		"n": i + 1, "name": name, "value": d.Reading(),
		"least": viz.Number(d.Low), "most": viz.Number(d.High), "step": viz.Number(d.Step),
	}
	switch {
	case d.Names != nil:
		var names []string
		for k, name := range d.Names {
			names = append(names, strconv.Itoa(k+1)+" "+t.talk.session.Say(name))
		}
		args["names"] = strings.Join(names, ", ")
		return "scene.dial.named", args
	case d.Step != 1:
		return "scene.dial.steps", args
	}
	return "scene.dial", args
}

func (t *turning) commands() []string {
	if t.hidden {
		return nil
	}
	var here []string
	dials := t.hand.Scene().Dials()
	if len(dials) > 0 {
		here = append(here, "set")
	}
	if slices.ContainsFunc(dials, func(d viz.Dial) bool { return d.Axis != viz.AxisNone }) {
		here = append(here, "cell")
	}
	if t.over != nil {
		here = append(here, "photo")
	}
	if t.hand.Changed() {
		here = append(here, "undo", "reset")
	}
	return here
}

func (t *turning) open() bool { return false }

func (t *turning) take(c command) bool {
	switch c.id {
	case "set":
		t.set(c.rest)
	case "cell":
		t.point(c.rest)
	case "photo":
		t.next()
	case "undo":
		t.hand.Undo()
		t.tell()
	case "reset":
		t.hand.Reset()
		t.tell()
	default:
		return t.typed(c)
	}
	return true
}

// typed takes a line without a command: "2 = 5".
func (t *turning) typed(c command) bool {
	switch {
	case c.text == "":
		return false
	case t.hidden || len(t.hand.Scene().Dials()) == 0:
		t.talk.unknown(c)
	default:
		t.set(c.text)
	}
	return true
}

// set turns a dial that is named by its number, counted from 1, or its name:
// "2 = 5", "add 40", "cut no". A switch whose value is not said goes one on.
func (t *turning) set(text string) {
	words := strings.Fields(strings.ReplaceAll(text, "=", " "))
	for n := len(words); n > 0; n-- {
		i, d, ok := t.named(strings.Join(words[:n], " "))
		if !ok {
			continue
		}
		to, ok := t.value(d, strings.Join(words[n:], " "))
		if !ok {
			t.talk.say(t.told(i, d))
			return
		}
		t.hand.Turn(d.Name, to)
		t.talk.sayAll(t.hand.Scene().Words())
		return
	}
	t.tellDials()
}

// named is the dial that is meant.
func (t *turning) named(text string) (at int, d viz.Dial, ok bool) {
	for i, d := range t.hand.Scene().Dials() {
		if text == strconv.Itoa(i+1) || text == d.Name || text == strings.ToLower(t.talk.session.Say(d.Title)) {
			return i, d, true
		}
	}
	return 0, d, false
}

// value reads what a dial is to be set to: a number of its own, or one of its
// values' names or numbers.
func (t *turning) value(d viz.Dial, text string) (float64, bool) {
	if d.Names == nil {
		v, err := strconv.ParseFloat(text, 64)
		return v, err == nil && d.Fits(v)
	}
	if text == "" {
		return d.After(1).Value, true
	}
	for i, name := range d.Names {
		_, said, _ := strings.Cut(name.Key, "dial."+d.Name+".")
		if text == strconv.Itoa(i+1) || text == said || text == strings.ToLower(t.talk.session.Say(name)) {
			return d.Low + float64(i), true
		}
	}
	return 0, false
}

// point points at a place of the picture.
func (t *turning) point(text string) {
	at, ok := readPlace(text)
	if !ok {
		t.talk.say("plain.cell-how", nil)
		return
	}
	t.hand.Point(at.Y, at.X)
	t.talk.sayAll(t.hand.Scene().Words())
}

// next goes on to the next built-in photo.
func (t *turning) next() {
	photos := data.Photos()
	at := slices.IndexFunc(photos, func(p data.Photo) bool { return p.Name == t.photo })
	name := photos[(at+1)%len(photos)].Name
	p, err := course.BuiltInPhoto(name)
	if err == nil {
		err = t.lay(name, p)
	}
	if err != nil {
		t.talk.trouble(err)
		return
	}
	t.tell()
}
