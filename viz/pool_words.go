package viz

import (
	"strings"

	"convtutor/internal/nn"
)

// Expression writes what the window of step i is worked out from: "max(1, 2)",
// "(1 + 2) ÷ 2".
func (p *Pool) Expression(i int) string {
	open, between, end := p.signs()
	var parts []string
	for _, t := range p.windows[i/p.Terms()] {
		if p.counts(t) {
			parts = append(parts, p.written(t))
		}
	}
	return open + strings.Join(parts, between) + end
}

// signs are what stands before, between and behind the numbers of a window.
func (p *Pool) signs() (open, between, end string) {
	if p.setup.Mode == PoolAverage {
		return "(", " + ", ") ÷ " + Number(float64(len(p.windows[0])))
	}
	return p.setup.Mode.String() + "(", ", ", ")"
}

// counts says whether a number of a window has a say: padding only in a sum.
func (p *Pool) counts(t poolTerm) bool { return !t.pad || p.setup.Mode == PoolAverage }

// written is a number of a window as it stands in the expression.
func (p *Pool) written(t poolTerm) string {
	if p.setup.Mode == PoolAverage {
		return factor(t.value)
	}
	return Number(t.value)
}

// Words says step i.
func (p *Pool) Words(i int) Words {
	if p.setup.Back {
		return p.backWords(i)
	}
	cell, k := p.Cell(i)
	if k == len(p.windows[0])-1 {
		return p.windowWords(i)
	}
	t := p.windows[i/p.Terms()][k]
	so := t.so
	if p.setup.Mode == PoolAverage {
		so = t.sum
	}
	key := "pool.number." + p.setup.Mode.String()
	switch {
	case t.pad && p.setup.Mode == PoolAverage:
		key = "pool.number.zero"
	case t.pad:
		key = "pool.number.passed"
	}
	return Words{Key: key, Args: Args{
		"window": i/p.Terms() + 1, "windows": len(p.windows), "k": k + 1, "n": len(p.windows[0]),
		"value": Number(t.value), "so": Number(so), "row": cell.Y + 1, "column": cell.X + 1,
	}}
}

// windowWords says a whole window.
func (p *Pool) windowWords(i int) Words {
	cell, _ := p.Cell(i)
	terms := p.windows[i/p.Terms()]
	first, last := terms[0].at, terms[len(terms)-1].at
	args := Args{
		"window": i/p.Terms() + 1, "windows": len(p.windows),
		"top": first.Y + 1, "left": first.X + 1, "bottom": last.Y + 1, "right": last.X + 1,
		"row": cell.Y + 1, "column": cell.X + 1, "sum": p.Expression(i), "value": Number(p.Value(cell)),
	}
	if from, ok := p.Picked(cell); ok {
		args["fromrow"], args["fromcolumn"] = from.Y+1, from.X+1
		return Words{Key: "pool.window.picked", Args: args}
	}
	return Words{Key: "pool.window.average", Args: args}
}

// backWords says what the window of step i hands back, and to whom.
func (p *Pool) backWords(i int) Words {
	cell, _ := p.Cell(i)
	g := p.GradientOf(cell)
	args := Args{
		"window": i + 1, "windows": len(p.windows), "gradient": Number(g),
		"row": cell.Y + 1, "column": cell.X + 1, "n": len(p.windows[0]),
	}
	if from, ok := p.Picked(cell); ok {
		args["fromrow"], args["fromcolumn"] = from.Y+1, from.X+1
		args["value"] = Number(p.setup.Input.At(from.Y, from.X, 0))
		return Words{Key: "pool.back.picked", Args: args}
	}
	args["share"] = Short(g/float64(len(p.windows[0])), maxNumber)
	return Words{Key: "pool.back.average", Args: args}
}

// WordsAt says a whole window or row of the output where step i completes one.
func (p *Pool) WordsAt(i int, l Level) []Words {
	if p.setup.Back || l != LevelRow || (i+1)%p.laps().size(l) != 0 {
		return []Words{p.Words(i)}
	}
	cell, _ := p.Cell(i)
	var values []string
	for x := range p.geometry.Out.W {
		values = append(values, Number(p.Value(nn.Point{Y: cell.Y, X: x})))
	}
	return []Words{{Key: "pool.row", Args: Args{
		"row": cell.Y + 1, "rows": p.geometry.Out.H, "values": strings.Join(values, ", "),
	}}}
}

// Ask says the window of step i without its result.
func (p *Pool) Ask(i int) Words {
	cell, _ := p.Cell(i)
	args := Args{"row": cell.Y + 1, "column": cell.X + 1, "sum": p.Expression(i), "gradient": Number(p.GradientOf(cell))}
	if p.setup.Back {
		return Words{Key: "pool.ask-back", Args: args}
	}
	return Words{Key: "pool.ask", Args: args}
}

// Planes are the numbers of step i for one who does not see them: what is not
// known yet is left out. With hide the window at hand is not known either.
func (p *Pool) Planes(i int, hide bool) []SpokenPlane {
	in := SpokenPlane{Title: Words{Key: "pool.input"}, Size: p.geometry.In, Text: func(at nn.Point) string {
		return Number(p.setup.Input.At(at.Y, at.X, 0))
	}}
	done := (i + 1) / p.Terms()
	if hide {
		done = i / p.Terms()
	}
	if !p.setup.Back {
		return []SpokenPlane{in, {Title: Words{Key: "pool.output"}, Size: p.geometry.Out, Text: func(at nn.Point) string {
			if at.Y*p.geometry.Out.W+at.X >= done {
				return "?"
			}
			return Number(p.Value(at))
		}}}
	}
	return []SpokenPlane{
		in,
		{Title: Words{Key: "pool.gradient"}, Size: p.geometry.Out, Text: func(at nn.Point) string { return Number(p.GradientOf(at)) }},
		{Title: Words{Key: "pool.received"}, Size: p.geometry.In, Text: func(at nn.Point) string {
			switch {
			case hide:
				return "?"
			case done == 0:
				return "0"
			}
			return Short(p.back[done-1][at.Y*p.geometry.In.W+at.X], maxNumber)
		}},
	}
}
