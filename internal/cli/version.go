package cli

import (
	"runtime"
	"runtime/debug"
)

// version is the module's version where it was built from one, and what it was
// built with.
func version() string {
	name := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		name = info.Main.Version
	}
	return name + " " + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH
}
