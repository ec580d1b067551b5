// Package wholefile puts files in place in a single step. Its one rule: a crash
// at any moment leaves the old file or the new one, whole.
package wholefile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"convtutor/internal/fault"
)

// Write puts a text in the place of a file, or makes it with the given
// permissions; a file that is there keeps its own. A link stays a link. What is
// no ordinary file (a folder, a device) stays as it is, and the error says so;
// every error names the file that was asked for.
func Write(path string, text []byte, mode fs.FileMode) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return fault.New("error.file.unwritable", fault.Args{"name": path}, "%s: not a file that can be written over", path).
				WithHint("error.hint.other_file", nil, "take another name")
		}
		mode = info.Mode().Perm()
	}
	folder := filepath.Dir(path)
	file, err := os.CreateTemp(folder, "."+filepath.Base(path)+".new-*")
	if err != nil {
		return named(err, path)
	}
	_, err = file.Write(text)
	err = errors.Join(err, file.Chmod(mode), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return named(errors.Join(err, os.Remove(file.Name())), path)
	}
	syncFolder(folder)
	return nil
}

// named says of the file that was asked for what went wrong with the one that
// was to take its place.
func named(err error, path string) error {
	op := "write"
	if at := (*fs.PathError)(nil); errors.As(err, &at) {
		op, err = at.Op, at.Err
	} else if at := (*os.LinkError)(nil); errors.As(err, &at) {
		op, err = at.Op, at.Err
	}
	return &fs.PathError{Op: op, Path: path, Err: err}
}

// syncFolder brings a name to the disk too; not every system can.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
