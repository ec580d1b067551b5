package house

import (
	"convtutor/internal/data"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	examscreen "convtutor/internal/tui/exam"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/quiz/exam"
	"convtutor/viz"
	"convtutor/viz/theme"
)

// Exam is the program while an exam is sat: its two screens, and no other that
// could be opened from them.
func Exam(s *session.Session, caps terminal.Capabilities, entrance *exam.Entrance) *top.Model {
	first := examscreen.DoorRoute
	if entrance.Sitting() != nil {
		first = examscreen.Route
	}
	return top.New(top.Options{
		Session: s,
		Makers: top.Makers{
			examscreen.DoorRoute.Screen: examscreen.DoorMaker(entrance),
			examscreen.Route.Screen:     examscreen.Maker(entrance, picture(s)),
		},
		Look:   Look(profile(caps.Color), !caps.UTF8),
		Themes: theme.Names(),
		Home:   first,
	}, first)
}

// picture draws the picture of an exam's question: a screen of the program, or
// a file.
func picture(s *session.Session) examscreen.Drawer {
	return func(f tui.Frame, p exam.Picture) error {
		if p.File != "" {
			return drawFile(f, p.File)
		}
		route, err := tui.ParseRoute(p.Route)
		if err != nil {
			return err
		}
		maker, ok := makers()[route.Screen]
		if !ok {
			return &routeError{route: route.String()}
		}
		screen, err := maker(s.Apart(), route) // a picture is no visit
		if err != nil {
			return err
		}
		screen.Draw(tui.NewFrame(f.Grid, f.Area, nil, nil)) // to be looked at: nothing in it answers to the mouse
		return nil
	}
}

// drawFile draws a picture file as large as there is room, two pixels a cell.
func drawFile(f tui.Frame, path string) error {
	img, err := data.LoadImage(path)
	if err != nil {
		return err
	}
	shown := viz.NewPicture(data.Fit(img, f.Area.W, 2*f.Area.H))
	part := f.Grid.Part(f.Area)
	for y := 0; y < shown.H; y += 2 {
		for x := range shown.W {
			below := shown.At(y, x)
			if y+1 < shown.H {
				below = shown.At(y+1, x)
			}
			part.Pixel(x, y/2, shown.At(y, x), below)
		}
	}
	return nil
}
