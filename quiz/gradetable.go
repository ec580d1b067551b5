package quiz

import (
	"math/big"
	"slices"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// isTable says that a grid has a row for each layer of a network.
func (q Question) isTable() bool { return q.Type == TypeGrid && q.Given.Spec != "" }

// gradeTable judges each row of a table by what was typed in the row above it:
// an earlier layer's error is not carried into the next. A row that follows from
// a wrong one counts as right, but only the true table is right as a whole. The
// slips are those that lead from each row to the next.
func gradeTable(q Question, typed string) Verdict {
	rows, cols := GridSize(q.Answer)
	got, err := ReadGrid(typed, rows, cols)
	if err != nil {
		return notYet(err)
	}
	want, err := ReadGrid(q.Answer, rows, cols)
	if err != nil {
		return notYet(err)
	}
	cells, n := rightCells(got, want, tolerance(q))
	if n == rows*cols {
		v := correct(typed)
		v.Cells = cells
		return v
	}
	judged, followed := q.followed(got, want)
	slips := judged.slips
	n = 0
	for y := range cells {
		for x := range cells[y] {
			if cells[y][x] = cells[y][x] || near(got[y][x], judged.rows[y][x], tolerance(q)); cells[y][x] {
				n++
			}
		}
	}
	v := wrongAs(typed, "grid", viz.Args{"n": n, "of": rows * cols})
	if len(slips) > 0 {
		v = slipped(slips...)
	}
	if len(followed) > 0 {
		v.Feedback = append(v.Feedback, viz.Words{Key: "quiz.followed", Args: viz.Args{
			"n": len(followed), "rows": strings.Join(followed, ", "),
		}})
	}
	v.Cells, v.Credit = cells, share(n, rows*cols)
	return v
}

// judgement is what the rows of a table should be, each by the one above it as
// it was typed, and the slips that lead to what was typed instead.
type judgement struct {
	rows  [][]*big.Rat
	slips []Mistake
}

// followed lays each layer on the row above it as it was typed, or on the true
// one where that is no shape. The list has the rows, from 1, that are right only
// so.
func (q Question) followed(got, want [][]*big.Rat) (j judgement, list []string) {
	j.rows = slices.Clone(want)
	net, rule, err := q.network()
	if err != nil {
		return j, nil
	}
	in := net.Input
	for y, l := range net.Layers {
		next, _ := cellsShape(want[y])
		if typed, ok := cellsShape(got[y]); ok {
			next = typed
		}
		if alone, err := layerAlone(l, in, rule); err == nil {
			j.rows[y] = shapeCells(alone.Last().Out)
			if sameCells(got[y], j.rows[y]) && !sameCells(got[y], want[y]) {
				list = append(list, itoa(y+1))
			}
			if slip, ok := slipBetween(alone, got[y]); ok {
				j.add(slip)
				if onlyOrder(slip.Slip) {
					next = alone.Last().Out
				}
			}
		}
		in = next
	}
	return j, list
}

// add adds a slip, once.
func (j *judgement) add(slip Mistake) {
	if !slices.ContainsFunc(j.slips, func(m Mistake) bool { return m.Slip == slip.Slip }) {
		j.slips = append(j.slips, slip)
	}
}

// slipBetween is the slip that leads from a layer's input to what was typed.
func slipBetween(alone netspec.Table, typed []*big.Rat) (Mistake, bool) {
	shape, ok := cellsShape(typed)
	if !ok {
		return Mistake{}, false
	}
	for _, made := range layerSlips(alone) {
		if s, ok := shapeOf(made.Answer); ok && s == shape {
			return made, true
		}
	}
	return Mistake{}, false
}

// network is the network that a question gives, and its rule.
func (q Question) network() (netspec.Network, nn.Rule, error) {
	net, err := netspec.Parse(q.Given.Spec)
	if err != nil {
		return net, 0, err
	}
	rule, err := netspec.ParseRule(q.Given.Rule)
	return net, rule, err
}

func sameCells(a, b []*big.Rat) bool {
	return slices.EqualFunc(a, b, func(x, y *big.Rat) bool { return x.Cmp(y) == 0 })
}

func shapeCells(s netspec.Shape) []*big.Rat {
	return []*big.Rat{big.NewRat(int64(s.H), 1), big.NewRat(int64(s.W), 1), big.NewRat(int64(s.C), 1)}
}

// maxLaidOn bounds the sides of a shape that a layer is laid on.
const maxLaidOn = 1 << 20

// cellsShape is a row of three whole numbers above zero as a shape.
func cellsShape(row []*big.Rat) (netspec.Shape, bool) {
	var sides [3]int
	if len(row) != len(sides) {
		return netspec.Shape{}, false
	}
	for i, n := range row {
		if !n.IsInt() || n.Sign() <= 0 || n.Cmp(big.NewRat(maxLaidOn, 1)) > 0 {
			return netspec.Shape{}, false
		}
		sides[i] = int(n.Num().Int64())
	}
	return netspec.Shape{H: sides[0], W: sides[1], C: sides[2]}, true
}
