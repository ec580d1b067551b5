package progress

import (
	"path/filepath"
	"testing"
)

func TestPathsFollowTheSystem(t *testing.T) {
	for _, c := range []struct {
		goos string
		env  map[string]string
		want Paths
	}{
		{"linux", map[string]string{"HOME": "/h"}, Paths{"/h/.local/share/convtutor/progress.json", "/h/.config/convtutor/settings.json"}},
		{
			"linux",
			map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"},
			Paths{"/d/convtutor/progress.json", "/c/convtutor/settings.json"},
		},
		{
			"freebsd",
			map[string]string{"HOME": "/h", "XDG_DATA_HOME": "relative"},
			Paths{"/h/.local/share/convtutor/progress.json", "/h/.config/convtutor/settings.json"},
		},
		{
			"darwin",
			map[string]string{"HOME": "/h"},
			Paths{
				"/h/Library/Application Support/convtutor/progress.json",
				"/h/Library/Application Support/convtutor/settings.json",
			},
		},
		{
			"darwin",
			map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "/c"},
			Paths{"/h/Library/Application Support/convtutor/progress.json", "/c/convtutor/settings.json"},
		},
		{
			"windows",
			map[string]string{"LOCALAPPDATA": "/l", "APPDATA": "/a", "USERPROFILE": "/u"},
			Paths{"/l/convtutor/progress.json", "/a/convtutor/settings.json"},
		},
		{"linux", map[string]string{"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"}, Paths{"/d/convtutor/progress.json", "/c/convtutor/settings.json"}},
	} {
		got, err := PathsFor(func(name string) string { return c.env[name] }, c.goos)
		want := Paths{filepath.FromSlash(c.want.Progress), filepath.FromSlash(c.want.Settings)}
		if err != nil || got != want {
			t.Errorf("%s %v: %+v, %v", c.goos, c.env, got, err)
		}
	}
	if _, err := PathsFor(func(string) string { return "" }, "linux"); err == nil {
		t.Error("a place was found without a home")
	}
	s, notices := Open(Find(func(string) string { return "" }))
	if len(notices) != 1 || notices[0].Key != "progress.nowhere" {
		t.Errorf("notices %v", notices)
	}
	s.Apply(everything()...)
	checkEverything(t, s.State())
}
