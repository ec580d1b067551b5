package cli_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"convtutor/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"convtutor": func() {
			os.Exit(cli.Main(cli.Process{
				Args: os.Args[1:], Getenv: os.Getenv, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
			}))
		},
	})
}

// TestScripts runs the real commands as scripts in testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			home := filepath.Join(env.WorkDir, "home")
			env.Setenv("HOME", home)
			env.Setenv("LC_ALL", "C.UTF-8")
			env.Setenv("TERM", "xterm-256color")
			for name, value := range map[string]string{
				"ESC": "\x1b", "BEL": "\a", "LF": "\n", "RLO": "\u202e", "C1": "\u009b", "INVALID": "\xff\xfe",
			} {
				env.Setenv(name, value)
			}
			if err := os.Mkdir(home, 0o755); err != nil {
				return err
			}
			return writePictures(env.WorkDir)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "complains": complains, "clean": clean, "korean": korean,
		},
	})
}

// status runs a command and checks its exit status: status 2 convtutor …
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("status %s, want %s", got, args[0])
	}
}

// complaint is what standard error holds after a wrong use: one error, one hint.
var complaint = regexp.MustCompile(`\Aconvtutor: error: [^\n]+\nconvtutor: hint: [^\n]+\n\z`)

// complains checks that a wrong use was met with status 2, nothing on standard
// output, and one error with a hint: complains convtutor …
func complains(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: complains command…")
	}
	status(ts, false, append([]string{"2"}, args...))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("standard output: %q", out)
	}
	if errs := ts.ReadFile("stderr"); !complaint.MatchString(errs) {
		ts.Fatalf("standard error is not an error and a hint: %q", errs)
	}
}

var (
	// notWords are what stands in messages of every language: texts in quotes,
	// names of files and places, commands, examples of what is written in exams.
	notWords = regexp.MustCompile(`"[^"]*"|\S*[/.]\S*|convtutor( (quiz|completion|help|shape|lesson)( [a-z]+)?)?|[a-z]+: \S+|--[a-z-]+ \S+|(?m)^  (convtutor|source) .*$`)
	english  = regexp.MustCompile(`[A-Za-z']{2,} [A-Za-z']{2,}`)
)

// korean runs a command, checks its status, and that what it says to the learner
// holds no two English words beside each other: korean STATUS convtutor …
func korean(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: korean STATUS command…")
	}
	status(ts, false, args)
	said := ts.ReadFile("stderr")
	if slices.Contains(args, "--help") {
		said += ts.ReadFile("stdout")
	}
	for line := range strings.Lines(said) {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "convtutor: error: "), "convtutor: hint: ")
		if found := english.FindString(notWords.ReplaceAllString(line, "·")); found != "" {
			ts.Fatalf("English in Korean: %q in %s", found, line)
		}
	}
	if args[0] != "0" && !strings.Contains(ts.ReadFile("stderr"), "\nconvtutor: hint: ") && !strings.Contains(ts.ReadFile("stderr"), "가져오지") {
		ts.Fatalf("no hint: %s", ts.ReadFile("stderr"))
	}
}

// clean checks that the last command wrote no control character but line ends.
func clean(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: clean")
	}
	for _, name := range []string{"stdout", "stderr"} {
		for _, r := range ts.ReadFile(name) {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == '\u202e' || r == '\ufffd' {
				ts.Fatalf("%s holds %U", name, r)
			}
		}
	}
}

// writePictures makes a good picture, a broken one, and a small file that says
// that it is a huge one.
func writePictures(dir string) error {
	var good bytes.Buffer
	if err := png.Encode(&good, image.NewRGBA(image.Rect(0, 0, 40, 30))); err != nil {
		return err
	}
	huge := bytes.Clone(good.Bytes())
	copy(huge[16:24], []byte{0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff}) // width and height, whose checksum is wrong now
	for name, data := range map[string][]byte{
		"good.png": good.Bytes(), "broken.png": good.Bytes()[:60], "huge.png": huge, "text.png": []byte("no picture"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
