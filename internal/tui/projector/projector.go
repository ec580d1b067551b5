// Package projector shows a question to a room: large, with a count-down, then
// its answer as an animation. Its one rule: it counts down and shows; nobody's
// answer is taken or kept here.
package projector

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/internal/tui/play"
	"convtutor/quiz"
)

// The count-down, in seconds.
const (
	usual = 30
	least = 5
	most  = 600
	more  = 10 // that a key adds
)

// screen is a run of questions before a room.
type screen struct {
	session   *session.Session
	route     tui.Route
	questions []quiz.Question
	at        int
	seconds   int // of a question
	left      int // of this one
	running   bool
	beat      int // of the clock: ticks of an older one are stale
	revealed  bool
	box       *ask.Box
	ballot    []quiz.Option
	walk      *play.Player
	room      room // for the animation, as it was drawn last
	folded    bool // the animation is wanted where there is no room for it and the slips
}

// Maker makes a run: "project", "project/<kind>", with what "quiz" takes and
// ?seconds=.
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	plan, err := course.Plan(route, s.Seed)
	if err != nil {
		return nil, err
	}
	seconds, err := course.Seconds(route, usual, least, most)
	if err != nil {
		return nil, err
	}
	questions, err := plan.Questions()
	if err != nil {
		return nil, err
	}
	p := &screen{session: s, route: route, questions: questions, seconds: seconds}
	p.show(0)
	return p, nil
}

// show puts a question before the room; its clock waits for the instructor.
func (p *screen) show(at int) {
	p.at, p.left, p.running, p.revealed, p.folded = at, p.seconds, false, false, false
	p.beat++
	p.box = ask.New(p.session, p.question())
	p.ballot, p.walk = p.question().Ballot(), nil
}

// turn goes to a question; where there is none, everything stays as it is.
func (p *screen) turn(at int) {
	if at >= 0 && at < len(p.questions) {
		p.show(at)
	}
}

func (p *screen) question() quiz.Question { return p.questions[p.at] }

// Keys of the projector.
var (
	keyStart  = tui.Bind("space", "key.start_clock", " ")
	keyPause  = tui.Bind("space", "key.pause", " ")
	keyReveal = tui.Bind("enter", "key.reveal", "enter")
	keyNext   = tui.Bind("n", "key.next_question", "n", "pgdown")
	keyBefore = tui.Bind("p", "key.question_before", "p", "pgup")
	keyTime   = tui.Bind("+ -", "key.time", "+", "=", "-", "_")
	keyMore   = tui.Bind("+", "key.time", "+", "=")
	// keyInSteps and keyInWords change between the animation and the slips where
	// there is room for one of them.
	keyInSteps = tui.Bind("space", "key.in_steps", " ")
	keyInWords = tui.Bind("e", "key.in_words", "e")
)

// tickMsg says that a second has gone by.
type tickMsg struct {
	owner *screen
	beat  int
}

// Init implements tui.Screen.
func (p *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (p *screen) Update(msg tea.Msg) tea.Cmd {
	if t, ok := msg.(tickMsg); ok {
		return p.tick(t)
	}
	switch {
	case tui.Is(msg, keyNext):
		p.turn(p.at + 1)
	case tui.Is(msg, keyBefore):
		p.turn(p.at - 1)
	case p.revealed:
		return p.updateAnswer(msg)
	case tui.Is(msg, keyReveal):
		return p.reveal()
	case tui.Is(msg, keyStart):
		return p.toggle()
	case tui.Is(msg, keyTime):
		p.give(msg)
	}
	return nil
}

// updateAnswer takes a key where the answer is shown.
func (p *screen) updateAnswer(msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, keyReveal) && p.at+1 < len(p.questions):
		p.turn(p.at + 1)
	case p.walk == nil:
	case p.room == roomFolded && isKey(msg) && p.fold(msg):
		return p.play()
	case (p.walking() || !isKey(msg)) && p.walk.Takes(msg):
		return p.walk.Update(msg)
	}
	return nil
}

