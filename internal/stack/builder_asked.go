package stack

import (
	"strconv"

	"convtutor/internal/netspec"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Ask has another network shown while something is asked: one that may be
// wrong, of which only the layers' names are told.
func (b *Builder) Ask(net netspec.Network) { b.asked = net.Layers }

// askedSpecs are the layers shown while something is asked.
func (b *Builder) askedSpecs() []string {
	layers := b.asked
	if layers == nil {
		for _, r := range b.table.Rows {
			layers = append(layers, r.Layer)
		}
	}
	var specs []string
	for _, l := range layers {
		specs = append(specs, l.Spec)
	}
	return specs
}

// drawAsked draws the network that is asked about, without what comes out of
// its layers.
func (b *Builder) drawAsked(f viz.Frame, p canvas.Part) {
	p.Text(columnSpec, 0, canvas.RoleDim, f.Say(viz.Words{Key: "shape.layer"}))
	p.TextRight(columnOut, 0, canvas.RoleDim, f.Say(viz.Words{Key: "shape.output"}))
	p.Text(columnSpec, 1, canvas.RoleInputTitle, f.Say(viz.Words{Key: "shape.input"}))
	p.TextRight(columnOut, 1, canvas.RoleInputTitle, b.table.Input.String())
	for i, spec := range b.askedSpecs() {
		p.TextRight(4, 2+i, canvas.RoleDim, strconv.Itoa(i+1))
		p.Text(columnSpec, 2+i, canvas.RoleText, spec)
		p.TextRight(columnOut, 2+i, canvas.RoleOutputTitle, "?")
	}
}
