package stack

import (
	"strconv"

	"convtutor/internal/netspec"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// detailRows are the rows below the table: the layer opened.
const detailRows = 6

// Draw draws the table, and below it the layer opened.
func (l *Layers) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	rows := max(1, min(len(l.table.Rows)+2, f.Area.H-detailRows-1))
	l.drawTable(f, p, rows)
	y := rows + 1
	r := l.table.Rows[l.at]
	p.Text(0, y, canvas.RoleKey, "▸ "+strconv.Itoa(l.at+1))
	y = p.Lines(5, y, canvas.Wrap(canvas.Markup(f.Say(layerWords(r)), canvas.RoleStrong), f.Area.W-5))
	if f.Hide {
		return
	}
	for _, w := range l.arithmetic() {
		y = p.Lines(5, y, canvas.Wrap(canvas.Markup(f.Say(w), canvas.RoleText), f.Area.W-5))
	}
}

// The table's columns: where each ends, from the left edge.
const (
	columnSpec   = 5
	columnOut    = 40
	columnParams = 54
	columnField  = 68
)

// drawTable draws the heading and as many layers as fit around the one opened.
func (l *Layers) drawTable(f viz.Frame, p canvas.Part, rows int) {
	say := func(key string) string { return f.Say(viz.Words{Key: key}) }
	p.Text(columnSpec, 0, canvas.RoleDim, say("shape.layer"))
	p.TextRight(columnOut, 0, canvas.RoleDim, say("shape.output"))
	p.TextRight(columnParams, 0, canvas.RoleDim, say("shape.params"))
	p.TextRight(columnField, 0, canvas.RoleDim, say("shape.field"))
	all := len(l.table.Rows) + 1 // the input too
	seen := rows - 1
	first := max(0, min(l.at+1-seen/2, all-seen))
	for i := first; i < min(all, first+seen); i++ {
		y := 1 + i - first
		if i == 0 {
			p.Text(columnSpec, y, canvas.RoleInputTitle, say("shape.input"))
			p.TextRight(columnOut, y, canvas.RoleInputTitle, l.table.Input.String())
			continue
		}
		l.drawRow(p, y, i-1, f.Hide)
	}
	if first > 0 {
		p.Text(columnField+2, 1, canvas.RoleFaint, "↑")
	}
	if first+seen < all {
		p.Text(columnField+2, seen, canvas.RoleFaint, "↓")
	}
}

// drawRow draws a layer; what a prediction asks for is hidden from the layer
// opened on.
func (l *Layers) drawRow(p canvas.Part, y, i int, hide bool) {
	r := l.table.Rows[i]
	number, name, out, params := canvas.RoleDim, canvas.RoleText, canvas.RoleOutputTitle, canvas.RoleFilterTitle
	if i == l.at {
		w, _ := p.Size()
		p.Fill(canvas.Rect{Y: y, W: min(w, columnField+1), H: 1}, canvas.RoleSelected)
		number, name, out, params = canvas.RoleSelected, canvas.RoleSelected, canvas.RoleSelected, canvas.RoleSelected
		p.Text(0, y, canvas.RoleSelected, "▸")
	}
	p.TextRight(4, y, number, strconv.Itoa(i+1))
	p.Text(columnSpec, y, name, r.Layer.Spec)
	if hide && i >= l.at {
		p.TextRight(columnOut, y, out, "?")
		return
	}
	p.TextRight(columnOut, y, out, r.Out.String())
	p.TextRight(columnParams, y, params, countText(r))
	p.TextRight(columnField, y, number, r.Field.String())
}

// countText writes a layer's parameters, a dash where it learns nothing.
func countText(r netspec.Row) string {
	if r.Params == 0 {
		return "-"
	}
	return viz.Grouped(r.Params)
}
