// Package preset settles lipgloss' question about the background before it is
// asked. Its one rule: it imports lipgloss and nothing else.
//
// Bubble Tea v1 asks the terminal for its background colour while packages are
// initialised, and on a terminal that does not answer this takes five seconds.
// Go initialises packages that are ready in the order of their import paths, so
// this one (convtutor/...) comes after lipgloss and before Bubble Tea
// (github.com/...): when Bubble Tea asks, the answer stands already. One more
// import here could make this package ready too late.
package preset

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
