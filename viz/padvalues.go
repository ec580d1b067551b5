package viz

import (
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// PadValues shows what may stand in the padding: the same small input once for
// each mode, and what the window in its corner adds up to. A step is a mode.
type PadValues struct {
	setup SlideSetup
	modes []padPlane
}

// padPlane is the input padded in one mode.
type padPlane struct {
	mode  nn.PadMode
	cells []int // of the padded input, row by row
	sum   int   // of the window whose middle is the input's first cell
}

func newPadValues(s SlideSetup) (Slide, error) {
	v := &PadValues{setup: s}
	for mode := range nn.PadModes {
		p := padPlane{mode: mode}
		for y := -s.Padding; y < s.In+s.Padding; y++ {
			for x := -s.Padding; x < s.In+s.Padding; x++ {
				n, err := padded(mode, y, x, s.In)
				if err != nil {
					return nil, err
				}
				p.cells = append(p.cells, n)
				if v.inCorner(y, x) {
					p.sum += n
				}
			}
		}
		v.modes = append(v.modes, p)
	}
	return v, nil
}

// padded is the number at a place of the padded input, whose own cells are
// counted from 1, row by row.
func padded(mode nn.PadMode, y, x, n int) (int, error) {
	row, inY, err := mode.Index(y, n)
	if err != nil {
		return 0, err
	}
	column, inX, err := mode.Index(x, n)
	if err != nil || !inY || !inX {
		return 0, err
	}
	return row*n + column + 1, nil
}

// inCorner tells whether the window around the input's first cell covers a
// place.
func (v *PadValues) inCorner(y, x int) bool {
	half := (v.setup.Filter - 1) / 2
	return y >= -half && y <= half && x >= -half && x <= half
}

// Steps is one for each mode.
func (v *PadValues) Steps() int { return len(v.modes) }

// MinSize is the least area in which the numbers can be read.
func (v *PadValues) MinSize() (w, h int) { return 4*(v.setup.In+2*v.setup.Padding) + 3*2, 9 }

// Words says what mode i does.
func (v *PadValues) Words(i int) Words {
	return Words{Key: padKeys[v.modes[i].mode].about, Args: Args{"sum": v.modes[i].sum, "f": v.setup.Filter}}
}

// padKeys are the words of the modes.
var padKeys = [nn.PadModes]struct{ title, about string }{
	nn.PadZeros:     {"slide.pad.zeros", "slide.pad.zeros.about"},
	nn.PadReplicate: {"slide.pad.replicate", "slide.pad.replicate.about"},
	nn.PadReflect:   {"slide.pad.reflect", "slide.pad.reflect.about"},
	nn.PadCircular:  {"slide.pad.circular", "slide.pad.circular.about"},
}

// side is the padded input's.
func (v *PadValues) side() int { return v.setup.In + 2*v.setup.Padding }

// Told says the padded input of mode i row by row.
func (v *PadValues) Told(i int, say Say) []string {
	lines := []string{say(Words{Key: padKeys[v.modes[i].mode].title}) + "."}
	side := v.side()
	for y := range side {
		cells := make([]string, side)
		for x := range side {
			cells[x] = strconv.Itoa(v.modes[i].cells[y*side+x])
		}
		lines = append(lines, say(Words{Key: "plain.row", Args: Args{"row": y + 1 - v.setup.Padding, "cells": strings.Join(cells, " ")}}))
	}
	return lines
}

// Draw draws the modes up to step i, the last one with its window.
func (v *PadValues) Draw(i int, f Frame) {
	part := f.Grid.Part(f.Area)
	side := v.side()
	scale := struct{ wide, high int }{2, 1}
	for _, s := range sweepScales[:3] {
		if len(v.modes)*(side*s.wide+sweepGap)-sweepGap <= f.Area.W && 2+side*s.high <= f.Area.H {
			scale = s
			break
		}
	}
	for k, m := range v.modes {
		x := k * (side*scale.wide + sweepGap)
		role := canvas.RoleInputTitle
		if k > i {
			role = canvas.RoleFaint
		}
		part.Text(x, 0, role, f.Say(Words{Key: padKeys[m.mode].title}))
		if k > i {
			continue
		}
		sum := f.Say(Words{Key: "slide.pad.sum", Args: Args{"sum": m.sum}})
		part.Text(x, 1+side*scale.high, canvas.RoleOutputTitle, sum)
		v.drawPlane(part.Part(canvas.Rect{X: x, Y: 1, W: side * scale.wide, H: side * scale.high}), m, scale.wide, scale.high, k == i)
	}
}

func (v *PadValues) drawPlane(part canvas.Part, m padPlane, wide, high int, now bool) {
	side, pad := v.side(), v.setup.Padding
	for k, n := range m.cells {
		y, x := k/side-pad, k%side-pad
		outside := y < 0 || x < 0 || y >= v.setup.In || x >= v.setup.In
		window := now && v.inCorner(y, x)
		role := canvas.RoleInputInk
		switch {
		case window && outside:
			role = canvas.RoleWindowPad
		case window:
			role = canvas.RoleWindow
		case outside:
			role = canvas.RolePadding
		}
		box := canvas.Rect{X: k % side * wide, Y: k / side * high, W: wide, H: high}
		part.Fill(box, role)
		part.TextRight(box.X+wide-(wide-1)/3, box.Y+(high-1)/2, role, strconv.Itoa(n))
	}
}
