package top

import (
	"hash/fnv"
	"image"
	"image/draw"
	"strconv"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
	"convtutor/viz"
	"convtutor/viz/encode"
)

// gallery turns the pictures of a screen into escape codes, each only once.
type gallery struct {
	made []terminal.Picture // by number; Version is the sum of its pixels
}

// Pictures implements terminal.Pictured: real pixels over the half blocks,
// where the terminal can show them.
func (m *Model) Pictures() []terminal.Picture {
	shown, ok := m.screen().(tui.Pictured)
	if !ok || m.opt.Session.Graphics == session.GraphicsBlocks || m.overlay != nil || m.tooSmall() {
		return nil
	}
	var list []terminal.Picture
	for i, p := range shown.Pictures() {
		if picture, ok := m.gallery.picture(m.opt.Session, i, p); ok {
			list = append(list, picture)
		}
	}
	return list
}

// picture makes picture i ready, unless it was so already.
func (g *gallery) picture(s *session.Session, i int, p viz.Placed) (terminal.Picture, bool) {
	for len(g.made) <= i {
		g.made = append(g.made, terminal.Picture{})
	}
	rgba := pixels(p.Image)
	sum := checksum(rgba)
	last := g.made[i]
	if last.Version == sum && last.X == p.At.X && last.Y == p.At.Y && last.W == p.At.W && last.H == p.At.H {
		return last, true
	}
	next := terminal.Picture{
		ID: "picture" + strconv.Itoa(i), Version: sum, X: p.At.X, Y: p.At.Y, W: p.At.W, H: p.At.H,
	}
	var err error
	switch s.Graphics {
	case session.GraphicsKitty:
		next.Codes, err = encode.Kitty(rgba, i+1, p.At.W, p.At.H)
		next.Erase = encode.KittyDelete(i + 1)
	case session.GraphicsSixel:
		next.Codes, err = encode.Sixel(rgba, p.At.W*s.CellWidth, p.At.H*s.CellHeight)
	}
	g.made[i] = next
	return next, err == nil
}

func pixels(img image.Image) *image.RGBA {
	if rgba, ok := img.(*image.RGBA); ok {
		return rgba
	}
	rgba := image.NewRGBA(img.Bounds())
	draw.Draw(rgba, rgba.Bounds(), img, img.Bounds().Min, draw.Src)
	return rgba
}

// checksum tells pictures apart.
func checksum(img *image.RGBA) int {
	h := fnv.New64a()
	_, _ = h.Write(img.Pix) // a hash takes everything
	return int(h.Sum64())
}

// graphics follows the terminal's word on the pictures that it can show. Sixels
// need to know how large a cell is.
func (m *Model) graphics(msg terminal.GraphicsMsg) {
	s := m.opt.Session
	switch {
	case msg.Protocol == terminal.GraphicsKitty:
		s.Graphics = session.GraphicsKitty
	case msg.Protocol == terminal.GraphicsSixel && s.CellWidth > 0 && s.Graphics == session.GraphicsBlocks:
		s.Graphics = session.GraphicsSixel
	}
}
