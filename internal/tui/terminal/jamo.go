package terminal

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/keyboard"
)

// Latin gives the key that was meant by a shortcut typed under a Korean input
// method: ㅂ is q, ｑ is q, ？ is ?. Everything else comes back as it is,
// pastes too. It is for shortcuts, never for text.
func Latin(key tea.KeyMsg) tea.KeyMsg {
	if keys := LatinKeys(key); len(keys) == 1 {
		return keys[0]
	}
	return key
}

// LatinKeys is Latin for keys that an input method has put together: 너 is s and
// then j. There is always at least one.
func LatinKeys(key tea.KeyMsg) []tea.KeyMsg {
	if key.Type != tea.KeyRunes || key.Paste || len(key.Runes) != 1 {
		return []tea.KeyMsg{key}
	}
	typed := keyboard.Keys(key.Runes[0])
	if typed == "" {
		return []tea.KeyMsg{key}
	}
	keys := make([]tea.KeyMsg, 0, len(typed))
	for _, r := range typed {
		k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: key.Alt}
		if r == ' ' {
			k.Type = tea.KeySpace
		}
		keys = append(keys, k)
	}
	return keys
}
