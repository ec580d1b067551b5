package house

import (
	"slices"

	bubble "github.com/charmbracelet/bubbles/key"

	"convtutor/internal/session"
	"convtutor/internal/tui"
)

// Key is a key and what it does, in the learner's language.
type Key struct{ Shown, Does string }

// KeyGroup is the keys of a kind of screen.
type KeyGroup struct {
	Title string
	Keys  []Key
}

// keyPlaces are routes that stand for the kinds of screen: their keys are what
// a learner meets.
var keyPlaces = []struct{ word, route string }{
	{"home", "home"},
	{"animation", "lesson/cnn/conv#slide"},
	{"question", "quiz/output-size/1/1"},
	{"assignment", "assignment"},
	{"lab", "lab/conv"},
	{"photo", "lab/photo"},
	{"net", "lab/net"},
	{"settings", "settings"},
}

// Keys lists the keys: those that work everywhere, then those of each kind of
// screen.
func Keys(s *session.Session) ([]KeyGroup, error) {
	everywhere := tui.Global()
	groups := []KeyGroup{{s.Text("help.everywhere"), keysOf(s, everywhere)}}
	for _, p := range keyPlaces {
		route, err := tui.ParseRoute(p.route)
		if err != nil {
			return nil, err
		}
		screen, err := makers()[route.Screen](s, route)
		if err != nil {
			return nil, err
		}
		own := slices.DeleteFunc(slices.Clone(screen.Bindings()), func(b bubble.Binding) bool {
			return !b.Enabled() || slices.ContainsFunc(everywhere, func(g bubble.Binding) bool { return g.Help().Desc == b.Help().Desc })
		})
		groups = append(groups, KeyGroup{s.Text("help.in." + p.word), keysOf(s, own)})
	}
	return groups, nil
}

func keysOf(s *session.Session, bindings []bubble.Binding) []Key {
	var keys []Key
	for _, b := range bindings {
		keys = append(keys, Key{b.Help().Key, s.Text(b.Help().Desc)})
	}
	return keys
}
