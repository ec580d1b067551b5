package review

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/review"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

var knownRoute = tui.Route{Screen: "known"}

// known is the page of what one knows and which slips one makes.
type known struct {
	session *session.Session
	menu    tui.Menu
}

// KnownMaker makes the page: "known".
func KnownMaker(s *session.Session, _ tui.Route) (tui.Screen, error) {
	k := &known{session: s}
	k.fill()
	return k, nil
}

// fill lists the slips made, then the kinds, those asked before others.
func (k *known) fill() {
	s := k.session
	state, now := s.Progress.State(), s.Now()
	entries := []tui.Entry{{
		Mark: "→", MarkRole: canvas.RoleKey, Title: s.Text("review.title"), About: s.Text("review.about"),
		Choose: tui.OpenMsg{Route: tui.Route{Screen: "review"}},
	}}
	entries = append(entries, k.slips(review.SlipsMade(state))...)
	var asked, other []tui.Entry
	for _, kind := range review.Knowledge(state, now) {
		if kind.Asked > 0 {
			asked = append(asked, k.kind(kind))
		} else {
			other = append(other, k.kind(kind))
		}
	}
	alignRight(asked)
	entries = append(entries, section(s.Text("review.kinds"), asked)...)
	entries = append(entries, section(s.Text("review.never"), other)...)
	k.menu.SetEntries(entries)
}

// section is a heading and entries; nothing where there are none.
func section(title string, entries []tui.Entry) []tui.Entry {
	if len(entries) == 0 {
		return nil
	}
	return append([]tui.Entry{{}, {Title: title}}, entries...)
}

// slips lists the slips made; each opens the lesson that treats it.
func (k *known) slips(made []review.SlipMade) []tui.Entry {
	var list []tui.Entry
	for _, m := range made {
		e := tui.Entry{
			Mark: "✗", MarkRole: canvas.RoleBad, Title: k.session.Say(m.Slip.Name()),
			Right:  k.session.Say(viz.Words{Key: "review.times", Args: viz.Args{"n": m.Times}}),
			Choose: tui.OpenMsg{Route: tui.Route{Screen: "quiz", Query: map[string][]string{"topic": {m.Slip.Topic}}}},
		}
		if m.Mended {
			e.Mark, e.MarkRole, e.About = "✓", canvas.RoleGood, k.session.Text("review.mended.mark")
		}
		if entry, ok := k.session.Course.Entry(quiz.LessonRoute(m.Slip.Topic)); ok {
			e.Choose = tui.OpenMsg{Route: tui.Route{Screen: "lesson", Path: []string{entry.Unit, entry.Name}}}
		}
		list = append(list, e)
	}
	return section(k.session.Text("review.slips"), list)
}

// kind is the entry of a kind; it opens practice of that kind.
func (k *known) kind(n review.Known) tui.Entry {
	e := tui.Entry{
		Title:  k.session.Text("quiz." + n.Kind + ".name"),
		Choose: tui.OpenMsg{Route: tui.Route{Screen: "quiz", Path: []string{n.Kind, strconv.Itoa(n.Level)}}},
	}
	if n.Asked == 0 {
		e.About = k.session.Text("quiz." + n.Kind + ".about")
		return e
	}
	e.Mark, e.MarkRole = "●", canvas.RoleGood
	if n.Due {
		e.Mark, e.MarkRole = "◐", canvas.RoleNote
	}
	e.About = k.session.Say(viz.Words{Key: "review.kind", Args: viz.Args{
		"right": n.Right, "of": n.Asked, "level": n.Level,
	}})
	e.Right = bar(n.Strength()) + " " + k.session.Say(n.LastsWords())
	return e
}

// alignRight makes what stands at the right edge begin in one column.
func alignRight(entries []tui.Entry) {
	wide := 0
	for _, e := range entries {
		wide = max(wide, canvas.Width(e.Right))
	}
	for i, e := range entries {
		entries[i].Right += strings.Repeat(" ", wide-canvas.Width(e.Right))
	}
}

// barWide is how many cells a bar has.
const barWide = 8

// bar draws a share of 1.
func bar(share float64) string {
	n := int(share*barWide + 0.5)
	return strings.Repeat("█", n) + strings.Repeat("░", barWide-n)
}

// Init implements tui.Screen.
func (k *known) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (k *known) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tui.RefreshMsg); ok {
		k.fill()
		return nil
	}
	return k.menu.Update(msg)
}

// Draw implements tui.Screen.
func (k *known) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	part.Text(0, 0, canvas.RoleStrong, k.session.Text("review.known"))
	k.drawWeek(part, 1)
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + 3, W: min(f.Area.W, 100), H: max(f.Area.H-3, 1)}
	k.menu.Draw(f.Within(area))
}

// drawWeek draws a mark for each of the last seven days, without a streak to
// lose.
func (k *known) drawWeek(part canvas.Part, y int) {
	days, x := 0, 0
	for _, n := range review.Week(k.session.Progress.State(), k.session.Now()) {
		role, mark := canvas.RoleFaint, "○"
		if n > 0 {
			role, mark, days = canvas.RoleGood, "●", days+1
		}
		x = part.Text(x, y, role, mark) + 1
	}
	part.Text(x+1, y, canvas.RoleDim, k.session.Say(viz.Words{Key: "review.week", Args: viz.Args{"n": days}}))
}

// Crumbs implements tui.Screen.
func (k *known) Crumbs() []string {
	return []string{k.session.Text("practice.title"), k.session.Text("review.known")}
}

// Bindings implements tui.Screen.
func (k *known) Bindings() []key.Binding { return append(k.menu.Bindings(), tui.KeyBack) }

// Typing implements tui.Screen.
func (k *known) Typing() bool { return false }

// Route implements tui.Screen.
func (k *known) Route() tui.Route { return knownRoute }
