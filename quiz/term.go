package quiz

import (
	"slices"
	"strings"

	"convtutor/viz"
)

// termOf asks which word is meant: by what it says at level 1, among its
// neighbours at level 2; at level 3 it asks about a word that texts use for more
// than one thing. Given.Values has "clue", the id of the sentence in the
// glossary's words, or "clash", that of the word's question.
type termOf struct{}

func (termOf) ID() string { return "term" }
func (termOf) Topics() []string {
	return []string{"cnn-def", "conv", "filters", "maps", "padding", "pooling"}
}
func (termOf) Levels() int { return 3 }

func (k termOf) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawTerm)
}

// termGroups are terms of the glossary, neighbours together, with the topic
// that treats them.
var termGroups = []struct{ topic, terms string }{
	{"cnn-def", `feed-forward supervised-learning feature-extraction classifier`},
	{"conv", `filter window bias weight cross-correlation`},
	{"padding", `stride padding dilation valid-padding same-padding`},
	{"filters", `channel depth parameter hyperparameter weight-sharing`},
	{"maps", `feature-map activation-map receptive-field volume`},
	{"maps", `relu leaky-relu sigmoid softmax tanh`},
	{"pooling", `max-pooling average-pooling min-pooling global-average-pooling`},
	{"convnet", `flatten fully-connected transposed-convolution convolution-layer`},
	{"tasks", `classification detection segmentation generation`},
	{"learn", `gradient loss epoch learning-rate overfitting`},
	{"gan-arch", `generator discriminator noise fake-sample real-sample`},
}

// clashes are words used for more than one thing. The first option is right;
// the sentences are "terms.clash.<name>.<option>".
var clashes = []struct{ name, topic, options string }{
	{"filter-depth", "filters", `channels-read filters-there side layers`},
	{"network-depth", "convnet", `layers channels cells epochs`},
	{"strictly", "conv", `cross-correlation turned transposed matrix`},
	{"kernel", "filters", `filter map window step`},
	{"deconvolution", "convnet", `larger undo unpad pool`},
	{"dense", "convnet", `full many-filters overlap stacked`},
	{"before-function", "maps", `feature activation field mask`},
	{"neuron", "maps", `all maps places whole`},
	{"dilation", "stride", `none one two nine`},
	{"hyperparameter", "filters", `stride weight bias cell`},
	{"valid", "padding", `none one half full`},
	{"grey-depth", "colour", `one none colours tones`},
}

// Terms lists the ids of the glossary's terms that are asked for.
func Terms() []string {
	var ids []string
	for _, g := range termGroups {
		ids = append(ids, strings.Fields(g.terms)...)
	}
	return ids
}

func drawTerm(d dice, level int) (Question, bool) {
	if level == 3 {
		return askClash(d), true
	}
	group := termGroups[d.from(0, len(termGroups)-1)]
	near := strings.Fields(group.terms)
	right := near[d.from(0, len(near)-1)]
	others := near
	if level == 1 { // of other groups, one each
		others = nil
		for _, i := range d.rng.Perm(len(termGroups)) {
			if g := strings.Fields(termGroups[i].terms); !slices.Contains(g, right) {
				others = append(others, g[d.from(0, len(g)-1)])
			}
		}
	}
	others = slices.DeleteFunc(slices.Clone(others), func(id string) bool { return id == right })
	d.rng.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	return askTerm(d, group.topic, right, others[:3]), true
}

// askTerm asks for the word of a clue.
func askTerm(d dice, topic, right string, others []string) Question {
	clue := func(id string) viz.Words { return viz.Words{Key: "terms." + id + ".clue"} }
	word := func(id string) viz.Words { return viz.Words{Key: "terms." + id + ".word"} }
	q := Question{
		Topic: topic, Type: TypeChoice, Answer: right,
		Prompt: []viz.Words{clue(right), {Key: "quiz.term.ask"}},
		Given:  Given{Values: Values{"clue": right}},
		Worked: []viz.Words{{Key: "quiz.term.worked", Args: viz.Args{"word": word(right), "clue": clue(right)}}},
		Options: []Option{
			{Answer: right, Says: word(right)},
		},
	}
	for _, id := range others {
		q.wrongWord(id, "other-term", word(id), clue(id))
	}
	d.rng.Shuffle(len(q.Options), func(i, j int) { q.Options[i], q.Options[j] = q.Options[j], q.Options[i] })
	return q
}

// wrongWord adds a wrong option, and what to say to who picks it.
func (q *Question) wrongWord(answer, slip string, says, wrong viz.Words) {
	q.Options = append(q.Options, Option{Answer: answer, Slip: slip, Says: says})
	q.Slips = append(q.Slips, Mistake{answer, slip, viz.Words{Key: "slip." + slip + ".why", Args: viz.Args{"wrong": wrong}}})
}

// askClash asks about a word that stands for more than one thing.
func askClash(d dice) Question {
	c := clashes[d.from(0, len(clashes)-1)]
	says := func(part string) viz.Words { return viz.Words{Key: "terms.clash." + c.name + "." + part} }
	options := strings.Fields(c.options)
	q := Question{
		Topic: c.topic, Type: TypeChoice, Answer: options[0],
		Prompt:  []viz.Words{says("ask")},
		Given:   Given{Values: Values{"clash": c.name}},
		Worked:  []viz.Words{says("why")},
		Options: []Option{{Answer: options[0], Says: says(options[0])}},
	}
	for _, o := range options[1:] {
		q.wrongWord(o, "word-clash", says(o), says(o))
	}
	d.rng.Shuffle(len(q.Options), func(i, j int) { q.Options[i], q.Options[j] = q.Options[j], q.Options[i] })
	return q
}
