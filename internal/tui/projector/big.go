package projector

import (
	"strings"

	"convtutor/viz/canvas"
)

// bigHigh is how many rows a big character has.
const bigHigh = 5

// glyphs are big characters, row by row.
var glyphs = map[rune][bigHigh]string{
	'0': {"███", "█ █", "█ █", "█ █", "███"},
	'1': {" █ ", "██ ", " █ ", " █ ", "███"},
	'2': {"███", "  █", "███", "█  ", "███"},
	'3': {"███", "  █", "███", "  █", "███"},
	'4': {"█ █", "█ █", "███", "  █", "  █"},
	'5': {"███", "█  ", "███", "  █", "███"},
	'6': {"███", "█  ", "███", "█ █", "███"},
	'7': {"███", "  █", "  █", "  █", "  █"},
	'8': {"███", "█ █", "███", "█ █", "███"},
	'9': {"███", "█ █", "███", "  █", "███"},
	'x': {"   ", "█ █", " █ ", "█ █", "   "},
	':': {" ", "█", " ", "█", " "},
	'.': {" ", " ", " ", " ", "█"},
	'-': {"  ", "  ", "██", "  ", "  "},
	'/': {"  █", "  █", " █ ", "█  ", "█  "},
	'A': {"███", "█ █", "███", "█ █", "█ █"},
	'B': {"██ ", "█ █", "██ ", "█ █", "██ "},
	'C': {"███", "█  ", "█  ", "█  ", "███"},
	'D': {"██ ", "█ █", "█ █", "█ █", "██ "},
	'E': {"███", "█  ", "██ ", "█  ", "███"},
	'F': {"███", "█  ", "██ ", "█  ", "█  "},
	'G': {"███", "█  ", "█ █", "█ █", "███"},
	'H': {"█ █", "█ █", "███", "█ █", "█ █"},
}

// bigWide is how many columns a text takes in big characters; ok is false where
// it has one that is not there.
func bigWide(text string) (w int, ok bool) {
	for _, r := range text {
		g, known := glyphs[r]
		if !known {
			return 0, false
		}
		w += canvas.Width(g[0]) + 1
	}
	return max(w-1, 0), true
}

// drawBig writes a text in big characters.
func drawBig(part canvas.Part, x, y int, role canvas.Role, text string) {
	for _, r := range text {
		g := glyphs[r]
		for row, line := range g {
			for i, cell := range []rune(line) {
				if cell != ' ' {
					part.Text(x+i, y+row, role, string(cell))
				}
			}
		}
		x += canvas.Width(g[0]) + 1
	}
}

// fits says that a text can stand in big characters in w columns.
func fits(text string, w int) bool {
	wide, ok := bigWide(strings.TrimSpace(text))
	return ok && wide <= w
}
