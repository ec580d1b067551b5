package gradebook

import (
	"strconv"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Table is a heading with rows of cells.
type Table struct {
	Title string
	Head  []string
	Rows  [][]string
}

// unknown stands for a number that is not defined.
const unknown = "–"

func (n Number) text() string {
	if !n.Defined {
		return unknown
	}
	return decimals(n.Value)
}

// Tables are what is shown of a class, by say and in a language: the results, what changed, the
// questions, the class in all, the slips with an example each.
func (c *Class) Tables(changes []Change, language string, say viz.Say) []Table {
	said := func(key string) string { return say(viz.Words{Key: "grade." + key}) }
	list := []Table{c.results(said)}
	if changes != nil {
		list = append(list, changed(changes, said))
	}
	if len(c.Items) > 0 {
		list = append(list, c.questions(said, language, say), c.whole(said))
	}
	if len(c.Slips) > 0 {
		list = append(list, c.slipTable(said, say))
	}
	return list
}

func (c *Class) results(said func(string) string) Table {
	t := Table{said("results"), []string{said("student"), said("attempt"), said("points"), said("of"), said("percent"), said("state")}, nil}
	for _, row := range c.Rows {
		cells := []string{canvas.Clean(row.Student), strconv.Itoa(row.Attempt), unknown, unknown, unknown, ""}
		if row.Graded != nil {
			cells[2], cells[3], cells[4] = points(row.Graded.Points), points(row.Graded.Of), decimals(Percent(row.Graded))
		}
		state := "state.counts"
		switch {
		case row.Held:
			state = "state.held"
		case !row.Counts:
			state = "state.other"
		case row.Graded.ByHand > 0:
			state = "state.by-hand"
		}
		cells[5] = said(state)
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func changed(changes []Change, said func(string) string) Table {
	t := Table{said("changes"), []string{said("student"), said("attempt"), said("question"), said("answer"), said("before"), said("after")}, nil}
	for _, ch := range changes {
		who := []string{canvas.Clean(ch.Student), strconv.Itoa(ch.Attempt)}
		t.Rows = append(t.Rows, append(who, said("all"), "", points(ch.Old)+" / "+points(ch.OldOf), points(ch.New)+" / "+points(ch.NewOf)))
		for _, m := range ch.Marks {
			t.Rows = append(t.Rows, []string{"", "", m.ID, canvas.Clean(m.Answer), points(m.Old), points(m.New)})
		}
	}
	return t
}

func (c *Class) questions(said func(string) string, language string, say viz.Say) Table {
	t := Table{said("questions"), []string{
		said("question"), said("about"), said("points"), said("answered"), said("facility"), said("discrimination"), said("correlation"), said("common"),
	}, nil}
	for _, item := range c.Items {
		cells := []string{
			item.ID, c.about(item, said, say), points(item.Points), strconv.Itoa(item.Answered),
			item.Facility.text(), item.UpperLower.text(), item.PointBiserial.text(), "",
		}
		if wrong, ok := item.wrongest(); ok {
			cells[7] = canvas.Clean(wrong.Option.Text.In(language)) + " (" + strconv.Itoa(wrong.Students) + ")"
		} else if len(item.Slips) > 0 {
			cells[7] = canvas.Clean(say(item.Slips[0].Slip.Name())) + " (" + strconv.Itoa(item.Slips[0].Students) + ")"
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// about is a question's kind and level; that of the instructor's own says so.
func (c *Class) about(item Item, said func(string) string, say viz.Say) string {
	if item.Entry.Own != nil {
		return said("own")
	}
	name := canvas.Clean(say(viz.Words{Key: "quiz." + item.Entry.Kind + ".name"}))
	return say(viz.Words{Key: "grade.kind", Args: viz.Args{"kind": name, "level": item.Entry.Level}})
}

func (c *Class) whole(said func(string) string) Table {
	s := c.Summary
	return Table{said("class"), nil, [][]string{
		{said("students"), strconv.Itoa(s.Students)},
		{said("held"), strconv.Itoa(s.Held)},
		{said("mean"), s.Mean.text() + " / " + points(s.Of)},
		{said("median"), s.Median.text()},
		{said("deviation"), s.Deviation.text()},
		{said("range"), s.Least.text() + " – " + s.Most.text()},
		{said("kr20"), s.KR20.text()},
		{said("alpha"), s.Alpha.text()},
		{said("error"), s.Error.text()},
	}}
}

func (c *Class) slipTable(said func(string) string, say viz.Say) Table {
	t := Table{said("slips"), []string{said("slip"), said("students"), said("answers"), said("question"), said("answer"), said("why")}, nil}
	for _, s := range c.Slips {
		t.Rows = append(t.Rows, []string{
			canvas.Clean(say(s.Slip.Name())), strconv.Itoa(s.Students), strconv.Itoa(s.Answers),
			s.Example.Asked.ID, canvas.Clean(s.Example.Answer), canvas.Clean(say(s.Mistake.Why)),
		})
	}
	return t
}
