package quiz

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/viz"
)

// walkGAN animates what is asked about a GAN, with the numbers that are given.
func (q Question) walkGAN() (Walk, bool) {
	var a viz.Animation
	switch q.Kind {
	case (ganValue{}).ID():
		a = q.walkLogs()
	case (ganBest{}).ID():
		a = q.walkDensities()
	case (ganModes{}).ID():
		a = q.walkModes()
	case (ganCurves{}).ID():
		a = q.walkCurves()
	case (ganRoles{}).ID():
		a = q.walkRoles()
	case (ganGoals{}).ID():
		a = q.walkGoals()
	case (ganWeights{}).ID():
		a = q.walkWeights()
	case (ganSteps{}).ID():
		a = q.walkSteps()
	default:
		return Walk{}, false
	}
	return Walk{Animation: a, Level: viz.LevelWindow}, true
}

// so ends a walk with the answer; of tells apart how that is said.
func (q Question) so(of string) viz.Words {
	args := viz.Args{"answer": q.answerWords()}
	if of == "because" {
		args["why"] = q.Worked[len(q.Worked)-1]
	}
	return viz.Words{Key: "gan.so." + of, Args: args}
}

// answerWords is the right answer in words, or as it is typed.
func (q Question) answerWords() any {
	answers, between := []string{q.Answer}, ""
	switch q.Type {
	case TypeSeveral:
		answers, between = strings.Split(q.Answer, "; "), "and"
	case TypeOrder:
		answers, between = strings.Split(q.Answer, " > "), "then"
	}
	var all any
	for _, answer := range answers {
		var text any = answer
		for _, o := range q.Options {
			if o.Answer == answer && o.Says.Key != "" {
				text = o.Says
			}
		}
		if all == nil {
			all = text
			continue
		}
		all = viz.Words{Key: "gan.so." + between, Args: viz.Args{"first": all, "second": text}}
	}
	return all
}

// floats, whole numbers and texts of what is given.
func (v Values) floats(name string) []float64 { list, _ := v[name].([]float64); return list }
func (v Values) texts(name string) []string   { list, _ := v[name].([]string); return list }
func (v Values) ints(name string) []int       { list, _ := v[name].([]int); return list }
func (v Values) text(name string) string      { text, _ := v[name].(string); return text }

func (q Question) walkLogs() viz.Animation {
	v := q.Given.Values
	genuine, fake := v.floats("d_real"), v.floats("d_fake")
	if q.Given.Ask == "value" {
		return viz.NewLogTerms(q.so("value"), viz.GanAnswers{Genuine: genuine, Fake: fake})
	}
	states := make([]viz.GanAnswers, len(genuine))
	for i := range states {
		states[i] = viz.GanAnswers{Name: string(rune('A' + i)), Genuine: genuine[i : i+1], Fake: fake[i : i+1]}
	}
	return viz.NewLogTerms(q.so("who"), states...)
}

func (q Question) walkDensities() viz.Animation {
	v := q.Given.Values
	if q.Given.Ask == "value" {
		return viz.NewValueAtBest(v.floats("p_data"), v.floats("p_g"), q.so("value"))
	}
	at, _ := v["point"].(int)
	return viz.NewBestD(v.floats("p_data"), v.floats("p_g"), at-1, q.so("best"))
}

// readCounts reads counts as they are typed: "25 25 50".
func readCounts(text string) []int {
	var list []int
	for s := range strings.FieldsSeq(text) {
		if n, err := strconv.Atoi(s); err == nil {
			list = append(list, n)
		}
	}
	return list
}

func (q Question) walkModes() viz.Animation {
	v := q.Given.Values
	switch q.Given.Ask {
	case "missing":
		return viz.NewMissingModes(v.ints("data"), v.ints("made"), q.so("modes-missing"))
	case "wrong":
		return viz.NewWrongModes(v.ints("data"), v.ints("made"), q.so("modes-wrong"))
	}
	texts := v.texts("made")
	made, names := make([][]int, len(texts)), make([]string, len(texts))
	for i, text := range texts {
		made[i], names[i] = readCounts(text), string(rune('a'+i))
	}
	best := max(slices.Index(texts, q.Answer), 0)
	ending := q.so("modes-nearest")
	ending.Args["name"] = names[best]
	return viz.NewNearestModes(readCounts(v.text("data")), made, names, best, ending)
}

func (q Question) walkCurves() viz.Animation {
	v := q.Given.Values
	if q.Given.Ask == "reading" {
		return viz.NewLossCurves(q.so("answer"), viz.LossRun{D: v.floats("d_loss"), G: v.floats("g_loss")})
	}
	var runs []viz.LossRun
	for letter := 'a'; v.floats(string(letter)+"_d_loss") != nil; letter++ {
		name := string(letter)
		runs = append(runs, viz.LossRun{Name: strings.ToUpper(name), D: v.floats(name + "_d_loss"), G: v.floats(name + "_g_loss")})
	}
	return viz.NewLossCurves(q.so("answer"), runs...)
}
