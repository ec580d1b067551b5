// Command demo is a program on package terminal that can be made to fail in many
// ways; the tests of that package drive it.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"convtutor/internal/tui/terminal"

	tea "github.com/charmbracelet/bubbletea"
)

type model struct {
	terminal *terminal.Terminal
	mode     string
	w, h     int
	keys     int
	typed    []rune
	pasted   int
	floods   int
	last     string
	notes    []string
}

func (m model) Init() tea.Cmd {
	if m.mode == "panic-init" {
		panic("demo failed in Init")
	}
	return nil
}

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case terminal.EndingMsg:
		if file := os.Getenv("DEMO_SAVE"); file != "" {
			_ = os.WriteFile(file, []byte(msg.Cause.Error()), 0o600)
		}
	case terminal.BackgroundMsg:
		m.notes = append(m.notes, fmt.Sprintf("dark=%v", msg.Dark()))
	case terminal.GraphicsMsg:
		m.notes = append(m.notes, fmt.Sprintf("graphics=%d", msg.Protocol))
	case floodMsg:
		m.floods++
		return m, flood()
	case tea.ResumeMsg:
		m.notes = append(m.notes, "resumed")
	case tea.MouseMsg:
		m.last = fmt.Sprintf("%s %d,%d", msg, msg.X, msg.Y)
	case tea.KeyMsg:
		return m.key(msg)
	}
	return m, nil
}

func (m model) key(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	m.keys++
	if msg.Paste {
		m.pasted += len(msg.Runes)
		return m, nil
	}
	m.last = msg.String()
	if msg.Type == tea.KeyRunes && len(m.typed) < 60 {
		m.typed = append(m.typed, msg.Runes...)
	}
	switch msg.String() {
	case "q", "ctrl+c":
		return m, tea.Quit
	case "!":
		return m.misbehave()
	}
	return m, nil
}

// misbehave does what the command line asked for.
func (m model) misbehave() (tea.Model, tea.Cmd) {
	fail := func() tea.Msg { panic("demo failed in a command") }
	switch m.mode {
	case "panic-update":
		panic("demo failed in Update")
	case "panic-view":
		m.last = "panic"
	case "panic-command":
		return m, fail
	case "panic-batch":
		return m, tea.Batch(fail, tea.Tick(time.Hour, func(time.Time) tea.Msg { return nil }))
	case "panic-sequence":
		return m, tea.Sequence(func() tea.Msg { return nil }, fail)
	case "panic-goroutine":
		m.terminal.Go(func() { panic("demo failed in a goroutine") })
	case "block":
		select {}
	case "flood":
		return m, flood()
	}
	return m, nil
}

// floodMsg comes again and again, and changes the whole screen.
type floodMsg struct{}

func flood() tea.Cmd {
	return tea.Tick(time.Millisecond, func(time.Time) tea.Msg { return floodMsg{} })
}

func (m model) View() string {
	if m.last == "panic" {
		panic("demo failed in View")
	}
	if m.h == 0 {
		return ""
	}
	lines := make([]string, m.h)
	for i := range lines {
		lines[i] = fmt.Sprintf("\x1b[38;5;%dm%d\x1b[0m", 16+i, i)
		if m.floods > 0 {
			lines[i] = strings.Repeat(strconv.Itoa(m.floods%10), m.w)
		}
	}
	lines[0] = fmt.Sprintf("keys %d.", m.keys)
	lines[1] = "typed \x1b[1m" + string(m.typed) + "\x1b[0m."
	lines[2] = fmt.Sprintf("size %dx%d pasted %d last %s.", m.w, m.h, m.pasted, m.last)
	lines[3] = strings.Join(m.notes, " ")
	lines[4] = fmt.Sprintf("pid %d.", os.Getpid())
	return strings.Join(lines, "\n")
}

func main() {
	m := model{}
	if len(os.Args) > 1 {
		m.mode = os.Args[1]
	}
	t, err := terminal.Open(terminal.Options{
		CrashFile: os.Getenv("DEMO_CRASH"),
		Ask:       terminal.Questions{Background: true, Kitty: m.mode == "ask-all", Sixel: true},
	})
	if err == nil {
		m.terminal = t
		err = t.Run(context.Background(), m)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "convtutor: error: %v\n", err)
	}
	os.Exit(terminal.ExitCode(err))
}
