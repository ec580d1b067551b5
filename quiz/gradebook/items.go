package gradebook

import (
	"math"
	"slices"

	"convtutor/quiz/exam"
)

// Item is how a class did on one question of the exam. Students may have had
// other numbers in it.
type Item struct {
	ID     string
	Entry  exam.Entry
	Points float64
	// ByHand says that the program does not grade it: it is in no statistic.
	ByHand   bool
	Answered int // by how many of the students that count
	// Facility is the mean share of its points, 0 to 1; who did not answer has
	// none.
	Facility Number
	// UpperLower is the discrimination index of the upper and lower 27 %.
	UpperLower Number
	// PointBiserial is its correlation with the points of the whole exam,
	// ItemRest that with the points of all other questions.
	PointBiserial, ItemRest Number
	Slips                   []Slip  // most frequent first
	Taken                   []Taken // options of the instructor's own question
}

// Summary is how a class did in all.
type Summary struct {
	Students int // that count
	Held     int // files that do not count for a problem
	Of       float64
	// Mean, Median, Deviation, Least and Most are of the points.
	Mean, Median, Deviation, Least, Most Number
	// KR20 is the reliability of the number of answers that are wholly right.
	KR20 Number
	// Alpha is Cronbach's, of the points.
	Alpha Number
	// Error is the standard error of measurement, in points: the deviation times
	// the root of 1 - Alpha.
	Error Number
}

// statistics works out the items and the summary of the rows that count.
func (c *Class) statistics() ([]Item, Summary) {
	rows := c.counting()
	s := Summary{Students: len(rows), Of: c.Exam.Points()}
	for _, row := range c.Rows {
		if row.Held {
			s.Held++
		}
	}
	if len(rows) == 0 {
		return nil, s
	}
	total := make([]float64, len(rows))
	for i, row := range rows {
		total[i] = rounded(row.Graded.Points) // thirds added up in another order are equal still
	}
	s.ofTotals(total)
	var items []Item
	var rights, points [][]float64
	for j := range rows[0].Graded.Marks {
		item, credit, point := c.item(rows, total, j)
		items = append(items, item)
		if !item.ByHand && item.Points > 0 { // one that was taken out is worth nothing
			rights, points = append(rights, wholly(credit)), append(points, point)
		}
	}
	s.KR20 = alpha(rights)
	if s.Alpha = alpha(points); s.Alpha.Defined && s.Deviation.Defined && s.Alpha.Value <= 1 {
		s.Error = defined(s.Deviation.Value * math.Sqrt(1-s.Alpha.Value))
	}
	return items, s
}

func (s *Summary) ofTotals(total []float64) {
	s.Mean, s.Median, s.Deviation = defined(mean(total)), defined(median(total)), deviation(total)
	s.Least, s.Most = defined(slices.Min(total)), defined(slices.Max(total))
}

// item is question j of every row, with each student's credit and points.
func (c *Class) item(rows []Row, total []float64, j int) (item Item, credit, points []float64) {
	first := rows[0].Graded.Marks[j].Asked
	item = Item{ID: first.ID, Points: first.Points, Entry: c.Exam.Entries[first.Entry], ByHand: first.ByHand()}
	rest := make([]float64, len(rows))
	for i, row := range rows {
		m := row.Graded.Marks[j]
		credit, points = append(credit, m.Credit), append(points, m.Points)
		rest[i] = total[i] - m.Points
		if m.Answer != "" {
			item.Answered++
		}
	}
	item.Taken = taken(rows, j)
	item.Slips = tally(rows, func(m exam.Mark) bool { return m.Asked.ID == item.ID })
	if !item.ByHand {
		item.Facility = defined(mean(credit))
		item.UpperLower = upperLower(credit, total)
		item.PointBiserial, item.ItemRest = correlation(credit, total), correlation(credit, rest)
	}
	return item, credit, points
}
