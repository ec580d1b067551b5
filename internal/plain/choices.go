package plain

import (
	"strconv"

	"convtutor/internal/progress"
	"convtutor/internal/route"
	"convtutor/viz"
)

// choices are the settings that matter in lines of text.
type choices struct{ talk *talk }

func (s *choices) enter() {}

func (s *choices) tell() {
	t := s.talk
	t.say("settings.title", nil)
	lines := "plain.settings.lines-off"
	if s.lines() {
		lines = "plain.settings.lines-on"
	}
	for i, text := range []string{
		t.text("plain.settings.language", viz.Args{"language": t.session.LanguageName()}),
		t.text(lines, nil),
	} {
		t.say("plain.item", viz.Args{"n": i + 1, "item": text})
	}
	t.say("plain.settings.how", nil)
}

// lines says whether the program begins in lines of text wherever it is started.
func (s *choices) lines() bool {
	return s.talk.session.Progress.State().Setting(progress.Plain) == "on"
}

func (s *choices) commands() []string { return []string{"back"} }

func (s *choices) take(c command) {
	n, _ := strconv.Atoi(c.text)
	switch {
	case c.id == "back":
		s.talk.visit(route.Route{Screen: "home"})
	case n == 1:
		s.talk.speak("")
	case n == 2:
		value := "on"
		if s.lines() {
			value = ""
		}
		s.talk.apply(progress.Choose(progress.Plain, value))
		s.talk.tell()
	case c.text == "":
		s.talk.say("plain.settings.how", nil)
	default:
		s.talk.unknown(c)
	}
}

func (s *choices) route() route.Route { return route.Route{Screen: "settings"} }
