package viz

import (
	"image"
	"math"
	"slices"

	"convtutor/viz/canvas"
)

// signedMap shows numbers as colours without hiding what a picture cannot
// hold. A signed map has black at 0, orange above and blue below, brighter the
// farther. A grey one shows 0 to 255 in grey, what is above in orange, what is
// below in blue.
type signedMap struct {
	values      []float64 // row by row
	h, w        int
	signed      bool
	least, most float64
	reach       float64 // in a signed map, what is shown at full strength
}

func newSignedMap(values []float64, h, w int, signed bool) *signedMap {
	m := &signedMap{values: values, h: h, w: w, signed: signed, least: slices.Min(values), most: slices.Max(values)}
	m.reach = reachOf(values)
	return m
}

// reachOf is a size that all but one in fifty of the values stay below: one
// hard edge does not leave the rest of the picture in the dark. Of a large map
// it looks at values spread evenly.
func reachOf(values []float64) float64 {
	const looked = 1 << 14
	step := max(1, len(values)/looked)
	sizes := make([]float64, 0, len(values)/step+1)
	for i := 0; i < len(values); i += step {
		sizes = append(sizes, math.Abs(values[i]))
	}
	slices.Sort(sizes)
	return max(1, sizes[len(sizes)*49/50])
}

func (m *signedMap) bounds() image.Rectangle { return image.Rect(0, 0, m.w, m.h) }

// The two ends of the scale.
var (
	aboveColour = [3]float64{255, 170, 60}
	belowColour = [3]float64{80, 165, 255}
)

// sample is the colour of the number in an area that lies farthest from zero
// (in a signed map: the mean of an edge would be nothing) or of the mean.
func (m *signedMap) sample(r image.Rectangle) canvas.RGB { return m.colour(m.number(r)) }

// meaning tells what is below and above the range of a picture.
func (m *signedMap) meaning(r image.Rectangle) canvas.Role { return m.roleOf(m.number(r)) }

func (m *signedMap) roleOf(v float64) canvas.Role {
	switch {
	case v < 0:
		return canvas.RoleNegative
	case v > m.top():
		return canvas.RolePositive
	}
	return canvas.RoleNone
}

// top is the value up to which a number has no sign to tell.
func (m *signedMap) top() float64 {
	if m.signed {
		return 0
	}
	return 255
}

// number stands for all numbers of an area.
func (m *signedMap) number(r image.Rectangle) float64 {
	far, sum, n := 0.0, 0.0, 0
	eachSample(r, func(x, y int) {
		v := m.values[y*m.w+x]
		if math.Abs(v) > math.Abs(far) {
			far = v
		}
		sum, n = sum+v, n+1
	})
	if m.signed {
		return far
	}
	return sum / float64(n)
}

// colour is the colour of one number.
func (m *signedMap) colour(v float64) canvas.RGB {
	switch {
	case m.signed:
		return Tint(v / m.reach)
	case v < 0:
		return Tint(-0.35 + 0.65*v/255)
	case v > 255:
		return Tint(0.55 + 0.45*(v-255)/255)
	}
	g := uint8(math.Round(v))
	return canvas.Color(g, g, g)
}

// Tint is the colour of a number from -1 to 1 on a signed scale: black at 0,
// orange above, blue below. Numbers beyond have the colour of the end.
func Tint(v float64) canvas.RGB {
	end := aboveColour
	if v < 0 {
		end = belowColour
	}
	part := func(i int) uint8 { return uint8(math.Round(end[i] * min(1, math.Abs(v)))) }
	return canvas.Color(part(0), part(1), part(2))
}

// legendEntry is a colour and its meaning: words viz.photo.<name> and a value.
type legendEntry struct {
	colour canvas.RGB
	role   canvas.Role
	name   string
	value  string
}

// legend lists the colours that the map really shows.
func (m *signedMap) legend() []legendEntry {
	var out []legendEntry
	entry := func(v float64, name, value string) {
		out = append(out, legendEntry{m.colour(v), m.roleOf(v), name, value})
	}
	if m.least < 0 {
		entry(m.least, "below", "0")
	}
	if m.signed {
		entry(0, "zero", "0")
	} else {
		entry(160, "grey", "0–255")
	}
	if m.most > m.top() {
		entry(m.most, "above", Number(m.top()))
	}
	return out
}
