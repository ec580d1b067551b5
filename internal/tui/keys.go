package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// Bind makes a key binding. shown is how the key is written in the footer
// ("← →"), word a key of the catalogue that says what it does.
func Bind(shown, word string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, word))
}

// Is says whether a message is a press of one of the bindings' keys.
func Is(msg tea.Msg, bindings ...key.Binding) bool {
	press, ok := msg.(tea.KeyMsg)
	return ok && key.Matches(press, bindings...)
}

// Keys that mean the same on every screen.
var (
	KeyUp       = Bind("↑", "key.up", "up", "k")
	KeyDown     = Bind("↓", "key.down", "down", "j")
	KeyLeft     = Bind("←", "key.left", "left", "h")
	KeyRight    = Bind("→", "key.right", "right", "l")
	KeyUpDown   = Bind("↑ ↓", "key.choose", "up", "k", "down", "j")
	KeyOpen     = Bind("enter", "key.open", "enter")
	KeyConfirm  = Bind("enter", "key.answer", "enter")
	KeyContinue = Bind("enter", "key.continue", "enter", "n", "pgdown")
	KeyPrevious = Bind("p", "key.previous", "p", "pgup")
	KeyBack     = Bind("esc", "key.back", "esc")
	KeyQuit     = Bind("q", "key.quit", "q")
	KeyForceOut = Bind("ctrl+c", "key.quit", "ctrl+c")
	KeyHelp     = Bind("?", "key.help", "?", "f1")
	KeySearch   = Bind("/", "key.search", "/", "ctrl+f")
	KeyWords    = Bind("w", "key.words", "w", "f4")
	KeyLanguage = Bind("g", "key.language", "g", "f2")
	KeyTheme    = Bind("t", "key.theme", "t", "f3")
)

// Keys that work while a text field has the letters.
var (
	KeyTypingHelp     = Bind("?", "key.help", "?", "f1")
	KeyWritingHelp    = Bind("f1", "key.help", "f1")
	KeyTypingSearch   = Bind("ctrl+f", "key.search", "ctrl+f")
	KeyTypingWords    = Bind("f4", "key.words", "f4")
	KeyTypingLanguage = Bind("f2", "key.language", "f2")
	KeyTypingTheme    = Bind("f3", "key.theme", "f3")
)

// Global lists the keys that work on every screen, for the help.
func Global() []key.Binding {
	return []key.Binding{
		KeyBack, KeyHelp, shown(KeySearch, "/  ctrl+f"), shown(KeyWords, "w  f4"), shown(KeyLanguage, "g  f2"), shown(KeyTheme, "t  f3"), KeyQuit, KeyForceOut,
	}
}

// GlobalTyping lists those of them that work while text is typed.
func GlobalTyping() []key.Binding {
	return []key.Binding{KeyBack, KeyTypingHelp, KeyTypingSearch, KeyTypingWords, KeyTypingLanguage, KeyTypingTheme, KeyForceOut}
}

// shown is a binding written in another way.
func shown(b key.Binding, keys string) key.Binding {
	b.SetHelp(keys, b.Help().Desc)
	return b
}
