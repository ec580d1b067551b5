package house

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// mostTurns is how many steps each dial of a picture is turned on.
const mostTurns = 4

// turn turns every dial of a step's picture a few steps on, by the keys for it:
// nothing is cut, and what is said under the picture is there whole.
func (v *view) turn(step course.Step) {
	if step.Scene == nil {
		return
	}
	hand := viz.NewHand(step.Scene)
	chosen := false
	for _, d := range step.Scene.Dials() {
		if d.Keyless() && chosen {
			v.press(tea.KeyRight)
		}
		chosen = chosen || d.Keyless()
		for range mostTurns {
			v.pressDial(d)
			hand.By(d.Name, 1)
			v.whole()
			v.captioned(hand.Scene())
		}
	}
}

// pressDial presses the key that turns a dial on.
func (v *view) pressDial(d viz.Dial) {
	switch {
	case d.More == "tab":
		v.press(tea.KeyTab)
	case d.More != "":
		v.runes(d.More)
	case d.Axis == viz.AxisDown:
		v.press(tea.KeyDown)
	case d.Axis == viz.AxisAcross:
		v.press(tea.KeyRight)
	default:
		v.press(tea.KeyUp)
	}
}

// captioned finds words under a picture that are cut off.
func (v *view) captioned(s viz.Scene) {
	c, ok := s.(viz.Captioned)
	if !ok {
		return
	}
	var said []string
	for _, w := range c.Caption() {
		said = append(said, canvas.Strip(v.session.Say(w)))
	}
	v.shows("what is said under the picture", strings.Join(said, " "))
}
