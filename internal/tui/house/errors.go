package house

import (
	"maps"
	"slices"
	"strings"

	"convtutor/viz/canvas"
)

// routeError is a route that leads nowhere.
type routeError struct{ route string }

// Error names the route.
func (e *routeError) Error() string { return "route: there is no " + canvas.Clean(e.route) }

// Hint lists what there is.
func (e *routeError) Hint() string {
	return "routes begin with " + strings.Join(slices.Sorted(maps.Keys(makers())), ", ")
}
