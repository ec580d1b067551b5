package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/tui/top"
)

var root = filepath.Join("..", "..")

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestGeneratedFilesAreUpToDate makes everything anew and compares: what is
// written down is what the program does.
func TestGeneratedFilesAreUpToDate(t *testing.T) {
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil || string(got) != want {
			t.Errorf("%s is not what the program makes now: go generate ./internal/readme (%s)", name, firstDifference(string(got), want))
		}
	}
	found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pictureFolder), "*"))
	if err != nil || len(found) == 0 {
		t.Errorf("no pictures: %v", err)
	}
	for _, path := range found {
		if _, made := files[pictureFolder+"/"+filepath.Base(path)]; !made {
			t.Errorf("nothing makes %s", path)
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: there is %.120q, made is %.120q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("there are %d lines, made are %d", len(g), len(w))
}

// TestReadmeShowsEveryPicture: none is made for nothing.
func TestReadmeShowsEveryPicture(t *testing.T) {
	readme := read(t, "README.md")
	for _, p := range pictures {
		for _, l := range p.languages {
			if !strings.Contains(readme, p.file(l, "light")) || !strings.Contains(readme, p.file(l, "dark")) {
				t.Errorf("%s in %s is not shown", p.name, l)
			}
		}
	}
}

// TestTheTwoCommands: README gives them twice, and .ci/run calls the second.
func TestTheTwoCommands(t *testing.T) {
	readme := read(t, "README.md")
	for _, command := range []string{"go run .", "go test ./..."} {
		if n := strings.Count(readme, "```sh\n"+command+"\n```"); n != 2 {
			t.Errorf("%s stands in README.md %d times", command, n)
		}
	}
	if !strings.Contains(read(t, ".ci/run"), "\ntest_all() { go test ./...; }\n") {
		t.Error(".ci/run does not call README's test command")
	}
	if needs := fmt.Sprintf("needs %d columns and %d rows", top.MinWidth, top.MinHeight); !strings.Contains(readme, needs) {
		t.Errorf("README.md does not say %q", needs)
	}
	if needs := fmt.Sprintf("%d열 %d줄 이상", top.MinWidth, top.MinHeight); !strings.Contains(readme, needs) {
		t.Errorf("README.md does not say %q", needs)
	}
}

// TestLinksLeadSomewhere follows every relative link of the pages.
func TestLinksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`(?:\]\(|src="|srcset=")([^)"#:]+)[)"#]`)
	for _, page := range []string{"README.md", "internal/README.md", "internal/adr/README.md", "lessons/README.md", "quiz/README.md"} {
		for _, m := range link.FindAllStringSubmatch(read(t, page), -1) {
			target := filepath.Join(root, filepath.Dir(page), filepath.FromSlash(m[1]))
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %s leads nowhere", page, m[1])
			}
		}
	}
}

func TestFill(t *testing.T) {
	shout := map[string]maker{"shout": func(s string) (string, error) { return strings.ToUpper(s) + "!\n", nil }}
	tests := []struct{ name, text, want, err string }{
		{"nothing to fill", "a\n", "a\n", ""},
		{"a block", "a\n<!-- made: shout b c -->\nold\n<!-- /made -->\nd", "a\n<!-- made: shout b c -->\nB C!\n<!-- /made -->\nd", ""},
		{"an empty block", "<!-- made: shout b -->\n<!-- /made -->", "<!-- made: shout b -->\nB!\n<!-- /made -->", ""},
		{"no end", "<!-- made: shout b -->\nold", "", "no <!-- /made -->"},
		{"a mark without end", "<!-- made: shout b", "", "does not end"},
		{"not known", "<!-- made: whisper b -->\n<!-- /made -->", "", `nothing makes "whisper"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := fill(tt.text, shout)
			if got != tt.want || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
				t.Errorf("got %q, %v", got, err)
			}
			if again, err := fill(got, shout); tt.err == "" && (err != nil || again != got) {
				t.Errorf("filled again: %q, %v", again, err)
			}
		})
	}
}

func TestSplitAndInput(t *testing.T) {
	said, rest := input(`echo '{"op": "relu"}' | convtutor solve`)
	if said != "{\"op\": \"relu\"}\n" || rest != "convtutor solve" {
		t.Errorf("got %q, %q", said, rest)
	}
	words, err := split("convtutor shape '7x7 | conv 3 1' --json")
	if err != nil || !slices.Equal(words, []string{"convtutor", "shape", "7x7 | conv 3 1", "--json"}) {
		t.Errorf("got %q, %v", words, err)
	}
	if _, err := split("convtutor 'open"); err == nil {
		t.Error("an open quote was taken")
	}
	for _, refused := range []string{"ls", "convtutor shape", "convtutor cellar"} {
		if text, err := transcript(refused); err == nil {
			t.Errorf("%q was taken: %s", refused, text)
		}
	}
}
