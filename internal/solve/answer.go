package solve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"convtutor/internal/tensor"
)

// answer is what a problem is answered with, in the problem's layout.
type answer struct {
	output     *tensor.Dense[float64]
	argmax     []int // nil but for max pooling
	gradInput  *tensor.Dense[float64]
	gradWeight *tensor.Dense[float64]
	gradBias   []float64
}

// append writes the answer as JSON. A result that overflowed is an error: JSON
// has no infinity, and it would not be right either.
func (a answer) append(dst []byte, op string) ([]byte, error) {
	dst = append(dst, `{"output":{"shape":`...)
	dst = appendInts(dst, a.output.Shape())
	dst, err := appendNumbers(append(dst, `,"data":`...), op, "output", a.output.Data())
	if err != nil {
		return dst, err
	}
	dst = append(dst, '}')
	if a.argmax != nil {
		dst = appendInts(append(dst, `,"argmax":`...), a.argmax)
	}
	grads := []struct {
		key  string
		data []float64
	}{{"grad_input", data(a.gradInput)}, {"grad_weight", data(a.gradWeight)}, {"grad_bias", a.gradBias}}
	for _, g := range grads {
		if g.data == nil {
			continue
		}
		dst = append(dst, `,"`+g.key+`":`...)
		if dst, err = appendNumbers(dst, op, g.key, g.data); err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

func data(d *tensor.Dense[float64]) []float64 {
	if d == nil {
		return nil
	}
	return d.Data()
}

func appendInts(dst []byte, list []int) []byte {
	dst = append(dst, '[')
	for i, v := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = strconv.AppendInt(dst, int64(v), 10)
	}
	return append(dst, ']')
}

// appendNumbers writes every number in the shortest form that reads back as the
// same number.
func appendNumbers(dst []byte, op, name string, list []float64) ([]byte, error) {
	dst = append(dst, '[')
	for i, v := range list {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return dst, fmt.Errorf("%s: %s[%d] is not finite: the numbers given are too large", op, name, i)
		}
		if i > 0 {
			dst = append(dst, ',')
		}
		format := byte('f')
		if abs := math.Abs(v); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
			format = 'e'
		}
		dst = strconv.AppendFloat(dst, v, format, -1, 64)
	}
	return append(dst, ']'), nil
}

// appendError writes {"error":…}.
func appendError(dst []byte, err error) []byte {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if e.Encode(err.Error()) != nil { // a string always encodes
		return append(dst, `{"error":""}`...)
	}
	dst = append(dst, `{"error":`...)
	dst = append(dst, bytes.TrimSpace(text.Bytes())...)
	return append(dst, '}')
}
