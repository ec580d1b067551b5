package cli

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/charmbracelet/x/term"

	"convtutor/internal/data"
	"convtutor/internal/plain"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/house"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/lessons"
)

// screen opens the program at a route: full screen, or line by line where
// there is no terminal for it or the learner prefers lines.
func (a *app) screen(route string) error {
	at, err := tui.ParseRoute(route)
	if err != nil {
		return misuse(err)
	}
	if err := a.checkImage(); err != nil {
		return err
	}
	s, notices, err := a.session()
	if err != nil {
		return err
	}
	caps := a.environment().Capabilities()
	if a.wantsPlain(s, caps) {
		return a.lines(s, at, notices)
	}
	if err := house.Check(s, at); err != nil {
		return misuse(err)
	}
	return a.run(s, house.Model(s, caps, at, notices), caps)
}

// run shows a model on the terminal until it ends, then keeps the progress.
func (a *app) run(s *session.Session, model *top.Model, caps terminal.Capabilities) error {
	s.CellWidth, s.CellHeight = terminal.CellSize(a.process.Stdout)
	err := terminal.Run(context.Background(), model, terminal.Options{
		In: a.process.Stdin, Out: a.process.Stdout,
		Ask:       questions(caps),
		CrashFile: a.crashFile(),
	})
	for _, n := range s.Progress.Save() {
		fmt.Fprintf(a.process.Stderr, "convtutor: %s\n", a.text(n.Key, n.Args))
	}
	return err
}

// lines goes through the program line by line.
func (a *app) lines(s *session.Session, at tui.Route, notices []progress.Notice) error {
	if err := plain.Check(s, at); err != nil {
		return misuse(err)
	}
	for _, n := range notices {
		fmt.Fprintf(a.process.Stderr, "convtutor: %s\n", a.text(n.Key, n.Args))
	}
	return plain.Run(s, at, a.process.Stdin, a.process.Stdout)
}

// checkImage refuses a picture that cannot be read, before a screen is opened.
func (a *app) checkImage() error {
	if a.flags.image == "" {
		return nil
	}
	if _, err := data.LoadImage(a.flags.image); err != nil {
		return &commandError{message: err.Error(), hint: a.text("cli.hint.image", nil), status: StatusFailed, cause: err}
	}
	return nil
}

// wantsPlain says whether lines of text are wanted or all that is possible.
func (a *app) wantsPlain(s *session.Session, caps terminal.Capabilities) bool {
	return a.flags.plain || caps.Plain || s.Plain()
}

// session gathers the learner's surroundings: flags win over what was chosen
// before, that over what the system says.
func (a *app) session() (*session.Session, []progress.Notice, error) {
	course, err := lessons.Open()
	if err != nil {
		return nil, nil, err
	}
	if a.flags.image != "" { // told at once, not when the first photo is opened
		if _, err := data.LoadImage(a.flags.image); err != nil {
			return nil, nil, err
		}
	}
	store, notices := progress.Open(progress.Find(a.process.Getenv))
	state := store.State()
	language := a.flags.lang
	if language == "" {
		language = state.Setting(progress.Language)
	}
	if !a.bundle.Has(language) {
		language = a.bundle.Detect(a.process.Getenv)
	}
	themeName := a.flags.theme
	if themeName == "" {
		themeName = state.Setting(progress.Theme)
	}
	speed, _ := strconv.ParseFloat(state.Setting(progress.Speed), 64) // unset or broken: 0, the usual speed
	return session.New(session.Config{
		Bundle: a.bundle, Course: course, Progress: store, Now: time.Now,
		Seed: rand.Uint32(), Language: language, Theme: themeName, Speed: speed,
		Still: a.flags.still || state.Setting(progress.Motion) == "off",
		Image: a.flags.image,
	}), notices, nil
}

// questions are what to ask the terminal. Where no colours are wanted, pictures
// are shown by glyphs, not by pixels.
func questions(caps terminal.Capabilities) terminal.Questions {
	ask := caps.Ask
	if caps.Color == terminal.NoColor {
		ask.Kitty, ask.Sixel = false, false
	}
	return ask
}

// environment is what the terminal's abilities are told from.
func (a *app) environment() terminal.Environment {
	return terminal.Environment{
		Getenv: a.process.Getenv, OS: runtime.GOOS,
		Input: term.IsTerminal(a.process.Stdin.Fd()), Output: term.IsTerminal(a.process.Stdout.Fd()),
	}
}

// columns is how wide the terminal is that standard output is shown on; 0 where
// it goes elsewhere.
func (a *app) columns() int {
	width, _, err := term.GetSize(a.process.Stdout.Fd())
	if err != nil {
		return 0
	}
	return width
}

// crashFile is where the details of an unexpected failure go.
func (a *app) crashFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "convtutor-crash.txt")
}
