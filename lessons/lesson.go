package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// Lesson is the structure of a lesson, the same in every language.
type Lesson struct {
	Entry
	// Minutes is about how long it takes.
	Minutes int
	// Rows are the ids of the curriculum that it teaches.
	Rows []string
	// Terms are the glossary's terms that it brings in.
	Terms []string
	// Steps are its steps in order.
	Steps []Step
}

// Step is one screen of a lesson: one idea.
type Step struct {
	// ID names the step in routes, in progress and in the words.
	ID string
	// Widget is what stands beside the prose.
	Widget Widget
	// Asks are what the learner predicts before it is shown, in order.
	Asks []Ask
}

// Widget is what stands beside a step's prose.
type Widget struct {
	// Type is the kind of widget, such as "conv"; "none" for prose alone.
	Type string
	// Params are the widget's own settings; only the widget knows them.
	Params Params
}

// Ask is something that the learner predicts before it is shown.
type Ask struct {
	// Type is the kind of prediction, such as "output-cell".
	Type string
	// At is the place asked about: row, column, counted from 0.
	At []int
	// Params are further settings of the kind.
	Params Params
}

// lessonFile is lesson.toml as it is written.
type lessonFile struct {
	Minutes int      `toml:"minutes"`
	Rows    []string `toml:"rows"`
	Terms   []string `toml:"terms"`
	Step    []struct {
		ID     string           `toml:"id"`
		Widget map[string]any   `toml:"widget"`
		Ask    []map[string]any `toml:"ask"`
	} `toml:"step"`
}

// readLesson reads a lesson's structure.
func readLesson(fsys fs.FS, entry Entry) (*Lesson, error) {
	name := entry.ID + "/lesson.toml"
	var file lessonFile
	if err := decode(fsys, name, &file); err != nil {
		return nil, err
	}
	lesson := &Lesson{Entry: entry, Minutes: file.Minutes, Rows: file.Rows, Terms: file.Terms}
	seen := map[string]bool{}
	for i, s := range file.Step {
		if !isID(s.ID) || seen[s.ID] {
			return nil, fmt.Errorf("lessons: %s: step %d: id %q is used twice or is not made of small letters, digits and -", name, i+1, s.ID)
		}
		seen[s.ID] = true
		step := Step{ID: s.ID}
		where := fmt.Sprintf("%s: step %s", name, s.ID)
		if s.Widget != nil {
			kind, err := takeType(s.Widget)
			if err != nil {
				return nil, fmt.Errorf("lessons: %s: widget: %w", where, err)
			}
			step.Widget = Widget{Type: kind, Params: newParams(where+": widget "+kind, s.Widget)}
		}
		for j, a := range s.Ask {
			ask, err := readAsk(fmt.Sprintf("%s: ask %d", where, j+1), a)
			if err != nil {
				return nil, err
			}
			step.Asks = append(step.Asks, ask)
		}
		lesson.Steps = append(lesson.Steps, step)
	}
	return lesson, nil
}

func readAsk(where string, table map[string]any) (Ask, error) {
	kind, err := takeType(table)
	if err != nil {
		return Ask{}, fmt.Errorf("lessons: %s: %w", where, err)
	}
	at := newParams(where+" "+kind, map[string]any{"at": table["at"]}).Read()
	ask := Ask{Type: kind}
	if _, ok := table["at"]; ok {
		ask.At = at.Ints("at", nil)
	}
	delete(table, "at")
	ask.Params = newParams(where+" "+kind, table)
	return ask, at.wrong
}

// takeType takes the type out of a table that is otherwise free.
func takeType(table map[string]any) (string, error) {
	kind, ok := table["type"].(string)
	if !ok || !isID(kind) {
		return "", errors.New("the type is missing or is not made of small letters, digits and -")
	}
	delete(table, "type")
	return kind, nil
}

// decode reads a TOML file; a key that is not known is refused with its line.
func decode(fsys fs.FS, name string, into any) error {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("lessons: %w", err)
	}
	err = toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields().Decode(into)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		line, _ := unknown.Errors[0].Position()
		return fmt.Errorf("lessons: %s:%d: unknown key %s", name, line, strings.Join(unknown.Errors[0].Key(), "."))
	case errors.As(err, &wrong):
		line, column := wrong.Position()
		return fmt.Errorf("lessons: %s:%d:%d: %w", name, line, column, err)
	case err != nil:
		return fmt.Errorf("lessons: %s: %w", name, err)
	}
	return nil
}

// Step finds a step by its id and gives its number, counted from 0.
func (l *Lesson) Step(id string) (number int, ok bool) {
	for i, step := range l.Steps {
		if step.ID == id {
			return i, true
		}
	}
	return 0, false
}
