package plain

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/data"
	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// figure is a sheet's animation to go through step by step, and to change.
type figure struct {
	talk  *talk
	sheet *workbench.Sheet
	step  int // said last; -1 before the first
	level viz.Level
	// hidden keeps what is asked for secret.
	hidden bool
	// still says that the numbers are looked at as a whole.
	still bool
}

func newFigure(l *lesson) (stage, error) {
	model := l.step.Model
	if over, ok := model.(workbench.Photo); ok && l.talk.session.Image != "" && len(l.step.Predictions) == 0 {
		own, err := openPhoto(l.talk, over.Names[over.At])
		if err != nil {
			return nil, err
		}
		model = over.WithOwn(data.FileName(l.talk.session.Image), own.picture, l.step.Editing)
	}
	sheet, err := workbench.NewSheet(model)
	if err != nil {
		return nil, err
	}
	f := &figure{talk: l.talk, sheet: sheet, step: l.step.Start - 1, level: l.step.Level, still: l.step.Editing}
	if _, whole := l.step.Model.(workbench.Photo); whole { // nobody hears a photo row by row
		f.still = true
	}
	return f, nil
}

// pose puts the animation to a step; hidden keeps what is asked for secret.
func (f *figure) pose(step int, hidden bool) {
	f.hidden = hidden
	if step >= 0 {
		f.step = step
	}
}

// ask says what is asked for at the step at hand.
func (f *figure) ask() (viz.Words, bool) {
	spoken, ok := f.sheet.Animation().(viz.Spoken)
	if !ok {
		return viz.Words{}, false
	}
	return spoken.Ask(max(f.step, 0)), true
}

func (f *figure) tell() {
	if m, ok := f.sheet.Model().(workbench.Photo); ok {
		name := "own"
		if m.Names[m.At] != m.Mine {
			name = m.Names[m.At]
		}
		f.talk.say("plain.photo."+name, nil)
	}
	f.grid()
	switch {
	case f.hidden:
	case f.still:
		f.tellChoices()
		f.talk.say("plain.figure-change", nil)
	case f.step < 0:
		f.talk.say("plain.figure-how", nil)
	default:
		f.sayStep()
	}
}

// tellChoices says what can be set, with its value.
func (f *figure) tellChoices() {
	var parts []string
	for _, c := range f.sheet.Model().Choices() {
		value := c.Text
		if c.Value.Key != "" {
			value = f.talk.session.Say(c.Value)
		}
		parts = append(parts, f.talk.text("sheet."+c.ID, nil)+" "+value)
	}
	f.talk.out.line(strings.Join(parts, ", "))
}

// grid says the numbers as far as they are known.
func (f *figure) grid() {
	spoken, ok := f.sheet.Animation().(viz.Spoken)
	if !ok {
		return
	}
	step := f.step
	if f.still {
		step = f.sheet.Animation().Steps() - 1
	}
	if _, ok := spoken.(*viz.PhotoFilter); ok {
		defer f.talk.sayAll([]viz.Words{f.sheet.Animation().Words(step)})
	}
	for _, p := range spoken.Planes(max(step, 0), f.hidden || step < 0) {
		heading := f.talk.text("plain.rows.figure", viz.Args{"plane": p.Title, "rows": p.Size.H, "columns": p.Size.W})
		f.talk.rows(heading, cells{size: p.Size, text: p.Text}, 1)
	}
}

func (f *figure) sayStep() {
	anim := f.sheet.Animation()
	words := []viz.Words{anim.Words(f.step)}
	if teller, ok := anim.(viz.Teller); ok {
		words = teller.WordsAt(f.step, f.level)
	}
	f.talk.sayAll(words)
	if f.step == anim.Steps()-1 {
		f.talk.say("plain.figure-end", nil)
	}
}

func (f *figure) commands() []string {
	if f.hidden {
		return []string{"grid"}
	}
	return []string{"grid", "back", "level", "input", "change", "undo", "reset"}
}

func (f *figure) open() bool { return false }

func (f *figure) take(c command) bool {
	switch c.id {
	case "":
		if c.text == "" {
			return f.forward()
		}
		f.talk.unknown(c)
	case "back":
		f.backward()
	case "grid":
		f.grid()
	case "level":
		f.nextLevel()
	case "input":
		f.set(c.rest)
	case "change":
		f.choose(c.rest)
	case "undo":
		f.sheet.Undo()
		f.changed()
	case "reset":
		f.keep(f.sheet.Reset())
	}
	return true
}

// move is the step that a level leads to, forth or back.
func (f *figure) move(forth bool) int {
	anim := f.sheet.Animation()
	stepper, ok := anim.(viz.Stepper)
	switch {
	case ok && forth:
		return stepper.Next(f.step, f.level)
	case ok:
		return stepper.Prev(f.step, f.level)
	case forth:
		return min(f.step+1, anim.Steps()-1)
	}
	return max(f.step-1, 0)
}

func (f *figure) forward() bool {
	if f.still || f.step >= f.sheet.Animation().Steps()-1 {
		return false
	}
	f.step = f.move(true)
	f.sayStep()
	return true
}

func (f *figure) backward() {
	if f.step <= 0 {
		f.talk.say("plain.walk-start", nil)
		return
	}
	f.step = f.move(false)
	f.sayStep()
}

// nextLevel changes how far one Enter goes.
func (f *figure) nextLevel() {
	stepper, ok := f.sheet.Animation().(viz.Stepper)
	if !ok || len(stepper.Levels()) == 0 {
		f.talk.say("plain.one-level", nil)
		return
	}
	levels := stepper.Levels()
	f.level, f.still = levels[(slices.Index(levels, f.level)+1)%len(levels)], false
	f.talk.say("plain.figure-how", nil)
}

// set sets one number: "2 3 = 9".
func (f *figure) set(text string) {
	where, what, ok := strings.Cut(text, "=")
	at, read := readPlace(where)
	v, err := strconv.ParseFloat(strings.TrimSpace(what), 64)
	size := f.sheet.Size()
	if !ok || !read || err != nil || at.Y < 0 || at.X < 0 || at.Y >= size.H || at.X >= size.W {
		f.talk.say("plain.figure-set-how", viz.Args{"rows": size.H, "columns": size.W, "most": workbench.MaxValue})
		return
	}
	f.keep(f.sheet.SetCell(nn.Point{Y: at.Y, X: at.X}, v))
}

// choose moves on what is named, by its word or the beginning of it.
func (f *figure) choose(name string) {
	for _, c := range f.sheet.Model().Choices() {
		word := f.talk.text("sheet."+c.ID, nil)
		if name == c.ID || name == c.Key || strings.HasPrefix(word, name) {
			f.keep(f.sheet.Choose(c.ID, 1))
			return
		}
	}
	f.talk.say("plain.figure-change", nil)
}

// keep says why a change was refused, or what it made.
func (f *figure) keep(err error) {
	if err != nil {
		f.talk.trouble(err)
		return
	}
	f.changed()
}

// changed says all anew after a change.
func (f *figure) changed() {
	f.still = true
	f.tellChoices()
	f.grid()
}
