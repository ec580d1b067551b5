// Package encode turns a grid into what a terminal, a file or a reader
// understands: escape codes, plain text, pixels. Its one rule: it decides how
// a cell is written, never what it says.
package encode

import (
	"strconv"

	"convtutor/viz/canvas"
	"convtutor/viz/theme"

	"github.com/charmbracelet/colorprofile"
)

// Palette is a theme made ready for one kind of terminal: every role's escape
// codes, worked out once.
type Palette struct {
	profile colorprofile.Profile
	ascii   bool // the terminal shows no Unicode
	dark    bool
	colour  bool // real colours can be shown

	lead   [canvas.RoleCount]string // "ESC [ 0 ; attributes ; fore" and the role's own back
	whole  [canvas.RoleCount]bool   // lead has a back and ends the code
	ground [canvas.RoleCount]string // "; back m"
}

const reset = "\x1b[0m"

// NewPalette makes a theme ready for a terminal of a profile: true colour,
// 256 or 16 colours, attributes only (NO_COLOR), or nothing at all (NoTTY).
// asciiOnly writes stand-ins for what is not ASCII.
func NewPalette(t theme.Theme, p colorprofile.Profile, asciiOnly bool) *Palette {
	if p == colorprofile.ASCII {
		t, _ = theme.ByName(theme.Mono)
	}
	pal := &Palette{profile: p, ascii: asciiOnly, dark: t.Dark, colour: p >= colorprofile.ANSI256 && t.Name != theme.Mono}
	if p < colorprofile.ASCII {
		return pal
	}
	page := pal.back(t, canvas.RoleNone)
	for role := range canvas.RoleCount {
		own := pal.back(t, role)
		pal.lead[role] = "\x1b[0" + pal.attributes(t, role) + pal.fore(t, role)
		pal.ground[role] = own + "m"
		if own == "" {
			pal.ground[role] = page + "m"
		} else {
			pal.lead[role] += own + "m"
			pal.whole[role] = true
		}
	}
	// The page's own back must not hide the ground under what has role none.
	pal.lead[canvas.RoleNone] = "\x1b[0" + pal.attributes(t, canvas.RoleNone) + pal.fore(t, canvas.RoleNone)
	pal.whole[canvas.RoleNone] = false
	return pal
}

func (p *Palette) attributes(t theme.Theme, role canvas.Role) string {
	s := t.Styles[role]
	bold, faint, underline, reverse := s.Bold, s.Faint, s.Underline, s.Reverse
	if p.profile == colorprofile.ANSI {
		b := t.Basic[role]
		bold, faint, underline, reverse = b.Bold, b.Faint, b.Underline, b.Reverse
	}
	codes := ""
	for _, a := range []struct {
		on   bool
		code string
	}{{bold, ";1"}, {faint, ";2"}, {underline, ";4"}, {reverse, ";7"}} {
		if a.on {
			codes += a.code
		}
	}
	return codes
}

func (p *Palette) fore(t theme.Theme, role canvas.Role) string {
	if p.profile == colorprofile.ANSI {
		return basicCode(t.Basic[role].Fore, 30)
	}
	return p.code(t.Styles[role].Fore, "38")
}

// ground1 is the role's own back as parameters, "" if it has none.
func (p *Palette) back(t theme.Theme, role canvas.Role) string {
	if p.profile == colorprofile.ANSI {
		return basicCode(t.Basic[role].Back, 40)
	}
	if n, ok := t.Back256[role]; ok && p.profile == colorprofile.ANSI256 {
		return ";48;5;" + strconv.Itoa(int(n))
	}
	return p.code(t.Styles[role].Back, "48")
}

// code is a colour as parameters: ";38;2;r;g;b" or ";38;5;n".
func (p *Palette) code(c canvas.RGB, what string) string {
	if c == 0 {
		return ""
	}
	return string(p.appendColour(nil, c, what))
}

func (p *Palette) appendColour(b []byte, c canvas.RGB, what string) []byte {
	b = append(b, ';')
	b = append(b, what...)
	if p.profile == colorprofile.ANSI256 {
		b = append(b, ";5;"...)
		return strconv.AppendUint(b, uint64(nearest256(c)), 10)
	}
	r, g, bl := c.Parts()
	b = append(b, ";2;"...)
	b = strconv.AppendUint(b, uint64(r), 10)
	b = append(b, ';')
	b = strconv.AppendUint(b, uint64(g), 10)
	b = append(b, ';')
	return strconv.AppendUint(b, uint64(bl), 10)
}

// basicCode is one of the sixteen colours as a parameter; base is 30 for
// writing, 40 for the ground.
func basicCode(n, base int) string {
	switch {
	case n < 0:
		return ""
	case n < 8:
		return ";" + strconv.Itoa(base+n)
	}
	return ";" + strconv.Itoa(base+60+n-8)
}

// appendStyle appends the code that a cell's look needs.
func (p *Palette) appendStyle(b []byte, c *canvas.Cell) []byte {
	if p.profile < colorprofile.ASCII {
		return b
	}
	if p.colour && (c.Fore != 0 || c.Back != 0) {
		b = append(b, "\x1b[0"...)
		if c.Fore != 0 {
			b = p.appendColour(b, c.Fore, "38")
		}
		if c.Back != 0 {
			b = p.appendColour(b, c.Back, "48")
		}
		return append(b, 'm')
	}
	b = append(b, p.lead[c.Role]...)
	if !p.whole[c.Role] {
		b = append(b, p.ground[c.Ground]...)
	}
	return b
}

// appendGlyph appends what the terminal can show of a cell's glyph.
func (p *Palette) appendGlyph(b []byte, c *canvas.Cell) []byte {
	if c.Glyph == "▀" && c.Fore != 0 && !p.colour {
		return append(b, p.shade(c)...)
	}
	if p.ascii && len(c.Glyph) > 1 {
		return append(b, theme.ASCII(c.Glyph, c.Wide)...)
	}
	return append(b, c.Glyph...)
}

// shades are glyphs from no ink to most. Those of a signed map tell the sign.
var (
	asciiShades    = []string{" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"}
	blockShades    = []string{" ", "░", "▒", "▓", "█"}
	positiveShades = []string{" ", "+", "#"}
	negativeShades = []string{" ", "-", "="}
)

// shade stands in for two pixels where no colours can be shown: the lighter
// they are, the more the glyph lights the cell; in a signed map, the farther
// from zero.
func (p *Palette) shade(c *canvas.Cell) string {
	switch c.Role {
	case canvas.RolePositive:
		return positiveShades[max(brightest(c.Fore), brightest(c.Back))*len(positiveShades)/256]
	case canvas.RoleNegative:
		return negativeShades[max(brightest(c.Fore), brightest(c.Back))*len(negativeShades)/256]
	}
	ramp := blockShades
	if p.ascii {
		ramp = asciiShades
	}
	level := (luma(c.Fore) + luma(c.Back)) / 2 // 0..255
	if !p.dark {
		level = 255 - level
	}
	return ramp[level*len(ramp)/256]
}

func brightest(c canvas.RGB) int {
	r, g, b := c.Parts()
	return int(max(r, g, b))
}

// luma is a colour's lightness, 0 to 255 (ITU-R BT.601 weights).
func luma(c canvas.RGB) int {
	r, g, b := c.Parts()
	return (299*int(r) + 587*int(g) + 114*int(b)) / 1000
}
