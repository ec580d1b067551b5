package format

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/quiz"
	"convtutor/viz"
)

func trimmedFloat(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// ours is questions with the program's own words.
func ours(t testing.TB, language string, plan quiz.Plan) Set {
	t.Helper()
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	questions, err := plan.Questions()
	if err != nil {
		t.Fatal(err)
	}
	says := map[string]viz.Say{}
	for _, code := range bundle.Codes() {
		catalog := bundle.For(code)
		says[code] = func(w viz.Words) string { return catalog.Text(w.Key, w.Args) }
	}
	return Set{Questions: questions, Says: says, Language: language}
}

// everyKind is questions of all kinds and levels.
func everyKind(t testing.TB, language string) Set {
	t.Helper()
	return ours(t, language, quiz.Plan{Seed: 1, Count: 6 * len(quiz.Kinds())})
}

func TestEveryFormatTakesEveryKind(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		set := everyKind(t, language)
		for _, f := range All() {
			for name, write := range map[string]func(Set) ([]byte, error){"questions": f.Write, "key": f.Key} {
				if write == nil {
					continue
				}
				out, err := write(set)
				if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
				again, _ := write(set)
				if !bytes.Equal(out, again) {
					t.Errorf("%s: %s differ the second time", f.Name, name)
				}
				if bytes.Contains(out, []byte("⟨")) || bytes.Contains(out, []byte("%!")) {
					t.Errorf("%s: words are missing in the %s", f.Name, name)
				}
			}
		}
	}
}

func TestOurQuestionsAreReadBack(t *testing.T) {
	for _, language := range []string{"en", "ko"} {
		set := everyKind(t, language)
		items, _, err := set.items()
		if err != nil {
			t.Fatal(err)
		}
		out, err := writeGIFT(set)
		if err != nil {
			t.Fatal(err)
		}
		_, gift, err := readGIFT(string(out))
		if err != nil || len(gift) != len(items) {
			t.Fatalf("%d GIFT questions of %d: %v", len(gift), len(items), err)
		}
		if out, err = writeMoodle(set); err != nil {
			t.Fatal(err)
		}
		moodle, err := readMoodle(out)
		if err != nil || len(moodle) != len(items)+1 {
			t.Fatalf("%d XML questions of %d: %v", len(moodle), len(items), err)
		}
		for i, item := range items {
			sameGIFT(t, gift[i], item)
			sameMoodle(t, moodle[i+1], item)
			table := shown(t, moodle[i+1].Text.Text)
			for _, p := range item.Planes {
				for y, row := range p.Rows {
					if want := strconv.Itoa(y+1) + "|" + strings.Join(row, "|"); !strings.Contains(table, "|"+want) {
						t.Errorf("%s: row %q is not in %q", item.Route, want, table)
					}
				}
			}
		}
	}
}

// TestAllWritingsAreGradedAlike holds what other programs are told is right or
// wrong to what this one says.
func TestAllWritingsAreGradedAlike(t *testing.T) {
	set := everyKind(t, "en")
	items, say, err := set.items()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for i, item := range items {
		q := set.Questions[i]
		right := item.Writings
		for _, n := range item.Numbers {
			right = append(right, n.Value)
		}
		for _, text := range right {
			if v := quiz.Grade(q, q.InLetters(text, say)); v.Status != quiz.Right && item.Type != quiz.TypeNumber {
				t.Errorf("%s: %q is written as right, and graded %v", q.Route(), text, v.Status)
			}
			checked++
		}
		for _, a := range item.texts() {
			if a.Percent == "100" {
				continue
			}
			if v := quiz.Grade(q, q.InLetters(a.Text, say)); v.Status != quiz.Wrong {
				t.Errorf("%s: %q is written as wrong, and graded %v", q.Route(), a.Text, v.Status)
			}
			checked++
		}
	}
	if checked == 0 {
		t.Error("no kind has an answer that is typed")
	}
}

