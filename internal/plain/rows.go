package plain

import (
	"slices"
	"strings"

	"convtutor/internal/nn"
	"convtutor/quiz"
	"convtutor/viz"
)

// cells is a plane to be said row by row.
type cells struct {
	size nn.Size
	text func(nn.Point) string
	in   func(nn.Point) bool // of the window, to stand in brackets; nil for none
}

// row writes row y: "1 [0 1 1] 0".
func (c cells) row(y int) string {
	var parts []string
	open := false
	for x := range c.size.W {
		p := nn.Point{Y: y, X: x}
		text := c.text(p)
		in := c.in != nil && c.in(p)
		if in && !open {
			text = "[" + text
		}
		if open && !in {
			parts[x-1] += "]"
		}
		open = in
		parts = append(parts, text)
	}
	if open {
		parts[len(parts)-1] += "]"
	}
	return strings.Join(parts, " ")
}

// rows says a plane under a heading, a line a row; first is the number of the
// first row, 1 mostly.
func (t *talk) rows(heading string, c cells, first int) {
	t.out.line(heading)
	for y := range c.size.H {
		t.say("plain.row", viz.Args{"row": y + first, "cells": c.row(y)})
	}
}

// plane is a finished plane of numbers.
func plane(size nn.Size, at func(nn.Point) float64) cells {
	return cells{size: size, text: func(p nn.Point) string { return viz.Number(at(p)) }}
}

// array says a question's array under a heading, or channel by channel under
// one each if it has several.
func (t *talk) array(key, ofChannel string, a quiz.Array) {
	size := nn.Size{H: a.Shape[2], W: a.Shape[3]}
	for c := range a.Shape[1] {
		args := viz.Args{"rows": size.H, "columns": size.W, "channel": c + 1}
		heading := t.text(key, args)
		if a.Shape[1] > 1 {
			heading = t.text(ofChannel, args)
		}
		t.rows(heading, plane(size, func(p nn.Point) float64 {
			return a.Data[(c*size.H+p.Y)*size.W+p.X]
		}), 1)
	}
}

// windowOf tells which cells of the input output cell at reads.
func windowOf(g nn.Geometry, at nn.Point) func(nn.Point) bool {
	var reads []nn.Point
	for tap := range g.Taps(at.Y, at.X) {
		reads = append(reads, tap.Input)
	}
	return func(p nn.Point) bool { return slices.Contains(reads, p) }
}

// shifted is the same with the plane's first cell at from instead of 0, 0.
func shifted(in func(nn.Point) bool, from nn.Point) func(nn.Point) bool {
	return func(p nn.Point) bool { return in(nn.Point{Y: p.Y + from.Y, X: p.X + from.X}) }
}
