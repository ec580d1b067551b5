package viz

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Inverse asks the size formula the other way round: a table of which padding
// leads to the setup's output, for every filter and every stride. A step is a
// row of the table, a filter.
type Inverse struct {
	setup SlideSetup
	out   int
	rows  [][]inverseCell // by filter, then by stride, both from 1
}

// inverseCell is what is found for one filter and one stride.
type inverseCell struct {
	paddings []int  // all that give the output
	exact    []bool // which of them leave nothing over
}

// Sides of the table.
const (
	inverseFilters = 7
	inverseStrides = 4
)

func newInverse(s SlideSetup) (Slide, error) {
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return nil, err
	}
	v := &Inverse{setup: s, out: g.Out.H}
	for f := 1; f <= inverseFilters; f++ {
		row := make([]inverseCell, inverseStrides)
		for i := range row {
			row[i] = v.find(f, i+1)
		}
		v.rows = append(v.rows, row)
	}
	return v, nil
}

// find tries every padding.
func (v *Inverse) find(filter, stride int) inverseCell {
	var c inverseCell
	low, high := SlidePadding.Bounds()
	for p := low; p <= high; p++ {
		at := SlideSetup{In: v.setup.In, Filter: filter, Stride: stride, Padding: p}
		g, err := at.Geometry(nn.RuleFloor)
		if err != nil || g.Out.H != v.out {
			continue
		}
		c.paddings, c.exact = append(c.paddings, p), append(c.exact, at.room()%stride == 0)
	}
	return c
}

// Found counts the settings of the table that give the output.
func (v *Inverse) Found() int {
	n := 0
	for _, row := range v.rows {
		for _, c := range row {
			n += len(c.paddings)
		}
	}
	return n
}

// Steps is one for each filter.
func (v *Inverse) Steps() int { return len(v.rows) }

// MinSize is the least area in which the table can be read.
func (v *Inverse) MinSize() (w, h int) { return 44, 11 }

// Words says row i, and at the end how many settings there are.
func (v *Inverse) Words(i int) Words {
	args := Args{"f": i + 1, "n": v.setup.In, "out": v.out, "found": v.Found(), "most": inverseFilters, "cells": v.row(i)}
	if i == v.Steps()-1 {
		return Words{Key: "slide.inverse.done", Args: args}
	}
	return Words{Key: "slide.inverse.row", Args: args}
}

// row writes a row for lines of text: "S1 P1, S2 -".
func (v *Inverse) row(i int) string {
	parts := make([]string, len(v.rows[i]))
	for k, c := range v.rows[i] {
		parts[k] = "S" + strconv.Itoa(k+1) + " " + c.text()
	}
	return strings.Join(parts, ", ")
}

// text is "P1", "P1 ≈P2" where two do and the second leaves something over, "-"
// where none does.
func (c inverseCell) text() string {
	if len(c.paddings) == 0 {
		return "-"
	}
	parts := make([]string, len(c.paddings))
	for i, p := range c.paddings {
		parts[i] = "P" + strconv.Itoa(p)
		if !c.exact[i] {
			parts[i] = "≈" + parts[i]
		}
	}
	return strings.Join(parts, " ")
}

// Told says the rows of the table before that of step i, which Words says.
func (v *Inverse) Told(i int, say Say) []string {
	lines := []string{say(Words{Key: "slide.inverse.title", Args: Args{"n": v.setup.In, "out": v.out}})}
	for k := range i {
		lines = append(lines, say(v.Words(k)))
	}
	return lines
}

// inverseWide is the columns of a cell, the name of a row before it.
const inverseWide, inverseName = 12, 9

// Draw draws the table up to row i.
func (v *Inverse) Draw(i int, f Frame) {
	part := f.Grid.Part(f.Area)
	part.Text(0, 0, canvas.RoleInputTitle, f.Say(Words{Key: "slide.inverse.title", Args: Args{"n": v.setup.In, "out": v.out}}))
	high := 1
	if f.Area.H >= 5+2*len(v.rows) {
		high = 2
	}
	for s := range inverseStrides {
		part.TextMiddle(inverseName+s*inverseWide, 2, inverseWide-1, canvas.RoleStrong, "S "+strconv.Itoa(s+1))
	}
	for k, row := range v.rows {
		y := 3 + k*high
		part.Text(0, y, canvas.RoleFilterTitle, "F "+strconv.Itoa(k+1))
		for s, c := range row {
			box := canvas.Rect{X: inverseName + s*inverseWide, Y: y, W: inverseWide - 1, H: high}
			if k > i || f.Hide {
				part.Fill(box, canvas.RoleOutputLater)
				part.TextMiddle(box.X, y, box.W, canvas.RoleOutputLater, "·")
				continue
			}
			v.drawCell(part, box, c, k+1 == v.setup.Filter && s+1 == v.setup.Stride)
		}
	}
	y := 4 + len(v.rows)*high
	x := part.Text(0, y, canvas.RoleOutput, " P1 ")
	x = part.Text(x+1, y, canvas.RoleDim, f.Say(Words{Key: "slide.inverse.exact"}))
	x = part.Text(x+3, y, canvas.RoleUnread, "≈P1")
	part.Text(x+1, y, canvas.RoleDim, f.Say(Words{Key: "slide.inverse.over"}))
}

// drawCell draws what is found; own marks the setup's own filter and stride.
func (v *Inverse) drawCell(part canvas.Part, box canvas.Rect, c inverseCell, own bool) {
	role, text := canvas.RoleOutput, c.text()
	switch {
	case len(c.paddings) == 0:
		role, text = canvas.RoleInput, "–"
	case !slices.Contains(c.exact, true):
		role = canvas.RoleUnread
	}
	part.Fill(box, role)
	part.TextMiddle(box.X, box.Y, box.W, role, text)
	if own {
		part.Set(box.X, box.Y, canvas.RoleOutputMark, "▌")
		part.Set(box.X+box.W-1, box.Y, canvas.RoleOutputMark, "▐")
	}
}
