package quiz

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"convtutor/viz"
)

// TestPrintedArithmeticCloses reads every "… = …" that a worked solution or a
// slip's reason prints, and works both sides out: hand arithmetic on what is
// shown gives what is shown.
func TestPrintedArithmeticCloses(t *testing.T) {
	read := 0
	for _, k := range Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(40) {
				q, err := k.New(level, seed)
				if err != nil {
					t.Fatal(err)
				}
				for _, line := range printed(q) {
					n, err := closes(line)
					if err != nil {
						t.Errorf("%s: %q: %v", q.Route(), line, err)
					}
					read += n
				}
			}
		}
	}
	if read < 1000 {
		t.Errorf("only %d equations were read", read)
	}
}

func TestAnEquationThatDoesNotCloseIsFound(t *testing.T) {
	for _, line := range []string{"(7 - 3)/3 = 1.33", "(7 - 3)/3 ≈ 1.34", "so (7 - 3)/2 + 1 = 4", "ceil(24 - 3/2) + 1 = ceil(21/2) + 1 = 12", "ceil(5 - 3 + 2*1)/) + 1 = 3", "2*3 = 1,000.", "log(0.5) ≈ -0.694", "log10(0.5) = -0.3"} {
		if _, err := closes(line); err == nil {
			t.Errorf("%q passes", line)
		}
	}
	for _, line := range []string{"(7 - 3)/2 + 1 = 3.", "Height: ceil((24 - 3)/2) + 1 = ceil(21/2) + 1 = 12.", "no equation", "(7 - 3)/3 ≈ 1.33 rows", "1,000*2 = 2,000", "log(1 - 0.2) ≈ -0.223", "-0.105 + (-0.223) = -0.328"} {
		if _, err := closes(line); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	}
}

// printed are the texts of a question in which arithmetic stands: what fills
// the placeholders of its words.
func printed(q Question) []string {
	var lines []string
	add := func(w viz.Words) {
		for _, v := range w.Args {
			if s, ok := v.(string); ok && strings.ContainsAny(s, "=≈") {
				lines = append(lines, s)
			}
		}
	}
	for _, w := range q.Worked {
		add(w)
	}
	for _, m := range q.Slips {
		add(m.Why)
	}
	return lines
}

// side is a part of an equation: numbers, signs and the words of rounding.
var sideOf = regexp.MustCompile(`(?:ceil|floor|round|max|min|log|[0-9.,+\-*/()\s])+`)

// closes checks the equations in a line and counts them. "=" is exact, and "≈"
// means: rounded to the places printed.
func closes(line string) (int, error) {
	line = strings.NewReplacer("×", "*", "·", "*", "−", "-", "÷", "/", "%", "/100").Replace(line)
	n := 0
	for i, sign := range line {
		if sign != '=' && sign != '≈' {
			continue
		}
		left, right := lastSide(line[:i]), firstSide(line[i+utf8.RuneLen(sign):])
		if left == "" || right == "" {
			continue // a letter or a name stands beside the sign
		}
		a, err := value(left)
		if err != nil {
			return n, err
		}
		b, err := value(right)
		if err != nil {
			return n, err
		}
		if off := math.Abs(a - b); off > 1e-9 && sign == '=' || off > halfPlace(right)+1e-9 {
			return n, fmt.Errorf("%s is %g, %s is %g", left, a, right, b)
		}
		n++
	}
	return n, nil
}

// halfPlace is half of the last place that a number is printed with.
func halfPlace(s string) float64 {
	_, places, _ := strings.Cut(s, ".")
	return math.Pow(10, -float64(len(places))) / 2
}

func lastSide(s string) string {
	all := sideOf.FindAllStringIndex(s, -1)
	if all == nil || all[len(all)-1][1] != len(s) {
		return ""
	}
	return strings.TrimSpace(strings.Trim(s[all[len(all)-1][0]:], ".,: "))
}

func firstSide(s string) string {
	at := sideOf.FindStringIndex(s)
	if at == nil || at[0] != 0 {
		return ""
	}
	return strings.TrimSpace(strings.Trim(s[:at[1]], ".,: "))
}

var thousands = regexp.MustCompile(`(\d),(\d{3})`)

func value(s string) (float64, error) {
	for thousands.MatchString(s) {
		s = thousands.ReplaceAllString(s, "$1$2")
	}
	e, err := parser.ParseExpr(s)
	if err != nil {
		return 0, fmt.Errorf("%q is no arithmetic: %w", s, err)
	}
	return evaluate(e)
}

func evaluate(e ast.Expr) (float64, error) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return strconv.ParseFloat(e.Value, 64)
	case *ast.ParenExpr:
		return evaluate(e.X)
	case *ast.UnaryExpr:
		v, err := evaluate(e.X)
		if e.Op == token.SUB {
			v = -v
		}
		return v, err
	case *ast.BinaryExpr:
		return binary(e)
	case *ast.CallExpr:
		return called(e)
	}
	return 0, fmt.Errorf("%T is no arithmetic", e)
}

func binary(e *ast.BinaryExpr) (float64, error) {
	a, err := evaluate(e.X)
	if err != nil {
		return 0, err
	}
	b, err := evaluate(e.Y)
	switch e.Op {
	case token.ADD:
		return a + b, err
	case token.SUB:
		return a - b, err
	case token.MUL:
		return a * b, err
	case token.QUO:
		return a / b, err
	}
	return 0, fmt.Errorf("%s is no sign of arithmetic", e.Op)
}

func called(e *ast.CallExpr) (float64, error) {
	values := make([]float64, len(e.Args))
	for i, arg := range e.Args {
		v, err := evaluate(arg)
		if err != nil {
			return 0, err
		}
		values[i] = v
	}
	name, _ := e.Fun.(*ast.Ident)
	switch {
	case name == nil || len(values) == 0:
	case name.Name == "max":
		return slices.Max(values), nil
	case name.Name == "min":
		return slices.Min(values), nil
	case name.Name == "ceil":
		return math.Ceil(values[0]), nil
	case name.Name == "floor":
		return math.Floor(values[0]), nil
	case name.Name == "log":
		return math.Log(values[0]), nil
	case name.Name == "log10":
		return math.Log10(values[0]), nil
	case name.Name == "round":
		return math.Floor(values[0] + 0.5), nil
	}
	return 0, fmt.Errorf("no such function")
}
