package course

import (
	"errors"
	"fmt"
	"image"
	"image/draw"

	"convtutor/internal/data"
	"convtutor/internal/nn"
	"convtutor/internal/scene"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// digitSheet is a handwritten digit as a small picture.
func digitSheet(number int) (scene.Sheet, error) {
	digits, err := data.Digits()
	if err != nil {
		return scene.Sheet{}, err
	}
	if number < 0 || number >= len(digits) {
		return scene.Sheet{}, fmt.Errorf("lessons: there is no digit number %d", number)
	}
	s := scene.Sheet{Size: nn.Square(data.DigitSide), Most: data.DigitInk}
	for _, v := range digits[number].Pixels {
		s.Values = append(s.Values, float64(v))
	}
	return s, nil
}

// buildUnroll builds a digit written in one row.
func buildUnroll(s *Step) error {
	r := s.Widget.Params.Read()
	sheet, err := digitSheet(r.Int("digit", 0))
	if err != nil {
		return err
	}
	if err := r.Done(); err != nil {
		return err
	}
	s.Facts = viz.Args{"picture": sign(sheet.Size), "n": len(sheet.Values)}
	s.Animation, err = scene.NewUnroll(sheet)
	return err
}

// buildApart builds a digit whose neighbours are looked for in the row.
func buildApart(s *Step) error {
	r := s.Widget.Params.Read()
	sheet, err := digitSheet(r.Int("digit", 0))
	if err != nil {
		return err
	}
	shuffles := r.Bool("shuffle", false)
	if err := r.Done(); err != nil {
		return err
	}
	s.Facts = viz.Args{"picture": sign(sheet.Size), "n": len(sheet.Values), "apart": sheet.Size.W}
	s.Scene, err = scene.NewApart(sheet, shuffles)
	return err
}

// buildPlaces builds a small colour photo whose pixels are looked for in the row.
func buildPlaces(s *Step) error {
	r := s.Widget.Params.Read()
	name, side := r.Text("photo", "chelsea"), r.Int("side", 32)
	if err := r.Done(); err != nil {
		return err
	}
	img, err := data.PhotoImage(name)
	if err != nil || side < 1 || side > 64 {
		return wrongStep(s, fmt.Errorf("there is no photo %q of side %d", name, side))
	}
	p := viz.NewPicture(data.Fit(squared(img), side, side))
	s.Facts = viz.Args{"shape": viz.Volume{H: p.H, W: p.W, C: 3}.Shape(), "n": p.H * p.W * 3}
	s.Scene, err = scene.NewPhoto(p)
	return err
}

// askFlat asks about a picture written in one row: its length, a place in it,
// or how far apart two neighbours come to stand.
func askFlat(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("shape")
	what, shape := r.Choice("what", "length", "place", "apart"), r.Ints("shape", nil)
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	if len(shape) != 3 {
		return Prediction{}, wrongStep(s, errors.New("a shape is height, width, channels"))
	}
	q, err := quiz.AboutFlat(what, shape[0], shape[1], shape[2])
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	s.Facts["shape"], s.Facts["next"] = viz.Volume{H: shape[0], W: shape[1], C: shape[2]}.Shape(), shape[2]
	if _, ok := s.Animation.(*viz.Chain); ok { // its first layer flattens
		return Prediction{Question: q, At: s.Start, Revealed: s.Start + 1}, nil
	}
	return Prediction{Question: q, At: -1}, nil
}

// askFlatInput asks which pictures a fully connected layer takes that has so
// many inputs.
func askFlatInput(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("inputs", "shapes")
	inputs := r.Int("inputs", 1)
	var shapes [][3]int
	for _, row := range r.Grid("shapes", nil) {
		if len(row) != 3 {
			return Prediction{}, wrongStep(s, errors.New("a shape is height, width, channels"))
		}
		shapes = append(shapes, [3]int{int(row[0]), int(row[1]), int(row[2])})
	}
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	q, err := quiz.AboutFlatInput(inputs, shapes)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	s.Facts["inputs"] = inputs
	return Prediction{Question: q, At: -1}, nil
}

// squared is the middle of an image, as wide as high.
func squared(img image.Image) image.Image {
	b := img.Bounds()
	side := min(b.Dx(), b.Dy())
	from := b.Min.Add(image.Pt((b.Dx()-side)/2, (b.Dy()-side)/2))
	out := image.NewNRGBA(image.Rect(0, 0, side, side))
	draw.Draw(out, out.Bounds(), img, from, draw.Src)
	return out
}
