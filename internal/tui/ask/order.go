package ask

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz/canvas"
)

// order is a list whose options are moved until they stand right.
type order struct {
	question quiz.Question
	list     []int // options by place
	at       int   // place of the cursor
	lifted   bool  // the option at the cursor moves with it
	typed    int   // places filled by typing letters, from the first
	checked  []int // the list when it was graded last
	places   []bool
}

// Keys of a list that is put in order. Letters fill it from the top.
var (
	keyLift  = tui.Bind("space", "key.lift", " ")
	keyDrop  = tui.Bind("space", "key.drop", " ", "enter")
	keyShift = tui.Bind("shift ↑ ↓", "key.move", "shift+up", "ctrl+up", "alt+up")
	keySink  = tui.Bind("shift ↓", "key.move", "shift+down", "ctrl+down", "alt+down")
	keyMove  = tui.Bind("↑ ↓", "key.move", "up")
)

func newOrder(q quiz.Question) *order {
	o := &order{question: q}
	for i := range q.Options {
		o.list = append(o.list, i)
	}
	return o
}

func (o *order) typing() bool { return true }
func (o *order) rows() int    { return len(o.list) }

func (o *order) graded(v quiz.Verdict) {
	o.lifted, o.typed = false, 0
	if v.Places != nil {
		o.checked, o.places = slices.Clone(o.list), v.Places
	}
}

func (o *order) bindings() []key.Binding {
	if o.lifted {
		return []key.Binding{keyMove, keyDrop}
	}
	return []key.Binding{keyLine, keyLift, tui.Bind(span(o.rows()), "key.in_order", "a")}
}

// value are the letters in the order in which they stand: "b a d c".
func (o *order) value() string {
	list := make([]string, len(o.list))
	for i, option := range o.list {
		list[i] = letter(option)
	}
	return strings.Join(list, " ")
}

func (o *order) set(typed string) {
	if list, err := quiz.ReadOrder(o.question.Options, typed); err == nil {
		o.list = list
	}
}

// click lifts an option, or puts the lifted one down there.
func (o *order) click(at int) bool {
	if o.lifted {
		o.carry(at)
	}
	o.at, o.lifted, o.typed = at, !o.lifted, 0
	return false
}

func (o *order) update(msg tea.Msg) bool {
	switch {
	case tui.Is(msg, keyShift):
		o.carry(o.at - 1)
	case tui.Is(msg, keySink):
		o.carry(o.at + 1)
	case tui.Is(msg, keyLine):
		o.step(-1)
	case tui.Is(msg, keyBelow):
		o.step(1)
	case o.lifted && tui.Is(msg, keyDrop), tui.Is(msg, keyLift):
		o.lifted, o.typed = !o.lifted, 0
	case tui.Is(msg, KeyAnswer):
		return true
	default:
		for _, option := range letters(msg) {
			o.letter(option)
		}
	}
	return false
}

// step moves the cursor, and what is lifted with it.
func (o *order) step(by int) {
	if o.lifted {
		o.carry(o.at + by)
		return
	}
	o.at, o.typed = max(0, min(o.at+by, len(o.list)-1)), 0
}

// carry moves the option at the cursor to a place.
func (o *order) carry(to int) {
	to = max(0, min(to, len(o.list)-1))
	option := o.list[o.at]
	o.list = slices.Insert(slices.Delete(o.list, o.at, o.at+1), to, option)
	o.at, o.typed = to, 0
}

// letter puts an option at the first place that no letter has filled yet; after
// the last place letters begin anew.
func (o *order) letter(option int) {
	if o.typed == len(o.list) {
		o.typed = 0
	}
	from := slices.Index(o.list, option)
	if from < o.typed {
		return // there is no such option, or it has its place
	}
	to := o.typed
	o.at = from
	o.carry(to)
	o.typed, o.lifted = to+1, false
}

func (o *order) draw(d drawing, y int, s standing) {
	if s.done {
		o.drawRight(d, y, s)
		return
	}
	part := d.Grid.Part(d.Area)
	for i, option := range o.list {
		role, mark := canvas.RoleText, " "
		switch {
		case i == o.at && o.lifted:
			role, mark = canvas.RoleSelected, "↕"
		case i == o.at:
			role, mark = canvas.RoleSelected, "▸"
		case i < o.typed:
			role = canvas.RoleStrong
		}
		part.Text(0, y+i, canvas.RoleDim, strconv.Itoa(i+1))
		x := part.Text(2, y+i, role, mark+" "+letter(option)+")  "+o.question.Options[option].Text(d.session.Say)+" ")
		if o.checked != nil && o.checked[i] == option {
			mark, role = "✗", canvas.RoleBad
			if o.places[i] {
				mark, role = "✓", canvas.RoleGood
			}
			part.Text(x+1, y+i, role, mark)
		}
		d.zone(0, y+i, d.Area.W, i)
	}
}

// drawRight draws the right order, and marks what stood in its place.
func (o *order) drawRight(d drawing, y int, s standing) {
	part := d.Grid.Part(d.Area)
	right := o.list
	if !s.solved {
		if list, err := quiz.ReadOrder(o.question.Options, o.question.Answer); err == nil {
			right = list
		}
	}
	for i, option := range right {
		part.Text(0, y+i, canvas.RoleDim, strconv.Itoa(i+1))
		part.Text(2, y+i, canvas.RoleGood, "✓ "+letter(option)+")  "+o.question.Options[option].Text(d.session.Say))
	}
}
