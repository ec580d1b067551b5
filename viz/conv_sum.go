package viz

import (
	"math"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// convPlace is where a term of the sum stands.
type convPlace struct{ line, x int }

// placeTerms breaks the sum into lines of w columns, one column left free at
// the end for the band of the current term. The last place is the result's.
func (c *Conv) placeTerms(terms []convTerm, w int) []convPlace {
	places := make([]convPlace, 0, len(terms)+1)
	p := convPlace{}
	step := func(width, before int) {
		if p.x > 0 && p.x+width+1 > w {
			p = convPlace{p.line + 1, before}
		}
		places = append(places, p)
		p.x += width + len(" + ")
	}
	for k := range terms {
		step(terms[k].wide, 0)
	}
	step(c.texts.outputWide, len("= "))
	return places
}

// moreMargin is what "…" takes on both sides of a sum shown in part.
const moreMargin = 2

// drawSum writes the sum with its operands: what is taken light, the current
// product lit, what is to come faint. A sum that is too long is shown around
// the current product, with "…" where it goes on.
func (d *convDrawing) drawSum() {
	box := d.at.sum
	places := d.placeTerms(d.terms, box.W)
	if places[len(places)-1].line >= box.H {
		places = d.placeTerms(d.terms, box.W-2*moreMargin)
		box.X += moreMargin
		box.W -= 2 * moreMargin
	}
	last := places[len(places)-1].line
	first := max(0, min(places[d.k].line-box.H/2, last+1-box.H))
	part := d.Part.Part(box)
	for k, p := range places {
		y := p.line - first
		switch {
		case y < 0 || y >= box.H:
		case k == len(d.terms):
			d.drawResult(part, p.x, y)
		default:
			d.drawTerm(part, k, p.x, y)
		}
	}
	if first > 0 {
		d.Set(d.at.sum.X, box.Y, canvas.RoleFaint, "…")
	}
	if first+box.H <= last {
		d.Set(d.at.sum.X+d.at.sum.W-1, box.Y+box.H-1, canvas.RoleFaint, "…")
	}
}

// productRole is how term k of a sum looks while term now is at hand.
func productRole(k, now int) canvas.Role {
	switch {
	case k == now:
		return canvas.RoleProductNow
	case k > now:
		return canvas.RoleProductLater
	}
	return canvas.RoleProduct
}

// drawTerm writes term k at (x, y), with the "+" that leads to the next one.
func (d *convDrawing) drawTerm(part canvas.Part, k, x, y int) {
	role, plus := productRole(k, d.k), canvas.RoleDim
	if k >= d.k {
		plus = canvas.RoleProductLater
	}
	end := part.Text(x, y, role, d.terms[k].text)
	if k+1 < len(d.terms) {
		part.Set(end+1, y, plus, "+")
	}
	if k == d.k {
		part.Set(x-1, y, role, " ")
		part.Set(end, y, role, " ")
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
	x := d.Runs(0, d.at.status, say("viz.conv.so_far", Args{"sum": soFar}))
	where := Args{"window": i/d.Terms() + 1, "windows": len(d.windows), "k": d.k + 1, "n": d.products()}
	key := "viz.conv.where"
	switch {
	case d.now().bias:
		key = "viz.conv.where_bias"
	case d.channels > 1:
		key, where["channel"], where["channels"] = "viz.conv.where_channel", d.channel()+1, d.channels
	}
	d.Runs(x+3, d.at.status, say(key, where))
}

// drawFree uses what is left below for the size formula, and for both planes
// as pictures under the planes themselves.
func (d *convDrawing) drawFree() {
	lines := SizeLines(d.geometry.In, d.setup.window(d.geometry.Window.Kernel), d.setup.Rule, d.frame.Say)
	if d.at.free.H < len(lines) {
		return
	}
	y := d.Part.Part(d.at.free).Lines(0, 0, lines) + d.at.free.Y + 1
	_, h := d.Size()
	if y+1+max(d.geometry.In.H, d.geometry.Out.H) > h || d.at.output.y > 0 {
		return
	}
	d.Text(d.at.input.x, y, canvas.RoleDim, d.frame.Say(Words{Key: "viz.conv.as_picture"}))
	d.Text(d.at.output.x, y, canvas.RoleDim, d.frame.Say(Words{Key: "viz.conv.as_picture"}))
	d.drawShades(d.at.input.x, y+1, d.geometry.In, d.geometry.In.H*d.geometry.In.W, func(p nn.Point) float64 {
		return d.valueAt(p, d.channel())
	})
	made := d.cell.Y*d.geometry.Out.W + d.cell.X
	if d.k == len(d.terms)-1 && !d.frame.Hide {
		made++
	}
	d.drawShades(d.at.output.x, y+1, d.geometry.Out, made, d.Value)
}

// drawShades draws the first n cells of a plane as a picture, the least value
// black and the largest white, each cell two columns wide so that it is square.
func (d *convDrawing) drawShades(x, y int, size nn.Size, n int, value func(nn.Point) float64) {
	least, most := math.Inf(1), math.Inf(-1)
	for i := range size.H * size.W {
		v := value(nn.Point{Y: i / size.W, X: i % size.W})
		least, most = min(least, v), max(most, v)
	}
	for i := range size.H * size.W {
		p := nn.Point{Y: i / size.W, X: i % size.W}
		if i >= n {
			d.Fill(canvas.Rect{X: x + 2*p.X, Y: y + p.Y, W: 2, H: 1}, canvas.RoleOutputLater)
			continue
		}
		v := uint8(math.Round(255 * (value(p) - least) / max(most-least, 1e-9)))
		c := canvas.Color(v, v, v)
		d.Pixel(x+2*p.X, y+p.Y, c, c)
		d.Pixel(x+2*p.X+1, y+p.Y, c, c)
	}
}
