package plain

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lessonTranscripts are lessons gone through in lines of text.
var lessonTranscripts = []struct {
	name, language, route, typed string
}{
	{"colour-en", "en", "lesson/cnn/colour", "cell 40 60|n|set red on|set green|set blue off|n|31x39x3|39x31x3||15|44||104|154||cell 118 31|n|red|hue||39x31x3|39x31x6|n|photo|n"},
	{"colour-ko", "ko", "lesson/cnn/colour", "칸 40 60|다음|바꾸기 빨강 켬|바꾸기 초록|바꾸기 파랑 끔|다음|31x39x3|39x31x3||15|44||104|154||칸 118 31|다음|H, 색상||39x31x3|39x31x6|다음|사진|다음"},
	{"tasks-en", "en", "lesson/cnn/tasks", "set task|n|3|12||360,000|120000||set warmth 20|set warmth -40|n|set task detection|n|e|b|s||s||n"},
	{"tasks-ko", "ko", "lesson/cnn/tasks", "바꾸기 과제|다음|3|12||360,000|120000||바꾸기 따뜻함 20|바꾸기 따뜻함 -40|다음|바꾸기 과제 검출|다음|e|b|s||s||다음"},
	{"pixels-en", "en", "lesson/cnn/pixels", "cell 40 46|n|cell 5 5|n|480,000|h|1,440,000||set add 80|set add 3|set add|set|cell 1 1|photo|n" +
		"|set times 0.5|n|192|207||set cut|set cut no|n|287|255|n|0|255|n|photo|n"},
	{"pixels-ko", "ko", "lesson/cnn/pixels", "칸 40 46|다음|칸 5 5|다음|480,000|힌트|1,440,000||바꾸기 더하기 80|바꾸기 더하기 3|바꾸기|칸 1 1|사진|다음" +
		"|바꾸기 곱하기 0.5|다음|192|207||바꾸기 자르기|바꾸기 자르기 아니요|다음|287|255|다음|0|255|다음|사진|다음"},
	{"filters-en", "en", "lesson/cnn/filters", "||level||b|n|h|5|3|||||||n|4|6||24x24x60|24x24x10||n|1 = 6|2 = 5|3 = 3|9 = 9|x|4 = 10|5 = 5|6 = 99|6 = 10|6 = 6|n"},
	{"filters-ko", "ko", "lesson/cnn/filters", "||걸음||뒤로|n|힌트|5|3|||||||n|4|6||24x24x60|24x24x10||n|1 = 6|2 = 5|3 = 3|9 = 9|x|4 = 10|5 = 5|6 = 99|6 = 10|6 = 6|n"},
	{"known-filters-en", "en", "lesson/cnn/known-filters", "change filter|n|n|960|0||change photo|n|-387|-310||n|255|334||x 1 1 = 0|undo|n|change size|change divided|x 9 9 = 1|reset|n|5|25||n"},
	{"known-filters-ko", "ko", "lesson/cnn/known-filters", "바꾸기 필터|n|n|960|0||바꾸기 사진|n|-387|-310||n|255|334||x 1 1 = 0|되돌리기|n|바꾸기 크기|바꾸기 나누기|x 9 9 = 1|처음값|n|5|25||n"},
	{"maps-en", "en", "lesson/cnn/maps", "||||||||||n|||grid|level||n|3|0|1|3||cell 40 60|set function|set filter|n|||n|h|2|0|||change function||n|2|-0.2|||n||x 1 1 = -5|change function|undo|n|relu|sigmoid|n"},
	{"maps-ko", "ko", "lesson/cnn/maps", "||||||||||n|||숫자판|걸음||n|3|0|1|3||칸 40 60|바꾸기 함수|바꾸기 필터|n|||n|힌트|2|0|||바꾸기 함수||n|2|-0.2|||n||x 1 1 = -5|바꾸기 함수|되돌리기|n|relu|sigmoid|n"},
	{"pooling-en", "en", "lesson/cnn/pooling", "|||grid|n||level||b|n|4|h|9||change pooling|||n|14|3.5|||n|7|2|4|0|||40|10|||9|2||n|28x28x6|14x14x6|4|0||x 1 1 = 99|change window|change way|undo|reset|grid|n|7|4|n"},
	{"pooling-ko", "ko", "lesson/cnn/pooling", "|||숫자판|n||걸음||뒤로|n|4|힌트|9||바꾸기 풀링|||n|14|3.5|||n|7|2|4|0|||40|10|||9|2||n|28x28x6|14x14x6|4|0||x 1 1 = 99|바꾸기 창|바꾸기 방향|되돌리기|처음값|숫자판|n|7|4|n"},
	{"flatten-en", "en", "lesson/cnn/flatten", "||||n|1024|h|3072||3 = 1|1 = 9|||24|72||1 = 10||3 = 2|3 = 1||d|a, d|ace|||"},
	{"flatten-ko", "ko", "lesson/cnn/flatten", "||||n|1024|힌트|3072||3 = 1|1 = 9|||24|72||1 = 10||3 = 2|3 = 1||d|a, d|ace|||"},
	{"cnn-def-en", "en", "lesson/cnn/cnn-def", "||||||||n|24x24x6|h|24x24x16||n|12x12x1|24x24x16|12x12x16||n|144|h|2304||b|c||maxpool 2|conv 5 16 p2|maxpool 2|flatten|maxpool 2|dense 10||filter|n|b||s||s||s|"},
	{"cnn-def-ko", "ko", "lesson/cnn/cnn-def", "||||||||n|24x24x6|힌트|24x24x16||n|12x12x1|24x24x16|12x12x16||n|144|힌트|2304||b|c||maxpool 2|conv 5 16 p2|maxpool 2|flatten|maxpool 2|dense 10||필터|n|b||s||s||s|"},
	{"cnn-why-en", "en", "lesson/cnn/cnn-why", "1 = 2|2 = 9|1 2 3||4704|784||3 = 2|3 = 1||450|h|456||14|456||1 = 64|4 = 12|undo|reset|||||b|"},
	{"cnn-why-ko", "ko", "lesson/cnn/cnn-why", "1 = 2|2 = 9|1 2 3||4704|784||3 = 2|3 = 1||450|힌트|456||14|456||1 = 64|4 = 12|되돌리기|처음값|||||뒤로|"},
	{"stride-en", "en", "lesson/cnn/stride", "||b|grid|||||n|7|h|3||n|7|3||n|2.33|3|2||||n|1|3||in 8|s 9|k 4|p 1|grid|n|in 9|s 3|n|3|2||n"},
	{"stride-ko", "ko", "lesson/cnn/stride", "||뒤로|숫자판|||||n|7|힌트|3||n|7|3||n|2.33|3|2||||n|1|3||in 8|s 9|k 4|p 1|숫자판|n|in 9|s 3|n|3|2||n"},
	{"padding-en", "en", "lesson/cnn/padding", "||n|5|7||n|34x34x3|36x36x3||n|9|3||n|1|4||n|2|3|||n|grid|n|||||in 5|p 4|n|1|2||n"},
	{"padding-ko", "ko", "lesson/cnn/padding", "||n|5|7||n|34x34x3|36x36x3||n|9|3||n|1|4||n|2|3|||n|숫자판|n|||||in 5|p 4|n|1|2||n"},
	{"size-quiz-en", "en", "lesson/cnn/size-quiz", "28x28x10|32x32x10||n|750|760|||||||||1|2||n|1|2||n|4|5|||||grid|n|in 16|s 2|n|1 = 8|2 = 7|3 = 3|4 = 16|5 = 5|6 = 8|n"},
	{"size-quiz-ko", "ko", "lesson/cnn/size-quiz", "28x28x10|32x32x10||n|750|760|||||||||1|2||n|1|2||n|4|5|||||숫자판|n|in 16|s 2|n|1 = 8|2 = 7|3 = 3|4 = 16|5 = 5|6 = 8|n"},
}

func TestLessonTranscripts(t *testing.T) {
	for _, tr := range lessonTranscripts {
		t.Run(tr.name, func(t *testing.T) {
			var out bytes.Buffer
			in := &echo{lines: strings.Split(tr.typed, "|"), out: &out}
			if err := Run(newSession(t, tr.language), at(t, tr.route), in, &out); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", tr.name+".txt")
			if *update {
				if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
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
