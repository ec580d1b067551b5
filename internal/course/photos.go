package course

import (
	"errors"
	"fmt"
	"slices"

	"convtutor/internal/data"
	"convtutor/internal/workbench"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// buildPhotoKernel builds a step's filter over a whole photo, open to be changed.
func buildPhotoKernel(s *Step) error {
	r := s.Widget.Params.Read().Require("photo", "filter")
	photo, filter := r.Text("photo", ""), r.Text("filter", "")
	weights := r.Grid("weights", nil)
	s.Editing = r.Bool("edit", false)
	if err := r.Done(); err != nil {
		return err
	}
	model := workbench.Photo{Open: BuiltInPhoto}
	for _, p := range data.Photos() {
		model.Names = append(model.Names, p.Name)
	}
	model.At = slices.Index(model.Names, photo)
	known := slices.IndexFunc(viz.KnownFilters(), func(k viz.KnownFilter) bool { return k.Name == filter })
	if model.At < 0 || known < 0 {
		return wrongStep(s, fmt.Errorf("there is no photo %q or no filter %q", photo, filter))
	}
	model = model.With(known)
	if weights != nil {
		model.Weights, model.Known, model.Divisor = weights, -1, 1
	}
	if err := s.keep(model, 0); err != nil {
		return err
	}
	s.Start, s.Level = s.Animation.Steps()-1, viz.LevelRow
	least, most := s.Animation.(*viz.PhotoFilter).Range()
	s.Facts = viz.Args{"least": least, "most": most, "side": len(model.Weights)}
	return nil
}

// patch is a square of a photo's grey values: side by side pixels from corner
// (row, column, counted from 0).
func patch(photo string, corner []int, side int) ([][]float64, error) {
	p, err := BuiltInPhoto(photo)
	if err != nil {
		return nil, err
	}
	if len(corner) != 2 || corner[0] < 0 || corner[1] < 0 || corner[0]+side > p.H || corner[1]+side > p.W {
		return nil, fmt.Errorf("photo: no %d×%d pixels of %s from %v on", side, side, photo, corner)
	}
	rows := make([][]float64, side)
	for y := range rows {
		for x := range side {
			rows[y] = append(rows[y], float64(p.GreyAt(corner[0]+y, corner[1]+x)))
		}
	}
	return rows, nil
}

// askPatch asks what the step's convolution makes of a patch of its filter's size.
func askPatch(s *Step, ask lessons.Ask) (Prediction, error) {
	if s.Conv == nil {
		return Prediction{}, wrongStep(s, errors.New("patch needs a conv widget"))
	}
	p, err := problem(s)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	q, err := quiz.AboutPatch(p, viz.Words{Key: "photos.own"})
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: 0, Revealed: s.Conv.Steps() - 1}, ask.Params.Read().Done()
}

// askDivisor asks what the step's weights must be divided by.
func askDivisor(s *Step, ask lessons.Ask) (Prediction, error) {
	model, ok := s.Model.(workbench.Photo)
	if !ok {
		return Prediction{}, wrongStep(s, errors.New("divisor needs a photo-kernel widget"))
	}
	side := len(model.Weights)
	q, err := quiz.AboutDivisor(quiz.Array{Shape: []int{1, 1, side, side}, Data: slices.Concat(model.Weights...)})
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: -1}, ask.Params.Read().Done()
}
