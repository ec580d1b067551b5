package viz

import (
	"fmt"
	"strconv"

	"convtutor/viz/canvas"
)

// PadVolume shows what padding does to a volume of three channels: a sketch, not
// to scale, of the planes one behind the other. The first step is the input,
// the second the zeros around each plane.
type PadVolume struct{ setup SlideSetup }

// VolumeDepth is the number of channels of a colour picture.
const VolumeDepth = 3

func newPadVolume(s SlideSetup) (Slide, error) { return &PadVolume{s}, nil }

// Steps is two: without and with padding.
func (v *PadVolume) Steps() int { return 2 }

// MinSize is the least area in which the sketch can be told.
func (v *PadVolume) MinSize() (w, h int) { return 60, 11 }

// side is the padded side.
func (v *PadVolume) side() int { return v.setup.In + 2*v.setup.Padding }

// Words says step i.
func (v *PadVolume) Words(i int) Words {
	args := Args{"n": v.setup.In, "p": v.setup.Padding, "side": v.side(), "c": VolumeDepth}
	if i == 0 {
		return Words{Key: "slide.volume.input", Args: args}
	}
	return Words{Key: "slide.volume.padded", Args: args}
}

// Told says nothing beyond the words: a sketch has no numbers of its own.
func (v *PadVolume) Told(int, Say) []string { return nil }

// Sizes of the sketch, in columns and rows.
const (
	sketchWide, sketchHigh = 18, 6
	sketchX, sketchY       = 3, 1 // from plane to plane
	bandX, bandY           = 2, 1 // of the padding
)

// Draw draws step i: the planes, the last channel behind.
func (v *PadVolume) Draw(i int, f Frame) {
	part := f.Grid.Part(f.Area)
	v.drawPlanes(part.Part(canvas.Rect{W: f.Area.W, H: f.Area.H}), 0, v.setup.In, false)
	if i == 0 || f.Hide {
		return
	}
	x := sketchWide + VolumeDepth*sketchX + 4
	part.Text(x-1, 2+sketchHigh/2, canvas.RoleDim, "→")
	end := v.drawPlanes(part, x+3, v.side(), true)
	sum := fmt.Sprintf("%d + 2×%d = %d", v.setup.In, v.setup.Padding, v.side())
	part.Text(end+2, 0, canvas.RoleDim, sum)
}

// drawPlanes draws the planes from column x on and gives the column behind
// their shape.
func (v *PadVolume) drawPlanes(part canvas.Part, x, side int, band bool) (end int) {
	text := strconv.Itoa(side)
	end = part.Text(x, 0, canvas.RoleInputTitle, text+"×"+text+"×"+strconv.Itoa(VolumeDepth))
	wide, high := sketchWide, sketchHigh
	if band {
		wide, high = wide+2*bandX, high+2*bandY
	}
	for c := VolumeDepth - 1; c >= 0; c-- {
		box := canvas.Rect{X: x + c*sketchX, Y: 1 + (VolumeDepth-1-c)*sketchY, W: wide, H: high}
		inner := box
		if band {
			part.Fill(box, canvas.RolePadding)
			for y := range box.H {
				for column := 0; column < box.W; column += 2 {
					part.Set(box.X+column, box.Y+y, canvas.RolePadding, "0")
				}
			}
			inner = canvas.Rect{X: box.X + bandX, Y: box.Y + bandY, W: sketchWide, H: sketchHigh}
		}
		part.Fill(inner, canvas.RoleInputInk)
		frame(part, inner, canvas.RoleInputInk)
		part.Text(inner.X+2, inner.Y+1, canvas.RoleInputInk, [...]string{"R", "G", "B"}[c])
	}
	return end
}

// frame draws a box of lines at the edge of an area.
func frame(part canvas.Part, r canvas.Rect, role canvas.Role) {
	for x := r.X + 1; x < r.X+r.W-1; x++ {
		part.Set(x, r.Y, role, "─")
		part.Set(x, r.Y+r.H-1, role, "─")
	}
	for y := r.Y + 1; y < r.Y+r.H-1; y++ {
		part.Set(r.X, y, role, "│")
		part.Set(r.X+r.W-1, y, role, "│")
	}
	part.Set(r.X, r.Y, role, "┌")
	part.Set(r.X+r.W-1, r.Y, role, "┐")
	part.Set(r.X, r.Y+r.H-1, role, "└")
	part.Set(r.X+r.W-1, r.Y+r.H-1, role, "┘")
}
