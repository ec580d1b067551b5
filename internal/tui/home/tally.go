package home

import (
	"fmt"

	"convtutor/internal/session"
	"convtutor/quiz/assignment"
)

// practised is how many questions the learner got right, and of how many.
func practised(s *session.Session) string {
	right, of := 0, 0
	for _, k := range s.Progress.State().Quiz {
		right, of = right+k.Right, of+k.Asked
	}
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", right, of)
}

// assigned is how many parts of the assignment are right, and of how many.
func assigned(s *session.Session) string {
	parts := s.Progress.State().Parts
	right := 0
	for _, p := range parts {
		if p.Right {
			right++
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", right, len(assignment.IDs()))
}
