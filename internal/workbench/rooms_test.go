package workbench_test

import (
	"errors"
	"image"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// aPhoto is free play with small pictures in the place of photos.
func aPhoto() workbench.OpenPhoto {
	open := func(string) (*viz.Picture, error) {
		img := image.NewGray(image.Rect(0, 0, 12, 9))
		for i := range img.Pix {
			img.Pix[i] = uint8(i * 7)
		}
		return viz.NewPicture(img), nil
	}
	p := workbench.OpenPhoto{Photo: workbench.Photo{Names: []string{"one", "two"}, Open: open}}
	p.Photo = p.With(0)
	return p
}

// sheets are the rooms with a sheet, as they begin.
var sheets = map[string]func() workbench.Routed{
	"pool":       func() workbench.Routed { return workbench.LecturePool() },
	"activation": func() workbench.Routed { return workbench.StartActivation() },
	"photo":      func() workbench.Routed { return aPhoto() },
}

// TestEveryStateOfASheetHasALink changes a sheet at random: its link opens the
// same again, and everything can be taken back.
func TestEveryStateOfASheetHasALink(t *testing.T) {
	for name, start := range sheets {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			sheet, err := workbench.NewSheet(start())
			if err != nil {
				t.Fatal(err)
			}
			for range playWith(t, sheet) {
				now := sheet.Model().(workbench.Routed)
				query, err := url.ParseQuery(now.Query().Encode())
				if err != nil {
					t.Fatal(err)
				}
				got, err := start().Opened(query)
				if err != nil {
					t.Fatalf("%v: %v", query, err)
				}
				if !same(got, now) {
					t.Fatalf("%v: got %+v, want %+v", query, got, now)
				}
				sheet.Undo()
			}
			if got := sheet.Model(); !same(got, start()) {
				t.Fatalf("not back at the start: %+v", got)
			}
		}))
	}
}

// playWith changes a sheet and gives how many changes were taken.
func playWith(t *rapid.T, sheet *workbench.Sheet) int {
	made := 0
	took := func(err error) {
		if err == nil {
			made++
		}
	}
	for range rapid.IntRange(0, 12).Draw(t, "changes") {
		choices := sheet.Model().Choices()
		choice := choices[rapid.IntRange(0, len(choices)-1).Draw(t, "choice")]
		took(sheet.Choose(choice.ID, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")))
		size := sheet.Size()
		at := nn.Point{Y: rapid.IntRange(0, size.H-1).Draw(t, "y"), X: rapid.IntRange(0, size.W-1).Draw(t, "x")}
		took(sheet.SetCell(at, float64(rapid.IntRange(-99, 99).Draw(t, "tenths"))/10))
		if rapid.IntRange(0, 9).Draw(t, "wipe") == 0 {
			took(sheet.Clear())
		}
	}
	return made
}

// same compares states; how a photo is opened is no part of one.
func same(a, b workbench.Model) bool {
	strip := func(m workbench.Model) workbench.Model {
		if p, ok := m.(workbench.OpenPhoto); ok {
			p.Open = nil
			return p
		}
		return m
	}
	return reflect.DeepEqual(strip(a), strip(b))
}

func TestQueriesOfSheetsThatAreWrong(t *testing.T) {
	for name, queries := range map[string][]string{
		"pool":       {"shift=5", "shift=1&back=1", "shift=-1", "in=10x10"},
		"activation": {"f=swish", "in=7x7", "x=1", "k=3", "in=0x0"},
		"photo": {
			"photo=three", "filter=none", "k=4x4", "k=1x1", "k=3x5", "k=9x9", "w=1", "div=0", "div=NaN", "div=x", "div=1e9", "mode=max",
		},
	} {
		for _, text := range queries {
			query, err := url.ParseQuery(text)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := sheets[name]().Opened(query); err == nil {
				t.Errorf("%s?%s was taken: %+v", name, text, got)
			}
		}
	}
}

func TestASpotIsReadAsItIsWritten(t *testing.T) {
	if s, err := workbench.ParseSpot("40_60_2"); err != nil || s != (workbench.Spot{Row: 39, Column: 59, Step: 2}) || s.String() != "40_60_2" {
		t.Errorf("got %+v, %v", s, err)
	}
	for _, text := range []string{"", "1", "1_2", "1_2_3_4", "a_b_c", "1_2_3 ", " 1_2_3", "01_2_3"} {
		if s, err := workbench.ParseSpot(text); err == nil {
			t.Errorf("%q was taken: %+v", text, s)
		}
	}
}

// TestARoomThatIsNotThere says which there are, and shows a link.
func TestARoomThatIsNotThere(t *testing.T) {
	_, err := workbench.FindRoom("kitchen")
	var wrong *workbench.RouteError
	if !errors.As(err, &wrong) || !strings.Contains(err.Error(), "activation") || !strings.Contains(wrong.Hint(), "convtutor lab 'conv?") {
		t.Errorf("%v", err)
	}
	for _, room := range workbench.Rooms() {
		found, err := workbench.FindRoom(room.Name)
		if err != nil || found != room || room.Refused(nil) != nil || !strings.HasPrefix(room.Example, room.Name+"?") {
			t.Errorf("%+v, %v", found, err)
		}
	}
}
