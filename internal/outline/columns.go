package outline

// Columns gives each lesson a column of the drawn graph, counted from 0, so
// that arrows need no bends but one: below a lesson a line goes down in its
// column to the last lesson that needs it, and from there to the right. So a
// lesson stands to the right of all that it needs, and on no line of another.
func (o Outline) Columns() []int {
	columns := make([]int, len(o.Lessons))
	for i, l := range o.Lessons {
		for _, j := range l.Before {
			columns[i] = max(columns[i], columns[j]+1)
		}
		for o.onLine(columns, i) {
			columns[i]++
		}
	}
	return columns
}

// onLine says whether lesson i would stand on a line that goes on below.
func (o Outline) onLine(columns []int, i int) bool {
	for j := range i {
		if columns[j] == columns[i] && o.End(j) > i {
			return true
		}
	}
	return false
}

// End is the last lesson to which the line below lesson i goes; i if there is
// no line.
func (o Outline) End(i int) int {
	if after := o.Lessons[i].After; len(after) > 0 {
		return after[len(after)-1]
	}
	return i
}
