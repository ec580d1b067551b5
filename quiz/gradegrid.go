package quiz

import (
	"math/big"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// gradeGrid compares cell by cell. A grid that a slip leads to names the slip,
// of whichever size it is.
func gradeGrid(q Question, typed string) Verdict {
	if q.isTable() {
		return gradeTable(q, typed)
	}
	made := leadingTo(q.Slips, func(answer string) bool { return sameGrid(q, answer, typed) })
	rows, cols := GridSize(q.Answer)
	got, err := ReadGrid(typed, rows, cols)
	if err != nil {
		if made != nil {
			return either(made) // a slip that makes another size of it
		}
		return notYet(err)
	}
	var cells [][]bool
	best := -1
	for _, answer := range q.rights() {
		want, err := ReadGrid(answer, rows, cols)
		if err != nil {
			continue
		}
		if at, n := rightCells(got, want, tolerance(q)); n > best {
			cells, best = at, n
		}
	}
	if best == rows*cols {
		v := correct(typed)
		v.Cells = cells
		return v
	}
	v := wrongAs(typed, "grid", viz.Args{"n": max(best, 0), "of": rows * cols})
	if made != nil {
		v = either(made)
	}
	v.Cells, v.Credit = cells, share(max(best, 0), rows*cols)
	return v
}

// sameGrid says whether a typed grid is one that is written as an answer.
func sameGrid(q Question, answer, typed string) bool {
	rows, cols := GridSize(answer)
	got, err := ReadGrid(typed, rows, cols)
	if err != nil {
		return false
	}
	want, err := ReadGrid(answer, rows, cols)
	if err != nil {
		return false
	}
	_, n := rightCells(got, want, tolerance(q))
	return n == rows*cols
}

// rightCells says for each cell of a grid whether it is right, and how many are.
func rightCells(got, want [][]*big.Rat, tolerance *big.Rat) (cells [][]bool, n int) {
	cells = make([][]bool, len(got))
	for y, row := range got {
		cells[y] = make([]bool, len(row))
		for x, v := range row {
			if cells[y][x] = near(v, want[y][x], tolerance); cells[y][x] {
				n++
			}
		}
	}
	return cells, n
}

// gradePlace compares cells. One outside of what is pointed at is no answer,
// but where a slip leads to it.
func gradePlace(q Question, typed string) Verdict {
	got, err := ReadPlace(typed)
	if err != nil {
		return notYet(err)
	}
	same := func(answer string) bool {
		want, err := ReadPlace(answer)
		return err == nil && want == got
	}
	for _, right := range q.rights() {
		if same(right) {
			return correct(typed)
		}
	}
	if made := leadingTo(q.Slips, same); made != nil {
		return either(made)
	}
	if h := len(q.Field); h > 0 && !inside(got, h, len(q.Field[0])) {
		return notYet(unreadableAs(typed, "outside", viz.Args{"rows": h, "columns": len(q.Field[0])}))
	}
	return wrong(typed, "place")
}

func inside(p nn.Point, h, w int) bool { return p.Y >= 0 && p.X >= 0 && p.Y < h && p.X < w }
