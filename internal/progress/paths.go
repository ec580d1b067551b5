package progress

import (
	"errors"
	"path/filepath"
	"runtime"
)

// Paths are the two files that a learner's state is kept in: apart, so that
// settings can be carried to another machine, or mended by hand, alone.
type Paths struct {
	// Progress is what was done, Settings what was chosen.
	Progress, Settings string
}

// Find gives the files' places on this machine; none if there is no home for
// them.
func Find(getenv func(string) string) Paths {
	paths, err := PathsFor(getenv, runtime.GOOS)
	if err != nil {
		return Paths{}
	}
	return paths
}

// PathsFor gives the files' places by the environment and operating system
// (runtime.GOOS): the XDG base directories wherever they are set, else their
// defaults, on macOS ~/Library/Application Support, on Windows LocalAppData
// and AppData. It looks at no disk.
func PathsFor(getenv func(string) string, goos string) (Paths, error) {
	data, dataErr := directory(getenv, goos, "XDG_DATA_HOME", "LOCALAPPDATA", ".local/share")
	config, configErr := directory(getenv, goos, "XDG_CONFIG_HOME", "APPDATA", ".config")
	if err := errors.Join(dataErr, configErr); err != nil {
		return Paths{}, err
	}
	return Paths{
		Progress: filepath.Join(data, "convtutor", "progress.json"),
		Settings: filepath.Join(config, "convtutor", "settings.json"),
	}, nil
}

// directory gives a base directory: that of the variable xdg if it is an
// absolute path (the specification has others ignored), else the system's.
func directory(getenv func(string) string, goos, xdg, windows, unix string) (string, error) {
	if dir := getenv(xdg); filepath.IsAbs(dir) {
		return dir, nil
	}
	home := getenv("HOME")
	if goos == "windows" {
		if dir := getenv(windows); dir != "" {
			return dir, nil
		}
		home = getenv("USERPROFILE")
	}
	switch {
	case home == "":
		return "", errors.New("progress: no home directory: neither HOME nor " + xdg + " is set")
	case goos == "darwin":
		return filepath.Join(home, "Library", "Application Support"), nil
	default:
		return filepath.Join(home, filepath.FromSlash(unix)), nil
	}
}
