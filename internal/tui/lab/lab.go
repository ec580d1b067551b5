// Package lab is free play: the animations with everything open. Its one rule:
// what is shown is always a route that can be copied and opened again.
package lab

import (
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/workbench"
)

// makers make the rooms of the lab, by name: a new one is a line here and in
// workbench.Rooms.
var makers = map[string]func(*session.Session, tui.Route) (tui.Screen, error){
	"conv":       newConv,
	"transposed": newTransposed,
	"pool":       newPool,
	"activation": newActivation,
	"photo":      newPhoto,
	"net":        newNet,
}

// Maker makes the lab: "lab" to choose, "lab/conv?in=7x7&k=3x3&s=2&p=1",
// "lab/net?spec=32x32x3-conv_5_6".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	name := route.At(0)
	if name == "" && len(route.Query) == 0 {
		return newChooser(s), nil
	}
	if name == "" {
		name = "conv"
	}
	room, err := workbench.FindRoom(name)
	if err != nil {
		return nil, err
	}
	screen, err := makers[name](s, route)
	if err != nil {
		return nil, room.Refused(err)
	}
	return screen, nil
}
