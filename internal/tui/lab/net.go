package lab

import (
	"net/url"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/stack"
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// network is a network that one builds.
type network struct {
	session *session.Session
	shop    *stack.Workshop
	line    *tui.Field // a layer or a network being typed; nil while none is
	wrong   error      // why what was typed cannot be read
	linked  bool       // the link is shown whole
}

var (
	keyType = tui.Bind("i", "key.type_layer", "i")
	keySet  = tui.Bind("enter", "stack.key.add", "enter")
)

func newNet(s *session.Session, route tui.Route) (tui.Screen, error) {
	spec, err := stack.SpecOf(route.Query)
	if err != nil {
		return nil, err
	}
	shop, err := stack.NewWorkshop(spec)
	if err != nil {
		return nil, err
	}
	return &network{session: s, shop: shop}, nil
}

// Init implements tui.Screen.
func (n *network) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (n *network) Update(msg tea.Msg) tea.Cmd {
	switch {
	case n.line != nil:
		n.typed(msg)
	case tui.Is(msg, keyLink):
		n.linked = !n.linked
	case n.linked: // the link lies over everything
	case tui.Is(msg, keyType):
		field := tui.NewField(maxLine)
		n.line, n.wrong = &field, nil
	default:
		n.move(msg)
	}
	return nil
}

// maxLine bounds what is typed: the longest network that one can build.
const maxLine = 1000

// typed edits the line; Enter takes it.
func (n *network) typed(msg tea.Msg) {
	if !tui.Is(msg, keySet) {
		n.line.Update(msg)
		n.wrong = nil
		return
	}
	if n.line.Value() == "" {
		n.line = nil
		return
	}
	if n.wrong = n.shop.Type(n.line.Value()); n.wrong == nil {
		n.line = nil
	}
}

// move does what a key says.
func (n *network) move(msg tea.Msg) {
	for _, m := range n.shop.Moves() {
		if tui.Is(msg, tui.Bind(m.Shown, m.About, m.Keys...)) {
			n.shop.Do(m.ID)
			return
		}
	}
}

// Escape implements tui.Escaper.
func (n *network) Escape() bool {
	was := n.line != nil || n.linked
	n.line, n.wrong, n.linked = nil, nil, false
	return was
}

// Draw implements tui.Screen.
func (n *network) Draw(f tui.Frame) {
	link := command(n.session, n.Route())
	if n.linked {
		drawWhole(n.session, f, link)
		return
	}
	area := above(f)
	if n.line != nil {
		area.H -= lineRows
		n.drawLine(f.Within(canvas.Rect{X: area.X, Y: area.Y + area.H, W: area.W, H: lineRows}))
	}
	n.shop.Draw(viz.Frame{Grid: f.Grid, Area: area, Say: n.session.Say})
	drawLink(f, link, linkRows-1)
}

// lineRows are the rows of the line to type in: what to type, the line, what is
// wrong with it.
const lineRows = 5

func (n *network) drawLine(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	part.Lines(0, 0, canvas.Wrap(canvas.Markup(n.session.Text("lab.net.type"), canvas.RoleDim), f.Area.W))
	n.line.Draw(f.Grid, f.Area.X, f.Area.Y+2, f.Area.W)
	if n.wrong != nil {
		part.Lines(0, 3, canvas.Wrap(canvas.Line{{Text: canvas.Clean(n.said()), Role: canvas.RoleBad}}, f.Area.W))
	}
}

// said is what is wrong with the line, in the learner's words where there are some.
func (n *network) said() string {
	if w, ok := n.wrong.(interface{ Words() viz.Words }); ok {
		return n.session.Say(w.Words())
	}
	return n.wrong.Error()
}

// Crumbs implements tui.Screen.
func (n *network) Crumbs() []string { return crumbs(n.session, "net") }

// Bindings implements tui.Screen.
func (n *network) Bindings() []key.Binding {
	switch {
	case n.line != nil:
		return []key.Binding{keySet, tui.KeyBack}
	case n.linked:
		return []key.Binding{keyLink, tui.KeyBack}
	}
	var keys []key.Binding
	for _, m := range n.shop.Moves() {
		if m.Shown != "" {
			keys = append(keys, tui.Bind(m.Shown, m.About, m.Keys...))
		}
	}
	return append(keys, keyType, keyLink, tui.KeyBack)
}

// Typing implements tui.Screen.
func (n *network) Typing() bool { return n.line != nil }

// Route implements tui.Screen: the network is in it.
func (n *network) Route() tui.Route {
	r := tui.Route{Screen: "lab", Path: []string{"net"}}
	if spec := n.shop.Spec(); spec != "" {
		r.Query = url.Values{"spec": {spec}}
	}
	return r
}
