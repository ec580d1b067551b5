package quiz_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"convtutor/quiz"
)

// TestImageShapesByHand works the shape and the count out from what the
// question tells.
func TestImageShapesByHand(t *testing.T) {
	everyOf(t, "image-shape", func(q quiz.Question) {
		args := q.Prompt[0].Args
		h, w, count := args["h"].(int), args["w"].(int), args["count"].(int)
		c := 1
		if strings.Contains(q.Prompt[0].Key, "colour") {
			c = 3
		}
		want := fmt.Sprintf("%dx%dx%d", h, w, c)
		if q.Type == quiz.TypeNumber {
			n := 0
			for range count { // picture by picture, row by row
				for range h {
					n += w * c
				}
			}
			want = fmt.Sprint(n)
		}
		if q.Answer != want {
			t.Errorf("%s is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
}

// TestPixelValuesByHand works the value out with fractions and cuts it off.
func TestPixelValuesByHand(t *testing.T) {
	everyOf(t, "pixel-value", func(q quiz.Question) {
		setup := q.Prompt[0].Args
		value := float64(q.Prompt[len(q.Prompt)-1].Args["value"].(int))
		var times float64
		if _, err := fmt.Sscan(setup["times"].(string), &times); err != nil {
			t.Fatal(err)
		}
		want := value * times
		if middle, ok := setup["middle"].(int); ok {
			want = value*times - float64(middle)*times + float64(middle)
		} else {
			want += float64(setup["add"].(int))
		}
		if want < 0 {
			want = 0
		}
		if want > 255 {
			want = 255
		}
		if q.Answer != fmt.Sprint(want) {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, want)
		}
	})
}

func TestAboutPictures(t *testing.T) {
	q, err := quiz.AboutImageNumbers(600, 800, 3)
	if err != nil || q.Answer != "1440000" || quiz.Grade(q, "480,000").Status != quiz.Wrong {
		t.Errorf("%+v, %v", q, err)
	}
	if q, err := quiz.AboutImageShape(39, 31, 3); err != nil || q.Answer != "39x31x3" || quiz.Grade(q, "(31, 39, 3)").Slip() != "h-w-swap" {
		t.Errorf("%+v, %v", q, err)
	}
	if _, err := quiz.AboutImageShape(39, 31, 2); err == nil {
		t.Error("a picture of two channels is taken")
	}
	if q, err := quiz.AboutPixel(200, 6, 0, false); err != nil || q.Answer != "300" {
		t.Errorf("%+v, %v", q, err)
	}
	if _, err := quiz.AboutPixel(3, 6, 0, true); err == nil {
		t.Error("a fraction is taken for a whole number")
	}
	if q := quiz.AboutNegative(); q.Answer != "255" || quiz.Grade(q, "256").Slip() != "counts-256" {
		t.Errorf("%+v", q)
	}
}

// TestColourValuesByHand works the numbers out with fractions.
func TestColourValuesByHand(t *testing.T) {
	everyOf(t, "colour-value", func(q quiz.Question) {
		args := q.Prompt[0].Args
		r, g, b := float64(args["r"].(int)), float64(args["g"].(int)), float64(args["b"].(int))
		want := max(r, g, b)
		switch {
		case strings.HasSuffix(q.Prompt[1].Key, "grey"):
			want = math.Floor(0.299*r + 0.587*g + 0.114*b + 0.5 + 1e-9)
		case strings.HasSuffix(q.Prompt[1].Key, "saturation"):
			want = 100 * (1 - min(r, g, b)/max(r, g, b))
		}
		var got float64
		if _, err := fmt.Sscan(q.Answer, &got); err != nil || math.Abs(got-want) > 1e-6 {
			t.Errorf("%s is %s, by hand %v", q.Route(), q.Answer, want)
		}
	})
}

func TestAboutColours(t *testing.T) {
	if q := quiz.AboutStacked(39, 31); q.Answer != "39x31x6" || quiz.Grade(q, "39x31x3").Slip() != "not-stacked" {
		t.Errorf("%+v", q)
	}
	if q := quiz.AboutValue(10, 90, 50); q.Answer != "90" || quiz.Grade(q, "50").Slip() != "value-is-mean" {
		t.Errorf("%+v", q)
	}
	if q := quiz.AboutGrey(255, 0, 0); q.Answer != "76" || quiz.Grade(q, "85").Slip() != "grey-is-mean" {
		t.Errorf("%+v", q)
	}
}

// TestLessonQuestionsNameSlips: a pixel without colour and the boxes of
// detection have wrong answers with a reason too.
func TestLessonQuestionsNameSlips(t *testing.T) {
	for _, c := range []struct {
		question quiz.Question
		right    string
		slips    map[string]string
	}{
		{quiz.AboutGrey(200, 200, 200), "200", map[string]string{"600": "grey-is-sum", "0": "grey-is-nothing", "117": "green-alone"}},
		{quiz.AboutBoxes(3), "12", map[string]string{
			"4": "one-box", "6": "place-without-size", "3": "things-counted", "24": "corners-counted", "15": "label-counted",
		}},
	} {
		if v := quiz.Grade(c.question, c.right); v.Status != quiz.Right {
			t.Errorf("%s is not right: %v", c.right, v)
		}
		for typed, slip := range c.slips {
			if got := quiz.Grade(c.question, typed).Slip(); got != slip {
				t.Errorf("%s names %q, not %q", typed, got, slip)
			}
		}
	}
}
