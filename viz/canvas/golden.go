package canvas

import "strings"

// roleLetters is one letter a role for golden files: capitals for what is lit.
var roleLetters = [RoleCount]byte{
	RoleNone: '.', RoleText: 't', RoleStrong: 'T', RoleDim: 'd', RoleFaint: 'f',
	RoleRule: 'r', RoleKey: 'k', RoleSelected: 'S', RoleField: '_', RoleCursor: 'C',
	RoleGood: 'g', RoleBad: 'b', RoleNote: 'n',
	RoleInputTitle: 'I', RoleInput: 'i', RoleInputInk: 'j', RoleWindow: 'W',
	RoleWindowDone: 'w', RoleWindowNow: '@', RolePadding: 'p', RoleWindowPad: 'P',
	RoleUnread: 'u', RoleFilterTitle: 'F', RoleFilter: 'l', RoleFilterNow: 'L',
	RoleWeight: 'y', RoleWeightNow: 'Y', RoleMark: 'M', RoleFilterMark: 'R',
	RoleProduct: 'x', RoleProductNow: 'X', RoleProductLater: 'z', RoleProductTitle: 'Z',
	RoleOutputTitle: 'O', RoleOutput: 'o', RoleOutputNow: 'N', RoleOutputMark: 'm',
	RoleOutputLater: 'q', RolePositive: '+', RoleNegative: '-', RoleCode: 'c',
	RoleHit: 'H', RoleWindowZero: 'v', RoleTrack: 'a', RoleTrackDone: 'A',
	RoleHeat0: '0', RoleHeat1: '1', RoleHeat2: '2', RoleHeat3: '3', RoleHeat4: '4', RoleHeat5: '5',
}

// Lines is the grid as plain text, a string a row, blanks at the end left out.
func (g *Grid) Lines() []string {
	out := make([]string, g.H)
	var b strings.Builder
	for y := range g.H {
		b.Reset()
		for _, c := range g.Row(y) {
			b.WriteString(c.Glyph)
		}
		out[y] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// Letter is the letter that stands for a role in golden files.
func Letter(r Role) byte {
	if int(r) >= len(roleLetters) {
		return '~'
	}
	return roleLetters[r]
}

// Golden is the grid for golden files: the text, then one letter a role; no
// escape codes, so that a reviewer reads the difference.
func (g *Grid) Golden() string {
	var b strings.Builder
	for _, l := range g.Lines() {
		b.WriteString("|" + l + "\n")
	}
	b.WriteString("\n")
	for y := range g.H {
		line := make([]byte, 0, g.W+1)
		line = append(line, '|')
		for _, c := range g.Row(y) {
			line = append(line, Letter(c.Role))
		}
		b.WriteString(strings.TrimRight(string(line), ".") + "\n")
	}
	return b.String()
}
