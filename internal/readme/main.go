// Command readme writes what is generated in README.md, its pictures, and the
// list of decisions. Its one rule: all of it comes out of the program itself,
// and comes out the same on every machine.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

//go:generate go run .

func main() {
	if err := write(filepath.Join("..", "..")); err != nil {
		fmt.Fprintln(os.Stderr, "readme:", err)
		os.Exit(1)
	}
}

// write brings every generated file below the repository's root up to date.
func write(root string) error {
	files, err := generate(root)
	if err != nil {
		return err
	}
	if err := dropOldPictures(root, files); err != nil {
		return err
	}
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// dropOldPictures removes pictures that nothing makes any more.
func dropOldPictures(root string, files map[string]string) error {
	found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pictureFolder), "*"))
	for _, path := range found {
		if _, made := files[pictureFolder+"/"+filepath.Base(path)]; !made {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	return err
}
