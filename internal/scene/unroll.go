package scene

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Sheet is a small grey picture: whole numbers from 0 to Most, row by row.
type Sheet struct {
	Size   nn.Size
	Values []float64
	Most   float64
}

// check refuses a picture that is too wide to be drawn with its numbers.
func (s Sheet) check() error {
	if s.Size.H < 2 || s.Size.W < 2 || s.Size.H*s.Size.W > 72 || len(s.Values) != s.Size.H*s.Size.W || s.Most <= 0 {
		return fmt.Errorf("flatten: %d values do not make a small picture of %s", len(s.Values), s.Size)
	}
	return nil
}

// sheetWide is the columns of a number of the picture.
const sheetWide = 3

// picture draws the numbers as a picture; look says how a place looks.
func (s Sheet) picture(p canvas.Part, x int, title string, value func(i int) float64, at func(i int) (canvas.Role, bool)) {
	p.Text(x, 0, canvas.RoleInputTitle, title)
	for i := range s.Values {
		role, here := at(i)
		box := canvas.Rect{X: x + i%s.Size.W*sheetWide, Y: 1 + i/s.Size.W, W: sheetWide, H: 1}
		p.Fill(box, role)
		p.TextRight(box.X+box.W, box.Y, role, viz.Number(value(i)))
		if here {
			p.Set(box.X, box.Y, canvas.RoleMark, "▌")
		}
	}
}

// shades stand for numbers, the smallest first, where one column is all there is.
var shades = []string{"·", "░", "▒", "▓", "█"}

// strip draws numbers in a row, a column each.
func (s Sheet) strip(p canvas.Part, y int, value func(i int) float64, at func(i int) canvas.Role) {
	for i := range s.Values {
		shade := int(value(i) / s.Most * float64(len(shades)-1))
		p.Fill(canvas.Rect{X: i, Y: y, W: 1, H: 1}, at(i))
		p.Set(i, y, at(i), shades[min(max(shade, 0), len(shades)-1)])
	}
}

// ink is the role of a number that nothing is said about.
func (s Sheet) ink(i int) canvas.Role {
	if s.Values[i] == 0 {
		return canvas.RoleInput
	}
	return canvas.RoleInputInk
}

// Unroll is the animation of a picture written in one row, a step for each of
// its rows.
type Unroll struct{ sheet Sheet }

// NewUnroll unrolls a small picture.
func NewUnroll(s Sheet) (*Unroll, error) { return &Unroll{s}, s.check() }

// Steps implements viz.Animation.
func (u *Unroll) Steps() int { return u.sheet.Size.H }

// Words implements viz.Animation.
func (u *Unroll) Words(i int) viz.Words {
	w := u.sheet.Size.W
	return viz.Words{Key: "flatten.unroll.step", Args: viz.Args{
		"row": i + 1, "rows": u.sheet.Size.H, "first": i*w + 1, "last": (i + 1) * w, "n": len(u.sheet.Values),
	}}
}

// MinSize implements viz.Animation.
func (u *Unroll) MinSize() (w, h int) { return 64, 13 }

// Draw implements viz.Animation.
func (u *Unroll) Draw(i int, f viz.Frame) {
	p := f.Grid.Part(f.Area)
	s := u.sheet
	value := func(k int) float64 { return s.Values[k] }
	s.picture(p, 0, f.Say(viz.Words{Key: "flatten.picture", Args: viz.Args{"h": s.Size.H, "w": s.Size.W}}), value, func(k int) (canvas.Role, bool) {
		switch row := k / s.Size.W; {
		case row == i:
			return canvas.RoleWindowNow, k%s.Size.W == 0
		case row < i:
			return canvas.RoleWindowZero, false
		}
		return s.ink(k), false
	})
	y := s.Size.H + 2
	p.Text(0, y, canvas.RoleOutputTitle, f.Say(viz.Words{Key: "flatten.vector", Args: viz.Args{"n": (i + 1) * s.Size.W, "of": len(s.Values)}}))
	s.strip(p, y+1, value, func(k int) canvas.Role {
		switch row := k / s.Size.W; {
		case row == i:
			return canvas.RoleOutputNow
		case row < i:
			return canvas.RoleOutput
		}
		return canvas.RoleOutputLater
	})
	for k := (i + 1) * s.Size.W; k < len(s.Values); k++ {
		p.Set(k, y+1, canvas.RoleOutputLater, " ")
	}
	p.Text(i*s.Size.W, y+2, canvas.RoleOutputMark, "▲")
	right := f.Area
	right.X, right.W = right.X+s.Size.W*sheetWide+4, right.W-s.Size.W*sheetWide-4
	beside(f, right, []viz.Words{u.Words(i)})
}

