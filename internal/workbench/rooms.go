package workbench

import (
	"net/url"
	"strings"

	"convtutor/internal/fault"
)

// Room is a part of the lab: free play with one thing.
type Room struct {
	Name string // in routes; its words are lab.<name> and lab.<name>.about
	// Example is the route of a state in it, as one types it behind "lab".
	Example string
}

// Rooms are the parts of the lab in the order in which they are offered:
// screens and lines of text have the same.
func Rooms() []Room {
	return []Room{
		{"conv", "conv?in=7x7&k=3x3&s=2&p=1"},
		{"transposed", "transposed?in=3x3&s=2&op=1"},
		{"pool", "pool?in=6x6&k=3&s=3&mode=average"},
		{"activation", "activation?in=2x2&x=-1_0.5_2_-3&f=tanh"},
		{"photo", "photo?photo=coffee&k=3x3&w=0_-1_0_-1_5_-1_0_-1_0"},
		{"net", "net?spec=32x32x3-conv_5_6-relu-maxpool_2"},
	}
}

// FindRoom gives a room by its name; the error lists those that there are.
func FindRoom(name string) (Room, error) {
	var names []string
	for _, r := range Rooms() {
		if r.Name == name {
			return r, nil
		}
		names = append(names, r.Name)
	}
	return Room{}, &RouteError{
		Problem: fault.New("error.lab.room", fault.Args{"name": name, "known": strings.Join(names, ", ")}, "lab: there is no room %q; there are %s", name, strings.Join(names, ", ")),
		Example: Rooms()[0].Example,
	}
}

// Refused is an error of a room's route, with an example of one that is right;
// nil stays nil.
func (r Room) Refused(err error) error {
	if err == nil {
		return nil
	}
	return &RouteError{Problem: err, Example: r.Example}
}

// RouteError is a route of the lab that cannot be opened.
type RouteError struct {
	Problem error
	Example string // a route that can
}

// Error says what is wrong.
func (e *RouteError) Error() string { return e.Problem.Error() }

// Unwrap gives the problem.
func (e *RouteError) Unwrap() error { return e.Problem }

// Hint gives an example.
func (e *RouteError) Hint() string { return "for example: convtutor lab '" + e.Example + "'" }

// Advice is the hint in words.
func (e *RouteError) Advice() error {
	return fault.New("error.hint.lab", fault.Args{"route": e.Example}, "%s", e.Hint())
}

// Routed is a model with a way into links and back.
type Routed interface {
	Model
	// Query writes the state as the part of a route after '?': what the room
	// begins with is left out.
	Query() url.Values
	// Opened reads a state; what is not given is as in the model. The error
	// names the part that cannot be read.
	Opened(q url.Values) (Routed, error)
}
