package workbench_test

import (
	"net/url"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

func lecture() workbench.State { return workbench.Lecture() }

func open(t testing.TB) *workbench.Bench {
	b, err := workbench.New(lecture())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTheOutputFollows(t *testing.T) {
	b := open(t)
	if err := b.SetCell(viz.PlaneInput, nn.Point{Y: 0, X: 0}, 5); err != nil {
		t.Fatal(err)
	}
	if got := b.Conv().Value(nn.Point{}); got != 8 {
		t.Errorf("first cell %v, want 4 - 1 + 5 = 8", got)
	}
	b.Undo()
	if got := b.Conv().Value(nn.Point{}); got != 4 || b.Changed() {
		t.Errorf("after undo: first cell %v (want 4), changed %v", got, b.Changed())
	}
}

func TestWhatCannotBeIsRefusedAndNothingChanges(t *testing.T) {
	s := lecture()
	s.Rule = nn.RuleError
	b, err := workbench.New(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Adjust(workbench.SettingStride, 2); err != nil { // (5-3)/3 does not fit
		if !reflect.DeepEqual(b.State(), s) {
			t.Errorf("state changed although refused: %v", b.State())
		}
		return
	}
	t.Error("stride 3 was taken under the rule that it must fit")
}

// starts are the states to begin with.
var starts = map[string]func() workbench.State{"conv": workbench.Lecture, "transposed": workbench.Spread}

// changed makes random changes and gives how many were taken.
func changed(t *rapid.T, b *workbench.Bench) int {
	made := 0
	for range rapid.IntRange(0, 30).Draw(t, "changes") {
		list := b.State().AllSettings()
		setting := list[rapid.IntRange(0, len(list)-1).Draw(t, "setting")]
		if b.Adjust(setting, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")) == nil {
			made++
		}
		b.LookAt(rapid.IntRange(0, 1).Draw(t, "filter"), rapid.IntRange(0, 1).Draw(t, "channel"))
		plane := rapid.SampledFrom([]viz.Plane{viz.PlaneInput, viz.PlaneFilter}).Draw(t, "plane")
		size := b.Size(plane)
		at := nn.Point{Y: rapid.IntRange(0, size.H-1).Draw(t, "y"), X: rapid.IntRange(0, size.W-1).Draw(t, "x")}
		value := float64(rapid.IntRange(-9990, 9990).Draw(t, "tenths")) / 10
		if err := b.SetCell(plane, at, value); err != nil {
			t.Fatal(err)
		}
		made++
		if b.Cell(plane, at) != value || b.Picture().Steps() < 1 {
			t.Fatalf("cell %v is %v, want %v", at, b.Cell(plane, at), value)
		}
	}
	return made
}

// TestAnyChangesCanBeUndone makes random changes and takes all of them back.
func TestAnyChangesCanBeUndone(t *testing.T) {
	for name, start := range starts {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			b, err := workbench.New(start())
			if err != nil {
				t.Fatal(err)
			}
			for range changed(t, b) {
				b.Undo()
			}
			now := b.State()
			now.Filter, now.Channel = 0, 0 // looking is no change
			if b.Changed() || !reflect.DeepEqual(now, start()) {
				t.Fatalf("not back at the start: %+v", now)
			}
		}))
	}
}

// TestRoutesLeadBack writes any state as a query and reads it again.
func TestRoutesLeadBack(t *testing.T) {
	for name, start := range starts {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			b, err := workbench.New(start())
			if err != nil {
				t.Fatal(err)
			}
			changed(t, b)
			text := b.State().Query().Encode()
			query, err := url.ParseQuery(text)
			if err != nil {
				t.Fatal(err)
			}
			got, err := start().FromQuery(query)
			if err != nil || !reflect.DeepEqual(got, b.State()) {
				t.Fatalf("%s: got %+v, %v; want %+v", text, got, err, b.State())
			}
		}))
	}
}

// TestOldRoutes opens routes as they were written before there were channels.
func TestOldRoutes(t *testing.T) {
	query, err := url.ParseQuery("in=7x7&k=3&s=2&p=1")
	if err != nil {
		t.Fatal(err)
	}
	s, err := lecture().FromQuery(query)
	if err != nil || len(s.Input) != 1 || len(s.Input[0]) != 7 || s.Stride != 2 || s.Padding != 1 {
		t.Fatalf("got %+v, %v", s, err)
	}
	b, err := workbench.New(s)
	if err != nil || b.Conv().Geometry().Out != nn.Square(4) {
		t.Fatalf("%v, %v", b, err)
	}
}

// TestGroups splits four channels into two groups: the second filter reads the
// last two, and only them.
func TestGroups(t *testing.T) {
	query, err := url.ParseQuery("in=1x1&x=1234&c=4&n=2&g=2&k=1x1&w=5678&f=2&b=0_1")
	if err != nil {
		t.Fatal(err)
	}
	s, err := lecture().FromQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	b, err := workbench.New(s)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Conv().Value(nn.Point{}); got != 3*7+4*8+1 {
		t.Errorf("second filter gives %v, want 3×7 + 4×8 + 1 = 54", got)
	}
	if n := s.Parameters(); n != 2*2+2 {
		t.Errorf("%d parameters, want 2 filters of 2 weights and their biases", n)
	}
	b.LookAt(1, 0)
	if got := b.Conv().Value(nn.Point{}); got != 1*5+2*6 {
		t.Errorf("first filter gives %v, want 1×5 + 2×6 = 17", got)
	}
}

