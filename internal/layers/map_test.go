package layers

import (
	"os"
	"path/filepath"
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
