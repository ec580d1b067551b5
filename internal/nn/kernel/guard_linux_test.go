package kernel

import (
	"syscall"
	"testing"
	"unsafe"
)

// guarded gives n floats of which the last (or the first) touches a page that
// may not be read or written: who steps outside stops the test program.
func guarded(t *testing.T, n int, atEnd bool) []float32 {
	t.Helper()
	page := syscall.Getpagesize()
	size := (4*n + page - 1) / page * page
	all, err := syscall.Mmap(-1, 0, size+2*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Munmap(all) })
	for _, fence := range [][]byte{all[:page], all[page+size:]} {
		if err := syscall.Mprotect(fence, syscall.PROT_NONE); err != nil {
			t.Fatal(err)
		}
	}
	inside := all[page : page+size]
	if atEnd {
		inside = inside[size-4*n:]
	}
	return unsafe.Slice((*float32)(unsafe.Pointer(&inside[0])), n)
}

// TestNothingOutsideIsTouched puts every slice between two forbidden pages.
func TestNothingOutsideIsTouched(t *testing.T) {
	shapes := []Shape{
		{Channels: 3, Height: 32, Width: 32, Filters: 10, FilterH: 5, FilterW: 5, PadTop: 2, PadLeft: 2, PadBottom: 2, PadRight: 2},
		{Channels: 3, Height: 1, Width: 3, Filters: 5, FilterH: 1, FilterW: 1},
		{Channels: 3, Height: 1, Width: 4099, Filters: 7, FilterH: 1, FilterW: 1},
		{Channels: 2, Height: 9, Width: 77, Filters: 3, FilterH: 3, FilterW: 2, StrideH: 2, StrideW: 3, PadLeft: 1, PadBottom: 2},
		{Channels: 4, Height: 7, Width: 130, Filters: 4, FilterH: 3, FilterW: 3, Groups: 4},
	}
	for filters := 1; filters <= 13; filters++ {
		shapes = append(shapes,
			Shape{Channels: 2, Height: 5, Width: 67, Filters: filters, FilterH: 3, FilterW: 3, PadTop: 1, PadLeft: 1, PadBottom: 1, PadRight: 1},
			Shape{Channels: 2, Height: 3, Width: 23, Filters: filters, FilterH: 1, FilterW: 1})
	}
	for _, s := range shapes {
		c, err := NewConv(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, atEnd := range []bool{false, true} {
			for name, v := range variants(c) {
				err := v.Run(guarded(t, c.dstLen, atEnd), guarded(t, c.srcLen, atEnd),
					guarded(t, c.weightLen, atEnd), guarded(t, s.Filters, atEnd))
				if err != nil {
					t.Fatal(name, err)
				}
			}
		}
	}
	for width := 2; width < 70; width++ {
		for _, atEnd := range []bool{false, true} {
			if err := MaxPool2x2(guarded(t, width/2, atEnd), guarded(t, 2*width, atEnd), 1, 2, width); err != nil {
				t.Fatal(err)
			}
		}
	}
}
