package terminal

import (
	"image/color"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Questions are what a terminal is asked.
type Questions struct {
	Background bool // what is its background? See BackgroundMsg
	Kitty      bool // does it show pictures as kitty does? See GraphicsMsg
	Sixel      bool // does it show sixels? See GraphicsMsg
}

const (
	askBackground = "\x1b]11;?\x1b\\"
	// askKitty sends one pixel and asks whether it would be shown.
	askKitty = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
	// askAttributes is answered by nearly all terminals, also by those that do
	// not know the other questions: with its answer all have been given.
	askAttributes = "\x1b[c"
)

// codes gives what is sent, nothing if there is no question.
func (q Questions) codes() string {
	if q == (Questions{}) {
		return ""
	}
	var codes strings.Builder
	if q.Background {
		codes.WriteString(askBackground)
	}
	if q.Kitty {
		codes.WriteString(askKitty)
	}
	codes.WriteString(askAttributes)
	return codes.String()
}

// ask sends the questions.
func (t *Terminal) ask() {
	codes := t.options.Ask.codes()
	if codes == "" {
		return
	}
	t.answers.begin()
	t.screen.send(codes)
}

// answers keeps account of whether answers are still on their way. The end of
// the program waits a moment for them: the shell would take them as typed.
type answers struct {
	since *atomic.Int64 // when the questions were sent, 0: nothing is open
	done  chan struct{}
}

const (
	// answersLate is when answers are not expected any more.
	answersLate = time.Second
	// answersWait is how long the end waits for them.
	answersWait = 100 * time.Millisecond
)

func newAnswers() answers {
	return answers{since: new(atomic.Int64), done: make(chan struct{}, 1)}
}

func (a answers) begin() { a.since.Store(time.Now().UnixNano()) }

// came is called for the answer that is the last one.
func (a answers) came() {
	if a.since.Swap(0) != 0 {
		a.done <- struct{}{}
	}
}

// await waits for answers that are on their way.
func (a answers) await() {
	since := a.since.Load()
	if since == 0 || time.Since(time.Unix(0, since)) > answersLate {
		return
	}
	select {
	case <-a.done:
	case <-time.After(answersWait):
	}
}

// isLast reports whether a token answers the last question.
func (t token) isLast() bool {
	return t.kind == tokenCSI && t.data[2] == '?' && t.data[len(t.data)-1] == 'c'
}

// decodeAttributes looks for sixels among what a terminal says it can do.
func decodeAttributes(params string) tea.Msg {
	const sixel = "4"
	for i, attribute := range strings.Split(params, ";") {
		if i > 0 && attribute == sixel { // the first is the kind of terminal
			return GraphicsMsg{GraphicsSixel}
		}
	}
	return nil
}

// decodeReply decodes an answer, without the ESC that begins it.
func decodeReply(reply string) tea.Msg {
	if rest, ok := strings.CutPrefix(reply, "]11;"); ok {
		if c, ok := parseColor(rest); ok {
			return BackgroundMsg{c}
		}
	}
	if rest, ok := strings.CutPrefix(reply, "_G"); ok {
		if _, message, _ := strings.Cut(rest, ";"); message == "OK" {
			return GraphicsMsg{GraphicsKitty}
		}
	}
	return nil
}

// parseColor reads a colour as X11 writes it: rgb:r/g/b or rgba:r/g/b/a, each of
// one to four hexadecimal digits.
func parseColor(text string) (c color.RGBA, ok bool) {
	kind, values, _ := strings.Cut(text, ":")
	parts := strings.Split(values, "/")
	if kind != "rgb" && kind != "rgba" || len(parts) != len(kind) {
		return c, false
	}
	var n [4]uint8
	for i, part := range parts {
		v, err := strconv.ParseUint(part, 16, 16)
		if err != nil {
			return c, false
		}
		largest := uint64(1)<<(4*len(part)) - 1
		n[i] = uint8((v*255 + largest/2) / largest) //nolint:gosec // at most 255
	}
	return color.RGBA{R: n[0], G: n[1], B: n[2], A: 255}, true
}
