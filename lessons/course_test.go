package lessons

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// course makes the files of a small good course, some of them replaced: pairs
// are names and texts, an empty text takes the file away.
func course(pairs ...string) fstest.MapFS {
	files := map[string]string{
		"course.toml": `
[[unit]]
id = "cnn"
rows = ["conv", "stride"]
[[unit.lesson]]
id = "conv"
[[unit.lesson]]
id = "stride"
needs = ["cnn/conv"]
`,
		"cnn/en.md": "# CNN\n", "cnn/ko.md": "# 합성곱\n",
		"glossary/en.md": "# G\n## filter | filter\nA grid.\n", "glossary/ko.md": "# G\n## filter | 필터\n판이에요.\n",
		"cnn/conv/lesson.toml": `
minutes = 5
rows = ["conv"]
terms = ["filter"]
[[step]]
id = "slide"
[step.widget]
type = "conv"
stride = 1
input = [[1, 0.5], [0, 1]]
[[step.ask]]
type = "output-cell"
at = [0, 1]
[[step.ask]]
type = "output-cell"
at = [1, 1]
extra = true
[[step]]
id = "end"
widget = { type = "none" }
`,
		"cnn/conv/en.md":         "# Conv\nHow?\n## slide | Slide\nRow {row}.\n? Which?\n## end | End\nDone.\n",
		"cnn/conv/ko.md":         "# 합성곱\n어떻게요?\n## slide | 옮기기\n{row}{row|은/는} 행.\n? 무엇?\n## end | 끝\n다 했어요.\n",
		"cnn/stride/lesson.toml": "minutes = 1\nrows = [\"stride\"]\n[[step]]\nid = \"a\"\nwidget = { type = \"none\" }\n",
		"cnn/stride/en.md":       "# Stride\nHow far?\n## a | A\nText.\n", "cnn/stride/ko.md": "# 스트라이드\n얼마나요?\n## a | 가\n글.\n",
	}
	for i := 0; i < len(pairs); i += 2 {
		files[pairs[i]] = pairs[i+1]
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		if text != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

func TestALessonIsLoaded(t *testing.T) {
	c, err := Load(course())
	if err != nil {
		t.Fatal(err)
	}
	lesson, err := c.Lesson("cnn/conv")
	if err != nil {
		t.Fatal(err)
	}
	if lesson.Minutes != 5 || len(lesson.Steps) != 2 || lesson.Unit != "cnn" || lesson.Name != "conv" {
		t.Fatalf("got %+v", lesson)
	}
	step := lesson.Steps[0]
	p := step.Widget.Params.Read()
	if grid := p.Grid("input", nil); len(grid) != 2 || grid[0][1] != 0.5 {
		t.Errorf("input %v", grid)
	}
	if stride := p.Int("stride", 7); stride != 1 || p.Int("padding", 7) != 7 {
		t.Errorf("stride %d", stride)
	}
	if err := p.Done(); err != nil {
		t.Error(err)
	}
	if step.Widget.Type != "conv" || lesson.Steps[1].Widget.Type != "none" {
		t.Errorf("widgets %q and %q", step.Widget.Type, lesson.Steps[1].Widget.Type)
	}
	if len(step.Asks) != 2 || !slices.Equal(step.Asks[1].At, []int{1, 1}) || step.Asks[1].Type != "output-cell" {
		t.Errorf("asks %+v", step.Asks)
	}
	if got := step.Asks[1].Params.Keys(); !slices.Equal(got, []string{"extra"}) {
		t.Errorf("the ask's settings are %v", got)
	}
	if at, ok := lesson.Step("end"); at != 1 || !ok {
		t.Errorf("step end is %d", at)
	}
	if _, ok := lesson.Step("nowhere"); ok {
		t.Error("a step that is not there was found")
	}
	again, _ := c.Lesson("cnn/conv")
	if again != lesson {
		t.Error("a lesson was read twice")
	}
}

func TestTheOrderOfLessons(t *testing.T) {
	c, err := Load(course())
	if err != nil {
		t.Fatal(err)
	}
	if next, ok := c.Next("cnn/conv"); !ok || next.ID != "cnn/stride" || !slices.Equal(next.Needs, []string{"cnn/conv"}) {
		t.Errorf("after conv comes %+v", next)
	}
	if before, ok := c.Previous("cnn/stride"); !ok || before.ID != "cnn/conv" {
		t.Errorf("before stride comes %+v", before)
	}
	for name, found := range map[string]bool{
		"next of the last": second(c.Next("cnn/stride")), "previous of the first": second(c.Previous("cnn/conv")),
		"unknown": second(c.Entry("cnn/none")), "next of unknown": second(c.Next("x")),
	} {
		if found {
			t.Errorf("%s: found one", name)
		}
	}
	if _, err := c.Lesson("cnn/none"); err == nil {
		t.Error("a lesson that is not there was read")
	}
	if _, err := c.Words("../secret", "en"); err == nil {
		t.Error("words from outside of the course were read")
	}
}

func second(_ Entry, ok bool) bool { return ok }

func TestCheckFindsWhatIsWrong(t *testing.T) {
	const conv = "cnn/conv/lesson.toml"
	rules := Rules{
		Languages: []string{"en", "ko"},
		HasTerm:   func(term string) bool { return term == "filter" },
		Build: func(_ *Lesson, step Step) error {
			r := step.Widget.Params.Read()
			r.Int("stride", 1)
			r.Grid("input", nil)
			return r.Done()
		},
		CheckText: func(_, text string) error {
			if strings.Contains(text, "FORBIDDEN") {
				return errForbidden
			}
			return nil
		},
	}
	head := "minutes = 1\nrows = [\"conv\"]\n"
	step := "[[step]]\nid = \"slide\"\n"
	for name, c := range map[string]struct {
		pairs []string
		want  string
	}{
		"unknown key":           {[]string{conv, head + "colour = 1\n" + step}, "cnn/conv/lesson.toml:3: unknown key colour"},
		"unknown key in step":   {[]string{conv, head + step + "wigdet = 1\n"}, "lesson.toml:5: unknown key step.wigdet"},
		"not TOML":              {[]string{conv, head + "x ="}, "lesson.toml:3"},
		"no type":               {[]string{conv, head + step + "[step.widget]\nstride = 1\n"}, "step slide: widget: the type is missing"},
		"unknown setting":       {[]string{conv, head + step + "[step.widget]\ntype = \"conv\"\nstrid = 1\n"}, `unknown key "strid", not one of input, stride`},
		"setting of wrong sort": {[]string{conv, head + step + "[step.widget]\ntype = \"conv\"\nstride = \"1\"\n"}, "stride is not a whole number"},
		"ragged grid":           {[]string{conv, head + step + "[step.widget]\ntype = \"conv\"\ninput = [[1], [1, 2]]\n"}, "input is not rows of numbers"},
		"bad place":             {[]string{conv, head + step + "[[step.ask]]\ntype = \"x\"\nat = [0.5]\n"}, "ask 1 x: at is not a list of whole numbers"},
		"step twice":            {[]string{conv, head + step + step}, `step 2: id "slide" is used twice`},
		"no step":               {[]string{conv, head}, "there is no step"},
		"no minutes":            {[]string{conv, "rows = [\"conv\"]\n" + step}, "minutes is 0"},
		"foreign row":           {[]string{conv, "minutes = 1\nrows = [\"gan\"]\n" + step}, "row gan is none of the unit's"},
		"no row":                {[]string{conv, "minutes = 1\n" + step}, "rows is empty"},
		"row taught twice":      {[]string{conv, "minutes = 1\nrows = [\"stride\"]\n" + step}, "row stride is taught by cnn/conv and by cnn/stride"},
		"unknown term":          {[]string{conv, head + "terms = [\"kernel\"]\n" + step}, "term kernel is not in the glossary"},
		"no such language":      {[]string{"cnn/conv/fr.md", "# F\n"}, `there is no language "fr"`},
		"language missing":      {[]string{"cnn/conv/ko.md", ""}, "cnn/conv/ko.md"},
		"unit's words missing":  {[]string{"cnn/ko.md", ""}, "cnn/ko.md"},
		"step without words":    {[]string{"cnn/conv/en.md", "# C\n## slide | S\n{row}\n? Q\n"}, "step end has no words"},
		"words without step":    {[]string{"cnn/stride/en.md", "# C\n## a | A\nx\n## b | B\ny\n"}, "cnn/stride/en.md:4: step b is not in lesson.toml"},
		"order":                 {[]string{"cnn/conv/en.md", "# C\n## end | E\nx\n## slide | S\n{row}\n? Q\n"}, "step end is number 1 here and number 2"},
		"no opening question":   {[]string{"cnn/stride/en.md", "# C\nText.\n## a | A\nx\n"}, "cnn/stride/en.md: no question opens the lesson"},
		"silent step":           {[]string{"cnn/stride/en.md", "# C\n## a | A\n"}, "step a says nothing"},
		"for the screen alone":  {[]string{"cnn/stride/en.md", "# C\n## a | A\n[screen] x\n"}, "step a says nothing in lines of text"},
		"question for nothing":  {[]string{"cnn/stride/en.md", "# C\n## a | A\nx\n? y\n"}, "nothing is asked"},
		"questions":             {[]string{"cnn/conv/en.md", "# C\n## slide | S\n{row}\n## end | E\nx\n"}, "0 questions for 2 predictions"},
		"placeholder":           {[]string{"cnn/conv/en.md", "# C\n## slide | S\n{r} {{row}\n? Q\n## end | E\nx\n"}, "step slide: placeholders differ: {row} here, {r} in en.md"},
		"text":                  {[]string{"cnn/stride/en.md", "# C\n## a | A\n**FORBIDDEN**\n"}, "cnn/stride/en.md:2: forbidden"},
		"not listed":            {[]string{"cnn/new/lesson.toml", "x"}, "cnn/new/lesson.toml: course.toml does not list it"},
		"needs nothing":         {[]string{"course.toml", unitOf("conv", "cnn/x")}, "cnn/conv needs cnn/x, which is not there"},
		"needs itself":          {[]string{"course.toml", unitOf("conv", "cnn/conv")}, "cnn/conv needs itself"},
		"circle":                {[]string{"course.toml", unitOf("conv", "cnn/stride", "stride", "cnn/conv")}, "cnn/conv needs cnn/stride, which comes after it"},
	} {
		var found string
		loaded, err := Load(course(c.pairs...))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, problem := range loaded.Check(rules) {
			found += problem.Error() + "\n"
		}
		if !strings.Contains(found, c.want) {
			t.Errorf("%s: found\n%swant %q", name, found, c.want)
		}
	}
	good, err := Load(course())
	if err != nil {
		t.Fatal(err)
	}
	if problems := good.Check(rules); len(problems) > 0 {
		t.Errorf("found in a good course: %v", problems)
	}
}

type constError string

func (e constError) Error() string { return string(e) }

const errForbidden = constError("forbidden")

// unitOf writes a course of one unit: pairs of a lesson and what it needs.
func unitOf(pairs ...string) string {
	text := "[[unit]]\nid = \"cnn\"\nrows = [\"conv\", \"stride\"]\n"
	for i := 0; i < len(pairs); i += 2 {
		text += "[[unit.lesson]]\nid = \"" + pairs[i] + "\"\nneeds = [\"" + pairs[i+1] + "\"]\n"
	}
	return text
}

func TestCoursesThatCannotBeLoaded(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":  {"title = 1\n", "course.toml:1: unknown key title"},
		"lesson twice": {unitOf("conv", "", "conv", ""), `"cnn/conv" is used twice`},
		"unit twice":   {unitOf() + unitOf(), `unit id "cnn" is used twice`},
		"bad id":       {unitOf("../x", ""), "small letters"},
	} {
		if _, err := Load(course("course.toml", c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// TestTheProgramsOwnCourse holds the course to what can be known without
// widgets, and its rows to the curriculum, whose ids never change.
func TestTheProgramsOwnCourse(t *testing.T) {
	c, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	var languages []string
	folders, err := os.ReadDir("../internal/i18n/words")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		languages = append(languages, f.Name())
	}
	for _, problem := range c.Check(Rules{Languages: languages}) {
		t.Error(problem)
	}
	want := map[string]string{
		"cnn": "tasks alexnet pixels colour flatten cnn-def cnn-why conv maps filters known-filters stride padding pooling " +
			"size-quiz convnet learn cnn-vs-fc",
		"gan":        "gan-def gan-story gan-arch gan-value gan-loss gan-1d gan-digits gan-inpaint gan-family gan-vs-classifier",
		"assignment": "q1 q2 q3 q4",
	}
	for _, unit := range c.Units {
		if got := strings.Join(unit.Rows, " "); got != want[unit.ID] {
			t.Errorf("unit %s has the rows %s", unit.ID, got)
		}
		delete(want, unit.ID)
	}
	for id := range want {
		t.Errorf("unit %s is missing", id)
	}
}
