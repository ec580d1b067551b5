package gift_test

import (
	"reflect"
	"strings"
	"testing"

	"convtutor/quiz/gift"
)

// read reads a text that holds one question.
func read(t *testing.T, text string) gift.Question {
	t.Helper()
	questions, notes, err := gift.Parse([]byte(text))
	if err != nil || len(questions) != 1 || len(notes) != 0 {
		t.Fatalf("%q: %d questions, %v, %v", text, len(questions), notes, err)
	}
	return questions[0]
}

// TestQuestionsOfTheDocumentation reads the examples of docs.moodle.org.
func TestQuestionsOfTheDocumentation(t *testing.T) {
	for text, want := range map[string]gift.Question{
		"Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}": {
			Text: "Who's buried in Grant's tomb?", Type: gift.TypeChoice,
			Answers: []gift.Answer{{Text: "Grant"}, {Text: "Jefferson"}, {Text: "no one", Credit: 1}},
		},
		"Grant is {~buried =entombed ~living} in Grant's tomb.": {
			Text: "Grant is _____ in Grant's tomb.", Type: gift.TypeChoice,
			Answers: []gift.Answer{{Text: "buried"}, {Text: "entombed", Credit: 1}, {Text: "living"}},
		},
		"::Q1:: 1+1\\=2 {T}": {
			Name: "Q1", Text: "1+1=2", Type: gift.TypeTrueFalse,
			Answers: []gift.Answer{{Text: "true", Credit: 1}, {Text: "false"}},
		},
		"The sun rises in the West.{FALSE#No.#Yes. ####In the East.}": {
			Text: "The sun rises in the West.", Type: gift.TypeTrueFalse, General: "In the East.",
			Answers: []gift.Answer{{Text: "true", Why: "No."}, {Text: "false", Credit: 1, Why: "Yes."}},
		},
		"Two plus {=two =2 =%50%three#Nearly} equals four.": {
			Text: "Two plus _____ equals four.", Type: gift.TypeShort,
			Answers: []gift.Answer{{Text: "two", Credit: 1}, {Text: "2", Credit: 1}, {Text: "three", Credit: .5, Why: "Nearly"}},
		},
		"When was Ulysses S. Grant born?{#1822:5}": {
			Text: "When was Ulysses S. Grant born?", Type: gift.TypeNumber,
			Answers: []gift.Answer{{Text: "1822:5", Credit: 1, Value: "1822", Tolerance: "5"}},
		},
		"What is a number from 1 to 5? {#1..5}": {
			Text: "What is a number from 1 to 5?", Type: gift.TypeNumber,
			Answers: []gift.Answer{{Text: "1..5", Credit: 1, Value: "3", Tolerance: "2"}},
		},
		"When was he born?{#\n  =1822:0#Right.\n  =%50%1822:2#Half.}": {
			Text: "When was he born?", Type: gift.TypeNumber,
			Answers: []gift.Answer{
				{Text: "1822:0", Credit: 1, Why: "Right.", Value: "1822", Tolerance: "0"},
				{Text: "1822:2", Credit: .5, Why: "Half.", Value: "1822", Tolerance: "2"},
			},
		},
		"Two?{~%-100%No one ~%50%Grant ~%50%his wife ~%-100%his father}": {
			Text: "Two?", Type: gift.TypeSeveral,
			Answers: []gift.Answer{{Text: "No one", Credit: -1}, {Text: "Grant", Credit: .5}, {Text: "his wife", Credit: .5}, {Text: "his father", Credit: -1}},
		},
		"Match.{=Canada -> Ottawa =Italy -> Rome =Japan -> Tokyo}": {Text: "Match.", Type: gift.TypeMatching},
		"Write a biography.{}":   {Text: "Write a biography.", Type: gift.TypeEssay},
		"You can use your book.": {Text: "You can use your book.", Type: gift.TypeDescription},
	} {
		want.Line = 1
		if got := read(t, text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is\n%+v, want\n%+v", text, got, want)
		}
	}
}

