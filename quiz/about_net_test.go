package quiz_test

import (
	"fmt"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/quiz"
)

func alexnet(t *testing.T) netspec.Table {
	t.Helper()
	net, err := netspec.Known("alexnet")
	if err != nil {
		t.Fatal(err)
	}
	table, err := net.Table(nn.RuleFloor)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// aboutNets are the questions that lessons ask about networks, with the answers
// worked out by hand.
func aboutNets(t *testing.T) map[string]quiz.Question {
	t.Helper()
	table := alexnet(t)
	made := map[string]quiz.Question{}
	add := func(right string, q quiz.Question, err error) {
		if err != nil {
			t.Fatal(err)
		}
		made[right] = q
	}
	q, err := quiz.AboutLayerShape(table, 0)
	add("55x55x96", q, err)
	q, err = quiz.AboutLayerParams(table, 0)
	add(fmt.Sprint((11*11*3+1)*96), q, err)
	q, err = quiz.AboutMostParams(table)
	add("1x1x9216 | dense 4096", q, err)
	w := nn.Window{Kernel: nn.Square(11), Stride: nn.Square(4)}
	q, err = quiz.AboutNextFit(227, w, 1)
	add("231", q, err)
	q, err = quiz.AboutNextFit(224, w, -1)
	add("223", q, err)
	add("109", quiz.AboutFewerErrors(15.3, 26.2), nil)
	return made
}

func TestQuestionsAboutNetworks(t *testing.T) {
	b := bundle(t)
	for right, q := range aboutNets(t) {
		if q.Answer != right || quiz.Grade(q, right).Status != quiz.Right {
			t.Errorf("%s: the answer is %s", right, q.Answer)
		}
		if len(q.Slips) == 0 {
			t.Errorf("%s has %d slips", right, len(q.Slips))
		}
		said(t, b, right, q.Prompt...)
		said(t, b, right, q.Worked...)
		for _, m := range q.Slips {
			said(t, b, right, m.Why)
			if _, ok := quiz.FindSlip(m.Slip); !ok {
				t.Errorf("%s: slip %s is not in the table", right, m.Slip)
			}
			if v := quiz.Grade(q, m.Answer); v.Status != quiz.Wrong || v.Slips[0].Slip != m.Slip {
				t.Errorf("%s: %s is graded %+v, not as %s", right, m.Answer, v, m.Slip)
			}
		}
	}
}

func TestQuestionsAboutNothing(t *testing.T) {
	if _, err := quiz.AboutLayerShape(alexnet(t), 99); err == nil {
		t.Error("a layer that is not there is asked about")
	}
	if _, err := quiz.AboutLayerParams(alexnet(t), -1); err == nil {
		t.Error("layer -1 is asked about")
	}
}
