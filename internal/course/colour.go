package course

import (
	"errors"
	"maps"

	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// buildSplit builds a photo taken apart into its channels.
func buildSplit(s *Step) error {
	r := s.Widget.Params.Read()
	photo, at, off := r.Text("photo", "chelsea"), r.Ints("at", nil), r.Texts("off", nil)
	if err := r.Done(); err != nil {
		return err
	}
	return overPhoto(s, photo, func(p *viz.Picture) (viz.Scene, error) {
		dials := map[string]float64{}
		for _, name := range off {
			if !p.Grey { // a grey photo has no channels to switch off
				dials[name] = 0
			}
		}
		return dialled(viz.NewSplit(p), at, dials)
	})
}

// buildModels builds a photo with one pixel in several languages of colour.
func buildModels(s *Step) error {
	r := s.Widget.Params.Read()
	photo, at, veil := r.Text("photo", "chelsea"), r.Ints("at", nil), r.Text("veil", "")
	lab := r.Bool("lab", true)
	if err := r.Done(); err != nil {
		return err
	}
	err := overPhoto(s, photo, func(p *viz.Picture) (viz.Scene, error) {
		m := viz.NewModels(p).Veiled(veil)
		if !lab {
			m = m.WithoutLab()
		}
		return dialled(m, at, nil)
	})
	if m, ok := shown[*viz.Models](s); ok {
		red, green, blue := m.Colour().Parts()
		maps.Copy(s.Facts, viz.Args{"r": int(red), "g": int(green), "b": int(blue)})
	}
	return err
}

// askColour asks for V of the pixel that the step's scene points at, or for
// how grey it is.
func askColour(s *Step, ask lessons.Ask) (Prediction, error) {
	m, ok := shown[*viz.Models](s)
	if !ok {
		return Prediction{}, wrongStep(s, errors.New("colour-value needs a models widget"))
	}
	r := ask.Params.Read()
	about := quiz.AboutValue
	if r.Choice("of", "value", "grey") == "grey" {
		about = quiz.AboutGrey
	}
	red, green, blue := m.Colour().Parts()
	return Prediction{Question: about(red, green, blue), At: -1}, r.Done()
}

// askLight asks which number of the pixel stays when the light is halved.
func askLight(s *Step, ask lessons.Ask) (Prediction, error) {
	m, ok := shown[*viz.Models](s)
	if !ok {
		return Prediction{}, wrongStep(s, errors.New("light needs a models widget"))
	}
	q, err := quiz.AboutLight(m.Colour().Parts())
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: -1}, ask.Params.Read().Done()
}

// askImageShape asks for the last shape of a table.
func askImageShape(s *Step, ask lessons.Ask) (Prediction, error) {
	if len(s.Tally) == 0 {
		return Prediction{}, wrongStep(s, errors.New("image-shape needs a tally widget"))
	}
	last := s.Tally[len(s.Tally)-1]
	if last[2] == 6 {
		return Prediction{Question: quiz.AboutStacked(last[0], last[1]), At: -1}, ask.Params.Read().Done()
	}
	q, err := quiz.AboutImageShape(last[0], last[1], last[2])
	return Prediction{Question: q, At: -1}, errors.Join(err, ask.Params.Read().Done())
}
