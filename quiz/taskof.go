package quiz

import (
	"slices"

	"convtutor/viz"
)

// taskOf asks which task an application is: what its answer consists of.
// Given.Values has "application", its name in the words.
type taskOf struct{}

func (taskOf) ID() string       { return "task-of" }
func (taskOf) Topics() []string { return []string{"tasks"} }
func (taskOf) Levels() int      { return 3 }

func (k taskOf) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawTaskOf)
}

// tasks are the four, with the slip of whoever names one that it is not.
var tasks = []struct{ name, slip string }{
	{"classification", "label-only"},
	{"detection", "box-instead"},
	{"segmentation", "mask-instead"},
	{"generation", "made-instead"},
}

// applications are those of each level and what the task of each is; the
// sentence is "quiz.task-of.app.<name>".
var applications = [3][]struct{ name, task string }{
	{
		{"cat-or-dog", "classification"},
		{"digit", "classification"},
		{"count-cars", "detection"},
		{"faces", "detection"},
		{"cut-out", "segmentation"},
		{"road-pixels", "segmentation"},
		{"old-photo", "generation"},
		{"new-faces", "generation"},
	},
	{
		{"ripe", "classification"},
		{"weather", "classification"},
		{"ball", "detection"},
		{"plates", "detection"},
		{"tumour-area", "segmentation"},
		{"background", "segmentation"},
		{"sharper", "generation"},
		{"colourise", "generation"},
	},
	{
		{"xray-yes-no", "classification"},
		{"sort-parts", "classification"},
		{"shelf", "detection"},
		{"birds", "detection"},
		{"flood", "segmentation"},
		{"leaf-share", "segmentation"},
		{"remove-person", "generation"},
		{"training-pictures", "generation"},
	},
}

func drawTaskOf(d dice, level int) (Question, bool) {
	all := applications[level-1]
	a := all[d.from(0, len(all)-1)]
	order := slices.Clone(tasks)
	d.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	q := Question{
		Prompt: []viz.Words{{Key: "quiz.task-of.app." + a.name}, {Key: "quiz.task-of.ask"}},
		Given:  Given{Values: Values{"application": a.name}},
		Type:   TypeChoice, Answer: a.task,
		Worked: []viz.Words{{Key: "quiz.worked.task-" + a.task}},
	}
	for _, t := range order {
		o := Option{Answer: t.name, Says: viz.Words{Key: "quiz.task-of." + t.name}}
		if t.name != a.task {
			o.Slip = t.slip
			q.Slips = append(q.Slips, Mistake{t.name, t.slip, why(t.slip, "", t.name)})
		}
		q.Options = append(q.Options, o)
	}
	return q, true
}

// AboutBoxes asks how many numbers an answer of detection has that frames so
// many things: where each box begins, its height and its width.
func AboutBoxes(things int) Question {
	const box = 4
	m := NewMistakes(itoa(box * things))
	m.Add(itoa(box), "one-box", itoa(box))
	m.Add(itoa(2*things), "place-without-size", product(2*things, things, 2))
	m.Add(itoa(things), "things-counted", itoa(things))
	m.Add(itoa(2*box*things), "corners-counted", product(2*box*things, things, box, 2))
	m.Add(itoa((box+1)*things), "label-counted", product((box+1)*things, things, box+1))
	return Question{
		Kind: taskOf{}.ID(), Level: 1, Topic: "tasks",
		Prompt: []viz.Words{{Key: "quiz.task-of.boxes", Args: viz.Args{"things": things}}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.worked.boxes", Args: viz.Args{"things": things, "box": box, "n": box * things}}},
	}
}
