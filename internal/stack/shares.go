package stack

import (
	"fmt"
	"math"
	"strconv"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Shares shows how a network's parameters are spread over its layers, beside
// those of the same network written in another way.
type Shares struct {
	names  []string
	tables []netspec.Table
	at     int
}

// NewShares takes networks by name (netspec.Known), all with the same layers.
func NewShares(names []string) (*Shares, error) {
	s := &Shares{names: names}
	for _, name := range names {
		net, err := netspec.Known(name)
		if err != nil {
			return nil, err
		}
		table, err := net.Table(nn.RuleFloor)
		if err != nil {
			return nil, err
		}
		if len(s.tables) > 0 && len(table.Rows) != len(s.tables[0].Rows) {
			return nil, fmt.Errorf("stack: %s has other layers than %s", name, names[0])
		}
		s.tables = append(s.tables, table)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("stack: no network")
	}
	return s, nil
}

// Table is the network shown.
func (s *Shares) Table() netspec.Table { return s.tables[s.at] }

// Moves implements View.
func (s *Shares) Moves() []Move {
	if len(s.tables) < 2 {
		return nil
	}
	return []Move{{ID: "switch", Keys: []string{"tab", "right", "left", "l", "h"}, Shown: "tab", About: "stack.key.groups"}}
}

// Do implements View. The other network is the way forward, back is none.
func (s *Shares) Do(string) bool {
	s.at = (s.at + 1) % len(s.tables)
	return s.at != 0
}

// dense sums up the parameters of the fully connected layers.
func dense(t netspec.Table) int64 {
	sum := int64(0)
	for _, r := range t.Rows {
		if r.Layer.Op == netspec.Dense {
			sum += r.Params
		}
	}
	return sum
}

// Facts fill prose.
func (s *Shares) Facts() viz.Args {
	first, last := s.tables[0], s.tables[len(s.tables)-1]
	return viz.Args{
		"total": viz.Grouped(first.Total.Params), "other": viz.Grouped(last.Total.Params), "dense": viz.Grouped(dense(first)),
		"more":    viz.Grouped(last.Total.Params - first.Total.Params),
		"percent": int(math.Round(100 * float64(dense(first)) / float64(first.Total.Params))),
	}
}

// Words implements View.
func (s *Shares) Words(hide bool) []viz.Words {
	t := s.Table()
	list := []viz.Words{s.title()}
	if hide {
		return list
	}
	for i, r := range t.Rows {
		if r.Params > 0 {
			list = append(list, words("shares.say", viz.Args{
				"layer": i + 1, "spec": r.Layer.Spec, "params": viz.Grouped(r.Params), "percent": percent(r.Params, t.Total.Params),
			}))
		}
	}
	return list
}

func (s *Shares) title() viz.Words {
	return words("shares."+s.names[s.at], viz.Args{"total": viz.Grouped(s.Table().Total.Params)})
}

// percent is a share with one decimal.
func percent(part, all int64) string {
	return strconv.FormatFloat(100*float64(part)/float64(all), 'f', 1, 64)
}

// Draw implements View.
func (s *Shares) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	t := s.Table()
	if !f.Hide {
		p.Lines(0, 0, []canvas.Line{canvas.Markup(f.Say(s.title()), canvas.RoleText)})
	}
	most := int64(0)
	for _, tab := range s.tables {
		for _, r := range tab.Rows {
			most = max(most, r.Params)
		}
	}
	y := 2
	if f.Hide {
		y = 0
	}
	for i, r := range t.Rows {
		if r.Params == 0 || y >= f.Area.H {
			continue
		}
		s.drawBar(f, p, y, i, most)
		y++
	}
}

// Where the bars' columns are.
const (
	shareNumbers = 38 // right end of the counts
	shareBar     = 40
)

func (s *Shares) drawBar(f viz.Frame, p canvas.Part, y, i int, most int64) {
	r := s.Table().Rows[i]
	role := canvas.RoleText
	mark := " "
	if s.differs(i) {
		role, mark = canvas.RoleKey, "≠"
	}
	p.Text(0, y, role, mark)
	p.TextRight(5, y, canvas.RoleDim, strconv.Itoa(i+1))
	p.Text(7, y, role, canvas.Cut(r.Layer.Spec, 18))
	if f.Hide {
		p.TextRight(shareNumbers, y, canvas.RoleDim, r.Out.String())
		return
	}
	p.TextRight(shareNumbers, y, canvas.RoleFilterTitle, viz.Grouped(r.Params))
	room := max(1, f.Area.W-shareBar-8)
	n := int(math.Ceil(float64(r.Params) / float64(most) * float64(room)))
	for x := range n {
		p.Set(shareBar+x, y, canvas.RoleFilterTitle, "█")
	}
	p.Text(shareBar+n+1, y, canvas.RoleDim, percent(r.Params, s.Table().Total.Params)+"%")
}

// differs tells whether a layer has other counts in another of the networks.
func (s *Shares) differs(i int) bool {
	for _, t := range s.tables {
		if t.Rows[i].Params != s.tables[0].Rows[i].Params {
			return true
		}
	}
	return false
}
