package i18n

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func english(text string) (Message, error) { return compile(text, formRules["plural"]) }

func TestBracesThatCannotBeFilled(t *testing.T) {
	for text, want := range map[string]string{
		"{n":            "without its partner",
		"n}":            "without its partner",
		"a {} b":        "name",
		"{N}":           "name",
		"{n|}":          "1 forms here, 2",
		"{n|a/b/c}":     "3 forms here, 2",
		"{n,|a/b}":      "name",
		"{two words}":   "name",
		"{ok} and {no!": "without its partner",
	} {
		m, err := english(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
		if shown := m.text(&Catalog{}, map[string]any{"ok": "ok"}); shown == "" {
			t.Errorf("%q: nothing left to show", text)
		}
	}
	if _, err := compile("{v|는/은}", formRules["particle"]); err == nil {
		t.Error("a Korean pair the wrong way round was taken")
	}
}

func TestValuesAreWrittenExactly(t *testing.T) {
	third := float32(1) / 3
	for _, c := range []struct {
		text  string
		value any
		want  string
	}{
		{"{v}", 1440000, "1,440,000"},
		{"{v}", "300×400×3 = 360000", "300×400×3 = 360,000"},
		{"{v}", "7850 > 1450", "7,850 > 1,450"},
		{"{v}", "1230 → 255", "1,230 → 255"},
		{"{v}", "240/10 = 2400%", "240/10 = 2,400%"},
		{"{v}", "360000", "360000"},
		{"{v}", "quiz/flip/1/4711", "quiz/flip/1/4711"},
		{"{v,}", 1440000, "1,440,000"},
		{"{v,}", -1234, "-1,234"},
		{"{v,}", 999, "999"},
		{"{v,}", 12345.678, "12,345.678"},
		{"{v,}", "word", "word"},
		{"{v,}", uint64(math.MaxUint64), "18,446,744,073,709,551,615"},
		{"{v}", third, "0.33333334"},
		{"{v}", float64(third), "0.3333333432674408"},
		{"{v}", 0.1, "0.1"},
		{"{v}", math.Copysign(0, -1), "0"},
		{"{v}", math.Inf(-1), "-∞"},
		{"{v}", math.NaN(), "NaN"},
		{"{v}", 1e-9, "1e-09"},
		{"{v}", 1e20, "100000000000000000000"},
		{"{v}", 1e22, "1e+22"},
		{"{v}", true, "true"},
		{"{{{v}}}", 1, "{1}"},
		{"{{v}}", 1, "{v}"},
		{"{v}{v}", "a", "aa"},
	} {
		m, err := english(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := m.text(&Catalog{}, map[string]any{"v": c.value}); got != c.want {
			t.Errorf("%q with %v: %q, want %q", c.text, c.value, got, c.want)
		}
	}
}

func TestAMissingValueShows(t *testing.T) {
	m, _ := english("{n} {n|cell/cells}")
	if got := m.text(&Catalog{}, nil); got != "⟨n⟩ ⟨n⟩" {
		t.Errorf("got %q", got)
	}
}

func TestNamesAreThoseUsed(t *testing.T) {
	m, _ := english("{b} {a|x/y} {b,} {{c}}")
	if got := strings.Join(m.Names(), " "); got != "a b" {
		t.Errorf("got %q", got)
	}
}

func FuzzCompile(f *testing.F) {
	for _, text := range []string{"", "{n} {n|cell/cells}", "{{x}}", "{n,}", "{", "}{", "{n|은/는}", "{a|/}"} {
		f.Add(text, "1")
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		for _, rule := range formRules {
			m, err := compile(text, rule)
			args := map[string]any{}
			for _, name := range m.Names() {
				if !isName(name) {
					t.Fatalf("%q: %q taken for a name", text, name)
				}
				args[name] = value
			}
			said := m.text(&Catalog{rule: rule}, args)
			if utf8.ValidString(text) && utf8.ValidString(value) && !utf8.ValidString(said) {
				t.Fatalf("%q with %q: %q is not UTF-8", text, value, said)
			}
			if err == nil && !strings.ContainsAny(text, "{}") && said != text {
				t.Fatalf("%q came out as %q", text, said)
			}
		}
	})
}

func FuzzGroup(f *testing.F) {
	for _, text := range []string{"", "-", "1234", "-1234567.5", "1.", ".5", "12a4"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := strings.ReplaceAll(group(text), ",", ""); got != strings.ReplaceAll(text, ",", "") {
			t.Fatalf("%q became %q", text, group(text))
		}
	})
}
