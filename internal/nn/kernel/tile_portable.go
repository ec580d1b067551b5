package kernel

// portableTiles are the tiles in plain Go, for any processor.
func portableTiles() []tile {
	return []tile{
		{outputs: 1, width: 8, run: portable1x8},
		{outputs: 2, width: 4, run: portable2x4},
	}
}

func portable1x8(dst []float32, _ int, src []float32, offs []int, w []float32, blocks int) {
	for x := 0; x < 8*blocks; x += 8 {
		a0, a1, a2, a3 := w[0], w[0], w[0], w[0]
		a4, a5, a6, a7 := w[0], w[0], w[0], w[0]
		u := w[1 : len(offs)+1]
		for t, o := range offs {
			s := (*[8]float32)(src[o+x:])
			a0 += float32(s[0] * u[t])
			a1 += float32(s[1] * u[t])
			a2 += float32(s[2] * u[t])
			a3 += float32(s[3] * u[t])
			a4 += float32(s[4] * u[t])
			a5 += float32(s[5] * u[t])
			a6 += float32(s[6] * u[t])
			a7 += float32(s[7] * u[t])
		}
		*(*[8]float32)(dst[x:]) = [8]float32{a0, a1, a2, a3, a4, a5, a6, a7}
	}
}

func portable2x4(dst []float32, plane int, src []float32, offs []int, w []float32, blocks int) {
	for x := 0; x < 4*blocks; x += 4 {
		a0, a1, a2, a3 := w[0], w[0], w[0], w[0]
		b0, b1, b2, b3 := w[1], w[1], w[1], w[1]
		u := w[2:]
		for _, o := range offs {
			s := (*[4]float32)(src[o+x:])
			v := (*[2]float32)(u)
			u = u[2:]
			a0 += float32(s[0] * v[0])
			b0 += float32(s[0] * v[1])
			a1 += float32(s[1] * v[0])
			b1 += float32(s[1] * v[1])
			a2 += float32(s[2] * v[0])
			b2 += float32(s[2] * v[1])
			a3 += float32(s[3] * v[0])
			b3 += float32(s[3] * v[1])
		}
		*(*[4]float32)(dst[x:]) = [4]float32{a0, a1, a2, a3}
		*(*[4]float32)(dst[plane+x:]) = [4]float32{b0, b1, b2, b3}
	}
}
