// Package stack holds pictures of networks: their layers opened one by one,
// where their parameters are, one being built, one with a digit in it. Its one
// rule: sizes and counts come from netspec, values from the engine; a picture
// says in words all that it shows.
package stack

import (
	"convtutor/viz"
)

// View is a picture that one can move through or change.
type View interface {
	// Draw draws it; Hide keeps secret what is asked for.
	Draw(f viz.Frame)
	// Words say what it shows now; hide keeps secret what is asked for.
	Words(hide bool) []viz.Words
	// Moves are what can be done, the way forward first.
	Moves() []Move
	// Do does one of them; false means that nothing was left to do.
	Do(move string) bool
}

// Linked is a view whose state can be written in a route and opened again.
type Linked interface {
	// Link is the state; empty where it is as it began.
	Link() string
	// Open takes a state that Link wrote, or says what is wrong with it.
	Open(link string) error
}

// Taker is a view that takes what is typed beside its moves.
type Taker interface {
	// Take does what a line says; ok is false where it means nothing here.
	Take(line string) (ok bool)
}

// Move is something that can be done with a view.
type Move struct {
	// ID names it; the words to type it by are "plain.word.<id>".
	ID string
	// Keys press it, Shown is how they are written: "↓".
	Keys  []string
	Shown string
	// About is the catalogue's key of what it does: "stack.key.layer".
	About string
}

// words is a sentence of this room.
func words(key string, args viz.Args) viz.Words { return viz.Words{Key: "stack." + key, Args: args} }
