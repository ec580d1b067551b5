// Package layers holds no code, only the test of which package may import
// which. Its one rule: a new package says here where it belongs first.
package layers

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is a package and what it may import.
type room struct {
	// path is the package's folder; "" is main.go's.
	path string
	// ours are the packages of ours that it may import.
	ours []string
	// frameworks are those of the terminal frameworks that it may import.
	frameworks []string
	// pure packages know no no disk, no network and no randomness but
	// what is handed to them.
	pure bool
}

const (
	tea      = "github.com/charmbracelet/bubbletea"
	bubbles  = "github.com/charmbracelet/bubbles"
	lipgloss = "github.com/charmbracelet/lipgloss"
	wish     = "github.com/charmbracelet/wish"
)

// frameworks are what only the screens may know. Others of the same kind stand
// here so that nobody brings one in unnoticed.
var frameworks = []string{
	tea, bubbles, lipgloss, wish,
	"github.com/charmbracelet/huh", "github.com/charmbracelet/glamour", "github.com/charmbracelet/ssh",
	"github.com/NimbleMarkets/ntcharts", "github.com/lrstanley/bubblezone",
}

// effects are what a pure package may not import. (A span of time is a number
// like others; time.Now and its like are the linter's business.)
var effects = []string{"os", "os/exec", "net", "net/http", "log", "log/slog", "math/rand", "crypto/rand", "syscall"}

var (
	engine  = []string{"internal/fault", "internal/tensor", "internal/nn", "internal/netspec"}
	picture = []string{"viz", "viz/canvas", "viz/theme", "viz/player", "viz/encode"}
	learner = []string{"internal/i18n", "internal/progress", "internal/review", "internal/session", "internal/route"}
	content = []string{"lessons", "quiz", "quiz/assignment", "quiz/exam", "quiz/format", "quiz/gift", "quiz/gradebook", "internal/course", "internal/scene", "internal/stack", "internal/digitnet", "internal/data"}
	// below is all that screens stand on.
	below = slices.Concat(engine, picture, learner, content, []string{"internal/workbench", "internal/route", "internal/tui"})
	// parts are what screens are put together from.
	parts = []string{"internal/tui/play", "internal/tui/ask", "internal/tui/bench", "internal/tui/photo"}
)

// part is a room of internal/tui that screens are put together from. It draws
// on a grid, so that lipgloss is not its business, and knows no screen.
func part(folder string, others ...string) room {
	return room{path: folder, ours: slices.Concat(below, others), frameworks: []string{tea, bubbles}}
}

// screen is a room of internal/tui that fills the terminal. It knows no other
// screen but those named.
func screen(folder string, others ...string) room {
	return part(folder, slices.Concat(parts, others)...)
}

