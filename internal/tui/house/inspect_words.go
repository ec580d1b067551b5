package house

import (
	"slices"
	"strings"

	"convtutor/internal/course"
	"convtutor/internal/data"
	"convtutor/internal/i18n"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/quiz/assignment"
	"convtutor/viz"
	"convtutor/viz/theme"
)

// unsaid begins what the catalogue says where it lacks a word or a value.
const unsaid = "⟨"

// facts finds placeholders in a lesson's words that the engine does not fill.
func (in *inspector) facts() {
	in.eachLesson(func(lesson *lessons.Lesson) {
		in.steps += len(lesson.Steps)
		for _, code := range in.bundle.Codes() {
			words, err := in.course.Words(lesson.ID, code)
			if err != nil {
				continue // told by the course's own check
			}
			catalog := in.bundle.For(code)
			in.filled(catalog, lesson.ID, "the introduction", words.Intro, nil)
			for _, step := range lesson.Steps {
				built, err := in.build(lesson, step)
				if err != nil {
					continue // told by the course's own check
				}
				said := words.Step(step.ID)
				heading := lessons.Paragraph{Spans: []lessons.Span{{Text: said.Heading}}}
				all := slices.Concat([]lessons.Paragraph{heading}, said.Body, said.Lines, said.Questions, said.Hints, said.After)
				in.filled(catalog, lesson.ID, "step "+step.ID, all, built.Facts)
			}
		}
	})
}

// filled holds the placeholders of paragraphs to the facts there are.
func (in *inspector) filled(c *i18n.Catalog, lesson, place string, all []lessons.Paragraph, facts viz.Args) {
	for _, paragraph := range all {
		message, err := c.Compile(paragraph.Text())
		if err != nil {
			continue // told by the course's own check
		}
		for _, name := range message.Names() {
			if _, ok := facts[name]; !ok {
				in.add("lessons: %s/%s.md: %s: nothing fills {%s}", lesson, c.Language().Code, place, name)
			}
		}
	}
}

// names finds things without a name: kinds of question, slips, filters, themes.
func (in *inspector) names() {
	var keys []string
	for _, kind := range quiz.Kinds() {
		keys = append(keys, "quiz."+kind.ID()+".name", "quiz."+kind.ID()+".about")
	}
	for _, slip := range quiz.Slips() {
		keys = append(keys, slip.Name().Key)
	}
	for _, filter := range viz.KnownFilters() {
		keys = append(keys, filter.Words().Key)
	}
	for _, name := range theme.Names() {
		keys = append(keys, "theme."+name)
	}
	for _, photo := range data.Photos() {
		keys = append(keys, "plain.photo."+photo.Name)
	}
	for _, code := range in.bundle.Codes() {
		for _, key := range keys {
			if !in.bundle.For(code).Has(key) {
				in.add("words: %s/%s.toml: %s is missing", code, strings.SplitN(key, ".", 2)[0], key)
			}
		}
	}
}

// seeds are how many questions of each kind and level are said.
const seeds = 12

// questions says questions of every kind and level, and the assignment's, with
// all that can be answered to them.
func (in *inspector) questions() {
	for _, kind := range quiz.Kinds() {
		for level := 1; level <= kind.Levels(); level++ {
			for seed := range uint32(seeds) {
				q, err := kind.New(level, seed)
				if err != nil {
					in.add("quiz: %s level %d seed %d: %v", kind.ID(), level, seed, err)
					continue
				}
				in.said(q.Route(), q)
			}
		}
	}
	parts, err := assignment.Parts()
	if err != nil {
		in.add("assignment: %v", err)
	}
	for _, part := range parts {
		in.said("assignment "+part.ID, part.Question)
	}
	in.eachLesson(func(lesson *lessons.Lesson) {
		for _, step := range lesson.Steps {
			if built, err := in.build(lesson, step); err == nil {
				in.walked(lesson.ID+"#"+step.ID, built)
			}
		}
	})
}

// said finds words and values that a question lacks.
func (in *inspector) said(place string, q quiz.Question) {
	words := slices.Concat(q.Prompt, q.Drawn.Prompt, q.Worked, quiz.Grade(q, q.Answer).Feedback, quiz.Grade(q, "?").Feedback)
	for _, slip := range q.Slips {
		words = append(words, quiz.Grade(q, slip.Answer).Feedback...)
	}
	in.say(place, words)
}

// walked finds words and values that a lesson's animation lacks, or its
// predictions.
func (in *inspector) walked(place string, step course.Step) {
	for _, p := range step.Predictions {
		in.said(place, p.Question)
	}
	var words []viz.Words
	if step.Scene != nil {
		words = append(words, step.Scene.Words()...)
		for _, d := range step.Scene.Dials() {
			words = append(append(words, d.Title, d.Reading()), d.Names...)
		}
	}
	var anim viz.Animation = step.Conv
	if step.Animation != nil {
		anim = step.Animation
	} else if step.Conv == nil {
		anim = nil
	}
	if anim != nil {
		for i := range anim.Steps() {
			words = append(words, anim.Words(i))
		}
	}
	in.say(place, words)
}

// say says words in every language.
func (in *inspector) say(place string, words []viz.Words) {
	for _, code := range in.bundle.Codes() {
		for _, w := range words {
			if text := in.bundle.For(code).Text(w.Key, w.Args); strings.Contains(text, unsaid) {
				in.add("words: %s: %s: %s says %q", place, code, w.Key, text)
			}
		}
	}
}
