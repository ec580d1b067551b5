package viz

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Densities is how likely real and made samples are, place by place, and what
// the best D makes of it: the share of the real ones.
type Densities struct {
	captioned
	data, made []float64
	steps      []densityStep
}

// densityStep says what step i adds to the picture, and to which place.
type densityStep struct {
	place int // -1 for all
	adds  string
}

// NewBestD goes to what the best D says at a place (counted from 0).
func NewBestD(data, made []float64, at int, ending Words) *Densities {
	d := &Densities{captioned: captioned{rows: captionedRows}, data: data, made: made}
	d.add(-1, "given", nil)
	args := Args{"x": at + 1, "p": Number(data[at]), "g": Number(made[at]), "sum": d.share(at)}
	d.add(at, "both", args)
	d.add(at, "share", args)
	if len(data) == 1 {
		d.said[len(d.said)-1].Key = "gan.density.share-here"
	}
	if data[at] == made[at] {
		d.add(at, "half", args)
	}
	d.finish(at, ending)
	return d
}

// NewValueAtBest goes to V where D is the best at each place: the densities of
// each list add up to 1.
func NewValueAtBest(data, made []float64, ending Words) *Densities {
	d := &Densities{captioned: captioned{rows: captionedRows}, data: data, made: made}
	d.add(-1, "given", nil)
	for at := range data {
		args := Args{"x": at + 1, "p": Number(data[at]), "g": Number(made[at]), "sum": d.share(at)}
		d.add(at, "share", args)
		d.add(at, "term", Args{"x": at + 1, "sum": d.term(at)})
	}
	d.add(-1, "value", Args{"sum": d.value()})
	if slices.Equal(data, made) {
		d.add(-1, "equal", Args{"sum": "-log(4) ≈ " + Rounded(-math.Log(4), 3)})
	}
	d.finish(-1, ending)
	return d
}

func (d *Densities) add(place int, adds string, args Args) {
	d.steps = append(d.steps, densityStep{place, adds})
	d.said = append(d.said, Words{Key: "gan.density." + adds, Args: args})
}

// finish adds the ending, which adds nothing to the picture.
func (d *Densities) finish(place int, ending Words) {
	if d.end(ending); d.ended {
		d.steps = append(d.steps, densityStep{place, "ending"})
	}
}

// share is the best D at a place, written out.
func (d *Densities) share(at int) string {
	p, g := Number(d.data[at]), Number(d.made[at])
	return fmt.Sprintf("%s/(%s + %s) %s", p, p, g, equals(nn.BestDiscriminator(d.data[at], d.made[at]), 3))
}

// term is what a place adds to V, written out.
func (d *Densities) term(at int) string {
	best := Number(nn.BestDiscriminator(d.data[at], d.made[at]))
	v := nn.ValueAtBest(d.data[at:at+1], d.made[at:at+1])
	return fmt.Sprintf("%s*log(%s) + %s*log(1 - %s) ≈ %s", Number(d.data[at]), best, Number(d.made[at]), best, Rounded(v, 3))
}

// value is the sum of what the places add.
func (d *Densities) value() string {
	terms := make([]float64, len(d.data))
	for i := range terms {
		terms[i] = nn.ValueAtBest(d.data[i:i+1], d.made[i:i+1])
	}
	return fmt.Sprintf("%s = %s", summed(terms), Rounded(nn.ValueAtBest(d.data, d.made), 3))
}

// Columns of the picture: where bars begin, how wide the largest is, where the
// arithmetic begins, how wide the bar of a share is.
const (
	densityBars  = 15
	densityWide  = 15
	densityShare = 37
	shareWide    = 30
)

// Draw draws the bars, and what is known of each place beside them.
func (d *Densities) Draw(i int, f Frame) {
	i = d.at(i, f)
	p := d.caption(i, f)
	high := 2
	if len(d.data) <= 3 {
		high = 3
	}
	most := max(slices.Max(d.data), slices.Max(d.made))
	for at := range d.data {
		y := at * high
		if d.steps[i].place == at {
			p.Text(0, y, canvas.RoleMark, "▸")
		}
		if len(d.data) > 1 {
			p.Text(1, y, canvas.RoleStrong, fmt.Sprintf("x = %d", at+1))
		}
		p.TextRight(densityBars-1, y, canvas.RoleInputTitle, "p_data")
		p.TextRight(densityBars-1, y+1, canvas.RoleFilterTitle, "p_g")
		x := bar(p, densityBars, y, densityWide, d.data[at], most, canvas.RoleInputTitle, barReal)
		p.Text(x+1, y, canvas.RoleText, Number(d.data[at]))
		x = bar(p, densityBars, y+1, densityWide, d.made[at], most, canvas.RoleFilterTitle, barMade)
		p.Text(x+1, y+1, canvas.RoleText, Number(d.made[at]))
	}
	for k, s := range d.steps[:i+1] {
		d.drawStep(p, s, s.place*high, k == i)
	}
}

// drawStep draws what a step has added.
func (d *Densities) drawStep(p canvas.Part, s densityStep, y int, now bool) {
	x := densityShare
	role := canvas.RoleText
	if now {
		role = canvas.RoleStrong
	}
	switch s.adds {
	case "both":
		sum := fmt.Sprintf("%s + %s = %s", Number(d.data[s.place]), Number(d.made[s.place]), Number(d.data[s.place]+d.made[s.place]))
		d.drawShare(p, s.place, y+1)
		p.Text(x, y, role, sum)
	case "share":
		p.Fill(canvas.Rect{X: x, Y: y, W: captionedWide - x, H: 1}, canvas.RoleNone)
		p.Text(x, y, canvas.RoleOutputTitle, "D = "+d.share(s.place))
		d.drawShare(p, s.place, y+1)
	case "term":
		p.Text(x-6, y+2, role, d.term(s.place))
	case "value":
		p.Text(x-6, min(3*len(d.data), captionedRows-1), canvas.RoleOutputTitle, "V = "+d.value())
	}
}

// drawShare draws both bars in one: real ones first, and what part of it they
// are is what the best D says.
func (d *Densities) drawShare(p canvas.Part, at, y int) {
	best := nn.BestDiscriminator(d.data[at], d.made[at])
	n := int(math.Round(best * shareWide))
	x := p.Text(densityShare, y, canvas.RoleInputTitle, strings.Repeat(barReal, n))
	p.Text(x, y, canvas.RoleFilterTitle, strings.Repeat(barMade, shareWide-n))
}
