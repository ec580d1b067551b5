package ask

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
)

// grid is a table of cells to type numbers into.
type grid struct {
	question   quiz.Question
	rowCount   int
	columns    int
	cells      []string // row by row
	at         int
	fresh      bool     // the next sign replaces what stands in the cell
	checked    []string // the cells when they were graded last
	rightCells [][]bool // which of those were right
}

// Keys of a grid.
var (
	keyCells  = tui.Bind("← ↑ ↓ →", "key.cell", "left")
	keyEast   = tui.Bind("→", "key.cell", "right")
	keyNorth  = tui.Bind("↑", "key.cell", "up")
	keySouth  = tui.Bind("↓", "key.cell", "down")
	keyNext   = tui.Bind("tab", "key.next_cell", "tab", " ")
	keyBefore = tui.Bind("shift+tab", "key.next_cell", "shift+tab")
	keyErase  = tui.Bind("⌫", "key.wipe", "backspace", "delete")
	keyFill   = tui.Bind("enter", "key.next_cell", "enter")
)

// maxCell bounds a cell, in runes.
const maxCell = 8

func newGrid(q quiz.Question) *grid {
	rows, cols := quiz.GridSize(q.Answer)
	return &grid{question: q, rowCount: rows, columns: cols, cells: make([]string, rows*cols), fresh: true}
}

func (g *grid) typing() bool { return true }

// rows are the title, the names of columns where there are some, and the cells.
func (g *grid) rows() int { return g.rowCount + 1 + g.headed() }

// headed is how many rows the names of columns take.
func (g *grid) headed() int { return min(len(g.question.Columns), 1) }

func (g *grid) bindings() []key.Binding {
	if g.empty(g.at+1) < 0 {
		return []key.Binding{KeyAnswer, keyCells, keyNext}
	}
	return []key.Binding{keyFill, keyCells}
}

// value are the rows as they would be typed; "" while nothing is in any cell.
// A cell left empty has a bar in it, so that it is no answer yet.
func (g *grid) value() string {
	if !slices.ContainsFunc(g.cells, func(s string) bool { return s != "" }) {
		return ""
	}
	rows := make([]string, g.rowCount)
	for y := range rows {
		row := slices.Clone(g.cells[y*g.columns : (y+1)*g.columns])
		for x := range row {
			if row[x] == "" {
				row[x] = "_"
			}
		}
		rows[y] = strings.Join(row, " ")
	}
	return strings.Join(rows, " / ")
}

// set fills the cells with a grid that was typed at another time.
func (g *grid) set(typed string) {
	numbers, err := quiz.ReadGrid(typed, g.rowCount, g.columns)
	if err != nil {
		return
	}
	for y, row := range numbers {
		for x, n := range row {
			text := n.RatString()
			if f, exact := n.Float64(); exact {
				text = strconv.FormatFloat(f, 'f', -1, 64)
			}
			g.cells[y*g.columns+x] = text
		}
	}
}

func (g *grid) graded(v quiz.Verdict) {
	g.fresh = true
	if v.Cells != nil {
		g.checked, g.rightCells = slices.Clone(g.cells), v.Cells
	}
}

// wrong says that a cell was wrong and is as it was.
func (g *grid) wrong(i int) bool {
	return g.checked != nil && g.checked[i] == g.cells[i] && !g.rightCells[i/g.columns][i%g.columns]
}

// right says that a cell was right and is as it was.
func (g *grid) right(i int) bool {
	return g.checked != nil && g.checked[i] == g.cells[i] && g.rightCells[i/g.columns][i%g.columns]
}

func (g *grid) click(at int) bool {
	g.to(at)
	return false
}

// to goes to a cell.
func (g *grid) to(at int) {
	if at >= 0 && at < len(g.cells) {
		g.at, g.fresh = at, true
	}
}

// empty is the next empty cell from one on, round the end; -1 where all are
// filled.
func (g *grid) empty(from int) int {
	for i := range g.cells {
		if at := (from + i) % len(g.cells); g.cells[at] == "" {
			return at
		}
	}
	return -1
}

func (g *grid) update(msg tea.Msg) bool {
	switch {
	case tui.Is(msg, KeyAnswer):
		next := g.empty(g.at + 1)
		if next < 0 || next == g.at {
			return next < 0
		}
		g.to(next)
	case tui.Is(msg, keyErase):
		g.erase()
	default:
		if by := g.move(msg); by != 0 {
			g.to(g.at + by)
			return false
		}
		if press, ok := msg.(tea.KeyMsg); ok && press.Type == tea.KeyRunes {
			g.typed(string(press.Runes))
		}
	}
	return false
}

// move is how many cells a key goes on; 0 at an edge.
func (g *grid) move(msg tea.Msg) int {
	x := g.at % g.columns
	switch {
	case tui.Is(msg, keyNext):
		return 1
	case tui.Is(msg, keyBefore):
		return -1
	case tui.Is(msg, keyEast) && x+1 < g.columns:
		return 1
	case tui.Is(msg, keyCells) && x > 0:
		return -1
	case tui.Is(msg, keyNorth):
		return -g.columns
	case tui.Is(msg, keySouth):
		return g.columns
	}
	return 0
}

// erase takes the last sign away, or all of a cell just come to.
func (g *grid) erase() {
	cell := g.cells[g.at]
	if g.fresh {
		cell = ""
	}
	_, size := utf8.DecodeLastRuneInString(cell)
	g.cells[g.at], g.fresh = cell[:len(cell)-size], false
}

// typed writes into the cell; a whole grid at once, as it is pasted, fills all.
func (g *grid) typed(text string) {
	if strings.ContainsAny(strings.TrimSpace(text), " \n\t;") {
		g.set(text)
		return
	}
	for _, r := range text {
		if !fits(r) {
			continue
		}
		if g.fresh {
			g.cells[g.at], g.fresh = "", false
		}
		if utf8.RuneCountInString(g.cells[g.at]) < maxCell {
			g.cells[g.at] += string(r)
		}
	}
}

// fits says whether a sign can be part of a number.
func fits(r rune) bool {
	return unicode.IsNumber(r) || strings.ContainsRune("+-−.,/＋－．，／", r)
}
