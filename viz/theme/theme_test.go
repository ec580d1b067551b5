package theme_test

import (
	"math"
	"testing"

	"convtutor/viz/canvas"
	"convtutor/viz/theme"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c canvas.RGB) float64 {
	r, g, b := c.Parts()
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b canvas.RGB) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// grounds are the areas that a role is written on, beside its own and the page.
var grounds = map[canvas.Role][]canvas.Role{
	canvas.RoleWindowDone:  {canvas.RoleWindow, canvas.RoleWindowZero, canvas.RoleWindowPad},
	canvas.RoleWeight:      {canvas.RoleWindow, canvas.RoleWindowZero, canvas.RoleWindowPad},
	canvas.RoleWeightNow:   {canvas.RoleWindowNow},
	canvas.RoleMark:        {canvas.RoleWindowNow},
	canvas.RoleFilterMark:  {canvas.RoleFilterNow},
	canvas.RoleOutputMark:  {canvas.RoleOutputNow},
	canvas.RoleOutputNow:   {canvas.RoleOutputNow},
	canvas.RoleInputInk:    {canvas.RoleInputInk},
	canvas.RoleText:        {canvas.RoleSelected, canvas.RoleField},
	canvas.RoleStrong:      {canvas.RoleSelected, canvas.RoleField},
	canvas.RoleOutput:      {canvas.RoleOutput},
	canvas.RoleOutputLater: {canvas.RoleOutputLater},
}

// least is the contrast that a role needs: 4.5 where it must be read, 3 where
// it is there but not needed now.
func least(role canvas.Role) float64 {
	switch role {
	case canvas.RoleNone, canvas.RoleRule:
		return 0
	case canvas.RoleDim, canvas.RoleFaint, canvas.RoleInput, canvas.RoleInputInk, canvas.RolePadding, canvas.RoleUnread,
		canvas.RoleProductLater, canvas.RoleOutputLater, canvas.RoleTrack, canvas.RoleTrackDone,
		canvas.RoleMark, canvas.RoleFilterMark, canvas.RoleOutputMark:
		return 3
	}
	return 4.5
}

func TestContrast(t *testing.T) {
	for _, name := range theme.Names() {
		if name == theme.Mono {
			continue // the terminal's own colours
		}
		th, _ := theme.ByName(name)
		for role := range canvas.RoleCount {
			on := grounds[role]
			if on == nil {
				on = []canvas.Role{canvas.RoleNone}
			}
			need := least(role)
			if name == theme.Contrast && need == 4.5 {
				need = 7
			}
			for _, ground := range on {
				s := th.Look(role, ground)
				if c := contrast(s.Fore, s.Back); c < need {
					t.Errorf("%s: role %c on %c has contrast %.2f, needs %.1f", name, canvas.Letter(role), canvas.Letter(ground), c, need)
				}
			}
		}
	}
}

func TestEveryThemeHasEveryRole(t *testing.T) {
	for _, name := range theme.Names() {
		th, ok := theme.ByName(name)
		if !ok || th.Name != name {
			t.Fatalf("no theme %q", name)
		}
		for role := range canvas.RoleCount {
			if name != theme.Mono && th.Styles[role].Fore == 0 {
				t.Errorf("%s: role %c has no colour", name, canvas.Letter(role))
			}
		}
	}
	if _, ok := theme.ByName("sepia"); ok {
		t.Error("a theme that is not there was found")
	}
}

// TestLitCellsDifferWithoutColour holds the meaning apart where only
// attributes are left.
func TestLitCellsDifferWithoutColour(t *testing.T) {
	th, _ := theme.ByName(theme.Mono)
	pairs := [][2]canvas.Role{
		{canvas.RoleWindow, canvas.RoleInput},
		{canvas.RoleWindowNow, canvas.RoleWindow},
		{canvas.RoleFilterNow, canvas.RoleFilter},
		{canvas.RoleProductNow, canvas.RoleProduct},
		{canvas.RoleProduct, canvas.RoleProductLater},
		{canvas.RoleOutputNow, canvas.RoleOutput},
		{canvas.RoleSelected, canvas.RoleText},
		{canvas.RoleField, canvas.RoleText},
		{canvas.RolePositive, canvas.RoleNegative},
		{canvas.RoleHeat0, canvas.RoleHeat1},
		{canvas.RoleHeat1, canvas.RoleHeat3},
		{canvas.RoleHeat3, canvas.RoleHeat5},
	}
	for _, p := range pairs {
		if th.Styles[p[0]] == th.Styles[p[1]] {
			t.Errorf("roles %c and %c look the same", canvas.Letter(p[0]), canvas.Letter(p[1]))
		}
	}
}

// TestHeatRises: from step to step a heat map's cell stands out more from the
// page, so that the order is seen without colours too.
func TestHeatRises(t *testing.T) {
	for _, name := range theme.Names() {
		th, _ := theme.ByName(name)
		page := th.Styles[canvas.RoleNone].Back
		for step := 1; step < canvas.HeatSteps && name != theme.Mono; step++ {
			low, high := th.Styles[canvas.Heat(step-1, canvas.HeatSteps-1)], th.Styles[canvas.Heat(step, canvas.HeatSteps-1)]
			if contrast(high.Back, page) < 1.15*contrast(low.Back, page) {
				t.Errorf("%s: step %d is hardly told from step %d", name, step, step-1)
			}
		}
	}
	for n, want := range map[int]canvas.Role{-1: canvas.RoleHeat0, 0: canvas.RoleHeat0, 1: canvas.RoleHeat0, 2: canvas.RoleHeat1, 9: canvas.RoleHeat5, 12: canvas.RoleHeat5} {
		if got := canvas.Heat(n, 9); got != want {
			t.Errorf("%d of 9 is %c", n, canvas.Letter(got))
		}
	}
	if canvas.Heat(0, 0) != canvas.RoleHeat0 {
		t.Error("nothing of nothing is not the least")
	}
}

func TestASCIIStandsInAtTheSameWidth(t *testing.T) {
	for _, glyph := range []string{"×", "▌", "▐", "·", "→", "─", "●", "○", "▀", "…", "✓"} {
		s := theme.ASCII(glyph, false)
		if len(s) != 1 || s == "?" || s[0] >= 0x7f {
			t.Errorf("%q stands in as %q", glyph, s)
		}
	}
	if s := theme.ASCII("합", true); s != "??" {
		t.Errorf("got %q", s)
	}
}
