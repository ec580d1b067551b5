package stack

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/viz"
)

// Workshop is a builder with everything open, as the lab has it: networks to
// begin with, layers and whole networks to be typed, a state in a route.
type Workshop struct{ *Builder }

// examples are networks to begin with.
func examples() []string {
	vgg := ""
	if net, err := netspec.Known("vgg16"); err == nil {
		// Dropout has no numbers to build and changes no shape.
		vgg = strings.ReplaceAll(net.String(), " | dropout", "")
	}
	return []string{
		"28x28x1 | conv 3 8 p1 | relu | maxpool 2 s2 | conv 3 16 p1 | relu | maxpool 2 s2 | flatten | dense 10 | softmax",
		"32x32x3 | conv 5 6 | relu | conv 5 10 | relu",
		"32x32x1 | conv 5 6 | relu | avgpool 2 s2 | conv 5 16 | relu | avgpool 2 s2 | flatten" +
			" | dense 120 | relu | dense 84 | relu | dense 10 | softmax",
		"720x720x3 | conv 3 10 p1 | maxpool 2 s2",
		vgg,
	}
}

// NewWorkshop opens a network as Spec writes it, or as netspec reads it; "" is
// the first example.
func NewWorkshop(spec string) (*Workshop, error) {
	line := examples()[0]
	if spec != "" {
		line = unpacked(spec)
	}
	b, err := NewBuilder(line)
	if err != nil {
		return nil, err
	}
	b.start = ""
	return &Workshop{b}, nil
}

// Spec is the network in a word that no shell and no link changes: layers
// parted by hyphens, their numbers by underscores. It is empty where the
// network is the first example.
func (w *Workshop) Spec() string {
	if w.Line() == examples()[0] {
		return ""
	}
	return strings.NewReplacer(" | ", "-", " ", "_").Replace(w.Line())
}

// unpacked is a spec as netspec reads it.
func unpacked(spec string) string {
	if strings.ContainsAny(spec, "| ") {
		return spec
	}
	return strings.NewReplacer("-", " | ", "_", " ").Replace(spec)
}

// Moves implements View.
func (w *Workshop) Moves() []Move {
	return append(w.Builder.Moves(),
		Move{ID: "example", Keys: []string{"n"}, Shown: "n", About: "stack.key.example"},
	)
}

// Do implements View.
func (w *Workshop) Do(move string) bool {
	if move != "example" {
		return w.Builder.Do(move)
	}
	all := examples()
	next := (slices.Index(all, w.Line()) + 1) % len(all) // the first one after a network of one's own
	return w.Replace(all[next]) == nil
}

// Type takes a layer or a whole network as netspec reads it. What cannot stand
// there is refused, with the reason in Refused; the error is that of a text
// that is neither.
func (w *Workshop) Type(text string) error {
	if line := unpackedLine(text); strings.Contains(line, "|") {
		return w.Replace(line)
	}
	if w.Take(text) {
		return nil
	}
	_, err := netspec.Parse("1x1x1 | " + text)
	var wrong *netspec.Error
	if errors.As(err, &wrong) {
		wrong.Column -= len("1x1x1 | ") // counted within what was typed
		return wrong
	}
	if err != nil {
		return err
	}
	return notHere{}
}

// unpackedLine is a whole network in either way of writing, a layer as it is.
func unpackedLine(text string) string {
	if head, _, ok := strings.Cut(text, "-"); ok && strings.Contains(head, "x") && !strings.Contains(text, "|") {
		return unpacked(text)
	}
	return text
}

// notHere is a layer that can be read, but not built here.
type notHere struct{}

func (notHere) Error() string { return "stack: this layer cannot be built here" }

// Words are what a learner hears of it.
func (notHere) Words() viz.Words {
	var names []string
	for _, k := range kinds {
		names = append(names, string(k))
	}
	return words("refused.kind", viz.Args{"kinds": strings.Join(names, ", ")})
}

// SpecOf is the network in the part of a route after '?'; the error names
// another part.
func SpecOf(q url.Values) (string, error) {
	for _, name := range slices.Sorted(maps.Keys(q)) {
		if name != "spec" {
			return "", fmt.Errorf("lab: unknown part %q, not spec", name)
		}
	}
	return q.Get("spec"), nil
}
