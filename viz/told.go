package viz

import "convtutor/viz/canvas"

// Told is a working-out in words, a sentence a step: those before stay, quieter.
// It is for what has no picture of its own.
type Told struct{ sentences []Words }

// NewTold tells some sentences, one at least, in their order.
func NewTold(first Words, more ...Words) *Told {
	return &Told{append([]Words{first}, more...)}
}

// Steps is the number of sentences.
func (t *Told) Steps() int { return len(t.sentences) }

// Words says step i.
func (t *Told) Words(i int) Words { return t.sentences[i] }

// MinSize is the least area in which each sentence can be read.
func (t *Told) MinSize() (w, h int) { return 40, 6 }

// Draw draws the sentences up to step i; where they are too many, the last ones.
func (t *Told) Draw(i int, f Frame) {
	var lines []canvas.Line
	marks := map[int]canvas.Role{}
	for at, s := range t.sentences[:i+1] {
		text, mark := canvas.RoleDim, canvas.RoleDim
		if at == i {
			text, mark = canvas.RoleText, canvas.RoleKey
		}
		if at > 0 {
			lines = append(lines, nil)
		}
		marks[len(lines)] = mark
		lines = append(lines, canvas.Wrap(canvas.Markup(f.Say(s), text), f.Area.W-2)...)
	}
	first := max(len(lines)-f.Area.H, 0)
	part := f.Grid.Part(f.Area)
	for y, line := range lines[first:] {
		if role, ok := marks[first+y]; ok {
			part.Text(0, y, role, "·")
		}
		part.Runs(2, y, line)
	}
}
