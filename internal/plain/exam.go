package plain

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"convtutor/internal/keyboard"
	"convtutor/internal/netspec"
	"convtutor/internal/session"
	"convtutor/quiz"
	"convtutor/quiz/exam"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Sit goes through an exam line by line, until it is submitted, the student
// leaves, or the input ends. A line is an answer; one that begins with a colon
// is a command. What is not yet begun begins after its terms are said, with the
// student's word where waits is set. It ends as soon as the time is up, while a
// line is waited for too: after tells when a span of it is over, as time.After
// does. The error is that of an output or a journal that cannot be written.
func Sit(s *session.Session, entrance *exam.Entrance, waits bool, in io.Reader, out io.Writer, after func(time.Duration) <-chan time.Time) error {
	e := &sitter{talk: newTalk(s, in, out), sitting: entrance.Sitting(), after: after, last: -1}
	if e.sitting == nil && !e.enter(entrance, waits) {
		return errors.Join(e.err, e.talk.out.err)
	}
	e.begin()
	stop := make(chan struct{})
	defer close(stop)
	lines := e.talk.in.listen(stop)
	e.sit(lines)
	if waits && e.err == nil && e.tells() {
		e.lookBack(lines)
	}
	return errors.Join(e.err, e.talk.out.err)
}

// sit takes lines until it is over.
func (e *sitter) sit(lines <-chan heard) {
	for !e.over && e.err == nil && e.talk.out.err == nil {
		t := e.await(lines)
		if !t.ok {
			break
		}
		e.take(t.line)
	}
	if _, done := e.sitting.Submitted(); !done && e.err == nil {
		e.fail(e.sitting.Seen(e.now())) // the time may have run out meanwhile
	}
	if _, done := e.sitting.Submitted(); !done && e.err == nil {
		e.talk.say("exam.kept", nil)
	}
}

// enter says the terms of an exam and begins it; false where the student would
// rather not, or it cannot be begun.
func (e *sitter) enter(entrance *exam.Entrance, waits bool) bool {
	e.talk.out.line(literal(entrance.Exam().Title.In(e.language())))
	e.talk.say("exam.terms.student", viz.Args{"student": entrance.Student()})
	for _, w := range entrance.Terms(e.now()) {
		e.talk.say(w.Key, w.Args)
	}
	if waits {
		e.talk.say("exam.terms.begin_line", nil)
		line, ok := e.talk.in.next()
		command, commanded := strings.CutPrefix(netspec.Fold(line), ":")
		if !ok || commanded && e.find(strings.TrimSpace(command)) == "quit" {
			e.talk.say("exam.terms.left", nil)
			return false
		}
	}
	e.sitting, e.err = entrance.Enter(e.now())
	return e.err == nil
}

// sitter is a student at the lines.
type sitter struct {
	talk    *talk
	sitting *exam.Sitting
	after   func(time.Duration) <-chan time.Time
	at      int    // index of the question at hand
	last    int    // that of the question whose result was told last, -1 for none
	steps   *steps // a solution being gone through; nil for not
	over    bool
	err     error
}

// examCommands are the commands of an exam: their words are
// "exam.word.<id>", what they do "exam.about.<id>".
var examCommands = []string{"next", "back", "goto", "flag", "clear", "list", "time", "steps", "submit", "help", "quit"}

func (e *sitter) begin() {
	x := e.sitting.Exam()
	if e.sitting.Resumed() {
		e.talk.out.line(literal(x.Title.In(e.language())))
		e.talk.say("exam.size", viz.Args{"n": x.Count(), "points": x.Points()})
		e.talk.say("exam.resumed", viz.Args{"student": e.sitting.Student(), "n": e.sitting.Attempt(), "of": x.Attempts})
	} else {
		e.talk.say("exam.begun", nil)
	}
	e.talk.say("exam.how", nil)
	if _, done := e.sitting.Submitted(); done {
		e.end("exam.ran-out")
		return
	}
	e.at = e.sitting.Progress().Place
	e.ask()
}

func (e *sitter) language() string { return e.talk.session.Language() }

func (e *sitter) now() time.Time { return e.talk.session.Now() }

