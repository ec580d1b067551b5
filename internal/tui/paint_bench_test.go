package tui_test

import (
	"fmt"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/internal/tensor"
	"convtutor/viz"
	"convtutor/viz/canvas"
	"convtutor/viz/encode"
	"convtutor/viz/theme"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// frames are all steps of the lecture's convolution on an 80x24 screen.
func frames(b *testing.B) []*canvas.Grid {
	b.Helper()
	input, err := tensor.From([]float64{1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0}, 5, 5, 1)
	if err != nil {
		b.Fatal(err)
	}
	filter, err := tensor.From([]float64{1, 0, 1, 0, 1, 0, 1, 0, 1}, 3, 3, 1)
	if err != nil {
		b.Fatal(err)
	}
	conv, err := viz.NewConv(viz.ConvSetup{Input: input, Filter: filter})
	if err != nil {
		b.Fatal(err)
	}
	words, err := i18n.Open()
	if err != nil {
		b.Fatal(err)
	}
	english := words.For("en")
	say := func(w viz.Words) string { return english.Text(w.Key, w.Args) }
	out := make([]*canvas.Grid, conv.Steps())
	for i := range out {
		out[i] = canvas.New(80, 24)
		conv.Draw(i, viz.Frame{Grid: out[i], Area: canvas.Rect{X: 2, Y: 5, W: 76, H: 17}, Say: say})
	}
	return out
}

func dark(b *testing.B) theme.Theme {
	b.Helper()
	t, ok := theme.ByName(theme.Dark)
	if !ok {
		b.Fatal("no dark theme")
	}
	return t
}

// BenchmarkViewEncoded is the View of a playing lesson as it is: one frame
// after the other through the encoder.
func BenchmarkViewEncoded(b *testing.B) {
	grids := frames(b)
	e := encode.NewEncoder(encode.NewPalette(dark(b), colorprofile.TrueColor, false))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		e.Encode(grids[i%len(grids)])
	}
}

// BenchmarkViewLipglossEveryCell is what it is measured against: every cell of
// every frame styled with lipgloss, the styles made once.
func BenchmarkViewLipglossEveryCell(b *testing.B) {
	grids := frames(b)
	styles := lipglossStyles(dark(b))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		view(grids[i%len(grids)], styles)
	}
}

// pair is a role on a ground.
type pair struct{ role, ground canvas.Role }

func lipglossStyles(look theme.Theme) map[pair]lipgloss.Style {
	renderer := lipgloss.NewRenderer(&strings.Builder{})
	renderer.SetColorProfile(termenv.TrueColor)
	styles := map[pair]lipgloss.Style{}
	for role := range canvas.RoleCount {
		for ground := range canvas.RoleCount {
			s := look.Look(role, ground)
			styles[pair{role, ground}] = renderer.NewStyle().Bold(s.Bold).Faint(s.Faint).Underline(s.Underline).Reverse(s.Reverse).
				Foreground(hex(s.Fore)).Background(hex(s.Back))
		}
	}
	return styles
}

// view styles a grid cell by cell.
func view(g *canvas.Grid, styles map[pair]lipgloss.Style) string {
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

func hex(c canvas.RGB) lipgloss.Color {
	r, g, b := c.Parts()
	return lipgloss.Color(fmt.Sprintf("#%02x%02x%02x", r, g, b))
}
