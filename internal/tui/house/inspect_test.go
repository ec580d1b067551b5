package house

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"convtutor/internal/i18n"
	"convtutor/lessons"
	"convtutor/quiz"
)

// content is the program's own content, to be damaged.
type content struct{ words, course fstest.MapFS }

func readContent(t *testing.T) content {
	t.Helper()
	return content{copyOf(t, "../../i18n/words"), copyOf(t, "../../../lessons")}
}

func copyOf(t *testing.T, folder string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, at)
		files[at] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// clone is the content to be damaged, the original left whole.
func (c content) clone() content { return content{maps.Clone(c.words), maps.Clone(c.course)} }

// change replaces a text that must be there.
func change(t *testing.T, files fstest.MapFS, name, from, to string) {
	t.Helper()
	old := string(files[name].Data)
	if !strings.Contains(old, from) {
		t.Fatalf("%s does not hold %q", name, from)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(old, from, to, 1))}
}

// inspect looks at so much of the content, and gives the problems found.
func (c content) inspect(t *testing.T, look func(*inspector)) []string {
	t.Helper()
	bundle, err := i18n.Load(c.words)
	if err != nil {
		return []string{err.Error()}
	}
	course, err := lessons.Load(c.course)
	if err != nil {
		return []string{err.Error()}
	}
	in := newInspector(bundle, course)
	look(in)
	return in.problems
}

// Parts of an inspection, for damages that only they can find.
func comparing(in *inspector) { in.compare() }

func asking(in *inspector) { in.questions() }

func remembering(in *inspector) { in.stood() }

func theSettings(in *inspector) { in.everySize("ko", "settings") }

func theLesson(in *inspector) {
	in.drawLesson("en", "cnn/conv")
	in.drawLesson("ko", "cnn/conv")
}

func theQuestions(in *inspector) {
	kind, err := quiz.Find("output-size")
	if err != nil {
		in.add("%v", err)
		return
	}
	for level := range kind.Levels() {
		in.drawQuestion("en", kind, level+1)
	}
}

func TestInspectTheContent(t *testing.T) {
	t.Parallel()
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	problems, counted := Inspect(bundle)
	for _, p := range problems {
		t.Error(p)
	}
	if counted["languages"] != len(bundle.Codes()) || counted["lessons"].(int) < 1 || counted["steps"].(int) < 13 ||
		counted["words"].(int) < 300 || counted["screens"].(int) < 1000 {
		t.Errorf("counted %v", counted)
	}
}

