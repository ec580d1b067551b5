package theme

import "convtutor/viz/canvas"

// mono says everything with bold, faint, underline and reverse.
func mono() [canvas.RoleCount]Style {
	var s [canvas.RoleCount]Style
	for role, b := range monoBasic() {
		s[role] = Style{Bold: b.Bold, Faint: b.Faint, Underline: b.Underline, Reverse: b.Reverse}
	}
	return s
}

func monoBasic() [canvas.RoleCount]Basic {
	var s [canvas.RoleCount]Basic
	for i := range s {
		s[i] = Basic{Fore: NoColor, Back: NoColor}
	}
	for _, r := range []canvas.Role{
		canvas.RoleStrong, canvas.RoleKey, canvas.RoleGood, canvas.RoleBad, canvas.RoleCode,
		canvas.RoleInputTitle, canvas.RoleFilterTitle, canvas.RoleOutputTitle, canvas.RoleProductTitle,
		canvas.RoleWindow, canvas.RoleWindowDone, canvas.RoleWindowZero, canvas.RoleWindowPad,
		canvas.RoleWeightNow, canvas.RoleMark, canvas.RoleFilterMark, canvas.RoleOutputMark, canvas.RoleOutputNow,
		canvas.RoleHit, canvas.RolePositive, canvas.RoleSelected, canvas.RoleHeat3, canvas.RoleHeat4,
	} {
		s[r].Bold = true
	}
	for _, r := range []canvas.Role{
		canvas.RoleFaint, canvas.RoleRule, canvas.RoleInput, canvas.RolePadding, canvas.RoleUnread,
		canvas.RoleProductLater, canvas.RoleOutputLater, canvas.RoleTrack, canvas.RoleHeat0,
	} {
		s[r].Faint = true
	}
	for _, r := range []canvas.Role{canvas.RoleField, canvas.RoleHit} {
		s[r].Underline = true
	}
	for _, r := range []canvas.Role{
		canvas.RoleSelected, canvas.RoleCursor, canvas.RoleProductNow,
		canvas.RoleWindowNow, canvas.RoleFilterNow, canvas.RoleWeightNow, canvas.RoleHeat5,
	} {
		s[r].Reverse = true
	}
	return s
}

// basicColours are the few colours of sixteen that a theme uses: the plain
// ones on light terminals, the bright ones on dark.
type basicColours struct {
	amber, blue, violet, green, red, note int
	grey                                  int
}

var (
	darkBasic  = basicColours{amber: 11, blue: 12, violet: 13, green: 10, red: 9, note: 14, grey: 8}
	lightBasic = basicColours{amber: 3, blue: 4, violet: 5, green: 2, red: 1, note: 6, grey: 8}
)

// basic is the mono theme with the four families' colours: with sixteen
// colours nobody knows what the terminal's own look like, so areas are lit by
// a back of their family and everything else keeps the terminal's ground.
func basic(c basicColours) [canvas.RoleCount]Basic {
	s := monoBasic()
	for role, fore := range map[canvas.Role]int{
		canvas.RoleKey: c.blue, canvas.RoleGood: c.green, canvas.RoleBad: c.red, canvas.RoleNote: c.note, canvas.RoleCode: c.note,
		canvas.RoleInputTitle: c.amber, canvas.RoleWindow: c.amber, canvas.RoleWindowDone: c.amber, canvas.RoleWindowZero: c.amber,
		canvas.RoleWindowPad: c.amber, canvas.RolePadding: c.violet,
		canvas.RoleFilterTitle: c.blue, canvas.RoleFilter: c.blue, canvas.RoleWeight: c.blue,
		canvas.RoleProductTitle: c.violet,
		canvas.RoleOutputTitle:  c.green, canvas.RoleOutput: c.green, canvas.RoleOutputNow: c.green, canvas.RoleOutputMark: c.green,
		canvas.RolePositive: c.amber, canvas.RoleNegative: c.blue, canvas.RoleTrackDone: c.green,
		canvas.RoleFaint: c.grey, canvas.RoleRule: c.grey, canvas.RoleProductLater: c.grey, canvas.RoleTrack: c.grey,
		canvas.RoleInput: c.grey, canvas.RoleUnread: c.grey, canvas.RoleOutputLater: c.grey, canvas.RoleHeat0: c.grey,
		canvas.RoleHeat2: c.amber, canvas.RoleHeat3: c.amber, canvas.RoleHeat4: c.amber, canvas.RoleHeat5: c.amber,
	} {
		s[role].Fore, s[role].Faint = fore, false
	}
	// Lit cells are their colour turned round: whatever the terminal makes of
	// it can be read on the page, so the page's colour can be read on it.
	for role, fore := range map[canvas.Role]int{
		canvas.RoleWindowNow: c.amber, canvas.RoleWeightNow: c.amber, canvas.RoleMark: c.amber,
		canvas.RoleFilterNow: c.blue, canvas.RoleFilterMark: c.blue, canvas.RoleProductNow: c.violet,
	} {
		s[role].Fore = fore
	}
	return s
}

// dark256 are the dark grounds for 256 colours, which have few dark ones.
func dark256() map[canvas.Role]uint8 {
	return map[canvas.Role]uint8{
		canvas.RoleWindow: 58, canvas.RoleWindowZero: 58, canvas.RoleWindowPad: 60, canvas.RoleWindowNow: 94,
		canvas.RoleFilterNow: 24, canvas.RoleOutputNow: 22, canvas.RoleProductNow: 60,
	}
}

// heat256 are the grounds of a heat map for 256 colours, amber all the way: the
// nearest ones are green and pink.
func heat256(steps ...uint8) map[canvas.Role]uint8 {
	grounds := map[canvas.Role]uint8{}
	for step, n := range steps {
		grounds[canvas.RoleHeat0+canvas.Role(step)] = n
	}
	return grounds
}
