package plain

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/data"
	"convtutor/internal/route"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// lab is free play with a convolution, a transposed one, or a photo.
type lab struct {
	talk  *talk
	name  string // of the room
	stage stage
}

// labRooms are the parts of the lab, in the order in which they are listed.
var labRooms = []struct {
	name string
	open func(*talk, route.Route) (stage, error)
}{
	{"conv", func(t *talk, at route.Route) (stage, error) { return openBench(t, workbench.Lecture(), at) }},
	{"pool", openPool},
	{"transposed", func(t *talk, at route.Route) (stage, error) { return openBench(t, workbench.Spread(), at) }},
	{"photo", openLabPhoto},
}

// openLab opens "lab" to choose, "lab/conv?in=7x7&k=3x3&s=2&p=1",
// "lab/transposed" or "lab/photo".
func openLab(t *talk, at route.Route) (place, error) {
	name := at.At(0)
	if name == "" && len(at.Query) == 0 {
		return &labList{t}, nil
	}
	if name == "" {
		name = "conv"
	}
	var names []string
	for _, r := range labRooms {
		if r.name == name {
			s, err := r.open(t, at)
			return &lab{t, name, s}, err
		}
		names = append(names, r.name)
	}
	return nil, fmt.Errorf("lab: there is no %q: known are %s", name, strings.Join(names, ", "))
}

// openLabPhoto is the route's photo with the route's filter, else the first of
// each.
func openLabPhoto(t *talk, at route.Route) (stage, error) {
	name := at.Query.Get("photo")
	if name == "" {
		name = data.Photos()[0].Name
	}
	p, err := openPhoto(t, name)
	if err != nil {
		return nil, err
	}
	filter, known := 0, viz.KnownFilters()
	if wanted := at.Query.Get("filter"); wanted != "" {
		filter = slices.IndexFunc(known, func(k viz.KnownFilter) bool { return k.Name == wanted })
	}
	if filter < 0 {
		return nil, fmt.Errorf("photo: there is no filter %q", at.Query.Get("filter"))
	}
	return p, p.run(filter)
}

// openPool is a pooling with the route's numbers.
func openPool(t *talk, at route.Route) (stage, error) {
	state, err := workbench.LecturePool().FromQuery(at.Query)
	if err != nil {
		return nil, err
	}
	sheet, err := workbench.NewSheet(state)
	if err != nil {
		return nil, err
	}
	return &figure{talk: t, sheet: sheet, step: -1, level: viz.LevelWindow, still: true}, nil
}

// openBench is a workbench with the route's numbers; what the route does not
// say is as in from.
func openBench(t *talk, from workbench.State, at route.Route) (stage, error) {
	state, err := from.FromQuery(at.Query)
	if err != nil {
		return nil, err
	}
	bench, err := workbench.New(state)
	if err != nil {
		return nil, err
	}
	w := &walk{talk: t, bench: bench, step: -1, still: true}
	if state.Transposed {
		return &spread{w}, nil
	}
	return w, nil
}

func (l *lab) enter() {}

func (l *lab) tell() {
	l.talk.say("plain.lab.title", nil)
	l.talk.say("lab."+l.name, nil)
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
	switch s := l.stage.(type) {
	case *photo:
		l.talk.say("plain.photo.how", nil)
	case *spread:
		s.walkOn()
	case *figure:
		if !s.still {
			l.talk.say("plain.walk-end", nil)
			return
		}
		s.still = false // Enter walks through the numbers as they are
		l.take(c)
	case *walk:
		if s.still { // Enter walks through the numbers as they are
			s.setLevel("window")
			return
		}
		l.talk.say("plain.walk-end", nil)
	}
}

func (l *lab) route() route.Route {
	r := route.Route{Screen: "lab", Path: []string{l.name}}
	switch s := l.stage.(type) {
	case *walk:
		r.Query = s.bench.State().Query()
	case *spread:
		r.Query = s.bench.State().Query()
	case *photo:
		r.Query = url.Values{"filter": {s.filters[s.at].Name}}
		if s.name != "" {
			r.Query.Set("photo", s.name)
		}
	case *figure:
		if p, ok := s.sheet.Model().(workbench.OpenPool); ok {
			r.Query = p.Query()
		}
	}
	return r
}

// labList is the lab's list of what there is to play with.
type labList struct{ talk *talk }

func (l *labList) enter() {}

func (l *labList) items() []item {
	var items []item
	for _, r := range labRooms {
		text := l.talk.text("lab."+r.name, nil) + ": " + l.talk.text("lab."+r.name+".about", nil)
		items = append(items, item{text, route.Route{Screen: "lab", Path: []string{r.name}}})
	}
	return items
}

func (l *labList) tell() {
	l.talk.say("plain.lab.title", nil)
	l.talk.list(l.items())
	l.talk.say("plain.lab.how", nil)
}

func (l *labList) commands() []string { return []string{"back"} }

func (l *labList) take(c command) {
	items := l.items()
	n, err := strconv.Atoi(strings.TrimRight(c.text, "."))
	switch {
	case c.id == "back":
		l.talk.visit(route.Route{Screen: "home"})
	case err == nil && n >= 1 && n <= len(items):
		l.talk.visit(items[n-1].to)
	case c.text == "":
		l.talk.say("plain.lab.how", nil)
	default:
		l.talk.unknown(c)
	}
}

func (l *labList) route() route.Route { return route.Route{Screen: "lab"} }

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
