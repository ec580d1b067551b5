package quiz

import (
	"strings"
	"testing"
)

// TestAboutFlatInput multiplies the sides itself.
func TestAboutFlatInput(t *testing.T) {
	pictures := [][3]int{{64, 48, 1}, {48, 64, 3}, {16, 16, 12}, {64, 48, 3}, {3000, 71, 1}}
	q, err := AboutFlatInput(3072, pictures)
	if err != nil {
		t.Fatal(err)
	}
	var right []string
	for i, p := range pictures {
		if fits := p[0]*p[1]*p[2] == 3072; fits != (q.Options[i].Slip == "") {
			t.Errorf("%v: slip %q", p, q.Options[i].Slip)
		} else if fits {
			right = append(right, q.Options[i].Answer)
		}
	}
	if v := Grade(q, strings.Join(right, "; ")); v.Status != Right || v.Credit != 1 {
		t.Errorf("%v is graded %+v", right, v)
	}
	for at, slip := range map[int]string{1: "depth-ignored", 3: "depth-ignored", 4: "sides-added"} {
		if got := q.Options[at].Slip; got != slip {
			t.Errorf("%s: slip %q, want %q", q.Options[at].Answer, got, slip)
		}
	}
	for _, none := range [][][3]int{{{64, 48, 1}}, {{1, 1, 1}}} {
		if _, err := AboutFlatInput(3072, none); err == nil {
			t.Errorf("%v is asked", none)
		}
	}
}
