package house

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
)

// TestTheLabOpensEveryRoom chooses each room, walks through it and comes back.
func TestTheLabOpensEveryRoom(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lab")
		for i, room := range []string{"conv", "transposed", "pool", "activation", "photo"} {
			d.press("home")
			for range i {
				d.press("down")
			}
			d.press("enter")
			d.shows("convtutor lab '" + room)
			before := d.model.Route().String()
			d.press("e", "right", "right", "left", "tab", "end", "home", "e")
			d.at(before)
			d.press("e", "esc", "esc")
			d.at("lab")
		}
	})
}

// TestTheLabsLinksLeadBack changes numbers and settings, opens the link that is
// shown then, and takes everything back.
func TestTheLabsLinksLeadBack(t *testing.T) {
	for _, test := range []struct {
		name, route string
		keys        []string
	}{
		{"numbers", "lab/conv", []string{"right", "7", "down", "-", "2", "tab", "5"}},
		{"settings", "lab/conv", []string{"tab", "tab", "up", "right", "down", "right", "up", "right", "up", "right", "up"}},
		{"channels", "lab/conv?c=2&n=2", []string{"n", "c", "4", "tab", "3", "n", "5"}},
		{"groups", "lab/conv?c=4&n=2", []string{"tab", "tab", "right", "right", "right", "right", "right", "right", "right", "right", "right", "up", "right", "up"}},
		{"drawing", "lab/conv?in=7x7", []string{"d", "w", "space", "right", "space", "shift+right", "shift+down", "5", "d"}},
		{"transposed", "lab/transposed", []string{"9", "tab", "8", "tab", "right", "right", "up", "right", "up", "right", "up", "right", "up", "right", "up"}},
		{"pooling", "lab/pool", []string{"9", "right", "m", "s", "b", "n", "z"}},
		{"pooling-shifted", "lab/pool?in=6x6", []string{"v", "d", "space", "right", "-", "3", "d"}},
		{"activation", "lab/activation", []string{"-", "9", "right", "d", "5", "-", "shift+right", "d", "m", "n"}},
		{"activation-walked", "lab/activation", []string{"e", "right", "m", "right", "m", "e"}},
		{"photo", "lab/photo", []string{"9", "right", "-", "1", "z", "d", "o"}},
		{"photo-zoomed", "lab/photo", []string{"n", "+", "o", "+", "o", "n"}},
		{"net", "lab/net", []string{"a", "tab", "a", "+", "+", "right", "-", "down", "up", "x", "n", "n"}},
		{"net-typed", "lab/net?spec=32x32x3-conv_5_6", []string{"i", "r", "e", "l", "u", "enter"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := drive(t, learner(t, "en", progress.NewMemory()), test.route)
				start := d.model.Route().String()
				d.press(test.keys...)
				changed := d.model.Route().String()
				if changed == start {
					t.Fatalf("nothing changed:\n%s", d.text())
				}
				again := drive(t, learner(t, "en", progress.NewMemory()), changed)
				again.at(changed)
				for range 2 * len(test.keys) {
					d.press("u")
				}
				if got := d.model.Route().String(); unseen(got) != unseen(start) {
					t.Errorf("taken back to %s, want %s", got, start)
				}
			})
		})
	}
}

// unseen is a route without which filter and channel are looked at, which is no
// change.
func unseen(route string) string {
	for _, part := range []string{"ch=2&", "&f=2", "f=2&"} {
		route = strings.ReplaceAll(route, part, "")
	}
	return route
}

// TestDrawingWithTheMouse clicks on a cell and drags over others.
func TestDrawingWithTheMouse(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lab/conv?in=5x5&x=0000000000000000000000000")
		d.press("d")
		at := func(action tea.MouseAction, x, y int) {
			d.send(tea.MouseMsg{X: x, Y: y, Action: action, Button: tea.MouseButtonLeft})
		}
		at(tea.MouseActionPress, 5, 3)
		for x := 6; x < 26; x++ {
			at(tea.MouseActionMotion, x, 3)
		}
		if route := d.model.Route().String(); !strings.Contains(route, "x=1111100000000000000000000") {
			t.Fatalf("drawn %s\n%s", route, d.text())
		}
		at(tea.MouseActionPress, 5, 3) // a click on what is painted takes it away
		if route := d.model.Route().String(); !strings.Contains(route, "x=0111100000000000000000000") {
			t.Fatalf("drawn %s", route)
		}
		d.press("esc")
		at(tea.MouseActionMotion, 5, 3) // nothing is painted any more
		if route := d.model.Route().String(); !strings.Contains(route, "x=0111100000000000000000000") {
			t.Fatalf("drawn %s", route)
		}
	})
}

// TestAPartOfAPhoto takes one as the input: in three channels where there are
// three. The link is shown whole.
func TestAPartOfAPhoto(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		for _, route := range []string{"lab/conv?in=6x6", "lab/conv?c=3", "lab/pool?in=6x6", "lab/activation?in=5x5"} {
			d := drive(t, learner(t, language, progress.NewMemory()), route)
			before := d.model.Route().String()
			d.press("o", "+", "+", "right", "enter")
			after := d.model.Route().String()
			if strings.Count(after, "_") < 24 {
				t.Fatalf("taken %s", after)
			}
			d.press("y")
			d.shows(strings.TrimPrefix(after, "lab/") + "'")
			d.press("5", "esc")
			d.at(after)
			d.press("o", "esc", "u")
			d.at(before)
		}
	})
}

// TestLabPictures compares what the lab shows, whole.
func TestLabPictures(t *testing.T) {
	for _, test := range []struct {
		name, route string
		keys        []string
	}{
		{"lab-chooser", "lab", nil},
		{"lab-groups", "lab/conv?c=4&n=2&g=2&f=2&in=7x7&d=2&b=0_1", nil},
		{"lab-drawing", "lab/conv?in=7x7", []string{"d", "right", "space"}},
		{"lab-transposed", "lab/transposed?d=2&p=1", []string{"e", "right"}},
		{"lab-pool", "lab/pool", []string{"right"}},
		{"lab-refused", "lab/transposed", []string{"tab", "tab", "right", "right", "right", "right", "right", "up", "up"}},
	} {
		for _, language := range []string{"en", "ko"} {
			t.Run(test.name+"/"+language, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					d := drive(t, learner(t, language, progress.NewMemory()), test.route)
					d.press(test.keys...)
					golden(t, filepath.Join("testdata", "screens", test.name+"."+language+".golden"), d.model.Grid().Golden())
				})
			})
		}
	}
}

// TestThePhotosLink zooms into a photo: the link leads back to the pixel.
func TestThePhotosLink(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lab/photo")
		whole := d.model.Route().String()
		d.press("n", "+", "+", "right", "down", "+")
		zoomed := d.model.Route().String()
		if zoomed == whole {
			t.Fatal("the route does not follow")
		}
		again := drive(t, learner(t, language, progress.NewMemory()), zoomed)
		again.at(zoomed)
		if again.text() != d.text() {
			t.Errorf("not the same:\n%s\n%s", d.text(), again.text())
		}
		d.press("n")
		d.at(whole)
		d = drive(t, learner(t, language, progress.NewMemory()), "lab/photo?at=1")
		d.at("home")
	})
}
