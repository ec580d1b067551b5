package plain

import (
	"strings"
	"testing"

	"convtutor/quiz"
	"convtutor/viz"
)

// asked are questions of the types that are more than a number, a shape or a
// letter; their words are borrowed.
func asked() map[quiz.Type]quiz.Question {
	prompt := []viz.Words{{Key: "quiz.stack-shape.ask"}}
	slip := func(answer, id string) []quiz.Mistake {
		return []quiz.Mistake{{Answer: answer, Slip: id, Why: quiz.Why(id, "1 + 1 = 2")}}
	}
	named := func(answer, key, slip string) quiz.Option {
		return quiz.Option{Answer: answer, Slip: slip, Says: viz.Words{Key: key}}
	}
	return map[quiz.Type]quiz.Question{
		quiz.TypeGrid: {Type: quiz.TypeGrid, Prompt: prompt, Answer: "4 -3 / 2 1", Slips: slip("4 -3 / 2 2", "flip")},
		quiz.TypeSeveral: {
			Type: quiz.TypeSeveral, Prompt: prompt, Answer: "conv; pool", Slips: slip("relu", "relu-first"),
			Options: []quiz.Option{named("relu", "maps.function.relu", "relu-first"), named("conv", "chain.conv", ""), named("pool", "chain.pool", "")},
		},
		quiz.TypePlace: {
			Type: quiz.TypePlace, Prompt: prompt, Answer: "2, 3", Field: [][]float64{{1, 2, 3}, {4, 5, 6}}, Slips: slip("3, 2", "h-w-swap"),
		},
		quiz.TypeOrder: {
			Type: quiz.TypeOrder, Prompt: prompt, Answer: "conv > relu > pool", Slips: slip("relu > conv > pool", "relu-first"),
			Options: []quiz.Option{named("relu", "maps.function.relu", ""), named("pool", "chain.pool", ""), named("conv", "chain.conv", "")},
		},
	}
}

// TestTypesOfAnswerAreTyped answers each type wrongly, by a slip, in a way that
// cannot be read and rightly, and hears what is said to it.
func TestTypesOfAnswerAreTyped(t *testing.T) {
	for _, c := range []struct {
		typed quiz.Type
		line  string
		key   string // of what is said
		args  viz.Args
		done  bool
	}{
		{quiz.TypeGrid, "4 -3 / 2", "quiz.unreadable.cells", viz.Args{"rows": 2, "columns": 2, "typed": "4 -3 / 2"}, false},
		{quiz.TypeGrid, "4 3 / 2 2", "plain.cells-wrong", viz.Args{"parts": "1, 2; 2, 2"}, false},
		{quiz.TypeGrid, "4 -3 / 2 2", "slip.flip.why", viz.Args{"wrong": "1 + 1 = 2"}, false},
		{quiz.TypeGrid, "4 -3; 2 1", "quiz.right", viz.Args{"typed": "4 -3; 2 1"}, true},
		{quiz.TypeSeveral, "b", "quiz.wrong.several-missing", viz.Args{"right": 1, "of": 2, "typed": "b"}, false},
		{quiz.TypeSeveral, "ReLU, Conv", "slip.relu-first.why", viz.Args{"wrong": "1 + 1 = 2"}, false},
		{quiz.TypeSeveral, "bc", "quiz.right", viz.Args{"typed": "bc"}, true},
		{quiz.TypePlace, "9, 9", "quiz.unreadable.outside", viz.Args{"rows": 2, "columns": 3, "typed": "9, 9"}, false},
		{quiz.TypePlace, "3, 2", "slip.h-w-swap.why", viz.Args{"wrong": "1 + 1 = 2"}, false},
		{quiz.TypePlace, "2행 3열", "quiz.right", viz.Args{"typed": "2행 3열"}, true},
		{quiz.TypeOrder, "b a c", "plain.places-right", viz.Args{"parts": "2"}, false},
		{quiz.TypeOrder, "b c a", "quiz.wrong.order", viz.Args{"n": 0, "of": 3, "typed": "b c a"}, false},
		{quiz.TypeOrder, "a c b", "slip.relu-first.why", viz.Args{"wrong": "1 + 1 = 2"}, false},
		{quiz.TypeOrder, "ㅊㅁㅠ", "quiz.right", viz.Args{"typed": "ㅊㅁㅠ"}, true},
	} {
		for _, language := range []string{"en", "ko"} {
			s := newSession(t, language)
			k, out := begin(t, s, "quiz/output-size/1/5")
			ask := &asking{talk: k, question: asked()[c.typed]}
			k.at.(*practice).ask = ask
			out.Reset()
			ask.tell()
			how := s.Text("plain.how." + string(c.typed))
			if first, _, _ := strings.Cut(how, "⟨"); !strings.Contains(oneLine(out.String()), oneLine(first)) {
				t.Errorf("%s, %s: how it is typed is not said: %q", language, c.typed, out)
			}
			out.Reset()
			k.take(c.line)
			if want := oneLine(speakable(k.text(c.key, c.args))); !strings.Contains(oneLine(out.String()), want) {
				t.Errorf("%s, %s: %q was met with %q, not with %q", language, c.typed, c.line, out, want)
			}
			if ask.done != c.done || c.done && s.Progress.State().Quiz[""].Right != 1 {
				t.Errorf("%s, %s: %q: done is %v", language, c.typed, c.line, ask.done)
			}
			out.Reset()
			if c.done {
				k.take("s")
				if !strings.Contains(oneLine(out.String()), oneLine(speakable(k.text("plain.right-is", viz.Args{"answer": ask.question.AnswerText(s.Say)})))) {
					t.Errorf("%s, %s: the solution after the answer says %q", language, c.typed, out)
				}
			}
		}
	}
}
