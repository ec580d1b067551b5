package terminal

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// A frame stands at least so long: a flood of messages shows its last state, not
// each one. On a slow terminal a frame may take as long as everything else
// together, up to a limit: it may also have been a pause.
const (
	minInterval = 4 * time.Millisecond
	maxInterval = 100 * time.Millisecond
)

// program is the model that Bubble Tea sees. It passes messages on to the real
// one and shows what became of it.
type program struct {
	model    tea.Model
	terminal *Terminal
	screen   *screen

	last     time.Time     // when the last frame was done
	cost     time.Duration // what it took
	trailing bool          // a frame is promised
	broken   bool          // the model failed: it is not asked again
}

// Init shows the first frame before Bubble Tea's loop has begun.
func (p *program) Init() tea.Cmd {
	return p.guarded(func() tea.Cmd {
		first := p.model.Init()
		size := p.resized()
		p.show()
		p.terminal.ask()
		return tea.Batch(p.terminal.guard(first), size)
	})
}

// Update passes a message on and shows the result.
func (p *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if p.broken {
		return p, nil
	}
	return p, p.guarded(func() tea.Cmd { return p.take(msg) })
}

// View is not used: frames are written at once.
func (*program) View() string { return "" }

// guarded runs f and ends the program if it fails.
func (p *program) guarded(f func() tea.Cmd) (cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			p.broken = true
			p.terminal.failed(r, false)
		}
	}()
	return f()
}

// take handles one message of Bubble Tea's.
func (p *program) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case frameMsg:
		p.trailing = false
		p.show()
		return nil
	case endingMsg:
		// What the model returns is run before the end.
		return tea.Sequence(p.pass(EndingMsg{Cause: msg.cause}), tea.Quit)
	case resizeMsg:
		p.terminal.resizing.Store(false) // from here on another change counts
		return tea.Batch(p.resized(), p.showSoon())
	case redrawMsg:
		p.screen.forget()
		return tea.Batch(p.resized(), p.pass(tea.ResumeMsg{}), p.showSoon())
	case inputMsg:
		cmds := make([]tea.Cmd, 0, 4)
		for _, m := range msg {
			cmds = append(cmds, p.pass(m))
		}
		return tea.Batch(append(cmds, p.showSoon())...)
	}
	return tea.Batch(p.pass(msg), p.showSoon())
}

// pass hands a message to the model.
func (p *program) pass(msg tea.Msg) (cmd tea.Cmd) {
	p.model, cmd = p.model.Update(msg)
	return p.terminal.guard(cmd)
}

// resized tells the model the size if it is not the one it knows.
func (p *program) resized() tea.Cmd {
	w, h := p.terminal.size()
	if !p.screen.resize(w, h) {
		return nil
	}
	return p.pass(tea.WindowSizeMsg{Width: w, Height: h})
}

// showSoon shows the model's state now, or promises to do so when the last
// frame has stood long enough.
func (p *program) showSoon() tea.Cmd {
	if p.trailing {
		return nil
	}
	wait := min(max(minInterval, p.cost), maxInterval) - time.Since(p.last)
	if wait <= 0 {
		p.show()
		return nil
	}
	p.trailing = true
	return tea.Tick(wait, func(time.Time) tea.Msg { return frameMsg{} })
}

// show draws the model.
func (p *program) show() {
	begin := time.Now()
	f := frame{view: p.model.View()}
	if m, ok := p.model.(Pictured); ok {
		f.pictures = m.Pictures()
	}
	if m, ok := p.model.(Cursored); ok {
		f.cursor = m.Cursor()
	}
	p.screen.draw(f)
	p.last = time.Now()
	p.cost = p.last.Sub(begin)
}
