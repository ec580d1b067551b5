package progress

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// places gives two files in a fresh directory that is not there yet.
func places(t testing.TB) Paths {
	t.Helper()
	dir := t.TempDir()
	return Paths{Progress: filepath.Join(dir, "data", "progress.json"), Settings: filepath.Join(dir, "config", "settings.json")}
}

func mustOpen(t testing.TB, paths Paths) Store {
	t.Helper()
	s, notices := Open(paths)
	if len(notices) > 0 {
		t.Fatalf("notices: %v", notices)
	}
	return s
}

// everything is a change of every sort.
func everything() []Change {
	return []Change{
		ReachStep("cnn/conv", "slide", noon), FinishStep("cnn/conv", "slide"), FinishStep("cnn/conv", "end"),
		FinishStep("cnn/conv", "slide"), ReachStep("cnn/stride", "start", noon.Add(time.Minute)), FinishLesson("cnn/conv"),
		CountQuestion("output-size", true, ""), CountQuestion("output-size", false, "pad-once"),
		AnswerPart("q1.shape", "1x2x3", false, "no-plus-one"), AnswerPart("q1.shape", "718x1278x6", true, ""),
		Remember("slip/pad-once", func(c Card) Card { c.Reps++; return c }),
		Remember("slip/pad-once", func(c Card) Card { c.Reps++; c.Due = noon; return c }),
		CountDay(noon), CountDay(noon.Add(time.Hour)), CountDay(noon.AddDate(0, 0, 1)),
		Choose(Language, "ko"), Choose(Theme, "dark"), Choose(Theme, ""),
	}
}

func checkEverything(t *testing.T, s *State) {
	t.Helper()
	want := &State{
		Lessons: map[string]Lesson{
			"cnn/conv":   {Step: "slide", Done: []string{"end", "slide"}, Finished: true, At: noon},
			"cnn/stride": {Step: "start", At: noon.Add(time.Minute)},
		},
		Quiz:     map[string]Tally{"output-size": {Asked: 2, Right: 1, Slips: map[string]int{"pad-once": 1}}},
		Parts:    map[string]Part{"q1.shape": {Answer: "718x1278x6", Right: true, Tries: 2}},
		Memory:   map[string]Card{"slip/pad-once": {Reps: 2, Due: noon}},
		Days:     map[string]int{"2026-03-02": 2, "2026-03-03": 1},
		Settings: map[Setting]string{Language: "ko"},
	}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("state\n%+v\nwant\n%+v", s, want)
	}
	if !s.StepDone("cnn/conv", "end") || s.StepDone("cnn/conv", "middle") || s.StepDone("x", "y") {
		t.Error("steps done are told wrongly")
	}
	if lesson, step, ok := s.Resume(); lesson != "cnn/stride" || step != "start" || !ok {
		t.Errorf("resume at %s#%s", lesson, step)
	}
	if s.Setting(Language) != "ko" || s.Setting(Theme) != "" {
		t.Error("settings are told wrongly")
	}
}

func TestWhatIsDoneIsKept(t *testing.T) {
	paths := places(t)
	for name, open := range map[string]func() Store{
		"memory": NewMemory, "files": func() Store { return mustOpen(t, paths) },
	} {
		s := open()
		if _, _, ok := s.State().Resume(); ok {
			t.Errorf("%s: a new learner has something to resume", name)
		}
		before := s.State()
		s.Apply(everything()...)
		if len(before.Lessons)+len(before.Settings) > 0 {
			t.Errorf("%s: a state that was handed out has changed", name)
		}
		checkEverything(t, s.State())
		if notices := s.Save(); len(notices) > 0 {
			t.Errorf("%s: notices %v", name, notices)
		}
		checkEverything(t, s.State())
	}
	checkEverything(t, mustOpen(t, paths).State())
}

func TestOpeningWritesNothing(t *testing.T) {
	paths := places(t)
	s := mustOpen(t, paths)
	s.Save()
	if _, err := os.Stat(filepath.Dir(paths.Progress)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a directory was made before there was anything to keep: %v", err)
	}
}

