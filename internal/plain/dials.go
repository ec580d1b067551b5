package plain

import (
	"strconv"
	"strings"

	"convtutor/internal/scene"
	"convtutor/viz"
)

// dials is a picture whose numbers are set by typing, told in sentences.
type dials struct {
	talk  *talk
	scene scene.Scene
}

// newDials is the stage of a lesson's step with dials.
func newDials(l *lesson) (stage, error) { return &dials{l.talk, l.step.Scene}, nil }

func (d *dials) tell() {
	d.talk.sayAll(d.scene.Words())
	for i, dial := range d.scene.Dials() {
		key := "scene.dial"
		name := dial.Name
		if dial.Of.Key != "" {
			name = viz.Words{Key: "scene.dial.of", Args: viz.Args{"of": dial.Of, "name": dial.Name}}
		}
		args := viz.Args{"n": i + 1, "name": name, "value": dial.Text(d.talk.session.Say), "least": dial.Least, "most": dial.Most}
		if dial.Names != nil {
			key, args["least"], args["most"] = "scene.dial.named", 1, len(dial.Names)
			var names []string
			for k, name := range dial.Names {
				names = append(names, strconv.Itoa(k+1)+" "+d.talk.session.Say(name))
			}
			args["names"] = strings.Join(names, ", ")
		}
		d.talk.say(key, args)
	}
	d.talk.say("scene.dials.how", nil)
}

func (d *dials) commands() []string { return nil }
func (d *dials) open() bool         { return false }

func (d *dials) take(c command) bool {
	if c.text == "" {
		return false
	}
	all := d.scene.Dials()
	n, value, ok := readDial(c.text)
	if !ok || n < 1 || n > len(all) {
		d.talk.say("scene.dials.how", nil)
		return true
	}
	dial := all[n-1]
	if dial.Names != nil {
		value += dial.Least - 1
	}
	if value < dial.Least || value > dial.Most {
		d.talk.say("plain.number-how", viz.Args{"low": dial.Least, "high": dial.Most})
		return true
	}
	d.scene.Turn(n-1, value)
	d.talk.sayAll(d.scene.Words())
	return true
}

// readDial reads "2 = 5": a dial's number, counted from 1, and its value.
func readDial(text string) (n, value int, ok bool) {
	parts := strings.Fields(strings.ReplaceAll(text, "=", " "))
	if len(parts) != 2 {
		return 0, 0, false
	}
	n, errN := strconv.Atoi(parts[0])
	value, errV := strconv.Atoi(parts[1])
	return n, value, errN == nil && errV == nil
}
