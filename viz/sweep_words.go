package viz

// Words says step i: where the windows are, and at the end what came of it.
func (w *Sweep) Words(i int) Words {
	first := w.panels[0]
	last := w.panels[len(w.panels)-1]
	args := Args{"k": i + 1, "of": w.steps, "n": w.setup.In, "f": w.setup.Filter, "s": w.setup.Stride, "p": w.setup.Padding}
	if i < w.steps-1 {
		return Words{Key: "slide.window", Args: args}
	}
	switch w.about {
	case aboutReads:
		args["corner"], args["most"] = first.corner(), first.most
		args["padcorner"], args["padmost"] = last.corner(), last.most
		if len(w.panels) == 1 {
			return Words{Key: "slide.reads.one", Args: args}
		}
		return Words{Key: "slide.reads.two", Args: args}
	case aboutRules:
		args["sum"] = w.setup.Sum()
		if first.bad {
			return Words{Key: "slide.rules.misfit", Args: args}
		}
		return Words{Key: "slide.rules.fits", Args: args}
	case aboutSame:
		return Words{Key: "slide.same.done", Args: args}
	}
	return Words{Key: "slide.even.done", Args: args}
}

// corner is how often the top left cell of the input is read.
func (p sweepPanel) corner() int {
	if p.windows() == 0 {
		return 0
	}
	return p.geometry.Reads()[0]
}
