package solve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

const (
	in3  = `"input":{"shape":[1,1,3,3],"data":[1,2,3,4,5,6,7,8,9]}`
	w2   = `"weight":{"shape":[1,1,2,2],"data":[1,0,0,1]}`
	conv = `{"op":"conv2d",` + in3 + `,` + w2
	pool = `{"op":"maxpool2d",` + in3 + `,"kernel":2`
)

func TestAnswers(t *testing.T) {
	for _, c := range []struct{ problem, want string }{
		{conv + `}`, `{"output":{"shape":[1,1,2,2],"data":[6,8,12,14]}}`},
		{conv + `,"bias":null,"stride":2,"padding":"valid"}`, `{"output":{"shape":[1,1,1,1],"data":[6]}}`},
		{
			conv + `,"bias":[0.5],"stride":[2,1],"grad_output":[1,2]}`,
			`{"output":{"shape":[1,1,1,2],"data":[6.5,8.5]},"grad_input":[1,2,0,0,1,2,0,0,0],"grad_weight":[5,8,14,17],"grad_bias":[3]}`,
		},
		{conv + `,"padding":[1,0]}`, `{"output":{"shape":[1,1,4,2],"data":[2,3,6,8,12,14,7,8]}}`},
		{conv + `,"padding":1,"stride":3}`, `{"output":{"shape":[1,1,2,2],"data":[1,0,0,9]}}`},
		{pool + `,"stride":1}`, `{"output":{"shape":[1,1,2,2],"data":[5,6,8,9]},"argmax":[4,5,7,8]}`},
		{pool + `,"ceil_mode":true,"grad_output":[1,2,3,4]}`, `{"output":{"shape":[1,1,2,2],"data":[5,6,8,9]},"argmax":[4,5,7,8],"grad_input":[0,0,0,0,1,2,0,3,4]}`},
		{strings.Replace(pool, "max", "min", 1) + `}`, `{"output":{"shape":[1,1,1,1],"data":[1]}}`},
		{pool + `,"padding":"same"}`, `{"output":{"shape":[1,1,2,2],"data":[5,6,8,9]},"argmax":[4,5,7,8]}`},
		{pool + `,"padding":"same_lower"}`, `{"output":{"shape":[1,1,2,2],"data":[1,3,7,9]},"argmax":[0,2,6,8]}`},
		{
			strings.Replace(pool, "max", "avg", 1) + `,"padding":1,"count_include_pad":false}`,
			`{"output":{"shape":[1,1,2,2],"data":[1,2.5,5.5,7]}}`,
		},
		{
			`{"op":"conv_transpose2d","input":{"shape":[1,1,1,2],"data":[1,2]},"weight":{"shape":[1,1,1,2],"data":[1,10]},"stride":[1,2],"output_padding":[0,1]}`,
			`{"output":{"shape":[1,1,1,5],"data":[1,10,2,20,0]}}`,
		},
		{`{"op":"relu","input":{"shape":[4],"data":[-1,-0,1e-7,1e21]}}`, `{"output":{"shape":[4],"data":[0,0,1e-07,1e+21]}}`},
		{`{"op":"relu","input":{"shape":[2],"data":[0.1,123456789012345680]}}`, `{"output":{"shape":[2],"data":[0.1,123456789012345680]}}`},
		{`{"op":"softmax","input":{"shape":[2,2],"data":[1000,1000,0,0]},"axis":1}`, `{"output":{"shape":[2,2],"data":[0.5,0.5,0.5,0.5]}}`},
		{
			`{"op":"linear","input":{"shape":[1,2],"data":[1,2]},"weight":{"shape":[1,2],"data":[3,4]},"grad_output":[1]}`,
			`{"output":{"shape":[1,1],"data":[11]},"grad_input":[3,4],"grad_weight":[1,2],"grad_bias":[1]}`,
		},
		{`{"op":"linear","input":{"shape":[1],"data":[-5]},"weight":{"shape":[1,1],"data":[0]}}`, `{"output":{"shape":[1],"data":[0]}}`},
	} {
		got, err := Answer(nil, []byte(c.problem))
		if err != nil || string(got) != c.want {
			t.Errorf("%s\n got %s %v\nwant %s", c.problem, got, err, c.want)
		}
	}
}

