package viz

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/viz/canvas"
)

// GanPart is a part of a GAN's diagram.
type GanPart int

// Parts of a GAN, by the way that a sample goes.
const (
	GanNoise   GanPart = iota // z
	GanG                      // the generator
	GanFake                   // G(z)
	GanReal                   // x
	GanD                      // the discriminator
	GanOfFake                 // D(G(z))
	GanOfReal                 // D(x)
	GanNothing                // none of them
)

// GanStep is a step of what happens in a GAN.
type GanStep struct {
	Words Words
	// Lit are the parts that the step is about.
	Lit []GanPart
	// Notes stand below parts: shapes, numbers.
	Notes map[GanPart]string
	// Back is how far the gradient goes back from D's answers: to GanD, or through
	// D to GanG.
	Back GanPart
	// Moves is the net whose weights are changed; the other one is held.
	Moves GanPart
}

// NewGanStep is a step about some parts, in which no gradient flows.
func NewGanStep(words Words, lit ...GanPart) GanStep {
	return GanStep{Words: words, Lit: lit, Back: GanNothing, Moves: GanNothing}
}

// GanBlocks is the diagram of a GAN: noise z goes through G and becomes a fake,
// D judges fakes and real samples; the gradient comes back the other way.
type GanBlocks struct {
	captioned
	g, d  int // layers; 0 where they are not told apart
	steps []GanStep
}

// NewGanBlocks goes through some steps, with so many layers in G and D, and ends
// with a sentence about the parts of the last step.
func NewGanBlocks(g, d int, steps []GanStep, ending Words) *GanBlocks {
	b := &GanBlocks{captioned: captioned{rows: blocksRows}, g: g, d: d, steps: slices.Clone(steps)}
	for _, s := range steps {
		b.said = append(b.said, s.Words)
	}
	if b.end(ending); b.ended {
		b.steps = append(b.steps, steps[len(steps)-1])
	}
	return b
}

// blocksRows are the rows of the diagram.
const blocksRows = 8

// blocksOf are the places of the diagram: the column and row of a part's sign, of
// nets their box.
var blocksOf = map[GanPart]canvas.Rect{
	GanNoise:  {X: 0, Y: 2, W: 3, H: 1},
	GanG:      {X: 8, Y: 1, W: 17, H: 3},
	GanFake:   {X: 28, Y: 2, W: 6, H: 1},
	GanReal:   {X: 30, Y: 5, W: 3, H: 1},
	GanD:      {X: 38, Y: 1, W: 17, H: 6},
	GanOfFake: {X: 59, Y: 2, W: 9, H: 1},
	GanOfReal: {X: 59, Y: 5, W: 6, H: 1},
}

// ganSigns are the signs of the parts.
var ganSigns = map[GanPart]string{
	GanNoise: "z", GanG: "G", GanFake: "G(z)", GanReal: "x", GanD: "D", GanOfFake: "D(G(z))", GanOfReal: "D(x)",
}

// Sign is how the part is written: "G(z)".
func (g GanPart) Sign() string { return ganSigns[g] }

// ganArrows are the arrows: column, row and width, and which net's gradient
// comes back there.
var ganArrows = []struct {
	x, y, w int
	back    GanPart // the gradient comes back here on its way to this net; GanNothing for never
}{
	{4, 2, 3, GanNothing}, {25, 2, 3, GanG}, {34, 2, 3, GanG}, {34, 5, 3, GanNothing}, {55, 2, 3, GanD}, {55, 5, 3, GanD},
}

