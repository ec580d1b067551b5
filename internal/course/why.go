package course

import (
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/scene"
	"convtutor/viz"
)

// buildShare builds a filter whose weights, or output cells, are looked at one
// by one.
func buildShare(s *Step) error {
	r := s.Widget.Params.Read()
	in, kernel := r.Int("input", 6), r.Int("filter", 3)
	by := r.Choice("by", "weight", "cell")
	if err := r.Done(); err != nil {
		return err
	}
	share, err := scene.NewShare(nn.Square(in), nn.Square(kernel), by == "cell")
	if err != nil {
		return wrongStep(s, err)
	}
	s.Scene = share
	s.Facts = viz.Args{"input": sign(nn.Square(in)), "filter": sign(nn.Square(kernel)), "weights": kernel * kernel}
	return nil
}

// buildCosts builds the parameters of two layers side by side.
func buildCosts(s *Step) error {
	r := s.Widget.Params.Read()
	side, channels := r.Int("side", 32), r.Int("channels", 3)
	filter, count := r.Int("filter", 5), r.Int("count", 6)
	if err := r.Done(); err != nil {
		return err
	}
	costs, err := scene.NewCosts(side, channels, filter, count)
	if err != nil {
		return wrongStep(s, err)
	}
	s.Scene = costs
	out := side - filter + 1
	s.Facts = viz.Args{
		"input":  viz.Volume{H: side, W: side, C: channels}.Shape(),
		"output": viz.Volume{H: out, W: out, C: count}.Shape(), "count": count, "side": sign(nn.Square(filter)),
	}
	return nil
}

// buildChain builds a network that a picture goes through, layer by layer.
func buildChain(s *Step) error {
	table, err := table(s.Widget.Params.Read().Require("spec"))
	if err != nil {
		return err
	}
	var links []viz.Link
	for i, row := range table.Rows {
		links = append(links, viz.Link{
			Name: viz.Words{Key: "chain." + linkName(row)}, Does: linkWords(i+1, row), Out: block(row.Out),
		})
	}
	does := viz.Words{Key: "chain.does." + goesIn(table.Input), Args: viz.Args{"shape": written(table.Input), "n": table.Input.H * table.Input.W * table.Input.C}}
	s.Animation = viz.NewChain(block(table.Input), does, links)
	last := table.Last().Out
	s.Facts = viz.Args{"layers": len(links), "input": written(table.Input), "output": written(last), "params": table.Total.Params}
	return nil
}

// goesIn tells a picture, grey or in colour, from maps that a layer before made.
func goesIn(s netspec.Shape) string {
	if s.C == 1 || s.C == 3 {
		return "input"
	}
	return "maps"
}

func block(s netspec.Shape) viz.Volume { return viz.Volume{H: s.H, W: s.W, C: s.C} }

// linkName is what a layer is called in keys of the catalogue.
func linkName(row netspec.Row) string {
	switch row.Layer.Op {
	case netspec.MaxPool, netspec.AvgPool, netspec.MinPool:
		return "pool"
	}
	return string(row.Layer.Op)
}

// linkWords says what a layer does, and what it makes.
func linkWords(n int, row netspec.Row) viz.Words {
	f := row.Layer.Window.Kernel
	return viz.Words{Key: "chain.does." + linkName(row), Args: viz.Args{
		"layer": n, "in": written(row.In), "out": written(row.Out), "k": row.Layer.Count, "params": row.Params,
		"filter": viz.Volume{H: f.H, W: f.W, C: row.In.C}.Shape(), "window": sign(f), "c": row.In.C,
		"inputs": row.In.H * row.In.W * row.In.C, "outputs": row.Out.C,
	}}
}
