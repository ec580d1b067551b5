package course

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/lessons"
)

// network reads a network by its name ("alexnet") or as a line.
func network(text string) (netspec.Network, error) {
	for _, known := range netspec.KnownNames() {
		if known == text {
			return netspec.Known(text)
		}
	}
	return netspec.Parse(text)
}

// table reads a network of a step, and works it out.
func table(r *lessons.Reader) (netspec.Table, error) {
	spec := r.Text("spec", "")
	if err := r.Done(); err != nil {
		return netspec.Table{}, err
	}
	_, t, err := netspec.ReadTable(spec, nn.RuleError)
	if err != nil {
		return t, fmt.Errorf("lessons: %w", err)
	}
	return t, nil
}

// oneLayer reads a network of one layer.
func oneLayer(r *lessons.Reader) (netspec.Row, error) {
	t, err := table(r)
	if err != nil {
		return netspec.Row{}, err
	}
	if len(t.Rows) != 1 {
		return netspec.Row{}, fmt.Errorf("lessons: %q has %d layers, not one", r.Text("spec", ""), len(t.Rows))
	}
	return t.Rows[0], nil
}
