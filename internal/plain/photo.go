package plain

import (
	"fmt"
	"math"
	"slices"

	"convtutor/internal/course"
	"convtutor/internal/data"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// photo is a photo as numbers, with a known filter run over it or without.
type photo struct {
	talk    *talk
	picture *viz.Picture
	name    string // its name in routes; the words are plain.photo.<name>
	filters []viz.KnownFilter
	at      int
	weights [][]float64
	divisor float64
	result  *viz.PhotoFilter // nil where only the numbers are looked at
}

// newPhoto is the stage of a lesson's step with a photo: its numbers, or a
// filter run over all of it.
func newPhoto(l *lesson) (stage, error) {
	r := l.step.Widget.Params.Read()
	p, err := openPhoto(l.talk, r.Text("photo", data.Photos()[0].Name))
	if err != nil {
		return nil, err
	}
	if l.step.Widget.Type == "photo" {
		return p, p.run(0)
	}
	return p, nil
}

func openPhoto(t *talk, name string) (*photo, error) {
	p := &photo{talk: t, name: name}
	if t.session.Image != "" {
		own, err := course.OwnPhoto(t.session.Image)
		p.name, p.picture = "", own
		return p, err
	}
	picture, err := course.BuiltInPhoto(name)
	p.picture = picture
	return p, err
}

// run runs the known filter number i over the photo.
func (p *photo) run(i int) error {
	p.filters = viz.KnownFilters()
	p.at = i % len(p.filters)
	result, err := viz.NewPhotoFilter(p.picture, p.filters[p.at])
	if err != nil {
		return err
	}
	p.result, p.weights, p.divisor = result, p.filters[p.at].Rows(), p.filters[p.at].Divisor
	return nil
}

func (p *photo) tell() {
	what := p.talk.text("plain.photo.own", nil)
	if p.name != "" {
		what = p.talk.text("plain.photo."+p.name, nil)
	}
	p.talk.say("plain.photo", viz.Args{"photo": what, "h": p.picture.H, "w": p.picture.W})
	if p.result != nil {
		p.tellFilter()
	}
}

// tellFilter says the filter and what its results lie between.
func (p *photo) tellFilter() {
	p.talk.out.line(p.talk.session.Say(p.result.Words(p.result.Steps() - 1)))
	side := len(p.weights)
	p.talk.rows(
		p.talk.text("plain.rows.filter", viz.Args{"rows": side, "columns": side}),
		plane(nn.Square(side), func(at nn.Point) float64 { return p.weights[at.Y][at.X] }), 1,
	)
	if p.divisor != 1 {
		p.talk.say("plain.divided", viz.Args{"by": viz.Short(p.divisor, 6)})
	}
}

func (p *photo) commands() []string {
	if p.result == nil {
		return []string{"cell"}
	}
	return []string{"cell", "filter"}
}

func (p *photo) open() bool { return false }

func (p *photo) take(c command) bool {
	switch {
	case c.id == "cell":
		p.cell(c.rest)
	case c.id == "filter":
		p.choose(c.rest)
	case c.text == "":
		return false
	default:
		p.talk.unknown(c)
	}
	return true
}

// choose takes the filter named, or the next.
func (p *photo) choose(name string) {
	to := p.at + 1
	if name != "" {
		to = -1
		for i, k := range p.filters {
			if name == k.Name || name == p.talk.session.Say(k.Words()) {
				to = i
			}
		}
	}
	if to < 0 {
		p.talk.say("plain.no-filter", viz.Args{"name": name})
		return
	}
	if err := p.run(to); err != nil {
		p.talk.trouble(err)
		return
	}
	p.tellFilter()
}

// reach is how many pixels are said on each side of the one asked for.
const reach = 2

// cell says the numbers around a pixel, and what the filter makes of it.
func (p *photo) cell(place string) {
	at, ok := readPlace(place)
	if !ok {
		p.talk.say("plain.cell-how", nil)
		return
	}
	if at.Y < 0 || at.X < 0 || at.Y >= p.picture.H || at.X >= p.picture.W {
		p.talk.say("plain.no-pixel", viz.Args{"h": p.picture.H, "w": p.picture.W})
		return
	}
	first := nn.Point{Y: max(at.Y-reach, 0), X: max(at.X-reach, 0)}
	last := nn.Point{Y: min(at.Y+reach, p.picture.H-1), X: min(at.X+reach, p.picture.W-1)}
	near := reach
	if p.result != nil {
		near = len(p.weights) / 2
	}
	around := cells{
		size: nn.Size{H: last.Y - first.Y + 1, W: last.X - first.X + 1},
		text: func(c nn.Point) string { return fmt.Sprint(p.picture.GreyAt(c.Y+first.Y, c.X+first.X)) },
		in: shifted(func(c nn.Point) bool {
			return p.result == nil && c == at || p.result != nil && abs(c.Y-at.Y) <= near && abs(c.X-at.X) <= near
		}, first),
	}
	p.talk.rows(p.talk.text("plain.rows.around", viz.Args{
		"row": at.Y + 1, "column": at.X + 1, "first": first.X + 1, "last": last.X + 1,
	}), around, first.Y+1)
	if p.result != nil {
		p.work(at)
	}
}

func abs(n int) int { return max(n, -n) }

// work says the sum that the filter makes around a pixel.
func (p *photo) work(at nn.Point) {
	reach := len(p.weights) / 2
	if at.Y < reach || at.X < reach || at.Y >= p.picture.H-reach || at.X >= p.picture.W-reach {
		p.talk.say("plain.at-edge", nil)
		return
	}
	sum, total, err := p.expression(at, reach)
	if err != nil {
		p.talk.trouble(err)
		return
	}
	row, column := at.Y-reach, at.X-reach
	value := p.result.Value(row, column)
	args := viz.Args{"sum": sum, "value": viz.Number(value), "row": row + 1, "column": column + 1}
	if p.divisor == 1 {
		p.talk.say("plain.sum", args)
		return
	}
	args["by"], args["total"] = viz.Short(p.divisor, 6), viz.Number(total)
	if rounded := math.Round(value*100) / 100; rounded != value {
		args["value"] = viz.Words{Key: "plain.rounded", Args: viz.Args{"value": viz.Number(rounded)}}
	}
	p.talk.say("plain.sum-divided", args)
}

// expression is the sum around a pixel with its operands, and what it makes;
// reach is how far the filter reaches from its middle.
func (p *photo) expression(at nn.Point, reach int) (sum string, total float64, err error) {
	var under []float64
	for y := at.Y - reach; y <= at.Y+reach; y++ {
		for x := at.X - reach; x <= at.X+reach; x++ {
			under = append(under, float64(p.picture.GreyAt(y, x)))
		}
	}
	side := len(p.weights)
	input, err := tensor.From(under, side, side, 1)
	if err != nil {
		return "", 0, err
	}
	filter, err := tensor.From(slices.Concat(p.weights...), side, side, 1)
	if err != nil {
		return "", 0, err
	}
	conv, err := viz.NewConv(viz.ConvSetup{Input: input, Filter: filter})
	if err != nil {
		return "", 0, err
	}
	return conv.Expression(0), conv.Value(nn.Point{}), nil
}
