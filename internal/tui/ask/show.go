package ask

import "convtutor/internal/tui"

// DrawQuestion draws what is asked and the numbers that it is about, without a
// place to answer, and gives the rows used.
func (b *Box) DrawQuestion(f tui.Frame) int {
	y := b.drawSetting(f, 0)
	return f.Grid.Part(f.Area).Lines(0, y, b.askLines(f.Area.W))
}
