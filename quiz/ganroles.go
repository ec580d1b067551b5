package quiz

import (
	"fmt"

	"convtutor/viz"
)

// ganRoles asks who and what is who and what in a GAN: level 1 what a sign
// stands for or which sign stands for a thing, level 2 which sign a part of a
// story such as that of the forger and the police is, level 3 the shape of what
// comes out. Given.Values has "sign" ("z", "x", "G", "D", "G(z)", "D(x)", answered
// by what it is), or "thing" ("random-start", "made", "data", "opinion", "maker",
// "judge"), or "story" and "part", such a thing (both answered in the same way), or
// "z" and "picture", shapes, of which Given.Ask says what is asked for: "fake" or
// "judged" (both as large as a picture) or "verdict" (1x1x1).
type ganRoles struct{}

func (ganRoles) ID() string       { return "gan-roles" }
func (ganRoles) Topics() []string { return []string{"gan-arch", "gan-story", "gan-def"} }
func (ganRoles) Levels() int      { return 3 }

func (k ganRoles) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanRoles)
}

// ganSign is a sign of a GAN and what it is, with the slip of who takes another
// for it: by that sign's name.
type ganSign struct {
	sign, role string
	slips      map[string]string
}

var ganSigns = []ganSign{
	{"z", "noise", map[string]string{"G(z)": "z-is-fake", "x": "z-is-fake", "G": "output-for-net", "D": "g-and-d-swap", "D(x)": "output-for-input"}},
	{"G(z)", "fake", map[string]string{"z": "z-is-fake", "x": "real-fake-swap", "G": "output-for-net", "D": "g-and-d-swap", "D(x)": "output-for-input"}},
	{"x", "real", map[string]string{"G(z)": "real-fake-swap", "z": "z-is-fake", "D(x)": "output-for-input", "D": "output-for-net", "G": "g-and-d-swap"}},
	{"D(x)", "probability", map[string]string{"x": "output-for-input", "D": "output-for-net", "G": "g-and-d-swap", "G(z)": "real-fake-swap", "z": "output-for-input"}},
	{"G", "generator", map[string]string{"D": "g-and-d-swap", "G(z)": "output-for-net", "z": "z-is-fake", "D(x)": "output-for-input", "x": "real-fake-swap"}},
	{"D", "discriminator", map[string]string{"G": "g-and-d-swap", "D(x)": "output-for-net", "x": "real-fake-swap", "G(z)": "output-for-input", "z": "z-is-fake"}},
}

// ganData are what a GAN may learn to make, and ganStories the stories that are
// told of one; their words end in these.
var (
	ganData    = []string{"digits", "faces", "cats", "rooms", "shoes", "flowers"}
	ganStories = []string{"note", "painting", "signature"}
)

func drawGanRoles(d dice, level int) (Question, bool) {
	if level == 3 {
		return askGanShape(d)
	}
	order := d.rng.Perm(len(ganSigns))
	right := ganSigns[order[0]]
	q, key := askSign(d, right)
	if level == 2 {
		story := d.text(ganStories...)
		q.Topic, q.Given.Values = "gan-story", Values{"story": story, "part": ganThings[right.role]}
		q.Prompt = []viz.Words{
			{Key: "quiz.gan-roles.story-" + story},
			{Key: "quiz.gan-roles.ask-" + story + "-" + right.role, Args: viz.Args{"p": 5 * d.from(11, 19)}},
		}
		key = "quiz.gan-roles.sign-"
	}
	var wrong []Option
	for _, i := range order[1:] {
		wrong = append(wrong, Option{Answer: ganSigns[i].role, Slip: right.slips[ganSigns[i].sign]})
	}
	q.choose(d, key, right.role, wrong...)
	q.Worked = []viz.Words{{Key: "quiz.gan-roles.worked-" + right.role}}
	return q, true
}

// ganThings are what a part of a GAN is outside of it, by what it is in it.
var ganThings = map[string]string{
	"noise": "random-start", "fake": "made", "real": "data", "probability": "opinion", "generator": "maker", "discriminator": "judge",
}

// askSign asks what a sign stands for, or which sign stands for a thing, in a GAN
// with data of its own; key is how the options' words begin.
func askSign(d dice, right ganSign) (q Question, key string) {
	args := viz.Args{
		"what":  viz.Words{Key: "quiz.gan-roles.data-" + d.text(ganData...)},
		"count": viz.Grouped(1000 * d.from(5, 90)), "n": 10 * d.from(5, 30), "sign": right.sign, "p": 5 * d.from(11, 19),
	}
	q = Question{Topic: "gan-arch", Given: Given{Values: Values{"sign": right.sign}}}
	ask := "quiz.gan-roles.ask-sign"
	if key = "quiz.gan-roles.is-"; d.chance(2) {
		q.Given.Values, ask = Values{"thing": ganThings[right.role]}, "quiz.gan-roles.which-"+right.role
		key = "quiz.gan-roles.sign-"
	}
	q.Prompt = []viz.Words{{Key: "quiz.gan-roles.data", Args: args}, {Key: ask, Args: args}}
	return q, key
}

// askGanShape asks for the shape of a fake, of what D gets to judge it by, or of
// what D answers.
func askGanShape(d dice) (Question, bool) {
	h, w, c := 4*d.from(4, 16), 4*d.from(4, 16), d.one(1, 3)
	z := fmt.Sprintf("1x1x%d", 10*d.from(2, 20))
	picture, verdict, ask := fmt.Sprintf("%dx%dx%d", h, w, c), "1x1x1", d.text("fake", "judged", "verdict")
	right := picture
	if ask == "verdict" {
		right = verdict
	}
	m := NewMistakes(right)
	m.Add(z, "z-is-fake", z)
	if ask == "verdict" {
		m.Add(picture, "output-for-input", picture)
		m.Add("1x1x2", "two-outputs", "1x1x2")
	} else {
		m.Add(verdict, "g-and-d-swap", verdict)
		m.Add(fmt.Sprintf("%dx%dx%d", w, h, c), "h-w-swap", fmt.Sprintf("%dx%dx%d", w, h, c))
		m.Add(fmt.Sprintf("%dx%dx%d", h, w, 2*c), "two-outputs", fmt.Sprintf("%dx%dx%d", h, w, 2*c))
	}
	return Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-roles.shapes", Args: viz.Args{"z": z, "picture": picture}},
			{Key: "quiz.gan-roles.ask-shape-" + ask},
		},
		Given: Given{Ask: ask, Values: Values{"z": z, "picture": picture}},
		Type:  TypeShape, Answer: right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.gan-roles.worked-shape-" + ask, Args: viz.Args{"shape": right}}},
	}, h != w && len(m.list) >= 3
}
