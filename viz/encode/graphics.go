package encode

import (
	"bytes"
	"errors"
	"fmt"
	"image"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/ansi/sixel"
	"golang.org/x/image/draw"
)

// errNoArea is for a picture without pixels or an area without cells.
var errNoArea = errors.New("graphics: nothing to show")

// Kitty shows an image by the kitty graphics protocol at the cursor, stretched
// over columns x rows cells. id (from 1) names it for KittyDelete; sending
// another image under the same id replaces it. The terminal is asked for no
// answer and the cursor does not move.
func Kitty(img image.Image, id, columns, rows int) (string, error) {
	if img.Bounds().Empty() || columns < 1 || rows < 1 {
		return "", errNoArea
	}
	var b bytes.Buffer
	err := kitty.EncodeGraphics(&b, img, &kitty.Options{
		Action: kitty.TransmitAndPut, Transmission: kitty.Direct, Format: kitty.PNG,
		ID: id, PlacementID: 1, Columns: columns, Rows: rows,
		Quite: 2, Chunk: true, DoNotMoveCursor: true,
	})
	if err != nil {
		return "", fmt.Errorf("graphics: %w", err)
	}
	return b.String(), nil
}

// KittyDelete takes image id from the screen and from the terminal's memory.
func KittyDelete(id int) string {
	return ansi.KittyGraphics(nil, "a=d", "d=I", fmt.Sprintf("i=%d", id), "q=2")
}

// Sixel shows an image as sixels at the cursor, scaled to width x height
// pixels: the cells that it takes times the size of a cell.
func Sixel(img image.Image, width, height int) (string, error) {
	if img.Bounds().Empty() || width < 1 || height < 1 || width > maxSixels || height > maxSixels {
		return "", errNoArea
	}
	scaled := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.NearestNeighbor.Scale(scaled, scaled.Bounds(), img, img.Bounds(), draw.Src, nil)
	var b bytes.Buffer
	if err := new(sixel.Encoder).Encode(&b, scaled); err != nil {
		return "", fmt.Errorf("graphics: %w", err)
	}
	return ansi.SixelGraphics(0, 1, 0, b.Bytes()), nil
}

// maxSixels bounds the pixels of a side: no screen is larger.
const maxSixels = 8192
