package viz

import (
	"convtutor/viz/canvas"
)

// Checks is a list of choices that are looked at in turn: what is found of each
// is written beside it, a column for each thing that is looked at, and whether
// it passes. It is for what is chosen by working every choice out.
type Checks struct {
	setup ChecksSetup
	turns []checkTurn
}

// ChecksSetup is what there is to choose from.
type ChecksSetup struct {
	// Goal is what a choice must be; it stays above the list. The zero value for
	// none.
	Goal Words
	// Begin is said before the first choice is looked at, Ending after the last.
	Begin, Ending Words
	// Columns are the titles of what is found; none for choices that are only
	// told right or wrong.
	Columns []Words
	Choices []Choice
}

// Choice is one of the list, with what is found of it, a step each.
type Choice struct {
	Name Words
	// Right says that it is chosen in the end.
	Right  bool
	Checks []Check
}

// Check is one thing that is looked at.
type Check struct {
	Column int    // place in the columns; -1 writes nothing
	Found  string // what stands there
	Result CheckResult
	Says   Words
}

// CheckResult is what a check says of its choice.
type CheckResult int

// Results of a check.
const (
	CheckOpen  CheckResult = iota // to be compared with the others in the end
	CheckFits                     // as it must be, as far as this goes
	CheckFails                    // not what is wanted
)

// sign is how a result is marked.
func (r CheckResult) sign() (string, canvas.Role) {
	switch r {
	case CheckFits:
		return "✓", canvas.RoleGood
	case CheckFails:
		return "✗", canvas.RoleBad
	case CheckOpen:
	}
	return " ", canvas.RoleDim
}

// checkTurn is a step: which check of which choice.
type checkTurn struct{ choice, check int }

// NewChecks is the list, looked at from top to bottom.
func NewChecks(s ChecksSetup) *Checks {
	c := &Checks{setup: s}
	for i, choice := range s.Choices {
		for k := range choice.Checks {
			c.turns = append(c.turns, checkTurn{i, k})
		}
	}
	return c
}

// Steps counts the checks, what is said before them and what after.
func (c *Checks) Steps() int { return len(c.turns) + 2 }

// turn is the check of step i; ok is false at both ends.
func (c *Checks) turn(i int) (at checkTurn, ok bool) {
	if i < 1 || i > len(c.turns) {
		return checkTurn{choice: -1}, false
	}
	return c.turns[i-1], true
}

// Words says step i.
func (c *Checks) Words(i int) Words {
	at, ok := c.turn(i)
	switch {
	case ok:
		return c.setup.Choices[at.choice].Checks[at.check].Says
	case i == 0:
		return c.setup.Begin
	}
	return c.setup.Ending
}

// Levels are one check, and all checks of a choice.
func (c *Checks) Levels() []Level {
	if len(c.turns) == len(c.setup.Choices) {
		return []Level{LevelCell}
	}
	return []Level{LevelCell, LevelRow}
}

// Next goes to the next check, or to the last one of a choice.
func (c *Checks) Next(i int, l Level) int {
	i = min(i+1, c.Steps()-1)
	for l == LevelRow && c.sameChoice(i, i+1) {
		i++
	}
	return i
}

// Prev goes to the check before, or to the last one of the choice before.
func (c *Checks) Prev(i int, l Level) int {
	from := i
	i = max(i-1, 0)
	for l == LevelRow && c.sameChoice(i, from) {
		i--
	}
	return i
}

// sameChoice tells whether two steps look at the same choice.
func (c *Checks) sameChoice(i, j int) bool {
	a, ok := c.turn(i)
	b, both := c.turn(j)
	return ok && both && a.choice == b.choice
}

// checksProse is how many rows are kept for the words of a step.
const checksProse = 3

// head is how many rows stand above the choices.
func (c *Checks) head() int {
	n := 0
	if c.setup.Goal.Key != "" {
		n += 2
	}
	if len(c.setup.Columns) > 0 {
		n++
	}
	return n
}

// MinSize is the least area in which all choices and a step's words can be read.
func (c *Checks) MinSize() (w, h int) {
	return 60, c.head() + len(c.setup.Choices) + 1 + checksProse
}

// checksDrawing is one step on its way to the grid.
type checksDrawing struct {
	*Checks
	canvas.Part
	frame Frame
	i     int
	at    checkTurn
	ends  []int // where each column ends
	name  int   // how wide the names are
}

