package plain

import (
	"net/url"
	"slices"
	"strings"

	"convtutor/internal/route"
	"convtutor/internal/stack"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// openBench is a workbench with the route's numbers; what the route does not
// say is as in from.
func openBench(t *talk, from workbench.State, at route.Route) (labStage, error) {
	state, err := from.FromQuery(at.Query)
	if err != nil {
		return nil, err
	}
	bench, err := workbench.New(state)
	if err != nil {
		return nil, err
	}
	w := &walk{talk: t, bench: bench, step: -1, still: true}
	if state.Transposed {
		return &spread{w}, nil
	}
	return w, nil
}

func (w *walk) query() url.Values { return w.bench.State().Query() }

// enterOn walks through the numbers as they are.
func (w *walk) enterOn() {
	if w.still {
		w.setLevel("window")
		return
	}
	w.talk.say("plain.walk-end", nil)
}

func (s *spread) enterOn() { s.walkOn() }

// labFigure is a figure with everything open.
type labFigure struct{ *figure }

// openFigure is a sheet with the route's numbers.
func openFigure(t *talk, from workbench.Routed, at route.Route) (labStage, error) {
	f, err := newLabFigure(t, from, at.Query)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func newLabFigure(t *talk, from workbench.Routed, q url.Values) (*labFigure, error) {
	state, err := from.Opened(q)
	if err != nil {
		return nil, err
	}
	sheet, err := workbench.NewSheet(state)
	if err != nil {
		return nil, err
	}
	return &labFigure{&figure{talk: t, sheet: sheet, step: -1, level: viz.LevelWindow, still: true}}, nil
}

func (f *labFigure) query() url.Values { return f.sheet.Model().(workbench.Routed).Query() }

func (f *labFigure) commands() []string { return append(f.figure.commands(), "take") }

func (f *labFigure) take(c command) bool {
	switch {
	case c.id == "take":
		f.takePart(c.rest)
	case c.id == "input" && !strings.Contains(c.rest, "="):
		f.setAll(c.rest)
	default:
		return f.figure.take(c)
	}
	return true
}

// enterOn walks through the numbers as they are.
func (f *labFigure) enterOn() {
	if !f.still {
		f.talk.say("plain.walk-end", nil)
		return
	}
	f.still = false
	f.take(command{})
}

// setAll sets every number of the plane: "1 2 / 3 4".
func (f *labFigure) setAll(text string) {
	q := f.query()
	q.Set("x", numbersIn(text))
	state, err := f.sheet.Model().(workbench.Routed).Opened(q)
	if err != nil {
		size := f.sheet.Size()
		f.talk.say("plain.numbers-how", viz.Args{"n": size.H * size.W, "most": workbench.MaxValue, "letter": "x"})
		return
	}
	f.keep(f.sheet.Put(state))
}

// takePart takes the pixels around a place of the first photo, or of the
// learner's own picture; for a feature map, what an edge filter makes of them.
func (f *labFigure) takePart(place string) {
	n := max(f.sheet.Size().H, 2)
	_, feature := f.sheet.Model().(workbench.OpenActivation)
	if feature {
		n += len(workbench.Edges()) - 1
	}
	planes, err := partOf(f.talk, place, n, 1)
	if err == nil && feature {
		planes[0], err = workbench.Filtered(planes[0], workbench.Edges())
	}
	if err != nil {
		f.talk.trouble(err)
		return
	}
	f.keep(f.sheet.SetRows(planes[0]))
}

// building is a network being built in the lab.
type building struct {
	*viewing
	shop *stack.Workshop
}

func openNet(t *talk, at route.Route) (labStage, error) {
	spec, err := stack.SpecOf(at.Query)
	if err != nil {
		return nil, err
	}
	shop, err := stack.NewWorkshop(spec)
	if err != nil {
		return nil, err
	}
	return &building{&viewing{talk: t, view: shop}, shop}, nil
}

func (b *building) tell() {
	b.talk.out.line(b.shop.Line())
	b.viewing.tell()
	b.talk.say("plain.net.how", nil)
}

// take takes a layer or a whole network as it is typed, too.
func (b *building) take(c command) bool {
	if c.text == "" || slices.Contains(b.commands(), c.id) {
		return b.viewing.take(c)
	}
	err := b.shop.Type(c.text)
	if said, ok := err.(interface{ Words() viz.Words }); ok {
		err = sentence{said.Words()}
	}
	if err != nil {
		b.talk.unknown(c)
		b.talk.trouble(err)
		return true
	}
	b.sayNow()
	return true
}

func (b *building) query() url.Values {
	if spec := b.shop.Spec(); spec != "" {
		return url.Values{"spec": {spec}}
	}
	return nil
}

func (b *building) enterOn() { b.talk.say("plain.net.how", nil) }
