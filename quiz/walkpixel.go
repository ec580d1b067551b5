package quiz

import "convtutor/viz"

// number is a value of Given that is a number.
func (g Given) number(name string) (float64, bool) {
	switch v := g.Values[name].(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// walkPixel does to the pixel what is done to all, sum by sum.
func (q Question) walkPixel() (Walk, bool) {
	value, ok := q.Given.number("value")
	if !ok {
		return Walk{}, false
	}
	times, _ := q.Given.number("times")
	add, _ := q.Given.number("add")
	middle, around := q.Given.number("middle")
	_, cut := q.Given.number("most")
	var sums []viz.ToneSum
	if around {
		sums = append(sums, viz.ToneSum{Sign: "-", By: middle})
	}
	sums = append(sums, viz.ToneSum{Sign: "×", By: times})
	if around {
		sums = append(sums, viz.ToneSum{Sign: "+", By: middle})
	}
	if add != 0 {
		sums = append(sums, viz.ToneSum{Sign: "+", By: add})
	}
	return Walk{Animation: viz.NewToning(value, sums, cut), Level: viz.LevelWindow}, true
}

// walkColour works the number asked for out of red, green and blue.
func (q Question) walkColour() (Walk, bool) {
	var parts [3]uint8
	for i, name := range []string{"red", "green", "blue"} {
		v, ok := q.Given.number(name)
		if !ok || v < 0 || v > 255 {
			return Walk{}, false
		}
		parts[i] = uint8(v)
	}
	c, ok := viz.NewColourSteps(parts[0], parts[1], parts[2], q.Given.Ask)
	return Walk{Animation: c, Level: viz.LevelWindow}, ok
}
