package plain

import (
	"strconv"
	"strings"

	"convtutor/internal/route"
	"convtutor/internal/workbench"
)

// labList is the lab's list of what there is to play with.
type labList struct{ talk *talk }

func (l *labList) enter() {}

func (l *labList) items() []item {
	var items []item
	for _, r := range workbench.Rooms() {
		text := l.talk.text("lab."+r.Name, nil) + ": " + l.talk.text("lab."+r.Name+".about", nil)
		items = append(items, item{text, route.Route{Screen: "lab", Path: []string{r.Name}}})
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
