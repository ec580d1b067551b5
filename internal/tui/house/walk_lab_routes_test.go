package house

import (
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"

	"convtutor/internal/progress"
	"convtutor/internal/workbench"
)

// roomKeys are keys that change, draw, choose and walk in the rooms of the lab.
var roomKeys = []string{
	"left", "right", "up", "down", "tab", "shift+tab", "0", "1", "7", "9", "-", ".", "backspace", "space", "d", "e", "u", "x",
	"shift+right", "shift+down", "f", "r", "n", "c", "m", "z", "s", "b", "v", "o", "+", "enter", "a", "i", "end", "home",
}

// TestWhateverIsShownHasItsLink presses random keys in every room, opens the link
// in another program, and compares what both draw.
func TestWhateverIsShownHasItsLink(t *testing.T) {
	const runs, presses = 30, 25
	for i, room := range workbench.Rooms() {
		t.Run(room.Name, func(t *testing.T) {
			t.Parallel()
			for run := range runs {
				language := []string{"ko", "en"}[run%2]
				synctest.Test(t, func(t *testing.T) {
					random := rand.New(rand.NewPCG(uint64(i), uint64(run)))
					route := []string{"lab/" + room.Name, "lab/" + room.Example}[random.IntN(2)]
					d := drive(t, learner(t, language, progress.NewMemory()), route)
					var pressed []string
					for range presses {
						name := roomKeys[random.IntN(len(roomKeys))]
						pressed = append(pressed, name)
						d.press(name)
					}
					link := d.model.Route().String()
					again := drive(t, learner(t, language, progress.NewMemory()), link)
					again.at(link)
					got, want := strings.Split(again.settled(), "\n"), strings.Split(d.settled(), "\n")
					for y := range want {
						if y >= len(got) || got[y] != want[y] {
							t.Fatalf("%s, then %v: the link %s shows\n%s\nwant\n%s", route, pressed, link, got[min(y, len(got)-1)], want[y])
						}
					}
				})
			}
		})
	}
}

// settled is what a room of the lab shows apart from where cursors stand: its
// first picture and its last, and what is set.
func (d *driver) settled() string {
	d.t.Helper()
	route := d.model.Route()
	switch {
	case route.At(0) == "net":
		return d.network()
	case route.Query.Has("at"): // zoomed into a photo: nothing is hidden
		return d.model.Grid().Golden()
	}
	d.model.Seek(0)
	d.press("e") // what was open is closed; the walk begins anew
	var text strings.Builder
	for _, step := range []int{0, 1 << 20} {
		d.model.Seek(step)
		d.model.View()
		text.WriteString(d.model.Grid().Golden())
	}
	d.press("e", "tab", "left") // no more walking: what is set stands below, and no news
	lines := d.model.Grid().Lines()
	for _, line := range lines[len(lines)-9 : len(lines)-2] {
		text.WriteString(strings.NewReplacer("▸", " ", "▌", " ", "▐", " ").Replace(line) + "\n")
	}
	return text.String()
}

// network is the table of a network with the cursor on its input.
func (d *driver) network() string {
	d.press("i", "esc") // nothing is being typed any more
	for range 50 {
		d.press("up")
	}
	d.press("left", "left", "left")
	return d.model.Grid().Golden()
}
