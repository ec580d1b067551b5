package stack

import (
	"slices"
	"strings"

	"convtutor/internal/history"
	"convtutor/internal/netspec"
	"convtutor/quiz"
	"convtutor/viz"
)

// Builder is a network that is being built: layers added, removed, changed, and
// every step taken back. A layer that cannot be is refused with the reason.
type Builder struct {
	list    []piece
	table   netspec.Table
	at      int // the piece at hand; 0 is the input
	dial    int // the number at hand
	past    history.Past[[]piece]
	refused *viz.Words
	start   string // the network that it began with
	goal    *Goal  // nil where anything may be built
	asked   []netspec.Layer
	short   bool // receptive fields are left out
}

// maxPieces bounds a network.
const maxPieces = 40

// NewBuilder begins with a network in a line. It must be one that can be built
// here: square, with the layers that are offered.
func NewBuilder(line string) (*Builder, error) {
	net, err := netspec.Parse(line)
	if err != nil {
		return nil, err
	}
	list, err := pieces(net)
	if err != nil {
		return nil, err
	}
	b := &Builder{list: list}
	if b.table, _, _, err = network(list); err != nil {
		return nil, err
	}
	b.at, b.start = len(list)-1, b.Line()
	return b, nil
}

// WithoutFields leaves receptive fields out, where nobody knows them yet.
func (b *Builder) WithoutFields() { b.short = true }

// Line is the network in a line, as NewBuilder reads it.
func (b *Builder) Line() string {
	line := b.list[0].spec()
	for _, p := range b.list[1:] {
		line += " | " + p.spec()
	}
	return line
}

// Table is the network worked out.
func (b *Builder) Table() netspec.Table { return b.table }

// Moves implements View.
func (b *Builder) Moves() []Move {
	return []Move{
		{ID: "down", Keys: []string{"down", "j"}, Shown: "↑ ↓", About: "stack.key.layer"},
		{ID: "up", Keys: []string{"up", "k"}},
		{ID: "add", Keys: []string{"a"}, Shown: "a", About: "stack.key.add"},
		{ID: "kind", Keys: []string{"tab"}, Shown: "tab", About: "stack.key.kind"},
		{ID: "right", Keys: []string{"right", "l"}, Shown: "← →", About: "stack.key.number"},
		{ID: "left", Keys: []string{"left", "h"}},
		{ID: "plus", Keys: []string{"+", "="}, Shown: "+ -", About: "key.change"},
		{ID: "minus", Keys: []string{"-", "_"}},
		{ID: "remove", Keys: []string{"x", "delete"}, Shown: "x", About: "stack.key.remove"},
		{ID: "undo", Keys: []string{"u"}, Shown: "u", About: "key.undo"},
	}
}

// Do implements View.
func (b *Builder) Do(move string) bool {
	b.refused = nil
	switch move {
	case "down", "up":
		return b.step(map[string]int{"down": 1, "up": -1}[move])
	case "right", "left":
		return b.turn(map[string]int{"right": 1, "left": -1}[move])
	case "add":
		return b.add()
	case "kind":
		return b.kind()
	case "plus", "minus":
		return b.change(map[string]int{"plus": 1, "minus": -1}[move])
	case "remove":
		return b.remove()
	case "undo":
		return b.undo()
	}
	return false
}

func (b *Builder) step(by int) bool {
	to := b.at + by
	if to < 0 || to >= len(b.list) {
		return false
	}
	b.at, b.dial = to, 0
	return true
}

func (b *Builder) turn(by int) bool {
	n := len(dials[b.list[b.at].op])
	if to := b.dial + by; to >= 0 && to < n {
		b.dial = to
		return true
	}
	return false
}

// try takes a changed network, or refuses it with the reason; at is the piece
// at hand afterwards.
func (b *Builder) try(list []piece, at int) bool {
	table, wrong, in, err := network(list)
	if err != nil {
		b.refuse(list, wrong, in)
		return false
	}
	b.past.Keep(b.list)
	b.list, b.table = list, table
	if at != b.at {
		b.dial = 0
	}
	b.at = at
	b.dial = min(b.dial, max(0, len(dials[list[at].op])-1))
	return true
}

// refuse keeps why a network cannot be.
func (b *Builder) refuse(list []piece, wrong int, in netspec.Shape) {
	w := words("refused.size", nil)
	if wrong > 0 {
		if net, err := netspec.Parse("1x1x1 | " + list[wrong].spec()); err == nil {
			w = words("refused.layer", viz.Args{"layer": wrong, "why": quiz.WhyNot(net.Layers[0], in)})
		}
	}
	b.refused = &w
}

// Refused is why the last change was not made; false if it was.
func (b *Builder) Refused() (viz.Words, bool) {
	if b.refused == nil {
		return viz.Words{}, false
	}
	return *b.refused, true
}

