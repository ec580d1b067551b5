package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs the program with nothing from outside but its words, and gives
// what it wrote to standard error and its status.
func call(t *testing.T, args ...string) (stderr string, status int) {
	t.Helper()
	nowhere, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer nowhere.Close() //nolint:errcheck // nothing is written
	var errs bytes.Buffer
	status = Main(Process{
		Args: args, Getenv: func(string) string { return "" },
		Stdin: nowhere, Stdout: nowhere, Stderr: &errs,
	})
	return errs.String(), status
}

func rendered(t *testing.T, file string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), file)
	if errs, status := call(t, append([]string{"render", "-o", path}, args...)...); status != StatusDone {
		t.Fatalf("render %v: status %d: %s", args, status, errs)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestRenderWritesEveryKindOfFile(t *testing.T) {
	route := []string{"lesson/cnn/conv#slide", "--step", "30", "--lang", "en"}
	text := rendered(t, "a.txt", route...)
	if !strings.Contains(text, "window 4/9 · product 3/9") {
		t.Errorf("step 30 is not shown:\n%s", text)
	}
	if md := rendered(t, "a.MD", route...); md != "```text\n"+text+"```\n" {
		t.Errorf("Markdown is not the text in a fence:\n%s", md)
	}
	svg := rendered(t, "a.svg", route...)
	if !strings.HasPrefix(svg, "<svg ") || !strings.Contains(svg, "product 3/9") {
		t.Errorf("no SVG of step 30:\n%s", svg)
	}
	if again := rendered(t, "a.svg", route...); again != svg {
		t.Error("the same command made another file")
	}
	if light := rendered(t, "a.svg", append(route, "--theme", "light")...); light == svg {
		t.Error("--theme changes nothing")
	}
}

func TestRenderKnowsEveryScreen(t *testing.T) {
	for _, route := range []string{"home", "lesson/cnn/conv", "assignment", "quiz", "quiz/output-size/2/7", "lab", "lab/photo", "settings"} {
		for _, size := range []string{"60x20", "80x24", "140×45"} {
			text := rendered(t, "a.txt", route, "--size", size, "--lang", "ko")
			if rows := strings.Count(text, "\n"); !strings.Contains(text, "convtutor") || rows < 19 {
				t.Errorf("%s at %s: %d rows:\n%s", route, size, rows, text)
			}
		}
	}
}

func TestRenderPressesKeys(t *testing.T) {
	wrong := rendered(t, "a.txt", "assignment", "--lang", "en", "--keys", "718x1278x3 enter")
	if !strings.Contains(wrong, "✗ Q1 dimension") {
		t.Errorf("the answer was not given:\n%s", wrong)
	}
	// What is computed in the background is there: the size of the tensor.
	right := rendered(t, "a.txt", "home", "--lang", "en", "--keys", "/ assignment enter 718x1278x6 enter", "--size", "100x30")
	if !strings.Contains(right, "Assignment ›") || !strings.Contains(right, "5,505,624") {
		t.Errorf("the search does not lead to the assignment, or it is not computed:\n%s", right)
	}
}

func TestRenderRefuses(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "folder.svg"), 0o755); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "a.svg")
	tests := []struct {
		name   string
		args   []string
		status int
		says   string
	}{
		{"no route", []string{"-o", out}, StatusUsage, "ROUTE"},
		{"no file", []string{"home"}, StatusUsage, "-o FILE"},
		{"another ending", []string{"home", "-o", filepath.Join(folder, "a.png")}, StatusUsage, ".md, .svg, .txt"},
		{"no ending", []string{"home", "-o", filepath.Join(folder, "svg")}, StatusUsage, ".md, .svg, .txt"},
		{"a route to nowhere", []string{"cellar", "-o", out}, StatusUsage, "there is no cellar"},
		{"a step of what has none", []string{"home", "--step", "1", "-o", out}, StatusUsage, "nothing to step through"},
		{"a step too far", []string{"lesson/cnn/conv#slide", "--step", "100000", "-o", out}, StatusUsage, "not one of 1 to"},
		{"a step before the first", []string{"lesson/cnn/conv#slide", "--step", "-1", "-o", out}, StatusUsage, "not one of 1 to"},
		{"a size too small", []string{"home", "--size", "59x20", "-o", out}, StatusUsage, "60x20"},
		{"a size without bound", []string{"home", "--size", "99999999x99999999", "-o", out}, StatusUsage, "500x500"},
		{"no size", []string{"home", "--size", "80x24x3", "-o", out}, StatusUsage, "80x24x3"},
		{"a theme that is not there", []string{"home", "--theme", "sepia", "-o", out}, StatusUsage, "sepia"},
		{"a folder", []string{"home", "-o", filepath.Join(folder, "folder.svg")}, StatusFailed, "folder.svg"},
		{"in no folder", []string{"home", "-o", filepath.Join(folder, "none", "a.svg")}, StatusFailed, "none"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			errs, status := call(t, append([]string{"render", "--lang", "en"}, tt.args...)...)
			if status != tt.status || !strings.Contains(errs, tt.says) {
				t.Errorf("status %d, want %d with %q: %s", status, tt.status, tt.says, errs)
			}
		})
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestReplaceFileKeepsLinksAndModes(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "a.txt"), filepath.Join(folder, "link.txt")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here")
	}
	if err := replaceFile(link, "new"); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "new" {
		t.Errorf("got %q", text)
	}
	if info, err = os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}
