package viz

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// GanAnswers is what D says of some real samples and of some fakes: D(x) and
// D(G(z)), probabilities between 0 and 1.
type GanAnswers struct {
	Name          string // "A" where several are compared, else ""
	Genuine, Fake []float64
}

// LogTerms works V(D, G) out on the curve of the natural logarithm: a term for
// each sample, a point on the curve each, then the means and the sum.
type LogTerms struct {
	captioned
	rows []logRow
}

// logRow is a line of the sum; at is its point on the curve, 0 for none.
type logRow struct {
	name, mark string // of the state, at the point
	of         string // "real", "fake", "mean-real", "mean-fake", "value"
	sum        string
	at         float64
}

// NewLogTerms works V out for one state of the game or more, and ends with a
// sentence, where there is one.
func NewLogTerms(ending Words, states ...GanAnswers) *LogTerms {
	t := &LogTerms{captioned: captioned{rows: captionedRows}}
	t.said = []Words{{Key: "gan.log.curve"}}
	for _, s := range states {
		first := t.terms(s, "real", s.Genuine)
		second := t.terms(s, "fake", s.Fake)
		t.add(logRow{name: s.Name, of: "value", sum: fmt.Sprintf("%s = %s", summed([]float64{first, second}), Rounded(nn.AdversarialValue(s.Genuine, s.Fake), 3))})
	}
	t.end(ending)
	return t
}

// terms adds the term of each sample, and their mean where there are several.
func (t *LogTerms) terms(s GanAnswers, of string, list []float64) float64 {
	logs := make([]float64, len(list))
	for i, d := range list {
		row := logRow{name: s.Name, of: of, at: d}
		if of == "fake" {
			row.at = 1 - d
			logs[i] = nn.MeanLog([]float64{row.at})
			row.sum = fmt.Sprintf("log(1 - %s) = log(%s) ≈ %s", Number(d), Number(row.at), Rounded(logs[i], 3))
		} else {
			logs[i] = nn.MeanLog(list[i : i+1])
			row.sum = fmt.Sprintf("log(%s) ≈ %s", Number(d), Rounded(logs[i], 3))
		}
		row.mark = strconv.Itoa(t.points() + 1)
		t.add(row)
	}
	mean := nn.MeanLog(list)
	if of == "fake" {
		mean = nn.AdversarialValue(nil, list)
	}
	if len(list) > 1 {
		t.add(logRow{name: s.Name, of: "mean-" + of, sum: fmt.Sprintf("(%s)/%d ≈ %s", summed(logs), len(list), Rounded(mean, 3))})
	}
	return mean
}

func (t *LogTerms) points() int {
	n := 0
	for _, r := range t.rows {
		if r.at > 0 {
			n++
		}
	}
	return n
}

func (t *LogTerms) add(r logRow) {
	t.rows = append(t.rows, r)
	key := "gan.log.said-" + r.of
	if r.name != "" {
		key += "-of"
	}
	t.said = append(t.said, Words{Key: key, Args: Args{"sum": r.sum, "state": r.name, "n": r.mark}})
}

// Draw draws the curve with the points so far, and the sum beside it.
func (t *LogTerms) Draw(i int, f Frame) {
	i = t.at(i, f)
	p := t.caption(i, f)
	known := min(i, len(t.rows))
	drawLogCurve(p.Part(canvas.Rect{W: logWide, H: captionedRows}), t.rows[:known], i <= len(t.rows))
	for y, r := range t.rows[:known] {
		now := y == i-1
		role := canvas.RoleText
		if r.of == "value" {
			role = canvas.RoleOutputTitle
		}
		p.Text(logWide+1, y, canvas.RoleStrong, r.mark)
		label := f.Say(Words{Key: "gan.log." + r.of})
		if r.name != "" {
			label = r.name + " " + label
		}
		x := p.Text(logWide+3, y, logRole(r.of), label)
		x = p.Text(max(x+1, logWide+10), y, role, r.sum)
		if now {
			p.Text(x+1, y, canvas.RoleOutputMark, "◂")
		}
	}
}

// logRole is the colour of what a row is about.
func logRole(of string) canvas.Role {
	switch {
	case strings.HasSuffix(of, "real"):
		return canvas.RoleInputTitle
	case strings.HasSuffix(of, "fake"):
		return canvas.RoleFilterTitle
	}
	return canvas.RoleOutputTitle
}

// The curve: its columns, and how far down it is drawn.
const (
	logLeft  = 4
	logWide  = 30
	logPlot  = logWide - logLeft - 2 // columns from 0 to 1
	logRows  = captionedRows - 1     // rows from 0 down
	logDepth = 2.4                   // log(0.1) is -2.303
)

func logPlace(p float64) (x, y int) {
	return logLeft + int(math.Round(p*logPlot)), int(math.Round(-math.Log(p) / logDepth * (logRows - 1)))
}

// drawLogCurve draws log p for p from 0 to 1 and the points of some rows, the last
// one hanging from 0 by a line as long as its logarithm, where it is current.
func drawLogCurve(p canvas.Part, rows []logRow, current bool) {
	for v := 0; v >= -2; v-- {
		_, y := logPlace(math.Exp(float64(v)))
		p.TextRight(logLeft-1, y, canvas.RoleDim, strconv.Itoa(v))
	}
	for y := range logRows {
		p.Set(logLeft, y, canvas.RoleDim, "│")
	}
	for x := logLeft + 1; x <= logLeft+logPlot; x++ {
		p.Set(x, 0, canvas.RoleDim, "─")
	}
	for x := 1; x <= logPlot; x++ {
		if at, y := logPlace(float64(x) / logPlot); y < logRows {
			p.Set(at, y, canvas.RoleDim, "·")
		}
	}
	p.Text(logLeft, logRows, canvas.RoleDim, "0")
	p.TextMiddle(logLeft+logPlot/2-1, logRows, 3, canvas.RoleDim, "0.5")
	p.Text(logLeft+logPlot, logRows, canvas.RoleDim, "1")
	p.Text(logLeft+2, logRows-1, canvas.RoleDim, "log p")
	taken := map[[2]int]bool{}
	for k, r := range rows {
		if r.at == 0 {
			continue
		}
		x, y := logPlace(r.at)
		if current && k == len(rows)-1 {
			for up := 1; up < y; up++ {
				p.Set(x, up, logRole(r.of), "┆")
			}
		}
		for taken[[2]int{x, y}] { // two samples of one value stand side by side
			x++
		}
		taken[[2]int{x, y}] = true
		p.Text(x, y, logRole(r.of), r.mark)
	}
}
