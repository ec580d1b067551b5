package plain

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/route"
)

// opener makes the place that a route leads to.
type opener struct {
	screen string
	open   func(*talk, route.Route) (place, error)
}

// openers are the places there are: a new one is a line here.
var openers = []opener{
	{"home", func(t *talk, _ route.Route) (place, error) { return &home{talk: t}, nil }},
	{"lesson", openLesson},
	{"quiz", openPractice},
	{"project", openPractice}, // a room needs a screen: here it is the same questions, one by one
	{"review", openReview},
	{"known", func(t *talk, _ route.Route) (place, error) { return &known{talk: t}, nil }},
	{"assignment", openAssignment},
	{"lab", openLab},
	{"glossary", openGlossary},
	{"map", func(t *talk, _ route.Route) (place, error) { return &courseMap{talk: t}, nil }},
	{"settings", func(t *talk, _ route.Route) (place, error) { return &choices{talk: t}, nil }},
}

// open makes the place of a route.
func (t *talk) open(to route.Route) (place, error) {
	i := slices.IndexFunc(openers, func(o opener) bool { return o.screen == to.Screen })
	if i < 0 {
		return nil, &nowhereError{to.String()}
	}
	return openers[i].open(t, to)
}

// nowhereError is a route that leads nowhere.
type nowhereError struct{ route string }

func (e *nowhereError) Error() string { return fmt.Sprintf("route: there is no %q", e.route) }

// Phrase says it in the learner's language.
func (e *nowhereError) Phrase() (key string, args map[string]any) {
	return "error.route", map[string]any{"route": e.route}
}

// Hint lists what there is.
func (e *nowhereError) Hint() string { return "routes begin with " + strings.Join(screenNames(), ", ") }

// Advice is the hint in words.
func (e *nowhereError) Advice() error {
	return fault.New("error.hint.routes", fault.Args{"known": strings.Join(screenNames(), ", ")}, "%s", e.Hint())
}

// screenNames are what routes begin with.
func screenNames() []string {
	var names []string
	for _, o := range openers {
		names = append(names, o.screen)
	}
	return names
}

// typed is a route as one types it to come here again.
func typed(to route.Route) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(to.String(), to.Screen), "/")
	switch {
	case to.Screen == "home":
		return "convtutor"
	case to.Screen == "quiz":
		return typedQuiz(to)
	case to.Screen == "review" || to.Screen == "known":
		return "convtutor quiz " + to.Screen
	case rest == "" || to.Screen == "assignment":
		return "convtutor " + to.Screen
	}
	return "convtutor " + to.Screen + " '" + rest + "'"
}

// typedQuiz is typed for practice, which takes flags.
func typedQuiz(to route.Route) string {
	line := "convtutor quiz"
	flag := func(name, value string) {
		if value != "" {
			line += " --" + name + " " + value
		}
	}
	flag("kind", to.At(0))
	flag("topic", to.Query.Get("topic"))
	flag("level", to.Query.Get("level"))
	flag("seed", to.Query.Get("seed"))
	flag("count", to.Query.Get("count"))
	return line
}
