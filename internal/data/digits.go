package data

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed" // the digits' file
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed digits/digits8x8.csv.gz
var digitFile []byte

// DigitSide is the height and width of a digit, in pixels.
const DigitSide = 8

// DigitInk is the value of a pixel that is all ink; 0 is paper.
const DigitInk = 16

// Digit is a small handwritten digit.
type Digit struct {
	Pixels [DigitSide * DigitSide]uint8 // row by row from the top left, 0 to DigitInk
	Label  int                          // 0 to 9
}

// Digits reads the 1,797 digits, one writer after the other. They are read
// once and shared: whoever wants to change them copies.
var Digits = sync.OnceValues(readDigits)

func readDigits() ([]Digit, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(digitFile))
	if err != nil {
		return nil, fmt.Errorf("digits: %w", err)
	}
	var digits []Digit
	lines := bufio.NewScanner(unzipped)
	for lines.Scan() {
		d, err := parseDigit(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("digits: line %d: %w", len(digits)+1, err)
		}
		digits = append(digits, d)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("digits: %w", err)
	}
	return digits, nil
}

func parseDigit(line string) (d Digit, err error) {
	fields := strings.Split(line, ",")
	if len(fields) != len(d.Pixels)+1 {
		return d, fmt.Errorf("%d numbers, want %d", len(fields), len(d.Pixels)+1)
	}
	for i, f := range fields {
		v, err := strconv.ParseUint(f, 10, 8)
		if err != nil {
			return d, err
		}
		if i == len(d.Pixels) {
			d.Label = int(v)
		} else {
			d.Pixels[i] = uint8(v)
		}
	}
	return d, nil
}