// beside writes words into an area beside the picture.
func beside(f viz.Frame, area canvas.Rect, words []viz.Words) {
	p, y := f.Grid.Part(area), 1
	for _, one := range words {
		y = p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(one), canvas.RoleText), area.W)) + 1
	}
}

// Apart is a picture of which the learner picks a pixel and a neighbour: the
// picture unrolled shows how far apart they come to stand. If shuffled, all
// numbers change places by one fixed permutation, and a unit of a fully
// connected layer whose weights change places alike gives the same sum.
type Apart struct {
	sheet    Sheet
	at       viz.Cursor
	below    int // 1: the neighbour is the one below, 0: to the right
	places   []int
	weights  []float64 // of the unit, by pixel
	shuffles bool
	on       int // 1: the numbers are shuffled
	before   float64
	after    float64
}

// NewApart is a small picture; shuffles lets the learner shuffle it.
func NewApart(s Sheet, shuffles bool) (*Apart, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	middle := viz.Cursor{Y: min(2, s.Size.H-2), X: min(3, s.Size.W-2), H: s.Size.H - 1, W: s.Size.W - 1}
	a := &Apart{sheet: s, below: 1, shuffles: shuffles, at: middle, places: rand.New(rand.NewPCG(10, 64)).Perm(len(s.Values))}
	return a, a.sum()
}

// sum lets the engine work one unit out, with the numbers in order and with
// numbers and weights shuffled alike.
func (a *Apart) sum() error {
	n := len(a.sheet.Values)
	a.weights = make([]float64, n)
	values, moved := make([]float64, n), make([]float64, n)
	for i := range a.weights {
		a.weights[i] = float64(i * 7 % 5) // a digit each, to be drawn below its number
	}
	for i, to := range a.places {
		values[to], moved[to] = a.sheet.Values[i], a.weights[i]
	}
	unit := func(x, w []float64) (float64, error) {
		in, err := tensor.From(x, 1, n)
		if err != nil {
			return 0, err
		}
		weight, err := tensor.From(w, 1, n)
		if err != nil {
			return 0, err
		}
		y, err := nn.Linear(in, weight, nil)
		if err != nil {
			return 0, err
		}
		return y.Data()[0], nil
	}
	var err error
	if a.before, err = unit(a.sheet.Values, a.weights); err != nil {
		return err
	}
	a.after, err = unit(values, moved)
	return err
}

// Place is where pixel i comes to stand in the row, counted from 0.
func (a *Apart) Place(i int) int {
	if a.on == 1 {
		return a.places[i]
	}
	return i
}

// Sums are what the unit gives in order and shuffled.
func (a *Apart) Sums() (before, after float64) { return a.before, a.after }

// pair are the pixels looked at.
func (a *Apart) pair() (here, there int) {
	here = a.at.Y*a.sheet.Size.W + a.at.X
	if a.below == 1 {
		return here, here + a.sheet.Size.W
	}
	return here, here + 1
}

// Dials implements viz.Scene.
func (a *Apart) Dials() []viz.Dial {
	if a.shuffles {
		return append(a.at.Dials(), two("order", "flatten.order", a.on, "flatten.in_order", "flatten.shuffled"))
	}
	return append(a.at.Dials(), two("neighbour", "flatten.neighbour", a.below, "flatten.right", "flatten.below"))
}

