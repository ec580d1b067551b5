package house

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/internal/tui/terminal"
)

// routes are places of screens where walks begin.
var routes = []string{
	"home", "map", "settings", "quiz", "assignment", "lab", "lab/conv", "lab/conv?c=4&n=2&g=2", "lab/pool", "lab/transposed?p=1", "lab/activation", "lab/photo", "lab/net", "lesson/cnn/conv#idea", "lesson/cnn/conv#predict-second",
	"lesson/cnn/conv#yours", "lesson/cnn/conv#design", "lesson/cnn/conv#numbers", "lesson/cnn/conv#photo", "lesson/cnn/conv#check",
	"quiz/cell-value/2/3", "quiz/filter-depth/1/1", "quiz?count=3",
}

// everywhere is every screen there is, and places in them where much happens.
func everywhere() []string { return append(slices.Sorted(maps.Keys(makers())), routes...) }

// TestRandomKeys presses thousands of random keys, clicks and resizes: nothing
// fails, and the view always has its window's size.
func TestRandomKeys(t *testing.T) {
	const steps = 400
	for i, route := range everywhere() {
		t.Run(route, func(t *testing.T) {
			t.Parallel()
			for j, language := range []string{"ko", "en"} {
				synctest.Test(t, func(t *testing.T) {
					random := rand.New(rand.NewPCG(uint64(i), uint64(j)))
					store := progress.NewMemory()
					d := drive(t, learner(t, language, store), route)
					for range steps {
						if d.quit {
							d = drive(t, learner(t, language, store), route)
						}
						if random.IntN(20) == 0 {
							d.pass(time.Duration(random.IntN(3000)) * time.Millisecond)
						} else {
							d.send(anything(random, d))
						}
					}
				})
			}
		})
	}
}

// shown are runes that a learner may type: shortcuts, jamo, Hangul taken apart
// and whole, figures of full width, marks that join or turn, emoji of several runes.
var shown = []string{
	"q", "?", "/", "g", "t", "e", "f", "u", "x", "r", "o", "z", "n", "p", "h", "j", "k", "l", "+", "-", "=", "0", "1", "2", "9", ".", "$",
	"ㅂ", "ㅎ", "ㅁ", "ㅠ", "ㅗ", "ㅓ", "가", "합성곱", "한", "３x４", "718×1278×6", "(718, 1278, 6)",
	"é", "e\u0301", "\u200d", "\u202e", "\u200b", "👩‍👩‍👧", "🇰🇷", "️", "\x00", "\u0085", "\ufffd", "界", "ｱ", "\t", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
}

// anything is a random message.
func anything(random *rand.Rand, d *driver) tea.Msg {
	switch random.IntN(12) {
	case 0:
		return tea.WindowSizeMsg{Width: 1 + random.IntN(200), Height: 1 + random.IntN(60)}
	case 1:
		return []tea.Msg{
			tea.WindowSizeMsg{Width: 80, Height: 24},
			tea.WindowSizeMsg{Width: 60, Height: 20},
			tea.WindowSizeMsg{Width: 0, Height: 0},
			terminal.BackgroundMsg{},
			tea.FocusMsg{},
			tea.BlurMsg{},
		}[random.IntN(6)]
	case 2, 3:
		return tea.MouseMsg{
			X: random.IntN(d.w+3) - 1, Y: random.IntN(d.h+3) - 1, Action: tea.MouseAction(random.IntN(3)),
			Button: tea.MouseButton(random.IntN(12)),
		}
	case 4, 5, 6, 7:
		text := shown[random.IntN(len(shown))]
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: random.IntN(8) == 0, Alt: random.IntN(12) == 0}
	}
	names := slices.Sorted(maps.Keys(keys))
	return key(names[random.IntN(len(names))])
}
