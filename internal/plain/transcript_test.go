package plain

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"convtutor/lessons"
)

var update = flag.Bool("update", false, "rewrite the golden transcripts")

// transcripts are conversations by name: where they begin, and what is typed.
var transcripts = []struct {
	name, language, route, typed string
}{
	{"home-en", "en", "home", "?|nonsense|99|1|home|quiz|home|lang ko|설정|1|2|처음|q"},
	{"home-ko", "ko", "home", "?|아무 말|99|1|처음|퀴즈|처음|언어 영어|settings|1|2|home|끝"},
	{"lesson-en", "en", "lesson/cnn/conv", "||grid|n||||cell 2 3|b|n|h|8|three|4||row||||n|3||flip||link|n|1|s|" +
		"|x 2 3 = 9|s 2|undo|n|1|3|s||n|cell 60 60|n|cell 2 2|filter blur|cell 60 60|n"},
	{"lesson-ko", "ko", "lesson/cnn/conv", "||숫자판|다음||||칸 2 3|뒤로|ㅜ|힌트|8|셋|4||줄||||n|3||돌리기||링크|n|1|풀이|" +
		"|x 2 3 = 9|s 2|되돌리기|n|1|3|풀이||n|칸 60 60|n|칸 2 2|필터 흐리게|칸 60 60|n"},
	{"check-en", "en", "lesson/cnn/conv#check", "n|0|s|w||b|n|s|w|||||||||s||s||"},
	{"check-ko", "ko", "lesson/cnn/conv#check", "n|0|s|w||b|n|s|w|||||||||s||s||"},
	{"quiz-en", "en", "quiz?seed=3&count=5", "17|17x17x3|17x17x12||?|b|a||0|s||s||s||link|2|"},
	{"quiz-ko", "ko", "quiz?seed=3&count=5", "17|17x17x3|17x17x12||?|b|a||0|s||s||s||링크|2|"},
	{"steps-en", "en", "quiz/output-size/2/5?count=2", "s|w|||b||||||?||||||||"},
	{"steps-ko", "ko", "quiz/pool-max/3/5?count=2", "s|차례로|||뒤로||ㅜ|s|"},
	{"review-en", "en", "review", "what|14x14x1|s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||s||2|1|back"},
	{"known-ko", "ko", "known", "1|14x14x1|풀이||처음|"},
	{"assignment-en", "en", "assignment", "718x1278x3|(718, 1278, 6)|s|w||b||||1|3||720x1280x10||280|h|270|part 4|part 9||" +
		"720 1280 5||10||360×640×10||home"},
	{"assignment-ko", "ko", "assignment", "718x1278x3|(718, 1278, 6)|풀이|ㅈ||뒤로||||1|3||720x1280x10||280|힌트|270|항목 4|항목 9||" +
		"720 1280 5||10||360×640×10||처음"},
	{"lab-en", "en", "lab", "9||1|in 7x7|k 9|p 1|s 3|rule ceil|rule odd|x 1 2|w 1 0 0 / 0 1 0 / 0 0 2|flip|cell 1 1|window|||b|grid|reset|link|"},
	{"lab-ko", "ko", "lab", "9||1|in 7x7|k 9|p 1|s 3|규칙 올림|규칙 없음|x 1 2|w 1 0 0 / 0 1 0 / 0 0 2|돌리기|칸 1 1|창|||ㅠ|숫자판|처음값|링크|"},
	{"channels-en", "en", "lab/conv", "channels 2|filters 2|groups 2|groups 3|padding 1|border replicate|border odd|padding 0|dilation 2|bias 1 2|look 2 1|look 3 1|take 1 1|take 20 20|link|window||undo|undo|filters 9"},
	{"channels-ko", "ko", "lab/conv", "채널수 2|필터수 2|그룹 2|그룹 3|패딩 1|둘레 복제|둘레 없음|패딩 0|간격 2|편향 1 2|보기 2 1|보기 3 1|가져오기 0 1|가져오기 20 20|링크|창||되돌리기|되돌리기|필터수 9"},
	{"transposed-en", "en", "lab/transposed", "|||||b|s 3|p 1|extra 1|extra 5|x 1 2 = 7|bias 2|link|grid|undo|rule same|k 1"},
	{"transposed-ko", "ko", "lab/transposed", "|||||뒤로|s 3|p 1|출력패딩 1|출력패딩 5|x 1 2 = 7|편향 2|링크|숫자판|되돌리기|규칙 올림|k 1"},
	{"pool-en", "en", "lab/pool", "|||change pooling|x 1 1 = 99|link|undo|undo"},
	{"map-en", "en", "home", "map|link||99|nonsense|back|map|1|map"},
	{"map-ko", "ko", "home", "지도|링크||99|아무 말|뒤로|지도|1|지도"},
	{"activation-en", "en", "lab/activation", "x 1 2 / 3 4|x -1 2 -3 4 -5 6 -7 8 -9 1 -2 3 -4 5 -6 7|change function||b|take 20 20|change size|undo|undo|x 9 9 = 1|link|reset"},
	{"activation-ko", "ko", "lab/activation?f=tanh&in=2x2", "바꾸기 함수|x 1 1 = -3|||바꾸기 크기|가져오기 20 20|되돌리기|링크"},
	{"net-en", "en", "lab/net?spec=32x32x3-conv_5_6-relu", "|add|kind|+|conv 5 10 s2|maxpool 2|softmax up|tanh|undo|example|link|16x16x1-conv_3_2|remove|undo|undo"},
	{"net-ko", "ko", "lab/net", "아래|더하기|종류|conv 99 1|예제|되돌리기|링크"},
	{"photo-own-en", "en", "lab/photo?photo=coffee&k=3x3&w=0_1_0_1_-4_1_0_1_0", "w 2 2 = 9|w 1 2 1 / 2 4 2 / 1 2 1|w 1|change divided|change size|change photo|cell 10 10|cell 1 1|undo|link"},
	{"photo-own-ko", "ko", "lab/photo?at=40_60_2", "w 2 2 = 9|바꾸기 나누기|칸 10 10|사진|처음값|링크"},
	{"photo-en", "en", "lab/photo", "|cell 1 1|cell 500 1|cell|filter|filter none|cell 10 10|link"},
	{"photo-ko", "ko", "lab/photo", "|칸 1 1|칸 500 1|칸|필터|필터 없음|칸 10 10|링크"},
}

func TestTranscripts(t *testing.T) {
	for _, tr := range transcripts {
		t.Run(tr.name, func(t *testing.T) {
			s := newSession(t, tr.language)
			for i := range s.Course.Units { // a lesson more must not change what is said of this one
				unit := &s.Course.Units[i]
				unit.Lessons = slices.DeleteFunc(unit.Lessons, func(e lessons.Entry) bool { return e.ID != "cnn/conv" })
			}
			var out bytes.Buffer
			in := &echo{lines: strings.Split(tr.typed, "|"), out: &out}
			if err := Run(s, at(t, tr.route), in, &out); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", tr.name+".txt")
			if *update {
				if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v (go test -update writes it)", err)
			}
			if got := out.String(); got != string(want) {
				t.Errorf("%s differs at %s", file, difference(got, string(want)))
			}
		})
	}
}

// difference shows the first line in which two texts differ.
func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\n  got  " + a[i] + "\n  want " + b[i]
		}
	}
	return "its length"
}
