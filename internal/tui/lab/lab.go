// Package lab is free play: the animations with everything open. Its one rule:
// what is shown is always a route that can be copied and opened again.
package lab

import (
	"fmt"
	"strings"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// room is a part of the lab.
type room struct {
	name string // in the route; its words are lab.<name> and lab.<name>.about
	make func(*session.Session, tui.Route) (tui.Screen, error)
}

// rooms are the parts of the lab, in the order of the chooser: a new one is a
// line here.
func rooms() []room {
	return []room{
		{"conv", newConv},
		{"pool", newPool},
		{"transposed", newTransposed},
		{"photo", newPhoto},
	}
}

// Maker makes the lab: "lab" to choose, "lab/conv?in=7x7&k=3x3&s=2&p=1",
// "lab/transposed", "lab/photo".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	name := route.At(0)
	if name == "" && len(route.Query) == 0 {
		return newChooser(s), nil
	}
	if name == "" {
		name = "conv"
	}
	var names []string
	for _, r := range rooms() {
		if r.name == name {
			return r.make(s, route)
		}
		names = append(names, r.name)
	}
	return nil, fmt.Errorf("lab: there is no %q: known are %s", name, strings.Join(names, ", "))
}

// linkRows are the rows of the link below.
const linkRows = 3

// drawLink writes the command that opens exactly this again into the last rows;
// a link that is too long for them ends in a sign that something is left out.
func drawLink(f tui.Frame, route tui.Route, rows int) {
	part := f.Grid.Part(f.Area)
	link := "convtutor lab '" + strings.TrimPrefix(route.String(), "lab/") + "'"
	for y := f.Area.H - rows; y < f.Area.H && link != ""; y++ {
		wide := min(f.Area.W-2, len(link))
		line := link[:wide]
		if y == f.Area.H-1 && wide < len(link) {
			line = line[:wide-1] + "…"
		}
		part.Text(1, y, canvas.RoleDim, line)
		link = link[wide:]
	}
}
