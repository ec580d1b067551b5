package kernel

// convJob is one run of a convolution, cut into units.
type convJob struct {
	conv                    Conv
	dst, src, weights, bias []float32
	units                   int

	// Of tiles: the packed weights, where the taps are, the strip's plan and
	// how many strips there are down and across.
	packed       []float32
	at           taps
	strip        strip
	down, across int
}

// pointwiseCells is how many cells of each plane a unit of a pointwise
// convolution of so many channels does at least: few enough for the input to
// stay in the cache, and a multiple of every tile's width.
func pointwiseCells(channels int) int {
	return max(256, min(4096, stripGoal/channels/256*256))
}

// prepare plans the units. What it needs to remember is kept in s.
func (j *convJob) prepare(s *scratch) {
	c := &j.conv
	perGroup := c.shape.Channels / c.shape.Groups
	switch c.method {
	case byLoops:
		j.units = c.shape.Filters * c.y.out
		return
	case pointwise:
		area := c.y.in * c.x.in
		j.across = max(1, area/pointwiseCells(perGroup))
		j.units = c.shape.Groups * j.across
		s.offs = grown(s.offs, perGroup)
		for i := range s.offs {
			s.offs[i] = i * area
		}
		j.at = taps{offs: s.offs, last: (perGroup - 1) * area}
	case byStrips:
		j.strip = newStrip(c)
		j.down = (c.y.out + j.strip.rows - 1) / j.strip.rows
		j.across = (c.x.out + j.strip.cols - 1) / j.strip.cols
		j.units = c.shape.Groups * j.down * j.across
		j.at = j.strip.offsets(c, s.offs)
		s.offs = j.at.offs
	}
	s.packed = grown(s.packed, c.weightLen+c.shape.Filters)
	j.packed = s.packed
	j.pack()
}

// pack puts the weights into the order in which the tiles read them.
func (j *convJob) pack() {
	c := &j.conv
	nTaps := len(j.at.offs)
	perGroup := c.shape.Filters / c.shape.Groups
	n := parts(perGroup, c.tiles)
	for g := range c.shape.Groups {
		for i := range n {
			from, to := part(perGroup, n, i)
			from, to = from+g*perGroup, to+g*perGroup
			panel := j.packed[from*(nTaps+1) : to*(nTaps+1)]
			for k := from; k < to; k++ {
				panel[k-from] = 0
				if j.bias != nil {
					panel[k-from] = j.bias[k]
				}
				at := k - from + to - from
				for _, w := range j.weights[k*nTaps : (k+1)*nTaps] {
					panel[at] = w
					at += to - from
				}
			}
		}
	}
}

// unit does unit i.
func (j *convJob) unit(s *scratch, i int) {
	switch j.conv.method {
	case byLoops:
		j.loopRow(i/j.conv.y.out, i%j.conv.y.out)
	case pointwise:
		j.pointwiseUnit(s, i/j.across, i%j.across)
	case byStrips:
		j.stripUnit(s, i/(j.down*j.across), i/j.across%j.down, i%j.across)
	}
}

// stripUnit does the strip that is down-th and across-th of group g.
func (j *convJob) stripUnit(s *scratch, g, down, across int) {
	c := &j.conv
	y0, x0 := down*j.strip.rows, across*j.strip.cols
	rows, cols := min(j.strip.rows, c.y.out-y0), min(j.strip.cols, c.x.out-x0)
	s.strip = grown(s.strip, j.strip.size)
	group := c.shape.Channels / c.shape.Groups * c.y.in * c.x.in
	j.strip.fill(s.strip, j.src[g*group:][:group], c, y0, x0)

	perGroup := c.shape.Filters / c.shape.Groups
	area := c.y.out * c.x.out
	n := parts(perGroup, c.tiles)
	for i := range n {
		from, to := part(perGroup, n, i)
		t, w := j.panel(s, g*perGroup+from, g*perGroup+to)
		dst := j.dst[(g*perGroup+from)*area+y0*c.x.out+x0 : (g*perGroup+to)*area]
		for y := range rows {
			t.cover(dst[y*c.x.out:], area, s.strip[y*j.strip.pitch:], j.at, w, cols, s.tail)
		}
	}
}

// pointwiseUnit does a run of cells of group g straight from the input.
func (j *convJob) pointwiseUnit(s *scratch, g, across int) {
	c := &j.conv
	area := c.y.in * c.x.in
	inputs := c.shape.Channels / c.shape.Groups
	x0 := across * pointwiseCells(inputs)
	x1 := x0 + pointwiseCells(inputs)
	if across == j.across-1 {
		x1 = area
	}
	group := inputs * area
	src := j.src[g*group+x0 : (g+1)*group]
	perGroup := c.shape.Filters / c.shape.Groups
	if width := widest(perGroup, c.tiles); area < width {
		// A tile would read behind the end of the input.
		s.strip = grown(s.strip, j.at.last+width)
		clear(s.strip[copy(s.strip, src):])
		src = s.strip
	}
	n := parts(perGroup, c.tiles)
	for i := range n {
		from, to := part(perGroup, n, i)
		t, w := j.panel(s, g*perGroup+from, g*perGroup+to)
		t.cover(j.dst[(g*perGroup+from)*area+x0:(g*perGroup+to)*area], area, src, j.at, w, x1-x0, s.tail)
	}
}

// panel gives the tile and the packed weights for output channels from..to-1.
func (j *convJob) panel(s *scratch, from, to int) (tile, []float32) {
	t := j.conv.tiles[to-from-1]
	s.tail = grown(s.tail, t.outputs*t.width)
	n := len(j.at.offs) + 1
	return t, j.packed[from*n : to*n]
}
