package stack

import (
	"strconv"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// underRows are the rows below the table: a blank, the total, what was
// refused, and the arithmetic of the layer at hand or the goal.
const underRows = 7

// Draw implements View.
func (b *Builder) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	if f.Hide {
		b.drawAsked(f, p)
		return
	}
	rows := max(2, min(len(b.list)+1, f.Area.H-underRows))
	b.drawTable(f, p, rows)
	y := rows + 1
	p.Lines(0, y, []canvas.Line{canvas.Markup(f.Say(b.total()), canvas.RoleText)})
	y++
	if b.goal != nil {
		y = b.drawGoal(p, f, y)
	}
	if b.refused != nil {
		p.Text(0, y, canvas.RoleBad, "✗")
		p.Lines(2, y, canvas.Wrap(canvas.Markup(f.Say(*b.refused), canvas.RoleBad), f.Area.W-2))
		return
	}
	if b.goal == nil {
		b.drawAtHand(p, f, y)
	}
}

// drawAtHand writes the arithmetic of the piece at hand from row y on.
func (b *Builder) drawAtHand(p canvas.Part, f viz.Frame, y int) {
	if b.at == 0 {
		p.Lines(2, y, canvas.Wrap(canvas.Markup(f.Say(words("builder.input", viz.Args{"in": b.table.Input.String()})), canvas.RoleText), f.Area.W-2))
		return
	}
	l := Layers{table: b.table, at: b.at - 1, short: b.short}
	for _, w := range l.arithmetic() {
		y = p.Lines(2, y, canvas.Wrap(canvas.Markup(f.Say(w), canvas.RoleDim), f.Area.W-2))
	}
}

// drawTable draws the heading and as many pieces as fit around the one at hand.
func (b *Builder) drawTable(f viz.Frame, p canvas.Part, rows int) {
	say := func(key string) string { return f.Say(viz.Words{Key: key}) }
	p.Text(columnSpec, 0, canvas.RoleDim, say("shape.layer"))
	p.TextRight(columnOut, 0, canvas.RoleDim, say("shape.output"))
	p.TextRight(columnParams, 0, canvas.RoleDim, say("shape.params"))
	if !b.short {
		p.TextRight(columnField, 0, canvas.RoleDim, say("shape.field"))
	}
	seen := rows - 1
	first := max(0, min(b.at-seen/2, len(b.list)-seen))
	for i := first; i < min(len(b.list), first+seen); i++ {
		b.drawPiece(f, p, 1+i-first, i)
	}
	if first > 0 {
		p.Text(columnField+2, 1, canvas.RoleFaint, "↑")
	}
	if first+seen < len(b.list) {
		p.Text(columnField+2, seen, canvas.RoleFaint, "↓")
	}
}

// drawPiece draws a row: the numbers of the piece at hand can be turned.
func (b *Builder) drawPiece(f viz.Frame, p canvas.Part, y, i int) {
	part := b.list[i]
	name, out, params := canvas.RoleText, canvas.RoleOutputTitle, canvas.RoleFilterTitle
	if i == b.at {
		w, _ := p.Size()
		last := columnField
		if b.short {
			last = columnParams
		}
		p.Fill(canvas.Rect{Y: y, W: min(w, last+1), H: 1}, canvas.RoleSelected)
		name, out, params = canvas.RoleSelected, canvas.RoleSelected, canvas.RoleSelected
		p.Text(0, y, canvas.RoleSelected, "▸")
	}
	title := string(part.op)
	if part.op == input {
		title = f.Say(viz.Words{Key: "shape.input"})
	} else {
		p.TextRight(4, y, name, strconv.Itoa(i))
	}
	x := p.Text(columnSpec, y, name, title) + 1
	for k, d := range dials[part.op] {
		text := d.mark + strconv.Itoa(part.values[k])
		role := name
		if i == b.at && k == b.dial {
			role, text = canvas.RoleCursor, "‹"+text+"›"
		}
		x = p.Text(x, y, role, text) + 1
	}
	if i == 0 {
		p.TextRight(columnOut, y, out, b.table.Input.String())
		return
	}
	row := b.table.Rows[i-1]
	p.TextRight(columnOut, y, out, row.Out.String())
	p.TextRight(columnParams, y, params, countText(row))
	if !b.short {
		p.TextRight(columnField, y, name, row.Field.String())
	}
}
