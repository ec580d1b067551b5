package plain

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/data"
	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// benchCommands change the numbers of a convolution.
var benchCommands = []string{
	"size", "input", "kernel", "weights", "stride", "padding", "rule", "flip", "undo", "reset",
}

// labCommands change what only the lab opens.
var labCommands = []string{"border", "dilation", "channels", "filters", "groups", "bias", "look", "take"}

// settings are the parts of a link that a command sets.
var settings = map[string]string{
	"size": "in", "input": "x", "kernel": "k", "weights": "w", "stride": "s", "padding": "p", "rule": "rule",
	"dilation": "d", "border": "pad", "channels": "c", "filters": "n", "groups": "g", "bias": "b", "extra": "op",
}

// planes are the planes whose single cells a command sets: "x 2 3 = 9".
var planes = map[string]viz.Plane{"input": viz.PlaneInput, "weights": viz.PlaneFilter}

// change changes the numbers and says what comes out; a change that makes no
// convolution is refused with the reason.
func (w *walk) change(c command) {
	if err := w.changed(c); err != nil {
		w.talk.trouble(err)
		return
	}
	w.step, w.known = -1, true
	if slices.Contains([]string{"size", "input", "border", "padding", "channels", "look", "take", "undo", "reset"}, c.id) {
		w.tellInput(nil)
	}
	if slices.Contains([]string{"kernel", "weights", "flip", "filters", "channels", "groups", "look", "undo", "reset"}, c.id) {
		w.tellFilter()
	}
	w.report()
}

func (w *walk) changed(c command) error {
	place, value, single := strings.Cut(c.rest, "=")
	switch {
	case c.id == "flip":
		return w.bench.Adjust(workbench.SettingFlip, 1)
	case c.id == "undo":
		w.bench.Undo()
		return nil
	case c.id == "reset":
		return w.bench.Reset()
	case c.id == "look":
		return w.look(c.rest)
	case c.id == "take":
		return w.takePart(c.rest)
	case single && planes[c.id] != viz.PlaneNone:
		return w.setCell(planes[c.id], place, value)
	}
	return w.set(settings[c.id], c.rest)
}

// set sets one part of the state as a link would.
func (w *walk) set(name, value string) error {
	now := w.bench.State()
	q := url.Values{name: {numbersIn(value)}}
	if name == "rule" {
		q.Set(name, w.ruleNamed(value))
	}
	if name == "pad" {
		q.Set(name, w.padNamed(value))
	}
	if now.Flip {
		q.Set("flip", "1")
	}
	next, err := now.FromQuery(q)
	if err != nil {
		return w.how(name)
	}
	return w.bench.Change(func(s *workbench.State) { *s = next })
}

// how is the sentence that says what a part of the state takes.
func (w *walk) how(name string) error {
	number := func(low, high int) error {
		return sentence{viz.Words{Key: "plain.number-how", Args: viz.Args{"low": low, "high": high}}}
	}
	size := func(most int) error {
		return sentence{viz.Words{Key: "plain.size-how", Args: viz.Args{"most": most}}}
	}
	numbers := func(plane viz.Plane) error {
		n := w.bench.Size(plane)
		letter := map[viz.Plane]string{viz.PlaneInput: "x", viz.PlaneFilter: "w"}[plane]
		return sentence{viz.Words{Key: "plain.numbers-how", Args: viz.Args{"n": n.H * n.W, "most": workbench.MaxValue, "letter": letter}}}
	}
	switch name {
	case "in":
		return size(workbench.MaxInput)
	case "k":
		return size(workbench.MaxFilter)
	case "x":
		return numbers(viz.PlaneInput)
	case "w":
		return numbers(viz.PlaneFilter)
	case "s":
		return number(1, workbench.MaxStride)
	case "p":
		return number(0, workbench.MaxPadding)
	}
	return w.howMore(name)
}

// howMore is how for what only the lab opens.
func (w *walk) howMore(name string) error {
	number := func(low, high int) error {
		return sentence{viz.Words{Key: "plain.number-how", Args: viz.Args{"low": low, "high": high}}}
	}
	switch name {
	case "d":
		return number(1, workbench.MaxDilation)
	case "c", "n":
		return number(1, workbench.MaxChannels)
	case "op":
		return number(0, workbench.MaxExtra)
	case "pad":
		return sentence{viz.Words{Key: "plain.border-how"}}
	case "g":
		return sentence{viz.Words{Key: "plain.groups-how"}}
	case "b":
		return sentence{viz.Words{Key: "plain.biases-how", Args: viz.Args{
			"n": len(w.bench.State().Filters), "most": workbench.MaxValue,
		}}}
	}
	return sentence{viz.Words{Key: "plain.rule-how"}}
}

