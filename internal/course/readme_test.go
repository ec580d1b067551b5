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
	_, table, _ := strings.Cut(string(text), "| `[[step.ask]]` |")
	table, _, _ = strings.Cut(table, "\n\n")
	for name := range asks {
		if !strings.Contains(table, "`"+name+"` ") {
			t.Errorf("lessons/README.md does not tell about the prediction %s", name)
		}
	}
}
