package wholefile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"convtutor/internal/wholefile"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := wholefile.Write(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != text {
		t.Fatalf("read %q, %v", got, err)
	}
}

func TestNothingElseIsLeft(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.json")
	write(t, path, "one")
	write(t, path, "a second text, longer")
	write(t, path, "")
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("left: %v, %v", entries, err)
	}
}

func TestPermissionsAndLinksStay(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions and links are others there")
	}
	folder := t.TempDir()
	path, link := filepath.Join(folder, "real"), filepath.Join(folder, "link")
	if err := os.WriteFile(path, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	write(t, link, "text")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
	made := filepath.Join(folder, "made")
	write(t, made, "text")
	if info, err := os.Stat(made); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the new file is %v, %v", info.Mode(), err)
	}
}

func TestAFolderStays(t *testing.T) {
	folder := t.TempDir()
	if err := wholefile.Write(folder, []byte("text"), 0o600); err == nil {
		t.Error("a folder was written over")
	}
	asked := filepath.Join(folder, "none", "a")
	err := wholefile.Write(asked, nil, 0o600)
	var at *fs.PathError
	if !errors.As(err, &at) || at.Path != asked || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("written into a folder that is not there: %v", err)
	}
}
