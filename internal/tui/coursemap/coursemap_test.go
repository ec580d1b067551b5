package coursemap

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/i18n"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/lessons"
	"convtutor/viz/canvas"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// whole is a course as large as the real one becomes: id, Korean title, needs.
var whole = []string{
	"tasks 네 가지 비전 과제", "alexnet 2012년의 전환점 tasks", "pixels 이미지는 숫자예요 tasks", "colour 색과 채널 pixels",
	"flatten 한 줄로 펼치면 잃는 것 pixels", "cnn-def 합성곱 신경망이란 flatten", "cnn-why 왜 합성곱인가요 cnn-def,flatten",
	"conv 합성곱 cnn-def", "maps 특징 맵과 활성화 맵 conv", "filters 채널이 여러 개일 때 conv,colour",
	"known-filters 이름난 필터 conv", "stride 스트라이드 conv", "padding 패딩 conv,stride", "pooling 풀링 stride",
	"size-quiz 크기 계산 stride,padding,pooling", "convnet 네트워크 쌓기 maps,filters,pooling,size-quiz", "learn 필터를 배우기 convnet",
	"cnn-vs-fc 두 신경망 견주기 learn,cnn-why",
}

var second = []string{"gan-def 생성 모델이란 learn", "gan-story 위조범과 감정사 gan-def"}

// files are those of a course with these lessons, two units if rest has any.
func files(first, rest []string) fstest.MapFS {
	fsys := fstest.MapFS{}
	toml := ""
	for i, unit := range [][]string{first, rest} {
		id := []string{"cnn", "gan"}[i]
		toml += fmt.Sprintf("[[unit]]\nid = %q\n", id)
		title := []string{"Convolutional networks", "Generative adversarial networks"}[i]
		fsys[id+"/en.md"] = &fstest.MapFile{Data: []byte("# " + title + "\n")}
		fsys[id+"/ko.md"] = &fstest.MapFile{Data: []byte("# " + []string{"합성곱 신경망", "생성적 적대 신경망"}[i] + "\n")}
		for j, lesson := range unit {
			name, korean, needs := parts(lesson)
			toml += fmt.Sprintf("[[unit.lesson]]\nid = %q\nneeds = [%s]\n", name, needs)
			at := id + "/" + name
			fsys[at+"/lesson.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "minutes = %d\nrows = [%q]\n[[step]]\nid = \"a\"\n", 5+j, name)}
			fsys[at+"/en.md"] = &fstest.MapFile{Data: []byte("# The lesson " + name + "\n\nWhat is " + name + " about?\n\n## a | A\n\nText.\n")}
			fsys[at+"/ko.md"] = &fstest.MapFile{Data: []byte("# " + korean + "\n\n" + korean + ", 무엇일까요?\n\n## a | 가\n\n글.\n")}
		}
	}
	fsys["course.toml"] = &fstest.MapFile{Data: []byte(toml)}
	return fsys
}

func parts(lesson string) (name, title, needs string) {
	words := strings.Fields(lesson)
	last := words[len(words)-1]
	if last[0] >= 'a' && last[0] <= 'z' && len(words) > 2 {
		var quoted []string
		for need := range strings.SplitSeq(last, ",") {
			unit := "cnn/"
			if strings.HasPrefix(need, "gan") {
				unit = "gan/"
			}
			quoted = append(quoted, fmt.Sprintf("%q", unit+need))
		}
		needs, words = strings.Join(quoted, ", "), words[:len(words)-1]
	}
	return words[0], strings.Join(words[1:], " "), needs
}

func open(t testing.TB, language, place string, fsys fstest.MapFS, done ...string) *screen {
	t.Helper()
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	course, err := lessons.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	store := progress.NewMemory()
	for i, id := range done {
		store.Apply(progress.ReachStep(id, "a", time.Unix(int64(i), 0)))
		if i < len(done)-1 {
			store.Apply(progress.FinishLesson(id))
		}
	}
	s := session.New(session.Config{Bundle: bundle, Course: course, Progress: store, Language: language})
	sc, err := Maker(s, tui.Route{Screen: "map", Place: place})
	if err != nil {
		t.Fatal(err)
	}
	return sc.(*screen)
}