// ask says the question at hand, and the time that is left.
func (e *sitter) ask() {
	asked := e.sitting.Questions(e.language())[e.at]
	item := e.sitting.Progress().Items[e.at]
	t := e.talk
	t.out.gap()
	t.say("exam.place", viz.Args{"n": e.at + 1, "of": len(e.sitting.Questions(e.language())), "points": asked.Points})
	if left, limited := e.sitting.Remaining(e.now()); limited {
		t.say("exam.left", viz.Args{"time": exam.Countdown(left)})
	}
	e.prompt(asked)
	e.picture(asked.Picture)
	if item.Answer != "" {
		t.say("exam.answered", viz.Args{"answer": item.Answer})
	}
	if item.Flagged {
		t.say("exam.flagged", nil)
	}
}

// prompt says what is asked: an own question in the instructor's very words.
func (e *sitter) prompt(asked exam.Asked) {
	if asked.Own == nil {
		ask := &asking{talk: e.talk, question: asked.Question}
		ask.tell()
		return
	}
	for _, w := range asked.Question.Prompt {
		e.literal(e.talk.session.Say(w))
	}
	for i, o := range asked.Question.Options {
		e.literal(letter(i) + ": " + o.Text(e.talk.session.Say))
	}
	e.talk.say("exam.type."+string(asked.Own.Type), nil)
}

// literal writes a text as it is, wrapped.
func (e *sitter) literal(text string) {
	for _, l := range canvas.WrapText(literal(text), width) {
		e.talk.out.write(strings.TrimRight(l, " ") + "\n")
	}
	e.talk.out.blank = false
}

// literal is a text without what cannot be seen.
func literal(text string) string { return canvas.Clean(text) }

func (e *sitter) picture(p exam.Picture) {
	switch {
	case p.Route != "":
		e.talk.say("exam.picture", viz.Args{"picture": p.Route})
	case p.File != "":
		e.talk.say("exam.picture", viz.Args{"picture": filepath.Base(p.File)})
	}
}

// take does what a line says.
func (e *sitter) take(line string) {
	if e.takeStep(line) {
		return
	}
	if command, ok := strings.CutPrefix(netspec.Fold(line), ":"); ok {
		word, rest, _ := strings.Cut(strings.TrimSpace(command), " ")
		e.command(e.find(word), strings.TrimSpace(rest))
		return
	}
	if line == "" {
		e.fail(e.sitting.Seen(e.now()))
		if !e.over {
			e.talk.say("exam.how", nil)
		}
		return
	}
	e.answer(line)
}

// find is the command that a word of any language names, "" for none.
func (e *sitter) find(word string) string {
	for _, code := range e.talk.session.Bundle.Codes() {
		for _, id := range examCommands {
			names := strings.Fields(e.talk.session.Bundle.For(code).Text("exam.word."+id, nil))
			if slices.Contains(names, word) || slices.Contains(names, keyboard.Latin(word)) {
				return id
			}
		}
	}
	return ""
}

func (e *sitter) command(id, rest string) {
	switch id {
	case "next", "back":
		e.step(id)
	case "goto":
		e.visit(rest)
	case "flag":
		e.flag()
	case "clear":
		if _, err := e.sitting.Answer(e.at, "", e.now()); !e.fail(err) {
			e.talk.say("exam.cleared", nil)
		}
	case "list", "time":
		e.list(id == "list")
	case "steps":
		e.explain(rest)
	case "submit":
		if !e.fail(e.sitting.Submit(e.now())) {
			e.end("exam.submitted")
		}
	case "quit":
		e.over = true
	default:
		e.help()
	}
}

// flag marks the question at hand, or takes the mark off.
func (e *sitter) flag() {
	on := !e.sitting.Progress().Items[e.at].Flagged
	if e.fail(e.sitting.Flag(e.at, on, e.now())) {
		return
	}
	key := "exam.unflagged"
	if on {
		key = "exam.flagged"
	}
	e.talk.say(key, nil)
}

// step goes to the next question or to the one before, round and round.
func (e *sitter) step(id string) {
	of := e.sitting.Progress().Of
	by := 1
	if id == "back" {
		by = of - 1
	}
	e.at = (e.at + by) % of
	e.ask()
}

