package quiz

import (
	"encoding/json"
	"slices"
	"strings"

	"convtutor/viz"
)

type questionJSON struct {
	Kind      string            `json:"kind"`
	Level     int               `json:"level"`
	Seed      uint32            `json:"seed"`
	Route     string            `json:"route"`
	Prompt    map[string]string `json:"prompt"`
	Given     givenJSON         `json:"given"`
	Type      Type              `json:"type"`
	Answer    string            `json:"answer"`
	Accept    []string          `json:"accept"`
	Tolerance float64           `json:"tolerance"`
	Options   []optionJSON      `json:"options,omitempty"`
	Slips     []optionJSON      `json:"slips"`
}

// givenJSON is what is given; Field is what a place is pointed at on.
type givenJSON struct {
	Spec    string      `json:"spec,omitempty"`
	Rule    string      `json:"rule,omitempty"`
	Problem *Problem    `json:"problem,omitempty"`
	At      []int       `json:"at,omitempty"`
	Ask     string      `json:"ask,omitempty"`
	Field   [][]float64 `json:"field,omitempty"`
	Values  Values      `json:"-"`
}

// MarshalJSON writes the named values beside the rest, by name.
func (g givenJSON) MarshalJSON() ([]byte, error) {
	type plain givenJSON
	fixed, err := json.Marshal(plain(g))
	if err != nil || len(g.Values) == 0 {
		return fixed, err
	}
	named, err := json.Marshal(g.Values)
	if err != nil {
		return nil, err
	}
	if string(fixed) == "{}" {
		return named, nil
	}
	return slices.Concat(fixed[:len(fixed)-1], []byte(","), named[1:]), nil
}

type optionJSON struct {
	Answer string `json:"answer"`
	Slip   string `json:"slip,omitempty"`
}

// Encode writes questions as a JSON array. says gives each language's way to
// say words, by its code: "ko", "en".
func Encode(questions []Question, says map[string]viz.Say) ([]byte, error) {
	list := make([]questionJSON, 0, len(questions))
	for _, q := range questions {
		e := questionJSON{
			Kind: q.Kind, Level: q.Level, Seed: q.Seed, Route: q.Route(), Prompt: map[string]string{},
			Given: given(q), Type: q.Type, Answer: q.Answer, Accept: append([]string{}, q.Accept...),
			Tolerance: q.Tolerance, Slips: []optionJSON{},
		}
		for lang, say := range says {
			e.Prompt[lang] = q.Text(say)
		}
		for _, o := range q.Options {
			e.Options = append(e.Options, optionJSON{o.Answer, o.Slip})
		}
		for _, m := range q.Slips {
			e.Slips = append(e.Slips, optionJSON{m.Answer, m.Slip})
		}
		list = append(list, e)
	}
	return json.MarshalIndent(list, "", "  ")
}

func given(q Question) givenJSON {
	g := q.Given
	return givenJSON{g.Spec, g.Rule, g.Problem, g.At, g.Ask, q.Field, g.Values}
}

// Text says the whole question, its numbers included, as it can be read where
// no picture is.
func (q Question) Text(say viz.Say) string {
	var parts []string
	last := len(q.Prompt) - 1
	for _, w := range q.Prompt[:last] {
		parts = append(parts, say(w))
	}
	for _, w := range append(q.Numbers(), q.Prompt[last]) {
		parts = append(parts, say(w))
	}
	return strings.Join(parts, " ")
}
