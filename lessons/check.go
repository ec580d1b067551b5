package lessons

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Rules are what the course is held to by those who know more than its files:
// all fields may be left nil.
type Rules struct {
	// Languages are the codes of the languages that every lesson must have.
	Languages []string
	// Build tries a step: its widget's type is known, its parameters are right,
	// its predictions have an answer, it fits the screen.
	Build func(lesson *Lesson, step Step) error
	// HasTerm tells whether the glossary has a term.
	HasTerm func(term string) bool
	// CheckText tells what is wrong with a text in a language: placeholders
	// that cannot be filled, characters that must not be there.
	CheckText func(language, text string) error
}

// Check finds what is wrong with the course: lessons that cannot be read,
// references that lead nowhere, prerequisites in a circle, folders that the
// course does not list, steps without words, and words that differ between
// languages in more than language.
func (c *Course) Check(rules Rules) []error {
	problems := c.checkNeeds()
	problems = append(problems, c.checkFolders()...)
	for _, unit := range c.Units {
		problems = append(problems, c.checkWords(unit.ID, nil, rules)...)
		for _, entry := range unit.Lessons {
			lesson, err := c.Lesson(entry.ID)
			if err != nil {
				problems = append(problems, err)
				continue
			}
			problems = append(problems, checkLesson(lesson, unit, rules)...)
			problems = append(problems, c.checkWords(entry.ID, lesson, rules)...)
		}
	}
	if rules.HasTerm != nil {
		problems = append(problems, c.checkGlossary(rules)...)
	}
	return append(problems, c.checkRows()...)
}

// checkNeeds finds prerequisites that are not there, or that come later in the
// course's order: with none of these there can be no circle, and the order is
// one that a learner can follow.
func (c *Course) checkNeeds() []error {
	var problems []error
	before := map[string]bool{}
	for _, entry := range c.Entries() {
		for _, need := range entry.Needs {
			_, exists := c.Entry(need)
			switch {
			case !exists:
				problems = append(problems, fmt.Errorf("lessons: course.toml: %s needs %s, which is not there", entry.ID, need))
			case need == entry.ID:
				problems = append(problems, fmt.Errorf("lessons: course.toml: %s needs itself", entry.ID))
			case !before[need]:
				problems = append(problems, fmt.Errorf("lessons: course.toml: %s needs %s, which comes after it", entry.ID, need))
			}
		}
		before[entry.ID] = true
	}
	return problems
}

// checkFolders finds lessons that the course does not list.
func (c *Course) checkFolders() []error {
	found, err := fs.Glob(c.fsys, "*/*/lesson.toml")
	if err != nil {
		return []error{err}
	}
	var problems []error
	for _, file := range found {
		if _, ok := c.Entry(path.Dir(file)); !ok {
			problems = append(problems, fmt.Errorf("lessons: %s: course.toml does not list it", file))
		}
	}
	return problems
}

// checkRows finds rows of the curriculum that stand twice, in the curriculum or
// among what lessons teach.
func (c *Course) checkRows() []error {
	var problems []error
	seen := map[string]bool{}
	taught := map[string]string{}
	for _, unit := range c.Units {
		for _, row := range unit.Rows {
			if seen[row] {
				problems = append(problems, fmt.Errorf("lessons: course.toml: row %s stands twice", row))
			}
			seen[row] = true
		}
		for _, entry := range unit.Lessons {
			lesson, err := c.Lesson(entry.ID)
			if err != nil {
				continue // told by Check
			}
			for _, row := range lesson.Rows {
				if other := taught[row]; other != "" {
					problems = append(problems, fmt.Errorf("lessons: row %s is taught by %s and by %s", row, other, entry.ID))
				}
				taught[row] = entry.ID
			}
		}
	}
	return problems
}

// checkLesson finds what is wrong with a lesson's structure.
func checkLesson(lesson *Lesson, unit Unit, rules Rules) []error {
	var problems []error
	add := func(format string, args ...any) {
		problems = append(problems, fmt.Errorf("lessons: "+lesson.ID+"/lesson.toml: "+format, args...))
	}
	if lesson.Minutes <= 0 {
		add("minutes is %d", lesson.Minutes)
	}
	if len(lesson.Steps) == 0 {
		add("there is no step")
	}
	if len(lesson.Rows) == 0 {
		add("rows is empty: which row of the curriculum does it teach?")
	}
	for _, row := range lesson.Rows {
		if !slices.Contains(unit.Rows, row) {
			add("row %s is none of the unit's", row)
		}
	}
	for _, term := range lesson.Terms {
		if rules.HasTerm != nil && !rules.HasTerm(term) {
			add("term %s is not in the glossary", term)
		}
	}
	for _, step := range lesson.Steps {
		if err := checkWidget(lesson, step, rules); err != nil {
			add("step %s: %w", step.ID, err)
		}
	}
	return problems
}

// checkWidget finds a step with no widget, and one that cannot be built.
func checkWidget(lesson *Lesson, step Step, rules Rules) error {
	switch {
	case step.Widget.Type == "":
		return errors.New(`there is no [step.widget] (type "none" is prose alone)`)
	case rules.Build == nil:
		return nil
	}
	return rules.Build(lesson, step)
}