func TestRefuses(t *testing.T) {
	picture := func(shape string) string { return `{"op":"relu","input":{"shape":` + shape + `,"data":[1]}}` }
	for _, c := range []struct{ problem, want string }{
		{`{`, `not JSON: unexpected end of JSON input at byte 1`},
		{`hello`, `not JSON: invalid character 'h' looking for beginning of value at byte 1`},
		{`[1]`, `problem is [1], not an object {…}`},
		{`{}{}`, `not JSON: invalid character '{' after top-level value at byte 3`},
		{`{}`, `the key "op" is missing`},
		{`{"op":5}`, `op is 5, not a name`},
		{`{"op":"conv3d"}`, `unknown op "conv3d" (known: avgpool2d, conv2d, conv_transpose2d, linear, maxpool2d, minpool2d, relu, softmax)`},
		{`{"op":"conv2d"}`, `conv2d: the key "input" is missing`},
		{`{"op":"conv2d",` + in3 + `}`, `conv2d: the key "weight" is missing`},
		{`{"op":"relu","input":null}`, `relu: the key "input" is missing`},
		{conv + `,"Stride":1}`, `conv2d: unknown key "Stride" (known: op, layout, input, weight, bias, stride, padding, dilation, groups, grad_output)`},
		{conv + `,"stride":1,"stride":2}`, `problem has the key "stride" twice`},
		{pool + `,"weight":1}`, `maxpool2d: unknown key "weight" (known: op, layout, input, kernel, stride, padding, dilation, ceil_mode, count_include_pad, grad_output)`},
		{conv + `,"stride":0}`, `conv2d: stride 0 is smaller than 1`},
		{conv + `,"stride":[1,-2]}`, `conv2d: stride -2 is smaller than 1`},
		{conv + `,"stride":1.5}`, `conv2d: stride 1.5 is not a whole number`},
		{conv + `,"stride":"2"}`, `conv2d: stride is "2", not a list of numbers`},
		{conv + `,"stride":[1,1,1]}`, `conv2d: stride has 3 numbers, not one or [height, width]`},
		{conv + `,"stride":[1,null]}`, `conv2d: stride is null, not a whole number`},
		{conv + `,"stride":99999999999999999999}`, `conv2d: stride 99999999999999999999 is larger than 1048576`},
		{conv + `,"padding":[1,2,3]}`, `conv2d: padding has 3 numbers, not one, [height, width] or [top, left, bottom, right]`},
		{conv + `,"padding":"full"}`, `conv2d: padding is "full", not numbers, same, same_lower or valid`},
		{conv + `,"padding":-1}`, `conv2d: padding -1 is smaller than 0`},
		{conv + `,"groups":2}`, `conv2d: 2 groups do not divide 1 channels into 1 filters`},
		{conv + `,"dilation":3}`, `conv2d: filter 2x2 (4x4 with its dilation) does not fit input 3x3 with padding 0`},
		{conv + `,"bias":[1,2]}`, `conv2d: bias has 2 numbers, weight 1x1x2x2 needs 1`},
		{conv + `,"bias":[[1]]}`, `conv2d: bias[0] is [1], not a finite number`},
		{conv + `,"grad_output":[1,2,3]}`, `conv2d: grad_output has 3 numbers, output 1x1x2x2 needs 4`},
		{conv + `,"grad_output":[1,2,3,NaN]}`, `conv2d: grad_output[3] is NaN, not a finite number`},
		{conv + `,"grad_output":[1,2,-Infinity,3]}`, `conv2d: grad_output[2] is -Infinity, not a finite number`},
		{conv + `,"layout":"NHWC"}`, `conv2d: layout is "NHWC", not NCHW or HWC`},
		{conv + `,"layout":"HWC"}`, `conv2d: input 1x1x3x3 is not of three axes (H, W, C)`},
		{
			`{"op":"conv2d","layout":"HWC","input":{"shape":[1,1,2],"data":[1,2]},"weight":{"shape":[1,1,1,3],"data":[1,2,3]}}`,
			`conv2d: depth 1 of weight 3x1x1x1 does not match input 1x2x1x1 with 2 channels (shapes written as N, C, H, W, filters before their channels)`,
		},
		{pool + `,"ceil_mode":1}`, `maxpool2d: ceil_mode is 1, not true or false`},
		{pool + `,"padding":2}`, `maxpool2d: a window of 2x2 over input 3x3 with padding 2 sees nothing but padding`},
		{`{"op":"conv2d",` + in3 + `,"weight":{"shape":[1,1,5,5],"data":[` + strings.Repeat("1,", 24) + `1]}}`, `conv2d: filter 5x5 does not fit input 3x3 with padding 0`},
		{`{"op":"conv2d","input":{"shape":[3,1,1],"data":[1,2,3]},` + w2 + `}`, `conv2d: input 3x1x1 is not of four axes (N, C, H, W); one picture (H, W, C) needs "layout":"HWC"`},
		{strings.Replace(conv, "conv2d", "conv_transpose2d", 1) + `,"padding":"same"}`, `conv_transpose2d: padding "same" is not defined here; give numbers`},
		{strings.Replace(conv, "conv2d", "conv_transpose2d", 1) + `,"output_padding":1}`, `conv_transpose2d: output padding 1 must be at least 0 and smaller than stride 1 or dilation 1`},
		{picture(`[2]`), `relu: input: shape 2 needs 2 numbers, got 1`},
		{picture(`[0]`), `relu: input.shape 0 is smaller than 1`},
		{picture(`[]`), `relu: input needs both keys, shape and data`},
		{picture(`[1,1,1,1,1,1,1,1,1]`), `relu: input.shape has more than 8 numbers`},
		{picture(`[16777216,16777216]`), `relu: input: shape 16777216x16777216 has more than 134217728 elements`},
		{picture(`[99999999,99999999,9]`), `relu: input.shape 99999999 is larger than 16777216`},
		{`{"op":"relu","input":[1]}`, `relu: input is [1], not an object {…}`},
		{`{"op":"relu","input":{"shape":[1],"data":[1],"dtype":"f"}}`, `relu: input has an unknown key "dtype" (known: shape, data)`},
		{`{"op":"relu","input":{"shape":[2],"data":[1,1e999]}}`, `relu: input.data[1] is 1e999, not a finite number`},
		{`{"op":"relu","input":{"shape":[2],"data":[1,null]}}`, `relu: input.data[1] is null, not a finite number`},
		{`{"op":"relu","input":{"shape":[2],"data":[1,"2"]}}`, `relu: input.data[1] is "2", not a finite number`},
		{`{"op":"relu","input":{"shape":[2],"data":[[1,2]]}}`, `relu: input.data[0] is [1, not a finite number`},
		{`{"op":"softmax","input":{"shape":[1],"data":[1]},"axis":1}`, `softmax: axis 1 is not one of shape 1`},
		{
			`{"op":"linear","input":{"shape":[1,2],"data":[1e200,1]},"weight":{"shape":[1,2],"data":[1e200,1]}}`,
			`linear: output[0] is not finite: the numbers given are too large`,
		},
	} {
		got, err := Answer([]byte("x"), []byte(c.problem))
		if err == nil || err.Error() != c.want || string(got) != "x" {
			t.Errorf("%s\n got %v (%s)\nwant %s", c.problem, err, got, c.want)
		}
	}
}

