package encode_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"convtutor/viz/canvas"
	"convtutor/viz/encode"
	"convtutor/viz/theme"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sampleGrid has a bit of everything: Hangul beside Latin, an area with bars,
// a rule, pixels, and what XML must not read as its own.
func sampleGrid() *canvas.Grid {
	g := canvas.New(24, 5)
	g.Text(1, 0, canvas.RoleStrong, "합성곱 3x3 <&> \"conv\"")
	g.Text(0, 1, canvas.RoleRule, strings.Repeat("─", 24))
	g.Fill(canvas.Rect{X: 2, Y: 2, W: 6, H: 2}, canvas.RoleWindowNow)
	g.Text(2, 2, canvas.RoleMark, "▌")
	g.Text(7, 2, canvas.RoleMark, "▐")
	g.Text(4, 2, canvas.RoleWindowNow, "1")
	g.Text(4, 3, canvas.RoleWeightNow, "×1")
	for x := range 4 {
		g.Pixel(12+x, 2, canvas.Color(uint8(60*x), 0, 0), canvas.Color(0, 80, 0))
	}
	g.Text(1, 4, canvas.RoleText, "● a  b → c")
	return g
}

func TestSVGGolden(t *testing.T) {
	for _, name := range []string{theme.Light, theme.Mono} {
		th, _ := theme.ByName(name)
		got := encode.SVG(sampleGrid(), th, encode.SVGOptions{Title: "a <sample>", Frame: name == theme.Light})
		path := filepath.Join("testdata", "sample_"+name+".svg")
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: not as in %s (look at it, then -update):\n%s", name, path, got)
		}
	}
}

// svgRows reads an SVG strictly as XML and writes its pieces of text where
// they stand, in rows of w cells.
func svgRows(t testing.TB, svg string, w, h int) []string {
	t.Helper()
	g := canvas.New(w, h)
	d := xml.NewDecoder(strings.NewReader(svg))
	var x, y, columns int
	inside := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return g.Lines()
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local == "text"
			for _, a := range token.Attr {
				n, _ := strconv.Atoi(a.Value) // others than numbers are not looked at
				switch {
				case a.Name.Local == "x":
					x = n / 8
				case a.Name.Local == "y":
					y = n / 16
				case a.Name.Local == "textLength":
					columns = n / 8
				}
			}
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if inside {
				if got := g.Text(x, y, canvas.RoleText, string(token)) - x; got != columns {
					t.Fatalf("%q takes %d columns, its place has %d", token, got, columns)
				}
			}
		}
	}
}

// drawn are the glyphs that are shapes in an SVG.
var drawn = strings.NewReplacer("█", " ", "▓", " ", "▒", " ", "░", " ", "▀", " ", "▄", " ", "▌", " ", "▐", " ", "─", " ", "│", " ")

func sameText(t testing.TB, g *canvas.Grid, th theme.Theme) {
	t.Helper()
	rows := svgRows(t, encode.SVG(g, th, encode.SVGOptions{}), g.W, g.H)
	for y, want := range g.Lines() {
		if want = strings.TrimRight(drawn.Replace(want), " "); rows[y] != want {
			t.Fatalf("row %d says %q, the grid %q", y, rows[y], want)
		}
	}
}

func TestSVGSaysWhatTheGridSays(t *testing.T) {
	for _, name := range theme.Names() {
		th, _ := theme.ByName(name)
		sameText(t, sampleGrid(), th)
	}
	dark, _ := theme.ByName(theme.Dark)
	rapid.Check(t, func(rt *rapid.T) {
		g := canvas.New(rapid.IntRange(1, 30).Draw(rt, "w"), rapid.IntRange(1, 3).Draw(rt, "h"))
		words := rapid.SampledFrom([]string{"합성곱", "filter", "1×1 +", "▌▐", "한글 사이", "→ ●", "<&>", "  ", "─│", "Σ"})
		for range rapid.IntRange(1, 8).Draw(rt, "times") {
			role := canvas.Role(rapid.IntRange(0, int(canvas.RoleCount)-1).Draw(rt, "role"))
			g.Text(rapid.IntRange(0, 29).Draw(rt, "x"), rapid.IntRange(0, 2).Draw(rt, "y"), role, words.Draw(rt, "s"))
		}
		sameText(t, g, dark)
	})
}

// TestSVGNeedsNothingElse: a picture in a page may load no other file.
func TestSVGNeedsNothingElse(t *testing.T) {
	th, _ := theme.ByName(theme.Dark)
	svg := encode.SVG(sampleGrid(), th, encode.SVGOptions{Title: "x"})
	svg = strings.Replace(svg, `xmlns="http://www.w3.org/2000/svg"`, "", 1)
	for _, outside := range []string{"http", "url(", "href", "@import", "<script"} {
		if strings.Contains(svg, outside) {
			t.Errorf("has %q", outside)
		}
	}
}

// TestSVGJoinsAreas holds the size down: an area of one look is one shape.
func TestSVGJoinsAreas(t *testing.T) {
	th, _ := theme.ByName(theme.Dark)
	g := canvas.New(20, 10)
	g.Fill(canvas.Rect{X: 3, Y: 2, W: 10, H: 6}, canvas.RoleWindow)
	svg := encode.SVG(g, th, encode.SVGOptions{})
	if n := strings.Count(svg, "z"); n != 1 || !strings.Contains(svg, "M24 32h80v96h-80z") {
		t.Errorf("%d shapes:\n%s", n, svg)
	}
}
