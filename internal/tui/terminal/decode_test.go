package terminal

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// recorder keeps the keys and clicks that Bubble Tea decodes.
type recorder struct{ got []string }

func (r *recorder) Init() tea.Cmd { return nil }
func (r *recorder) View() string  { return "" }
func (r *recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if text := describeMessage(msg); text != "" {
		r.got = append(r.got, text)
	}
	return r, nil
}

func describeMessage(msg tea.Msg) string {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return fmt.Sprintf("%s %q paste=%v", msg.String(), msg.Runes, msg.Paste)
	case tea.MouseMsg:
		return fmt.Sprintf("%s %d,%d button %d action %d", msg, msg.X, msg.Y, msg.Button, msg.Action)
	case tea.FocusMsg:
		return "focus"
	case tea.BlurMsg:
		return "blur"
	}
	return ""
}

// endless gives its bytes once and then nothing, without an end, until closed.
type endless struct {
	io.Reader
	quit func()
}

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.Reader.Read(p)
	if err == io.EOF {
		e.quit()
	}
	return n, err
}

// bubbleTea gives what Bubble Tea itself makes of input.
func bubbleTea(t *testing.T, input string) []string {
	t.Helper()
	r := &recorder{}
	var p *tea.Program
	in := &endless{Reader: bytes.NewReader([]byte(input)), quit: func() { go p.Quit() }}
	p = tea.NewProgram(r, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler())
	done := time.AfterFunc(10*time.Second, p.Kill)
	defer done.Stop()
	if _, err := p.Run(); err != nil {
		t.Fatalf("%q: %v", input, err)
	}
	return r.got
}

// TestAgreesWithBubbleTea decodes codes with Bubble Tea and with this package:
// the one must be able to stand in for the other.
func TestAgreesWithBubbleTea(t *testing.T) {
	inputs := []string{
		"a", "한", " ", "\r", "\n", "\t", "\x7f", "\x08", "\x00", "\x01", "\x03", "\x1a", "\x1c", "\x1d", "\x1e", "\x1f",
		"\x1ba", "\x1b한", "\x1b ", "\x1b\r", "\x1b\x7f", "\x1b\x01",
		"\x1b[Z", "\x1b[I", "\x1b[O", "\x1b[a", "\x1b[b", "\x1b[c", "\x1b[d",
		"\x1b[2~", "\x1b[3~", "\x1b[3;3~", "\x1b[5~", "\x1b[6~", "\x1b[5;3~", "\x1b[5;5~", "\x1b[5;7~", "\x1b[5^", "\x1b[6^",
		"\x1b[1~", "\x1b[4~", "\x1b[7~", "\x1b[8~", "\x1b[7^", "\x1b[8^", "\x1b[7$", "\x1b[8$", "\x1b[7@", "\x1b[8@",
		"\x1bOA", "\x1bOB", "\x1bOC", "\x1bOD", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS",
		"\x1b[[A", "\x1b[[B", "\x1b[[C", "\x1b[[D", "\x1b[[E",
		"\x1b[1;2P", "\x1b[1;2Q", "\x1b[1;2R", "\x1b[1;2S", "\x1b[1;3P", "\x1b[1;3R",
		"\x1b[15;2~", "\x1b[17;2~", "\x1b[18;2~", "\x1b[19;2~", "\x1b[15;3~", "\x1b[24;3~",
		"\x1b[200~가 나\x1b[201~", "\x1b[?1;2c", "\x1b[99~",
		"\x1b[M !!", "\x1b[M#!!", "\x1b[M`!!", "\x1b[MC##",
	}
	for number := range 35 {
		inputs = append(inputs, fmt.Sprintf("\x1b[%d~", number))
	}
	for modifiers := 2; modifiers <= 8; modifiers++ {
		for _, letter := range "ABCDHF" {
			inputs = append(inputs, fmt.Sprintf("\x1b[1;%d%c", modifiers, letter))
		}
	}
	for button := range 132 {
		inputs = append(inputs, fmt.Sprintf("\x1b[<%d;7;9M", button), fmt.Sprintf("\x1b[<%d;7;9m", button))
	}
	for _, letter := range "ABCDHF" {
		inputs = append(inputs, fmt.Sprintf("\x1b[%c", letter))
	}
	for _, input := range inputs {
		var got []string
		tokenizer := newTokenizer()
		for _, token := range tokenizer.feed([]byte(input)) {
			if text := describeMessage(decode(token)); text != "" {
				got = append(got, text)
			}
		}
		if want := bubbleTea(t, input); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q\n got %q\nwant %q", input, got, want)
		}
	}
}

func TestBackground(t *testing.T) {
	tests := []struct {
		reply string
		dark  bool
		ok    bool
	}{
		{"]11;rgb:1e1e/1e1e/2e2e", true, true},
		{"]11;rgb:ffff/ffff/ffff", false, true},
		{"]11;rgb:fd/f6/e3", false, true},
		{"]11;rgb:0/0/0", true, true},
		{"]11;rgba:0000/0000/0000/ffff", true, true},
		{"]11;rgb:0/0", false, false},
		{"]11;rgb:0/0/x", false, false},
		{"]11;rgb:0/0/12345", false, false},
		{"]11;rgb:0/0/", false, false},
		{"]11;#000000", false, false},
		{"]10;rgb:0/0/0", false, false},
	}
	for _, test := range tests {
		msg, ok := decodeReply(test.reply).(BackgroundMsg)
		if ok != test.ok || ok && msg.Dark() != test.dark {
			t.Errorf("%s: %v %v", test.reply, msg, ok)
		}
	}
	if c, _ := parseColor("rgb:ffff/8080/00"); c.R != 255 || c.G != 128 || c.B != 0 {
		t.Errorf("scaled to %v", c)
	}
}
