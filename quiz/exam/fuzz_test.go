package exam

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode"
)

// FuzzParse holds that no text makes the reader fail in another way than by
// faults that stand in the file, and that what it takes for an exam can be
// asked, and handed out as the same exam.
func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	files, err := filepath.Glob("testdata/faults/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, code := range languages {
		text, err := Template(code, "s")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		e, err := Parse("x.yaml", text, Checks{})
		if err != nil {
			faulty(t, text, err)
			return
		}
		for language := range e.Title {
			for _, r := range e.Title[language] {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
					t.Fatalf("%U in the title", r)
				}
			}
		}
		if _, err := e.Paper("kim", 1, "en"); err != nil {
			t.Fatal(err)
		}
		given, err := Handout("x.yaml", text, Checks{})
		if err != nil {
			t.Fatalf("cannot be handed out: %v", err)
		}
		if h, err := Parse("x.yaml", given, Checks{}); err != nil || h.Digest() != e.Digest() {
			t.Fatalf("what is handed out is not the same exam: %v\n%s", err, given)
		}
	})
}

func faulty(t *testing.T, text []byte, err error) {
	t.Helper()
	var faults Faults
	if !errors.As(err, &faults) || len(faults) == 0 {
		t.Fatalf("not faults: %v", err)
	}
	lines := bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) + 1
	for _, f := range faults {
		if f.Line < 0 || f.Line > lines || f.What.Error() == "" || f.Hint() == "" {
			t.Fatalf("line %d of %d: %v, hint %q", f.Line, lines, f, f.Hint())
		}
		for _, r := range f.Error() + f.Hint() {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%U in %q", r, f.Error())
			}
		}
	}
}

// FuzzResult holds that no text makes the reader of results fail, and that
// none but an honest one is taken for honest.
func FuzzResult(f *testing.F) {
	e, err := Parse("x", []byte(sample), Checks{})
	if err != nil {
		f.Fatal(err)
	}
	s, err := Open(f.TempDir(), e, "kim", nine)
	if err != nil {
		f.Fatal(err)
	}
	if err := errors.Join(s.Submit(after(1)), s.Close()); err != nil {
		f.Fatal(err)
	}
	honest, err := ResultOf(filepath.Dir(s.journal.path), e, "kim", 1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(honest))
	f.Add(magic + `{"exam":"x","student":"y","attempt":1,"sealed":true}` + "\nab cd\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parseResult("x", text, nil)
		if err != nil {
			return
		}
		found := Verify(e, r)
		if _, err := Grade(e, r); err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 && text != string(honest) {
			t.Fatalf("taken for honest: %q", text)
		}
	})
}
