package plain

import (
	"strconv"
	"strings"

	"convtutor/internal/outline"
	"convtutor/internal/route"
	"convtutor/viz"
)

// courseMap is the course as a graph, said in lines.
type courseMap struct{ talk *talk }

func (m *courseMap) enter() {}

func (m *courseMap) outline() outline.Outline {
	s := m.talk.session
	return outline.Of(s.Course, s.Progress.State(), s.Language())
}

func (m *courseMap) tell() {
	m.talk.say("home.map", nil)
	o := m.outline()
	for _, unit := range o.Units {
		m.talk.say("plain.map.unit", viz.Args{"unit": unit.Title})
		for i := unit.First; i < unit.First+unit.Count; i++ {
			m.talk.say("plain.item", viz.Args{"n": i + 1, "item": m.lesson(o.Lessons[i])})
		}
	}
	m.talk.say("plain.map.how", nil)
}

// lesson is a lesson's line: its title, its minutes, how the learner stands to
// it, and the numbers of the lessons that it needs and that need it.
func (m *courseMap) lesson(l outline.Lesson) string {
	text := m.talk.text("plain.map.lesson", viz.Args{
		"lesson": l.Title, "n": l.Minutes, "state": m.talk.text("map.state."+l.State.String(), nil),
	})
	for _, way := range []struct {
		key     string
		lessons []int
	}{{"map.needs", l.Before}, {"map.leads", l.After}} {
		if len(way.lessons) > 0 {
			text += " " + m.talk.text(way.key, viz.Args{"lessons": counted(way.lessons)}) + "."
		}
	}
	return text
}

// counted writes numbers counted from 0 as those of the list: "1, 2".
func counted(lessons []int) string {
	var texts []string
	for _, i := range lessons {
		texts = append(texts, strconv.Itoa(i+1))
	}
	return strings.Join(texts, ", ")
}

func (m *courseMap) commands() []string { return []string{"back"} }

func (m *courseMap) take(c command) {
	lessons := m.outline().Lessons
	n, err := strconv.Atoi(strings.TrimRight(c.text, "."))
	switch {
	case c.id == "back":
		m.talk.visit(route.Route{Screen: "home"})
	case err == nil && n >= 1 && n <= len(lessons):
		m.talk.visit(lessonRoute(lessons[n-1].Entry, ""))
	case c.text == "":
		m.talk.say("plain.map.how", nil)
	default:
		m.talk.unknown(c)
	}
}

func (m *courseMap) route() route.Route { return route.Route{Screen: "map"} }
