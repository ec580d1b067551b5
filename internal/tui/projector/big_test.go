package projector

import (
	"testing"

	"convtutor/quiz"
	"convtutor/viz/canvas"
)

func TestEveryAnswerHasABigLetter(t *testing.T) {
	for i := range quiz.MaxOptions {
		if _, ok := bigWide(letter(i)); !ok {
			t.Errorf("there is no big %s", letter(i))
		}
	}
}

func TestBigFiguresAreEvenAndDiffer(t *testing.T) {
	seen := map[[bigHigh]string]rune{}
	for r, rows := range glyphs {
		if other, ok := seen[rows]; ok && string(r)+string(other) != "8B" && string(r)+string(other) != "B8" {
			t.Errorf("%c and %c look the same", r, other)
		}
		seen[rows] = r
		for _, row := range rows {
			if canvas.Width(row) != canvas.Width(rows[0]) {
				t.Errorf("%c: rows of %d and %d columns", r, canvas.Width(rows[0]), canvas.Width(row))
			}
		}
	}
}
