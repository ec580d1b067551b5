package viz

import (
	"image"

	"convtutor/viz/canvas"
)

// Tasks is one photo with what each of four tasks answers to it: a label, a
// box, a mask, new pixels. No network is asked: the label is a person's, the
// mask grows by a rule about colours, the box is the mask's bounds, and the
// new pixels are means of their neighbours.
type Tasks struct {
	photo *Picture
	rule  Region
	task  int
	mask  []bool
	made  *Picture
}

// Region is the rule by which a mask grows from a pixel: neighbours join that
// are warm (red is more than blue by at least Warmth) and not dark (red, green
// and blue together more than Light), above row Bottom.
type Region struct {
	Y, X, Bottom  int
	Warmth, Light int
}

// taskNames name the tasks in the order to switch through.
var taskNames = []string{"classification", "detection", "segmentation", "generation"}

// NewTasks grows the mask; new pixels are made when they are asked for.
func NewTasks(p *Picture, rule Region) *Tasks {
	t := &Tasks{photo: p, rule: rule}
	t.grow()
	return t
}

// grow grows the mask from its first pixel.
func (t *Tasks) grow() {
	t.mask = make([]bool, t.photo.W*t.photo.H)
	next := []image.Point{{t.rule.X, t.rule.Y}}
	for len(next) > 0 {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		inside := at.In(t.photo.bounds()) && at.Y < t.rule.Bottom
		if !inside || t.mask[at.Y*t.photo.W+at.X] || !t.joins(at.Y, at.X) {
			continue
		}
		t.mask[at.Y*t.photo.W+at.X] = true
		next = append(next, at.Add(image.Pt(1, 0)), at.Add(image.Pt(-1, 0)), at.Add(image.Pt(0, 1)), at.Add(image.Pt(0, -1)))
	}
}

// joins tells whether a pixel's colour is one of the mask's.
func (t *Tasks) joins(y, x int) bool {
	r, g, b := t.photo.At(y, x).Parts()
	return int(r)-int(b) >= t.rule.Warmth && int(r)+int(g)+int(b) > t.rule.Light
}

// Covered counts the pixels of the mask.
func (t *Tasks) Covered() int {
	n := 0
	for _, in := range t.mask {
		if in {
			n++
		}
	}
	return n
}

// Masked tells whether a pixel belongs to the mask.
func (t *Tasks) Masked(y, x int) bool { return t.mask[y*t.photo.W+x] }

