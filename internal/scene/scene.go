// Package scene holds pictures with dials that need a network's table or the
// engine's layers to be drawn; those over photos are viz's own. Its one rule: a
// scene works out what it shows with the engine, says the same in words, and
// knows no key and no terminal.
package scene

import "convtutor/viz"

// words is a title without placeholders.
func words(key string) viz.Words { return viz.Words{Key: key} }

// two is a dial between two values with names, turned by one key.
func two(name, title string, value int, first, second string) viz.Dial {
	return viz.Dial{
		Name: name, Title: words(title), More: "tab", High: 1, Step: 1, Value: float64(value),
		Names: []viz.Words{words(first), words(second)},
	}
}
