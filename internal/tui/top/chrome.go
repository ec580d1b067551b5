package top

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// dots is how many dots the header has at the most to show how far one is.
const dots = 12

// chrome draws the quiet lines above and below a screen.
type chrome struct {
	places []string // where one was in the frame before
	width  int      // the room that there was for it
	crumbs string   // how it was written
}

// header says where one is, how far, and in which language.
func (c *chrome) header(m *Model, g *canvas.Grid) {
	x := g.Text(2, 0, canvas.RoleStrong, "convtutor") + 2
	language := m.opt.Session.Language()
	right := g.W - 2 - canvas.Width(language)
	g.Text(right, 0, canvas.RoleDim, language)
	if p, ok := m.screen().(tui.Progresser); ok {
		right = c.dots(g, right-3, p)
	}
	g.Text(x, 0, canvas.RoleDim, c.where(m.screen().Crumbs(), max(right-2-x, 0)))
	c.line(g, 1)
}

// where writes where one is, again only when that has changed.
func (c *chrome) where(places []string, width int) string {
	if width != c.width || !slices.Equal(places, c.places) {
		c.places, c.width, c.crumbs = places, width, crumbs(places, width)
	}
	return c.crumbs
}

// crumbs writes where one is; where room is scarce the outermost give way, since
// the innermost is the heading of what is read.
func crumbs(places []string, width int) string {
	for len(places) > 1 && canvas.Width(strings.Join(places, between)) > width {
		places = places[1:]
	}
	return canvas.Cut(strings.Join(places, between), width)
}

// between parts the places of the header.
const between = " › "

// dots draws how far one is, ending left of column right; it gives the column
// where it begins.
func (c *chrome) dots(g *canvas.Grid, right int, p tui.Progresser) int {
	done, total := p.Progress()
	if total <= 0 {
		return right
	}
	n := min(total, dots)
	full := done * n / total
	for i := range n {
		if i < full {
			g.Text(right-n+i, 0, canvas.RoleGood, "●")
		} else {
			g.Text(right-n+i, 0, canvas.RoleFaint, "○")
		}
	}
	return right - n
}

// footer shows the news, or the keys that work now; what does not fit gives
// way from the end, but help stays.
func (c *chrome) footer(m *Model, g *canvas.Grid, bindings []key.Binding) {
	c.line(g, g.H-2)
	y := g.H - 1
	if m.notice.Words.Key != "" {
		role := canvas.RoleNote
		if m.notice.Bad {
			role = canvas.RoleBad
		}
		text := m.opt.Session.Say(m.notice.Words)
		g.Text(2, y, role, canvas.Cut(text, g.W-4))
		return
	}
	x, end, gap := 2, g.W-2, hintGap(g.W)
	helpKey := m.helpKey()
	help := canvas.Width(helpKey.Help().Key) + 1 + canvas.Width(m.word(helpKey))
	hasHelp := m.overlay == nil
	if hasHelp {
		end -= help + gap
	}
	for _, b := range bindings {
		if !b.Enabled() {
			continue
		}
		w := canvas.Width(b.Help().Key) + 1 + canvas.Width(m.word(b))
		if x+w > end {
			break
		}
		x = c.hint(m, g, x, y, b) + gap
	}
	if hasHelp {
		c.hint(m, g, x, y, helpKey)
	}
}

// hintGap is the room between two keys, less where the window is narrow.
func hintGap(width int) int {
	if width < 100 {
		return 2
	}
	return 3
}

func (c *chrome) hint(m *Model, g *canvas.Grid, x, y int, b key.Binding) int {
	x = g.Text(x, y, canvas.RoleKey, b.Help().Key)
	return g.Text(x+1, y, canvas.RoleDim, m.word(b))
}

func (m *Model) word(b key.Binding) string { return m.opt.Session.Text(b.Help().Desc) }

func (c *chrome) line(g *canvas.Grid, y int) { g.Rule(y, canvas.RoleRule, "─") }
