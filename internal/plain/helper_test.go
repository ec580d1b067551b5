package plain

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"convtutor/internal/i18n"
	"convtutor/internal/progress"
	"convtutor/internal/route"
	"convtutor/internal/session"
	"convtutor/lessons"
)

// newSession is a learner's surroundings that are the same at every run.
func newSession(t testing.TB, language string) *session.Session {
	t.Helper()
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	course, err := lessons.Open()
	if err != nil {
		t.Fatal(err)
	}
	return session.New(session.Config{
		Bundle: bundle, Course: course, Progress: progress.NewMemory(), Seed: 7, Language: language,
		Now: func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) },
	})
}

func at(t testing.TB, text string) route.Route {
	t.Helper()
	r, err := route.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said runs the program at a route on some lines and gives what it says.
func said(t testing.TB, s *session.Session, to, typed string) string {
	t.Helper()
	var out bytes.Buffer
	if err := Run(s, at(t, to), strings.NewReader(typed), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// oneLine is a text with its line ends taken back, so that a sentence can be
// looked for wherever it was wrapped.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// echo gives its lines one at a time and writes each into the transcript, as a
// terminal does.
type echo struct {
	lines []string
	out   io.Writer
}

func (e *echo) Read(p []byte) (int, error) {
	if len(e.lines) == 0 {
		return 0, io.EOF
	}
	line := e.lines[0] + "\n"
	e.lines = e.lines[1:]
	if _, err := io.WriteString(e.out, strings.TrimRight("> "+line, " \n")+"\n"); err != nil {
		return 0, err
	}
	return copy(p, line), nil
}

// begin is a conversation that a test leads line by line.
func begin(t testing.TB, s *session.Session, to string) (*talk, *bytes.Buffer) {
	t.Helper()
	out := &bytes.Buffer{}
	k := newTalk(s, strings.NewReader(""), out)
	if err := k.begin(at(t, to)); err != nil {
		t.Fatal(err)
	}
	return k, out
}
