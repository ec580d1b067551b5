package plain

import (
	"convtutor/internal/nn"
	"convtutor/viz"
)

// spread is a transposed convolution to change and to go through, input cell by
// input cell. The numbers are changed as in a walk.
type spread struct{ *walk }

func (s *spread) anim() *viz.Transposed { return s.bench.Picture().(*viz.Transposed) }

func (s *spread) tell() {
	s.tellPlanes()
	s.report()
	s.talk.say("plain.transposed.how", nil)
}

// tellPlanes says input and filter row by row.
func (s *spread) tellPlanes() {
	in := s.bench.Size(viz.PlaneInput)
	s.talk.rows(s.talk.text("plain.rows.input", viz.Args{"rows": in.H, "columns": in.W}), plane(in, s.inputAt), 1)
	s.tellFilter()
}

// report says what comes out, and how its size comes about.
func (s *spread) report() {
	out := s.anim().Geometry().In
	at := func(p nn.Point) float64 { return s.anim().Output().At(p.Y, p.X) }
	s.talk.rows(s.talk.text("plain.rows.spread", viz.Args{"rows": out.H, "columns": out.W}), plane(out, at), 1)
	s.talk.out.line(s.talk.text("plain.size", viz.Args{"sum": s.anim().SizeLine().String()}))
}

func (s *spread) commands() []string {
	return with(spreadCommands, "grid", "back")
}

// spreadCommands change the numbers of a transposed convolution.
var spreadCommands = []string{
	"size", "input", "kernel", "weights", "stride", "padding", "dilation", "extra", "bias", "take", "undo", "reset",
}

func (s *spread) take(c command) bool {
	switch c.id {
	case "":
		if c.text == "" {
			return false
		}
		s.talk.unknown(c)
	case "back":
		s.step = s.anim().Prev(max(s.step, 0), viz.LevelWindow)
		s.talk.sayAll(s.anim().WordsAt(s.step, viz.LevelWindow))
	case "grid":
		s.tellPlanes()
		s.report()
	default:
		s.change(c)
	}
	return true
}

// change changes the numbers and says what comes out.
func (s *spread) change(c command) {
	if err := s.changed(c); err != nil {
		s.talk.trouble(err)
		return
	}
	s.step = -1
	s.tellPlanes()
	s.report()
}

// walkOn says the next input cell, after the last one that there is no more.
func (s *spread) walkOn() {
	if s.step >= s.anim().Steps()-1 {
		s.talk.say("plain.transposed.end", nil)
		return
	}
	s.step = s.anim().Next(s.step, viz.LevelWindow)
	s.talk.sayAll(s.anim().WordsAt(s.step, viz.LevelWindow))
}
