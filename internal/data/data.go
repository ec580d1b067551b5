// Package data holds the built-in pictures: photos and small handwritten
// digits, and reads a learner's own picture. Its one rule: nothing is decoded
// before it is asked for, and nothing from outside before it is measured.
package data

import (
	"bytes"
	"embed"
	"fmt"
	"image"
	_ "image/png" // the built-in photos
	"sync"

	"convtutor/internal/fault"
)

//go:embed photos/*.png
var photoFiles embed.FS

//go:embed NOTICE
var notice string

// Credits names who made the pictures and on what terms they are used, for the
// program's help.
func Credits() string { return notice }

// Photo is a built-in photograph.
type Photo struct {
	// Name is its file's name and its name in routes, such as "chelsea".
	Name string
	// Grey tells that it has one channel.
	Grey bool
	read func() (image.Image, error)
}

// Image decodes the photo: its long side has 128 pixels. Decoded once.
func (p Photo) Image() (image.Image, error) { return p.read() }

var photos = []Photo{
	photo("chelsea", false), photo("coffee", false), photo("rocket", false), photo("astronaut", false),
	photo("camera", true), photo("brick", true), photo("clock", true),
}

// Photos lists the built-in photos, those in colour first.
func Photos() []Photo { return append([]Photo(nil), photos...) }

// PhotoNamed gives a built-in photo by name.
func PhotoNamed(name string) (Photo, bool) {
	for _, p := range photos {
		if p.Name == name {
			return p, true
		}
	}
	return Photo{}, false
}

// PhotoImage decodes a built-in photo by its name.
func PhotoImage(name string) (image.Image, error) {
	p, ok := PhotoNamed(name)
	if !ok {
		return nil, fault.New("error.photo", fault.Args{"name": name}, "photo: there is no %q", name)
	}
	return p.Image()
}

func photo(name string, grey bool) Photo {
	return Photo{Name: name, Grey: grey, read: sync.OnceValues(func() (image.Image, error) {
		file, err := photoFiles.ReadFile("photos/" + name + ".png")
		if err != nil {
			return nil, fmt.Errorf("photo %s: %w", name, err)
		}
		img, _, err := image.Decode(bytes.NewReader(file))
		if err != nil {
			return nil, fmt.Errorf("photo %s: %w", name, err)
		}
		return img, nil
	})}
}
