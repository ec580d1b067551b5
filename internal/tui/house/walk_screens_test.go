package house

import (
	"strings"
	"testing"

	"convtutor/internal/progress"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/quiz/assignment"
	"convtutor/viz"
)

// TestPractice answers a run: one wrongly, one rightly, one given up.
func TestPractice(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		d := drive(t, learner(t, language, store), "quiz/output-size?level=1&seed=5&count=3")
		for i := range uint32(3) {
			q, err := quiz.New("output-size", 1, 5+i)
			if err != nil {
				t.Fatal(err)
			}
			switch i {
			case 0:
				d.typed(q.Slips[0].Answer)
				d.press("enter")
				for _, w := range quiz.Grade(q, q.Slips[0].Answer).Feedback {
					d.shows(d.session.Say(w))
				}
				d.press("tab")
			case 1:
				d.typed(q.Answer)
				d.press("enter")
			case 2:
				d.press("tab")
			}
			d.press("enter")
		}
		d.shows(d.session.Say(viz.Words{Key: "practice.score", Args: viz.Args{"right": 1, "of": 3}}))
		if tally := store.State().Quiz["output-size"]; tally.Right != 1 || tally.Asked < 2 {
			t.Errorf("kept %+v", tally)
		}
		d.press("down", "down", "down", "enter")
		d.at("home")
	})
}

// TestAssignment answers all parts, the first wrongly before.
func TestAssignment(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		d := drive(t, learner(t, language, store), "assignment")
		parts, err := assignment.Parts()
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range parts {
			d.at("assignment#" + part.ID)
			if i == 0 {
				d.typed("720x1280x6")
				d.press("enter")
				if kept := store.State().Parts[part.ID]; kept.Right || kept.Slip == "" {
					t.Errorf("kept %+v", kept)
				}
			}
			d.typed(strings.ReplaceAll(part.Question.Answer, "x", "×"))
			d.press("enter")
			if !store.State().Parts[part.ID].Right {
				t.Errorf("%s: %q is not right:\n%s", part.ID, part.Question.Answer, d.text())
			}
			d.press("enter")
		}
		d = drive(t, withOneLesson(learner(t, language, store)), "home")
		d.shows("7/7")
	})
}

// TestSettings goes round every setting; each is kept.
func TestSettings(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		d := drive(t, learner(t, language, store), "settings")
		for range 4 {
			d.press("enter", "down")
		}
		kept := store.State()
		for _, name := range []progress.Setting{progress.Language, progress.Theme, progress.Speed, progress.Motion} {
			if kept.Setting(name) == "" {
				t.Errorf("%s is not kept", name)
			}
		}
		if kept.Setting(progress.Language) == language {
			t.Error("the language did not change")
		}
	})
}

// TestSettingsTwice opens the settings over themselves: a change is made once.
func TestSettingsTwice(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "settings")
		d.send(tui.OpenMsg{Route: tui.Route{Screen: "settings"}})
		d.press("enter")
		if d.session.Language() == language {
			t.Error("the language did not change")
		}
	})
}

// TestHelpAndSearch opens what lies over a screen, and closes it again.
func TestHelpAndSearch(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		for _, route := range everywhere() {
			d := drive(t, learner(t, language, progress.NewMemory()), route)
			here := d.model.Route().String()
			d.press("f1")
			if d.has(d.said("help.everywhere")) {
				d.press("down", "esc")
			}
			d.at(here)
		}
		d := drive(t, learner(t, language, progress.NewMemory()), "home")
		d.press("?")
		d.shows(d.said("help.everywhere"))
		d.press("esc", "/")
		d.shows(d.said("search.title"))
		d.typed("zzzzqqqq")
		d.shows(d.said("search.nothing"))
		d.press("enter", "esc")
		d.at("home")
		d.press("/")
		d.typed(map[string]string{"en": "setting", "ko": "설정"}[language])
		d.press("enter")
		d.at("settings")
	})
}

// TestRoutesThatLeadNowhere opens home and says so.
func TestRoutesThatLeadNowhere(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		for _, route := range []string{"nowhere", "lesson/cnn/none", "lesson/cnn", "quiz/none", "lab/none", "lesson/cnn/conv#none", "lab/conv?s=0", "quiz?count=99999999"} {
			at, err := tui.ParseRoute(route)
			if err != nil {
				t.Fatal(err)
			}
			if err := Check(learner(t, language, progress.NewMemory()), at); err == nil {
				t.Errorf("%s leads somewhere", route)
			}
			d := drive(t, learner(t, language, progress.NewMemory()), route)
			d.at("home")
			d.shows(at.Screen)
		}
	})
}