// TestInputFromElsewhere puts three planes in the place of one: the filter gets
// as many channels.
func TestInputFromElsewhere(t *testing.T) {
	b := open(t)
	plane := workbench.Rows{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	if err := b.SetInput([]workbench.Rows{plane, plane, plane}); err != nil {
		t.Fatal(err)
	}
	if got := b.Conv().Value(nn.Point{}); got != 3*(1+3+5+7+9) {
		t.Errorf("got %v, want three times 1 + 3 + 5 + 7 + 9", got)
	}
	plane[0][0] = 100
	if b.State().Input[0][0][0] != 1 {
		t.Error("the input is not the bench's own")
	}
	if err := b.Clear(); err != nil || b.Conv().Value(nn.Point{}) != 2*25 {
		t.Errorf("cleared one channel of three: %v, %v", b.Conv().Value(nn.Point{}), err)
	}
	b.Undo()
	b.Undo()
	if !reflect.DeepEqual(b.State(), lecture()) {
		t.Errorf("not back at the start: %+v", b.State())
	}
}

func TestQueriesThatAreWrong(t *testing.T) {
	for _, text := range []string{
		"in=0x5", "in=99x99", "in=5x", "k=8", "x=1,2", "in=2x2&x=1,2,3,NaN", "in=2x2&x=1,2,3,1e9",
		"s=0", "s=ten", "p=-1", "rule=round", "flip=2", "colour=red",
		"c=5", "c=0", "g=2", "c=2&g=2", "c=2&n=2&g=3", "f=2", "ch=2", "n=2&f=3", "d=0", "b=1_2", "b=x", "op=1", "c=2&x=1", "pad=mirror", "pad=1",
	} {
		query, err := url.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := lecture().FromQuery(query); err == nil {
			t.Errorf("%s was taken", text)
		}
	}
}

func FuzzFromQuery(f *testing.F) {
	f.Add("in=7x7&k=3&s=2&p=1")
	f.Add("x=1_2_3&w=,,,&rule=same")
	f.Add("c=4&n=2&g=2&d=2&b=1_2&f=2&ch=2")
	f.Add("in=3x5&op=1&s=2&b=-1.5")
	f.Fuzz(func(t *testing.T, text string) {
		query, err := url.ParseQuery(text)
		if err != nil {
			return
		}
		for _, start := range starts {
			s, err := start().FromQuery(query)
			if err != nil {
				continue
			}
			// What is read either makes a picture or says why not, and is
			// written so that it is read again.
			b, err := workbench.New(s)
			if err == nil && b.Picture().Steps() < 1 {
				t.Errorf("%s: no steps", text)
			}
			again, err := start().FromQuery(s.Query())
			if err != nil || again.Query().Encode() != s.Query().Encode() {
				t.Errorf("%s: %v, %v", text, again, err)
			}
		}
	})
}

// TestPoolRoutesLeadBack changes a pooling at random, reads its query, and takes
// all back.
func TestPoolRoutesLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheet, err := workbench.NewSheet(workbench.LecturePool())
		if err != nil {
			t.Fatal(err)
		}
		made := 0
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			choices := sheet.Model().Choices()
			if sheet.Choose(choices[rapid.IntRange(0, len(choices)-1).Draw(t, "choice")].ID, 1) == nil {
				made++
			}
			size := sheet.Size()
			at := nn.Point{Y: rapid.IntRange(0, size.H-1).Draw(t, "y"), X: rapid.IntRange(0, size.W-1).Draw(t, "x")}
			if sheet.SetCell(at, float64(rapid.IntRange(-99, 99).Draw(t, "value"))) == nil {
				made++
			}
		}
		now := sheet.Model().(workbench.OpenPool)
		query, err := url.ParseQuery(now.Query().Encode())
		if err != nil {
			t.Fatal(err)
		}
		if got, err := workbench.LecturePool().Opened(query); err != nil || !reflect.DeepEqual(got, now) {
			t.Fatalf("%v: got %+v, %v; want %+v", query, got, err, now)
		}
		for range made {
			sheet.Undo()
		}
		if got := sheet.Model(); !reflect.DeepEqual(got, workbench.LecturePool()) {
			t.Fatalf("not back at the start: %+v", got)
		}
	})
}

func TestPoolQueriesThatAreWrong(t *testing.T) {
	for _, text := range []string{"in=0x1", "x=1", "k=0", "k=9", "s=x", "mode=best", "back=2", "p=1"} {
		query, err := url.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := workbench.LecturePool().Opened(query); err == nil {
			t.Errorf("%s was taken", text)
		}
	}
}
