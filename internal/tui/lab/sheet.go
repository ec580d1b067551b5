package lab

import (
	"net/url"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/bench"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// sheet is numbers with choices as a workplace: pooling, activation, a photo's
// filter.
type sheet struct {
	*bench.SheetEditor
	first viz.Level
	taken func() *part // nil where no part of a photo can be taken
}

// newSheet opens the route's state; what it does not say is as in from.
func newSheet(s *session.Session, from workbench.Routed, route tui.Route) (*sheet, error) {
	model, err := from.Opened(route.Query)
	if err != nil {
		return nil, err
	}
	made, err := workbench.NewSheet(model)
	if err != nil {
		return nil, err
	}
	return &sheet{SheetEditor: bench.NewSheet(s, made), first: viz.LevelCell}, nil
}

func newPool(s *session.Session, route tui.Route) (tui.Screen, error) {
	p, err := newSheet(s, workbench.LecturePool(), route)
	if err != nil {
		return nil, err
	}
	p.Drawn()
	p.taken = func() *part {
		return &part{n: max(p.Sheet().Size().H, leastPart), channels: 1, put: func(planes []workbench.Rows) error {
			return p.Sheet().SetRows(planes[0])
		}}
	}
	return &room{session: s, name: "pool", place: p}, nil
}

func newActivation(s *session.Session, route tui.Route) (tui.Screen, error) {
	a, err := newSheet(s, workbench.StartActivation(), route)
	if err != nil {
		return nil, err
	}
	a.Drawn()
	// A photo has no numbers below zero; what an edge filter makes of it has.
	side := len(workbench.Edges()) - 1
	a.taken = func() *part {
		n := min(max(a.Sheet().Size().H, leastPart), workbench.MaxMap)
		return &part{n: n + side, channels: 1, about: "lab.take.edges", put: func(planes []workbench.Rows) error {
			feature, err := workbench.Filtered(planes[0], workbench.Edges())
			if err != nil {
				return err
			}
			return a.Sheet().SetRows(feature)
		}}
	}
	return &room{session: s, name: "activation", place: a}, nil
}

func (s *sheet) animation() viz.Animation { return s.Sheet().Animation() }
func (s *sheet) level() viz.Level         { return s.first }

// walking are the choices, since one wants to see the same step under another
// one, and the way back.
func (s *sheet) walking() []key.Binding {
	return append(bench.ChoiceKeys(s.Sheet()), bench.UndoKeys()...)
}

func (s *sheet) pressWalking(msg tea.Msg) bool {
	if pressed, _ := bench.PressChoice(s.Sheet(), msg); pressed {
		return true // one that makes no animation changes nothing
	}
	pressed, _ := bench.PressUndo(s.Sheet(), msg)
	return pressed
}

func (s *sheet) part() *part {
	if s.taken == nil {
		return nil
	}
	return s.taken()
}

func (s *sheet) query() url.Values { return s.Sheet().Model().(workbench.Routed).Query() }
