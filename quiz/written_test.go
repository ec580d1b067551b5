package quiz_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/keyboard"
	"convtutor/internal/nn"
	"convtutor/quiz"
)

// manyOptions are so many options with a text each.
func manyOptions(n int) []quiz.Option {
	list := make([]quiz.Option, n)
	for i := range list {
		list[i] = quiz.Option{Answer: "option " + strings.Repeat("i", i+1)}
	}
	return list
}

// jamoOf types letters on a Korean keyboard.
func jamoOf(letters string) string {
	return strings.Map(func(r rune) rune {
		for _, j := range jamo {
			if keyboard.Latin(j) == string(r) {
				return []rune(j)[0]
			}
		}
		return r
	}, letters)
}

// TestWhatIsWrittenIsRead: grids, places, choices and orders in every way that
// they can be written read as what they are.
func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		rows, cols := rapid.IntRange(1, 5).Draw(r, "rows"), rapid.IntRange(1, 5).Draw(r, "columns")
		grid := make([][]float64, rows)
		for y := range grid {
			for range cols {
				grid[y] = append(grid[y], float64(rapid.IntRange(-4000, 4000).Draw(r, "cell"))/4)
			}
		}
		written := quiz.GridText(grid)
		if h, w := quiz.GridSize(written); h != rows || w != cols {
			r.Fatalf("%q is %dx%d", written, h, w)
		}
		between := rapid.SampledFrom([]string{" / ", "\n", "; ", " | ", "/", "\r\n"}).Draw(r, "between")
		beside := rapid.SampledFrom([]string{" ", ", ", "\t", "  "}).Draw(r, "beside")
		typed := strings.NewReplacer(" / ", between, " ", beside).Replace(written)
		got, err := quiz.ReadGrid(typed, rows, cols)
		if err != nil {
			r.Fatalf("%q of %dx%d: %v", typed, rows, cols, err)
		}
		for y, row := range grid {
			for x, want := range row {
				if got[y][x].Cmp(new(big.Rat).SetFloat64(want)) != 0 {
					r.Fatalf("%q is read as %v", typed, got)
				}
			}
		}
	})
	rapid.Check(t, func(r *rapid.T) {
		p := nn.Point{Y: rapid.IntRange(0, 99).Draw(r, "row"), X: rapid.IntRange(0, 99).Draw(r, "column")}
		if got, err := quiz.ReadPlace(quiz.PlaceText(p)); err != nil || got != p {
			r.Fatalf("%v is read as %v, %v", p, got, err)
		}
	})
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(2, quiz.MaxOptions).Draw(r, "options")
		options := manyOptions(n)
		order := rapid.Permutation(func() []int {
			list := make([]int, n)
			for i := range list {
				list[i] = i
			}
			return list
		}()).Draw(r, "order")
		var letters, texts, numbers []string
		for _, i := range order {
			letters = append(letters, string(rune('a'+i)))
			texts = append(texts, options[i].Answer)
			numbers = append(numbers, string(rune('1'+i)))
		}
		run := strings.Join(letters, "")
		for _, typed := range []string{
			run, strings.ToUpper(run), jamoOf(run), strings.Join(letters, " > "), strings.Join(letters, ", "),
			strings.Join(texts, " > "), strings.Join(texts, "; "), strings.Join(texts, ", "), strings.Join(numbers, " "), strings.Join(texts, "\n"),
		} {
			if got, err := quiz.ReadOrder(options, typed); err != nil || !slices.Equal(got, order) {
				r.Fatalf("%q is read as %v, %v; want %v", typed, got, err, order)
			}
			some := slices.Sorted(slices.Values(order))
			if got, err := quiz.ReadSeveral(options, typed); err != nil || !slices.Equal(got, some) {
				r.Fatalf("%q is read as %v, %v; want all", typed, got, err)
			}
		}
	})
}
