package quiz

import (
	"errors"
	"fmt"
	"math"

	"convtutor/viz"
)

// AboutLight asks which number of a pixel stays as it is when half of the light
// is taken away: the design question of who wants to know a colour, whatever
// the light. The engine works each number out in both lights.
func AboutLight(red, green, blue uint8) (Question, error) {
	c := rgb{int(red), int(green), int(blue)}
	dark := rgb{c.r / 2, c.g / 2, c.b / 2}
	hue := func(c rgb) int { h, _, _ := c.hsv(); return int(math.Round(h)) }
	grey := func(c rgb) int { return (299*c.r + 587*c.g + 114*c.b + 500) / 1000 }
	numbers := []struct {
		name, unit string
		of         func(rgb) int
	}{
		{"red", "", func(c rgb) int { return c.r }},
		{"grey", "", grey},
		{"value", "", rgb.most},
		{"hue", "°", hue},
	}
	q := Question{
		Kind: colourValue{}.ID(), Level: 1, Topic: "colour", Type: TypeChoice,
		Prompt: []viz.Words{{Key: "quiz.light.ask", Args: viz.Args{"r": c.r, "g": c.g, "b": c.b}}},
	}
	kept := 0
	for _, n := range numbers {
		o := Option{Answer: n.name, Says: viz.Words{Key: "quiz.light.option-" + n.name}}
		change := fmt.Sprintf("%d%s, %d%s", n.of(c), n.unit, n.of(dark), n.unit)
		if n.of(c) == n.of(dark) {
			kept++
			q.Answer = n.name
			q.Worked = []viz.Words{{Key: "quiz.light.worked", Args: viz.Args{"name": o.Says, "change": change}}}
		} else {
			o.Slip = "light-counts"
			q.Slips = append(q.Slips, Mistake{n.name, o.Slip, Why(o.Slip, change)})
		}
		q.Options = append(q.Options, o)
	}
	if kept != 1 {
		return q, errors.New("quiz: not one number alone stays when the light is halved")
	}
	return q, nil
}
