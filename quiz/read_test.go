package quiz_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"convtutor/quiz"
)

func TestReadShape(t *testing.T) {
	for typed, want := range map[string][]int{
		"718x1278x6": {718, 1278, 6}, "(718, 1278, 6)": {718, 1278, 6}, "718×1278×6": {718, 1278, 6},
		"718*1278*6": {718, 1278, 6}, "718 1278 6": {718, 1278, 6}, "７１８×１２７８×６": {718, 1278, 6},
		"（７１８，１２７８，６）": {718, 1278, 6}, "[718,1278,6]": {718, 1278, 6}, "{718; 1278; 6}": {718, 1278, 6},
		"718 x 1278 x 6": {718, 1278, 6}, "718X1278X6": {718, 1278, 6}, "718 by 1278 by 6": {718, 1278, 6},
		"718 곱하기 1278 곱하기 6": {718, 1278, 6}, "718、1278、6": {718, 1278, 6}, "= 718x1278x6": {718, 1278, 6},
		"718x1,278x6": {718, 1278, 6}, "360,640,10": {360, 640, 10}, "100,200,300": {100, 200, 300},
		"(718, 1278, 6,)": {718, 1278, 6}, "4": {4}, "5x7": {5, 7}, "0x0x0": {0, 0, 0}, "718⨯1278⨯6": {718, 1278, 6},
		"\t718 x\u00a01278 x 6\n": {718, 1278, 6},
	} {
		if got, err := quiz.ReadShape(typed); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v; want %v", typed, got, err, want)
		}
	}
}

func TestReadShapeRefuses(t *testing.T) {
	for _, typed := range []string{
		"", " ", "abc", "718x", "x718", "718xx6", "7.5x3", "-7x3", "(718, 1278", "718x1278,6", "1e3x2", "٣x٤",
		"99999999999999999999x1x1", "1x2x3x4x5x6x7x8x9x10", strings.Repeat("1x", 400) + "1", "\xff\xfe", "three by four",
	} {
		if got, err := quiz.ReadShape(typed); err == nil {
			t.Errorf("%q is read as %v", typed, got)
		}
	}
}

func TestReadNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"270": "270", " 270 ": "270", "２７０": "270", "1,440,000": "1440000", "1 440 000": "1440000", "1'440'000": "1440000",
		"-4": "-4", "−4": "-4", "+4": "4", "(-4)": "-4", "2.33": "233/100", ".5": "1/2", "2.": "2", "7/3": "7/3", "7 / 3": "7/3",
		"2,33": "233/100", "0,5": "1/2", "0,500": "1/2", "１，５": "3/2", "1234,567": "1234567/1000",
		"½": "1/2", "-½": "-1/2", "1½": "3/2", "1 1/2": "3/2", "−1 2/3": "-5/3", "１／２": "1/2", "¾": "3/4",
		"010": "10", "010/3": "10/3", "270개": "270", "= 270": "270", "0": "0", "-0": "0", "1,234.5": "2469/2", "-7/3": "-7/3",
	} {
		got, err := quiz.ReadNumber(typed)
		w, ok := new(big.Rat).SetString(want)
		if err != nil || !ok || got.Cmp(w) != 0 {
			t.Errorf("%q: %v, %v; want %s", typed, got, err, want)
		}
	}
}

func TestReadNumberRefuses(t *testing.T) {
	for typed, hint := range map[string]string{
		"": "empty", "abc": "number", "1,23,456": "number", "1,5,": "number", "1 3/2": "sum", "½½": "sum", "1e9": "number", "--4": "number",
		"3*3*3*10": "sum", "3x3": "sum", "270+10": "sum", "7/0": "sum", "NaN": "number", "Inf": "number", "0x10": "sum",
		"1.2.3": "number", strings.Repeat("9", 100): "number", strings.Repeat("9", 300): "long", "٣": "number",
	} {
		got, err := quiz.ReadNumber(typed)
		var u *quiz.UnreadableError
		if !errors.As(err, &u) || u.Words.Key != "quiz.unreadable."+hint {
			t.Errorf("%q: %v, %+v; want the hint %s", typed, got, err, hint)
		}
	}
	if _, err := quiz.ReadInt("7/3"); err == nil {
		t.Error("7/3 is read as a whole number")
	}
	if n, err := quiz.ReadInt("6/3"); err != nil || n != 2 {
		t.Errorf("6/3: %d, %v", n, err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"718x1278x6", "(1, 2)", "1,234.5", "7/3", "곱하기", "１×２", "x", "((", "1 2 3", "9'999'999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if sides, err := quiz.ReadShape(typed); err == nil {
			if len(sides) == 0 || slices.Min(sides) < 0 {
				t.Errorf("%q is read as %v", typed, sides)
			}
			again, err := quiz.ReadShape(strings.Trim(strings.ReplaceAll(fmt.Sprint(sides), " ", "x"), "[]"))
			if err != nil || !slices.Equal(sides, again) {
				t.Errorf("%q: %v reads back as %v, %v", typed, sides, again, err)
			}
		}
		if n, err := quiz.ReadNumber(typed); err == nil {
			again, err := quiz.ReadNumber(n.RatString())
			if len(n.RatString()) < 36 && (err != nil || n.Cmp(again) != 0) {
				t.Errorf("%q: %v reads back as %v, %v", typed, n, again, err)
			}
		}
	})
}

// FuzzGrade: whatever is typed has a verdict with something to say.
func FuzzGrade(f *testing.F) {
	f.Add("4x5x6", uint32(1))
	f.Add("b", uint32(7))
	f.Fuzz(func(t *testing.T, typed string, seed uint32) {
		for i, k := range quiz.Kinds() {
			q, err := k.New(1+(int(seed%3)+i)%3, seed)
			if err != nil {
				t.Fatal(err)
			}
			if v := quiz.Grade(q, typed); len(v.Feedback) == 0 {
				t.Errorf("%s: %q leaves one without a word: %+v", q.Route(), typed, v)
			}
		}
	})
}
