package canvas_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"convtutor/viz/canvas"
)

// A picture is tested as text and letters, one letter a role.
func ExampleGrid_Golden() {
	g := canvas.New(12, 2)
	g.Text(0, 0, canvas.RoleInputTitle, "입력")
	g.Text(5, 0, canvas.RoleDim, "5×5")
	g.Fill(canvas.Rect{X: 0, Y: 1, W: 3, H: 1}, canvas.RoleWindow)
	g.Text(1, 1, canvas.RoleWindow, "1")
	fmt.Print(g.Golden())
	// Output:
	// |입력 5×5
	// | 1
	//
	// |IIII.ddd
	// |WWW
}

func ExampleWrap() {
	prose := canvas.Markup("The [filter:filter] moves one cell at a time.", canvas.RoleText)
	for _, line := range canvas.Wrap(prose, 20) {
		fmt.Println(line)
	}
	// Output:
	// The filter moves one
	// cell at a time.
}

// FuzzText writes anything: nothing that moves a cursor or turns the direction
// of writing gets onto the grid, and rows keep their width.
func FuzzText(f *testing.F) {
	for _, s := range []string{"합성곱 1×1", "\x1b[2J\x9b1m", "a\u202eb\u2066", "👩‍👩‍👧🇰🇷", "e\u0301\u0301", "\xff\xfe", "ᄒ\u1161\u11ab"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, x int) {
		g := canvas.New(9, 1)
		g.Text(x%20, 0, canvas.RoleText, s)
		row := g.Lines()[0]
		if !utf8.ValidString(row) {
			t.Errorf("%q became %q", s, row)
		}
		for _, r := range row {
			if unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%U got onto the grid", r)
			}
		}
		n := 0
		for _, c := range g.Row(0) {
			n += canvas.Width(c.Glyph)
		}
		if n != g.W {
			t.Errorf("the row is %d columns wide: %q", n, row)
		}
		if got := canvas.Width(canvas.Cut(s, 5)); got > 5 {
			t.Errorf("cut to %d columns", got)
		}
		if strings.ContainsAny(canvas.Clean(s), "\x1b\u009b\n") {
			t.Errorf("%q is not clean", canvas.Clean(s))
		}
	})
}
