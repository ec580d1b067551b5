package ask

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz/canvas"
)

// several is a list of options of which some are ticked.
type several struct {
	question quiz.Question
	picked   []bool
	at       int
}

// Keys of a list that is ticked. Letters tick as well, on either keyboard.
var (
	keyTick  = tui.Bind("space", "key.tick", " ")
	keyLine  = tui.Bind("↑ ↓", "key.choose", "up")
	keyBelow = tui.Bind("↓", "key.down", "down")
)

func (s *several) graded(quiz.Verdict) {}
func (s *several) typing() bool        { return true }
func (s *several) rows() int           { return len(s.picked) }

func (s *several) bindings() []key.Binding {
	return []key.Binding{tui.Bind("space "+span(s.rows()), "key.tick", " "), keyLine}
}

// span writes the letters of so many options: "a-d".
func span(n int) string { return "a-" + letter(n-1) }

// value are the letters of what is ticked: "a, c".
func (s *several) value() string {
	var list []string
	for i, yes := range s.picked {
		if yes {
			list = append(list, letter(i))
		}
	}
	return strings.Join(list, ", ")
}

func (s *several) set(typed string) {
	list, err := quiz.ReadSeveral(s.question.Options, typed)
	if err != nil {
		return
	}
	clear(s.picked)
	for _, i := range list {
		s.picked[i] = true
	}
}

func (s *several) click(at int) bool {
	s.at = at
	s.picked[at] = !s.picked[at]
	return false
}

func (s *several) update(msg tea.Msg) bool {
	switch {
	case tui.Is(msg, KeyAnswer):
		return true
	case tui.Is(msg, keyTick):
		s.click(s.at)
	case tui.Is(msg, keyLine):
		s.at = max(s.at-1, 0)
	case tui.Is(msg, keyBelow):
		s.at = min(s.at+1, len(s.picked)-1)
	default:
		for _, i := range letters(msg) {
			if i < len(s.picked) {
				s.click(i)
			}
		}
	}
	return false
}

// letters are the options whose letters a key types.
func letters(msg tea.Msg) []int {
	press, ok := msg.(tea.KeyMsg)
	if !ok || press.Type != tea.KeyRunes {
		return nil
	}
	return quiz.Letters(string(press.Runes))
}

func (s *several) draw(d drawing, y int, st standing) {
	part := d.Grid.Part(d.Area)
	for i, o := range s.question.Options {
		box := "[ ]"
		if s.picked[i] {
			box = "[x]"
		}
		role, mark := canvas.RoleText, " "
		switch {
		case st.done && o.Slip == "":
			role, mark = canvas.RoleGood, "✓"
		case st.done && s.picked[i]:
			role, mark = canvas.RoleBad, "✗"
		case !st.done && i == s.at:
			role, mark = canvas.RoleSelected, "▸"
		}
		part.Text(0, y+i, role, mark+" "+box+" "+letter(i)+")  "+o.Text(d.session.Say)+" ")
		d.zone(0, y+i, d.Area.W, i)
	}
}
