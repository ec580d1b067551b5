package course

import (
	"testing"

	"convtutor/internal/route"
	"convtutor/quiz"
)

func TestPlan(t *testing.T) {
	for text, want := range map[string]quiz.Plan{
		"quiz":                                    {Seed: 7, Count: 10},
		"quiz/output-size":                        {Kind: "output-size", Seed: 7, Count: 10},
		"quiz/output-size/2":                      {Kind: "output-size", Level: 2, Seed: 7, Count: 10},
		"quiz/output-size/2/9":                    {Kind: "output-size", Level: 2, Seed: 9, Count: 1},
		"quiz/output-size/2/9?count=3":            {Kind: "output-size", Level: 2, Seed: 9, Count: 3},
		"quiz?topic=conv&level=3&seed=4294967295": {Topic: "conv", Level: 3, Seed: 1<<32 - 1, Count: 10},
	} {
		at, err := route.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Plan(at, 7); err != nil || got != want {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

func TestPlanRefuses(t *testing.T) {
	for _, text := range []string{"quiz/k/x", "quiz/k/-1", "quiz/k/1/4294967296", "quiz?level=2.5", "quiz?seed=-1", "quiz?count=many"} {
		at, err := route.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if plan, err := Plan(at, 7); err == nil {
			t.Errorf("%s: %+v", text, plan)
		}
	}
}
