package plain

import (
	"net/url"

	"convtutor/internal/route"
	"convtutor/internal/workbench"
)

// lab is free play in one of its rooms.
type lab struct {
	talk  *talk
	name  string // of the room
	stage labStage
}

// labStage is a stage whose state is a link.
type labStage interface {
	stage
	// query is the part of the link after '?'.
	query() url.Values
	// enterOn is what Enter does where nothing more is to be walked through.
	enterOn()
}

// labMakers open the rooms of the lab, by name.
var labMakers = map[string]func(*talk, route.Route) (labStage, error){
	"conv":       func(t *talk, at route.Route) (labStage, error) { return openBench(t, workbench.Lecture(), at) },
	"transposed": func(t *talk, at route.Route) (labStage, error) { return openBench(t, workbench.Spread(), at) },
	"pool":       func(t *talk, at route.Route) (labStage, error) { return openFigure(t, workbench.LecturePool(), at) },
	"activation": func(t *talk, at route.Route) (labStage, error) { return openFigure(t, workbench.StartActivation(), at) },
	"photo":      openLabPhoto,
	"net":        openNet,
}

// openLab opens "lab" to choose, "lab/conv?in=7x7&k=3x3&s=2&p=1",
// "lab/net?spec=32x32x3-conv_5_6".
func openLab(t *talk, at route.Route) (place, error) {
	name := at.At(0)
	if name == "" && len(at.Query) == 0 {
		return &labList{t}, nil
	}
	if name == "" {
		name = "conv"
	}
	room, err := workbench.FindRoom(name)
	if err != nil {
		return nil, err
	}
	s, err := labMakers[name](t, at)
	if err != nil {
		return nil, room.Refused(err)
	}
	return &lab{t, name, s}, nil
}

func (l *lab) enter() {}

func (l *lab) tell() {
	l.talk.say("plain.lab.title", nil)
	l.talk.say("lab."+l.name, nil)
	if w, ok := l.stage.(*walk); ok {
		w.known = false
	}
	l.stage.tell()
}

func (l *lab) commands() []string { return l.stage.commands() }

func (l *lab) take(c command) {
	if l.stage.take(c) {
		return
	}
	l.stage.enterOn()
}

func (l *lab) route() route.Route {
	return route.Route{Screen: "lab", Path: []string{l.name}, Query: l.stage.query()}
}
