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

// layer is a convolution, or a transposed one, as a workplace.
type layer struct{ *bench.Editor }

func newConv(s *session.Session, route tui.Route) (tui.Screen, error) {
	return newLayer(s, "conv", workbench.Lecture(), route)
}

func newTransposed(s *session.Session, route tui.Route) (tui.Screen, error) {
	return newLayer(s, "transposed", workbench.Spread(), route)
}

// newLayer opens the route's state; what it does not say is as in from.
func newLayer(s *session.Session, name string, from workbench.State, route tui.Route) (tui.Screen, error) {
	state, err := from.FromQuery(route.Query)
	if err != nil {
		return nil, err
	}
	editor, err := bench.New(s, state)
	if err != nil {
		return nil, err
	}
	editor.Everything()
	return &room{session: s, name: name, place: layer{editor}}, nil
}

func (l layer) animation() viz.Animation    { return l.Bench().Picture() }
func (l layer) level() viz.Level            { return viz.LevelProduct }
func (l layer) walking() []key.Binding      { return nil }
func (l layer) pressWalking(_ tea.Msg) bool { return false }
func (l layer) query() url.Values           { return l.Bench().State().Query() }

// part takes grey values, or red, green and blue where there are three channels.
func (l layer) part() *part {
	b := l.Bench()
	channels := 1
	if len(b.State().Input) == 3 {
		channels = 3
	}
	return &part{n: max(b.Size(viz.PlaneInput).H, leastPart), channels: channels, put: func(planes []workbench.Rows) error {
		for len(planes) < len(b.State().Input) {
			planes = append(planes, planes[0])
		}
		return b.SetInput(planes)
	}}
}
