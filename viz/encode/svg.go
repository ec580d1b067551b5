package encode

import (
	"encoding/xml"
	"fmt"
	"strings"

	"convtutor/viz/canvas"
	"convtutor/viz/theme"
)

// SVGOptions say what stands round a grid drawn as SVG.
type SVGOptions struct {
	Title string // what the picture shows, for those who hear it
	Frame bool   // a margin and rounded corners, as a window has them
}

// The size of a cell in SVG units: eighths of it are whole numbers both ways,
// and half a cell is a square.
const (
	svgWidth    = 8
	svgHeight   = 16
	svgBaseline = 12
	svgFontSize = 13
	svgMargin   = 12
	svgCorner   = 8
)

// SVG gives the grid as a picture that needs no other file. Areas, bars and
// half blocks are shapes; text is text, set at its columns and given its width
// there, so that it lines up whatever monospace font is at hand.
func SVG(g *canvas.Grid, t theme.Theme, o SVGOptions) string {
	s := &svg{theme: t, classes: map[svgStyle]string{}}
	s.ink, s.page = t.Styles[canvas.RoleNone].Fore, t.Styles[canvas.RoleNone].Back
	if s.ink == 0 || s.page == 0 { // the mono theme leaves them to the terminal
		s.ink, s.page = canvas.Color(0xe6, 0xe6, 0xe6), canvas.Color(0x16, 0x16, 0x16)
	}
	for y := range g.H {
		s.row(g.Row(y), y)
	}
	return s.write(g, o)
}

// svg gathers what a picture is made of.
type svg struct {
	theme     theme.Theme
	ink, page canvas.RGB
	areas     shapes // grounds that are not the page's
	marks     shapes // blocks, bars and rules, over the areas
	texts     []svgText
	classes   map[svgStyle]string
	styles    []svgStyle // in the order of their classes
}

// svgStyle is what pieces of text can differ in.
type svgStyle struct {
	fore canvas.RGB
	bold bool
}

// svgLook is how one cell looks when all is said.
type svgLook struct {
	fore, back      canvas.RGB
	bold, underline bool
}

// look works a cell's colours out: a photo's own, else those of its role on
// its ground.
func (s *svg) look(c *canvas.Cell) svgLook {
	st := s.theme.Look(c.Role, c.Ground)
	l := svgLook{st.Fore, st.Back, st.Bold, st.Underline}
	if l.fore == 0 {
		l.fore = s.ink
	}
	if l.back == 0 {
		l.back = s.page
	}
	if st.Faint {
		l.fore = between(l.fore, l.back)
	}
	if st.Reverse {
		l.fore, l.back = l.back, l.fore
	}
	if s.theme.Name == theme.Mono {
		return l
	}
	if c.Fore != 0 {
		l.fore = c.Fore
	}
	if c.Back != 0 {
		l.back = c.Back
	}
	return l
}

// between is the colour half way from one to another.
func between(a, b canvas.RGB) canvas.RGB {
	ar, ag, ab := a.Parts()
	br, bg, bb := b.Parts()
	half := func(x, y uint8) uint8 { return uint8((int(x) + int(y)) / 2) }
	return canvas.Color(half(ar, br), half(ag, bg), half(ab, bb))
}

// row takes row y apart into areas, marks and text.
func (s *svg) row(cells []canvas.Cell, y int) {
	line := svgLine{s: s, y: y}
	for x := range cells {
		c := &cells[x]
		if c.Glyph == "" {
			continue // the right half of a wide one
		}
		columns := 1
		if c.Wide {
			columns = 2
		}
		l, glyph := s.look(c), s.glyph(c)
		if l.back != s.page {
			s.areas.add(l.back, 1, x*svgWidth, y*svgHeight, columns*svgWidth, svgHeight)
		}
		if l.underline {
			s.marks.add(l.fore, 1, x*svgWidth, y*svgHeight+svgHeight-2, columns*svgWidth, 1)
		}
		if b, ok := blocks[glyph]; ok {
			s.marks.add(l.fore, b.ink, x*svgWidth+b.x, y*svgHeight+2*b.y, b.w, 2*b.h)
			glyph = " "
		}
		line.add(x, columns, glyph, svgStyle{l.fore, l.bold})
	}
	line.close()
}

// glyph is what is written in a cell: without colours a photo is shades.
func (s *svg) glyph(c *canvas.Cell) string {
	if c.Glyph == "▀" && c.Fore != 0 && s.theme.Name == theme.Mono {
		return (&Palette{dark: s.theme.Dark}).shade(c)
	}
	return c.Glyph
}

// class is the name of a style in the picture's style sheet.
func (s *svg) class(st svgStyle) string {
	name, ok := s.classes[st]
	if !ok {
		name = fmt.Sprintf("c%d", len(s.styles))
		s.classes[st] = name
		s.styles = append(s.styles, st)
	}
	return name
}

// svgFonts are the systems' monospace fonts, then some that have Hangul; none
// of them is needed.
const svgFonts = `ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",D2Coding,"Noto Sans Mono CJK KR",monospace`

func (s *svg) write(g *canvas.Grid, o SVGOptions) string {
	margin, corner := 0, 0
	if o.Frame {
		margin, corner = svgMargin, svgCorner
	}
	w, h := g.W*svgWidth+2*margin, g.H*svgHeight+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">`+"\n", w, h, w, h)
	if o.Title != "" {
		fmt.Fprintf(&b, "<title>%s</title>\n", escaped(o.Title))
	}
	fmt.Fprintf(&b, "<style>text{font:%dpx %s}", svgFontSize, svgFonts)
	for i, st := range s.styles {
		fmt.Fprintf(&b, ".c%d{fill:%s", i, hex(st.fore))
		if st.bold {
			b.WriteString(";font-weight:bold")
		}
		b.WriteString("}")
	}
	b.WriteString("</style>\n")
	fmt.Fprintf(&b, `<rect width="%d" height="%d" rx="%d" fill="%s"/>`+"\n", w, h, corner, hex(s.page))
	fmt.Fprintf(&b, `<g transform="translate(%d %d)">`+"\n", margin, margin)
	b.WriteString(`<g shape-rendering="crispEdges">` + "\n")
	s.areas.write(&b)
	s.marks.write(&b)
	b.WriteString("</g>\n")
	for _, t := range s.texts {
		t.write(&b)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// hex is a colour as style sheets write it.
func hex(c canvas.RGB) string {
	r, g, b := c.Parts()
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

// escaped is text that may stand between tags; what XML cannot say at all is
// replaced.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes everything
	return b.String()
}
