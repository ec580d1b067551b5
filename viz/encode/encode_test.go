package encode_test

import (
	"regexp"
	"strings"
	"testing"

	"convtutor/viz/canvas"
	"convtutor/viz/encode"
	"convtutor/viz/theme"

	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"
)

func palette(t testing.TB, name string, p colorprofile.Profile, ascii bool) *encode.Palette {
	t.Helper()
	th, ok := theme.ByName(name)
	if !ok {
		t.Fatalf("no theme %q", name)
	}
	return encode.NewPalette(th, p, ascii)
}

func TestOneCodeARun(t *testing.T) {
	g := canvas.New(6, 1)
	g.Text(0, 0, canvas.RoleText, "abc")
	g.Text(3, 0, canvas.RoleStrong, "def")
	line := encode.ANSI(g, palette(t, theme.Dark, colorprofile.TrueColor, false))[0]
	if n := strings.Count(line, "\x1b["); n != 3 {
		t.Errorf("%d codes in %q, want one a run and a reset", n, line)
	}
}

var escape = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestProfiles(t *testing.T) {
	g := canvas.New(4, 1)
	g.Fill(canvas.Rect{W: 4, H: 1}, canvas.RoleWindow)
	g.Text(0, 0, canvas.RoleWindowNow, "1×1")
	tests := []struct {
		name  string
		p     colorprofile.Profile
		ascii bool
		has   string
		hasnt string
		text  string
	}{
		{"true colour", colorprofile.TrueColor, false, "48;2;", "48;5;", "1×1 "},
		{"256", colorprofile.ANSI256, false, "48;5;", "48;2;", "1×1 "},
		{"16", colorprofile.ANSI, false, ";7;93m", "48;", "1×1 "},
		{"no colour", colorprofile.ASCII, false, ";7", "38;", "1×1 "},
		{"no terminal", colorprofile.NoTTY, false, "", "\x1b", "1×1 "},
		{"ascii", colorprofile.ANSI, true, ";7;93m", "×", "1x1 "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := encode.ANSI(g, palette(t, theme.Dark, tt.p, tt.ascii))[0]
			if !strings.Contains(line, tt.has) || strings.Contains(line, tt.hasnt) {
				t.Errorf("got %q, want %q in it and not %q", line, tt.has, tt.hasnt)
			}
			if got := escape.ReplaceAllString(line, ""); got != tt.text {
				t.Errorf("text %q, want %q", got, tt.text)
			}
		})
	}
}

func TestPixelsWithoutColourAreShades(t *testing.T) {
	white, black := canvas.Color(255, 255, 255), canvas.Color(0, 0, 0)
	g := canvas.New(2, 1)
	g.Pixel(0, 0, white, white)
	g.Pixel(1, 0, black, black)
	for _, tt := range []struct {
		theme string
		p     colorprofile.Profile
		ascii bool
		want  string
	}{
		{theme.Dark, colorprofile.ANSI, false, "█ "},
		{theme.Light, colorprofile.ANSI, false, " █"},
		{theme.Dark, colorprofile.ASCII, true, "@ "},
		{theme.Dark, colorprofile.TrueColor, false, "▀▀"},
	} {
		line := encode.ANSI(g, palette(t, tt.theme, tt.p, tt.ascii))[0]
		if got := escape.ReplaceAllString(line, ""); got != tt.want {
			t.Errorf("%s %v: got %q, want %q", tt.theme, tt.p, got, tt.want)
		}
	}
}

// TestEncoderEqualsEncodingAnew pins the encoder that works on changed rows
// to the one that works on all.
func TestEncoderEqualsEncodingAnew(t *testing.T) {
	pal := palette(t, theme.Dark, colorprofile.TrueColor, false)
	rapid.Check(t, func(t *rapid.T) {
		e := encode.NewEncoder(pal)
		g := canvas.New(8, 3)
		for range rapid.IntRange(1, 8).Draw(t, "frames") {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				g.Text(rapid.IntRange(-2, 8).Draw(t, "x"), rapid.IntRange(0, 2).Draw(t, "y"), canvas.RoleText, rapid.SampledFrom([]string{"a", "합성", "1×1"}).Draw(t, "s"))
			case 1:
				g.Fill(canvas.Rect{X: 1, Y: 1, W: 3, H: 1}, canvas.RoleWindow)
			case 2:
				g.Pixel(2, 2, canvas.Color(1, 2, 3), canvas.Color(4, 5, 6))
			case 3:
				g.Resize(rapid.IntRange(1, 9).Draw(t, "w"), 3)
			}
			if got, want := e.Encode(g), strings.Join(encode.ANSI(g, pal), "\n"); got != want {
				t.Fatalf("got %q, want %q", got, want)
			}
		}
	})
}

func TestSignsWithoutColour(t *testing.T) {
	g := canvas.New(3, 1)
	part, orange, blue := g.Part(g.All()), canvas.Color(255, 170, 60), canvas.Color(80, 165, 255)
	part.PixelOf(canvas.RoleNegative, 0, 0, blue, blue)
	part.PixelOf(canvas.RoleNone, 1, 0, canvas.Color(0, 0, 0), canvas.Color(0, 0, 0))
	part.PixelOf(canvas.RolePositive, 2, 0, orange, orange)
	line := encode.ANSI(g, palette(t, theme.Dark, colorprofile.ASCII, false))[0]
	if got := escape.ReplaceAllString(line, ""); got != "= #" {
		t.Errorf("got %q", got)
	}
}

func frame(step int) *canvas.Grid {
	g := canvas.New(80, 24)
	draw(g, step)
	return g
}

func draw(g *canvas.Grid, step int) {
	g.Clear(canvas.RoleNone)
	g.Text(0, 0, canvas.RoleStrong, "convtutor  CNN > Convolution")
	for y := range 5 {
		for x := range 5 {
			role := canvas.RoleInput
			if (x+y+step)%3 == 0 {
				role = canvas.RoleWindow
			}
			g.Fill(canvas.Rect{X: x * 6, Y: 4 + 2*y, W: 6, H: 2}, role)
			g.Text(x*6+3, 4+2*y, role, "1")
		}
	}
	g.Text(0, 16, canvas.RoleText, "1×1 + 1×0 + 1×1 + 0×0")
}

func BenchmarkEncodeFrame(b *testing.B) {
	e := encode.NewEncoder(palette(b, theme.Dark, colorprofile.TrueColor, false))
	frames := []*canvas.Grid{frame(0), frame(1)}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		e.Encode(frames[i%2])
	}
}

func BenchmarkDrawAndEncodeFrame(b *testing.B) {
	e := encode.NewEncoder(palette(b, theme.Dark, colorprofile.TrueColor, false))
	g := canvas.New(80, 24)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		draw(g, i)
		e.Encode(g)
	}
}
