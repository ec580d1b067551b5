package lesson

import "convtutor/internal/tui"

// Seek implements tui.Seeker, where the step's stage can be walked through.
func (s *screen) Seek(step int) (steps int) {
	if k, ok := s.stage.(tui.Seeker); ok {
		return k.Seek(step)
	}
	return 0
}

// Seek implements tui.Seeker.
func (a *sliding) Seek(step int) (steps int) { return a.player.Seek(step) }

// Seek implements tui.Seeker.
func (s *shown) Seek(step int) (steps int) { return s.player.Seek(step) }
