package house

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"convtutor/internal/i18n"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/lessons"
)

// driver sends messages to the root model as a terminal would, in a bubble of
// testing/synctest, whose clock goes on only when everybody waits for it.
type driver struct {
	t       testing.TB
	session *session.Session
	model   *top.Model
	w, h    int
	quit    bool

	mu   sync.Mutex
	came []tea.Msg // from commands, not yet delivered
}

// learner is one learner's surroundings for tests.
func learner(tb testing.TB, language string, store progress.Store) *session.Session {
	tb.Helper()
	bundle, err := i18n.Open()
	if err != nil {
		tb.Fatal(err)
	}
	course, err := lessons.Open()
	if err != nil {
		tb.Fatal(err)
	}
	return session.New(session.Config{
		Bundle: bundle, Course: course, Progress: store, Language: language, Seed: 7, Now: time.Now,
	})
}

// withOneLesson leaves the course's first lesson alone in it, for tests that
// know what stands beside it: a lesson more must not change what they see.
func withOneLesson(s *session.Session) *session.Session {
	for i := range s.Course.Units {
		unit := &s.Course.Units[i]
		unit.Lessons = slices.DeleteFunc(unit.Lessons, func(e lessons.Entry) bool { return e.ID != conv })
	}
	return s
}

// drive opens a route at 80x24. Call it inside a bubble.
func drive(t testing.TB, s *session.Session, route string) *driver {
	t.Helper()
	at, err := tui.ParseRoute(route)
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, session: s}
	t.Cleanup(func() { time.Sleep(time.Minute) }) // what waits for the clock ends with the bubble
	d.model = Model(s, terminal.Capabilities{Color: terminal.TrueColor, UTF8: true}, at, nil)
	d.run(d.model.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

// send delivers a message and all that follows from it at once; what waits for
// the clock comes with pass.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		d.w, d.h = size.Width, size.Height
	}
	d.deliver(msg)
	synctest.Wait()
	for msg, ok := d.next(); ok; msg, ok = d.next() {
		d.deliver(msg)
		synctest.Wait()
	}
}

func (d *driver) deliver(msg tea.Msg) {
	d.t.Helper()
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		d.quit = true
		return
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.run(cmd)
		}
		return
	}
	_, cmd := d.model.Update(msg)
	d.check(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		d.mu.Lock()
		defer d.mu.Unlock()
		d.came = append(d.came, msg)
	}()
}

func (d *driver) next() (tea.Msg, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.came) == 0 {
		return nil, false
	}
	msg := d.came[0]
	d.came = d.came[1:]
	return msg, true
}

// pass lets time pass: the bubble's, not ours.
func (d *driver) pass(by time.Duration) {
	d.t.Helper()
	time.Sleep(by)
	d.send(nil)
}

// check holds the view to its window.
func (d *driver) check(after tea.Msg) {
	d.t.Helper()
	lines := strings.Split(d.model.View(), "\n")
	if len(lines) != max(d.h, 1) {
		d.t.Fatalf("after %T %v: %d lines in a window of %dx%d", after, after, len(lines), d.w, d.h)
	}
	for y, line := range lines {
		if w := ansi.StringWidth(line); w != d.w && d.h > 0 {
			d.t.Fatalf("after %T %v: line %d is %d columns wide in a window of %dx%d: %q", after, after, y+1, w, d.w, d.h, line)
		}
	}
}

// text is the screen's text.
func (d *driver) text() string { return strings.Join(d.model.Grid().Lines(), "\n") }

// shows fails unless a text is on the screen, wherever its lines break.
func (d *driver) shows(text string) {
	d.t.Helper()
	if !d.has(text) {
		d.t.Fatalf("%q is not on the screen:\n%s", text, d.text())
	}
}

func (d *driver) has(text string) bool { return strings.Contains(squeeze(d.text()), squeeze(text)) }

// keys are the keys that tests name.
var keys = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "space": tea.KeySpace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	"shift+right": tea.KeyShiftRight, "shift+down": tea.KeyShiftDown, "shift+left": tea.KeyShiftLeft, "shift+up": tea.KeyShiftUp,
	"ctrl+c": tea.KeyCtrlC, "ctrl+e": tea.KeyCtrlE, "ctrl+g": tea.KeyCtrlG, "ctrl+t": tea.KeyCtrlT, "ctrl+n": tea.KeyCtrlN, "ctrl+p": tea.KeyCtrlP, "ctrl+w": tea.KeyCtrlW,
	"ctrl+k": tea.KeyCtrlK, "ctrl+u": tea.KeyCtrlU, "ctrl+a": tea.KeyCtrlA, "ctrl+v": tea.KeyCtrlV, "f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "ctrl+f": tea.KeyCtrlF,
}

// key is the message of a key by its name, or of the runes themselves.
func key(name string) tea.KeyMsg {
	if name == "space" {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	if kind, ok := keys[name]; ok {
		return tea.KeyMsg{Type: kind}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// press presses keys one after the other.
func (d *driver) press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.send(key(name))
	}
}

// typed types a text rune by rune.
func (d *driver) typed(text string) {
	d.t.Helper()
	for _, r := range text {
		d.press(string(r))
	}
}

// click clicks on the first place where a text stands.
func (d *driver) click(text string) {
	d.t.Helper()
	for y, line := range d.model.Grid().Lines() {
		before, _, ok := strings.Cut(line, text)
		if !ok {
			continue
		}
		d.send(tea.MouseMsg{X: ansi.StringWidth(before), Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
		return
	}
	d.t.Fatalf("%q is not on the screen:\n%s", text, d.text())
}
