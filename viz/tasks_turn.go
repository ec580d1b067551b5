package viz

import (
	"image"
	"image/color"
	"sync"

	"convtutor/viz/canvas"
)

// TasksInTurn holds each task's answer, on a picture that is drawn here, to
// what somebody wants: too little, more than needed, or just that.
type TasksInTurn struct {
	tasks  [4]func() *Tasks // by task: making new pixels takes a while
	wanted int
	begin  Words
	ending Words
}

// NewTasksInTurn looks for the task of a name; ok is false where there is none.
// begin says what is wanted, ending which task it is.
func NewTasksInTurn(wanted string, begin, ending Words) (t *TasksInTurn, ok bool) {
	t = &TasksInTurn{begin: begin, ending: ending}
	first := NewTasks(pear(), pearRule)
	for i, name := range taskNames {
		t.tasks[i] = sync.OnceValue(func() *Tasks { return first.Turned("task", float64(i)).(*Tasks) })
		if name == wanted {
			t.wanted, ok = i, true
		}
	}
	return t, ok
}

// pearRule lets the mask grow from the pear's middle to all that is warm.
var pearRule = Region{Y: 24, X: 22, Bottom: 36, Warmth: 0, Light: 120}

// pear is a picture with one thing in it: a pear, lit from the left, on a cold
// ground that gets lighter downwards.
func pear() *Picture {
	const w, h = 48, 36
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	within := func(x, y, cx, cy, rx, ry int) bool {
		dx, dy := (x-cx)*ry, (y-cy)*rx
		return dx*dx+dy*dy <= rx*rx*ry*ry
	}
	for y := range h {
		for x := range w {
			c := color.NRGBA{30, 50, uint8(90 + 3*y), 255}
			switch {
			case within(x, y, 22, 24, 9, 8), within(x, y, 24, 15, 5, 7):
				c = color.NRGBA{uint8(235 - 2*max(x-18, 0)), uint8(190 - 2*max(x-18, 0)), 70, 255}
			case x >= 24 && x <= 25 && y >= 5 && y <= 9:
				c = color.NRGBA{120, 80, 40, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return NewPicture(img)
}

// Steps counts what is wanted, the tasks and which it is.
func (t *TasksInTurn) Steps() int { return len(taskNames) + 2 }

// first is the picture with its label: what all tasks answer is worked out on it.
func (t *TasksInTurn) first() *Tasks { return t.tasks[0]() }

// at is the picture of step i.
func (t *TasksInTurn) at(i int) *Tasks {
	task := i - 1
	if task < 0 || task >= len(taskNames) {
		task = t.wanted
	}
	return t.tasks[task]()
}

// Words says step i: what a task answers, and how that stands to what is wanted.
func (t *TasksInTurn) Words(i int) Words {
	switch {
	case i == 0:
		return t.begin
	case i > len(taskNames):
		return t.ending
	}
	name, how := taskNames[i-1], "just"
	switch {
	case i-1 == t.wanted:
	case t.wanted == len(taskNames)-1:
		how = "old" // it says something of the picture, and nothing new is made
	case i-1 < t.wanted:
		how = "little"
	default:
		how = "much"
	}
	shown := t.first().Words()[0].Args
	return Words{Key: "steps.task." + name + "-" + how, Args: shown}
}

// tasksProse is how many rows are kept for the words.
const tasksProse = 3

// MinSize is the least area in which a picture, the list of tasks and the words
// have room.
func (t *TasksInTurn) MinSize() (w, h int) {
	w, h = t.first().MinSize()
	return w, h + 1 + tasksProse
}

// inner is where the picture is drawn.
func (t *TasksInTurn) inner(area canvas.Rect) canvas.Rect {
	area.H -= 1 + tasksProse
	return area
}

// Draw draws the answer of the task at hand, and below what there is to say.
func (t *TasksInTurn) Draw(i int, f Frame) {
	inner := f
	inner.Area = t.inner(f.Area)
	p := f.Grid.Part(f.Area)
	if i == 0 { // the picture alone: no task answers yet
		plain := t.first().photo
		drawRaster(p, t.first().place(inner.Area.W, inner.Area.H), plain, plain.bounds(), plain.H)
	} else {
		t.at(i).Draw(inner, "")
		t.drawMarks(p, i, t.first().place(inner.Area.W, inner.Area.H).W+4+tasksWidth+2)
	}
	role, x, y := canvas.RoleText, 0, lowest(f.Grid, inner.Area)-f.Area.Y+2
	if i == t.Steps()-1 {
		role = canvas.RoleOutputTitle
		x = p.Text(0, y, canvas.RoleOutputMark, "▸ ")
	}
	p.Lines(x, y, canvas.Wrap(canvas.Markup(f.Say(t.Words(i)), role), f.Area.W-x))
}

// drawMarks marks the tasks that were looked at, behind the list, and the one
// that is wanted.
func (t *TasksInTurn) drawMarks(p canvas.Part, i, x int) {
	for k := range min(i, len(taskNames)) {
		sign, role := CheckFails.sign()
		if k == t.wanted {
			sign, role = CheckFits.sign()
		}
		p.Text(x, 1+2*k, role, sign)
	}
}

// Pictures gives the picture of step i.
func (t *TasksInTurn) Pictures(i int, area canvas.Rect) []Placed {
	inner := t.inner(area)
	if i == 0 {
		at := t.first().place(inner.W, inner.H)
		at.X, at.Y = area.X, area.Y
		plain := t.first().photo
		return []Placed{{at, imageOf(plain, plain.bounds(), plain.H)}}
	}
	return t.at(i).Shown(inner, false)
}
