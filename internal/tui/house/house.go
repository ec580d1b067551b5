// Package house puts the screens together: which maker makes which route, and
// what the search finds. Its one rule: a new screen is one line here.
package house

import (
	"github.com/charmbracelet/colorprofile"

	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/assignment"
	"convtutor/internal/tui/coursemap"
	"convtutor/internal/tui/glossary"
	"convtutor/internal/tui/home"
	"convtutor/internal/tui/lab"
	"convtutor/internal/tui/lesson"
	"convtutor/internal/tui/practice"
	"convtutor/internal/tui/projector"
	"convtutor/internal/tui/review"
	"convtutor/internal/tui/settings"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/viz"
	"convtutor/viz/encode"
	"convtutor/viz/theme"
)

// makers make the screens, by the first part of a route.
func makers() top.Makers {
	return top.Makers{
		"assignment": assignment.Maker,
		"glossary":   glossary.Maker,
		"home":       home.Maker,
		"lab":        lab.Maker,
		"lesson":     lesson.Maker,
		"quiz":       practice.Maker,
		"known":      review.KnownMaker,
		"map":        coursemap.Maker,
		"project":    projector.Maker,
		"review":     review.Maker,
		"settings":   settings.Maker(theme.Names()),
	}
}

// Check says whether a route leads somewhere, before a screen is opened for it.
func Check(s *session.Session, route tui.Route) error {
	maker, ok := makers()[route.Screen]
	if !ok {
		return &routeError{route: route.String()}
	}
	_, err := maker(s, route)
	return err
}

// Model is the whole program as one model, at a route.
func Model(s *session.Session, caps terminal.Capabilities, route tui.Route, notices []progress.Notice) *top.Model {
	m := top.New(top.Options{
		Session: s,
		Makers:  makers(),
		Look:    Look(profile(caps.Color), !caps.UTF8),
		Find:    finder,
		Themes:  theme.Names(),
		Home:    tui.Route{Screen: "home"},
	}, route)
	for _, n := range notices {
		m.Tell(viz.Words{Key: n.Key, Args: n.Args})
	}
	return m
}

// Look makes encoders for a terminal that shows the colours of profile, in
// ASCII alone if its locale knows no more.
func Look(profile colorprofile.Profile, ascii bool) top.Look {
	return func(name string) *encode.Encoder {
		t, ok := theme.ByName(name)
		if !ok {
			t, _ = theme.ByName(theme.Dark)
		}
		return encode.NewEncoder(encode.NewPalette(t, profile, ascii))
	}
}

// profile is the colour library's name for a terminal's colours.
func profile(depth terminal.ColorDepth) colorprofile.Profile {
	switch depth {
	case terminal.TrueColor:
		return colorprofile.TrueColor
	case terminal.Colors256:
		return colorprofile.ANSI256
	case terminal.Colors16:
		return colorprofile.ANSI
	}
	return colorprofile.Ascii
}
