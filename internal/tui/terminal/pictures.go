package terminal

import "strings"

// Picture is a picture in the terminal's own graphics, over the cells of a view.
// A model that has some implements Pictured.
type Picture struct {
	// ID tells pictures apart and, together with Version, whether one changed.
	ID string
	// Version is another one when Codes is: codes can be long, so they are not
	// compared.
	Version int
	// X, Y, W, H are the cells it covers, counted from 0.
	X, Y, W, H int
	// Codes are the escape codes that draw it with the cursor at its top left.
	Codes string
	// Erase are the escape codes that take it away; "" if writing over its
	// cells does (sixel).
	Erase string
}

// Pictured is a model whose view has pictures in it.
type Pictured interface{ Pictures() []Picture }

// Cursor is a place on the screen, counted from 0, and whether it is shown.
type Cursor struct {
	X, Y  int
	Shown bool
}

// Cursored is a model that says where typing goes.
type Cursored interface{ Cursor() Cursor }

func (p Picture) sameAs(q Picture) bool {
	return p.ID == q.ID && p.Version == q.Version &&
		p.X == q.X && p.Y == q.Y && p.W == q.W && p.H == q.H
}

func contains(pictures []Picture, p Picture) bool {
	for _, q := range pictures {
		if p.sameAs(q) {
			return true
		}
	}
	return false
}

// rowsUncovered lists the rows whose text must be written again because a
// picture without codes to erase it goes away.
func rowsUncovered(shown, next []Picture) map[int]bool {
	var rows map[int]bool
	for _, p := range shown {
		if p.Erase != "" || contains(next, p) {
			continue
		}
		if rows == nil {
			rows = make(map[int]bool)
		}
		for y := p.Y; y < p.Y+p.H; y++ {
			rows[y] = true
		}
	}
	return rows
}

// drawPictures takes away what is gone and draws what is new, or what writing
// into its rows destroyed.
func (s *screen) drawPictures(next []Picture) {
	if len(next) == 0 && len(s.shown) == 0 {
		return
	}
	for _, p := range s.shown {
		if !contains(next, p) {
			s.buf = append(s.buf, p.Erase...)
		}
	}
	for _, p := range next {
		destroyed := p.Erase == "" && s.touchedAny(p.Y, p.H)
		if contains(s.shown, p) && !destroyed {
			continue
		}
		s.buf = appendMove(s.buf, p.Y, p.X)
		s.buf = append(s.buf, p.Codes...)
	}
	s.shown = append(s.shown[:0], next...)
}

// touchedAny reports whether any of some rows was written.
func (s *screen) touchedAny(from, count int) bool {
	for y := max(from, 0); y < min(from+count, len(s.touched)); y++ {
		if s.touched[y] {
			return true
		}
	}
	return false
}

// eraseAll gives the codes that take all pictures away.
func eraseAll(pictures []Picture) string {
	var codes strings.Builder
	for _, p := range pictures {
		codes.WriteString(p.Erase)
	}
	return codes.String()
}
