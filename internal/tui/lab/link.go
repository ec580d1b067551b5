package lab

import (
	"maps"
	"net/url"
	"strings"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// linkRows are the rows of the link below, one blank.
const linkRows = 3

// command is what opens exactly a route again. A learner's own picture is not in
// the route, so that it is named beside it.
func command(s *session.Session, route tui.Route) string {
	c := "convtutor lab '" + strings.TrimPrefix(route.String(), "lab/") + "'"
	if s.Image != "" && route.Query.Get("photo") == course.OwnName(s.Image) {
		c += " --image '" + strings.ReplaceAll(canvas.Clean(s.Image), "'", `'\''`) + "'"
	}
	return c
}

// drawLink writes the command that opens exactly this again into the last rows;
// a link that is too long for them ends in a sign that something is left out.
func drawLink(f tui.Frame, link string, rows int) {
	part := f.Grid.Part(f.Area)
	for y := f.Area.H - rows; y < f.Area.H && link != ""; y++ {
		line := canvas.Head(link, f.Area.W-2)
		link = link[len(line):]
		if y == f.Area.H-1 && link != "" {
			line = canvas.Head(line, f.Area.W-3) + "…"
		}
		part.Text(1, y, canvas.RoleDim, line)
	}
}

// drawWhole shows the whole link over everything.
func drawWhole(s *session.Session, f tui.Frame, link string) {
	f.Grid.Part(f.Area).Text(0, 0, canvas.RoleText, s.Text("lab.link"))
	f.Area.Y, f.Area.H = f.Area.Y+2, f.Area.H-2
	drawLink(f, link, f.Area.H)
}

// above is the area over the link.
func above(f tui.Frame) canvas.Rect {
	area := f.Area
	area.H -= linkRows
	return area
}

// without is a query without one of its parts.
func without(q url.Values, name string) url.Values {
	left := maps.Clone(q)
	delete(left, name)
	return left
}
