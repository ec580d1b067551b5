package viz

import "convtutor/viz/canvas"

// convPlace is where a term of the sum stands.
type convPlace struct{ line, x int }

// placeTerms breaks the sum into lines of w columns, one column left free on
// both sides for the bars of the current term. The last place is the result's.
func (d *convDrawing) placeTerms(w int) []convPlace {
	places := make([]convPlace, 0, len(d.terms)+1)
	p := convPlace{x: 1}
	step := func(width, before int) {
		if p.x > 1 && p.x+width+1 > w {
			p = convPlace{p.line + 1, 1 + before}
		}
		places = append(places, p)
		p.x += width + len(" + ")
	}
	for k := range d.terms {
		step(canvas.Width(d.terms[k].text), 0)
	}
	step(d.texts.outputWide, len("= "))
	return places
}

// drawSum writes the sum with its operands: what is taken light, the current
// product lit, what is to come faint. A sum that is too long is shown around
// the current product.
func (d *convDrawing) drawSum() {
	places := d.placeTerms(d.at.sum.W)
	last := places[len(places)-1].line
	first := max(0, min(places[d.k].line-d.at.sum.H/2, last+1-d.at.sum.H))
	part := d.Part.Part(d.at.sum)
	for k, p := range places {
		y := p.line - first
		if y < 0 || y >= d.at.sum.H {
			continue
		}
		if k == len(d.terms) {
			d.drawResult(part, p.x, y)
			break
		}
		d.drawTerm(part, k, p.x, y)
	}
	if first > 0 {
		part.Set(0, 0, canvas.RoleFaint, "…")
	}
	if first+d.at.sum.H <= last {
		part.Set(d.at.sum.W-1, d.at.sum.H-1, canvas.RoleFaint, "…")
	}
}

// drawTerm writes term k at (x, y), with the "+" that leads to the next one.
func (d *convDrawing) drawTerm(part canvas.Part, k, x, y int) {
	role, plus := canvas.RoleProduct, canvas.RoleDim
	switch {
	case k == d.k:
		role = canvas.RoleProductNow
	case k > d.k:
		role = canvas.RoleProductLater
	}
	if k >= d.k {
		plus = canvas.RoleProductLater
	}
	end := part.Text(x, y, role, d.terms[k].text)
	if k+1 < len(d.terms) {
		part.Set(end+1, y, plus, "+")
	}
	if k == d.k {
		part.Set(x-1, y, role, "▌")
		part.Set(end, y, role, "▐")
	}
}

// drawResult writes "= value", or "= ?" as long as it is not known.
func (d *convDrawing) drawResult(part canvas.Part, x, y int) {
	part.Set(x-2, y, canvas.RoleDim, "=")
	text := "?"
	if d.k == len(d.terms)-1 && !d.frame.Hide {
		text = d.now().sumText
	}
	part.Text(x, y, canvas.RoleOutputTitle, text)
}

// drawStatus writes the sum so far and where this is.
func (d *convDrawing) drawStatus(i int) {
	soFar := d.now().sumText
	if d.frame.Hide && d.k == len(d.terms)-1 {
		soFar = "?"
	}
	say := func(key string, args Args) canvas.Line {
		return canvas.Markup(d.frame.Say(Words{Key: key, Args: args}), canvas.RoleDim)
	}
	x := d.Runs(1, d.at.status, say("viz.conv.so_far", Args{"sum": soFar}))
	d.Runs(x+3, d.at.status, say("viz.conv.where", Args{
		"window": i/d.Terms() + 1, "windows": len(d.windows), "k": d.k + 1, "n": len(d.terms),
	}))
}

// drawFree uses what is left below for the size formula.
func (d *convDrawing) drawFree() {
	lines := SizeLines(d.geometry.In, d.setup.window(d.geometry.Window.Kernel), d.setup.Rule, d.frame.Say)
	if d.at.free.H < len(lines)+1 {
		return
	}
	part := d.Part.Part(d.at.free)
	part.Lines(1, 0, lines)
}