// TestInspectFinds damages the content in one place at a time.
func TestInspectFinds(t *testing.T) {
	const lesson = "cnn/conv/"
	tests := []struct {
		name   string
		damage func(*testing.T, content)
		look   func(*inspector)
		want   []string // parts of one problem's line
	}{
		{"a word missing in one language", func(t *testing.T, c content) {
			change(t, c.words, "ko/settings.toml", `"settings.title"`, `"settings.other"`)
		}, comparing, []string{"ko/settings.toml", "settings.title", "missing"}},
		{"a placeholder missing in one language", func(t *testing.T, c content) {
			change(t, c.words, "en/viz.toml", "{least} to", "least to")
		}, comparing, []string{"viz.photo.range", "placeholders differ"}},
		{"a key missing in every language", func(t *testing.T, c content) {
			for _, code := range []string{"en", "ko"} {
				change(t, c.words, code+"/slip.toml", `"slip.pad-once.name"`, `"slip.pad-once.title"`)
			}
		}, comparing, []string{"slip.pad-once.name is missing"}},
		{"a word of a question missing in every language", func(t *testing.T, c content) {
			for _, code := range []string{"en", "ko"} {
				change(t, c.words, code+"/viz.toml", `"viz.conv.complete"`, `"viz.conv.done"`)
			}
		}, asking, []string{"words: cnn/conv#", "viz.conv.complete"}},
		{"a placeholder that a question does not fill", func(t *testing.T, c content) {
			for _, code := range []string{"en", "ko"} {
				change(t, c.words, code+"/quiz.toml", "{typed}", "{answered}")
			}
		}, asking, []string{"words: quiz/", "answered"}},
		{"a screen's word missing in every language", func(t *testing.T, c content) {
			for _, code := range []string{"en", "ko"} {
				change(t, c.words, code+"/settings.toml", `"settings.motion.still"`, `"settings.motion.none"`)
			}
		}, theSettings, []string{"screens: settings, ko", "a word or a value is missing"}},
		{"a step without words", func(t *testing.T, c content) {
			change(t, c.course, lesson+"ko.md", "## slide |", "## glide |")
		}, comparing, []string{"cnn/conv/ko.md", "slide has no words"}},
		{"a step that is gone", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", `id = "slide"`, `id = "glide"`)
		}, comparing, []string{"en.md", "slide is not in lesson.toml"}},
		{"a lesson's placeholder missing in one language", func(t *testing.T, c content) {
			change(t, c.course, lesson+"ko.md", "{positions}", "9")
		}, comparing, []string{"ko.md", "step slide", "placeholders differ"}},
		{"a lesson's placeholder that nothing fills", func(t *testing.T, c content) {
			for _, code := range []string{"en", "ko"} {
				change(t, c.course, lesson+code+".md", "{positions}", "{stops}")
			}
		}, comparing, []string{"ko.md", "step slide", "nothing fills {stops}"}},
		{"a widget of no known type", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", `type = "zoom"`, `type = "telescope"`)
		}, theLesson, []string{"cnn/conv#numbers", "telescope"}},
		{"a prediction of no known type", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", `type = "same-padding"`, `type = "some-padding"`)
		}, comparing, []string{"step design", "some-padding"}},
		{"a question of no known kind", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", `"feature-map"]`, `"filter-weight"]`)
		}, comparing, []string{"step check", "filter-weight"}},
		{"a widget's unknown key", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", `level = "window"`, `livel = "window"`)
		}, comparing, []string{"step idea", "livel"}},
		{"a photo that is not there", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", `photo = "chelsea"`, `photo = "albert"`)
		}, theLesson, []string{"cnn/conv#numbers", "albert"}},
		{"a filter that does not fit", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", "filter = [[1, 0, 1], [0, 1, 0], [1, 0, 1]]",
				"filter = [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]]")
		}, comparing, []string{"step idea", "6x6"}},
		{"prose that leaves the picture no room", func(t *testing.T, c content) {
			change(t, c.course, lesson+"en.md", "One key press is one product.", strings.Repeat("One key press is one product. ", 12))
		}, theLesson, []string{"lesson/cnn/conv#product, en, 80x24", "the input has"}},
		{"prose that leaves a network no room", func(t *testing.T, c content) {
			change(t, c.course, "cnn/convnet/en.md", "Four cells are left of each map", strings.Repeat("There are few. ", 20)+"Four cells are left of each map")
		}, func(in *inspector) { in.drawLesson("en", "cnn/convnet") }, []string{"lesson/cnn/convnet#deep, en, 80x24", "the picture has"}},
		{"prose that does not fit at all", func(t *testing.T, c content) {
			change(t, c.course, lesson+"ko.md", "키를 한 번 누르면", strings.Repeat("키를 한 번 누르면 곱 하나를 계산해요. ", 60))
		}, theLesson, []string{"lesson/cnn/conv#product, ko, 80x24", "paragraph 2 is cut"}},
		{"a heading too long", func(t *testing.T, c content) {
			change(t, c.course, lesson+"en.md", "| Multiply the pairs", "| Multiply all of the pairs that there are, one by one, the one after the other")
		}, theLesson, []string{"lesson/cnn/conv#product, en, 80x24", "the heading is cut"}},
		{"a prediction whose answer stands on an earlier screen", func(t *testing.T, c content) {
			change(t, c.course, "cnn/tasks/lesson.toml", "size = [300, 400]", "")
		}, remembering, []string{"cnn/tasks#predict-mask", "10880, stands at #label"}},
		{"a prediction about a picture that was gone through", func(t *testing.T, c content) {
			change(t, c.course, lesson+"lesson.toml", "[[0, 1, 0, 1, 1], [1, 1, 0, 0, 1], [0, 1, 1, 0, 1], [1, 0, 1, 0, 0], [0, 1, 0, 0, 1]]",
				"[[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]")
		}, remembering, []string{"cnn/conv#predict-last", "4, stands at #idea"}},
		{"a hint too long", func(t *testing.T, c content) {
			change(t, c.course, lesson+"en.md", "> The corners", "> "+strings.Repeat("Look once more. ", 80)+"The corners")
		}, theLesson, []string{"lesson/cnn/conv#predict-second, en, 80x24", "the input has"}},
		{"a last word too long", func(t *testing.T, c content) {
			change(t, c.course, lesson+"ko.md", "! 특징 맵의 한 칸은", "! "+strings.Repeat("특징 맵의 한 칸은 합이에요. ", 60)+"특징 맵의 한 칸은")
		}, theLesson, []string{"lesson/cnn/conv#predict-second, ko, 80x24", "paragraph 1 of what is said after is cut"}},
		{"a slip's reason too long", func(t *testing.T, c content) {
			change(t, c.words, "en/slip.toml", `"slip.stride-ignored.why" = "`, `"slip.stride-ignored.why" = "`+strings.Repeat("Not so. ", 300))
		}, theQuestions, []string{"en, 80x24", "what is said to"}},
		{"a broken placeholder in a lesson", func(t *testing.T, c content) {
			change(t, c.course, lesson+"en.md", "{taps} cells", "{taps cells")
		}, comparing, []string{"cnn/conv/en.md", "a placeholder's name"}},
		{"a control character", func(t *testing.T, c content) {
			change(t, c.course, lesson+"en.md", "One key press", "One\x1b[31m key press")
		}, comparing, []string{"cnn/conv/en.md", "control character"}},
	}
	whole := readContent(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := whole.clone()
			test.damage(t, c)
			problems := c.inspect(t, test.look)
			for _, p := range problems {
				if hasAll(p, test.want) {
					return
				}
			}
			t.Errorf("no problem with %q among %d:\n%s", test.want, len(problems), strings.Join(problems[:min(len(problems), 12)], "\n"))
		})
	}
}

