package top

import (
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// noSuchPlace is the news that a route leads nowhere.
func noSuchPlace(r tui.Route) tui.NoticeMsg {
	return tui.NoticeMsg{Bad: true, Words: viz.Words{
		Key: "top.no_such_place", Args: viz.Args{"route": canvas.Clean(r.String())},
	}}
}

// cannotOpen is the news that a screen could not be made, and why.
func cannotOpen(r tui.Route, err error) tui.NoticeMsg {
	return tui.NoticeMsg{Bad: true, Words: viz.Words{
		Key:  "top.cannot_open",
		Args: viz.Args{"route": canvas.Clean(r.String()), "why": err},
	}}
}
