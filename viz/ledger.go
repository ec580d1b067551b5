package viz

import (
	"fmt"
	"strconv"

	"convtutor/viz/canvas"
)

// LedgerLine is a line of an account: what it counts, its arithmetic with the
// result ("3*3*4 = 36", or the result alone).
type LedgerLine struct {
	Label Words
	Sum   string
	Whole bool // the result is what was asked for
}

// LedgerBlock is a block of numbers that is counted.
type LedgerBlock struct {
	Title  Words
	Volume Volume
	Times  int // how many there are of it; 0 and 1 for one
	From   int // the line that it appears with
}

// Ledger counts: blocks of numbers beside each other and, below them, an account
// of how many numbers they hold, a line a step.
type Ledger struct {
	blocks []LedgerBlock
	lines  []workedLine
}

// NewLedger writes an account of blocks; there is one line at least.
func NewLedger(blocks []LedgerBlock, lines []LedgerLine) *Ledger {
	l := &Ledger{blocks: blocks}
	for _, line := range lines {
		sum, result := cutSum(line.Sum)
		if sum == result {
			sum = ""
		}
		l.lines = append(l.lines, workedLine{line.Label, sum, result, line.Whole})
	}
	return l
}

// Steps is a step for every line.
func (l *Ledger) Steps() int { return len(l.lines) }

// Words says line i.
func (l *Ledger) Words(i int) Words {
	line := l.lines[i]
	return Words{Key: "slide.worked.said", Args: Args{"label": line.label, "sum": line.text()}}
}

// Sheets of the blocks, in columns and rows, and the rows of all of them with
// title and shape.
const (
	ledgerSheetW, ledgerSheetH = 9, 3
	ledgerHigh                 = 1 + ledgerSheetH + maxSlant + 1
)

// MinSize is the least area in which blocks and lines can be read.
func (l *Ledger) MinSize() (w, h int) { return 60, ledgerHigh + 1 + len(l.lines) }

// Draw draws the lines up to step i and their blocks.
func (l *Ledger) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	x := 0
	for _, b := range l.blocks {
		x += b.draw(p, f, x, i >= b.From && !f.Hide) + 4
	}
	wide := 0
	for _, line := range l.lines {
		wide = max(wide, canvas.Width(f.Say(line.label)))
	}
	high := 1
	if f.Area.H >= ledgerHigh+1+2*len(l.lines) {
		high = 2
	}
	for k, line := range l.lines {
		line.draw(p, canvas.Rect{X: wide + 3, Y: ledgerHigh + 1 + k*high, W: f.Area.W - wide - 3, H: 1}, k, i, f)
	}
}

// draw draws a block from column x on, where it is known, and gives its columns.
func (b LedgerBlock) draw(p canvas.Part, f Frame, x int, known bool) (columns int) {
	title := f.Say(b.Title)
	shape := b.Volume.Shape()
	row := b.Volume.H == 1 && b.Volume.W == 1 // numbers in a row
	if row {
		shape = strconv.Itoa(b.Volume.C)
	}
	if b.Times > 1 {
		shape = fmt.Sprintf("%d × (%s)", b.Times, shape)
	}
	v := b.Volume
	v.C = min(v.C, chainSheets)
	w, h := ledgerSheetW, ledgerSheetH
	if row {
		v.C, w, h = 1, 3, ledgerSheetH+maxSlant
	}
	wide, high := v.Size(w, h)
	columns = max(canvas.Width(title), canvas.Width(shape), wide)
	if !known {
		p.Text(x, 0, canvas.RoleFaint, title)
		p.Text(x, ledgerHigh-1, canvas.RoleFaint, "?")
		return columns
	}
	p.Text(x, 0, volumeRoles[v.Of][0], title)
	v.Draw(p, x, ledgerHigh-1-high, w, h)
	p.Text(x, ledgerHigh-1, canvas.RoleStrong, shape)
	return columns
}
