package house

import (
	"maps"
	"slices"
	"strings"

	"convtutor/internal/fault"
	"convtutor/viz/canvas"
)

// routeError is a route that leads nowhere.
type routeError struct{ route string }

// Error names the route.
func (e *routeError) Error() string { return "route: there is no " + canvas.Clean(e.route) }

// Phrase says it in the learner's language.
func (e *routeError) Phrase() (key string, args map[string]any) {
	return "error.route", map[string]any{"route": e.route}
}

// Advice is the hint in words.
func (e *routeError) Advice() error {
	return fault.New("error.hint.routes", fault.Args{"known": strings.Join(slices.Sorted(maps.Keys(makers())), ", ")}, "%s", e.Hint())
}

// Hint lists what there is.
func (e *routeError) Hint() string {
	return "routes begin with " + strings.Join(slices.Sorted(maps.Keys(makers())), ", ")
}
