package canvas_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

func TestTextIsClippedAtTheEdge(t *testing.T) {
	tests := []struct {
		name string
		x    int
		s    string
		want string
	}{
		{"fits", 0, "abcd", "abcd"},
		{"right", 2, "abcd", "  ab"},
		{"left", -2, "abcd", "cd"},
		{"wide fits", 0, "합성", "합성"},
		{"half a wide one at the right", 1, "합성", " 합"},
		{"half a wide one at the left", -1, "합성", " 성"},
		{"control characters", 0, "a\x1b[31mb", "a[31"},
		{"newline", 0, "a\nb", "a b"},
		{"direction marks", 0, "a\u202eb", "ab"},
		{"C1", 0, "a\u009bb", "ab"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := canvas.New(4, 1)
			g.Text(tt.x, 0, canvas.RoleText, tt.s)
			if got := g.Lines()[0]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOverwritingHalfOfAWideGlyphBlanksTheOther(t *testing.T) {
	g := canvas.New(4, 1)
	g.Text(0, 0, canvas.RoleText, "합성")
	g.Set(1, 0, canvas.RoleText, "x")
	if got := g.Lines()[0]; got != " x성" {
		t.Errorf("right half: got %q", got)
	}
	g.Set(2, 0, canvas.RoleText, "y")
	if got := g.Lines()[0]; got != " xy" {
		t.Errorf("left half: got %q", got)
	}
}

func TestGroundStaysUnderText(t *testing.T) {
	g := canvas.New(3, 1)
	g.Fill(canvas.Rect{W: 3, H: 1}, canvas.RoleWindow)
	g.Text(1, 0, canvas.RoleWeight, "a")
	if c := g.At(1, 0); c.Role != canvas.RoleWeight || c.Ground != canvas.RoleWindow {
		t.Errorf("got %+v", c)
	}
}

// TestDrawingStaysInside draws at random and checks what every encoder relies
// on: each row is as wide as the grid, and nothing outside of the part moved.
func TestDrawingStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := canvas.New(rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 4).Draw(t, "h"))
		small := rapid.IntRange(-3, 9)
		area := canvas.Rect{X: small.Draw(t, "ax"), Y: small.Draw(t, "ay"), W: small.Draw(t, "aw"), H: small.Draw(t, "ah")}
		part := g.Part(area)
		for range rapid.IntRange(1, 6).Draw(t, "times") {
			part.Text(small.Draw(t, "x"), small.Draw(t, "y"), canvas.RoleText, rapid.String().Draw(t, "s"))
			part.Text(small.Draw(t, "x"), small.Draw(t, "y"), canvas.RoleText, "합성곱")
			part.Fill(canvas.Rect{X: small.Draw(t, "x"), Y: small.Draw(t, "y"), W: small.Draw(t, "w"), H: 1}, canvas.RoleInput)
		}
		for y := range g.H {
			if w := rowWidth(t, g.Row(y)); w != g.W {
				t.Fatalf("row %d is %d columns wide, want %d: %+v", y, w, g.W, g.Row(y))
			}
			for x := range g.W {
				if !area.Has(x, y) && g.At(x, y) != canvas.New(1, 1).At(0, 0) {
					t.Fatalf("drew outside at %d,%d", x, y)
				}
			}
		}
	})
}

func rowWidth(t *rapid.T, row []canvas.Cell) int {
	n := 0
	for i, c := range row {
		if c.Wide && (i+1 == len(row) || row[i+1].Glyph != "") {
			t.Fatalf("wide glyph %q without its right half", c.Glyph)
		}
		if c.Glyph == "" && (i == 0 || !row[i-1].Wide) {
			t.Fatalf("right half without a glyph at %d", i)
		}
		n += canvas.Width(c.Glyph)
	}
	return n
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name  string
		s     string
		width int
		want  []string
	}{
		{"words", "one two three", 7, []string{"one two", "three"}},
		{"korean between words", "필터는 한 칸씩 움직여요.", 12, []string{"필터는 한", "칸씩", "움직여요."}},
		{"long korean between syllables", "합성곱신경망이에요.", 8, []string{"합성곱신", "경망이에", "요."}},
		{"not before closing punctuation", "합성곱신.", 8, []string{"합성곱", "신."}},
		{"long latin must", "abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		{"latin in hangul stays whole", "값은convolution예요", 12, []string{"값은", "convolution", "예요"}},
		{"newline", "a\nb", 10, []string{"a", "b"}},
		{"empty", "", 10, []string{""}},
		{"paragraphs", "a\n\nb", 10, []string{"a", "", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := canvas.WrapText(tt.s, tt.width); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWrapKeepsEveryWordAndWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"합성곱", "filter", "3x3", "a", "필터는,", "(값)", "아주긴낱말이라서줄을넘어요", "1234567890123"}))
		s := strings.Join(words.Draw(t, "words"), " ")
		width := rapid.IntRange(2, 30).Draw(t, "width")
		lines := canvas.WrapText(s, width)
		for _, l := range lines {
			if canvas.Width(l) > width {
				t.Fatalf("line %q is wider than %d", l, width)
			}
		}
		bare := func(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), "") }
		if got := bare(strings.Join(lines, "")); got != bare(s) {
			t.Fatalf("got %q, want %q", got, bare(s))
		}
	})
}

func TestMarkup(t *testing.T) {
	tests := []struct {
		s    string
		want canvas.Line
	}{
		{"a **b** c", canvas.Line{{"a ", canvas.RoleText}, {"b", canvas.RoleStrong}, {" c", canvas.RoleText}}},
		{"[filter:필터]는", canvas.Line{{"필터", canvas.RoleFilterTitle}, {"는", canvas.RoleText}}},
		{"press `q`", canvas.Line{{"press ", canvas.RoleText}, {"q", canvas.RoleCode}}},
		{"[1, 2] ** open `", canvas.Line{{"[1, 2] ** open `", canvas.RoleText}}},
		{"[x:1]", canvas.Line{{"[x:1]", canvas.RoleText}}},
	}
	for _, tt := range tests {
		if got := canvas.Markup(tt.s, canvas.RoleText); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %v, want %v", tt.s, got, tt.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		s    string
		w    int
		want string
	}{{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"합성곱", 5, "합성…"}, {"합성곱", 6, "합성곱"}, {"a", 0, ""}, {"합", 1, "…"}} {
		if got := canvas.Cut(tt.s, tt.w); got != tt.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", tt.s, tt.w, got, tt.want)
		}
	}
}

func TestEveryRoleHasItsOwnLetter(t *testing.T) {
	seen := map[byte]canvas.Role{}
	for r := range canvas.RoleCount {
		l := canvas.Letter(r)
		if l == 0 {
			t.Errorf("role %d has no letter", r)
		}
		if o, ok := seen[l]; ok {
			t.Errorf("roles %d and %d share %q", o, r, l)
		}
		seen[l] = r
	}
}
