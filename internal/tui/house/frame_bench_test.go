package house

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"convtutor/internal/progress"
	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/viz/canvas"
	"convtutor/viz/theme"
)

// lessonModel is the convolution lesson at 80x24 in full colour.
func lessonModel(tb testing.TB, language, route string) *top.Model {
	tb.Helper()
	at, err := tui.ParseRoute(route)
	if err != nil {
		tb.Fatal(err)
	}
	s := learner(tb, language, progress.NewMemory())
	m := Model(s, terminal.Capabilities{Color: terminal.TrueColor, UTF8: true}, at, nil)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m.View()
	return m
}

// onward goes a step on, and from the end to the start.
type onward struct {
	model *top.Model
	last  string
}

// view goes on and gives how long the frame took to make.
func (o *onward) view() time.Duration {
	o.model.Update(tea.KeyMsg{Type: tea.KeyRight})
	begin := time.Now()
	text := o.model.View()
	took := time.Since(begin)
	if text == o.last {
		o.model.Update(tea.KeyMsg{Type: tea.KeyHome})
	}
	o.last = text
	return took
}

// BenchmarkViewPlaying draws a playing lesson, each frame another step, the
// whole screen: prose, picture, header and footer; beside it the same frames
// with every cell styled by lipgloss, the styles made once.
func BenchmarkViewPlaying(b *testing.B) {
	for _, language := range []string{"en", "ko"} {
		b.Run(language, func(b *testing.B) {
			o := &onward{model: lessonModel(b, language, "lesson/cnn/conv#product")}
			styles := everyStyle(b)
			b.ReportAllocs()
			// In turns, and of all times the middle one counts: what else the
			// machine does meanwhile falls on both alike.
			var ours, theirs []time.Duration
			for b.Loop() {
				ours = append(ours, o.view())
				if len(ours)%200 == 1 {
					b.StopTimer()
					theirs = append(theirs, lasts(func() { everyCell(o.model.Grid(), styles) }))
					b.StartTimer()
				}
			}
			our, their := middle(ours), middle(theirs)
			b.ReportMetric(float64(our)/1000, "view-µs")
			b.ReportMetric(float64(their)/1000, "lipgloss-µs")
			b.ReportMetric(float64(their)/float64(our), "lipgloss/view")
		})
	}
}

func lasts(do func()) time.Duration {
	begin := time.Now()
	do()
	return time.Since(begin)
}

func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// BenchmarkKey is a key that changes little, from its message to its frame: a
// character typed, an entry chosen.
func BenchmarkKey(b *testing.B) {
	for _, test := range []struct{ name, route, there, back string }{
		{"typed", "lesson/cnn/conv#predict-second", "1", "backspace"},
		{"chosen", "home", "down", "up"},
		{"moved", "lab/conv", "right", "left"},
	} {
		b.Run(test.name, func(b *testing.B) {
			m := lessonModel(b, "ko", test.route)
			there, back := key(test.there), key(test.back)
			b.ReportAllocs()
			for b.Loop() {
				m.Update(there)
				m.View()
				m.Update(back)
				m.View()
			}
		})
	}
}

// pair is a role on a ground.
type pair struct{ role, ground canvas.Role }

func everyStyle(tb testing.TB) map[pair]lipgloss.Style {
	tb.Helper()
	look, ok := theme.ByName(theme.Dark)
	if !ok {
		tb.Fatal("no dark theme")
	}
	renderer := lipgloss.NewRenderer(&strings.Builder{})
	renderer.SetColorProfile(termenv.TrueColor)
	colour := func(c canvas.RGB) lipgloss.Color {
		r, g, b := c.Parts()
		return lipgloss.Color(fmt.Sprintf("#%02x%02x%02x", r, g, b))
	}
	styles := map[pair]lipgloss.Style{}
	for role := range canvas.RoleCount {
		for ground := range canvas.RoleCount {
			s := look.Look(role, ground)
			styles[pair{role, ground}] = renderer.NewStyle().Bold(s.Bold).Faint(s.Faint).Underline(s.Underline).
				Reverse(s.Reverse).Foreground(colour(s.Fore)).Background(colour(s.Back))
		}
	}
	return styles
}

// everyCell styles a grid cell by cell.
func everyCell(g *canvas.Grid, styles map[pair]lipgloss.Style) string {
	rows := make([]string, g.H)
	for y := range rows {
		var row strings.Builder
		for _, c := range g.Row(y) {
			row.WriteString(styles[pair{c.Role, c.Ground}].Render(c.Glyph))
		}
		rows[y] = row.String()
	}
	return strings.Join(rows, "\n")
}