func TestAbsurdWorkIsRefusedAtOnce(t *testing.T) {
	wide := `{"op":"conv2d","input":{"shape":[1,1,1,1],"data":[1]},"weight":{"shape":[1,1,1,1],"data":[1]}`
	square := `{"op":"maxpool2d","input":{"shape":[1,1,1,1],"data":[1]}`
	ones := func(n int) string { return "[" + strings.Repeat("1,", n-1) + "1]" }
	for _, c := range []struct{ problem, want string }{
		{wide + `,"padding":1048576}`, "conv2d: output: shape 1x1x2097153x2097153 has more than 134217728 elements"},
		{wide + `,"padding":[2048,2048]}`, "conv2d: output 1x1x4097x4097 has more than 16777216 numbers"},
		{
			`{"op":"conv2d","input":{"shape":[1,1,1,1],"data":[1]},"weight":{"shape":[1,1,1,300],"data":` + ones(300) + `},"padding":[1500,1600]}`,
			"conv2d: 300 products for each of 8708902 numbers are more than 1073741824 multiply-adds",
		},
		{square + `,"kernel":1048577}`, "maxpool2d: kernel 1048577 is larger than 1048576"},
		{square + `,"kernel":1048576,"padding":524288}`, "maxpool2d: 1099511627776 products for each of 1 numbers are more than 1073741824 multiply-adds"},
		{square + `,"kernel":1048576,"stride":256,"padding":[1048575,1048575]}`, "maxpool2d: 1099511627776 products for each of 16777216 numbers are more than 1073741824 multiply-adds"},
		{square + `,"kernel":1048576,"dilation":2}`, "maxpool2d: filter 1048576 with dilation 2 covers 2097151 cells, more than 1048576"},
		{
			`{"op":"conv_transpose2d","input":{"shape":[1,1,2,2],"data":[1,2,3,4]},"weight":{"shape":[1,1,1,1],"data":[1]},"stride":1048575}`,
			"conv_transpose2d: output: shape 1x1x1048576x1048576 has more than 134217728 elements",
		},
		{
			`{"op":"conv_transpose2d","input":{"shape":[1,1,2,2],"data":[1,2,3,4]},"weight":{"shape":[1,1,1,1],"data":[1]},"stride":5000}`,
			"conv_transpose2d: output 1x1x5001x5001 has more than 16777216 numbers",
		},
		{
			`{"op":"linear","input":{"shape":[5000,1],"data":` + ones(5000) + `},"weight":{"shape":[5000,1],"data":` + ones(5000) + `}}`,
			"linear: output 5000x5000 has more than 16777216 numbers",
		},
	} {
		if _, err := Answer(nil, []byte(c.problem)); err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

func TestRunAnswersEveryProblemOnItsLine(t *testing.T) {
	ok := `{"op":"relu","input":{"shape":[1],"data":[1]}}`
	spread := "{\n  \"op\": \"relu\",\n\n  \"input\": {\n    \"shape\": [1],\n    \"data\": [\n      1\n    ]\n  }\n}"
	for _, c := range []struct {
		name, in, marks string // o for an answer, x for an error
	}{
		{"nothing", "", ""},
		{"blank lines", "\n  \n\r\n", ""},
		{"two", ok + "\n" + ok + "\n", "oo"},
		{"no line end", ok + "\n" + ok, "oo"},
		{"Windows", "\ufeff" + ok + "\r\n" + ok + "\r\n", "oo"},
		{"a broken one between", ok + "\n{\"op\":\n" + ok, "oxo"},
		{"an open string", "{\"op\":\"re\n" + ok, "xo"},
		{"not closed", ok[:len(ok)-1] + "\n" + ok, "xo"},
		{"closed too often", ok + "}\n" + ok, "xo"},
		{"two on a line", ok + ok + "\n" + ok, "xo"},
		{"words", "hello\nworld\n" + ok, "xxo"},
		{"over several lines", spread + "\n" + spread + "\n" + ok, "ooo"},
		{"over several lines, broken, then a good one", spread[:40] + "\n" + ok + "\n", "xo"},
		{"over several lines, cut off", ok + "\n" + spread[:40], "ox"},
	} {
		var out strings.Builder
		failed, err := Run(strings.NewReader(c.in), &out)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		marks := ""
		for line := range strings.Lines(out.String()) {
			var r result
			switch err := json.Unmarshal([]byte(line), &r); {
			case err != nil:
				t.Errorf("%s: %v in %s", c.name, err, line)
			case r.Error != "":
				marks += "x"
			case r.Output.Shape != nil:
				marks += "o"
			}
		}
		if marks != c.marks || failed != strings.Count(c.marks, "x") {
			t.Errorf("%s: got %q with %d failed, want %q\n%s", c.name, marks, failed, c.marks, out.String())
		}
	}
}

func TestLongLinesAreSkipped(t *testing.T) {
	ok := `{"op":"relu","input":{"shape":[1],"data":[1]}}` + "\n"
	in := ok + strings.Repeat(" ", 200_000) + ok + ok + "{\n" + strings.Repeat("\"a\": [\n", 30_000) + ok
	p := newProblems(strings.NewReader(in))
	p.limit = 100_000
	var got []string
	for {
		line, err := p.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, string(line))
	}
	// after the limit the rest of a broken problem is taken line by line
	if len(got) < 4 || got[0] != ok || got[1] != errTooLong.Error() || got[2] != ok || got[3] != errTooLong.Error() || got[len(got)-1] != ok {
		t.Errorf("got %d problems, first %.200q", len(got), got)
	}
}

func TestErrorsAreJSON(t *testing.T) {
	var out bytes.Buffer
	_, err := Run(strings.NewReader("{\"op\":\"<a\\u0000\\\"\xff\"}\n"), &out)
	var r result
	if err != nil || json.Unmarshal(out.Bytes(), &r) != nil || !strings.Contains(r.Error, "<a") {
		t.Errorf("got %s %v", out.Bytes(), err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errors.New("unplugged") }
func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestRunReportsWhatItCannotReadOrWrite(t *testing.T) {
	if _, err := Run(broken{}, io.Discard); err == nil || err.Error() != "solve: unplugged" {
		t.Errorf("reading: %v", err)
	}
	if failed, err := Run(strings.NewReader("x"), broken{}); err == nil || err.Error() != "solve: full" || failed != 1 {
		t.Errorf("writing: %d, %v", failed, err)
	}
}

// Whatever stands on a line, Run must answer it on exactly one, with a number
// only where it is valid JSON.
func FuzzRun(f *testing.F) {
	for _, seed := range []string{
		conv + `,"stride":[1,2],"padding":"same","grad_output":[1,2,3,4]}`, pool + `,"ceil_mode":true,"dilation":1}`,
		`{"op":"softmax","input":{"shape":[1,2],"data":[1e300,-0]},"axis":-1}`, `{"op":"relu","input":{"shape":[1],"data":[NaN]}}`,
		`{"op":"conv_transpose2d","layout":"HWC","input":{"shape":[1,1,1],"data":[1]},"weight":{"shape":[1,1,1,1],"data":[1]},"output_padding":0}`,
		`{"op":"linear"`, `"`, `{"a":[`, "{\n}", `{"op":"avgpool2d","input":{"shape":[1,1,2,2],"data":[1,2,3,4]},"kernel":[2,1],"count_include_pad":false}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.Map(func(r rune) rune {
			if r == '\n' {
				return ' '
			}
			return r
		}, line)
		const after = "\n" + `{"op":"relu","input":{"shape":[1],"data":[1]}}`
		var out strings.Builder
		failed, err := Run(strings.NewReader(line+after), &out)
		if err != nil {
			t.Fatal(err)
		}
		want := 2
		if strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")) == "" {
			want = 1
		}
		if got := strings.Count(out.String(), "\n"); got != want || failed > 1 {
			t.Fatalf("%d lines, %d failed, want %d lines: %s", got, failed, want, out.String())
		}
		for answer := range strings.Lines(out.String()) {
			if !json.Valid([]byte(answer)) {
				t.Fatalf("not JSON: %s", answer)
			}
		}
		if !strings.HasSuffix(out.String(), `{"output":{"shape":[1],"data":[1]}}`+"\n") {
			t.Fatalf("the problem after it was not answered: %s", out.String())
		}
	})
}

func BenchmarkHundredProblems(b *testing.B) {
	var in bytes.Buffer
	for i := range 100 {
		fmt.Fprintf(&in, `{"op":"conv2d","padding":1,"input":{"shape":[1,3,16,16],"data":[%s%d]},"weight":{"shape":[8,3,3,3],"data":[%s1]}}`+"\n",
			strings.Repeat("0.25,", 767), i, strings.Repeat("0.125,", 215))
	}
	for b.Loop() {
		if failed, err := Run(bytes.NewReader(in.Bytes()), io.Discard); failed > 0 || err != nil {
			b.Fatal(failed, err)
		}
	}
}
