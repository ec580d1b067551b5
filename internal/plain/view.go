package plain

import (
	"slices"
	"strings"

	"convtutor/internal/stack"
	"convtutor/viz"
)

// viewing is a picture of a network, told in sentences and moved through by
// typing.
type viewing struct {
	talk   *talk
	view   stack.View
	lesson *lesson // nil in the lab
}

func newViewing(l *lesson) (stage, error) { return &viewing{l.talk, l.step.View, l}, nil }

func (v *viewing) tell() {
	asked := v.lesson != nil && v.lesson.asking() != nil
	for _, w := range v.view.Words(asked) {
		v.talk.out.line(v.talk.session.Say(w))
	}
	if ids := v.commands(); len(ids) > 0 && !asked {
		names := make([]string, len(ids))
		for i, id := range ids {
			names[i] = v.talk.command(id)
		}
		v.talk.say("stack.plain.how", viz.Args{"words": strings.Join(names, "; ")})
	}
}

// commands are the moves there are now.
func (v *viewing) commands() []string {
	var ids []string
	for _, m := range v.view.Moves() {
		ids = append(ids, m.ID)
	}
	return ids
}

func (v *viewing) open() bool { return false }

func (v *viewing) take(c command) bool {
	ids := v.commands()
	switch {
	case c.text == "" && len(ids) == 0:
		return false
	case c.text == "":
		if !v.view.Do(ids[0]) {
			return false
		}
	case slices.Contains(ids, c.id):
		v.view.Do(c.id)
	default:
		if t, ok := v.view.(stack.Taker); !ok || !t.Take(c.text) {
			v.talk.unknown(c)
			return true
		}
	}
	v.sayNow()
	return true
}

// sayNow says the picture as it is now.
func (v *viewing) sayNow() {
	for _, w := range v.view.Words(false) {
		v.talk.out.line(v.talk.session.Say(w))
	}
}

// link is the picture's state for the lesson's link.
func (v *viewing) link() string {
	if l, ok := v.view.(stack.Linked); ok {
		return l.Link()
	}
	return ""
}

// reopen takes a state that a link holds.
func (v *viewing) reopen(link string) error {
	if l, ok := v.view.(stack.Linked); ok {
		return l.Open(link)
	}
	return nil
}
