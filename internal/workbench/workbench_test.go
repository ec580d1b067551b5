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

func lecture() workbench.State {
	return workbench.State{
		Input:  [][]float64{{1, 1, 1, 0, 0}, {0, 1, 1, 1, 0}, {0, 0, 1, 1, 1}, {0, 0, 1, 1, 0}, {0, 1, 1, 0, 0}},
		Filter: [][]float64{{1, 0, 1}, {0, 1, 0}, {1, 0, 1}},
		Stride: 1,
	}
}

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

// TestAnyChangesCanBeUndone makes random changes and takes all of them back.
func TestAnyChangesCanBeUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, err := workbench.New(lecture())
		if err != nil {
			t.Fatal(err)
		}
		made := 0
		for range rapid.IntRange(1, 40).Draw(t, "changes") {
			setting := workbench.Setting(rapid.IntRange(0, int(workbench.SettingCount)-1).Draw(t, "setting"))
			if b.Adjust(setting, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")) == nil {
				made++
			}
			if b.Conv() == nil {
				t.Fatal("no convolution")
			}
		}
		for range made {
			b.Undo()
		}
		if b.Changed() || !reflect.DeepEqual(b.State(), lecture()) {
			t.Fatalf("not back at the start: %+v", b.State())
		}
	})
}

// TestRoutesLeadBack writes any state as a query and reads it again.
func TestRoutesLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, err := workbench.New(lecture())
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			_ = b.Adjust(workbench.Setting(rapid.IntRange(0, int(workbench.SettingCount)-1).Draw(t, "setting")),
				rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")) // one that is refused changes nothing
			value := float64(rapid.IntRange(-9990, 9990).Draw(t, "tenths")) / 10
			if err := b.SetCell(viz.PlaneFilter, nn.Point{}, value); err != nil {
				t.Fatal(err)
			}
		}
		query, err := url.ParseQuery(b.State().Query().Encode())
		if err != nil {
			t.Fatal(err)
		}
		got, err := lecture().FromQuery(query)
		if err != nil || !reflect.DeepEqual(got, b.State()) {
			t.Fatalf("got %+v, %v; want %+v", got, err, b.State())
		}
	})
}

func TestQueriesThatAreWrong(t *testing.T) {
	for _, text := range []string{
		"in=0x5", "in=99x99", "in=5x", "k=8", "x=1,2", "in=2x2&x=1,2,3,NaN", "in=2x2&x=1,2,3,1e9",
		"s=0", "s=ten", "p=-1", "rule=round", "flip=2", "colour=red",
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
	f.Fuzz(func(t *testing.T, text string) {
		query, err := url.ParseQuery(text)
		if err != nil {
			return
		}
		s, err := lecture().FromQuery(query)
		if err != nil {
			return
		}
		// What is read either makes a convolution or says why not.
		if b, err := workbench.New(s); err == nil && b.Conv().Steps() < 1 {
			t.Error("a convolution without a step")
		}
	})
}
