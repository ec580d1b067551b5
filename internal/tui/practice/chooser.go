package practice

import (
	"fmt"
	"net/url"
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/review"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// chooser lets the learner choose a kind and a level, then opens the run.
type chooser struct {
	session *session.Session
	menu    tui.Menu
	level   int // 0: rising
}

var keyLevel = tui.Bind("← →", "key.level", "left", "right", "h", "l")

// maxLevel is the highest level that the chooser offers.
const maxLevel = 3

func newChooser(s *session.Session) *chooser {
	c := &chooser{session: s}
	c.fill()
	return c
}

// fill lists everything mixed, then every kind with how it went so far.
func (c *chooser) fill() {
	entries := append(c.adaptive(), tui.Entry{
		Title: c.session.Text("practice.mixed"), About: c.session.Text("practice.mixed.about"),
		Choose: tui.OpenMsg{Route: c.route("")},
	}, tui.Entry{})
	tallies := c.session.Progress.State().Quiz
	for _, k := range quiz.Kinds() {
		e := tui.Entry{
			Title: c.session.Text("quiz." + k.ID() + ".name"), About: c.session.Text("quiz." + k.ID() + ".about"),
			Choose: tui.OpenMsg{Route: c.route(k.ID())},
		}
		if t := tallies[k.ID()]; t.Asked > 0 {
			e.Right = fmt.Sprintf("%d/%d", t.Right, t.Asked)
		}
		entries = append(entries, e)
	}
	c.menu.SetEntries(entries)
}

// adaptive lists the ways that follow what the learner knows.
func (c *chooser) adaptive() []tui.Entry {
	t := c.session.Text
	again := tui.Entry{
		Title: t("review.title"), About: t("review.about"),
		Choose: tui.OpenMsg{Route: tui.Route{Screen: "review"}},
	}
	if n := review.Due(c.session.Progress.State(), c.session.Now()); n > 0 {
		again.Right = c.session.Say(viz.Words{Key: "review.due.short", Args: viz.Args{"n": n}})
	}
	return []tui.Entry{again, {
		Title: t("review.known"), About: t("review.known.about"),
		Choose: tui.OpenMsg{Route: tui.Route{Screen: "known"}},
	}, {
		Title: t("projector.title"), About: t("projector.about"),
		Choose: tui.OpenMsg{Route: tui.Route{Screen: "project"}},
	}, {}}
}

// route is the run of a kind ("" for all) at the chosen level.
func (c *chooser) route(kind string) tui.Route {
	r := tui.Route{Screen: "quiz", Query: url.Values{"level": {strconv.Itoa(c.level)}}}
	if kind != "" {
		r.Path = []string{kind}
	}
	return r
}

// Init implements tui.Screen.
func (c *chooser) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (c *chooser) Update(msg tea.Msg) tea.Cmd {
	_, refreshed := msg.(tui.RefreshMsg)
	switch {
	case tui.Is(msg, tui.KeyLeft):
		c.level = max(c.level-1, 0)
	case tui.Is(msg, tui.KeyRight):
		c.level = min(c.level+1, maxLevel)
	case !refreshed:
		return c.menu.Update(msg)
	}
	c.fill()
	return nil
}

// Draw implements tui.Screen.
func (c *chooser) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	x := part.Text(0, 0, canvas.RoleStrong, c.session.Text("practice.level"))
	for i := range maxLevel + 1 {
		role := canvas.RoleDim
		text := c.session.Text("practice.rising")
		if i > 0 {
			text = strconv.Itoa(i)
		}
		if i == c.level {
			role, text = canvas.RoleSelected, "▸"+text
		}
		x = part.Text(x+2, 0, role, " "+text+" ")
	}
	about := canvas.Wrap(canvas.Markup(c.session.Text("practice.about"), canvas.RoleDim), min(f.Area.W, tui.ProseWidth))
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + 2, W: min(f.Area.W, 100), H: max(f.Area.H-3-len(about), 1)}
	c.menu.Draw(f.Within(area))
	part.Lines(0, f.Area.H-len(about), about)
}

// Crumbs implements tui.Screen.
func (c *chooser) Crumbs() []string { return []string{c.session.Text("practice.title")} }

// Bindings implements tui.Screen.
func (c *chooser) Bindings() []key.Binding {
	return append(c.menu.Bindings(), keyLevel, tui.KeyBack)
}

// Typing implements tui.Screen.
func (c *chooser) Typing() bool { return false }

// Route implements tui.Screen.
func (c *chooser) Route() tui.Route { return tui.Route{Screen: "quiz"} }
