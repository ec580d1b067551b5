package encode

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"convtutor/viz/canvas"
)

// block is a glyph that is drawn as a rectangle: its place in eighths of a
// cell, and how much of it is ink.
type block struct {
	x, y, w, h int
	ink        float64
}

// blocks are the glyphs that are shapes: fonts draw them with seams or in a
// width of their own.
var blocks = map[string]block{
	"█": {0, 0, 8, 8, 1},
	"▓": {0, 0, 8, 8, 0.75},
	"▒": {0, 0, 8, 8, 0.5},
	"░": {0, 0, 8, 8, 0.25},
	"▀": {0, 0, 8, 4, 1},
	"▁": {0, 7, 8, 1, 1},
	"▂": {0, 6, 8, 2, 1},
	"▃": {0, 5, 8, 3, 1},
	"▄": {0, 4, 8, 4, 1},
	"▅": {0, 3, 8, 5, 1},
	"▆": {0, 2, 8, 6, 1},
	"▇": {0, 1, 8, 7, 1},
	"▉": {0, 0, 7, 8, 1},
	"▊": {0, 0, 6, 8, 1},
	"▋": {0, 0, 5, 8, 1},
	"▌": {0, 0, 4, 8, 1},
	"▍": {0, 0, 3, 8, 1},
	"▎": {0, 0, 2, 8, 1},
	"▏": {0, 0, 1, 8, 1},
	"▐": {4, 0, 4, 8, 1},
	"▕": {7, 0, 1, 8, 1},
	"─": {0, 4, 8, 1, 0.6},
	"━": {0, 4, 8, 1, 1},
	"│": {4, 0, 1, 8, 1},
	"┃": {3, 0, 2, 8, 1},
}

// shape is a rectangle in SVG units.
type shape struct{ x, y, w, h int }

// paint is what rectangles can differ in.
type paint struct {
	colour canvas.RGB
	ink    float64
}

// shapes are rectangles by paint, in the order in which paints were first
// used. No two of a picture's areas overlap, nor any two of its marks but an
// underline of the same colour, so that the order says nothing.
type shapes struct {
	order []paint
	of    map[paint][]shape
}

// add adds a rectangle; one that goes on where the last ended in its row makes
// that one wider.
func (s *shapes) add(colour canvas.RGB, ink float64, x, y, w, h int) {
	if s.of == nil {
		s.of = map[paint][]shape{}
	}
	p := paint{colour, ink}
	list, known := s.of[p]
	if !known {
		s.order = append(s.order, p)
	}
	if n := len(list); n > 0 {
		if last := &list[n-1]; last.x+last.w == x && last.y == y && last.h == h {
			last.w += w
			return
		}
	}
	s.of[p] = append(list, shape{x, y, w, h})
}

// write writes a path for each paint.
func (s *shapes) write(b *strings.Builder) {
	for _, p := range s.order {
		fmt.Fprintf(b, `<path fill="%s"`, hex(p.colour))
		if p.ink != 1 {
			fmt.Fprintf(b, ` fill-opacity="%g"`, p.ink)
		}
		b.WriteString(` d="`)
		for _, r := range stacked(s.of[p]) {
			fmt.Fprintf(b, "M%d %dh%dv%dh-%dz", r.x, r.y, r.w, r.h, r.w)
		}
		b.WriteString("\"/>\n")
	}
}

// stacked joins rectangles that stand exactly on one another.
func stacked(list []shape) []shape {
	byColumn := slices.SortedFunc(slices.Values(list), func(a, b shape) int {
		return cmp.Or(a.x-b.x, a.w-b.w, a.y-b.y)
	})
	var joined []shape
	for _, r := range byColumn {
		if n := len(joined); n > 0 {
			last := &joined[n-1]
			if last.x == r.x && last.w == r.w && last.y+last.h == r.y {
				last.h += r.h
				continue
			}
		}
		joined = append(joined, r)
	}
	return joined
}
