// Package solve answers problems written as JSON, one operation on given numbers
// each: what `convtutor solve` does. Its one rule: whatever comes in, every
// problem gets exactly one line back, an answer or {"error":…}, and no more work
// or memory than the limits below allow.
//
// A problem is an object on a line of its own; one that is written over several
// lines is taken too, if its first line ends in { [ , or : and no further line
// begins with {. Its keys:
//
//	op           conv2d conv_transpose2d maxpool2d avgpool2d minpool2d relu softmax linear
//	layout       "NCHW" (default) or "HWC", one picture: arrays are then (H, W, C),
//	             conv2d's weight is (FH, FW, C/groups, K), conv_transpose2d's
//	             (FH, FW, C, K/groups); relu, softmax and linear take any shape
//	input        {"shape":[…],"data":[…]}, data with the last axis fastest
//	weight       the same: (K, C/groups, FH, FW), transposed (C, K/groups, FH, FW),
//	             linear (O, I)
//	bias         [K numbers]
//	kernel       of a pool; a number, or [height, width]
//	stride       the same; default 1, of a pool its kernel
//	dilation     the same; default 1
//	output_padding  the same; default 0
//	padding      a number, [height, width], [top, left, bottom, right], "same" (the
//	             odd cell at the end), "same_lower" (at the beginning) or "valid"
//	groups       default 1
//	ceil_mode, count_include_pad  of a pool; default false, true
//	axis         of softmax; default -1, the last
//	grad_output  [numbers in the order of the output]: asks for gradients
//
// A key that is null counts as absent.
package solve

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// The limits of one problem.
const (
	// MaxLine is the longest problem in bytes: a photo of 2 million numbers.
	MaxLine = 64 << 20
	// MaxNumbers bounds the numbers of each array, those of the answer too.
	MaxNumbers = 1 << 24
	// MaxWork bounds multiply-adds, gradients included: a few seconds.
	MaxWork = 1 << 30
	// maxAxes bounds the axes of a shape.
	maxAxes = 8
)

// Run answers the problems of r on w, a line each, until r ends. failed is the
// number of problems that were answered with an error; err is that of reading
// or writing.
func Run(r io.Reader, w io.Writer) (failed int, err error) {
	problems := newProblems(r)
	out := bufio.NewWriter(w)
	var line []byte
	for {
		problem, err := problems.next()
		if errors.Is(err, io.EOF) {
			return failed, nil
		}
		if err != nil && !errors.Is(err, errTooLong) {
			return failed, fmt.Errorf("solve: %w", err)
		}
		if err == nil {
			line, err = Answer(line[:0], problem)
		}
		if err != nil {
			failed++
			line = appendError(line[:0], err)
		}
		_, _ = out.Write(append(line, '\n')) // Flush reports it
		if err := out.Flush(); err != nil {
			return failed, fmt.Errorf("solve: %w", err)
		}
	}
}

// Answer appends the answer to one problem, both JSON, to dst. The error says
// what is wrong with the problem, naming the key and the shapes; dst is then
// given back as it was.
func Answer(dst, problem []byte) ([]byte, error) {
	p, err := parse(problem)
	if err != nil {
		return dst, err
	}
	a, err := operations[p.op].solve(p)
	if err != nil {
		return dst, err
	}
	answered, err := a.append(dst, p.op)
	if err != nil {
		return dst, err
	}
	return answered, nil
}
