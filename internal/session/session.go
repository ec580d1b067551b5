// Package session holds one learner's surroundings as a value: language,
// theme, progress, seed and clock. Its one rule: nothing here is global, so
// that many learners can be served by one process.
package session

import (
	"slices"
	"strconv"
	"time"

	"convtutor/internal/i18n"
	"convtutor/internal/progress"
	"convtutor/lessons"
	"convtutor/viz"
)

// Graphics is how a terminal can show real pictures.
type Graphics int

// Ways to show a picture, plainest first.
const (
	GraphicsBlocks Graphics = iota // two pixels a cell, as half blocks
	GraphicsSixel
	GraphicsKitty
)

// Config is what a session is made of.
type Config struct {
	Bundle   *i18n.Bundle
	Course   *lessons.Course
	Progress progress.Store
	Now      func() time.Time
	Seed     uint32 // where new questions come from
	Language string
	Theme    string  // "" follows the terminal's background
	Speed    float64 // of animations that play, as a factor; 0 means 1
	Still    bool    // reduced motion: nothing plays by itself
	Image    string  // the learner's own picture, a path; "" for none
}

// Session is one learner's surroundings. It belongs to one goroutine.
type Session struct {
	Config
	Graphics Graphics
	// CellWidth and CellHeight are the size of a character on the terminal, in
	// pixels; 0 where it does not tell.
	CellWidth, CellHeight int
	// Revision goes up whenever language or theme change: what was laid out
	// for an older revision is stale.
	Revision int

	catalog *i18n.Catalog
	chosen  bool // the theme is the learner's own choice
}

// Apart is a copy for one who only looks: what is done and drawn in it leaves no
// trace in the learner's progress, and draws no questions from it.
func (s *Session) Apart() *Session {
	apart := *s
	apart.Progress = progress.NewMemory()
	return &apart
}

// DefaultTheme holds until the terminal tells its background.
const DefaultTheme = "dark"

// New makes a session.
func New(c Config) *Session {
	s := &Session{Config: c, chosen: c.Theme != ""}
	if s.Theme == "" {
		s.Theme = DefaultTheme
	}
	if s.Config.Speed == 0 {
		s.Config.Speed = 1
	}
	s.catalog = s.Bundle.For(c.Language)
	return s
}

// Language is the code of the language in force: "ko", "en".
func (s *Session) Language() string { return s.catalog.Language().Code }

// LanguageName is the language's own name: "한국어".
func (s *Session) LanguageName() string { return s.catalog.Language().Name }

// Catalog is the words of the language in force.
func (s *Session) Catalog() *i18n.Catalog { return s.catalog }

// NextLanguage goes on to the next language there is, round and round.
func (s *Session) NextLanguage() { s.Speak(after(s.Bundle.Codes(), s.Language())) }

// Speak goes on in the language of a code.
func (s *Session) Speak(code string) {
	s.catalog = s.Bundle.For(code)
	s.Config.Language = code
	s.Revision++
	s.Progress.Apply(progress.Choose(progress.Language, code))
}

// NextTheme goes on to the next of the themes; from now on the terminal's
// background is not followed.
func (s *Session) NextTheme(names []string) {
	s.Theme, s.chosen = after(names, s.Theme), true
	s.Revision++
	s.Progress.Apply(progress.Choose(progress.Theme, s.Theme))
}

// FollowBackground takes the terminal's word that its background is dark or
// light, unless the learner has chosen; it says whether the theme changed.
func (s *Session) FollowBackground(dark bool) bool {
	theme := "light"
	if dark {
		theme = "dark"
	}
	if s.chosen || s.Theme == theme {
		return false
	}
	s.Theme = theme
	s.Revision++
	return true
}

// speeds are those that the settings offer, as factors.
var speeds = []float64{0.5, 1, 2, 4}

// PlaySpeed is how fast animations play, as a factor.
func (s *Session) PlaySpeed() float64 { return s.Config.Speed }

// NextSpeed goes on to the next speed.
func (s *Session) NextSpeed() {
	s.Config.Speed = after(speeds, s.Config.Speed)
	s.Progress.Apply(progress.Choose(progress.Speed, strconv.FormatFloat(s.Config.Speed, 'g', -1, 64)))
}

// ToggleStill turns motion off or on again.
func (s *Session) ToggleStill() {
	s.Still = !s.Still
	value := ""
	if s.Still {
		value = "off"
	}
	s.Progress.Apply(progress.Choose(progress.Motion, value))
}

// Plain says that the learner prefers lines of text, from the next start on.
func (s *Session) Plain() bool { return s.Progress.State().Setting(progress.Plain) == "on" }

// TogglePlain chooses screens or lines of text for the next start.
func (s *Session) TogglePlain() {
	value := "on"
	if s.Plain() {
		value = ""
	}
	s.Progress.Apply(progress.Choose(progress.Plain, value))
}

// Say turns words into a sentence of the learner's language.
func (s *Session) Say(w viz.Words) string { return s.catalog.Text(w.Key, w.Args) }

// Explain says an error in the learner's language.
func (s *Session) Explain(err error) string { return s.catalog.Explain(err) }

// Text gives the sentence of a catalogue key that has no placeholders.
func (s *Session) Text(key string) string { return s.catalog.Text(key, nil) }

// after gives the item after one, round and round; the first if it is not there.
func after[T comparable](items []T, one T) T {
	return items[(slices.Index(items, one)+1)%len(items)]
}