func drawn(s *screen, w, h int) *canvas.Grid {
	g := canvas.New(w, h)
	s.Draw(tui.NewFrame(g, g.All(), nil, nil))
	return g
}

// begun is a learner in the middle: all but the last are done.
var begun = []string{"cnn/tasks", "cnn/alexnet", "cnn/pixels", "cnn/flatten", "cnn/cnn-def", "cnn/conv", "cnn/stride"}

func TestPictures(t *testing.T) {
	tests := []struct {
		name, language, place string
		fsys                  fstest.MapFS
		w, h                  int
		done                  []string
	}{
		{"one-en-76x20", "en", "", files(whole[:1], nil), 76, 20, nil},
		{"one-ko-136x36", "ko", "", files(whole[:1], nil), 136, 36, nil},
		{"six-en-76x20", "en", "cnn/pixels", files(whole[:6], nil), 76, 20, nil},
		{"all-en-76x20", "en", "", files(whole, second), 76, 20, begun},
		{"all-ko-76x20", "ko", "gan/gan-story", files(whole, second), 76, 20, begun},
		{"all-en-136x36", "en", "cnn/stride", files(whole, second), 136, 36, begun},
		{"all-ko-136x36", "ko", "cnn/convnet", files(whole, second), 136, 36, begun},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := drawn(open(t, test.language, test.place, test.fsys, test.done...), test.w, test.h).Golden()
			file := filepath.Join("testdata", test.name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v (run with -update to write it)", err)
			}
			if got != string(want) {
				t.Errorf("%s differs; got\n%s", file, got)
			}
		})
	}
}

// TestKeysGoAlongTheGraph walks by the arrows and opens where it ends.
func TestKeysGoAlongTheGraph(t *testing.T) {
	s := open(t, "en", "cnn/stride", files(whole, second))
	for _, walk := range []struct {
		key  tea.KeyType
		want string
	}{
		{tea.KeyRight, "cnn/padding"},
		{tea.KeyRight, "cnn/size-quiz"},
		{tea.KeyLeft, "cnn/pooling"},
		{tea.KeyLeft, "cnn/stride"},
		{tea.KeyLeft, "cnn/conv"},
		{tea.KeyUp, "cnn/cnn-why"},
		{tea.KeyDown, "cnn/conv"},
		{tea.KeyHome, "cnn/tasks"},
		{tea.KeyLeft, "cnn/tasks"},
		{tea.KeyUp, "cnn/tasks"},
		{tea.KeyEnd, "gan/gan-story"},
		{tea.KeyRight, "gan/gan-story"},
		{tea.KeyLeft, "gan/gan-def"},
	} {
		s.Update(tea.KeyMsg{Type: walk.key})
		if got := s.Route().String(); got != "map#"+walk.want {
			t.Fatalf("after %v at %s, want %s", walk.key, got, walk.want)
		}
		if !strings.Contains(drawn(s, 76, 20).Golden(), "▸") {
			t.Fatalf("%s is not in view", walk.want)
		}
	}
	opened, ok := s.Update(tea.KeyMsg{Type: tea.KeyEnter})().(tui.OpenMsg)
	if !ok || opened.Route.String() != "lesson/gan/gan-def" {
		t.Errorf("enter gives %v", opened)
	}
}

// TestNoCourse shows an empty map and takes keys.
func TestNoCourse(t *testing.T) {
	s := open(t, "ko", "", files(nil, nil))
	s.Update(tea.KeyMsg{Type: tea.KeyDown})
	s.Update(tea.KeyMsg{Type: tea.KeyEnter})
	drawn(s, 76, 20)
}
