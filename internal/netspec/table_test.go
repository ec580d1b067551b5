package netspec_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

func table(t *testing.T, spec string, rule nn.Rule) netspec.Table {
	t.Helper()
	net, err := netspec.Parse(spec)
	if err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	tb, err := net.Table(rule)
	if err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	return tb
}

func TestJSONIsAsDocumented(t *testing.T) {
	got, err := table(t, "720x1280x3 | conv 3 10 p1", nn.RuleFloor).JSON()
	if err != nil {
		t.Fatal(err)
	}
	want := `{"input":[720,1280,3],"layers":[{"spec":"conv 3 10 p1","output":[720,1280,10],"weights":270,"biases":10,"params":280,` +
		`"macs":248832000,"receptive_field":[3,3],"unread":[0,0]}],"total":{"params":280,"macs":248832000,"activations":11980800}}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestJSONOfNoLayersHasAList(t *testing.T) {
	got, _ := table(t, "4x5", nn.RuleFloor).JSON()
	if want := `{"input":[4,5,1],"layers":[],"total":{"params":0,"macs":0,"activations":20}}`; string(got) != want {
		t.Errorf("got %s", got)
	}
}

func TestRules(t *testing.T) {
	for _, c := range []struct {
		spec string
		rule nn.Rule
		out  string
		rows int
	}{
		{"7x7 | conv 3 1 s3", nn.RuleFloor, "2x2x1", 1},
		{"7x7 | conv 3 1 s3", nn.RuleCeil, "3x3x1", 0},
		{"7x7 | conv 3 1 s3", nn.RuleSame, "3x3x1", 0},
		{"7x7 | conv 3 1 s2", nn.RuleError, "3x3x1", 0},
		{"6x6 | maxpool 3 s2", nn.RuleFloor, "2x2x1", 1},
		{"6x6 | maxpool 3 s2 ceil", nn.RuleFloor, "3x3x1", 0},
		{"8x8 | conv 3 4 s2 same", nn.RuleFloor, "4x4x4", 0},
		{"7x7 | conv 1 1 s2", nn.RuleFloor, "4x4x1", 3},
		{"7x9x2 | gap", nn.RuleError, "1x1x2", 0},
	} {
		tb := table(t, c.spec, c.rule)
		r := tb.Rows[len(tb.Rows)-1]
		if r.Out.String() != c.out || r.Unread.Rows != c.rows {
			t.Errorf("%s under %s: %v with %d unread rows, want %s with %d",
				c.spec, netspec.RuleName(c.rule), r.Out, r.Unread.Rows, c.out, c.rows)
		}
	}
}

func TestArithmeticIsShown(t *testing.T) {
	for spec, want := range map[string]string{
		"720x1280x3 | conv 3 10 p1":   "3*3*3*10 = 270",
		"27x27x96 | conv 5 256 p2 g2": "5*5*(96/2)*256 = 307200",
		"1x1x400 | dense 120":         "400*120 = 48000",
		"4x4x8 | convt 4x2 6 s2":      "4*2*8*6 = 384",
		"4x4x8 | batchnorm":           "8",
		"4x4x8 | maxpool 2":           "",
	} {
		if got := table(t, spec, nn.RuleFloor).Rows[0].WeightsText; got != want {
			t.Errorf("%s: %q, want %q", spec, got, want)
		}
	}
}

// TestErrors holds what is said, where, and that something helps.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		spec   string
		rule   nn.Rule
		column int
		say    string
	}{
		{"", nn.RuleFloor, 1, "input is missing"},
		{"9x", nn.RuleFloor, 1, "no whole number"},
		{"8x8x4x4", nn.RuleFloor, 1, "height x width x channels"},
		{"0x8", nn.RuleFloor, 1, "height 0 is smaller than 1"},
		{"-3x8", nn.RuleFloor, 1, "height -3"},
		{"99999999x99999999x9", nn.RuleFloor, 1, "larger than 1048576"},
		{"99999999999999999999x2", nn.RuleFloor, 1, "larger than 1048576"},
		{"1048576x1048576x1048576", nn.RuleFloor, 1, "more numbers than can be counted"},
		{"1048576x1048576x8 | conv 1 1048576", nn.RuleFloor, 21, "more numbers than can be counted"},
		{"8x8 || relu", nn.RuleFloor, 6, "a layer is missing"},
		{"8x8 | relu |", nn.RuleFloor, 13, "a layer is missing"},
		{"8x8 conv 3 3", nn.RuleFloor, 5, "after the input"},
		{"8x8 | cnov 3 2", nn.RuleFloor, 7, `unknown layer "cnov"`},
		{"8x8 | fc 3", nn.RuleFloor, 7, "unknown layer"},
		{"8x8 | dense 3", nn.RuleFloor, 7, "wants a vector, not 8x8x1"},
		{"8x8 | conv", nn.RuleFloor, 7, "takes 2 sizes, not 0"},
		{"8x8 | conv 3 2 4", nn.RuleFloor, 7, "takes 2 sizes, not 3"},
		{"8x8 | conv 3 p1 4", nn.RuleFloor, 17, "after an option"},
		{"8x8 | conv 3 2 q1", nn.RuleFloor, 16, "no option"},
		{"8x8 | conv 3 2 s", nn.RuleFloor, 16, "no option"},
		{"8x8 | relu 3 p1", nn.RuleFloor, 7, "takes 0 sizes, not 1"},
		{"8x8 | conv 3 2 s0", nn.RuleFloor, 17, "0 is smaller than 1"},
		{"8x8 | conv 3 2 p-1", nn.RuleFloor, 17, "-1 is smaller than 0"},
		{"8x8 | conv 3 2 d0", nn.RuleFloor, 17, "0 is smaller than 1"},
		{"8x8 | conv 3 2 p1 p1", nn.RuleFloor, 19, "says again"},
		{"8x8 | conv 3 2 p1 same", nn.RuleFloor, 19, "says again"},
		{"8x8 | conv 9 2", nn.RuleFloor, 7, "filter 9x9 does not fit input 8x8"},
		{"7x7 | conv 3 1 s3", nn.RuleError, 7, "stride 3 does not fit input 7"},
		{"8x8x3 | conv 3 10 g2", nn.RuleFloor, 9, "2 groups do not divide 3 channels"},
		{"8x8 | maxpool 2 p2", nn.RuleFloor, 7, "nothing but padding"},
		{"8x8x3 | reshape 4x4x3", nn.RuleFloor, 9, "192 numbers"},
		{"4x4x3 | convt 4 2 s2 op2", nn.RuleFloor, 9, "output padding 2"},
		{"4x4x3 | convt 1 2 p3", nn.RuleFloor, 9, "leaves no output"},
	} {
		net, err := netspec.Parse(c.spec)
		if err == nil {
			_, err = net.Table(c.rule)
		}
		var e *netspec.Error
		if !errors.As(err, &e) {
			t.Errorf("%q: error %v", c.spec, err)
			continue
		}
		if e.Column != c.column || !strings.Contains(e.Message, c.say) {
			t.Errorf("%q: column %d, %q; want column %d, %q", c.spec, e.Column, e.Message, c.column, c.say)
		}
	}
}

func TestTooManyLayersAndTooLong(t *testing.T) {
	for _, spec := range []string{
		"4x4" + strings.Repeat(" | relu", netspec.MaxLayers+1),
		"4x4 | " + strings.Repeat(" ", 20<<10) + "relu",
	} {
		if _, err := netspec.Parse(spec); err == nil {
			t.Errorf("%.20s... is taken", spec)
		}
	}
}

func TestKnownNamesAndTheirSpecs(t *testing.T) {
	for _, name := range netspec.KnownNames() {
		net, err := netspec.Known(strings.ToUpper(name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		again, err := netspec.Parse(net.String())
		if err != nil || again.String() != net.String() {
			t.Errorf("%s: %q does not read back: %v", name, net, err)
		}
		if _, err := net.Table(nn.RuleFloor); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := netspec.Known("resnext"); err == nil {
		t.Error("an unknown network is taken")
	}
}

func FuzzParse(f *testing.F) {
	for _, n := range netspec.KnownNets() {
		f.Add(n.Spec)
	}
	for _, s := range []string{
		"7×7|conv ３ 1 s2 same", "9 x 9 x 9 | convt 3 3 op1 d7 s9", "1x1x1|dropout .5|reshape 1x1x1|gap", "x|x", "3x3|conv 1048576 1 d1048576",
		"9x9" + strings.Repeat("|conv 1 1 s1048576 p1048576", 9),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		net, err := netspec.Parse(spec)
		if err != nil {
			if len(err.Error()) > 1000 {
				t.Errorf("an error of %d bytes", len(err.Error()))
			}
			return
		}
		for _, rule := range []nn.Rule{nn.RuleFloor, nn.RuleError, nn.RuleCeil, nn.RuleSame} {
			tb, err := net.Table(rule)
			if err != nil {
				continue
			}
			if b, err := tb.JSON(); err != nil || !json.Valid(b) || bytes.Contains(b, []byte(":-")) {
				t.Errorf("%q: %s, %v", spec, b, err)
			}
		}
	})
}
