package cli

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/house"
	"convtutor/lessons"
	"convtutor/viz/canvas"
	"convtutor/viz/encode"
	"convtutor/viz/theme"
)

// rendering is what a file is made from.
type rendering struct {
	grid  *canvas.Grid
	theme theme.Theme
	title string
}

// renderers make files, by the ending of their names: a new one is a line here.
var renderers = map[string]func(rendering) string{
	".md": func(r rendering) string { return "```text\n" + lines(r.grid) + "```\n" },
	".svg": func(r rendering) string {
		return encode.SVG(r.grid, r.theme, encode.SVGOptions{Title: r.title, Frame: true})
	},
	".txt": func(r rendering) string { return lines(r.grid) },
}

// lines is a grid as text, without the empty rows at its end.
func lines(g *canvas.Grid) string {
	return strings.TrimRight(strings.Join(encode.Text(g), "\n"), "\n") + "\n"
}

// renderCommand draws a place of the program into a file.
func (a *app) renderCommand() *cobra.Command {
	var out, size, keys string
	var step int
	c := &cobra.Command{
		Use:  "render ROUTE -o FILE",
		Args: a.atMostOne,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || out == "" {
				return a.usage("cli.render.error.missing", nil, "cli.render.hint.missing")
			}
			return a.render(args[0], size, out, house.Still{Step: step, Keys: strings.Fields(keys)})
		},
	}
	a.describe(c, "render")
	f := c.Flags()
	f.StringVarP(&out, "output", "o", "", a.text("cli.render.flag.output", map[string]any{"endings": endings()}))
	f.StringVar(&size, "size", "80x24", a.text("cli.render.flag.size", nil))
	f.StringVar(&keys, "keys", "", a.text("cli.render.flag.keys", nil))
	f.IntVar(&step, "step", 0, a.text("cli.render.flag.step", nil))
	return c
}

// endings lists the kinds of file there are.
func endings() string { return strings.Join(slices.Sorted(maps.Keys(renderers)), ", ") }

func (a *app) render(route, size, out string, still house.Still) error {
	produce, ok := renderers[strings.ToLower(filepath.Ext(out))]
	if !ok {
		return a.usage("cli.render.error.ending", map[string]any{"file": out, "endings": endings()}, "")
	}
	var err error
	if still.Route, err = tui.ParseRoute(route); err != nil {
		return misuse(err)
	}
	if still.Width, still.Height, ok = columnsAndRows(size); !ok {
		return a.usage("cli.render.error.size", map[string]any{"size": size}, "")
	}
	s, err := a.freshSession()
	if err != nil {
		return err
	}
	grid, err := house.Picture(s, still)
	if err != nil {
		return misuse(err)
	}
	look, _ := theme.ByName(s.Theme) // checked with the flags
	title := "convtutor " + still.Route.String()
	return replaceFile(out, produce(rendering{grid: grid, theme: look, title: title}))
}

// columnsAndRows reads a size like "80x24".
func columnsAndRows(size string) (columns, rows int, ok bool) {
	var rest string
	n, _ := fmt.Sscanf(strings.ReplaceAll(size, "×", "x")+" .", "%dx%d %s", &columns, &rows, &rest)
	return columns, rows, n == 3 && rest == "."
}

// freshSession is that of a learner who has just come: files made from it are
// the same whoever makes them, and whenever.
func (a *app) freshSession() (*session.Session, error) {
	course, err := lessons.Open()
	if err != nil {
		return nil, err
	}
	language := a.flags.lang
	if language == "" {
		language = a.words.Language().Code
	}
	return session.New(session.Config{
		Bundle: a.bundle, Course: course, Progress: progress.NewMemory(),
		Now: func() time.Time { return time.Unix(0, 0).UTC() }, Seed: 1,
		Language: language, Theme: a.flags.theme, Still: true, Image: a.flags.image,
	}), nil
}
