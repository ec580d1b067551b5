package lessons

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

func TestGlossary(t *testing.T) {
	c, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	terms, err := c.Terms("ko")
	if err != nil || len(terms) == 0 {
		t.Fatalf("%d terms, %v", len(terms), err)
	}
	for _, term := range terms {
		if term.Heading == "" || len(term.Body) == 0 || !c.HasTerm(term.ID, "en") {
			t.Errorf("%s: a term needs a word, a meaning, and the same in English", term.ID)
		}
	}
	if c.HasTerm("no-such-term", "en") {
		t.Error("a term that is not there was found")
	}
}

// TestGlossaryTakenApart takes terms away, one language at a time.
func TestGlossaryTakenApart(t *testing.T) {
	course := fstest.MapFS{
		"course.toml":    {Data: []byte("[[unit]]\nid = \"u\"\nrows = []\n")},
		"u/en.md":        {Data: []byte("# Unit\n")},
		"u/ko.md":        {Data: []byte("# 단원\n")},
		"glossary/en.md": {Data: []byte("# G\n\n## a | A\n\nOne.\n\n## b | B\n\nTwo.\n")},
		"glossary/ko.md": {Data: []byte("# G\n\n## a | 가\n\n하나예요.\n\n## b | 나\n\n둘이에요.\n")},
	}
	rules := Rules{Languages: []string{"en", "ko"}, HasTerm: func(string) bool { return true }}
	check := func(fsys fstest.MapFS) []error {
		c, err := Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return c.Check(rules)
	}
	if problems := check(course); len(problems) > 0 {
		t.Fatalf("whole: %v", problems)
	}
	for _, damage := range []struct{ file, cut string }{
		{"glossary/ko.md", "## b | 나\n\n둘이에요.\n"},
		{"glossary/en.md", "## b | B\n\nTwo.\n"},
		{"glossary/ko.md", "하나예요.\n"},
	} {
		broken := maps.Clone(course)
		text := string(course[damage.file].Data)
		broken[damage.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, damage.cut, "", 1))}
		if len(check(broken)) == 0 {
			t.Errorf("%s without %q: no problem found", damage.file, damage.cut)
		}
	}
}
