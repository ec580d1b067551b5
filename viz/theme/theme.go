// Package theme says how each role looks: colours and attributes by name of
// theme, and plain glyphs for terminals without Unicode. Its one rule: no
// meaning is told by colour alone; pictures carry marks, themes only help.
package theme

import (
	"maps"
	"slices"

	"convtutor/viz/canvas"
)

// Style is how a role looks. A colour of 0 is none: the area's own, or the
// terminal's.
type Style struct {
	Fore, Back                      canvas.RGB
	Bold, Faint, Underline, Reverse bool
}

// Basic is how a role looks with the terminal's own sixteen colours: 0 to 15,
// or NoColor.
type Basic struct {
	Fore, Back                      int
	Bold, Faint, Underline, Reverse bool
}

// NoColor is a basic colour left as the terminal has it.
const NoColor = -1

// Theme is a style for every role.
type Theme struct {
	Name   string
	Dark   bool // light writing on a dark ground
	Styles [canvas.RoleCount]Style
	Basic  [canvas.RoleCount]Basic // the same for sixteen colours
	// Back256 are the grounds that the nearest of 256 colours would lose.
	Back256 map[canvas.Role]uint8
}

// Names of the themes.
const (
	Dark     = "dark"
	Light    = "light"
	Contrast = "high-contrast"
	Mono     = "mono"
)

// Names lists the themes in the order in which they are offered.
func Names() []string { return []string{Dark, Light, Contrast, Mono} }

// ByName gives a theme; ok is false where there is none of that name.
func ByName(name string) (t Theme, ok bool) {
	if !slices.Contains(Names(), name) {
		return Theme{}, false
	}
	switch name {
	case Mono:
		return Theme{Name: name, Dark: true, Styles: mono(), Basic: monoBasic()}, true
	case Light:
		return Theme{Name: name, Styles: styles(lightColours), Basic: basic(lightBasic), Back256: heat256(255, 222, 214, 172, 130, 94)}, true
	case Contrast:
		return Theme{Name: name, Dark: true, Styles: styles(contrastColours), Basic: basic(darkBasic), Back256: dark256()}, true
	}
	grounds := heat256(235, 58, 94, 130, 172, 220)
	maps.Copy(grounds, dark256())
	return Theme{Name: Dark, Dark: true, Styles: styles(darkColours), Basic: basic(darkBasic), Back256: grounds}, true
}

// Look gives the colours and attributes of a role on a ground: the role's own
// back, else the ground's, else the page's.
func (t *Theme) Look(role, ground canvas.Role) Style {
	s := t.Styles[role]
	if s.Back == 0 {
		s.Back = t.Styles[ground].Back
	}
	if s.Back == 0 {
		s.Back = t.Styles[canvas.RoleNone].Back
	}
	if s.Fore == 0 {
		s.Fore = t.Styles[canvas.RoleNone].Fore
	}
	return s
}
