package lesson

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeNamesEveryWidget: who writes a lesson finds there what there is.
func TestReadmeNamesEveryWidget(t *testing.T) {
	text, err := os.ReadFile("../../../lessons/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range stageMakers {
		if !strings.Contains(string(text), "\n| `"+name+"` |") {
			t.Errorf("lessons/README.md does not tell about the widget %s", name)
		}
	}
}
