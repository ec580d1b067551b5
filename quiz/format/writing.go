package format

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"convtutor/quiz"
	"convtutor/viz"
)

// usual is how many writings of a wrong answer are written: the plainest. Of the
// right one all are.
const usual = 4

// writings are the ways of writing an answer that a reader of plain texts
// should take, the plainest first; none for what is no plain text.
func writings(q quiz.Question, answer string, said viz.Say) []string {
	switch q.Type {
	case quiz.TypeShape:
		if sides, err := quiz.ReadShape(answer); err == nil {
			return shapeWritings(sides)
		}
	case quiz.TypePlace:
		if cells := strings.FieldsFunc(answer, isComma); len(cells) == 2 {
			return listWritings(cells)
		}
	case quiz.TypeGrid:
		if rows, err := gridCells(answer); err == nil {
			return gridWritings(rows)
		}
	case quiz.TypeOrder:
		return orderWritings(q, answer, said)
	}
	return nil
}

// others are the right answers but the first, each once: other writings of one
// are none.
func others(q quiz.Question, said viz.Say) []string {
	read := func(answer string) string {
		q.Answer = answer
		return clean(q.AnswerText(said))
	}
	meant := func(answer string) string {
		n, ok := number(answer, 0)
		switch all := writings(q, answer, said); {
		case q.Type == quiz.TypeNumber && ok:
			return n.Value
		case q.Type != quiz.TypeOrder && all != nil:
			return all[0]
		}
		return read(answer)
	}
	known := []string{meant(q.Answer)}
	var list []string
	for _, other := range q.Accept {
		if m := meant(other); !slices.Contains(known, m) {
			known = append(known, m)
			list = append(list, read(other))
		}
	}
	return list
}

// also says in a sentence which other answers are right, if there are any.
func also(item Item, say viz.Say) []string {
	if len(item.Also) == 0 {
		return nil
	}
	return []string{clean(say(viz.Words{Key: "format.also", Args: viz.Args{"others": strings.Join(item.Also, "; ")}}))}
}

func isComma(r rune) bool { return r == ',' || r == ' ' }

// listWritings are numbers with commas or blanks between them, in brackets or
// not.
func listWritings(cells []string) []string {
	wide, tight := strings.Join(cells, ", "), strings.Join(cells, ",")
	return []string{
		wide, tight, "(" + wide + ")", "(" + tight + ")", "[" + wide + "]", "[" + tight + "]", strings.Join(cells, " "),
	}
}

// shapeWritings are the ways of writing a shape.
func shapeWritings(sides []int) []string {
	cells := make([]string, len(sides))
	for i, n := range sides {
		cells[i] = strconv.Itoa(n)
	}
	list := append([]string{strings.Join(cells, "x")}, listWritings(cells)...)
	for _, between := range []string{" x ", "×", " × ", "*", " * "} {
		list = append(list, strings.Join(cells, between))
	}
	return list
}

// gridWritings are the ways of writing rows of numbers in one line.
func gridWritings(rows [][]string) []string {
	write := func(cell, row, before, after string) string {
		lines := make([]string, len(rows))
		for i, r := range rows {
			lines[i] = before + strings.Join(r, cell) + after
		}
		return strings.Join(lines, row)
	}
	return []string{
		write(" ", " / ", "", ""), write(" ", "/", "", ""), write(" ", "; ", "", ""), write(" ", ";", "", ""),
		write(", ", " / ", "", ""), write(",", " / ", "", ""), write(",", "/", "", ""),
		write(", ", "; ", "", ""), write(",", ";", "", ""),
		"[" + write(", ", ", ", "[", "]") + "]", "[" + write(",", ",", "[", "]") + "]",
	}
}

// orderWritings are the letters of the options in order, and their texts.
func orderWritings(q quiz.Question, answer string, said viz.Say) []string {
	order, err := quiz.ReadOrder(q.Options, answer)
	if err != nil {
		return nil
	}
	letters, texts := make([]string, len(order)), make([]string, len(order))
	for i, o := range order {
		letters[i], texts[i] = letter(o), clean(q.Options[o].Text(said))
	}
	return []string{
		strings.Join(letters, " "), strings.Join(letters, ""), strings.Join(letters, ", "), strings.Join(letters, ","),
		strings.Join(letters, " > "), strings.Join(texts, " > "),
	}
}

// letter names an option by its place from 0: a, b, c …
func letter(i int) string { return string(rune('a' + i)) }

// gridCells parts a grid's answer, rows by slashes and cells by blanks.
func gridCells(answer string) ([][]string, error) {
	var rows [][]string
	for row := range strings.SplitSeq(answer, "/") {
		rows = append(rows, strings.Fields(row))
		if len(rows[len(rows)-1]) != len(rows[0]) || len(rows[0]) == 0 {
			return nil, fmt.Errorf("rows of unequal length: %q", answer)
		}
	}
	return rows, nil
}

// rightNumbers are the answer and those accepted numbers that are not equal to
// it.
func rightNumbers(q quiz.Question) ([]Number, error) {
	right, ok := number(q.Answer, q.Tolerance)
	if !ok {
		return nil, errors.New("the answer is no number: " + strconv.Quote(q.Answer))
	}
	list := []Number{right}
	for _, other := range q.Accept {
		n, ok := number(other, q.Tolerance)
		if ok && n != right {
			list = append(list, n)
		}
	}
	return list, nil
}

// roughly is the tolerance of a number that no decimal writes exactly: who
// writes three digits after the point is right.
const roughly = 0.001

// number writes an answer as decimals, which is all that other programs read.
func number(answer string, tolerance float64) (Number, bool) {
	n, err := quiz.ReadNumber(answer)
	if err != nil {
		return Number{}, false
	}
	digits, exact := n.FloatPrec()
	if !exact || digits > 12 {
		digits, tolerance = 6, max(tolerance, roughly)
	}
	return Number{trimmed(n, digits), strconv.FormatFloat(tolerance, 'f', -1, 64)}, true
}

// trimmed writes a number without zeros at its end.
func trimmed(n *big.Rat, digits int) string {
	s := n.FloatString(digits)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
