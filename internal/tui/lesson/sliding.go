package lesson

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// sliding is a stage with a window that slides, and, where the step lets it,
// the four numbers of the formula to change.
type sliding struct {
	free
	session *session.Session
	player  *play.Player
	picture string
	setup   viz.SlideSetup
	open    bool // the numbers can be changed
	setting viz.SlideSetting
}

// Keys of the four numbers.
var (
	keySetting  = tui.Bind("tab", "key.field", "tab")
	keySettingB = tui.Bind("shift+tab", "key.field", "shift+tab")
	keyNumber   = tui.Bind("↑ ↓", "key.change", "up", "k", "down", "j")
)

func newSlide(s *session.Session, step course.Step) (stage, error) {
	return &sliding{
		session: s, player: play.New(s, step.Slide, step.Start, step.Level),
		picture: step.SlidePicture, setup: step.SlideSetup, open: step.Editing,
	}, nil
}

// seek implements sought.
func (a *sliding) seek(step int) { a.player.Seek(step) }

// Update implements stage.
func (a *sliding) Update(msg tea.Msg) tea.Cmd {
	if !a.open {
		return a.player.Update(msg)
	}
	switch {
	case tui.Is(msg, keySetting):
		a.setting = (a.setting + 1) % viz.SlideSettings
	case tui.Is(msg, keySettingB):
		a.setting = (a.setting + viz.SlideSettings - 1) % viz.SlideSettings
	case tui.Is(msg, tui.KeyUp):
		a.change(1)
	case tui.Is(msg, tui.KeyDown):
		a.change(-1)
	default:
		return a.player.Update(msg)
	}
	return nil
}

// change changes the chosen number; the picture is shown finished.
func (a *sliding) change(by int) {
	next := a.setup.With(a.setting, a.setup.Get(a.setting)+by)
	slide, err := viz.NewSlide(a.picture, next)
	if err != nil {
		return // the numbers stay within their bounds: there is always a picture
	}
	a.setup = next
	a.player.Replace(slide)
	a.player.Seek(slide.Steps() - 1)
}

// settingRows are the rows of the numbers: theirs and a blank one.
const settingRows = 2

// Draw implements stage: the numbers, the picture, what it says.
func (a *sliding) Draw(f tui.Frame, hide bool) {
	area := f.Area
	if a.open {
		a.drawSettings(f.Grid.Part(area))
		area.Y, area.H = area.Y+settingRows, area.H-settingRows
	}
	if hide {
		a.player.Draw(f.Within(area), true)
		return
	}
	words := canvas.Markup(a.session.Say(a.player.Animation().Words(a.player.Position())), canvas.RoleNote)
	lines := canvas.Wrap(words, min(area.W, tui.ProseWidth))
	below := canvas.Rect{X: area.X, Y: area.Y + area.H - len(lines), W: area.W, H: len(lines)}
	area.H -= len(lines) + 1
	a.player.Draw(f.Within(area), false)
	f.Grid.Part(below).Lines(0, 0, lines)
}

func (a *sliding) drawSettings(part canvas.Part) {
	x := 0
	for which := range viz.SlideSettings {
		name, value, mark := canvas.RoleDim, canvas.RoleStrong, " "
		if which == a.setting {
			name, value, mark = canvas.RoleSelected, canvas.RoleSelected, "▸"
		}
		x = part.Text(x, 0, name, mark+which.Letter()+" "+a.session.Say(which.Words())+" ")
		x = part.Text(x, 0, value, strconv.Itoa(a.setup.Get(which))+" ") + 1
	}
}

// Bindings implements stage.
func (a *sliding) Bindings() []key.Binding {
	if !a.open {
		return a.player.Bindings()
	}
	return []key.Binding{keySetting, keyNumber, play.KeyStep}
}
