package viz

import (
	"fmt"
	"slices"
	"strconv"

	"convtutor/viz/canvas"
)

// Modes is a histogram of samples over the modes of the data, real ones beside
// those that a generator makes.
type Modes struct {
	captioned
	data  []int
	made  [][]int  // generator by generator
	names []string // of the generators; "" for the only one
	// excess says that what is too much is counted, not only what is missing.
	excess bool
	looks  []modeLook
}

// modeLook is what a step looks at: a generator, modes up to which.
type modeLook struct{ made, upTo int }

// NewMissingModes goes through the modes and marks those that the generator
// never makes.
func NewMissingModes(data, made []int, ending Words) *Modes {
	return newModes(data, made, false, ending)
}

// NewWrongModes goes through the modes and adds up what there is too much of.
func NewWrongModes(data, made []int, ending Words) *Modes { return newModes(data, made, true, ending) }

func newModes(data, made []int, excess bool, ending Words) *Modes {
	m := &Modes{captioned: captioned{rows: captionedRows}, data: data, made: [][]int{made}, names: []string{""}, excess: excess}
	m.look(0, 0, Words{Key: "gan.modes.given", Args: Args{"n": len(data)}})
	for i := range data {
		key, over := "gan.modes.there", max(0, made[i]-data[i])
		switch {
		case excess && over > 0:
			key = "gan.modes.over"
		case excess:
			key = "gan.modes.enough"
		case made[i] == 0:
			key = "gan.modes.missing"
		}
		m.look(0, i+1, Words{Key: key, Args: Args{"mode": i + 1, "data": data[i], "made": made[i], "over": over}})
	}
	m.finish(0, ending)
	return m
}

// NewNearestModes goes through some generators and counts for each how many of
// its samples are in a mode that has enough; best is the one to end with.
func NewNearestModes(data []int, made [][]int, names []string, best int, ending Words) *Modes {
	m := &Modes{captioned: captioned{rows: captionedRows}, data: data, made: made, names: names, excess: true}
	for i := range made {
		m.look(i, len(data), Words{Key: "gan.modes.compared", Args: Args{"name": names[i], "over": m.Over(i), "missing": m.Missing(i)}})
	}
	m.finish(best, ending)
	return m
}

func (m *Modes) look(made, upTo int, says Words) {
	m.looks = append(m.looks, modeLook{made, upTo})
	m.said = append(m.said, says)
}

func (m *Modes) finish(made int, ending Words) {
	if m.end(ending); m.ended {
		m.looks = append(m.looks, modeLook{made, len(m.data)})
	}
}

// Over is how many samples of a generator are of a mode that has enough.
func (m *Modes) Over(made int) int {
	n := 0
	for i, v := range m.made[made] {
		n += max(0, v-m.data[i])
	}
	return n
}

// Missing is how many modes a generator never makes.
func (m *Modes) Missing(made int) int {
	n := 0
	for _, v := range m.made[made] {
		if v == 0 {
			n++
		}
	}
	return n
}

// Columns of the histogram.
const (
	modesData = 8
	modesMade = 38
	modesWide = 22
)

// Draw draws both histograms, a row for each mode.
func (m *Modes) Draw(i int, f Frame) {
	i = m.at(i, f)
	p := m.caption(i, f)
	look := m.looks[i]
	made := m.made[look.made]
	p.Text(0, 0, canvas.RoleDim, f.Say(Words{Key: "gan.modes.mode"}))
	p.Text(modesData, 0, canvas.RoleInputTitle, f.Say(Words{Key: "gan.modes.real"}))
	name := f.Say(Words{Key: "gan.modes.made"})
	if m.names[look.made] != "" {
		name += " " + m.names[look.made]
	}
	p.Text(modesMade, 0, canvas.RoleFilterTitle, name)
	most := float64(max(slices.Max(m.data), slices.Max(made)))
	for k := range m.data {
		y := k + 1
		if k == look.upTo-1 && len(m.made) == 1 && !(m.ended && i == len(m.looks)-1) {
			p.Text(0, y, canvas.RoleMark, "▸")
		}
		p.Text(2, y, canvas.RoleStrong, strconv.Itoa(k+1))
		x := bar(p, modesData, y, modesWide, float64(m.data[k]), most, canvas.RoleInputTitle, barReal)
		p.Text(x+1, y, canvas.RoleText, strconv.Itoa(m.data[k]))
		x = bar(p, modesMade, y, modesWide, float64(made[k]), most, canvas.RoleFilterTitle, barMade)
		x = p.Text(x+1, y, canvas.RoleText, strconv.Itoa(made[k]))
		if k < look.upTo {
			m.mark(p, x+1, y, m.data[k], made[k])
		}
	}
	m.drawSum(p, look)
}

// mark says at a mode what is wrong with it.
func (m *Modes) mark(p canvas.Part, x, y, data, made int) {
	if made == 0 {
		x = p.Text(x, y, canvas.RoleBad, "✗") + 1
	}
	if over := made - data; m.excess && over > 0 {
		p.Text(x, y, canvas.RoleNote, fmt.Sprintf("+%d", over))
	}
}

// drawSum draws what is counted so far.
func (m *Modes) drawSum(p canvas.Part, look modeLook) {
	missing, over := 0, 0
	for k, v := range m.made[look.made][:look.upTo] {
		over += max(0, v-m.data[k])
		if v == 0 {
			missing++
		}
	}
	y := min(len(m.data)+2, captionedRows-1)
	x := p.Text(modesMade, y, canvas.RoleOutputTitle, fmt.Sprintf("✗ %d", missing))
	if m.excess {
		p.Text(x+3, y, canvas.RoleOutputTitle, fmt.Sprintf("+ %d", over))
	}
}
