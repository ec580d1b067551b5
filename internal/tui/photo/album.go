// Package photo shows real photos: zoomed into their numbers, or with a filter
// run over all of them. Its one rule: the pictures are viz's, here are keys and
// the choice of photo and filter.
package photo

import (
	"convtutor/internal/course"
	"convtutor/internal/data"
	"convtutor/internal/fault"
	"convtutor/internal/session"
	"convtutor/viz"
)

// Album is the photos that one can go through: the learner's own first.
type Album struct {
	session *session.Session
	own     *viz.Picture
	at      int
}

// NewAlbum opens at a photo by name, or at the learner's own if there is one.
func NewAlbum(s *session.Session, name string) (*Album, error) {
	a := &Album{session: s}
	if s.Image != "" {
		var err error
		a.own, err = course.OwnPhoto(s.Image)
		return a, err
	}
	for i, p := range data.Photos() {
		if p.Name == name {
			a.at = i
			return a, nil
		}
	}
	return nil, fault.New("error.photo", fault.Args{"name": name}, "photo: there is no %q", name)
}

// len is how many photos there are.
func (a *Album) len() int {
	n := len(data.Photos())
	if a.own != nil {
		n++
	}
	return n
}

// HasOwn says that the learner has brought a picture.
func (a *Album) HasOwn() bool { return a.own != nil }

// Next goes on to the next photo, round and round.
func (a *Album) Next() { a.at = (a.at + 1) % a.len() }

// Picture is the photo at hand.
func (a *Album) Picture() (*viz.Picture, error) {
	i := a.at
	if a.own != nil {
		if i == 0 {
			return a.own, nil
		}
		i--
	}
	return course.BuiltInPhoto(data.Photos()[i].Name)
}

// name is the photo's name in routes.
func (a *Album) name() string {
	i := a.at
	if a.own != nil {
		if i == 0 {
			return data.FileName(a.session.Image)
		}
		i--
	}
	return data.Photos()[i].Name
}
