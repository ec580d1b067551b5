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

// LabPhoto is where free play with a photo begins: the built-in photos to choose
// from, before them the learner's own picture, if own names its file. The error
// says why that cannot be read.
func LabPhoto(own string) (workbench.OpenPhoto, error) {
	model := workbench.OpenPhoto{Photo: workbench.Photo{Open: openPhoto}}
	if own != "" {
		img, err := data.LoadImage(own)
		if err != nil {
			return model, err
		}
		name, picture := OwnName(own), viz.NewPicture(data.Fit(img, maxOwnSide, maxOwnSide))
		model.Names = append(model.Names, name)
		model.Open = func(wanted string) (*viz.Picture, error) {
			if wanted == name {
				return picture, nil
			}
			return openPhoto(wanted)
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
