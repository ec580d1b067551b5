// Package plain is the program in lines of text, for screen readers, pipes and
// terminals that can do no more. Its one rule: the same lessons, questions and
// engine as on screen, said in words and answered by typing.
package plain

import (
	"errors"
	"io"

	"convtutor/internal/route"
	"convtutor/internal/session"
)

// Run goes through what a route leads to, line by line, until the learner quits
// or the input ends.
func Run(_ *session.Session, _ route.Route, _ io.Reader, _ io.Writer) error {
	return errors.New("plain: not there yet")
}
