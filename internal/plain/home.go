package plain

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/route"
	"convtutor/lessons"
	task "convtutor/quiz/assignment"
	"convtutor/viz"
)

// home lists the whole course and the ways to practise.
type home struct{ talk *talk }

// item is a line of a numbered list and where it leads.
type item struct {
	text string
	to   route.Route
}

func (h *home) enter() {}

func (h *home) tell() {
	h.talk.say("home.headline", nil)
	h.talk.say("plain.home.about", nil)
	h.talk.list(h.items())
	h.talk.say("plain.home.how", nil)
}

// list says items with their numbers.
func (t *talk) list(items []item) {
	for i, it := range items {
		t.say("plain.item", viz.Args{"n": i + 1, "item": it.text})
	}
}

// items are where one can go from here.
func (h *home) items() []item {
	items := h.resume()
	for _, e := range h.talk.session.Course.Entries() {
		items = append(items, item{h.lesson(e), lessonRoute(e, "")})
	}
	for _, screen := range []string{"quiz", "review", "known", "assignment", "lab", "glossary", "map", "settings"} {
		text := h.talk.text(placeName(screen), nil)
		if done := h.done(screen); done != "" {
			text += ", " + done
		}
		items = append(items, item{text, route.Route{Screen: screen}})
	}
	return items
}

// placeName is the key of what a screen is called.
func placeName(screen string) string {
	switch screen {
	case "review":
		return "review.title"
	case "known":
		return "review.known"
	}
	return "home." + screen
}

func lessonRoute(e lessons.Entry, step string) route.Route {
	return route.Route{Screen: "lesson", Path: []string{e.Unit, e.Name}, Place: step}
}

// resume is the item that goes on where the learner left.
func (h *home) resume() []item {
	id, step, ok := h.talk.session.Progress.State().Resume()
	entry, exists := h.talk.session.Course.Entry(id)
	words, err := h.talk.session.Course.Words(id, h.talk.session.Language())
	if !ok || !exists || err != nil {
		return nil
	}
	lesson, err := h.talk.session.Course.Lesson(id)
	if err != nil {
		return nil
	}
	if _, ok := lesson.Step(step); !ok {
		step = ""
	}
	if h.talk.session.Progress.State().Lessons[id].Finished {
		return nil
	}
	return []item{{
		h.talk.text("plain.home.resume", viz.Args{"lesson": words.Title, "step": words.Step(step).Heading}),
		lessonRoute(entry, step),
	}}
}

// lesson is a lesson's line: its title and how far the learner is.
func (h *home) lesson(e lessons.Entry) string {
	lesson, err := h.talk.session.Course.Lesson(e.ID)
	if err != nil {
		return e.ID
	}
	words, err := h.talk.session.Course.Words(e.ID, h.talk.session.Language())
	if err != nil {
		return e.ID
	}
	args := viz.Args{"lesson": words.Title, "n": lesson.Minutes, "of": len(lesson.Steps)}
	switch p := h.talk.session.Progress.State().Lessons[e.ID]; {
	case p.Finished:
		return h.talk.text("plain.home.lesson-done", args)
	case p.Step != "":
		at, _ := lesson.Step(p.Step)
		args["at"] = at + 1
		return h.talk.text("plain.home.lesson-begun", args)
	}
	return h.talk.text("plain.home.lesson", args)
}

// done is how far the learner is with the quiz or the assignment, or which
// language holds; "" for nothing to tell.
func (h *home) done(screen string) string {
	state := h.talk.session.Progress.State()
	right, of := 0, 0
	switch screen {
	case "quiz":
		for _, k := range state.Quiz {
			right, of = right+k.Right, of+k.Asked
		}
	case "assignment":
		for _, id := range task.IDs() {
			if state.Parts[id].Right {
				right++
			}
		}
		if len(state.Parts) > 0 {
			of = len(task.IDs())
		}
	}
	if of == 0 {
		return ""
	}
	return h.talk.text("plain.home.right", viz.Args{"right": right, "of": of})
}

func (h *home) commands() []string { return []string{"resume", "lesson"} }

func (h *home) take(c command) {
	items := h.items()
	switch c.id {
	case "resume":
		h.talk.visit(items[0].to) // or the first lesson, where none was begun
		return
	case "lesson":
		h.open(c.rest)
		return
	}
	if n, err := strconv.Atoi(strings.TrimRight(c.text, ".")); err == nil && n >= 1 && n <= len(items) {
		h.talk.visit(items[n-1].to)
		return
	}
	if c.text == "" {
		h.talk.say("plain.home.how", nil)
		return
	}
	if e, ok := h.named(c.text); ok {
		h.talk.visit(lessonRoute(e, ""))
		return
	}
	h.talk.unknown(c)
}

// open opens a lesson by its route or name; the first if none is named.
func (h *home) open(name string) {
	to, err := route.Parse("lesson/" + name)
	if e, ok := h.named(name); ok {
		to, err = lessonRoute(e, ""), nil
	}
	if err != nil {
		h.talk.trouble(err)
		return
	}
	h.talk.visit(to)
}

// named finds a lesson by its name or its title in any language.
func (h *home) named(text string) (lessons.Entry, bool) {
	entries := h.talk.session.Course.Entries()
	i := slices.IndexFunc(entries, func(e lessons.Entry) bool {
		if text == e.Name || text == e.ID {
			return true
		}
		return slices.ContainsFunc(h.talk.session.Bundle.Codes(), func(code string) bool {
			words, err := h.talk.session.Course.Words(e.ID, code)
			return err == nil && strings.EqualFold(words.Title, text)
		})
	})
	if i < 0 {
		return lessons.Entry{}, false
	}
	return entries[i], true
}

func (h *home) route() route.Route { return route.Route{Screen: "home"} }
