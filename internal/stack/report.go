package stack

import (
	"fmt"

	"convtutor/internal/data"
	"convtutor/internal/digitnet"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Report shows how the trained network did on digits of other writers: how many
// were right, and every one that it got wrong.
type Report struct {
	report digitnet.Report
	digits []data.Digit
	said   []int // what the network took the missed ones for
	params int64
}

// NewReport runs the network over the digits held out.
func NewReport() (*Report, error) {
	net, err := digitnet.Load()
	if err != nil {
		return nil, err
	}
	all, err := data.Digits()
	if err != nil {
		return nil, err
	}
	r := &Report{params: net.Table.Total.Params}
	if r.report, err = digitnet.Test(); err != nil {
		return nil, err
	}
	for _, i := range r.report.Missed {
		t, err := net.Run(all[i])
		if err != nil {
			return nil, err
		}
		r.digits, r.said = append(r.digits, all[i]), append(r.said, t.Answer())
	}
	return r, nil
}

// Facts fill prose.
func (r *Report) Facts() viz.Args {
	return viz.Args{
		"right": r.report.Right, "of": r.report.Of, "missed": len(r.report.Missed),
		"percent": percent(int64(r.report.Right), int64(r.report.Of)), "trained": digitnet.TrainCount,
		"params": viz.Grouped(r.params),
	}
}

// Words implements View.
func (r *Report) Words(bool) []viz.Words {
	list := []viz.Words{words("report.say", r.Facts())}
	for i, d := range r.digits {
		list = append(list, words("report.missed", viz.Args{"label": d.Label, "said": r.said[i]}))
	}
	return list
}

// Moves implements View.
func (r *Report) Moves() []Move { return nil }

// Do implements View.
func (r *Report) Do(string) bool { return false }

// missedWide and missedHigh are the room of a missed digit: half blocks, a line
// of text, a gap.
const (
	missedWide = data.DigitSide + 1
	missedHigh = data.DigitSide/2 + 1
)

// Draw implements View.
func (r *Report) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	y := p.Lines(0, 0, canvas.Wrap(canvas.Markup(f.Say(words("report.say", r.Facts())), canvas.RoleText), f.Area.W)) + 1
	perRow := max(1, f.Area.W/missedWide)
	for i, d := range r.digits {
		left, top := (i%perRow)*missedWide, y+(i/perRow)*missedHigh
		if top+missedHigh > f.Area.H {
			p.Text(f.Area.W-5, top-1, canvas.RoleDim, fmt.Sprintf("+%d", len(r.digits)-i))
			return
		}
		p.Text(left, top, canvas.RoleGood, fmt.Sprint(d.Label))
		p.Text(left+2, top, canvas.RoleBad, fmt.Sprintf("✗ %d", r.said[i]))
		for row := range data.DigitSide / 2 {
			for col := range data.DigitSide {
				p.Pixel(left+col, top+1+row, ink(d, 2*row, col), ink(d, 2*row+1, col))
			}
		}
	}
}

// ink is a pixel's colour: paper is dark, ink is light.
func ink(d data.Digit, y, x int) canvas.RGB {
	v := uint8(int(d.Pixels[y*data.DigitSide+x]) * 255 / data.DigitInk)
	return canvas.Color(v, v, v)
}
