package viz

import (
	"fmt"

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
	Row    bool // its numbers stand in one row, C of them
	Times  int  // how many there are of it; 0 and 1 for one
	From   int  // the line that it appears with
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

// Sheets of the blocks, in columns and rows.
const (
	ledgerSheetW, ledgerSheetH = 9, 3
)

// high is the rows of the blocks with title and shape.
func (l *Ledger) high() int {
	most := 0
	for _, b := range l.blocks {
		_, _, _, rows := b.sheets()
		most = max(most, rows)
	}
	return 1 + most + 1
}

// sheets is a block as it is drawn, the size of a sheet and the rows of all.
func (b LedgerBlock) sheets() (v Volume, w, h, rows int) {
	v = b.Volume
	v.C = min(v.C, chainSheets)
	w, h = ledgerSheetW, ledgerSheetH
	if b.Row {
		v.C, w, h = 1, 3, ledgerSheetH+2
	}
	_, rows = v.Size(w, h)
	return v, w, h, rows
}

// MinSize is the least area in which blocks and lines can be read.
func (l *Ledger) MinSize() (w, h int) { return 60, l.high() + 1 + len(l.lines) }

// Draw draws the lines up to step i and their blocks.
func (l *Ledger) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	x := 0
	for _, b := range l.blocks {
		x += b.draw(p, f, x, l.high()-1, i >= b.From && !f.Hide) + 4
	}
	wide := 0
	for _, line := range l.lines {
		wide = max(wide, canvas.Width(f.Say(line.label)))
	}
	high := 1
	if f.Area.H >= l.high()+1+2*len(l.lines) {
		high = 2
	}
	for k, line := range l.lines {
		line.draw(p, canvas.Rect{X: wide + 3, Y: l.high() + 1 + k*high, W: f.Area.W - wide - 3, H: 1}, k, i, f)
	}
}

// draw draws a block from column x on, its shape in row foot, where it is known,
// and gives its columns.
func (b LedgerBlock) draw(p canvas.Part, f Frame, x, foot int, known bool) (columns int) {
	title := f.Say(b.Title)
	shape := b.Volume.Shape()
	if b.Row {
		shape = b.Volume.counted()
	}
	if b.Times > 1 {
		shape = fmt.Sprintf("%d × (%s)", b.Times, shape)
	}
	v, w, h, high := b.sheets()
	wide, _ := v.Size(w, h)
	columns = max(canvas.Width(title), canvas.Width(shape), wide)
	if !known {
		p.Text(x, 0, canvas.RoleFaint, title)
		p.Text(x, foot, canvas.RoleFaint, "?")
		return columns
	}
	p.Text(x, 0, volumeRoles[v.Of][0], title)
	v.Draw(p, x, foot-high, w, h)
	p.Text(x, foot, canvas.RoleStrong, shape)
	return columns
}