// Draw draws the diagram, the parts of step i lit.
func (b *GanBlocks) Draw(i int, f Frame) {
	i = b.at(i, f)
	p, s := b.caption(i, f), b.steps[i]
	for _, a := range ganArrows {
		way := strings.Repeat("─", a.w-1) + "▸"
		role := canvas.RoleDim
		// where G learns, what D says of real samples is no part of it
		passes := a.back == GanD && s.Back == GanD || s.Back == GanG && (a.back == GanG || a.back == GanD && a.y == blocksOf[GanOfFake].Y)
		if passes {
			way, role = "◂"+strings.Repeat("━", a.w-1), canvas.RoleBad
		}
		p.Text(a.x, a.y, role, way)
	}
	for part := range GanNothing {
		if part == GanG || part == GanD {
			b.drawNet(p, f, s, part)
		} else {
			b.drawSign(p, s, part)
		}
	}
}

// lit says whether a step is about a part.
func (s GanStep) lit(part GanPart) bool { return slices.Contains(s.Lit, part) }

// ganRole is the colour of a part.
func ganRole(part GanPart) canvas.Role {
	switch part {
	case GanReal:
		return canvas.RoleInputTitle
	case GanOfFake, GanOfReal, GanD:
		return canvas.RoleOutputTitle
	}
	return canvas.RoleFilterTitle
}

// drawSign draws a sign, in brackets where it is lit, and its note below.
func (b *GanBlocks) drawSign(p canvas.Part, s GanStep, part GanPart) {
	at := blocksOf[part]
	role, text := canvas.RoleText, " "+part.Sign()+" "
	if s.lit(part) {
		role, text = canvas.RoleSelected, "["+part.Sign()+"]"
	}
	p.Text(at.X, at.Y, role, text)
	note := s.Notes[part]
	x := at.X + 1
	switch part {
	case GanNoise: // close to the box
		x = at.X
	case GanFake, GanReal: // arrows are at both sides
		x = max(at.X+at.W/2-canvas.Width(note)/2, 26)
	}
	p.Text(x, at.Y+1, ganRole(part), note)
}

// drawNet draws a net's box, with a heavy border where it is lit, its layers, its
// note below, and whether its weights move.
func (b *GanBlocks) drawNet(p canvas.Part, f Frame, s GanStep, net GanPart) {
	at := blocksOf[net]
	role, line := canvas.RoleDim, [...]string{"┌", "─", "┐", "│", "└", "┘"}
	if s.lit(net) {
		role, line = ganRole(net), [...]string{"┏", "━", "┓", "┃", "┗", "┛"}
	}
	between := strings.Repeat(line[1], at.W-2)
	p.Text(at.X, at.Y, role, line[0]+between+line[2])
	for y := at.Y + 1; y < at.Y+at.H-1; y++ {
		p.Text(at.X, y, role, line[3])
		p.Text(at.X+at.W-1, y, role, line[3])
	}
	p.Text(at.X, at.Y+at.H-1, role, line[4]+between+line[5])
	sign := canvas.RoleStrong
	if s.lit(net) {
		sign = canvas.RoleSelected
	}
	p.Text(at.X+2, at.Y, sign, " "+net.Sign()+" ")
	back := s.Back == net || s.Back == GanG
	p.TextMiddle(at.X+1, at.Y+at.H/2, at.W-2, canvas.RoleText, b.layers(net, back))
	p.Text(at.X+1, at.Y+at.H, ganRole(net), s.Notes[net])
	if s.Moves != GanNothing {
		key, role := "gan.blocks.held", canvas.RoleDim
		if s.Moves == net {
			key, role = "gan.blocks.moves", canvas.RoleGood
		}
		p.Text(at.X+1, at.Y-1, role, f.Say(Words{Key: key}))
	}
}

// layers writes a net's layers by their numbers, with the gradient between them
// where it comes back.
func (b *GanBlocks) layers(net GanPart, back bool) string {
	n := b.g
	if net == GanD {
		n = b.d
	}
	names := make([]string, n)
	for i := range names {
		names[i] = net.Sign() + strconv.Itoa(i+1)
	}
	between := "─"
	if back {
		between = "◂"
		if n == 0 {
			return "◂ ◂ ◂"
		}
	}
	return strings.Join(names, " "+between+" ")
}