// TestOtherRightAnswersAreTold holds who grades by the key to what this program
// takes: each other right answer once, and no other writing of one.
func TestOtherRightAnswersAreTold(t *testing.T) {
	options := []quiz.Option{{Answer: "p", Says: raw("P")}, {Answer: "q", Says: raw("Q")}, {Answer: "r", Says: raw("R")}}
	for _, c := range []struct {
		q    quiz.Question
		want []string
	}{
		{quiz.Question{Type: quiz.TypeNumber, Answer: "1200", Accept: []string{"1,200", "6", "6.0"}}, []string{"6"}},
		{quiz.Question{Type: quiz.TypeShape, Answer: "4x4x2", Accept: []string{"(4, 4, 2)", "4×4×2"}}, nil},
		{quiz.Question{Type: quiz.TypePlace, Answer: "1, 2", Accept: []string{"2, 1", "2,1", "1,2"}}, []string{"2, 1"}},
		{quiz.Question{Type: quiz.TypeChoice, Answer: "q", Accept: []string{"r"}, Options: options}, []string{"R"}},
		{quiz.Question{Type: quiz.TypeOrder, Answer: "p > q > r", Accept: []string{"q > p > r", "b, a, c"}, Options: options}, []string{"Q > P > R"}},
	} {
		c.q.Kind, c.q.Prompt = "k", []viz.Words{raw("?")}
		item, err := newItem(c.q, sayRaw(t))
		if err != nil || !slices.Equal(item.Also, c.want) {
			t.Errorf("%s %s: %q, %v, want %q", c.q.Type, c.q.Answer, item.Also, err, c.want)
		}
		key, card := strings.Join(also(item, sayRaw(t)), ""), back(item, sayRaw(t))
		for _, other := range c.want {
			if !strings.Contains(key, other) || !strings.Contains(card, htmlText(other)) {
				t.Errorf("%q is not in the key %q, or not on the card %q", other, key, card)
			}
		}
	}
}

// TestEveryAcceptedAnswerIsWritten asks for all the ways of writing each of
// several right places.
func TestEveryAcceptedAnswerIsWritten(t *testing.T) {
	q := quiz.Question{
		Kind: "k", Type: quiz.TypePlace, Answer: "1, 2", Accept: []string{"2, 1"}, Field: [][]float64{{1, 2}, {3, 4}},
		Prompt: []viz.Words{raw("where?")},
	}
	item, err := newItem(q, sayRaw(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1, 2", "(1,2)", "2, 1", "(2, 1)", "2 1"} {
		if !slices.Contains(item.Writings, want) {
			t.Errorf("%q is not among %q", want, item.Writings)
		}
	}
}

func TestNumbersAreDecimalsWithTheirTolerance(t *testing.T) {
	for _, c := range []struct {
		answer    string
		tolerance float64
		want      Number
	}{
		{"270", 0, Number{"270", "0"}},
		{"1,440,000", 0, Number{"1440000", "0"}},
		{"-7/2", 0, Number{"-3.5", "0"}},
		{"7/3", 0, Number{"2.333333", "0.001"}},
		{"7/3", 0.01, Number{"2.333333", "0.01"}},
		{"2.50", 0.005, Number{"2.5", "0.005"}},
		{"1e3", 0, Number{}},
	} {
		if got, _ := number(c.answer, c.tolerance); got != c.want {
			t.Errorf("%s within %v is %v, want %v", c.answer, c.tolerance, got, c.want)
		}
	}
}

func TestFormatsAreFoundByNameAndByFile(t *testing.T) {
	for _, f := range All() {
		byName, ok1 := Find(f.Name)
		byFile, ok2 := ForFile("Sheet" + strings.ToUpper(f.Ending))
		if !ok1 || !ok2 || byName.Name != f.Name || byFile.Name != f.Name {
			t.Errorf("%s is not found", f.Name)
		}
	}
	if _, ok := Find("nothing"); ok {
		t.Error("a format is found that is not there")
	}
}
