package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// ReadTable is how often each cell of an input is read, as a table of what is
// multiplied: windows over its row, on the left, by windows over its column,
// above. One cell is looked at first; then all that are read as often are
// marked.
type ReadTable struct {
	rows, columns []int
	at            nn.Point
	end           Words
}

// NewReadTable counts with the engine; end is what the last step says.
func NewReadTable(g nn.Geometry, at nn.Point, end Words) *ReadTable {
	rows, columns := g.ReadsByAxis()
	return &ReadTable{rows, columns, at, end}
}

// Count is how often a cell is read.
func (t *ReadTable) Count(at nn.Point) int { return t.rows[at.Y] * t.columns[at.X] }

// Steps is one for the cell's own product, one for those of all others.
func (t *ReadTable) Steps() int { return 2 }

// Words says step i.
func (t *ReadTable) Words(i int) Words {
	if i == 1 {
		return t.end
	}
	return Words{Key: "walk.reads.product", Args: Args{
		"row": t.at.Y + 1, "column": t.at.X + 1, "byrow": t.rows[t.at.Y], "bycolumn": t.columns[t.at.X], "n": t.Count(t.at),
	}}
}

// readWide is the columns of a cell.
const readWide = 5

// MinSize is the least area in which the table can be read.
func (t *ReadTable) MinSize() (w, h int) { return max(48, 6+readWide*len(t.columns)), len(t.rows) + 3 }

// Draw draws step i.
func (t *ReadTable) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	most := 0
	for y := range t.rows {
		for x := range t.columns {
			most = max(most, t.Count(nn.Point{Y: y, X: x}))
		}
	}
	p.Text(2, 0, canvas.RoleDim, "×")
	for x, n := range t.columns {
		p.TextRight(6+readWide*x+4, 0, headRole(x == t.at.X), strconv.Itoa(n))
	}
	for y, n := range t.rows {
		p.TextRight(3, 1+y, headRole(y == t.at.Y), strconv.Itoa(n))
		for x := range t.columns {
			t.drawCell(p, nn.Point{Y: y, X: x}, i, most, f.Hide)
		}
	}
	y := 1 + len(t.rows)
	if !f.Hide {
		p.Lines(0, y, firstLines(canvas.Wrap(canvas.Markup(f.Say(t.Words(i)), canvas.RoleText), w), h-y))
	}
}

func headRole(now bool) canvas.Role {
	if now {
		return canvas.RoleFilterNow
	}
	return canvas.RoleFilterTitle
}

func (t *ReadTable) drawCell(p canvas.Part, at nn.Point, i, most int, hide bool) {
	box := canvas.Rect{X: 6 + readWide*at.X, Y: 1 + at.Y, W: readWide, H: 1}
	here, n := at == t.at, t.Count(at)
	if hide || i == 0 && !here {
		p.Fill(box, canvas.RoleInput)
		p.TextRight(box.X+4, box.Y, canvas.RoleInput, "·")
		return
	}
	role := canvas.Heat(n, most)
	p.Fill(box, role)
	p.TextRight(box.X+4, box.Y, role, strconv.Itoa(n))
	if here || i > 0 && n == t.Count(t.at) {
		p.Set(box.X, box.Y, canvas.RoleMark, "▌")
		p.Set(box.X+readWide-1, box.Y, canvas.RoleMark, "▐")
	}
	if here {
		p.Set(box.X+1, box.Y, canvas.RoleMark, "▸")
	}
}
