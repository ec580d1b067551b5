package course

import (
	"errors"
	"slices"

	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// tasksPhoto is the photo of the four tasks, rocket the rule that finds the
// rocket in it: warm and lit, connected, above the
// lamps on the ground.
const tasksPhoto = "rocket"

var rocket = viz.Region{Y: 50, X: 64, Bottom: 72, Warmth: -8, Light: 120}

// buildTasks builds the photo with the answers of four tasks.
func buildTasks(s *Step) error {
	r := s.Widget.Params.Read()
	tasks := []string{"classification", "detection", "segmentation", "generation"}
	task := r.Choice("task", tasks...)
	if err := r.Done(); err != nil {
		return err
	}
	err := overPhoto(s, tasksPhoto, func(p *viz.Picture) (viz.Scene, error) {
		return viz.Turn(viz.NewTasks(p, rocket), "task", float64(slices.Index(tasks, task)))
	})
	s.Over = nil // the rule is about this photo alone
	return err
}

// askMask asks how many numbers a mask has: of a photo of the size named, else
// of the step's own.
func askMask(s *Step, ask lessons.Ask) (Prediction, error) {
	t, ok := shown[*viz.Tasks](s)
	if !ok {
		return Prediction{}, wrongStep(s, errors.New("mask-numbers needs a tasks widget"))
	}
	h, w := t.Size()
	r := ask.Params.Read()
	if size := r.Ints("size", []int{h, w}); len(size) == 2 {
		h, w = size[0], size[1]
	}
	s.Facts["mask_h"], s.Facts["mask_w"], s.Facts["mask"] = h, w, viz.Grouped(h*w)
	q, err := quiz.AboutImageNumbers(h, w, 1)
	return Prediction{Question: q, At: -1}, errors.Join(err, r.Done())
}

// askBoxes asks how many numbers the boxes round so many things have.
func askBoxes(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("things")
	things := r.Int("things", 1)
	s.Facts["things"] = things
	return Prediction{Question: quiz.AboutBoxes(things), At: -1}, r.Done()
}
