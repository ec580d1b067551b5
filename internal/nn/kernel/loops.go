package kernel

// loopRow computes one row of one output channel without any copy of the
// input: the way for windows so large that the rows they need should not be
// copied.
func (j *convJob) loopRow(k, y int) {
	c := &j.conv
	row := j.dst[(k*c.y.out+y)*c.x.out:][:c.x.out]
	var start float32
	if j.bias != nil {
		start = j.bias[k]
	}
	for x := range row {
		row[x] = start
	}
	perGroup := c.shape.Channels / c.shape.Groups
	first := k / (c.shape.Filters / c.shape.Groups) * perGroup
	w := j.weights[k*perGroup*c.y.filter*c.x.filter:]
	for ch := first; ch < first+perGroup; ch++ {
		for fy := range c.y.filter {
			weights := w[:c.x.filter]
			w = w[c.x.filter:]
			iy := y*c.y.stride + fy*c.y.dilation - c.y.before
			if iy >= 0 && iy < c.y.in {
				addRow(row, j.src[(ch*c.y.in+iy)*c.x.in:][:c.x.in], weights, c.x)
			}
		}
	}
}

// addRow adds what one row of the input gives to one row of the output.
func addRow(row, in, weights []float32, a axis) {
	for fx, w := range weights {
		x := fx*a.dilation - a.before // where the first output reads
		from := 0
		if x < 0 {
			from = (a.stride - 1 - x) / a.stride
		}
		x += from * a.stride
		for ; from < len(row) && x < len(in); from++ {
			row[from] += float32(in[x] * w)
			x += a.stride
		}
	}
}
