// Package canvas holds a picture as a grid of cells with meanings, not
// colours. Its one rule: whoever draws says what a cell is (a Role), never how
// it looks; themes and encoders decide that.
package canvas

// Role is what a cell means.
type Role uint8

// Roles. A picture uses the same role for the same thing everywhere.
const (
	RoleNone         Role = iota // background
	RoleText                     // prose
	RoleStrong                   // emphasised prose, headings
	RoleDim                      // there, but not needed now
	RoleFaint                    // still to come
	RoleRule                     // lines that part the screen
	RoleKey                      // a key that works now
	RoleSelected                 // the chosen entry of a list
	RoleField                    // a place to type
	RoleCursor                   // where typing goes
	RoleGood                     // right
	RoleBad                      // wrong, errors
	RoleNote                     // hints
	RoleInputTitle               // heading of the input
	RoleInput                    // input cell outside the window
	RoleInputInk                 // input cell outside the window that is not zero
	RoleWindow                   // input cell inside the window
	RoleWindowDone               // inside the window, product already taken
	RoleWindowNow                // the input cell of the current product
	RolePadding                  // padding cell outside the window
	RoleUnread                   // input cell that no window reads
	RoleFilterTitle              // heading of the filter
	RoleFilter                   // filter cell
	RoleFilterNow                // the filter cell of the current product
	RoleWeight                   // a weight written under an input cell
	RoleWeightNow                // the same, of the current product
	RoleMark                     // the bars at the sides of what is current in the input
	RoleFilterMark               // the same in the filter
	RoleProduct                  // term of the sum, taken
	RoleProductNow               // term of the sum, current
	RoleProductLater             // term of the sum, to come
	RoleOutputTitle              // heading of the output
	RoleOutput                   // output cell, known
	RoleOutputNow                // output cell being made
	RoleOutputMark               // the bars at its sides
	RoleOutputLater              // output cell, to come
	RolePositive                 // value above zero in a signed map
	RoleNegative                 // value below zero in a signed map
	RoleCode                     // a name or number quoted in prose
	RoleWindowZero               // area of a window cell whose value is zero
	RoleWindowPad                // padding cell inside the window
	RoleProductTitle             // "so far", and prose about products
	RoleHit                      // what a click or the cursor points at
	RoleTrack                    // progress still to come
	RoleTrackDone                // progress made
	RoleHeat0                    // cell of a heat map: the least, then five steps to the most
	RoleHeat1
	RoleHeat2
	RoleHeat3
	RoleHeat4
	RoleHeat5
	RoleCount // number of roles
)

// HeatSteps is how many steps a heat map has.
const HeatSteps = 6

// Heat is the role of n out of most in a heat map.
func Heat(n, most int) Role {
	return RoleHeat0 + Role(min(max(n, 0), most)*(HeatSteps-1)/max(1, most))
}

// RGB is a colour of a real picture, packed as 0x01RRGGBB; 0 means none.
type RGB uint32

// Color packs red, green and blue (0..255).
func Color(r, g, b uint8) RGB { return 1<<24 | RGB(r)<<16 | RGB(g)<<8 | RGB(b) }

// Parts gives red, green and blue (0..255) of a colour that is there.
func (c RGB) Parts() (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }

// Cell is one place of a Grid: what is written there and what it means.
type Cell struct {
	Glyph  string // one grapheme; "" on the right half of a wide one
	Role   Role   // what the glyph means
	Ground Role   // what the area under it means: its colour shows where Role has none of its own
	Wide   bool   // Glyph takes this place and the next
	Fore   RGB    // colour of a photo's upper half block, 0: by role
	Back   RGB    // colour of a photo's lower half block, 0: by role
}
