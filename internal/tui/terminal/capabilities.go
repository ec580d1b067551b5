package terminal

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// ColorDepth is how many colours a terminal shows.
type ColorDepth uint8

// Colour depths.
const (
	NoColor ColorDepth = iota
	Colors16
	Colors256
	TrueColor
)

// Shade is what is known about a background without asking the terminal.
type Shade uint8

// Shades of a background.
const (
	ShadeUnknown Shade = iota
	ShadeDark
	ShadeLight
)

// Environment is what capabilities are told from.
type Environment struct {
	Getenv func(string) string
	Input  bool // standard input is a terminal
	Output bool // standard output is a terminal
	OS     string
}

// Capabilities are what a terminal can do, as far as its environment tells.
type Capabilities struct {
	Color    ColorDepth
	UTF8     bool     // other characters than ASCII are shown
	Plain    bool     // no screens: text in lines
	Shade    Shade    // of the background
	Graphics Graphics // likely; the answer to Ask is certain
	Ask      Questions
}

// Capabilities tells from an environment what its terminal can do.
func (e Environment) Capabilities() Capabilities {
	name := e.Getenv("TERM")
	dumb := name == "dumb" || name == "" && e.OS != "windows"
	c := Capabilities{
		Color: e.colors(),
		UTF8:  e.utf8(),
		Plain: dumb || !e.Input || !e.Output,
		Shade: e.shade(),
	}
	if c.Plain {
		return c
	}
	c.Graphics = e.graphics(name)
	if e.answers(name) {
		c.Ask = Questions{Background: true, Kitty: c.Graphics == GraphicsKitty, Sixel: true}
	}
	return c
}

// colors follows no-color.org (any value of NO_COLOR wins over all others) and
// otherwise what most programs do.
func (e Environment) colors() ColorDepth {
	if e.Getenv("NO_COLOR") != "" {
		return NoColor
	}
	if e.monochrome() {
		return NoColor
	}
	force := e.Getenv("CLICOLOR_FORCE")
	if !e.Output && (force == "" || force == "0") {
		return NoColor
	}
	var environ []string
	for _, name := range []string{
		"TERM", "COLORTERM", "CLICOLOR", "CLICOLOR_FORCE", "GOOGLE_CLOUD_SHELL",
		"WT_SESSION", "ConEmuANSI", "ANSICON", "ANSICON_VER",
	} {
		if value := e.Getenv(name); value != "" {
			environ = append(environ, name+"="+value)
		}
	}
	switch colorprofile.Env(environ) {
	case colorprofile.TrueColor:
		return TrueColor
	case colorprofile.ANSI256:
		return Colors256
	case colorprofile.ANSI:
		return Colors16
	}
	return NoColor
}

// monochrome tells by its name a terminal that knows no colours, as terminfo
// does: DEC's video terminals before the VT525, and what is named after having
// one colour. Whoever asks for colours all the same gets them.
func (e Environment) monochrome() bool {
	if e.Getenv("COLORTERM") != "" || e.Getenv("CLICOLOR_FORCE") != "" {
		return false
	}
	name := e.Getenv("TERM")
	if strings.HasSuffix(name, "-m") || strings.HasSuffix(name, "-mono") {
		return true
	}
	number, isDEC := strings.CutPrefix(name, "vt")
	return isDEC && number != "" && number[0] >= '0' && number[0] <= '9' && !strings.HasPrefix(number, "525")
}

// utf8 reads the locale as setlocale(3) does. Windows' console takes any text.
func (e Environment) utf8() bool {
	if e.OS == "windows" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(e.Getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return false
}

// shade reads COLORFGBG, which some terminals set to "foreground;background", as
// numbers of the 16 colours.
func (e Environment) shade() Shade {
	value := e.Getenv("COLORFGBG")
	n, err := strconv.Atoi(value[strings.LastIndex(value, ";")+1:])
	switch {
	case err != nil || n < 0 || n > 15:
		return ShadeUnknown
	case n == 7 || n >= 9:
		return ShadeLight
	}
	return ShadeDark
}

// multiplexed reports a terminal inside a terminal, which passes no pictures on.
func (e Environment) multiplexed(name string) bool {
	return e.Getenv("TMUX") != "" || e.Getenv("STY") != "" ||
		strings.HasPrefix(name, "screen") || strings.HasPrefix(name, "tmux")
}

// graphics tells by name the terminals that show pictures.
func (e Environment) graphics(name string) Graphics {
	program := e.Getenv("TERM_PROGRAM")
	switch {
	case e.multiplexed(name):
		return GraphicsNone
	case strings.Contains(name, "kitty"), e.Getenv("KITTY_WINDOW_ID") != "",
		strings.Contains(name, "ghostty"), program == "ghostty",
		program == "WezTerm", e.Getenv("KONSOLE_VERSION") != "":
		return GraphicsKitty
	case strings.HasPrefix(name, "foot"), strings.HasPrefix(name, "contour"),
		strings.HasPrefix(name, "mlterm"), strings.HasSuffix(name, "-sixel"):
		return GraphicsSixel
	}
	return GraphicsNone
}

// answers reports whether a terminal understands questions. The Linux console
// and old terminals would show them as text.
func (e Environment) answers(name string) bool {
	if e.OS == "windows" {
		return e.Getenv("WT_SESSION") != ""
	}
	for _, prefix := range []string{
		"xterm", "tmux", "foot", "alacritty", "wezterm", "contour", "mlterm", "rxvt", "konsole", "st-", "rio", "ghostty",
	} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return e.Getenv("TMUX") != "" // whose name may be that of a screen
}
