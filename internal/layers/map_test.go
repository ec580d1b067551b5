package layers

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTheMapNamesEveryRoom holds internal/README.md to the packages there are:
// a newcomer finds each of them on the map, and none that is gone.
func TestTheMapNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	onMap := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 3 {
			continue
		}
		if name := strings.Trim(strings.TrimSpace(cells[1]), "`"); strings.HasSuffix(name, "/") {
			onMap[strings.TrimSuffix(name, "/")] = true
		}
	}
	packages := sources(t)
	for folder := range packages {
		if folder != "" && !onMap[folder] && !strings.Contains(folder, "/testdata/") {
			t.Errorf("%s/ is not on the map (internal/README.md)", folder)
		}
	}
	for folder := range onMap {
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(folder))); err != nil {
			t.Errorf("the map names %s/, which is not there", folder)
		}
	}
}

// TestTheMapsArrows holds the picture at the top of the map to the table: of
// "a <- b", b may import a.
func TestTheMapsArrows(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, picture, _ := strings.Cut(string(text), "```\n")
	picture, _, _ = strings.Cut(picture, "```")
	arrows := 0
	for line := range strings.Lines(picture) {
		for _, chain := range regexp.MustCompile(` {3,}|: |\(.*\)`).Split(strings.TrimSpace(line), -1) {
			names := strings.Split(chain, " <- ")
			for i := range len(names) - 1 {
				arrows += checkArrow(t, names[i], names[i+1])
			}
		}
	}
	if arrows < 20 {
		t.Errorf("only %d arrows were read", arrows)
	}
}

// checkArrow checks every room on an arrow's right against those on its left,
// and gives how many pairs there were. "all of these" and "tui/*" are no rooms.
func checkArrow(t *testing.T, left, right string) (pairs int) {
	t.Helper()
	for _, to := range strings.Split(right, ",") {
		for _, from := range strings.Split(left, ",") {
			importer, ok := byName(strings.TrimSpace(to))
			imported, known := byName(strings.TrimSpace(from))
			if !ok || !known {
				continue
			}
			pairs++
			if !slices.Contains(importer.ours, imported.path) {
				t.Errorf("the map says %s <- %s, the table does not", from, to)
			}
		}
	}
	return pairs
}

// byName finds a room by its name on the map: without internal/ and viz/.
func byName(name string) (room, bool) {
	if name == "main" {
		name = ""
	}
	for _, r := range rooms {
		if r.path == name || r.path == "internal/"+name || r.path == "viz/"+name && name != "" {
			return r, true
		}
	}
	return room{}, false
}
