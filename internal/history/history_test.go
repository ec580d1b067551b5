package history_test

import (
	"testing"

	"convtutor/internal/history"

	"pgregory.net/rapid"
)

// TestBackIsTheWayBack keeps and takes back anyhow, beside a plain list.
func TestBackIsTheWayBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var past history.Past[int]
		var list []int
		for i := range rapid.IntRange(0, 500).Draw(t, "changes") {
			what := rapid.IntRange(0, 4).Draw(t, "what")
			if what == 4 { // the last two are one
				past.Join()
				if len(list) > 1 {
					list = list[:len(list)-1]
				}
				continue
			}
			if what > 0 {
				past.Keep(i)
				list = append(list, i)
				list = list[max(0, len(list)-200):]
				continue
			}
			got, ok := past.Back()
			if ok != (len(list) > 0) {
				t.Fatalf("%d left, back says %v", len(list), ok)
			}
			if !ok {
				continue
			}
			if want := list[len(list)-1]; got != want {
				t.Fatalf("%d came back, want %d", got, want)
			}
			list = list[:len(list)-1]
			if past.Empty() != (len(list) == 0) {
				t.Fatalf("%d left, empty is %v", len(list), past.Empty())
			}
		}
	})
}
