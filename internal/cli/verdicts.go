package cli

import (
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"convtutor/quiz"
	"convtutor/quiz/assignment"
)

// verdict is a graded part as JSON.
type verdict struct {
	Part  string   `json:"part"`
	Typed string   `json:"answer"`
	Right bool     `json:"right"`
	Slips []string `json:"slips"`
	Text  string   `json:"text"`
}

// printVerdicts prints a line a part, or all of them as JSON.
func (a *app) printVerdicts(c *cobra.Command, lines []assignment.Line) error {
	list := make([]verdict, 0, len(lines))
	for _, l := range lines {
		var said []string
		for _, w := range l.Words() {
			said = append(said, a.say(w))
		}
		text := strings.Join(said, " ")
		if !a.flags.json {
			c.Println(oneLine(text))
		}
		list = append(list, verdict{
			Part: l.Part.ID, Typed: l.Typed, Right: l.Right(), Slips: slipsOf(l.Verdict), Text: text,
		})
	}
	if !a.flags.json {
		return nil
	}
	out, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	c.Println(string(out))
	return nil
}

func slipsOf(v quiz.Verdict) []string {
	ids := []string{}
	for _, m := range v.Slips {
		ids = append(ids, m.Slip)
	}
	return ids
}
