package lab

import (
	"errors"

	"convtutor/internal/session"
	"convtutor/internal/tui"
)

func newPhoto(*session.Session, tui.Route) (tui.Screen, error) {
	return nil, errors.New("lab: photo")
}