// Box is the mask's bounds, in pixels; empty for an empty mask.
func (t *Tasks) Box() image.Rectangle {
	var box image.Rectangle
	for y := range t.photo.H {
		for x := range t.photo.W {
			if t.Masked(y, x) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// hiddenMargin is how many pixels around the box are hidden with it.
const hiddenMargin = 3

// hidden is the part of the photo that is made anew.
func (t *Tasks) hidden() image.Rectangle {
	box := t.Box()
	if box.Empty() {
		return box
	}
	return box.Inset(-hiddenMargin).Intersect(t.photo.bounds())
}

// Made is the photo with its hidden part made anew; nil at other tasks.
func (t *Tasks) Made() *Picture { return t.made }

// Size is the photo's height and width.
func (t *Tasks) Size() (h, w int) { return t.photo.H, t.photo.W }

// Answer is how many numbers the answer of the task at hand has.
func (t *Tasks) Answer() int {
	return [4]int{1, 4, t.photo.W * t.photo.H, t.photo.W * t.photo.H * 3}[t.task]
}

// Dials are the task, and of the mask how warm a pixel must be to join it.
func (t *Tasks) Dials() []Dial {
	task := choice("task", "tab", t.task, taskNames...)
	if taskNames[t.task] != "segmentation" {
		return []Dial{task}
	}
	return []Dial{
		{Name: "warmth", Title: dialWord("warmth"), More: "+", Less: "-", Low: -40, High: 40, Step: 4, Value: float64(t.rule.Warmth)},
		task,
	}
}

// Turned implements Scene.
func (t *Tasks) Turned(dial string, value float64) Scene {
	n := *t
	switch dial {
	case "task":
		n.task = int(value)
	case "warmth":
		n.rule.Warmth = int(value)
		n.grow()
		n.made = nil
	}
	if taskNames[n.task] == "generation" && n.made == nil {
		n.made = filled(n.photo, n.hidden())
	}
	return &n
}

// Caption implements Captioned.
func (t *Tasks) Caption() []Words { return t.Words() }

// Words implements Scene.
func (t *Tasks) Words() []Words {
	box := t.Box()
	return []Words{{Key: "tasks." + taskNames[t.task], Args: Args{
		"top": box.Min.Y + 1, "left": box.Min.X + 1, "h": box.Dy(), "w": box.Dx(),
		"n": t.Covered(), "of": t.photo.W * t.photo.H, "hidden": t.hidden().Dx() * t.hidden().Dy(), "warmth": t.rule.Warmth, "bottom": t.rule.Bottom + 1,
	}}}
}

// MinSize implements Scene.
func (t *Tasks) MinSize() (w, h int) { return 60, 9 }

// tasksWidth is how many columns the list of tasks takes.
const tasksWidth = 36

func (t *Tasks) place(w, h int) canvas.Rect {
	columns, rows := fitted(t.photo.bounds(), w-tasksWidth-4, h)
	return canvas.Rect{W: columns, H: rows}
}

// overlaid is the photo as the task at hand shows it.
func (t *Tasks) overlaid() *Picture {
	if taskNames[t.task] == "generation" {
		return t.made
	}
	p := &Picture{W: t.photo.W, H: t.photo.H, pixels: append([]canvas.RGB(nil), t.photo.pixels...)}
	box := t.Box()
	for y := range p.H {
		for x := range p.W {
			at := image.Pt(x, y)
			switch {
			case taskNames[t.task] == "segmentation" && t.Masked(y, x):
				p.pixels[y*p.W+x] = canvas.Color(90, 230, 120)
			case taskNames[t.task] == "detection" && at.In(box.Inset(-2)) && !at.In(box.Inset(-1)):
				p.pixels[y*p.W+x] = canvas.Color(255, 190, 60)
			}
		}
	}
	return p
}

// Shown implements Shown.
func (t *Tasks) Shown(area canvas.Rect, _ bool) []Placed {
	at := t.place(area.W, area.H)
	at.X, at.Y = area.X, area.Y
	p := t.overlaid()
	return []Placed{{at, imageOf(p, p.bounds(), p.H)}}
}

// Draw implements Scene: the photo with the answer of the task at hand, and
// the four tasks with how many numbers each answers.
func (t *Tasks) Draw(f Frame, _ string) {
	p := f.Grid.Part(f.Area)
	at := t.place(f.Area.W, f.Area.H)
	picture := t.overlaid()
	drawRaster(p, at, picture, picture.bounds(), picture.H)
	t.drawMarks(p, at)
	right := p.Part(canvas.Rect{X: at.W + 4, W: tasksWidth, H: f.Area.H})
	right.TextRight(tasksWidth, 0, canvas.RoleDim, f.Say(Words{Key: "tasks.numbers"}))
	for i, name := range taskNames {
		n := *t
		n.task = i
		mark, role := "○ ", canvas.RoleText
		if i == t.task {
			mark, role = "● ", canvas.RoleOutputTitle
		}
		y := 1 + 2*i
		right.Text(0, y, role, mark+f.Say(Words{Key: "dial.task." + name}))
		count := Grouped(n.Answer())
		if f.Hide && name == "segmentation" {
			count = "?"
		}
		right.TextRight(tasksWidth, y, role, count)
	}
}

// drawMarks tells the mask and the box in signs too, where no colours can be
// shown.
func (t *Tasks) drawMarks(p canvas.Part, at canvas.Rect) {
	box := t.Box()
	if box.Empty() {
		return
	}
	cell := func(y, x int) (int, int) { return at.X + x*at.W/t.photo.W, at.Y + y*at.H/t.photo.H }
	switch taskNames[t.task] {
	case "detection":
		left, top := cell(max(box.Min.Y-2, 0), max(box.Min.X-2, 0))
		right, bottom := cell(min(box.Max.Y+1, t.photo.H-1), min(box.Max.X+1, t.photo.W-1))
		p.Over(left, top, "┌")
		p.Over(right, top, "┐")
		p.Over(left, bottom, "└")
		p.Over(right, bottom, "┘")
	case "segmentation":
		for row := range at.H {
			for column := range at.W {
				if t.Masked((2*row+1)*t.photo.H/(2*at.H), (2*column+1)*t.photo.W/(2*at.W)) {
					p.Over(at.X+column, at.Y+row, "#")
				}
			}
		}
	}
}

// strokes is how often hidden pixels are made the mean of their neighbours:
// more changes nothing that one could see.
const strokes = 400

// filled is a picture whose hidden part is made anew: every hidden pixel
// becomes the mean of its four neighbours, again and again, until it is still.
// The parts around it, seen or not, run smoothly into each other.
func filled(p *Picture, hidden image.Rectangle) *Picture {
	out := &Picture{W: p.W, H: p.H, pixels: append([]canvas.RGB(nil), p.pixels...)}
	if hidden.Empty() {
		return out
	}
	values := make([][3]float64, len(p.pixels))
	for i, c := range p.pixels {
		r, g, b := c.Parts()
		values[i] = [3]float64{float64(r), float64(g), float64(b)}
	}
	for range strokes {
		for y := hidden.Min.Y; y < hidden.Max.Y; y++ {
			for x := hidden.Min.X; x < hidden.Max.X; x++ {
				values[y*p.W+x] = around(values, p, y, x)
			}
		}
	}
	for y := hidden.Min.Y; y < hidden.Max.Y; y++ {
		for x := hidden.Min.X; x < hidden.Max.X; x++ {
			v := values[y*p.W+x]
			out.pixels[y*p.W+x] = canvas.Color(uint8(v[0]+0.5), uint8(v[1]+0.5), uint8(v[2]+0.5))
		}
	}
	return out
}

// around is the mean of the neighbours that a pixel has.
func around(values [][3]float64, p *Picture, y, x int) [3]float64 {
	var sum [3]float64
	n := 0.0
	for _, d := range [4]image.Point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		at := image.Pt(x, y).Add(d)
		if !at.In(p.bounds()) {
			continue
		}
		for c, v := range values[at.Y*p.W+at.X] {
			sum[c] += v
		}
		n++
	}
	for c := range sum {
		sum[c] /= n
	}
	return sum
}
