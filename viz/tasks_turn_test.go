package viz_test

import (
	"testing"

	"convtutor/viz"
)

// TestEachTaskIsHeldToWhatIsWanted: a task before the one wanted says too
// little, one after it more than needed; where new pixels are wanted, the
// others make nothing new. The mask is a part of its box.
func TestEachTaskIsHeldToWhatIsWanted(t *testing.T) {
	names := []string{"classification", "detection", "segmentation", "generation"}
	for wanted, name := range names {
		a, ok := viz.NewTasksInTurn(name, viz.Words{Key: "begin"}, viz.Words{Key: "ending"})
		if !ok {
			t.Fatalf("%s is no task", name)
		}
		if a.Words(0).Key != "begin" || a.Words(a.Steps()-1).Key != "ending" {
			t.Errorf("%s: begins with %s, ends with %s", name, a.Words(0).Key, a.Words(a.Steps()-1).Key)
		}
		for k, task := range names {
			how := "much"
			switch {
			case k == wanted:
				how = "just"
			case name == "generation":
				how = "old"
			case k < wanted:
				how = "little"
			}
			said := a.Words(k + 1)
			if want := "steps.task." + task + "-" + how; said.Key != want {
				t.Errorf("%s wanted: %s says %s", name, task, said.Key)
			}
			n, h, w, of := said.Args["n"].(int), said.Args["h"].(int), said.Args["w"].(int), said.Args["of"].(int)
			if n <= 0 || n >= h*w || h*w >= of {
				t.Errorf("a mask of %d pixels in a box %dx%d of %d", n, h, w, of)
			}
		}
	}
	if _, ok := viz.NewTasksInTurn("cooking", viz.Words{}, viz.Words{}); ok {
		t.Error("cooking is no task")
	}
}
