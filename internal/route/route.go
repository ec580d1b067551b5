// Package route names places of the program in a line of text. Its one rule: it
// only reads and writes them; whether a place exists is for others to say.
package route

import (
	"net/url"
	"strings"

	"convtutor/internal/fault"
)

// Route names a screen and a place in it, as one writes it on a command line
// or in a link: "lesson/cnn/conv#slide", "quiz/output-size/2/7",
// "lab/conv?in=7x7&k=3".
type Route struct {
	Screen string     // which maker makes it: "home", "lesson", "quiz" …
	Path   []string   // what it shows: ["cnn", "conv"]
	Place  string     // where in it, after '#'
	Query  url.Values // its state, after '?'
}

// maxRoute bounds a route from outside, in bytes.
const maxRoute = 4096

// Parse reads a route. An empty one is home. The error names what is
// wrong; whether the place exists is for the screen's maker to say.
func Parse(text string) (Route, error) {
	if len(text) > maxRoute {
		return Route{}, fault.New("error.route.long", fault.Args{"most": maxRoute}, "route: longer than %d bytes", maxRoute)
	}
	for _, r := range text {
		if r < ' ' || r == 0x7f {
			return Route{}, fault.New("error.route.control", nil, "route: control character %U", r)
		}
	}
	rest, place, _ := strings.Cut(text, "#")
	rest, query, _ := strings.Cut(rest, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return Route{}, fault.New("error.route.query", fault.Args{"typed": query}, "route: %q after '?' cannot be read: %w", query, err)
	}
	var parts []string
	for part := range strings.SplitSeq(rest, "/") {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return Route{Screen: "home"}, nil
	}
	route := Route{Screen: parts[0], Path: parts[1:], Place: place}
	if len(values) > 0 {
		route.Query = values
	}
	return route, nil
}

// String writes the route as Parse reads it.
func (r Route) String() string {
	var b strings.Builder
	b.WriteString(r.Screen)
	for _, part := range r.Path {
		b.WriteByte('/')
		b.WriteString(part)
	}
	if len(r.Query) > 0 {
		b.WriteByte('?')
		b.WriteString(r.Query.Encode())
	}
	if r.Place != "" {
		b.WriteByte('#')
		b.WriteString(r.Place)
	}
	return b.String()
}

// At gives path part i, or "" where the route is shorter.
func (r Route) At(i int) string {
	if i < 0 || i >= len(r.Path) {
		return ""
	}
	return r.Path[i]
}
