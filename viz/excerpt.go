package viz

import (
	"slices"

	"convtutor/viz/canvas"
)

// Excerpt is a part of an animation, from one of its steps to another, and one
// step more that says in a line below the last picture what it has led to.
type Excerpt struct {
	Of          Animation
	First, Last int   // steps of the animation, counted from 0
	Ending      Words // the zero value for none, and no step more
}

// Whole is all of an animation with an ending.
func Whole(of Animation, ending Words) Excerpt { return Excerpt{of, 0, of.Steps() - 1, ending} }

// NewExcerpt is the part as an animation. It has the levels of the whole, where
// that has some.
func NewExcerpt(e Excerpt) Animation {
	if s, ok := e.Of.(Stepper); ok {
		return &steppedExcerpt{e, s}
	}
	return &e
}

// Part is what the excerpt is made of.
func (e *Excerpt) Part() Excerpt { return *e }

// excerptAiry is the height from which a row of air stands above the ending.
const excerptAiry = 18

// foot is how many rows the ending takes in an area so high.
func (e *Excerpt) foot(high int) int {
	switch {
	case e.Ending.Key == "":
		return 0
	case high < excerptAiry:
		return 1
	}
	return 2
}

// Steps counts the part's steps and the ending.
func (e *Excerpt) Steps() int {
	n := e.Last - e.First + 1
	if e.Ending.Key != "" {
		n++
	}
	return n
}

// step is the step of the whole that step i shows, and whether the ending is
// there.
func (e *Excerpt) step(i int) (step int, ended bool) {
	return min(e.First+i, e.Last), e.First+i > e.Last
}

// Words says step i.
func (e *Excerpt) Words(i int) Words {
	step, ended := e.step(i)
	if ended {
		return e.Ending
	}
	return e.Of.Words(step)
}

// MinSize is that of the whole with the ending below.
func (e *Excerpt) MinSize() (w, h int) {
	w, h = e.Of.MinSize()
	return w, h + e.foot(h)
}

// inner is where the animation itself is drawn.
func (e *Excerpt) inner(area canvas.Rect) canvas.Rect {
	area.H -= e.foot(area.H)
	return area
}

// Draw draws step i, the ending in the last rows.
func (e *Excerpt) Draw(i int, f Frame) {
	step, ended := e.step(i)
	inner := f
	inner.Area = e.inner(f.Area)
	e.Of.Draw(step, inner)
	if !ended {
		return
	}
	part := f.Grid.Part(f.Area)
	y := min(lowest(f.Grid, inner.Area)+2, f.Area.Y+f.Area.H-1) - f.Area.Y
	part.Text(0, y, canvas.RoleOutputMark, "▸")
	part.Runs(2, y, canvas.Markup(f.Say(e.Ending), canvas.RoleOutputTitle))
}

// lowest is the last row of an area of a grid on which something stands, the
// first one of an empty area.
func lowest(g *canvas.Grid, area canvas.Rect) int {
	for y := area.Y + area.H - 1; y > area.Y; y-- {
		for x := area.X; x < area.X+area.W; x++ {
			if c := g.At(x, y); c.Glyph != " " || c.Ground != canvas.RoleNone {
				return y
			}
		}
	}
	return area.Y
}

// Pictures gives the pictures of step i where the animation holds some.
func (e *Excerpt) Pictures(i int, area canvas.Rect) []Placed {
	if p, ok := e.Of.(Pictured); ok {
		step, _ := e.step(i)
		return p.Pictures(step, e.inner(area))
	}
	return nil
}

// Heading is the animation's own, where it has some.
func (e *Excerpt) Heading(i int) Words {
	if h, ok := e.Of.(Headed); ok {
		step, _ := e.step(i)
		return h.Heading(step)
	}
	return Words{}
}

// StepAt leads from a drawn cell to its step, where that is in the part.
func (e *Excerpt) StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool) {
	seeker, ok := e.Of.(Seeker)
	if !ok {
		return i, false
	}
	at, _ := e.step(i)
	to, ok := seeker.StepAt(at, e.inner(area), x, y)
	if !ok || to < e.First || to > e.Last {
		return i, false
	}
	return to - e.First, true
}

// steppedExcerpt is an excerpt of an animation with levels.
type steppedExcerpt struct {
	Excerpt
	levels Stepper
}

// Levels are those of the animation by which a step stays within the part.
func (e *steppedExcerpt) Levels() []Level {
	all := e.levels.Levels()
	return slices.DeleteFunc(slices.Clone(all), func(l Level) bool {
		return l != all[0] && e.levels.Next(e.First, l) > e.Last
	})
}

// Next goes on as the animation does; from the part's last step to the ending.
func (e *steppedExcerpt) Next(i int, l Level) int {
	step, ended := e.step(i)
	if ended || step >= e.Last {
		return e.Steps() - 1
	}
	return min(e.levels.Next(step, l), e.Last) - e.First
}

// Prev goes back in the same way.
func (e *steppedExcerpt) Prev(i int, l Level) int {
	step, ended := e.step(i)
	if ended {
		return e.Last - e.First
	}
	return max(e.levels.Prev(step, l), e.First) - e.First
}
