package gradebook

import (
	"encoding/json"
	"math"
	"time"

	"convtutor/quiz"
	"convtutor/quiz/exam"
	"convtutor/viz"
)

// MarshalJSON writes null for what is undefined.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.Defined {
		return []byte("null"), nil
	}
	return json.Marshal(rounded(n.Value))
}

// rounded takes off what only rounding made.
func rounded(v float64) float64 { return math.Round(v*1e9) / 1e9 }

type classJSON struct {
	Exam      string         `json:"exam"`
	Title     string         `json:"title"`
	Attempts  Pick           `json:"attempts"`
	Results   []rowJSON      `json:"results"`
	Questions []questionJSON `json:"questions"`
	Summary   summaryJSON    `json:"summary"`
	Slips     []slipJSON     `json:"slips"`
	Changes   []changeJSON   `json:"changes,omitempty"`
	Unread    []Unread       `json:"unread,omitempty"`
}

type rowJSON struct {
	File      string        `json:"file"`
	Student   string        `json:"student"`
	Attempt   int           `json:"attempt"`
	Counts    bool          `json:"counts"`
	Held      bool          `json:"held"`
	Points    *float64      `json:"points"`
	Of        *float64      `json:"of"`
	Percent   *float64      `json:"percent"`
	ByHand    int           `json:"by_hand"`
	Began     *time.Time    `json:"began,omitempty"`
	Submitted *time.Time    `json:"submitted,omitempty"`
	Problems  []problemJSON `json:"problems"`
	Remarks   []problemJSON `json:"remarks,omitempty"`
	Marks     []markJSON    `json:"marks,omitempty"`
}

type problemJSON struct {
	Kind    exam.ProblemKind `json:"kind"`
	Serious bool             `json:"serious"`
	Line    int              `json:"line,omitempty"`
	Text    string           `json:"text"`
}

type markJSON struct {
	ID     string   `json:"id"`
	Route  string   `json:"route,omitempty"` // of a question that the program made
	Answer string   `json:"answer"`
	Right  string   `json:"right,omitempty"` // the answer that it should be
	Late   bool     `json:"late,omitempty"`
	ByHand bool     `json:"by_hand,omitempty"`
	Credit float64  `json:"credit"`
	Points float64  `json:"points"`
	Of     float64  `json:"of"`
	Slips  []string `json:"slips,omitempty"`
}

type questionJSON struct {
	ID            string       `json:"id"`
	Kind          string       `json:"kind,omitempty"`
	Level         int          `json:"level,omitempty"`
	Points        float64      `json:"points"`
	ByHand        bool         `json:"by_hand,omitempty"`
	Answered      int          `json:"answered"`
	Facility      Number       `json:"facility"`
	UpperLower    Number       `json:"upper_lower_27"`
	PointBiserial Number       `json:"point_biserial"`
	ItemRest      Number       `json:"item_rest"`
	Slips         []slipJSON   `json:"slips"`
	Options       []optionJSON `json:"options,omitempty"`
}

type optionJSON struct {
	Text     string `json:"text"`
	Right    bool   `json:"right"`
	Students int    `json:"students"`
}

type summaryJSON struct {
	Students  int     `json:"students"`
	Held      int     `json:"held"`
	Of        float64 `json:"of"`
	Mean      Number  `json:"mean"`
	Median    Number  `json:"median"`
	Deviation Number  `json:"standard_deviation"`
	Least     Number  `json:"least"`
	Most      Number  `json:"most"`
	KR20      Number  `json:"kr20"`
	Alpha     Number  `json:"cronbach_alpha"`
	Error     Number  `json:"standard_error"`
}

type slipJSON struct {
	Slip     string       `json:"slip"`
	Students int          `json:"students"`
	Answers  int          `json:"answers"`
	Example  *exampleJSON `json:"example,omitempty"`
}

type exampleJSON struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Why      string `json:"why"`
}

type changeJSON struct {
	File    string           `json:"file"`
	Student string           `json:"student"`
	Attempt int              `json:"attempt"`
	Old     float64          `json:"old"`
	OldOf   float64          `json:"old_of"`
	New     float64          `json:"new"`
	NewOf   float64          `json:"new_of"`
	Marks   []markChangeJSON `json:"questions"`
}

