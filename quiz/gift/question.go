package gift

import (
	"strings"

	"convtutor/viz"
)

// reader reads one question; its text has escaped letters hidden.
type reader struct {
	q    Question
	html bool // texts are HTML unless they say otherwise
}

// question reads a block; ok is false for one that is written wrongly.
func (b block) question() (q Question, lost Note, ok bool) {
	r := reader{q: Question{Line: b.line}, html: true}
	text := strings.TrimSpace(hide(b.text))
	if rest, named := strings.CutPrefix(text, "::"); named {
		name, after, closed := strings.Cut(rest, "::")
		if !closed {
			return q, r.lost("name"), false
		}
		r.q.Name, text = plain(strings.ReplaceAll(name, "\n", " "), false), after
	}
	from, to := strings.Index(text, "{"), strings.Index(text, "}")
	switch {
	case from < 0 && to < 0:
		r.q.Type = TypeDescription
		r.q.Text = r.ask(text)
		return r.q, lost, true
	case from < 0 || to < from || strings.ContainsAny(text[to+1:], "{}"):
		return q, r.lost("braces"), false
	}
	before, after := text[:from], text[to+1:]
	if strings.TrimSpace(after) != "" {
		before += "_____" + after // the missing word
	}
	r.q.Text = r.ask(before)
	body := text[from+1 : to]
	if at := strings.LastIndex(body, "####"); at >= 0 {
		r.q.General = r.said(body[at+4:])
		body = body[:at]
	}
	if problem := r.answers(strings.TrimSpace(body)); problem != "" {
		return q, r.lost(problem), false
	}
	return r.q, lost, true
}

// lost is the note of a question that cannot be read.
func (r *reader) lost(why string) Note {
	return Note{Line: r.q.Line, Name: r.q.Name, Lost: true, Words: viz.Words{Key: "gift.lost." + why}}
}

func (r *reader) note(what string) {
	r.q.Notes = append(r.q.Notes, Note{Line: r.q.Line, Name: r.q.Name, Words: viz.Words{Key: "gift.note." + what}})
}

// ask reads the question's text, whose format is also that of what follows.
func (r *reader) ask(text string) string {
	text, r.html = format(text, true)
	return r.read(text, r.html)
}

// said reads another text of the question.
func (r *reader) said(text string) string {
	text, html := format(text, r.html)
	return r.read(text, html)
}

func (r *reader) read(text string, html bool) string {
	if html && picture.MatchString(plain(text, false)) {
		r.note("picture")
	}
	return plain(text, html)
}

// format takes the format's name off a text. What Moodle shows by itself may
// hold HTML; Markdown is read as it is written.
func format(text string, html bool) (rest string, isHTML bool) {
	text = strings.TrimSpace(text)
	for name, tagged := range map[string]bool{"[html]": true, "[moodle]": true, "[plain]": false, "[markdown]": false} {
		if rest, ok := strings.CutPrefix(text, name); ok {
			return rest, tagged
		}
	}
	return text, html
}