func TestOnlyTheFilesAreLeft(t *testing.T) {
	paths := places(t)
	s := mustOpen(t, paths)
	s.Apply(everything()...)
	s.Save()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(paths.Progress), "*"))
	if err != nil || len(found) != 2 {
		t.Errorf("found %v", found)
	}
	text, err := os.ReadFile(paths.Progress)
	if err != nil || !bytes.Contains(text, []byte(`"version": 2`)) || bytes.Contains(text, []byte("language")) {
		t.Errorf("written: %s", text)
	}
}

func TestABrokenFileIsSetAside(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "cut": `{"version":1,"lessons":{"cnn/co`, "zeros": "\x00\x00\x00\x00", "other": "[1,2]", "no version": "{}",
		"wrong sort": `{"version":1,"lessons":5}`, "much": strings.Repeat(" ", maxSize) + `{"version":1}`,
	} {
		paths := places(t)
		s := mustOpen(t, paths)
		s.Apply(everything()...)
		s.Save()
		for n := 1; n <= 2; n++ {
			if err := os.WriteFile(paths.Progress, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			s, notices := Open(paths)
			aside := fmt.Sprintf("%s.broken-%d", paths.Progress, n)
			if len(notices) != 1 || notices[0].Key != "progress.broken" || notices[0].Args["aside"] != aside {
				t.Fatalf("%s: notices %v", name, notices)
			}
			if kept, err := os.ReadFile(aside); err != nil || string(kept) != text {
				t.Errorf("%s: %d bytes set aside, %v", name, len(kept), err)
			}
			if len(s.State().Lessons) != 0 || s.State().Setting(Language) != "ko" {
				t.Errorf("%s: more was lost than the file: %+v", name, s.State())
			}
			s.Apply(FinishLesson("cnn/conv"))
			if notices := s.Save(); len(notices) > 0 || !mustOpen(t, paths).State().Lessons["cnn/conv"].Finished {
				t.Errorf("%s: cannot go on: %v", name, notices)
			}
		}
	}
}

func TestANewerFileIsLeftAlone(t *testing.T) {
	paths := places(t)
	if err := os.MkdirAll(filepath.Dir(paths.Progress), 0o700); err != nil {
		t.Fatal(err)
	}
	text := []byte(`{"version":3,"lessons":"in some other way"}`)
	if err := os.WriteFile(paths.Progress, text, 0o600); err != nil {
		t.Fatal(err)
	}
	// The version is read even where the rest is not understood.
	s, notices := Open(paths)
	if len(notices) != 1 || notices[0].Key != "progress.newer" {
		t.Fatalf("notices %v", notices)
	}
	s.Apply(everything()...)
	if notices := s.Save(); len(notices) > 0 {
		t.Errorf("told again: %v", notices)
	}
	checkEverything(t, s.State())
	if now, err := os.ReadFile(paths.Progress); err != nil || !bytes.Equal(now, text) {
		t.Errorf("the file is now %s", now)
	}
}

func TestWhereNothingCanBeWritten(t *testing.T) {
	paths := places(t)
	blocker := filepath.Dir(paths.Progress)
	s := mustOpen(t, paths)
	if err := os.WriteFile(blocker, nil, 0o600); err != nil { // a file where the directory should be
		t.Fatal(err)
	}
	s.Apply(everything()...)
	if notices := s.Save(); len(notices) != 1 || notices[0].Key != "progress.unwritten" {
		t.Fatalf("notices %v", notices)
	}
	if notices := s.Save(); len(notices) != 0 {
		t.Errorf("told again: %v", notices)
	}
	checkEverything(t, s.State())
	if _, notices := Open(paths); len(notices) != 1 || notices[0].Key != "progress.unreadable" {
		t.Errorf("opened with %v", notices)
	}
	if err := os.Remove(blocker); err != nil {
		t.Fatal(err)
	}
	if notices := s.Save(); len(notices) != 0 {
		t.Errorf("notices %v", notices)
	}
	checkEverything(t, mustOpen(t, paths).State())
}

