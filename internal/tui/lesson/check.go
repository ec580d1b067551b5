package lesson

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// check is the stage of a lesson's closing questions, one after the other.
type check struct {
	session *session.Session
	boxes   []*ask.Box
	at      int
}

func newCheck(s *session.Session, step course.Step) (stage, error) {
	questions, err := step.Questions(s.Seed)
	if err != nil {
		return nil, err
	}
	if len(questions) == 0 {
		return nil, fmt.Errorf("lessons: step %s: a quiz needs kinds", step.ID)
	}
	c := &check{session: s}
	for _, q := range questions {
		c.boxes = append(c.boxes, ask.New(s, q).Counted())
	}
	return c, nil
}

func (c *check) box() *ask.Box { return c.boxes[c.at] }

// Update implements stage.
func (c *check) Update(msg tea.Msg) tea.Cmd {
	box := c.box()
	if cmd, taken := box.Explain(msg); taken {
		return cmd
	}
	if box.Done() {
		if tui.Is(msg, tui.KeyContinue) && c.at+1 < len(c.boxes) {
			c.at++
		}
		return nil
	}
	if _, picked := box.Picked(msg); !picked {
		box.Update(msg)
	}
	return nil
}

// Draw implements stage.
func (c *check) Draw(f tui.Frame, _ bool) {
	part := f.Grid.Part(f.Area)
	x := 0
	for i, b := range c.boxes {
		role, mark := canvas.RoleFaint, "○"
		switch {
		case b.Tries() > 0 && b.First().Status == quiz.Right:
			role, mark = canvas.RoleGood, "●"
		case b.Done():
			role, mark = canvas.RoleBad, "✗"
		case i == c.at:
			role, mark = canvas.RoleKey, "◐"
		}
		x = part.Text(x, 0, role, mark) + 1
	}
	part.Text(x+1, 0, canvas.RoleDim, c.session.Say(viz.Words{
		Key: "practice.place", Args: viz.Args{"n": c.at + 1, "of": len(c.boxes), "level": c.box().Question().Level},
	}))
	area := f.Area
	area.Y, area.H = area.Y+2, area.H-2
	c.box().Draw(f.Within(area))
}

// Bindings implements stage.
func (c *check) Bindings() []key.Binding { return c.box().Bindings() }

// Typing implements stage.
func (c *check) Typing() bool { return c.box().Typing() }

// Done implements stage: the last question is answered.
func (c *check) Done() bool { return c.at == len(c.boxes)-1 && c.box().Done() }
