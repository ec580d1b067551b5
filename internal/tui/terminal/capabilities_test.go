package terminal

import "testing"

func environment(values map[string]string) Environment {
	return Environment{
		Getenv: func(name string) string { return values[name] },
		Input:  true, Output: true, OS: "linux",
	}
}

func TestColors(t *testing.T) {
	type env map[string]string
	tests := []struct {
		env  env
		tty  bool
		want ColorDepth
	}{
		{env{"TERM": "xterm-256color", "COLORTERM": "truecolor"}, true, TrueColor},
		{env{"TERM": "xterm-256color", "COLORTERM": "24bit"}, true, TrueColor},
		{env{"TERM": "xterm-256color"}, true, Colors256},
		{env{"TERM": "tmux-256color"}, true, Colors256},
		{env{"TERM": "screen-256color", "COLORTERM": "truecolor"}, true, Colors256},
		{env{"TERM": "xterm"}, true, Colors16},
		{env{"TERM": "linux"}, true, Colors16},
		{env{"TERM": "xterm-kitty"}, true, TrueColor},
		{env{"TERM": "dumb"}, true, NoColor},
		{env{"TERM": "vt100"}, true, NoColor},
		{env{"TERM": "vt220"}, true, NoColor},
		{env{"TERM": "vt102-nsgr"}, true, NoColor},
		{env{"TERM": "ansi-m"}, true, NoColor},
		{env{"TERM": "xterm-mono"}, true, NoColor},
		{env{"TERM": "vt100", "COLORTERM": "truecolor"}, true, TrueColor},
		{env{"TERM": "vt100", "CLICOLOR_FORCE": "1"}, true, Colors16},
		{env{"TERM": "vt525"}, true, Colors16},
		{env{"TERM": "linux"}, true, Colors16},
		{env{"TERM": "vte"}, true, Colors16},
		{env{"TERM": "ansi"}, true, Colors16},
		{env{"TERM": "xterm-256color", "NO_COLOR": "1"}, true, NoColor},
		{env{"TERM": "xterm-256color", "NO_COLOR": "yes"}, true, NoColor},
		{env{"TERM": "xterm-256color", "NO_COLOR": ""}, true, Colors256},
		{env{"TERM": "xterm-256color", "NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, true, NoColor},
		{env{"TERM": "xterm-256color", "NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, false, NoColor},
		{env{"TERM": "xterm-256color"}, false, NoColor},
		{env{"TERM": "xterm-256color", "CLICOLOR_FORCE": "1"}, false, Colors256},
		{env{"TERM": "xterm-256color", "CLICOLOR_FORCE": "0"}, false, NoColor},
	}
	for _, test := range tests {
		e := environment(test.env)
		e.Output = test.tty
		if got := e.Capabilities().Color; got != test.want {
			t.Errorf("%v, terminal %v: %v, want %v", test.env, test.tty, got, test.want)
		}
	}
}

func TestUTF8(t *testing.T) {
	type env map[string]string
	tests := []struct {
		env  env
		want bool
	}{
		{env{"LANG": "ko_KR.UTF-8"}, true},
		{env{"LANG": "en_US.utf8"}, true},
		{env{"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, false},
		{env{"LANG": "C", "LC_CTYPE": "C.UTF-8"}, true},
		{env{"LANG": "ko_KR.eucKR"}, false},
		{env{}, false},
	}
	for _, test := range tests {
		if got := environment(test.env).Capabilities().UTF8; got != test.want {
			t.Errorf("%v: %v", test.env, got)
		}
	}
	e := environment(nil)
	e.OS = "windows"
	if !e.Capabilities().UTF8 {
		t.Error("windows: false")
	}
}

func TestPlain(t *testing.T) {
	for name, want := range map[string]bool{"xterm": false, "dumb": true, "": true} {
		e := environment(map[string]string{"TERM": name})
		if got := e.Capabilities().Plain; got != want {
			t.Errorf("TERM=%s: %v", name, got)
		}
		e.Input = false
		if !e.Capabilities().Plain {
			t.Errorf("TERM=%s, input no terminal: false", name)
		}
		e.Input, e.Output = true, false
		if !e.Capabilities().Plain {
			t.Errorf("TERM=%s, output no terminal: false", name)
		}
	}
}

func TestShade(t *testing.T) {
	for value, want := range map[string]Shade{
		"15;0": ShadeDark, "0;15": ShadeLight, "0;default;15": ShadeLight, "7;8": ShadeDark,
		"0;7": ShadeLight, "": ShadeUnknown, "15;default": ShadeUnknown, "0;99": ShadeUnknown,
	} {
		if got := environment(map[string]string{"COLORFGBG": value}).Capabilities().Shade; got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestWhoIsAsked(t *testing.T) {
	type env map[string]string
	all := Questions{Background: true, Kitty: true, Sixel: true}
	some := Questions{Background: true, Sixel: true}
	tests := []struct {
		env  env
		want Questions
	}{
		{env{"TERM": "xterm-kitty"}, all},
		{env{"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, all},
		{env{"TERM": "xterm-256color"}, some},
		{env{"TERM": "foot"}, some},
		{env{"TERM": "screen-256color", "TMUX": "/tmp/t,1,0"}, some},
		{env{"TERM": "xterm-kitty", "TMUX": "/tmp/t,1,0"}, some}, // tmux would take the question for a title
		{env{"TERM": "screen-256color", "STY": "1.pts"}, Questions{}},
		{env{"TERM": "linux"}, Questions{}},
		{env{"TERM": "vt100"}, Questions{}},
		{env{"TERM": "dumb"}, Questions{}},
	}
	for _, test := range tests {
		if got := environment(test.env).Capabilities().Ask; got != test.want {
			t.Errorf("%v: %+v, want %+v", test.env, got, test.want)
		}
	}
}
