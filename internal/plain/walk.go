package plain

import (
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// walk is a convolution to go through step by step, and to change.
type walk struct {
	talk  *talk
	bench *workbench.Bench
	step  int // said last; -1 before the first
	level viz.Level
	// hidden keeps the window's result secret while it is asked for.
	hidden bool
	// still says that the numbers are looked at as a whole: Enter does not
	// walk through them.
	still bool
	// known says that input and filter have been said before.
	known bool
	// inLesson says that there is a next part to go to.
	inLesson bool
}

// newWalk is the stage of a lesson's step with a convolution.
func newWalk(l *lesson) (stage, error) {
	bench, err := workbench.New(workbench.FromSetup(l.step.Setup))
	if err != nil {
		return nil, err
	}
	w := &walk{talk: l.talk, bench: bench, step: l.step.Start - 1, level: l.step.Level, still: l.step.Editing, inLesson: true}
	w.known = l.last != nil && sameNumbers(l.last.bench, bench)
	return w, nil
}

// sameNumbers tells whether two benches hold the same input and filter, laid
// over each other in the same way.
func sameNumbers(a, b *workbench.Bench) bool {
	return a.State().Query().Encode() == b.State().Query().Encode()
}

func (w *walk) conv() *viz.Conv { return w.bench.Conv() }

func (w *walk) tell() {
	if !w.known {
		w.tellInput(nil)
		w.tellFilter()
		w.known = true
	}
	switch {
	case w.hidden:
	case w.still:
		w.report()
		w.talk.say("plain.change-how", nil)
	case w.step < 0 || w.step%w.conv().Terms() == w.conv().Terms()-1 && w.step < w.conv().Steps()-1:
		w.sayHow()
	default:
		w.sayStep()
	}
}

// levelNames name the levels in keys of the catalogue; they are commands too.
var levelNames = map[viz.Level]string{
	viz.LevelProduct: "product", viz.LevelWindow: "window", viz.LevelRow: "row",
}

// sayStep says the step at hand as the level tells it.
func (w *walk) sayStep() {
	w.talk.sayAll(w.conv().WordsAt(w.step, w.level))
	if w.step == w.conv().Steps()-1 {
		w.talk.say("plain.walk-end", nil)
	}
}

func (w *walk) commands() []string {
	if w.hidden {
		return []string{"grid", "cell"}
	}
	if !w.inLesson {
		return with(benchCommands, append([]string{"grid", "cell", "back", "level", "product", "window", "row"}, labCommands...)...)
	}
	return with(benchCommands, "grid", "cell", "back", "level", "product", "window", "row")
}

func (w *walk) open() bool { return false }

func (w *walk) take(c command) bool {
	switch c.id {
	case "":
		if c.text == "" {
			return w.forward()
		}
		w.talk.unknown(c)
	case "back":
		w.backward()
	case "grid":
		w.grid()
	case "cell":
		w.cell(c.rest)
	case "level":
		w.setLevel(c.rest)
	case "product", "window", "row":
		w.setLevel(c.id)
	default:
		w.change(c)
	}
	return true
}

func (w *walk) forward() bool {
	if w.still || w.step >= w.conv().Steps()-1 {
		return false
	}
	w.step = w.conv().Next(w.step, w.level)
	w.sayStep()
	return true
}

func (w *walk) backward() {
	if w.step <= 0 {
		w.talk.say("plain.walk-start", nil)
		return
	}
	w.step = w.conv().Prev(w.step, w.level)
	w.sayStep()
}

// setLevel changes how far one Enter goes, to the level named or to the next.
func (w *walk) setLevel(name string) {
	to := (w.level + 1) % viz.Level(len(levelNames))
	if name != "" {
		c := w.talk.words.read(name, []string{"product", "window", "row"})
		found := false
		for level, id := range levelNames {
			if id == name || id == c.id {
				to, found = level, true
			}
		}
		if !found {
			w.talk.say("plain.no-level", nil)
			return
		}
	}
	w.level, w.still = to, false
	w.sayHow()
}

// sayHow says how far one Enter goes.
func (w *walk) sayHow() {
	keys := "plain.walk-keys"
	if w.inLesson {
		keys = "plain.walk-keys-lesson"
	}
	w.talk.sayAll([]viz.Words{{Key: "plain.walk-how." + levelNames[w.level]}, {Key: keys}})
}

// cellNow is the output cell at hand.
func (w *walk) cellNow() nn.Point {
	p, _ := w.conv().Cell(max(w.step, 0))
	return p
}

// grid says input, filter and map as rows of numbers, the window in brackets.
func (w *walk) grid() {
	at := w.cellNow()
	if w.still {
		w.tellInput(nil)
	} else {
		w.tellInput(&at)
	}
	w.tellFilter()
	w.tellOutput()
}

// tellInput says the input with its padding, the window of an output cell in
// brackets.
func (w *walk) tellInput(at *nn.Point) {
	g := w.conv().Geometry()
	pad := g.Window.Padding
	from := nn.Point{Y: -pad.Top, X: -pad.Left}
	c := cells{
		size: nn.Size{H: g.In.H + pad.Top + pad.Bottom, W: g.In.W + pad.Left + pad.Right},
		text: func(p nn.Point) string { return viz.Number(w.inputAt(nn.Point{Y: p.Y + from.Y, X: p.X + from.X})) },
	}
	key := "plain.rows.input"
	if pad != (nn.Sides{}) {
		key = "plain.rows.input-padded"
		if w.bench.State().Pad != nn.PadZeros {
			key = "plain.rows.input-bordered"
		}
	}
	heading := w.talk.text(key, viz.Args{
		"rows": g.In.H, "columns": g.In.W,
		"mode": viz.Words{Key: "slide.pad." + w.bench.State().Pad.String()}, "top": pad.Top, "bottom": pad.Bottom, "left": pad.Left, "right": pad.Right,
	})
	if at != nil {
		c.in = shifted(windowOf(g, *at), from)
		heading += " " + w.talk.text("plain.rows.brackets", nil)
	}
	w.talk.rows(heading, c, 1-pad.Top)
}

// inputAt is the input at a place; outside of it what the padding holds there.
func (w *walk) inputAt(p nn.Point) float64 {
	if conv := w.bench.Conv(); conv != nil {
		return conv.InputAt(p, w.bench.State().Channel)
	}
	in := w.bench.Size(viz.PlaneInput)
	if p.Y < 0 || p.X < 0 || p.Y >= in.H || p.X >= in.W {
		return 0
	}
	return w.bench.Cell(viz.PlaneInput, p)
}

// filterAt is the filter as it is used: turned, if it is.
func (w *walk) filterAt(p nn.Point) float64 {
	if w.bench.State().Flip {
		size := w.bench.Size(viz.PlaneFilter)
		p = nn.Point{Y: size.H - 1 - p.Y, X: size.W - 1 - p.X}
	}
	return w.bench.Cell(viz.PlaneFilter, p)
}

func (w *walk) tellFilter() {
	key := "plain.rows.filter"
	if w.bench.State().Flip {
		key = "plain.rows.filter-turned"
	}
	size := w.bench.Size(viz.PlaneFilter)
	w.talk.rows(w.talk.text(key, viz.Args{"rows": size.H, "columns": size.W}), plane(size, w.filterAt), 1)
}

// unknownCell stands for a cell of the map that is not worked out yet.
const unknownCell = "?"

// outputAt writes a cell of the map, as far as the learner has come.
func (w *walk) outputAt(p nn.Point) string {
	done := w.conv().StepOf(p) <= w.step
	if w.still || done && !(w.hidden && p == w.cellNow()) {
		return viz.Number(w.conv().Value(p))
	}
	return unknownCell
}

func (w *walk) tellOutput() {
	out := w.conv().Geometry().Out
	heading := w.talk.text("plain.rows.output", viz.Args{"rows": out.H, "columns": out.W})
	if w.outputAt(nn.Point{Y: out.H - 1, X: out.W - 1}) == unknownCell {
		heading += " " + w.talk.text("plain.rows.not-yet", nil)
	}
	w.talk.rows(heading, cells{size: out, text: w.outputAt}, 1)
}

// cell says what stands in a row and column of input, filter and map.
func (w *walk) cell(place string) {
	p, ok := readPlace(place)
	if !ok {
		w.talk.say("plain.cell-how", nil)
		return
	}
	g := w.conv().Geometry()
	args := viz.Args{"row": p.Y + 1, "column": p.X + 1}
	said := false
	tell := func(key string, size nn.Size, text func(nn.Point) string) {
		if p.Y >= 0 && p.X >= 0 && p.Y < size.H && p.X < size.W {
			args["value"] = text(p)
			w.talk.say(key, args)
			said = true
		}
	}
	number := func(at func(nn.Point) float64) func(nn.Point) string {
		return func(p nn.Point) string { return viz.Number(at(p)) }
	}
	tell("plain.cell.input", g.In, number(w.inputAt))
	tell("plain.cell.filter", g.Window.Kernel, number(w.filterAt))
	output := "plain.cell.output"
	if p.Y >= 0 && p.X >= 0 && p.Y < g.Out.H && p.X < g.Out.W && w.outputAt(p) == unknownCell {
		output = "plain.cell.output-later"
	}
	tell(output, g.Out, w.outputAt)
	if !said {
		w.talk.say("plain.no-cell", args)
	}
}

// readPlace reads a row and a column, counted from 1 by people, from 0 here.
func readPlace(text string) (nn.Point, bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == 'x' })
	if len(parts) != 2 {
		return nn.Point{}, false
	}
	y, errY := strconv.Atoi(strings.TrimSuffix(parts[0], "행"))
	x, errX := strconv.Atoi(strings.TrimSuffix(parts[1], "열"))
	return nn.Point{Y: y - 1, X: x - 1}, errY == nil && errX == nil
}

// pose implements posed.
func (w *walk) pose(step int, hidden bool) { w.step, w.hidden = step, hidden }

// ask implements posed.
func (w *walk) ask() (viz.Words, bool) { return w.conv().Ask(w.step), true }
