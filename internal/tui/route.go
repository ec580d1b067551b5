package tui

import "convtutor/internal/route"

// Route names a screen and a place in it.
type Route = route.Route

// ParseRoute reads a route. An empty one is home.
func ParseRoute(text string) (Route, error) { return route.Parse(text) }
