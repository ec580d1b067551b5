package viz

import (
	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// drawBelow writes what the window makes, and where this is; then the size
// formula where there is room.
func (d *poolDrawing) drawBelow() {
	w, h := d.Size()
	lines := canvas.Wrap(d.sumLine(), w)
	y := d.Lines(0, d.at.below, lines)
	if !d.setup.Back {
		args := d.Pool.Words(d.i).Args
		t := d.windows[d.w][d.k]
		so := Number(t.so)
		if d.setup.Mode == PoolAverage {
			so = Number(t.sum)
		}
		if t.none && d.setup.Mode != PoolAverage {
			so = "·"
		}
		if d.frame.Hide && d.k == len(d.windows[d.w])-1 {
			so = "?"
		}
		status := Args{"so": so, "window": args["window"], "windows": args["windows"], "k": d.k + 1, "n": len(d.windows[d.w])}
		d.Runs(0, y, canvas.Markup(d.frame.Say(Words{Key: "pool.status." + d.setup.Mode.String(), Args: status}), canvas.RoleDim))
		y++
	}
	s := d.geometry.Window
	size := SizeLines(d.geometry.In, nn.Window{Kernel: s.Kernel, Stride: s.Stride, Padding: s.Padding}, nn.RuleFloor, d.frame.Say)
	if y+1+len(size) <= h {
		d.Lines(0, y+1, size)
	}
}

// sumLine is the window's sum or choice, written out.
func (d *poolDrawing) sumLine() canvas.Line {
	if d.setup.Back {
		if d.frame.Hide {
			return canvas.Markup(d.frame.Say(Words{Key: "pool.ask-below"}), canvas.RoleDim)
		}
		return canvas.Markup(d.frame.Say(d.backWords(d.i)), canvas.RoleText)
	}
	open, between, end := d.signs()
	line := canvas.Line{{Text: open, Role: canvas.RoleDim}}
	terms := d.windows[d.w]
	for k, t := range terms {
		if !d.counts(t) {
			continue
		}
		if len(line) > 1 {
			line = append(line, canvas.Run{Text: between, Role: canvas.RoleDim})
		}
		line = append(line, canvas.Run{Text: d.written(t), Role: productRole(k, d.k)})
	}
	value := "?"
	if d.k == len(terms)-1 && !d.frame.Hide {
		value = Number(d.Value(d.cell))
		if Short(d.Value(d.cell), maxNumber) != value {
			value = "≈ " + Short(d.Value(d.cell), maxNumber)
		}
	}
	equals := " = "
	if len(value) > 3 && value[:3] == "≈" {
		equals = " "
	}
	return append(line, canvas.Run{Text: end + equals, Role: canvas.RoleDim}, canvas.Run{Text: value, Role: canvas.RoleOutputTitle})
}