// fold changes between the slips and the animation where there is room for one
// of them; it is true where the animation is to begin.
func (p *screen) fold(press tea.Msg) (begins bool) {
	switch {
	case p.folded && tui.Is(press, keyInWords):
		p.folded = false
		p.walk.Seek(p.walk.Position()) // it does not go on unseen
	case !p.folded && (p.walk.Takes(press) || tui.Is(press, keyInWords)):
		p.folded = true
		return true
	}
	return false
}

// walking says that the animation is seen.
func (p *screen) walking() bool {
	return p.walk != nil && (p.room == roomBelow || p.room == roomFolded && p.folded)
}

func isKey(msg tea.Msg) bool {
	_, ok := msg.(tea.KeyMsg)
	return ok
}

// toggle starts or stops the clock; one that has run out starts anew.
func (p *screen) toggle() tea.Cmd {
	p.running = !p.running
	p.beat++
	if p.left == 0 {
		p.left = p.seconds
	}
	if !p.running {
		return nil
	}
	return p.wait()
}

func (p *screen) wait() tea.Cmd {
	beat := p.beat
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{p, beat} })
}

// tick counts down; at the end the room's hands are counted, and the answer
// waits for the instructor.
func (p *screen) tick(t tickMsg) tea.Cmd {
	if t.owner != p || t.beat != p.beat || !p.running || p.revealed {
		return nil
	}
	if p.left--; p.left <= 0 {
		p.left, p.running = 0, false
		return nil
	}
	return p.wait()
}

// give changes the time of this question and of those that follow; time that is
// over cannot be taken away.
func (p *screen) give(msg tea.Msg) {
	by := -more
	if tui.Is(msg, keyMore) {
		by = more
	}
	before := p.seconds
	p.seconds = max(least, min(p.seconds+by, most))
	if by > 0 || p.left > 0 {
		p.left = max(p.left+p.seconds-before, min(p.left, 1))
	}
}

// reveal shows the answer; where it is an animation, it plays.
func (p *screen) reveal() tea.Cmd {
	p.revealed, p.running = true, false
	p.beat++
	p.box.Show()
	walk, ok := p.question().Walk()
	if !ok {
		return nil
	}
	p.walk = play.New(p.session, walk.Animation, walk.Start, walk.Level)
	return p.play()
}

// play starts the animation from its beginning, unless nothing moves by itself.
func (p *screen) play() tea.Cmd {
	walk, _ := p.question().Walk()
	p.walk.Seek(walk.Start)
	if p.session.Still {
		return nil
	}
	return p.walk.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
}

// Crumbs implements tui.Screen.
func (p *screen) Crumbs() []string {
	return []string{p.session.Text("projector.title"), p.session.Text("quiz." + p.question().Kind + ".name")}
}

// Progress implements tui.Progresser.
func (p *screen) Progress() (done, total int) {
	if p.revealed {
		return p.at + 1, len(p.questions)
	}
	return p.at, len(p.questions)
}

// Bindings implements tui.Screen.
func (p *screen) Bindings() []key.Binding {
	switch {
	case p.revealed && p.room == roomFolded && p.folded:
		return append(p.walk.Bindings(keyInWords), p.around()...)
	case p.revealed && p.room == roomFolded:
		return append([]key.Binding{keyInSteps}, p.around()...)
	case p.revealed && p.walking():
		return append(p.walk.Bindings(), p.around()...)
	case p.revealed:
		return p.around()
	case p.running:
		return append([]key.Binding{keyPause, keyReveal, keyTime}, p.around()...)
	}
	return append([]key.Binding{keyStart, keyReveal, keyTime}, p.around()...)
}

// around are the keys that lead away from this question.
func (p *screen) around() []key.Binding {
	var keys []key.Binding
	if p.at+1 < len(p.questions) {
		keys = append(keys, keyNext)
	}
	if p.at > 0 {
		keys = append(keys, keyBefore)
	}
	return append(keys, tui.KeyBack)
}

// Typing implements tui.Screen.
func (p *screen) Typing() bool { return false }

// Route implements tui.Screen.
func (p *screen) Route() tui.Route { return p.route }