func TestALinkStaysALink(t *testing.T) {
	paths := places(t)
	linked := filepath.Join(t.TempDir(), "dotfiles.json")
	if err := os.MkdirAll(filepath.Dir(paths.Settings), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(linked, []byte(`{"version":1}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(linked, paths.Settings); err != nil {
		t.Skipf("no links here: %v", err)
	}
	s := mustOpen(t, paths)
	s.Apply(Choose(Language, "ko"))
	s.Save()
	if text, err := os.ReadFile(linked); err != nil || !bytes.Contains(text, []byte("ko")) {
		t.Errorf("the link's target holds %s, %v", text, err)
	}
}

func TestTwoAtOnceLoseNothing(t *testing.T) {
	paths := places(t)
	const writers, each = 4, 8
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			s, _ := Open(paths)
			for i := range each {
				s.Apply(FinishStep("cnn/conv", fmt.Sprintf("step-%d-%d", w, i)), CountQuestion("max-pool", true, ""))
				s.Save()
			}
			for s.Save() != nil || len(s.(*files).pending) > 0 { // another may have held the lock for long
				s.Save()
			}
		})
	}
	group.Wait()
	state := mustOpen(t, paths).State()
	if got := len(state.Lessons["cnn/conv"].Done); got != writers*each {
		t.Errorf("%d of %d steps are kept", got, writers*each)
	}
	if got := state.Quiz["max-pool"].Asked; got != writers*each {
		t.Errorf("%d of %d questions are kept", got, writers*each)
	}
}

// TestTwoProcessesLoseNothing runs this test again as a process of its own.
func TestTwoProcessesLoseNothing(t *testing.T) {
	const variable = "CONVTUTOR_TEST_PROGRESS"
	if dir := os.Getenv(variable); dir != "" {
		s, _ := Open(Paths{Progress: filepath.Join(dir, "p.json"), Settings: filepath.Join(dir, "s.json")})
		s.Apply(FinishStep("cnn/conv", "theirs"), Choose(Theme, "theirs"), Choose(Language, "theirs"))
		if notices := s.Save(); len(notices) > 0 {
			t.Fatalf("notices %v", notices)
		}
		return
	}
	dir := t.TempDir()
	paths := Paths{Progress: filepath.Join(dir, "p.json"), Settings: filepath.Join(dir, "s.json")}
	mine := mustOpen(t, paths)
	child := exec.Command(os.Args[0], "-test.run=^TestTwoProcessesLoseNothing$")
	child.Env = append(os.Environ(), variable+"="+dir)
	if out, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	mine.Apply(FinishStep("cnn/conv", "mine"), Choose(Theme, "mine"))
	if notices := mine.Save(); len(notices) > 0 {
		t.Fatalf("notices %v", notices)
	}
	for name, s := range map[string]*State{"written": mustOpen(t, paths).State(), "in memory": mine.State()} {
		if !s.StepDone("cnn/conv", "theirs") || !s.StepDone("cnn/conv", "mine") {
			t.Errorf("%s: steps %v", name, s.Lessons["cnn/conv"].Done)
		}
		if s.Setting(Language) != "theirs" || s.Setting(Theme) != "mine" {
			t.Errorf("%s: settings %v", name, s.Settings)
		}
	}
}

// FuzzParse reads any text as a document: it is refused, or what is done on
// top of it is there when it is read again.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version":1,"lessons":{"a":{"step":"b","done":["c","a"],"at":"2026-03-02T12:00:00Z"}},"quiz":null}`))
	f.Add([]byte(`{"version":1e9}`))
	f.Add([]byte("\ufeff{\"version\":1,\"assignment\":{\"q1\":null}}"))
	f.Add([]byte(`{"version":1,"settings":{"language":"ko"}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, d := range []*document{{}, {settings: true}} {
			state := newState()
			if err := d.parse(text, state); err != nil {
				if !errors.Is(err, errBroken) && !errors.Is(err, errNewer) {
					t.Fatalf("%q: %v", text, err)
				}
				continue
			}
			state = applied(state, everything())
			written, err := d.text(state)
			if err != nil {
				t.Fatalf("%q cannot be written again: %v", text, err)
			}
			again := newState()
			if err := d.parse(written, again); err != nil {
				t.Fatalf("%q became %q: %v", text, written, err)
			}
			if d.settings && again.Setting(Language) != "ko" || !d.settings && !again.StepDone("cnn/conv", "end") {
				t.Fatalf("%q lost what was done: %q", text, written)
			}
		}
	})
}
