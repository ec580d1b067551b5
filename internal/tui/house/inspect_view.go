package house

import (
	"strings"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/colorprofile"

	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/top"
	"convtutor/viz/canvas"
	"convtutor/viz/theme"
)

// size is a window's columns and rows.
type size struct{ w, h int }

// usual is the size at which nothing that must be read may be cut.
var usual = size{80, 24}

// sizes are those at which every screen is drawn.
var sizes = []size{{top.MinWidth, top.MinHeight}, usual, {100, 30}, {140, 40}}

// view is a screen being looked at in one language.
type view struct {
	in      *inspector
	session *session.Session
	model   *top.Model
	place   string // begins a problem's line: the route and the language
	size    size
	last    string
	lines   []string // of last
	left    int      // columns at the left that belong to something else
}

// open opens a route in a language, as a learner does who begins; nil and a
// problem where it cannot be opened.
func (in *inspector) open(code, route string) *view {
	place := "screens: " + route + ", " + code
	at, err := tui.ParseRoute(route)
	if err != nil {
		in.add("%s: %v", place, err)
		return nil
	}
	s := session.New(session.Config{
		Bundle: in.bundle, Course: in.course, Progress: progress.NewMemory(),
		Now: func() time.Time { return time.Unix(0, 0) }, Language: code, Seed: in.seed, Still: true,
	})
	if err := Check(s, at); err != nil {
		in.add("%s: %v", place, err)
		return nil
	}
	return &view{in: in, session: s, place: place, model: top.New(top.Options{
		Session: s, Makers: makers(), Find: finder, Themes: theme.Names(), Home: tui.Route{Screen: "home"},
		Look: Look(colorprofile.NoTTY, false),
	}, at)}
}

// drawn draws the screen at a size, holds it to its height and width and to
// words that are there, and gives its lines.
func (v *view) drawn(at size) []string {
	if v.size != at {
		v.size = at
		v.model.Update(tea.WindowSizeMsg{Width: at.w, Height: at.h})
	}
	text := v.model.View()
	if text == v.last {
		return v.lines
	}
	v.in.screens++
	v.last, v.lines = text, strings.Split(text, "\n")
	if len(v.lines) != at.h {
		v.wrong("%d lines", len(v.lines))
	}
	for y, line := range v.lines {
		if w := canvas.Width(line); w != at.w {
			v.wrong("line %d is %d columns wide", y+1, w)
		}
		if strings.Contains(line, unsaid) {
			v.wrong("a word or a value is missing: %s", strings.TrimSpace(line))
		}
	}
	return v.lines
}

// squeezed is the screen's text without blanks, so that a sentence is found
// wherever its lines break.
func (v *view) squeezed() string {
	v.drawn(usual)
	var text strings.Builder
	for y := range usual.h {
		for _, cell := range v.model.Grid().Row(y)[v.left:] {
			text.WriteString(cell.Glyph)
		}
	}
	return squeeze(text.String())
}

// shows finds a text that the screen should show from its first word to its last.
func (v *view) shows(what, text string) {
	if text = squeeze(text); !strings.Contains(v.squeezed(), text) {
		v.wrong("%s is cut or missing", what)
	}
}

// whole finds text that was cut to fit.
func (v *view) whole() {
	for y, line := range v.drawn(usual) {
		if strings.Contains(line, "…") {
			v.wrong("line %d is cut: %s", y+1, strings.TrimSpace(line))
		}
	}
}

func (v *view) wrong(format string, args ...any) {
	args = append([]any{v.place, v.size.w, v.size.h}, args...)
	v.in.add("%s, %dx%d: "+format, args...)
}

// press sends keys; what they ask for beside the screen is left out.
func (v *view) press(keys ...tea.KeyType) {
	for _, key := range keys {
		v.model.Update(tea.KeyMsg{Type: key})
	}
}

// runes types a text.
func (v *view) runes(text string) {
	v.model.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
}

func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
