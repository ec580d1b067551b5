package gradebook

import (
	"strings"

	"convtutor/quiz/exam"
	"convtutor/quiz/format"
	"convtutor/viz"
)

// Report writes a class in Markdown, to be printed: its tables, the slips with
// the question asked in each example, what is wrong with results, and how the
// numbers are worked out. isLesson says whether there is a lesson at a route.
func (c *Class) Report(changes []Change, language string, say viz.Say, isLesson func(route string) bool) []byte {
	md := format.Markdown
	said := func(key string) string { return md(say(viz.Words{Key: "grade." + key})) }
	var b strings.Builder
	b.WriteString("# " + md(c.Exam.Title.In(language)) + "\n")
	for _, t := range c.Tables(changes, language, say) {
		b.WriteString("\n## " + md(t.Title) + "\n\n" + t.markdown())
	}
	if len(c.Slips) > 0 {
		b.WriteString("\n## " + said("examples") + "\n")
	}
	for _, s := range c.Slips {
		b.WriteString("\n### " + md(say(s.Slip.Name())) + "\n\n" + md(s.Example.Asked.Question.Text(say)) + "\n\n")
		b.WriteString("- " + said("answer") + ": " + md(s.Example.Answer) + "\n- " + md(say(s.Mistake.Why)) + "\n")
		if isLesson(s.Slip.Lesson()) {
			b.WriteString("- `convtutor lesson " + s.Slip.Lesson() + "`\n")
		}
	}
	listed := func(title string, lines []string) {
		if len(lines) > 0 {
			b.WriteString("\n## " + said(title) + "\n\n")
		}
		for _, line := range lines {
			b.WriteString("- " + md(line) + "\n")
		}
	}
	problems := c.Problems(say)
	for _, u := range c.Unread {
		problems = append(problems, u.Why) // which names the file
	}
	listed("problems", problems)
	listed("remarks", c.Remarks(say))
	b.WriteString("\n## " + said("how") + "\n\n" + said("how-facility") + "\n\n" + said("how-discrimination") + "\n\n" + said("how-reliability") + "\n")
	return []byte(b.String())
}

// Problems says what is wrong with results, a line each: its file, then what.
func (c *Class) Problems(say viz.Say) []string {
	return c.told(say, func(row Row) []exam.Problem { return row.Problems })
}

// Remarks says what else is worth a look, in lines like those of Problems.
func (c *Class) Remarks(say viz.Say) []string {
	return c.told(say, func(row Row) []exam.Problem { return row.Remarks })
}

func (c *Class) told(say viz.Say, of func(Row) []exam.Problem) []string {
	var lines []string
	for _, row := range c.Rows {
		for _, p := range of(row) {
			lines = append(lines, row.File+": "+say(p.Words()))
		}
	}
	return lines
}

// markdown is the table in Markdown; without a head its first row would be one.
func (t Table) markdown() string {
	var b strings.Builder
	line := func(cells []string) {
		for _, cell := range cells {
			b.WriteString("| " + format.Markdown(cell) + " ")
		}
		b.WriteString("|\n")
	}
	head := t.Head
	if head == nil {
		head = make([]string, len(t.Rows[0]))
	}
	line(head)
	b.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	for _, row := range t.Rows {
		line(row)
	}
	return b.String()
}
