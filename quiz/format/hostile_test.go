package format

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/i18n"
	"convtutor/quiz"
	"convtutor/viz"
)

// shards are what hostile texts are made of: marks of each format, and what
// readers have stumbled over.
var shards = []string{
	"~", "=", "#", "####", "{", "}", ":", "::", `\`, `\n`, `\\`, "\n", "\n\n", "\r\n", "\t", "->", "→", "%50%", "%", "//", "$CATEGORY:",
	"[html]", "[plain]", "]]>", "<![CDATA[", "<b>", "</text>", "<script>", "&", "&amp;", "&&058;", "&&010", "&#61;", `"`, `""`, "'", ",", ";",
	"@", "+", "-", "|", "`", "`a|b`", "*", "**", "_", "!", "# ", "- ", "1. ", "$", "한글", "필터를 ", "가\u0301", "🙂", "\x00", "\x1b[31m",
	"\u202e", "\u2028", "\ufffe", "\xff", " ", "a", "b7", "..", "{1:SA:=x}", "TRUE", "x",
}

func hostile() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom(shards), 1, 12).Draw(t, "shards")
		return strings.Join(parts, "")
	}).Filter(func(text string) bool { return clean(text) != "" })
}

// raw is words that are said as they are.
func raw(text string) viz.Words { return viz.Words{Key: "raw", Args: viz.Args{"text": text}} }

// sayRaw says raw words, and others by the program's own.
func sayRaw(t testing.TB) viz.Say {
	t.Helper()
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	catalog := bundle.For("ko")
	return func(w viz.Words) string {
		switch {
		case w.Key == "raw":
			return w.Args["text"].(string)
		case w.Key == "format.slip":
			return w.Args["why"].(viz.Words).Args["text"].(string)
		case strings.HasPrefix(w.Key, "quiz."):
			return ":제목::" + w.Key + " #1 {~="
		}
		return catalog.Text(w.Key, w.Args)
	}
}

// drawn is a question whose every text is hostile.
func drawn(t *rapid.T, kind quiz.Type) quiz.Question {
	text := func(label string) string { return hostile().Draw(t, label) }
	q := quiz.Question{
		Kind: "k", Level: 1, Seed: 1, Topic: "padding", Type: kind,
		Prompt: []viz.Words{raw(text("given")), raw(text("ask"))}, Worked: []viz.Words{raw(text("worked"))},
	}
	for i := range rapid.IntRange(3, 6).Draw(t, "options") {
		// numbered, so that no two are the same
		q.Options = append(q.Options, quiz.Option{Answer: fmt.Sprint("o", i), Says: raw(fmt.Sprint(text("option"), i))})
	}
	slip := func(answer string) {
		q.Slips = append(q.Slips, quiz.Mistake{Answer: answer, Slip: "s", Why: raw(text("why"))})
	}
	switch kind {
	case quiz.TypeNumber:
		q.Options, q.Answer, q.Tolerance = nil, "2.5", 0.125
		slip("-7/2")
	case quiz.TypeShape:
		q.Options, q.Answer = nil, "4x5x6"
		slip("4x5x7")
	case quiz.TypePlace:
		q.Options, q.Answer = nil, "2, 3"
		q.Field = [][]float64{{1, -2.5, 3}, {4, 5, 6}}
		slip("3, 2")
	case quiz.TypeGrid:
		q.Options, q.Answer = nil, "4 -3 / 0.5 2"
		slip("4 3 / 2 4")
	case quiz.TypeOrder:
		order(t, &q)
	case quiz.TypeChoice, quiz.TypeSeveral:
		answers := []string{}
		for i := range q.Options {
			if i == 0 || kind == quiz.TypeSeveral && i < 3 {
				answers = append(answers, q.Options[i].Answer)
				continue
			}
			q.Options[i].Slip = "s"
			slip(q.Options[i].Answer)
		}
		q.Answer = strings.Join(answers, "; ")
	}
	return q
}

// order makes one order right, or two; at times two steps read the same.
func order(t *rapid.T, q *quiz.Question) {
	q.Answer = reversed(q.Options)
	last := len(q.Options) - 1
	if rapid.Bool().Draw(t, "several orders") {
		q.Accept = []string{reversed(append(q.Options[last:last+1:last+1], q.Options[:last]...)), reversed(q.Options)}
	} else if rapid.IntRange(0, 3).Draw(t, "alike") == 0 {
		q.Options[last].Says = q.Options[0].Says
	}
}

func reversed(options []quiz.Option) string {
	var texts []string
	for _, o := range options {
		texts = append([]string{o.Answer}, texts...)
	}
	return strings.Join(texts, " > ")
}

// everyType draws hostile questions of each type and hands them on with what
// they are expected to say.
func everyType(t *testing.T, check func(t *rapid.T, set Set, item Item)) {
	say := sayRaw(t)
	for _, kind := range []quiz.Type{
		quiz.TypeNumber, quiz.TypeShape, quiz.TypeChoice, quiz.TypeSeveral, quiz.TypeGrid, quiz.TypePlace, quiz.TypeOrder,
	} {
		t.Run(string(kind), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				q := drawn(t, kind)
				item, err := newItem(q, say)
				if err != nil {
					t.Fatal(err)
				}
				check(t, Set{Questions: []quiz.Question{q, q}, Says: map[string]viz.Say{"ko": say}, Language: "ko"}, item)
			})
		})
	}
}

// percentOf is a share of the points, worked out from the question alone.
func percentOf(item Item, c Choice) float64 {
	if item.Type == quiz.TypeChoice {
		if c.Right {
			return 100
		}
		return 0
	}
	right := 0.0
	for _, other := range item.Choices {
		if other.Right {
			right++
		}
	}
	if c.Right {
		return 100 / right
	}
	return -100 / right
}
