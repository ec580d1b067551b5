package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// likeKey is a text that has the form of a catalogue's key.
var likeKey = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]*[a-z0-9])+$`)

// fileEndings are endings that make a text the name of a file, not a key.
var fileEndings = []string{".go", ".md", ".toml", ".json", ".png", ".gif", ".jpg", ".txt", ".csv"}

// TestEveryKeyInTheCodeIsThere looks for texts in Go code that begin like a
// room of words, and holds each to the catalogue.
func TestEveryKeyInTheCodeIsThere(t *testing.T) {
	b, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	catalog := b.For(DefaultLanguage)
	found := 0
	for text, where := range literals(t) {
		isFile := slices.ContainsFunc(fileEndings, func(ending string) bool { return strings.HasSuffix(text, ending) })
		if catalog.rooms[roomOf(text)] == nil || isFile || !likeKey.MatchString(text) {
			continue
		}
		found++
		if !catalog.Has(text) {
			t.Errorf("%s: no words for %q", where, text)
		}
	}
	if found == 0 {
		t.Error("no key was found in the code: is this the repository?")
	}
}

// TestEveryWordIsSaid finds words that nothing in the code can ask for: no text
// is their key, or its beginning up to a dot, _ or -.
func TestEveryWordIsSaid(t *testing.T) {
	b, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	texts := literals(t)
	for _, key := range b.For(DefaultLanguage).Keys() {
		said := texts[key] != ""
		for end := strings.LastIndexAny(key, "._-"); end > 0 && !said; end = strings.LastIndexAny(key[:end], "._-") {
			said = texts[key[:end+1]] != ""
		}
		if !said {
			t.Errorf("nothing in the code says %s", key)
		}
	}
}

// literals gives the texts in all Go code but tests, and where one of each
// stands.
func literals(t *testing.T) map[string]string {
	t.Helper()
	root := os.DirFS(filepath.Join("..", ".."))
	found := map[string]string{}
	err := fs.WalkDir(root, ".", func(at string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && at != "."):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(at, ".go") || strings.HasSuffix(at, "_test.go"):
			return nil
		}
		text, err := fs.ReadFile(root, at)
		if err != nil {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, at, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if value, err := strconv.Unquote(literal.Value); err == nil {
					found[value] = files.Position(literal.Pos()).String()
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