type markChangeJSON struct {
	ID     string  `json:"id"`
	Answer string  `json:"answer"`
	Old    float64 `json:"old"`
	New    float64 `json:"new"`
}

// JSON writes everything, for programs. Words are said by say.
func (c *Class) JSON(changes []Change, language string, say viz.Say) ([]byte, error) {
	out := classJSON{
		Exam: c.Exam.ID, Title: c.Exam.Title.In(language), Attempts: c.Rules.Pick,
		Results: []rowJSON{}, Questions: []questionJSON{}, Summary: summaryJSON(c.Summary), Slips: slipsJSON(c.Slips, say),
		Unread: c.Unread,
	}
	for _, row := range c.Rows {
		out.Results = append(out.Results, row.json(say))
	}
	for _, item := range c.Items {
		out.Questions = append(out.Questions, questionJSON{
			item.ID, item.Entry.Kind, item.Entry.Level, item.Points, item.ByHand, item.Answered,
			item.Facility, item.UpperLower, item.PointBiserial, item.ItemRest, slipsJSON(item.Slips, nil), optionsJSON(item.Taken, language),
		})
	}
	for _, ch := range changes {
		change := changeJSON{
			File: ch.File, Student: ch.Student, Attempt: ch.Attempt,
			Old: rounded(ch.Old), OldOf: ch.OldOf, New: rounded(ch.New), NewOf: ch.NewOf, Marks: []markChangeJSON{},
		}
		for _, m := range ch.Marks {
			change.Marks = append(change.Marks, markChangeJSON{m.ID, m.Answer, rounded(m.Old), rounded(m.New)})
		}
		out.Changes = append(out.Changes, change)
	}
	return json.MarshalIndent(out, "", "  ")
}

func (row Row) json(say viz.Say) rowJSON {
	r := rowJSON{
		File: row.File, Student: row.Student, Attempt: row.Attempt, Counts: row.Counts, Held: row.Held,
		Began: moment(row.Result.Began), Submitted: moment(row.Result.Submitted), Problems: []problemJSON{},
	}
	r.Problems = append(r.Problems, problemsJSON(row.Problems, say)...)
	r.Remarks = problemsJSON(row.Remarks, say)
	if row.Graded == nil {
		return r
	}
	points, of, percent := rounded(row.Graded.Points), row.Graded.Of, rounded(Percent(row.Graded))
	r.Points, r.Of, r.Percent, r.ByHand = &points, &of, &percent, row.Graded.ByHand
	for _, m := range row.Graded.Marks {
		mark := markJSON{
			ID: m.Asked.ID, Answer: m.Answer, Right: m.Asked.Question.Answer, Late: m.Late, ByHand: m.ByHand,
			Credit: rounded(m.Credit), Points: rounded(m.Points), Of: m.Asked.Points,
		}
		if m.Asked.Own == nil {
			mark.Route = m.Asked.Question.Route()
		}
		for _, made := range m.Verdict.Slips {
			if _, known := quiz.FindSlip(made.Slip); known {
				mark.Slips = append(mark.Slips, made.Slip)
			}
		}
		r.Marks = append(r.Marks, mark)
	}
	return r
}

func problemsJSON(problems []exam.Problem, say viz.Say) (list []problemJSON) {
	for _, p := range problems {
		list = append(list, problemJSON{p.Kind, p.Serious(), p.Line, say(p.Words())})
	}
	return list
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// slipsJSON writes slips, with examples if there are words to say them in.
func slipsJSON(slips []Slip, say viz.Say) []slipJSON {
	list := []slipJSON{}
	for _, s := range slips {
		j := slipJSON{Slip: s.Slip.ID, Students: s.Students, Answers: s.Answers}
		if say != nil {
			j.Example = &exampleJSON{s.Example.Asked.ID, s.Example.Asked.Question.Text(say), s.Example.Answer, say(s.Mistake.Why)}
		}
		list = append(list, j)
	}
	return list
}

func optionsJSON(taken []Taken, language string) []optionJSON {
	var list []optionJSON
	for _, t := range taken {
		list = append(list, optionJSON{t.Option.Text.In(language), t.Option.Right, t.Students})
	}
	return list
}