// rooms is the house, from the ground up. internal/README.md is its map.
var rooms = []room{
	{path: "internal/tensor", pure: true},
	{path: "internal/nn/kernel", pure: true},
	{path: "internal/nn/kernel/gen"},  // writes kernel's assembly, at development time
	{path: "internal/nn/kernel/peak"}, // measures what the machine could do
	{path: "internal/fault", pure: true},
	{path: "internal/nn", ours: []string{"internal/fault", "internal/tensor", "internal/nn/kernel"}, pure: true},
	{path: "internal/netspec", ours: []string{"internal/fault", "internal/nn", "viz"}, pure: true},
	{path: "internal/solve", ours: []string{"internal/nn", "internal/tensor"}, pure: true},
	{path: "internal/history", pure: true},
	{path: "internal/data", ours: []string{"internal/fault", "internal/tensor"}},

	{path: "viz/canvas", pure: true},
	{path: "viz/theme", ours: []string{"viz/canvas"}, pure: true},
	{path: "viz/encode", ours: []string{"viz/canvas", "viz/theme"}, pure: true},
	{path: "viz", ours: []string{"viz/canvas", "internal/history", "internal/nn", "internal/tensor"}, pure: true},
	{path: "viz/player", ours: []string{"viz"}, pure: true},
	{path: "internal/viztest", ours: []string{"viz", "viz/canvas", "internal/i18n"}}, // for tests

	{path: "quiz", ours: []string{"internal/fault", "viz", "internal/keyboard", "internal/nn", "internal/tensor", "internal/netspec"}, pure: true},
	{path: "quiz/gift", ours: []string{"internal/fault", "quiz", "viz", "viz/canvas"}, pure: true},
	{path: "quiz/format", ours: []string{"quiz", "viz"}, pure: true},
	{path: "quiz/assignment", ours: []string{"internal/fault", "quiz", "viz", "internal/nn", "internal/tensor", "internal/netspec"}, pure: true},
	{path: "quiz/exam", ours: []string{"internal/fault", "quiz", "viz", "viz/canvas", "internal/wholefile"}}, // keeps journals on the disk; time is handed to it

	{path: "quiz/gradebook", ours: []string{"internal/fault", "quiz", "quiz/exam", "quiz/format", "viz", "viz/canvas"}, pure: true},

	{path: "internal/scene", ours: slices.Concat(engine, []string{"viz", "viz/canvas"}), pure: true},
	{path: "internal/digitnet", ours: slices.Concat(engine, []string{"internal/data"}), pure: true},
	{path: "internal/digitnet/train", ours: []string{"internal/data", "internal/digitnet", "internal/nn", "internal/tensor"}}, // learns the weights (at development time)
	{path: "internal/stack", ours: slices.Concat(engine, []string{"viz", "viz/canvas", "internal/history", "quiz", "internal/data", "internal/digitnet"}), pure: true},

	{path: "lessons", pure: true},
	{path: "internal/course", ours: []string{"internal/fault", "internal/netspec", "internal/scene", "internal/stack", "internal/digitnet", "internal/workbench", "internal/route", "lessons", "quiz", "quiz/assignment", "viz", "internal/nn", "internal/tensor", "internal/data"}, pure: true},

	{path: "internal/workbench", ours: slices.Concat(engine, []string{"viz", "viz/canvas", "internal/history"}), pure: true},

	{path: "internal/i18n", pure: true},
	{path: "internal/wholefile", ours: []string{"internal/fault"}},
	{path: "internal/progress", ours: []string{"internal/wholefile"}},
	{path: "internal/review", ours: []string{"internal/progress", "quiz", "viz"}, pure: true},
	{path: "internal/route", ours: []string{"internal/fault"}, pure: true},
	{path: "internal/keyboard", pure: true},
	{path: "internal/outline", ours: []string{"lessons", "internal/progress"}},
	{path: "internal/session", ours: []string{"internal/i18n", "internal/progress", "lessons", "viz", "viz/theme"}},

	{path: "internal/preset", frameworks: []string{lipgloss}}, // sets lipgloss' background before Bubble Tea asks for it
	{path: "internal/ptytest"},
	{path: "internal/ptytest/testdata/demo", ours: []string{"internal/tui/terminal"}, frameworks: []string{tea}},
	{path: "internal/ptytest/testdata/minimal", frameworks: []string{tea}},

	{
		path:       "internal/tui",
		ours:       []string{"internal/fault", "internal/session", "internal/route", "lessons", "viz", "viz/canvas", "viz/theme"},
		frameworks: []string{tea, bubbles, lipgloss},
	},
	{path: "internal/tui/terminal", ours: []string{"internal/preset", "internal/keyboard"}, frameworks: []string{tea, lipgloss}},
	part("internal/tui/play"),
	part("internal/tui/ask", "internal/tui/play"),
	part("internal/tui/bench"),
	part("internal/tui/photo", "internal/tui/play"),
	screen("internal/tui/home"),
	screen("internal/tui/glossary"),
	screen("internal/tui/coursemap", "internal/outline"),
	screen("internal/tui/settings"),
	screen("internal/tui/practice"),
	screen("internal/tui/exam"),
	screen("internal/tui/projector"),
	screen("internal/tui/review"),
	screen("internal/tui/assignment"),
	screen("internal/tui/lesson", "internal/tui/practice"),
	screen("internal/tui/lab"),
	screen("internal/tui/top", "internal/tui/terminal"), // the root model: it names no screen
	screen( // the list of screens
		"internal/tui/house", "internal/tui/top", "internal/tui/terminal", "internal/tui/home", "internal/tui/settings", "internal/tui/glossary", "internal/tui/coursemap",
		"internal/tui/practice", "internal/tui/exam", "internal/tui/projector", "internal/tui/review", "internal/tui/assignment", "internal/tui/lesson", "internal/tui/lab",
	),

	{path: "internal/plain", ours: slices.Concat(engine, picture, learner, content, []string{"internal/workbench", "internal/outline", "internal/keyboard"})},
	{path: "internal/cli", ours: slices.Concat(engine, picture, learner, content, []string{
		"internal/solve", "internal/plain", "internal/tui", "internal/tui/house", "internal/tui/top", "internal/tui/terminal", "internal/wholefile",
	})},
	{path: "internal/readme", ours: slices.Concat(learner, []string{"lessons", "internal/cli", "internal/tui/house"})}, // at development time
	{path: "internal/layers"},
	{path: "", ours: []string{"internal/cli"}},
}

