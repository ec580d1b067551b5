package lab

import (
	"net/url"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
	"convtutor/viz"
)

// workplace is what is changed in a room: numbers, settings, and the animation
// that they make.
type workplace interface {
	Update(msg tea.Msg)
	Draw(f tui.Frame)
	Bindings() []key.Binding
	Drawing() bool
	Escape() bool

	animation() viz.Animation
	// level is how far a key press goes at first when one walks through it.
	level() viz.Level
	// walking are keys that change something while one walks through it;
	// pressWalking takes them.
	walking() []key.Binding
	pressWalking(msg tea.Msg) (pressed bool)
	// part is how a part of a photo becomes the numbers; nil where it cannot.
	part() *part
	query() url.Values
}

// room is a workplace with its player.
type room struct {
	session *session.Session
	name    string
	place   workplace
	player  *play.Player // nil while numbers are being changed
	taker   *taker       // nil while no part of a photo is being taken
	linked  bool         // the link is shown whole
}

var (
	keyWalk = tui.Bind("e", "key.walk", "e")
	keyEdit = tui.Bind("e", "key.edit", "e")
	keyLink = tui.Bind("y", "key.link", "y")
	keyTake = tui.Bind("o", "key.take", "o")
)

// Init implements tui.Screen.
func (r *room) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (r *room) Update(msg tea.Msg) tea.Cmd {
	switch {
	case r.taker != nil:
		return r.take(msg)
	case tui.Is(msg, keyLink):
		r.linked = !r.linked
	case r.linked:
		return nil // the link lies over everything
	case tui.Is(msg, keyWalk):
		r.toggle()
	case r.player != nil:
		return r.walk(msg)
	case tui.Is(msg, keyTake) && !r.place.Drawing() && r.place.part() != nil:
		return r.openTaker()
	default:
		r.place.Update(msg)
	}
	return nil
}

// walk gives a message to the player, or changes what is walked through.
func (r *room) walk(msg tea.Msg) tea.Cmd {
	if r.place.pressWalking(msg) {
		r.player.Replace(r.place.animation())
		return nil
	}
	return r.player.Update(msg)
}

// openTaker shows a photo to take a part of.
func (r *room) openTaker() tea.Cmd {
	t, err := newTaker(r.session, *r.place.part())
	if err != nil {
		return func() tea.Msg { return tui.Trouble(err) }
	}
	r.taker = t
	return nil
}

// take gives a message to the photo; Enter takes its part as the numbers.
func (r *room) take(msg tea.Msg) tea.Cmd {
	if !tui.Is(msg, tui.KeyOpen) {
		return r.taker.zoom.Update(msg)
	}
	err := r.taker.taken()
	r.taker = nil
	if err != nil {
		return func() tea.Msg { return tui.Trouble(err) }
	}
	return nil
}

// toggle changes between changing the numbers and walking through them.
func (r *room) toggle() {
	r.place.Escape()
	if r.player != nil {
		r.player = nil
		return
	}
	r.player = play.New(r.session, r.place.animation(), 0, r.place.level())
}

// Seek implements tui.Seeker: it walks where numbers were being changed.
func (r *room) Seek(step int) (steps int) {
	r.taker, r.linked = nil, false // they lie over it
	if r.player == nil {
		r.toggle()
	}
	return r.player.Seek(step)
}

// Escape implements tui.Escaper.
func (r *room) Escape() bool {
	switch {
	case r.linked:
		r.linked = false
		return true
	case r.taker != nil:
		r.taker = nil
		return true
	case r.player != nil:
		r.toggle()
		return true
	}
	return r.place.Escape()
}

// Draw implements tui.Screen.
func (r *room) Draw(f tui.Frame) { r.drawRoom(f, r.Route()) }

// drawRoom draws the room and the link to what is shown.
func (r *room) drawRoom(f tui.Frame, route tui.Route) {
	link := command(r.session, route)
	switch {
	case r.taker != nil:
		r.taker.draw(f)
		return
	case r.linked:
		drawWhole(r.session, f, link)
		return
	}
	r.drawPlace(f.Within(above(f)))
	drawLink(f, link, linkRows-1)
}

func (r *room) drawPlace(f tui.Frame) {
	if r.player != nil {
		r.player.Draw(f, false)
		return
	}
	r.place.Draw(f)
}

// Pictures are the real pictures shown, for terminals that can.
func (r *room) Pictures() []viz.Placed {
	if r.taker != nil {
		return r.taker.zoom.Pictures()
	}
	return nil
}

// Crumbs implements tui.Screen.
func (r *room) Crumbs() []string { return crumbs(r.session, r.name) }

// crumbs are where a room of the lab is.
func crumbs(s *session.Session, name string) []string {
	return []string{s.Text("home.lab"), s.Text("lab." + name)}
}

// Bindings implements tui.Screen.
func (r *room) Bindings() []key.Binding {
	switch {
	case r.taker != nil:
		return append([]key.Binding{keyTakeIt}, append(r.taker.zoom.Bindings(), tui.KeyBack)...)
	case r.linked:
		return []key.Binding{keyLink, tui.KeyBack}
	case r.player != nil:
		keys := append([]key.Binding{keyEdit}, r.place.walking()...)
		return append(r.player.Bindings(append(keys, keyLink)...), tui.KeyBack)
	case r.place.Drawing():
		return append(r.place.Bindings(), keyLink, tui.KeyBack)
	}
	keys := append([]key.Binding{keyWalk}, r.place.Bindings()...)
	if r.place.part() != nil {
		keys = append(keys, keyTake)
	}
	return append(keys, keyLink, tui.KeyBack)
}

// Typing implements tui.Screen.
func (r *room) Typing() bool { return false }

// Route implements tui.Screen: the numbers are in it.
func (r *room) Route() tui.Route {
	return tui.Route{Screen: "lab", Path: []string{r.name}, Query: r.place.query()}
}