func hasAll(text string, parts []string) bool {
	for _, part := range parts {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return true
}

// TestInspectLooksEverywhere damages what each part of an inspection looks at: the
// whole of it finds all.
func TestInspectLooksEverywhere(t *testing.T) {
	t.Parallel()
	c := readContent(t)
	change(t, c.words, "ko/settings.toml", `"settings.title"`, `"settings.other"`)
	for _, code := range []string{"en", "ko"} {
		change(t, c.words, code+"/viz.toml", `"viz.conv.complete"`, `"viz.conv.done"`)
		change(t, c.words, code+"/settings.toml", `"settings.motion.still"`, `"settings.motion.none"`)
	}
	change(t, c.course, "cnn/conv/ko.md", "키를 한 번 누르면", strings.Repeat("키를 한 번 누르면 곱 하나를 계산해요. ", 60))
	change(t, c.course, "cnn/tasks/lesson.toml", "size = [300, 400]", "")
	problems := c.inspect(t, (*inspector).inspect)
	for _, want := range [][]string{
		{"ko/settings.toml", "settings.title", "missing"},
		{"words: cnn/conv#", "viz.conv.complete"},
		{"cnn/tasks#predict-mask", "10880, stands at #label"},
		{"screens: settings, ko", "a word or a value is missing"},
		{"lesson/cnn/conv#product, ko, 80x24", "paragraph 2 is cut"},
	} {
		if !slices.ContainsFunc(problems, func(p string) bool { return hasAll(p, want) }) {
			t.Errorf("none of %d problems says %q", len(problems), want)
		}
	}
}

func TestInspectTellsEachProblemInALine(t *testing.T) {
	c := readContent(t)
	change(t, c.words, "en/cli.toml", "{languages} languages", "{languages languages")
	change(t, c.words, "en/cli.toml", "{n} {n|thing", "{N} {n|thing")
	problems := c.inspect(t, comparing)
	if len(problems) < 2 {
		t.Errorf("problems %q", problems)
	}
	seen := map[string]bool{}
	for _, p := range problems {
		if strings.ContainsAny(p, "\n") || seen[p] {
			t.Errorf("%q is no line of its own", p)
		}
		seen[p] = true
	}
}
