// Package progress keeps what a learner has done, and what they chose. Its one
// job is to lose none of it; its one rule: whatever happens to the files, the
// program goes on, and says so once.
package progress

import (
	"maps"
	"slices"
	"time"
)

// State is all that is known of a learner. A State handed out is never changed
// afterwards: do not change it either.
type State struct {
	// Lessons are the lessons begun, by id ("cnn/conv").
	Lessons map[string]Lesson
	// Quiz are the results of practice, by kind of question.
	Quiz map[string]Tally
	// Parts are the parts of the assignment answered, by id ("q1.shape").
	Parts map[string]Part
	// Memory is what is kept for spaced repetition, by what is remembered
	// ("kind/output-size", "slip/pad-once").
	Memory map[string]Card
	// Days counts the questions answered on a day, by its date ("2026-03-09").
	Days map[string]int
	// Settings are what the learner chose; use Setting to read one.
	Settings map[Setting]string
}

// Lesson is how far a learner is in a lesson.
type Lesson struct {
	// Step is the id of the step reached last.
	Step string `json:"step"`
	// Done are the ids of the steps done, sorted.
	Done []string `json:"done,omitempty"`
	// Finished tells that the lesson was gone through to its end.
	Finished bool `json:"finished,omitempty"`
	// At is when the learner was there last.
	At time.Time `json:"at"`
}

// Tally is the count of a kind of question.
type Tally struct {
	// Asked and Right count questions, Slips the known mistakes by their id.
	Asked int            `json:"asked"`
	Right int            `json:"right"`
	Slips map[string]int `json:"slips,omitempty"`
}

// Part is the last answer to a part of the assignment.
type Part struct {
	// Answer is what was typed, Right whether it was right, Slip the known
	// mistake that leads to it, if one does.
	Answer string `json:"answer"`
	Right  bool   `json:"right"`
	Slip   string `json:"slip,omitempty"`
	// Tries counts the answers given.
	Tries int `json:"tries"`
}

// Card is how well one thing is remembered: what a spaced repetition scheduler
// needs to say when to ask again. Its meaning is the scheduler's; here it is
// only kept.
type Card struct {
	// Due is when to ask again, Last when it was asked.
	Due  time.Time `json:"due"`
	Last time.Time `json:"last"`
	// Stability is in days, Difficulty from 1 to 10.
	Stability  float64 `json:"stability"`
	Difficulty float64 `json:"difficulty"`
	// Elapsed and Scheduled are in days.
	Elapsed   uint64 `json:"elapsed,omitempty"`
	Scheduled uint64 `json:"scheduled,omitempty"`
	Reps      uint64 `json:"reps"`
	Lapses    uint64 `json:"lapses,omitempty"`
	Phase     int8   `json:"phase"`
	// Level is the level to ask at, Row how many answers were right in a row.
	Level int `json:"level,omitempty"`
	Row   int `json:"row,omitempty"`
	// Kind is the kind of question where a slip was made last.
	Kind string `json:"kind,omitempty"`
}

// Setting names something that the learner chose.
type Setting string

// Settings there are. A value that is not set is "": the program chooses.
const (
	Language Setting = "language" // code of a language
	Theme    Setting = "theme"    // name of a theme
	Speed    Setting = "speed"    // of animations that play
	Motion   Setting = "motion"   // "off" where nothing should move by itself
	Plain    Setting = "plain"    // "on" for lines of text in place of screens
)

// newState gives the state of a learner who has done nothing yet.
func newState() *State {
	return &State{
		Lessons:  map[string]Lesson{},
		Quiz:     map[string]Tally{},
		Parts:    map[string]Part{},
		Memory:   map[string]Card{},
		Days:     map[string]int{},
		Settings: map[Setting]string{},
	}
}

// clone copies a state as deep as changes reach.
func (s *State) clone() *State {
	return &State{
		Lessons:  maps.Clone(s.Lessons),
		Quiz:     maps.Clone(s.Quiz),
		Parts:    maps.Clone(s.Parts),
		Memory:   maps.Clone(s.Memory),
		Days:     maps.Clone(s.Days),
		Settings: maps.Clone(s.Settings),
	}
}

// Setting gives what the learner chose, or "".
func (s *State) Setting(name Setting) string { return s.Settings[name] }

// Resume gives the lesson and step where the learner was last; ok is false for
// one who has not begun.
func (s *State) Resume() (lesson, step string, ok bool) {
	for _, id := range slices.Sorted(maps.Keys(s.Lessons)) {
		if !ok || s.Lessons[id].At.After(s.Lessons[lesson].At) {
			lesson, step, ok = id, s.Lessons[id].Step, true
		}
	}
	return lesson, step, ok
}

// StepDone tells whether a step of a lesson is done.
func (s *State) StepDone(lesson, step string) bool {
	_, done := slices.BinarySearch(s.Lessons[lesson].Done, step)
	return done
}
