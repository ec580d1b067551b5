package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// window is the setup's window over a plane.
func (s ConvSetup) window(kernel nn.Size) nn.Window {
	return nn.Window{Kernel: kernel, Stride: s.Stride, Padding: s.Padding, Dilation: s.Dilation}
}

// unfit says why a window does not fit.
func unfit(err error) Words { return Words{Key: "error.said", Args: Args{"why": err}} }

// SizeLines fills the size formula, (N - F + 2P)/S + 1, in with the numbers at
// hand, each in its family's colour; one line, or one for the height and one
// for the width where they differ. Where the stride does not fit, a line says
// what the rules make of it.
func SizeLines(in nn.Size, w nn.Window, rule nn.Rule, say Say) []canvas.Line {
	g, err := nn.NewGeometry(in, w, nn.RuleFloor)
	if err != nil {
		return []canvas.Line{{{Text: say(unfit(err)), Role: canvas.RoleBad}}}
	}
	if rule == nn.RuleSame {
		if same, err := nn.NewGeometry(in, w, rule); err == nil {
			g = same
		}
	}
	rows, columns := axisOf(g, true), axisOf(g, false)
	lines := []canvas.Line{formulaLine(rows)}
	if rows != columns {
		height, width := say(Words{Key: "viz.size.height"}), say(Words{Key: "viz.size.width"})
		wide := max(canvas.Width(height), canvas.Width(width)) + 2
		lines = []canvas.Line{
			append(canvas.Line{{Text: canvas.Pad(height, wide), Role: canvas.RoleDim}}, formulaLine(rows)...),
			append(canvas.Line{{Text: canvas.Pad(width, wide), Role: canvas.RoleDim}}, formulaLine(columns)...),
		}
	}
	if rows.remainder() != 0 || columns.remainder() != 0 {
		lines = append(lines, ruleLine(in, w, say))
		if rows, columns := g.Unread(); rows+columns > 0 { // else padding alone is left over
			lines = append(lines, unreadLine(rows, columns, say))
		}
	}
	return lines
}

// sizeAxis is one axis of the formula: input, filter (dilated), both paddings,
// stride.
type sizeAxis struct{ n, f, before, after, s int }

func axisOf(g nn.Geometry, vertical bool) sizeAxis {
	w := g.Window
	if vertical {
		return sizeAxis{g.In.H, (w.Kernel.H-1)*w.Dilation.H + 1, w.Padding.Top, w.Padding.Bottom, w.Stride.H}
	}
	return sizeAxis{g.In.W, (w.Kernel.W-1)*w.Dilation.W + 1, w.Padding.Left, w.Padding.Right, w.Stride.W}
}

func (a sizeAxis) span() int      { return a.n - a.f + a.before + a.after }
func (a sizeAxis) remainder() int { return a.span() % a.s }

// result is the formula's value with its sign: "= 5", "= 2.5", or "≈ 2.33" where
// two decimals do not tell it all.
func (a sizeAxis) result() (equals, value string) {
	if a.remainder() == 0 {
		return "=", strconv.Itoa(a.span()/a.s + 1)
	}
	exact := float64(a.span())/float64(a.s) + 1
	if 100*a.span()%a.s == 0 {
		return "=", strconv.FormatFloat(exact, 'f', -1, 64)
	}
	return "≈", strconv.FormatFloat(exact, 'f', 2, 64)
}

// formulaLine is the formula in letters and in numbers.
func formulaLine(a sizeAxis) canvas.Line {
	dim := func(s string) canvas.Run { return canvas.Run{Text: s, Role: canvas.RoleDim} }
	in := func(s string) canvas.Run { return canvas.Run{Text: s, Role: canvas.RoleInputTitle} }
	filter := func(s string) canvas.Run { return canvas.Run{Text: s, Role: canvas.RoleFilterTitle} }
	strong := func(s string) canvas.Run { return canvas.Run{Text: s, Role: canvas.RoleStrong} }
	padding := "2×" + strconv.Itoa(a.before)
	if a.before != a.after {
		padding = strconv.Itoa(a.before) + " + " + strconv.Itoa(a.after)
	}
	equals, value := a.result()
	result := canvas.Run{Text: value, Role: canvas.RoleOutputTitle}
	if a.remainder() != 0 {
		result.Role = canvas.RoleBad
	}
	return canvas.Line{
		dim("("), in("N"), dim(" - "), filter("F"), dim(" + "), strong("2P"), dim(")/"), strong("S"), dim(" + 1 = ("),
		in(strconv.Itoa(a.n)), dim(" - "), filter(strconv.Itoa(a.f)), dim(" + "), strong(padding), dim(")/"),
		strong(strconv.Itoa(a.s)), dim(" + 1 " + equals + " "), result,
	}
}

// rules are the rules for a stride that does not fit, by the name of their words.
var rules = []struct {
	rule nn.Rule
	name string
}{{nn.RuleError, "error"}, {nn.RuleFloor, "floor"}, {nn.RuleCeil, "ceil"}, {nn.RuleSame, "same"}}

// ruleLine says what each rule makes of a stride that does not fit.
func ruleLine(in nn.Size, w nn.Window, say Say) canvas.Line {
	var line canvas.Line
	for i, r := range rules {
		if i > 0 {
			line = append(line, canvas.Run{Text: "  ·  ", Role: canvas.RoleFaint})
		}
		line = append(line, canvas.Run{Text: say(Words{Key: "viz.size.rule_" + r.name}) + " ", Role: canvas.RoleDim})
		g, err := nn.NewGeometry(in, w, r.rule)
		if err != nil {
			line = append(line, canvas.Run{Text: say(Words{Key: "viz.size.does_not_fit"}), Role: canvas.RoleBad})
			continue
		}
		line = append(line, canvas.Run{Text: strconv.Itoa(g.Out.H) + "×" + strconv.Itoa(g.Out.W), Role: canvas.RoleOutputTitle})
	}
	return line
}

// unreadLine says how many rows and columns rounding down leaves unread.
func unreadLine(rows, columns int, say Say) canvas.Line {
	return canvas.Markup(say(Words{Key: "viz.size.unread", Args: Args{"rows": rows, "columns": columns}}), canvas.RoleDim)
}
