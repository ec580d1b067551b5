package course

import (
	"errors"
	"fmt"
	"maps"

	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// overPhoto builds a step's scene over a built-in photo, and over any other
// where the step asks nothing about this one.
func overPhoto(s *Step, photo string, over func(p *viz.Picture) (viz.Scene, error)) error {
	p, err := BuiltInPhoto(photo)
	if err != nil {
		return wrongStep(s, err)
	}
	if s.Scene, err = over(p); err != nil {
		return wrongStep(s, err)
	}
	s.Photo = photo
	if len(s.Asks) == 0 {
		s.Over = over
	}
	maps.Copy(s.Facts, viz.Args{"h": p.H, "w": p.W, "pixels": p.H * p.W, "numbers": viz.Grouped(p.H * p.W * 3)})
	return nil
}

// dialled turns the dials that a step names to their values, and points at the
// place that it names, if it names one.
func dialled(e viz.Scene, at []int, dials map[string]float64) (viz.Scene, error) {
	var err error
	for name, value := range dials {
		if e, err = viz.Turn(e, name, value); err != nil {
			return nil, err
		}
	}
	switch len(at) {
	case 0:
		return e, nil
	case 2:
		return viz.PointAt(e, at[0], at[1]), nil
	}
	return nil, fmt.Errorf("at is %v, want a row and a column", at)
}

// buildTone builds a photo whose numbers are multiplied and added to.
func buildTone(s *Step) error {
	r := s.Widget.Params.Read()
	photo, at := r.Text("photo", "chelsea"), r.Ints("at", nil)
	times, add, cut := r.Float("times", 1), r.Float("add", 0), r.Bool("cut", false)
	if err := r.Done(); err != nil {
		return err
	}
	dials := map[string]float64{"times": times, "add": add, "cut": 0}
	if cut {
		dials["cut"] = 1
	}
	err := overPhoto(s, photo, func(p *viz.Picture) (viz.Scene, error) { return dialled(viz.NewTone(p), at, dials) })
	if t, ok := shown[*viz.Tone](s); ok {
		y, x := t.Cursor()
		maps.Copy(s.Facts, viz.Args{
			"row": y + 1, "column": x + 1, "value": viz.Number(t.Before(y, x)),
			"times": viz.Number(times), "add": viz.Number(add),
		})
	}
	return err
}

// buildTally builds a table of shapes.
func buildTally(s *Step) error {
	r := s.Widget.Params.Read().Require("shapes")
	rows := r.Grid("shapes", [][]float64{{1, 1, 1}})
	secret := r.Bool("secret", false)
	if err := r.Done(); err != nil {
		return err
	}
	var shapes [][3]int
	for _, row := range rows {
		if len(row) != 3 {
			return wrongStep(s, fmt.Errorf("shape %v has not three sides", row))
		}
		shapes = append(shapes, [3]int{int(row[0]), int(row[1]), int(row[2])})
	}
	t := viz.NewTally(shapes)
	if secret {
		t = t.Secret()
	}
	last := len(shapes) - 1
	s.Scene = t
	maps.Copy(s.Facts, viz.Args{
		"h": shapes[last][0], "w": shapes[last][1], "c": shapes[last][2], "n": viz.Grouped(t.Numbers(last)),
	})
	s.Tally = shapes
	return nil
}

// askNumbers asks how many numbers the last shape of a table holds.
func askNumbers(s *Step, ask lessons.Ask) (Prediction, error) {
	if len(s.Tally) == 0 {
		return Prediction{}, wrongStep(s, errors.New("image-numbers needs a tally widget"))
	}
	last := s.Tally[len(s.Tally)-1]
	q, err := quiz.AboutImageNumbers(last[0], last[1], last[2])
	return Prediction{Question: q, At: -1}, errors.Join(err, ask.Params.Read().Done())
}

// askPixel asks what becomes of the pixel that the step's scene points at.
func askPixel(s *Step, ask lessons.Ask) (Prediction, error) {
	t, ok := shown[*viz.Tone](s)
	if !ok {
		return Prediction{}, wrongStep(s, errors.New("pixel-value needs a tone widget"))
	}
	y, x := t.Cursor()
	r := s.Widget.Params.Read()
	q, err := quiz.AboutPixel(int(t.Before(y, x)), int(4*r.Float("times", 1)), int(r.Float("add", 0)), r.Bool("cut", false))
	return Prediction{Question: q, At: -1}, errors.Join(err, ask.Params.Read().Done())
}

// askNegative asks what turns a photo into its negative.
func askNegative(_ *Step, ask lessons.Ask) (Prediction, error) {
	return Prediction{Question: quiz.AboutNegative(), At: -1}, ask.Params.Read().Done()
}

// shown is the step's scene, if it is of a kind.
func shown[S viz.Scene](s *Step) (scene S, ok bool) {
	scene, ok = s.Scene.(S)
	return scene, ok
}
