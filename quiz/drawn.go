package quiz

import (
	"strconv"

	"convtutor/viz"
)

// Drawn is a question for a screen, which draws the grids that the prompt has to
// say row by row.
type Drawn struct {
	// Prompt stands in the place of the question's own.
	Prompt []viz.Words
	// Planes are drawn before its last sentence, behind those of Given.Problem.
	Planes []viz.NumberPlane
}

// OnScreen are the sentences to show beside what is drawn.
func (q Question) OnScreen() []viz.Words {
	if len(q.Drawn.Prompt) > 0 {
		return q.Drawn.Prompt
	}
	return q.Prompt
}

// planeOf is a grid to be drawn under a title.
func planeOf(title string, of viz.Plane, rows [][]float64) viz.NumberPlane {
	return viz.NumberPlane{
		Title: viz.Words{Key: title}, Shape: strconv.Itoa(len(rows)) + "×" + strconv.Itoa(len(rows[0])),
		Rows: rows, Of: of,
	}
}
