// Package plain is the program in lines of text, for screen readers, pipes and
// terminals that can do no more. Its one rule: the same lessons, questions and
// engine as on screen, said in words and answered by typing.
package plain

import (
	"errors"
	"io"
	"slices"
	"strings"

	"convtutor/internal/progress"
	"convtutor/internal/route"
	"convtutor/internal/session"
	"convtutor/viz"
)

// Run goes through what a route leads to, line by line, until the learner quits
// or the input ends. The error is that of a route that leads nowhere or of an
// output that cannot be written.
func Run(s *session.Session, at route.Route, in io.Reader, out io.Writer) error {
	t := newTalk(s, in, out)
	if err := t.begin(at); err != nil {
		return err
	}
	for !t.over && t.out.err == nil {
		line, ok := t.in.next()
		if !ok {
			break
		}
		t.take(line)
		t.save()
	}
	t.save()
	return t.out.err
}

func newTalk(s *session.Session, in io.Reader, out io.Writer) *talk {
	return &talk{session: s, in: newLines(in), out: newOutput(out), words: newVocabulary(s.Bundle)}
}

// begin comes to the first place.
func (t *talk) begin(at route.Route) error {
	first, err := t.open(at)
	if err != nil {
		return err
	}
	t.at = first
	t.at.enter()
	t.tell()
	t.save()
	return nil
}

// Check says whether a route leads somewhere.
func Check(s *session.Session, at route.Route) error {
	_, err := newTalk(s, strings.NewReader(""), io.Discard).open(at)
	return err
}

// talk is one learner at the lines: where they are, and what is said.
type talk struct {
	session *session.Session
	in      *lines
	out     *output
	words   vocabulary
	at      place
	over    bool // the learner has quit
	unsaved bool
	helped  bool // how to find help has been said
}

// place is somewhere to be: home, a lesson, the quiz.
type place interface {
	// enter is called once, when the learner comes here.
	enter()
	// tell says what stands here, in the language in force.
	tell()
	// commands are those that work here now besides those of everywhere.
	commands() []string
	// take does what a line says.
	take(c command)
	// route is the link to here.
	route() route.Route
}

// tell says what stands at the present place.
func (t *talk) tell() {
	t.out.gap()
	t.at.tell()
	if !t.helped {
		t.say("plain.start", nil)
		t.helped = true
	}
}

// take does what a line says, everywhere or here.
func (t *talk) take(line string) {
	c := t.words.read(line, append(t.at.commands(), everywhere...))
	if a, ok := t.at.(answerer); ok && a.answers(line) {
		c = command{text: line}
	}
	if !t.everywhere(c) {
		t.at.take(c)
	}
}

// answerer is a place with a question to which some lines are answers, even if
// they could be commands: the letters of options.
type answerer interface{ answers(line string) bool }

// everywhere does a command of every place; it says whether c is one.
func (t *talk) everywhere(c command) bool {
	switch c.id {
	case "quit":
		t.over = true
		t.say("plain.bye", nil)
	case "help":
		t.help()
	case "repeat":
		t.tell()
	case "link":
		t.out.whole(typed(t.at.route()))
	case "glossary":
		t.explain(c.rest)
	case "language":
		t.speak(c.rest)
	case "home", "map", "quiz", "assignment", "lab", "settings":
		t.visit(route.Route{Screen: c.id})
	default:
		return false
	}
	return true
}

// visit goes to a route; where it leads nowhere, the learner stays and hears why.
func (t *talk) visit(to route.Route) {
	p, err := t.open(to)
	if err != nil {
		t.trouble(err)
		return
	}
	t.at = p
	t.at.enter()
	t.tell()
}

// speak changes the language, to the one named or to the next, and goes on in
// place.
func (t *talk) speak(name string) {
	b := t.session.Bundle
	codes := b.Codes()
	at := (slices.Index(codes, t.session.Language()) + 1) % len(codes)
	if name != "" {
		at = slices.IndexFunc(codes, func(code string) bool {
			return code == name || slices.Contains(names(b.For(code), "this-language"), name)
		})
	}
	if at < 0 {
		t.say("plain.no-language", viz.Args{"known": strings.Join(codes, ", ")})
		return
	}
	t.session.Speak(codes[at])
	t.unsaved = true
	t.tell()
}

// help says which commands work here.
func (t *talk) help() {
	t.out.gap()
	t.say("plain.help", nil)
	here := append(t.at.commands(), everywhere...)
	for _, a := range arguments {
		if !slices.Contains(here, a.id) {
			continue
		}
		t.out.line(t.command(a.id) + ": " + t.text("plain.about."+a.id, nil))
	}
	t.out.gap()
}

// command is how a command is typed: its name, and its letter if it has one.
func (t *talk) command(id string) string {
	words := names(t.session.Catalog(), id)
	said := words[0]
	for _, w := range words[1:] {
		if len(w) == 1 {
			said += ", " + w
		}
	}
	return said
}

// apply notes something for the learner's progress.
func (t *talk) apply(changes ...progress.Change) {
	t.session.Progress.Apply(changes...)
	t.unsaved = true
}

// save keeps the progress; what stands in its way is said once.
func (t *talk) save() {
	if !t.unsaved {
		return
	}
	t.unsaved = false
	for _, n := range t.session.Progress.Save() {
		t.say(n.Key, n.Args)
	}
}

// text is a sentence of the catalogue.
func (t *talk) text(key string, args viz.Args) string {
	return t.session.Say(viz.Words{Key: key, Args: args})
}

// say says a sentence of the catalogue in a line of its own.
func (t *talk) say(key string, args viz.Args) { t.out.line(t.text(key, args)) }

// sayAll says sentences one after the other, in one paragraph.
func (t *talk) sayAll(words []viz.Words) {
	text := ""
	for _, w := range words {
		text += t.session.Say(w) + " "
	}
	t.out.line(text)
}

// trouble says that something could not be done, and why.
func (t *talk) trouble(err error) {
	var said sentence
	if errors.As(err, &said) {
		t.say(said.words.Key, said.words.Args)
		return
	}
	t.say("plain.trouble", viz.Args{"why": err})
}
