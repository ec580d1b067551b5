package viz

// laps is a walk of so many steps through windows, row by row: how many of them
// a window takes, and a row of windows.
type laps struct{ window, row, steps int }

// size is how many steps a level takes at once.
func (s laps) size(l Level) int {
	switch l {
	case LevelWindow:
		return s.window
	case LevelRow:
		return s.row
	}
	return 1
}

// next goes to where what a level takes at once is complete, or, if it is
// already, to where the next one is.
func (s laps) next(i int, l Level) int {
	n := s.size(l)
	return min((i+n+1)/n*n-1, s.steps-1)
}

// prev goes to where the one before is complete; from the first one to the
// first step.
func (s laps) prev(i int, l Level) int {
	n := s.size(l)
	return max(i/n*n-1, 0)
}
