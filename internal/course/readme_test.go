package course

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeNamesEveryPrediction: who writes a lesson finds there what there is.
func TestReadmeNamesEveryPrediction(t *testing.T) {
	text, err := os.ReadFile("../../lessons/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range asks {
		if !strings.Contains(string(text), "\n| `"+name+"` |") {
			t.Errorf("lessons/README.md does not tell about the prediction %s", name)
		}
	}
}