// module is the prefix of our own import paths.
const module = "convtutor/"

func TestEveryPackageImportsOnlyWhatItMay(t *testing.T) {
	known := map[string]room{}
	for _, r := range rooms {
		if _, twice := known[r.path]; twice {
			t.Errorf("%q stands in the table twice", r.path)
		}
		known[r.path] = r
	}
	for folder, files := range sources(t) {
		r, ok := known[folder]
		if !ok {
			t.Errorf("%s: not in the table of layers: say where it belongs first (internal/layers)", folder)
			continue
		}
		for file, imports := range files {
			for _, imported := range imports {
				if why := r.refuses(imported); why != "" {
					t.Errorf("%s imports %s: %s", path.Join(folder, file), imported, why)
				}
			}
		}
	}
}

// refuses tells why a room may not import a package, or "".
func (r room) refuses(imported string) string {
	if ours, ok := strings.CutPrefix(imported, module); ok {
		if !slices.Contains(r.ours, ours) {
			return "not among what this room may import (internal/layers)"
		}
		return ""
	}
	if r.pure && slices.Contains(effects, imported) {
		return "disks, networks and randomness are handed to this room, never taken"
	}
	under := func(framework string) bool {
		return imported == framework || strings.HasPrefix(imported, framework+"/")
	}
	if slices.ContainsFunc(frameworks, under) && !slices.ContainsFunc(r.frameworks, under) {
		return "terminal frameworks are the screens' business"
	}
	return ""
}

// sources lists the imports of all Go files but tests, by folder and file.
func sources(t *testing.T) map[string]map[string][]string {
	t.Helper()
	root := os.DirFS(filepath.Join("..", ".."))
	found := map[string]map[string][]string{}
	err := fs.WalkDir(root, ".", func(at string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && at != ".":
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(at, ".go") || strings.HasSuffix(at, "_test.go"):
			return nil
		}
		folder := strings.TrimPrefix(path.Dir(at), ".")
		if found[folder] == nil {
			found[folder] = map[string][]string{}
		}
		found[folder][path.Base(at)] = importsOf(t, root, at)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 5 {
		t.Fatalf("only %d packages found: is this the repository?", len(found))
	}
	return found
}

func importsOf(t *testing.T, root fs.FS, at string) []string {
	t.Helper()
	text, err := fs.ReadFile(root, at)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), at, text, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	imports := make([]string, len(file.Imports))
	for i, spec := range file.Imports {
		if imports[i], err = strconv.Unquote(spec.Path.Value); err != nil {
			t.Fatal(err)
		}
	}
	return imports
}

// TestTheTableHasNoCircle orders the rooms: each may import only what can be
// built before it.
func TestTheTableHasNoCircle(t *testing.T) {
	built := map[string]bool{}
	for range rooms {
		for _, r := range rooms {
			ready := true
			for _, needed := range r.ours {
				ready = ready && (built[needed] || needed == r.path)
			}
			built[r.path] = built[r.path] || ready
		}
	}
	for _, r := range rooms {
		if !built[r.path] {
			t.Errorf("%s is part of a circle, or names a room that is not in the table", r.path)
		}
	}
}

func TestTheTableRefuses(t *testing.T) {
	pure := room{path: "viz", ours: []string{"viz/canvas"}, pure: true}
	for imported, refused := range map[string]bool{
		"convtutor/viz/canvas": false, "convtutor/internal/tui": true, "convtutor/quiz": true, tea: true, bubbles + "/key": true,
		"os": true, "time": false, "math/rand": true, "math/rand/v2": false, "strings": false, "github.com/charmbracelet/x/ansi": false,
	} {
		if got := pure.refuses(imported) != ""; got != refused {
			t.Errorf("%s: refused is %v", imported, got)
		}
	}
	if why := (room{frameworks: []string{bubbles}}).refuses(bubbles + "/key"); why != "" {
		t.Errorf("a part of bubbles was refused: %s", why)
	}
}
