package house

import (
	"strings"
	"testing"

	"convtutor/internal/progress"
)

// TestTheMapLeadsIntoLessons goes from home to the map, into a lesson and back,
// where the lesson is begun.
func TestTheMapLeadsIntoLessons(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "home")
		first := d.session.Course.Entries()[0].ID
		d.press("m")
		d.at("map#" + first)
		d.shows("→ ▸")
		d.press("enter")
		if !strings.HasPrefix(d.model.Route().String(), "lesson/"+first) {
			t.Fatalf("at %s", d.model.Route())
		}
		d.press("esc")
		d.at("map#" + first)
		d.shows("◐ ▸")
		d.press("f2")
		d.shows(d.said("map.state.begun"))
		d.press("esc")
		d.at("home")
	})
}
