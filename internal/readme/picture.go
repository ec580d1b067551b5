package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// pictureFolder is where pictures are, from the root.
const pictureFolder = "internal/readme/pictures"

// picture is a moment of the program, drawn in each language dark and light.
type picture struct {
	name      string
	route     string
	size      string
	step      int
	keys      string
	languages []string
}

// pictures are those that README.md shows.
var pictures = []picture{
	{name: "window", route: "lesson/cnn/conv#slide", size: "84x25", step: 30, languages: []string{"en", "ko"}},
	{name: "photo", route: "lab/photo?photo=chelsea&filter=edges", size: "84x25", languages: []string{"en"}},
	{name: "assignment", route: "assignment", size: "84x20", keys: "718x1278x3 enter", languages: []string{"en", "ko"}},
}

// command is what draws the picture, as one would type it.
func (p picture) command(language, theme, file string) []string {
	words := []string{"render", p.route, "--size", p.size, "--lang", language, "--theme", theme}
	if p.step > 0 {
		words = append(words, "--step", strconv.Itoa(p.step))
	}
	if p.keys != "" {
		words = append(words, "--keys", p.keys)
	}
	return append(words, "-o", file)
}

// draw adds the picture's files.
func (p picture) draw(files map[string]string) error {
	folder, err := os.MkdirTemp("", "readme")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // a temporary folder that stays harms nobody
	for _, language := range p.languages {
		for _, theme := range []string{"dark", "light"} {
			name := p.file(language, theme)
			file := filepath.Join(folder, path.Base(name))
			r, err := run("", p.command(language, theme, file))
			if err != nil {
				return err
			}
			if r.status != 0 {
				return fmt.Errorf("status %d: %s", r.status, r.errs)
			}
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			files[name] = string(text)
		}
	}
	return nil
}

func (p picture) file(language, theme string) string {
	return path.Join(pictureFolder, p.name+"-"+language+"-"+theme+".svg")
}

// pictureLink shows a picture, dark to those who read in the dark: its mark
// says name, language and what is to be seen.
func pictureLink(mark string) (string, error) {
	words := strings.SplitN(mark, " ", 3)
	if len(words) < 3 {
		return "", fmt.Errorf("a picture needs a name, a language and what is to be seen")
	}
	name, language, alt := words[0], words[1], words[2]
	for _, p := range pictures {
		if p.name != name {
			continue
		}
		for _, l := range p.languages {
			if l == language {
				return fmt.Sprintf(`<picture>
  <source media="(prefers-color-scheme: dark)" srcset="%s">
  <img alt="%s" src="%s">
</picture>`, p.file(language, "dark"), alt, p.file(language, "light")), nil
			}
		}
	}
	return "", fmt.Errorf("there is no picture %s in %s", name, language)
}
