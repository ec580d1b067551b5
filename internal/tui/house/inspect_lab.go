package house

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/workbench"
)

// labKeys go through all that a room of the lab can do: walking through it,
// fields and settings, drawing, its link, a photo, what letters choose, a layer
// typed, everything taken back. Runes are keys of their own.
var labKeys = []tea.KeyMsg{
	named(tea.KeyRight), rune1('7'), rune1('e'), named(tea.KeyRight), named(tea.KeyTab), named(tea.KeyEnd), rune1('e'),
	named(tea.KeyTab), rune1('3'), named(tea.KeyTab), named(tea.KeyUp), named(tea.KeyTab),
	rune1('d'),
	{Type: tea.KeySpace, Runes: []rune{' '}},
	named(tea.KeyShiftRight), rune1('d'),
	rune1('y'), rune1('y'), rune1('o'), rune1('+'), named(tea.KeyEnter),
	rune1('m'), rune1('z'), rune1('s'), rune1('b'), rune1('v'), rune1('f'), rune1('r'), rune1('n'), rune1('+'), rune1('n'),
	rune1('x'), rune1('u'),
}

// netKeys add layers and type some, right ones and one that is none.
var netKeys = []tea.KeyMsg{
	rune1('a'), rune1('a'), named(tea.KeyTab), rune1('+'), named(tea.KeyUp), named(tea.KeyRight), rune1('-'), rune1('i'),
	rune1('q'), named(tea.KeyEnter), named(tea.KeyEsc), rune1('x'), rune1('u'), rune1('n'), rune1('y'), rune1('y'), rune1('u'),
}

func named(key tea.KeyType) tea.KeyMsg { return tea.KeyMsg{Type: key} }

func rune1(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }

// drawLab opens every room, as it begins and by the example of its link, and
// goes through it by its keys.
func (in *inspector) drawLab(code string) {
	in.chooser(code)
	for _, room := range workbench.Rooms() {
		if v := in.everySize(code, "lab/"+room.Name); v != nil {
			v.whole()
		}
		v := in.everySize(code, "lab/"+room.Example)
		if v == nil {
			continue
		}
		v.whole()
		keys := labKeys
		if room.Name == "net" {
			keys = netKeys
		}
		for _, key := range keys {
			v.model.Update(key)
			for _, at := range sizes {
				v.drawn(at)
			}
		}
		if at := v.model.Route(); at.Screen != "lab" || at.At(0) != room.Name {
			v.wrong("the keys of the room lead out of it, to %s", at)
		}
	}
}

// chooser reads what is said of each room.
func (in *inspector) chooser(code string) {
	v := in.everySize(code, "lab")
	if v == nil {
		return
	}
	for range workbench.Rooms() {
		v.whole()
		v.press(tea.KeyDown)
	}
}
