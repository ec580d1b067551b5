package netspec

import (
	"fmt"
	"strconv"
	"strings"

	"convtutor/viz"
)

// Lines writes the table for people: a row a layer, numbers to the right, then
// the totals, the arithmetic of the parameters, and which cells are never read.
// width measures a text in columns of the terminal.
func (t Table) Lines(say viz.Say, width func(string) int) []string {
	word := func(key string) string { return say(viz.Words{Key: "shape." + key}) }
	g := table{width: width, left: 2}
	g.add("", word("layer"), word("output"), word("params"), word("macs"), word("field"), word("jump"))
	g.add("", word("input"), t.Input.String(), "", "", "", "")
	for i, r := range t.Rows {
		g.add(strconv.Itoa(i+1), r.Layer.Spec, r.Out.String(), count(r.Params), count(r.MACs), r.Field.String(), jumps(r.Jump))
	}
	lines := append(g.lines(), "")
	for _, w := range t.notes() {
		lines = append(lines, say(w))
	}
	return lines
}

// notes are the sentences below the table: what is never read, what the
// headings mean, how the parameters are counted, and the totals.
func (t Table) notes() []viz.Words {
	var list []viz.Words
	add := func(i int, w viz.Words, ok bool) {
		if ok {
			w.Args["layer"], w.Args["spec"] = i+1, t.Rows[i].Layer.Spec
			list = append(list, w)
		}
	}
	for i, r := range t.Rows {
		w, ok := r.unreadWords()
		add(i, w, ok)
	}
	list = append(list, viz.Words{Key: "shape.legend-field"}, viz.Words{Key: "shape.legend-jump"})
	for i, r := range t.Rows {
		w, ok := r.parameters()
		add(i, w, ok)
	}
	return append(list, viz.Words{Key: "shape.total", Args: viz.Args{
		"params": t.Total.Params, "macs": t.Total.MACs, "activations": t.Total.Activations,
	}})
}

// parameters says how a layer's parameters are counted.
func (r Row) parameters() (viz.Words, bool) {
	if r.WeightsText == "" {
		return viz.Words{}, false
	}
	args := viz.Args{"weights": r.WeightsText, "biases": r.Biases, "params": r.Params}
	switch {
	case r.Layer.Op == BatchNorm:
		return viz.Words{Key: "shape.params-norm", Args: args}, true
	case r.Layer.NoBias:
		return viz.Words{Key: "shape.params-nobias", Args: args}, true
	}
	return viz.Words{Key: "shape.params-bias", Args: args}, true
}

// unreadWords says which rows and columns of a layer's input no window reads.
func (r Row) unreadWords() (viz.Words, bool) {
	u := r.Unread
	if u.Rows == 0 && u.Columns == 0 {
		return viz.Words{}, false
	}
	key := "shape.unread-end"
	if u.Between {
		key = "shape.unread-between"
	}
	switch {
	case u.Columns == 0:
		key += "-rows"
	case u.Rows == 0:
		key += "-columns"
	}
	return viz.Words{Key: key, Args: viz.Args{"rows": u.Rows, "columns": u.Columns, "input": r.In.Size().String()}}, true
}

func count(n int64) string {
	if n == 0 {
		return "-"
	}
	return viz.Grouped(n)
}

// jumps writes the jumps as one number where both are equal.
func jumps(j [2]Ratio) string {
	if j[0] == j[1] {
		return j[0].String()
	}
	return fmt.Sprintf("%sx%s", j[0], j[1])
}

// table lays cells out in columns, the first ones to the left, the others to
// the right.
type table struct {
	rows  [][]string
	left  int // columns aligned to the left
	width func(string) int
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) lines() []string {
	widest := map[int]int{}
	for _, row := range t.rows {
		for i, c := range row {
			widest[i] = max(widest[i], t.width(c))
		}
	}
	lines := make([]string, len(t.rows))
	for i, row := range t.rows {
		var b strings.Builder
		for j, c := range row {
			gap := strings.Repeat(" ", widest[j]-t.width(c))
			if j < t.left {
				b.WriteString(c + gap + "  ")
			} else {
				b.WriteString(gap + c + "  ")
			}
		}
		lines[i] = strings.TrimRight(b.String(), " ")
	}
	return lines
}