// add puts a layer behind the one at hand: a convolution, or the first kind
// that can stand there.
func (b *Builder) add() bool {
	if len(b.list) >= maxPieces {
		w := words("refused.many", viz.Args{"most": maxPieces - 1})
		b.refused = &w
		return false
	}
	for _, op := range kinds {
		if b.try(slices.Insert(slices.Clone(b.list), b.at+1, newPiece(op)), b.at+1) {
			b.refused = nil
			return true
		}
	}
	return false
}

// kind makes the layer at hand one of the next kind that can stand there.
func (b *Builder) kind() bool {
	now := slices.Index(kinds, b.list[b.at].op)
	if b.at == 0 {
		return false
	}
	for i := range len(kinds) - 1 {
		list := slices.Clone(b.list)
		list[b.at] = newPiece(kinds[(now+1+i)%len(kinds)])
		if b.try(list, b.at) {
			b.refused = nil
			return true
		}
	}
	return false
}

// change turns the number at hand.
func (b *Builder) change(by int) bool {
	all := dials[b.list[b.at].op]
	if len(all) == 0 {
		return false
	}
	d := all[b.dial]
	list := slices.Clone(b.list)
	p := piece{list[b.at].op, slices.Clone(list[b.at].values)}
	p.values[b.dial] += by
	if v := p.values[b.dial]; v < d.least || v > d.most {
		w := words("refused.limit", viz.Args{"mark": d.mark, "least": d.least, "most": d.most})
		b.refused = &w
		return false
	}
	list[b.at] = p
	return b.try(list, b.at)
}

// remove takes the layer at hand away.
func (b *Builder) remove() bool {
	if b.at == 0 {
		return false
	}
	return b.try(slices.Delete(slices.Clone(b.list), b.at, b.at+1), b.at-1)
}

// undo takes the last change back.
func (b *Builder) undo() bool {
	list, ok := b.past.Back()
	if !ok {
		return false
	}
	b.list = list
	b.table, _, _, _ = network(list) // it was worked out before
	b.at = min(b.at, len(list)-1)
	b.dial = 0
	return true
}

// Take implements Taker: a layer, written as in a spec, is put behind the one
// at hand, or refused with the reason.
func (b *Builder) Take(line string) bool {
	net, err := netspec.Parse("1x1x1 | " + line)
	if err != nil || len(net.Layers) != 1 {
		return false
	}
	p, ok := pieceOf(net.Layers[0])
	if !ok || len(b.list) >= maxPieces {
		return false
	}
	b.refused = nil
	b.try(slices.Insert(slices.Clone(b.list), b.at+1, p), b.at+1)
	return true
}

// Replace puts another network in the place of the present one, which can be
// undone; the error says why it cannot be built here.
func (b *Builder) Replace(line string) error {
	next, err := NewBuilder(line)
	if err != nil {
		return err
	}
	b.refused = nil
	if next.Line() != b.Line() {
		b.try(next.list, next.at)
	}
	return nil
}

// Link implements Linked.
func (b *Builder) Link() string {
	if line := b.Line(); line != b.start {
		return line
	}
	return ""
}

// Open implements Linked.
func (b *Builder) Open(link string) error {
	opened, err := NewBuilder(link)
	if err != nil {
		return err
	}
	opened.start, opened.goal, opened.asked = b.start, b.goal, b.asked
	*b = *opened
	return nil
}

// Facts fill prose.
func (b *Builder) Facts() viz.Args {
	return viz.Args{
		"input": b.table.Input.String(), "params": viz.Grouped(b.table.Total.Params), "layers": len(b.table.Rows), "line": b.Line(),
	}
}

// Words implements View.
func (b *Builder) Words(hide bool) []viz.Words {
	if hide {
		return []viz.Words{words("builder.asked", viz.Args{"in": b.table.Input.String(), "layers": strings.Join(b.askedSpecs(), ", ")})}
	}
	var list []viz.Words
	if b.refused != nil {
		list = append(list, *b.refused)
	}
	if b.at == 0 {
		list = append(list, words("builder.input", viz.Args{"in": b.table.Input.String()}))
	} else {
		l := Layers{table: b.table, at: b.at - 1, short: b.short}
		list = append(list, l.Words(false)...)
	}
	list = append(list, b.total())
	return append(list, b.goalWords()...)
}

// total says what the whole network puts out and learns.
func (b *Builder) total() viz.Words {
	out := b.table.Input
	if n := len(b.table.Rows); n > 0 {
		out = b.table.Rows[n-1].Out
	}
	return words("builder.total", viz.Args{"layers": len(b.table.Rows), "out": out.String(), "params": viz.Grouped(b.table.Total.Params)})
}
