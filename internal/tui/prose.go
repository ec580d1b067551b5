package tui

import (
	"convtutor/internal/session"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// ProseWidth is how wide a line of prose gets at the most, in columns: longer
// lines are hard to read.
const ProseWidth = 84

// Wrapped lays words out in lines, each sentence after the other, in one role.
func Wrapped(s *session.Session, words []viz.Words, role canvas.Role, width int) []canvas.Line {
	var line canvas.Line
	for i, w := range words {
		if i > 0 {
			line = append(line, canvas.Run{Text: " ", Role: role})
		}
		line = append(line, canvas.Markup(s.Say(w), role)...)
	}
	if len(line) == 0 {
		return nil
	}
	return canvas.Wrap(line, min(width, ProseWidth))
}
