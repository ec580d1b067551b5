package encode

import (
	"slices"
	"strings"

	"convtutor/viz/canvas"

	"github.com/charmbracelet/colorprofile"
)

// ANSI gives the grid as lines of escape codes, one a row. Each line stands
// for itself: it begins with its style and ends with a reset.
func ANSI(g *canvas.Grid, pal *Palette) []string {
	out := make([]string, g.H)
	for y := range g.H {
		out[y] = string(pal.appendRow(nil, g.Row(y)))
	}
	return out
}

// Text gives the grid as plain lines, blanks at the end left out.
func Text(g *canvas.Grid) []string { return g.Lines() }

// appendRow appends a row, with one code a run of cells that look alike.
func (p *Palette) appendRow(b []byte, row []canvas.Cell) []byte {
	for i := range row {
		c := &row[i]
		if i == 0 || !alike(c, &row[i-1]) {
			b = p.appendStyle(b, c)
		}
		b = p.appendGlyph(b, c)
	}
	if p.profile >= colorprofile.ASCII && len(row) > 0 {
		b = append(b, reset...)
	}
	return b
}

func alike(a, b *canvas.Cell) bool {
	return a.Role == b.Role && a.Ground == b.Ground && a.Fore == b.Fore && a.Back == b.Back
}

// same tells whether two rows show the same.
func same(a, b []canvas.Cell) bool { return slices.Equal(a, b) }

// Encoder encodes frame after frame and works only on rows that changed.
type Encoder struct {
	pal  *Palette
	last *canvas.Grid
	rows [][]byte
	out  string
}

// NewEncoder makes an encoder that writes with a palette.
func NewEncoder(pal *Palette) *Encoder { return &Encoder{pal: pal, last: canvas.New(0, 0)} }

// SetPalette changes the look; the next frame is encoded anew.
func (e *Encoder) SetPalette(pal *Palette) {
	e.pal = pal
	e.last = canvas.New(0, 0)
}

// Palette is the look that it writes with.
func (e *Encoder) Palette() *Palette { return e.pal }

// Encode gives the grid as lines joined by "\n". The grid may be drawn anew
// afterwards: the encoder keeps a copy of what it has seen.
func (e *Encoder) Encode(g *canvas.Grid) string {
	if !e.update(g) {
		return e.out
	}
	n := 0
	for _, r := range e.rows {
		n += len(r) + 1
	}
	var b strings.Builder
	b.Grow(n)
	for i, r := range e.rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.Write(r)
	}
	e.out = b.String()
	return e.out
}

// update encodes the rows that changed and tells whether there were any.
func (e *Encoder) update(g *canvas.Grid) bool {
	if e.last.W != g.W || e.last.H != g.H {
		e.last = g.Copy()
		e.rows = slices.Grow(e.rows[:0], g.H)[:g.H]
		for y := range e.rows {
			e.rows[y] = e.pal.appendRow(e.rows[y][:0], g.Row(y))
		}
		return true
	}
	changed := false
	for y := range e.rows {
		row, last := g.Row(y), e.last.Row(y)
		if same(row, last) {
			continue
		}
		copy(last, row)
		e.rows[y] = e.pal.appendRow(e.rows[y][:0], row)
		changed = true
	}
	return changed
}