// Turned implements viz.Scene.
func (a *Apart) Turned(dial string, value float64) viz.Scene {
	n := *a
	n.at = a.at.Turned(dial, value)
	switch dial {
	case "order":
		n.on = int(value)
	case "neighbour":
		n.below = int(value)
	}
	return &n
}

// Words implements viz.Scene.
func (a *Apart) Words() []viz.Words {
	here, there := a.pair()
	from, to := a.Place(here), a.Place(there)
	key := "flatten.apart.right"
	if a.below == 1 {
		key = "flatten.apart.below"
	}
	said := []viz.Words{{Key: key, Args: viz.Args{
		"row": a.at.Y + 1, "column": a.at.X + 1, "place": from + 1, "other": to + 1, "apart": max(from-to, to-from),
	}}}
	if a.shuffles {
		sums := "flatten.unit.in_order"
		if a.on == 1 {
			sums = "flatten.unit.shuffled"
		}
		said = append(said, viz.Words{Key: sums, Args: viz.Args{"before": viz.Number(a.before), "after": viz.Number(a.after)}})
	}
	return said
}

// MinSize implements viz.Scene.
func (a *Apart) MinSize() (w, h int) {
	if a.shuffles {
		return 64, 14
	}
	return 64, 13
}

// Draw implements viz.Scene.
func (a *Apart) Draw(f viz.Frame, _ string) {
	p := f.Grid.Part(f.Area)
	s := a.sheet
	here, there := a.pair()
	value := func(i int) float64 { return s.Values[i] }
	role := func(i int) (canvas.Role, bool) {
		switch i {
		case here:
			return canvas.RoleWindowNow, true
		case there:
			return canvas.RoleFilterNow, true
		}
		return s.ink(i), false
	}
	title := viz.Words{Key: "flatten.picture", Args: viz.Args{"h": s.Size.H, "w": s.Size.W}}
	s.picture(p, 0, f.Say(title), value, role)
	x := s.Size.W*sheetWide + 4
	from := make([]int, len(s.Values)) // which pixel stands at a place
	for i := range s.Values {
		from[a.Place(i)] = i
	}
	placed := func(i int) float64 { return s.Values[from[i]] }
	if a.on == 1 {
		s.picture(p, x, f.Say(viz.Words{Key: "flatten.shuffled"}), placed, func(i int) (canvas.Role, bool) { return role(from[i]) })
		x += s.Size.W*sheetWide + 2
	}
	y := s.Size.H + 2
	p.Text(0, y, canvas.RoleOutputTitle, f.Say(viz.Words{Key: "flatten.vector", Args: viz.Args{"n": len(s.Values), "of": len(s.Values)}}))
	s.strip(p, y+1, placed, func(i int) canvas.Role {
		r, _ := role(from[i])
		return r
	})
	if a.shuffles {
		y++
		a.drawWeights(p, y+1, from, f.Say(viz.Words{Key: "flatten.weights"}))
	}
	for _, mark := range []struct {
		at   int
		role canvas.Role
	}{{a.Place(there), canvas.RoleFilterTitle}, {a.Place(here), canvas.RoleInputTitle}} {
		p.Set(mark.at, y+2, mark.role, "▲")
		p.Text(mark.at+1, y+2, mark.role, strconv.Itoa(mark.at+1))
	}
	right := f.Area
	right.X, right.W = right.X+x, right.W-x
	beside(f, right, a.Words())
}

// drawWeights writes the unit's weights below the row of numbers, each below its
// own: from is the pixel at each place.
func (a *Apart) drawWeights(p canvas.Part, y int, from []int, name string) {
	here, there := a.pair()
	for place, i := range from {
		role := canvas.RoleFilter
		if i == here || i == there {
			role = canvas.RoleFilterNow
		}
		p.Set(place, y, role, viz.Number(a.weights[i]))
	}
	p.Text(len(from)+1, y, canvas.RoleFilterTitle, name)
}