// Draw draws step i: the choice at hand marked, what is found so far beside
// each, and the words of the step below.
func (c *Checks) Draw(i int, f Frame) {
	d := checksDrawing{Checks: c, Part: f.Grid.Part(f.Area), frame: f, i: i}
	d.at, _ = c.turn(i)
	d.measure()
	y := 0
	if c.setup.Goal.Key != "" {
		d.Runs(0, 0, canvas.Markup(f.Say(c.setup.Goal), canvas.RoleStrong))
		y = 2
	}
	y = d.drawTitles(y)
	for k := range c.setup.Choices {
		d.drawChoice(k, y+k)
	}
	y += len(c.setup.Choices) + 1
	role, x := canvas.RoleText, 0
	if i == c.Steps()-1 {
		role = canvas.RoleOutputTitle
		x = d.Text(0, y, canvas.RoleOutputMark, "▸ ")
	}
	d.Lines(x, y, canvas.Wrap(canvas.Markup(f.Say(c.Words(i)), role), f.Area.W-x))
}

// checksMark is the room before a choice's name: its letter and what it turned
// out to be.
const checksMark = 7

// measure finds where the columns end: behind the widest name, each as wide as
// what will stand in it.
func (d *checksDrawing) measure() {
	wide := make([]int, len(d.setup.Columns))
	for k, title := range d.setup.Columns {
		wide[k] = canvas.Width(d.frame.Say(title))
	}
	for _, choice := range d.setup.Choices {
		d.name = max(d.name, canvas.Width(d.frame.Say(choice.Name)))
		for _, check := range choice.Checks {
			if check.Column >= 0 {
				wide[check.Column] = max(wide[check.Column], canvas.Width(check.Found))
			}
		}
	}
	const gap, mark = 2, 2 // between columns, and the sign behind what is found
	all := checksMark
	for _, w := range wide {
		all += gap + w + mark
	}
	d.name = min(d.name, d.frame.Area.W-all)
	x := checksMark + d.name
	for _, w := range wide {
		x += gap + w
		d.ends = append(d.ends, x)
		x += mark
	}
}

// drawTitles writes the columns' titles and gives the row below.
func (d *checksDrawing) drawTitles(y int) int {
	if len(d.setup.Columns) == 0 {
		return y
	}
	for k, title := range d.setup.Columns {
		d.TextRight(d.ends[k], y, canvas.RoleDim, d.frame.Say(title))
	}
	return y + 1
}

// drawChoice writes choice k with what is found of it so far.
func (d *checksDrawing) drawChoice(k, y int) {
	choice, known := d.setup.Choices[k], d.known(k)
	role, result := canvas.RoleDim, d.result(k, known)
	switch {
	case k == d.at.choice:
		role = canvas.RoleSelected
		d.Text(0, y, canvas.RoleKey, "▸")
	case d.i == d.Steps()-1 && choice.Right:
		role = canvas.RoleGood
	case d.i == 0 || len(known) > 0 && result != CheckFails && d.i < d.Steps()-1:
		role = canvas.RoleText
	}
	sign, signRole := result.sign()
	d.Text(2, y, signRole, sign)
	d.Text(4, y, role, string(rune('a'+k))+")")
	d.Text(checksMark, y, role, canvas.Cut(d.frame.Say(choice.Name), d.name))
	for n, check := range known {
		if check.Column >= 0 {
			d.drawFound(check, y, k == d.at.choice && n == len(known)-1)
		}
	}
}

// result is what choice k has come to: at the end whether it is chosen, before
// that whether a check has failed, or there are no columns to say so.
func (d *checksDrawing) result(k int, known []Check) CheckResult {
	switch {
	case d.i == d.Steps()-1 && d.setup.Choices[k].Right:
		return CheckFits
	case d.i == d.Steps()-1:
		return CheckFails
	case len(known) == 0:
		return CheckOpen
	}
	if last := known[len(known)-1]; last.Result == CheckFails || last.Column < 0 {
		return last.Result
	}
	return CheckOpen
}

// known are the checks of choice k up to step i.
func (d *checksDrawing) known(k int) []Check {
	checks := d.setup.Choices[k].Checks
	switch {
	case d.i == 0:
		return nil
	case d.at.choice == k:
		return checks[:d.at.check+1]
	case d.at.choice >= 0 && d.at.choice < k:
		return nil
	}
	return checks
}

// drawFound writes what a check has found, lit where it is the one at hand.
func (d *checksDrawing) drawFound(c Check, y int, now bool) {
	role := canvas.RoleText
	if now {
		role = canvas.RoleOutputTitle
	}
	d.TextRight(d.ends[c.Column], y, role, c.Found)
	sign, signRole := c.Result.sign()
	d.Text(d.ends[c.Column]+1, y, signRole, sign)
	if now {
		d.Text(d.ends[c.Column]-canvas.Width(c.Found)-1, y, canvas.RoleOutputMark, "▸")
	}
}