func (e *sitter) visit(number string) {
	n, err := quiz.ReadInt(number)
	if of := e.sitting.Progress().Of; err != nil || n < 1 || n > of {
		e.talk.say("exam.no-question", viz.Args{"of": of})
		return
	}
	e.at = n - 1
	e.ask()
}

// answer records a line as the answer, and goes on to the next question that
// has none.
func (e *sitter) answer(line string) {
	reply, err := e.sitting.Answer(e.at, line, e.now())
	if e.fail(err) {
		return
	}
	if !reply.Accepted {
		e.talk.sayAll(reply.Unread)
		return
	}
	e.talk.say("exam.recorded", nil)
	if reply.Verdict != nil {
		e.tellVerdict(*reply.Verdict)
	}
	p := e.sitting.Progress()
	if p.Answered == p.Of {
		e.talk.say("exam.all-answered", nil)
		return
	}
	for p.Items[e.at].Answer != "" {
		e.at = (e.at + 1) % p.Of
	}
	e.ask()
}

// list says how every question stands, and the time that is left.
func (e *sitter) list(all bool) {
	p := e.sitting.Progress()
	e.talk.say("exam.stands", viz.Args{"n": p.Answered, "of": p.Of, "flagged": p.Flagged})
	if left, limited := e.sitting.Remaining(e.now()); limited {
		e.talk.say("exam.left", viz.Args{"time": exam.Countdown(left)})
	}
	for i, item := range p.Items {
		if !all {
			break
		}
		e.talk.say(standing(item), viz.Args{"n": i + 1, "answer": item.Answer})
	}
}

// standing is the sentence that says how a question stands.
func standing(item exam.Item) string {
	switch {
	case item.Answer == "" && item.Flagged:
		return "exam.item.open-flagged"
	case item.Answer == "":
		return "exam.item.open"
	case item.Flagged:
		return "exam.item.answered-flagged"
	}
	return "exam.item.answered"
}

func (e *sitter) help() {
	e.talk.say("exam.how", nil)
	for _, id := range examCommands {
		name, _, _ := strings.Cut(e.talk.text("exam.word."+id, nil), " ")
		e.talk.say("exam.command", viz.Args{"command": name, "about": viz.Words{Key: "exam.about." + id}})
	}
}

// fail says why something could not be done; what ends the exam ends it.
func (e *sitter) fail(err error) bool {
	switch {
	case err == nil:
		return false
	case errors.Is(err, exam.ErrOver):
		e.end("exam.ran-out")
	case errors.Is(err, exam.ErrSettled):
		e.talk.say("exam.settled", nil)
	default:
		e.err = err
	}
	return true
}

// end says that it is submitted and, where the exam tells it, how it went.
func (e *sitter) end(key string) {
	e.over = true
	e.talk.out.gap()
	e.talk.say(key, nil)
	if e.sitting.Exam().Feedback != exam.FeedbackEnd {
		return
	}
	items, asked := e.sitting.Progress().Items, e.sitting.Questions(e.language())
	for i, v := range e.sitting.Verdicts() {
		switch {
		case items[i].Answer == "":
			e.talk.say("exam.went.none", viz.Args{"n": i + 1})
		case v == nil:
			words, _ := asked[i].Later()
			e.talk.say("exam.went.later", viz.Args{"n": i + 1, "how": e.talk.session.Say(words)})
		case v.Status == quiz.Right:
			e.talk.say("exam.went.right", viz.Args{"n": i + 1})
		default:
			e.talk.say("exam.went.wrong", viz.Args{"n": i + 1})
			e.talk.sayAll(v.Told())
			e.solution(asked[i])
		}
	}
}

// solution says the right answer.
func (e *sitter) solution(asked exam.Asked) {
	answer := asked.Question.AnswerText(e.talk.session.Say)
	if answer == "" && asked.Own != nil {
		answer = strings.Join(asked.Own.Accept, ", ")
	}
	e.talk.say("exam.went.answer", viz.Args{"answer": answer})
}
