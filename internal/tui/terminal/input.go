package terminal

import (
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

const (
	readSize = 4096
	// batchSize is how many keys go to the loop at once: few enough that a frame
	// is shown between two batches.
	batchSize = 256
	// maxPending is how many batches wait before reading stops.
	maxPending = 1024
	// stuckAfter is when a loop that takes no keys counts as stuck: Ctrl+C then
	// ends the program as the signal does.
	stuckAfter = time.Second
)

// pump brings what is typed to the loop until the loop is over.
func (t *Terminal) pump() {
	p := &pump{
		terminal: t, tokens: newTokenizer(),
		chunks: make(chan []byte, 1), batches: make(chan inputMsg),
	}
	t.Go(p.read)
	t.Go(p.send)
	p.run()
}

// pump is the state between the reading and the loop.
type pump struct {
	terminal *Terminal
	tokens   *tokenizer
	chunks   chan []byte   // what was read; closed at its end
	batches  chan inputMsg // what is to be sent
	pending  []inputMsg
	sending  atomic.Int64 // since when a batch is being sent, ns; 0: none is
}

// read reads until the input ends.
func (p *pump) read() {
	defer close(p.chunks)
	buf := make([]byte, readSize)
	for {
		n, err := p.terminal.device.Read(buf)
		if n > 0 {
			select {
			case p.chunks <- append([]byte(nil), buf[:n]...):
			case <-p.terminal.finished:
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// send hands batches to the loop, which may take its time.
func (p *pump) send() {
	for {
		select {
		case batch := <-p.batches:
			p.sending.Store(time.Now().UnixNano())
			p.terminal.tea.Send(batch)
			p.sending.Store(0)
		case <-p.terminal.finished:
			return
		}
	}
}

// run cuts what was read into keys.
func (p *pump) run() {
	timer := time.NewTimer(0)
	timer.Stop()
	for {
		in := p.chunks
		if len(p.pending) > maxPending {
			in = nil
		}
		var out chan inputMsg
		var next inputMsg
		if len(p.pending) > 0 {
			out, next = p.batches, p.pending[0]
		}
		select {
		case chunk, open := <-in:
			if !open {
				p.drain()
				return
			}
			p.accept(p.tokens.feed(chunk))
			timer.Stop()
			if wait := p.tokens.wait(); wait > 0 {
				timer.Reset(wait)
			}
		case <-timer.C:
			p.accept(p.tokens.idle())
		case out <- next:
			p.pending = p.pending[1:]
		case <-p.terminal.finished:
			return
		}
	}
}

// drain ends the program when the input has ended and all of it has been taken,
// or is not taken.
func (p *pump) drain() {
	p.terminal.answers.came() // no more will
	p.accept(p.tokens.idle())
	late := time.After(stuckAfter)
	for _, batch := range p.pending {
		select {
		case p.batches <- batch:
		case <-late:
		case <-p.terminal.finished:
			return
		}
	}
	p.terminal.end(ErrInputClosed, true)
}

// accept decodes tokens and puts them into batches.
func (p *pump) accept(tokens []token) {
	var batch inputMsg
	for _, token := range tokens {
		if token.isLast() {
			p.terminal.answers.came()
		}
		msg := decode(token)
		if msg == nil || p.taken(msg) {
			continue
		}
		batch = append(batch, msg)
		if len(batch) == batchSize {
			p.pending = append(p.pending, batch)
			batch = nil
		}
	}
	if len(batch) > 0 {
		p.pending = append(p.pending, batch)
	}
}

// taken deals with the keys that are not the model's: Ctrl+Z, and Ctrl+C if the
// model has stopped listening.
func (p *pump) taken(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyMsg)
	if !ok || key.Alt {
		return false
	}
	switch key.Type {
	case tea.KeyCtrlZ:
		if canSuspend {
			p.terminal.suspendSoon()
		}
		return canSuspend
	case tea.KeyCtrlC:
		if since := p.sending.Load(); since != 0 && time.Since(time.Unix(0, since)) > stuckAfter {
			p.terminal.endBySignal(SignalError{Number: 2, Name: "interrupt"})
		}
	}
	return false
}