func TestTextsLoseTheirMarks(t *testing.T) {
	for text, want := range map[string]string{
		`a \{b\} \~ \= \# \: \\ c`:                                `a {b} ~ = # : \ c`,
		`one\ntwo\n\nthree`:                                       "one\ntwo\n\nthree",
		`\\n is no line end, \q is as it is`:                      `\n is no line end, \q is as it is`,
		"<p>a &lt; b</p><p>c<br>d</p>":                            "a < b\nc\nd",
		"[plain]<b>as it is</b>":                                  "<b>as it is</b>",
		"[markdown]**as it is**":                                  "**as it is**",
		"if 1 < 2 and 3 > 2":                                      "if 1 < 2 and 3 > 2",
		"\x1b[31mred\x00 \u202eturned":                            "[31mred turned",
		"합성곱 필터\\: 3x3":                                           "합성곱 필터: 3x3",
		"<table><tr><td>1</td><td>2</td></tr></table>":            "1 2",
		"seen<script>alert(1)</script><style>p{}</style><!--x-->": "",
	} {
		text += "{T}"
		if strings.Contains(text, "style") {
			want, text = "seen", `seen<script>alert(1)</script><style>p\{\}</style><!--x-->{T}`
		}
		if strings.Contains(text, "\x00") {
			text = strings.ReplaceAll(text, "\x00", "\x01") // zero bytes make it no text
		}
		if got := read(t, text).Text; got != want {
			t.Errorf("%q is read %q, want %q", text, got, want)
		}
	}
}

func TestLinesAndNamesAreTold(t *testing.T) {
	text := "\ufeff$CATEGORY: cnn/quiz\r\n\r\n// first\r\n::One::1?{=a thing ~b thing}\r\n\r\n\r\n::Two::2?{\r\n// within\r\n~a =b\r\n\r\n::Three::3?{=x}\r\n\r\n:: four{=x}"
	questions, notes, err := gift.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range questions {
		got = append(got, q.Name+string(rune('0'+q.Line)))
	}
	for _, n := range notes {
		got = append(got, n.Name+string(rune('0'+n.Line))+n.Words.Key)
	}
	want := []string{"One4", "Three;", "Two7gift.lost.braces", "=gift.lost.name"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "blank": "\n \n\t\n", "only comments": "// nothing\n", "not UTF-8": "a\xff{T}", "binary": "a\x00{T}",
		"too large": strings.Repeat("a", gift.MaxFile+1), "too many": strings.Repeat("a{T}\n\n", 1001),
	} {
		_, _, err := gift.Parse([]byte(text))
		if err == nil {
			t.Errorf("%s: taken", name)
			continue
		}
		if h, ok := err.(interface{ Hint() string }); !ok || h.Hint() == "" {
			t.Errorf("%s: no hint with %v", name, err)
		}
	}
}

func TestWhatCannotBeReadIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"a {=b": "braces", "a =b}": "braces", "a }{": "braces", "a {=b}{=c}": "braces", "::a {=b ~c}": "name",
		"a {b}": "answers", "a {b =c}": "answers", "a {#}": "number", "a {#x}": "number", "a {#5..1}": "number", "a {#1:-1}": "number",
		"a {#1e99}": "number", "a {~%500%b ~c}": "weight", "a {=%101%b}": "weight", "a {#=%200%1}": "weight", "a {b ~c}": "answers",
	} {
		questions, notes, err := gift.Parse([]byte(text))
		if err != nil || len(questions) != 0 || len(notes) != 1 || notes[0].Words.Key != "gift.lost."+want || !notes[0].Lost || notes[0].Line != 1 {
			t.Errorf("%q: %v %v %v, want %s", text, questions, notes, err, want)
		}
	}
}

func TestEndOfLinesOfTheFileDoesNotMatter(t *testing.T) {
	text := "a?{\n=b thing#why\n~c thing\n}\n\nd{#1}"
	want, _, _ := gift.Parse([]byte(text))
	for _, end := range []string{"\r\n", "\r"} {
		got, _, err := gift.Parse([]byte(strings.ReplaceAll(text, "\n", end)))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, %v", end, got, err)
		}
	}
}
