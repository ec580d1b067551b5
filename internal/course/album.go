package course

import (
	"fmt"

	"convtutor/internal/data"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// maxOwnSide bounds the learner's own picture, in pixels: as much as a terminal
// shows, and quick to filter at every key.
const maxOwnSide = 256

// OwnPhoto is the learner's own picture, small enough to be seen and filtered.
func OwnPhoto(file string) (*viz.Picture, error) {
	img, err := data.LoadImage(file)
	if err != nil {
		return nil, err
	}
	return viz.NewPicture(data.Fit(img, maxOwnSide, maxOwnSide)), nil
}

// BuiltInPhoto is a built-in photo by name.
func BuiltInPhoto(name string) (*viz.Picture, error) {
	img, err := data.PhotoImage(name)
	if err != nil {
		return nil, err
	}
	return viz.NewPicture(img), nil
}

// LabPhoto is where free play with a photo begins: the built-in photos to choose
// from, before them the learner's own picture, if own names its file. The error
// says why that cannot be read.
func LabPhoto(own string) (workbench.OpenPhoto, error) {
	model := workbench.OpenPhoto{Photo: workbench.Photo{Open: BuiltInPhoto}}
	if own != "" {
		picture, err := OwnPhoto(own)
		if err != nil {
			return model, err
		}
		name := OwnName(own)
		model.Names = append(model.Names, name)
		model.Open = func(wanted string) (*viz.Picture, error) {
			if wanted == name {
				return picture, nil
			}
			return BuiltInPhoto(wanted)
		}
	}
	for _, p := range data.Photos() {
		model.Names = append(model.Names, p.Name)
	}
	model.Photo = model.With(0)
	return model, nil
}

// OwnName is the name of the learner's own picture in routes; none of the
// built-in ones has it.
func OwnName(file string) string {
	name := data.FileName(file)
	if _, taken := data.PhotoNamed(name); taken {
		return fmt.Sprintf("own-%s", name)
	}
	return name
}