// look looks at another filter and channel, counted from 1.
func (w *walk) look(place string) error {
	p, ok := readPlace(place)
	s := w.bench.State()
	if !ok || p.Y < 0 || p.X < 0 || p.Y >= len(s.Filters) || p.X >= len(s.Filters[0]) {
		return sentence{viz.Words{Key: "plain.look-how", Args: viz.Args{"filters": len(s.Filters), "channels": len(s.Filters[0])}}}
	}
	w.bench.LookAt(p.Y-s.Filter, 0)
	w.bench.LookAt(0, p.X-w.bench.State().Channel)
	return nil
}

// takePart takes the pixels around a place of the first photo, or of the
// learner's own picture, as the input.
func (w *walk) takePart(place string) error {
	channels := len(w.bench.State().Input)
	planes, err := partOf(w.talk, place, w.bench.Size(viz.PlaneInput).H, channels)
	if err != nil {
		return err
	}
	return w.bench.SetInput(planes)
}

// partOf is n×n pixels around a place of the first photo, or of the learner's
// own picture, a plane for each channel.
func partOf(t *talk, place string, n, channels int) ([]workbench.Rows, error) {
	photo, err := openPhoto(t, data.Photos()[0].Name)
	if err != nil {
		return nil, err
	}
	p, ok := readPlace(place)
	if !ok || p.Y < 0 || p.X < 0 || p.Y >= photo.picture.H || p.X >= photo.picture.W {
		return nil, sentence{viz.Words{Key: "plain.take-how", Args: viz.Args{"h": photo.picture.H, "w": photo.picture.W}}}
	}
	zoom := viz.NewZoom(photo.picture).At(p.X, p.Y)
	return zoom.Numbers(zoom.Steps()-1, n, channels), nil
}

// numbersIn puts commas between numbers, however they were parted.
func numbersIn(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return r == ' ' || r == ',' || r == '/' || r == ';'
	}), ",")
}

// padNamed gives the name of what stands in the padding, typed in words.
func (w *walk) padNamed(typed string) string {
	for mode := range nn.PadModes {
		if typed == w.talk.text("slide.pad."+mode.String(), nil) {
			return mode.String()
		}
	}
	return typed
}

// ruleNamed gives the name of a rule that was typed in words.
func (w *walk) ruleNamed(typed string) string {
	for _, name := range []string{"error", "floor", "ceil", "same"} {
		for _, code := range w.talk.session.Bundle.Codes() {
			words := w.talk.session.Bundle.For(code)
			if typed == words.Text("bench.rule."+name, nil) || typed == words.Text("viz.size.rule_"+name, nil) {
				return name
			}
		}
	}
	return typed
}

func (w *walk) setCell(plane viz.Plane, place, value string) error {
	p, ok := readPlace(place)
	size := w.bench.Size(plane)
	v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	switch {
	case !ok || err != nil || v != v:
		return sentence{viz.Words{Key: "plain.set-how"}}
	case p.Y < 0 || p.X < 0 || p.Y >= size.H || p.X >= size.W:
		return sentence{viz.Words{Key: "plain.no-cell", Args: viz.Args{"row": p.Y + 1, "column": p.X + 1}}}
	}
	return w.bench.SetCell(plane, p, v)
}

// sentence is an error that is said in the learner's own language.
type sentence struct{ words viz.Words }

func (s sentence) Error() string { return s.words.Key }

// report says what comes out: the map as a whole, and how its size comes about.
func (w *walk) report() {
	out := w.conv().Geometry().Out
	w.talk.rows(
		w.talk.text("plain.rows.output", viz.Args{"rows": out.H, "columns": out.W}),
		plane(out, w.conv().Value), 1,
	)
	s := w.bench.State()
	if len(s.Filters) > 1 || len(s.Input) > 1 {
		w.talk.say("bench.looking", viz.Args{
			"filter": s.Filter + 1, "filters": len(s.Filters), "channel": s.Channel + 1, "channels": len(s.Filters[0]),
			"output":     viz.Number(float64(out.H)) + "x" + viz.Number(float64(out.W)) + "x" + viz.Number(float64(len(s.Filters))),
			"parameters": s.Parameters(),
		})
	}
	in, kernel := w.bench.Size(viz.PlaneInput), w.bench.Size(viz.PlaneFilter)
	window := nn.Window{Kernel: kernel, Stride: nn.Square(s.Stride), Padding: nn.AllSides(s.Padding), Dilation: nn.Square(s.Dilation)}
	for i, line := range viz.SizeLines(in, window, s.Rule, w.talk.session.Say) {
		text := line.String()
		if i == 0 {
			text = w.talk.text("plain.size", viz.Args{"sum": text})
		}
		w.talk.out.line(text)
	}
}
