// Package play shows an animation and lets the learner walk through it. Its
// one rule: where one is and what a key does is player.State's business; here
// keys are named and the clock ticks, and only while it plays.
package play

import (
	"strconv"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
	"convtutor/viz/player"
)

// Player is one animation being walked through.
type Player struct {
	session *session.Session
	anim    viz.Animation
	state   player.State
	middle  middle
}

// Keys of an animation.
var (
	KeyStep   = tui.Bind("← →", "key.step", "right", "l", "left", "h")
	keyNext   = tui.Bind("→", "key.step", "right", "l")
	keyPrev   = tui.Bind("←", "key.step_back", "left", "h")
	KeyPlay   = tui.Bind("space", "key.play", " ")
	KeyPause  = tui.Bind("space", "key.pause", " ")
	KeyStart  = tui.Bind("home end", "key.ends", "home", "0")
	keyEnd    = tui.Bind("end", "key.ends", "end", "$")
	keyFaster = tui.Bind("+", "key.faster", "+", "=")
	keySlower = tui.Bind("-", "key.slower", "-", "_")
	KeySpeed  = tui.Bind("+ -", "key.speed", "+", "=", "-", "_")
	levelKeys = [...]key.Binding{
		viz.LevelProduct: tui.Bind("tab", "key.level.product", "tab"),
		viz.LevelWindow:  tui.Bind("tab", "key.level.window", "tab"),
		viz.LevelRow:     tui.Bind("tab", "key.level.row", "tab"),
		viz.LevelChannel: tui.Bind("tab", "key.level.channel", "tab"),
		viz.LevelCell:    tui.Bind("tab", "key.level.cell", "tab"),
	}
)

// tickMsg says that the time between two steps is over.
type tickMsg struct {
	owner *Player
	beat  int
}

// seekMsg is a click on a place that belongs to a step.
type seekMsg struct {
	owner *Player
	step  int
}

// New is a player at a step of an animation.
func New(s *session.Session, a viz.Animation, at int, level viz.Level) *Player {
	p := &Player{session: s, anim: a}
	p.state = player.New(a).SetSpeed(player.DefaultSpeed * s.PlaySpeed()).SetLevel(level).Seek(at)
	return p
}

// Replace goes on with another animation, as near to the present place as can be.
func (p *Player) Replace(a viz.Animation) {
	at := p.state.Position()
	p.anim, p.middle = a, middle{}
	p.state = p.state.With(a).Seek(min(at, a.Steps()-1))
}

// Animation is what is being walked through.
func (p *Player) Animation() viz.Animation { return p.anim }

// Position is the step, counted from 0.
func (p *Player) Position() int { return p.state.Position() }

// AtEnd says that no step is left.
func (p *Player) AtEnd() bool { return p.state.AtEnd() }

// Playing says that it moves by itself.
func (p *Player) Playing() bool { return p.state.Playing() }

// Seek implements tui.Seeker: it goes to a step and pauses.
func (p *Player) Seek(step int) (steps int) {
	p.state = p.state.Seek(step)
	return p.anim.Steps()
}

// Update takes keys, ticks and clicks.
func (p *Player) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		return p.tick(msg)
	case seekMsg:
		if msg.owner == p {
			p.state = p.state.Seek(msg.step)
		}
		return nil
	}
	beat := p.state.Beat()
	p.press(msg)
	if p.state.Playing() && p.state.Beat() != beat {
		return p.wait()
	}
	return nil
}

// Takes says whether a message is for the player: a key of its own, a tick of
// its clock, a click on its picture.
func (p *Player) Takes(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tickMsg:
		return msg.owner == p
	case seekMsg:
		return msg.owner == p
	}
	_, levels := p.anim.(viz.Stepper)
	return tui.Is(msg, KeyStep, KeyPlay, KeyStart, keyEnd, KeySpeed) || levels && tui.Is(msg, levelKeys[0])
}

func (p *Player) press(msg tea.Msg) {
	s := p.state
	switch {
	case tui.Is(msg, keyNext):
		s = s.Step()
	case tui.Is(msg, keyPrev):
		s = s.Back()
	case tui.Is(msg, KeyPlay) && p.session.Still:
		s = s.Step()
	case tui.Is(msg, KeyPlay):
		s = s.Toggle()
	case tui.Is(msg, KeyStart):
		s = s.ToStart()
	case tui.Is(msg, keyEnd):
		s = s.ToEnd()
	case tui.Is(msg, keyFaster):
		s = s.Faster()
	case tui.Is(msg, keySlower):
		s = s.Slower()
	case tui.Is(msg, levelKeys[0]):
		s = s.CycleLevel()
	}
	p.state = s
}

func (p *Player) tick(msg tickMsg) tea.Cmd {
	if msg.owner != p {
		return nil
	}
	next, again := p.state.Tick(msg.beat)
	p.state = next
	if !again {
		return nil
	}
	return p.wait()
}

// wait asks for a tick after the time between two steps.
func (p *Player) wait() tea.Cmd {
	beat := p.state.Beat()
	return tea.Tick(p.state.Interval(), func(time.Time) tea.Msg { return tickMsg{p, beat} })
}

// Draw draws the present step; hide keeps the cell at hand secret.
func (p *Player) Draw(f tui.Frame, hide bool) {
	step := p.state.Position()
	f.Needs(p.anim.MinSize())
	p.anim.Draw(step, viz.Frame{Grid: f.Grid, Area: f.Area, Say: p.session.Say, Hide: hide})
	seeker, ok := p.anim.(viz.Seeker)
	if !ok || hide {
		return
	}
	area := f.Area
	f.Zone(area, func(x, y int) tea.Msg {
		if to, ok := seeker.StepAt(step, area, x, y); ok {
			return seekMsg{p, to}
		}
		return nil
	})
}

// Status draws where one is and how fast it plays, right-aligned in a row.
func (p *Player) Status(g *canvas.Grid, right, y int) {
	text := strconv.Itoa(p.Position()+1) + "/" + strconv.Itoa(p.anim.Steps())
	if p.Playing() {
		text = "▶ " + strconv.FormatFloat(p.state.Speed(), 'g', -1, 64) + "/s  " + text
	}
	g.Text(right-canvas.Width(text), y, canvas.RoleDim, text)
}

// Bindings are the keys that work now, more after those to step and play.
func (p *Player) Bindings(more ...key.Binding) []key.Binding {
	bindings := []key.Binding{KeyStep}
	switch {
	case p.session.Still:
		// Nothing moves by itself: there is nothing to play.
	case p.Playing():
		bindings = append(bindings, KeyPause)
	default:
		bindings = append(bindings, KeyPlay)
	}
	if s, ok := p.anim.(viz.Stepper); ok && len(s.Levels()) > 1 {
		bindings = append(bindings, levelKeys[p.state.Level()])
	}
	bindings = append(bindings, more...)
	return append(bindings, KeySpeed, KeyStart)
}
