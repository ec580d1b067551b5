package lessons

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// checkWords finds what is wrong with the words of a lesson, or of a unit
// (lesson is nil then), in all languages.
func (c *Course) checkWords(id string, lesson *Lesson, rules Rules) []error {
	var problems []error
	languages := slices.Clone(rules.Languages)
	for _, code := range c.languagesOf(id) {
		if len(rules.Languages) > 0 && !slices.Contains(rules.Languages, code) {
			problems = append(problems, fmt.Errorf("lessons: %s/%s.md: there is no language %q", id, code, code))
			continue
		}
		if !slices.Contains(languages, code) {
			languages = append(languages, code)
		}
	}
	first := ""
	var names, kinds map[string][]string
	for _, code := range languages {
		words, err := c.Words(id, code)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		where := id + "/" + code + ".md"
		problems = append(problems, checkSteps(where, words, lesson)...)
		problems = append(problems, checkTexts(where, code, words, rules)...)
		problems = append(problems, c.checkIntroduced(where, words, rules)...)
		if first == "" {
			first, names, kinds = code, placeholders(words), words.kinds()
			continue
		}
		problems = append(problems, compare(where, first, "placeholders", names, placeholders(words))...)
		problems = append(problems, compare(where, first, "paragraphs", kinds, words.kinds())...)
	}
	return problems
}

// languagesOf lists the languages that a folder has words in.
func (c *Course) languagesOf(id string) []string {
	files, err := fs.Glob(c.fsys, id+"/*.md")
	if err != nil {
		return nil
	}
	codes := make([]string, len(files))
	for i, file := range files {
		codes[i] = strings.TrimSuffix(path.Base(file), ".md")
	}
	return codes
}

// checkSteps finds steps without words, words without a step and steps in
// another order.
func checkSteps(where string, words *Words, lesson *Lesson) []error {
	var problems []error
	if inUnit := strings.Count(where, "/") > 1; inUnit && !asksFirst(words) { // others are introductions
		problems = append(problems, fmt.Errorf("lessons: %s: no question opens the lesson: write one under the title", where))
	}
	var steps []Step
	if lesson != nil {
		steps = lesson.Steps
	}
	for i, said := range words.Steps {
		at := slices.IndexFunc(steps, func(s Step) bool { return s.ID == said.ID })
		place := fmt.Sprintf("lessons: %s:%d: step %s", where, said.line, said.ID)
		if at < 0 {
			problems = append(problems, fmt.Errorf("%s is not in lesson.toml", place))
			continue
		}
		if at != i {
			problems = append(problems, fmt.Errorf("%s is number %d here and number %d in lesson.toml", place, i+1, at+1))
		}
		if err := checkStep(said, steps[at]); err != nil {
			problems = append(problems, fmt.Errorf("%s %w", place, err))
		}
	}
	for _, step := range steps {
		if words.Step(step.ID).Heading == "" {
			problems = append(problems, fmt.Errorf("lessons: %s: step %s has no words", where, step.ID))
		}
	}
	return problems
}

// asksFirst says whether a lesson begins with a question.
func asksFirst(words *Words) bool {
	return slices.ContainsFunc(words.Intro, func(p Paragraph) bool {
		return strings.HasSuffix(strings.TrimSpace(p.Text()), "?")
	})
}

// checkStep finds a step that says nothing, and questions that do not go with
// its predictions.
func checkStep(said StepWords, step Step) error {
	asks, questions := len(step.Asks), len(said.Questions)
	switch {
	case len(said.Body) == 0:
		return errors.New("says nothing")
	case len(said.Lines) == 0:
		return errors.New("says nothing in lines of text: [screen] wants a [lines] in its place")
	case asks == 0 && questions > 0:
		return errors.New("has a question and nothing is asked")
	case asks > 0 && questions != 1 && questions != asks:
		return fmt.Errorf("has %d questions for %d predictions: write one for all or one each", questions, asks)
	default:
		return nil
	}
}

// checkTexts holds every text to the rules.
func checkTexts(where, language string, words *Words, rules Rules) []error {
	if rules.CheckText == nil {
		return nil
	}
	var problems []error
	try := func(line int, text string) {
		if err := rules.CheckText(language, text); err != nil {
			problems = append(problems, fmt.Errorf("lessons: %s:%d: %w", where, line, err))
		}
	}
	try(1, words.Title)
	for _, paragraph := range words.Intro {
		try(1, paragraph.Text())
	}
	for _, step := range words.Steps {
		try(step.line, step.Heading)
		for _, paragraph := range step.paragraphs() {
			try(step.line, paragraph.Text())
		}
	}
	return problems
}

// checkIntroduced finds words that a step brings in with their English in
// brackets, and that the glossary lacks.
func (c *Course) checkIntroduced(where string, words *Words, rules Rules) []error {
	if rules.HasTerm == nil {
		return nil
	}
	var problems []error
	for _, step := range words.Steps {
		for _, word := range step.introduced() {
			if c.termNamed(word[0]) == "" && c.termNamed(word[1]) == "" {
				problems = append(problems, fmt.Errorf("lessons: %s:%d: step %s brings in %s (%s), which the glossary lacks", where, step.line, step.ID, word[1], word[0]))
			}
		}
	}
	return problems
}

// placeholderPattern finds {name}, {name,} and {name|a/b}, but not {{. It is
// compiled where the course is checked: learners never wait for it.
const placeholderPattern = `\{\{|\{([a-z][a-z0-9_]*)[^{}]*\}`

// placeholders lists the names of the placeholders used, by step id.
func placeholders(words *Words) map[string][]string {
	used := map[string][]string{}
	placeholder := regexp.MustCompile(placeholderPattern)
	note := func(id, text string) {
		for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
			if match[1] != "" && !slices.Contains(used[id], match[1]) {
				used[id] = append(used[id], match[1])
			}
		}
		slices.Sort(used[id])
	}
	for _, paragraph := range words.Intro {
		note("the introduction", paragraph.Text())
	}
	for _, step := range words.Steps {
		note("step "+step.ID, step.Heading)
		for _, paragraph := range step.paragraphs() {
			note("step "+step.ID, paragraph.Text())
		}
	}
	return used
}

// kinds lists what each step has besides its prose, by its id: how many
// questions and hints, and whether something is said after.
func (w *Words) kinds() map[string][]string {
	all := map[string][]string{}
	for _, step := range w.Steps {
		all["step "+step.ID] = []string{
			fmt.Sprintf("%d questions", len(step.Questions)), fmt.Sprintf("%d hints", len(step.Hints)), fmt.Sprintf("words after: %t", len(step.After) > 0),
		}
	}
	return all
}

// compare finds steps that have other things in one language than in the first.
func compare(where, first, what string, names, others map[string][]string) []error {
	all := maps.Clone(names)
	maps.Copy(all, others)
	var problems []error
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if !slices.Equal(names[id], others[id]) {
			problems = append(problems, fmt.Errorf("lessons: %s: %s: %s differ: {%s} here, {%s} in %s.md",
				where, id, what, strings.Join(others[id], "} {"), strings.Join(names[id], "} {"), first))
		}
	}
	return problems
}
