package lessons

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Params are the settings of a widget or a prediction, as they stand in the
// lesson's file. Whoever builds the widget reads them:
//
//	p := step.Widget.Params.Read()
//	input := p.Grid("input", nil)
//	stride := p.Int("stride", 1)
//	if err := p.Done(); err != nil {
//
// A key of the wrong type, or one that nobody asked for, is Done's error.
type Params struct {
	where string
	table map[string]any
}

// newParams keeps a table with the words that say where it stands.
func newParams(where string, table map[string]any) Params {
	return Params{where: where, table: table}
}

// NewParams makes settings out of a table of what TOML holds (int64, float64,
// string, bool, []any), for a widget opened without a lesson. where begins the
// errors.
func NewParams(where string, table map[string]any) Params { return newParams(where, table) }

// Has tells whether a key is set.
func (p Params) Has(key string) bool {
	_, ok := p.table[key]
	return ok
}

// Keys lists the keys that are set, in order.
func (p Params) Keys() []string { return slices.Sorted(maps.Keys(p.table)) }

// Read begins to read the settings.
func (p Params) Read() *Reader { return &Reader{params: p, asked: map[string]bool{}} }

// Reader reads settings and keeps what was wrong with them.
type Reader struct {
	params Params
	asked  map[string]bool
	wrong  error
}

// Done gives everything that was wrong: keys of the wrong type, keys required
// and not there, and keys that nobody asked for.
func (r *Reader) Done() error {
	wrong := r.wrong
	for _, key := range r.params.Keys() {
		if !r.asked[key] {
			known := slices.Sorted(maps.Keys(r.asked))
			wrong = errors.Join(wrong, fmt.Errorf("lessons: %s: unknown key %q, not one of %s",
				r.params.where, key, strings.Join(known, ", ")))
		}
	}
	return wrong
}

// Require notes an error for each key that is not set.
func (r *Reader) Require(keys ...string) *Reader {
	for _, key := range keys {
		if !r.params.Has(key) {
			r.fail(key, "is required and not there")
		}
	}
	return r
}

func (r *Reader) fail(key, what string) {
	r.wrong = errors.Join(r.wrong, fmt.Errorf("lessons: %s: %s %s", r.params.where, key, what))
}

// value looks up a key; ok is false if it is not set.
func (r *Reader) value(key string) (value any, ok bool) {
	r.asked[key] = true
	value, ok = r.params.table[key]
	return value, ok
}

// get reads a key as one type of what TOML holds.
func get[T any](r *Reader, key string, otherwise T, what string, convert func(any) (T, bool)) T {
	value, ok := r.value(key)
	if !ok {
		return otherwise
	}
	converted, ok := convert(value)
	if !ok {
		r.fail(key, "is not "+what)
		return otherwise
	}
	return converted
}

// Int reads a whole number.
func (r *Reader) Int(key string, otherwise int) int {
	return get(r, key, otherwise, "a whole number", toInt)
}

// Float reads a number.
func (r *Reader) Float(key string, otherwise float64) float64 {
	return get(r, key, otherwise, "a number", toFloat)
}

// Bool reads true or false.
func (r *Reader) Bool(key string, otherwise bool) bool {
	return get(r, key, otherwise, "true or false", to[bool])
}

// Text reads a text.
func (r *Reader) Text(key, otherwise string) string {
	return get(r, key, otherwise, "a text", to[string])
}

// Choice reads a text that must be one of several; the first is what holds if
// it is not set.
func (r *Reader) Choice(key string, choices ...string) string {
	return get(r, key, choices[0], "one of "+strings.Join(choices, ", "), func(value any) (string, bool) {
		text, ok := value.(string)
		return text, ok && slices.Contains(choices, text)
	})
}

// Ints reads a list of whole numbers.
func (r *Reader) Ints(key string, otherwise []int) []int {
	return get(r, key, otherwise, "a list of whole numbers", listOf(toInt))
}

// Floats reads a list of numbers.
func (r *Reader) Floats(key string, otherwise []float64) []float64 {
	return get(r, key, otherwise, "a list of numbers", listOf(toFloat))
}

// Texts reads a list of texts.
func (r *Reader) Texts(key string, otherwise []string) []string {
	return get(r, key, otherwise, "a list of texts", listOf(to[string]))
}

// Grid reads rows of numbers, all of the same length, one row at least: H rows
// of W numbers.
func (r *Reader) Grid(key string, otherwise [][]float64) [][]float64 {
	return get(r, key, otherwise, "rows of numbers, all of one length", toGrid)
}

// Volume reads channels that are grids of one size: C channels of H rows of W
// numbers.
func (r *Reader) Volume(key string, otherwise [][][]float64) [][][]float64 {
	return get(r, key, otherwise, "channels of rows of numbers, all of one size", func(value any) ([][][]float64, bool) {
		channels, ok := listOf(toGrid)(value)
		for _, channel := range channels {
			ok = ok && len(channel) == len(channels[0]) && len(channel[0]) == len(channels[0][0])
		}
		return channels, ok && len(channels) > 0
	})
}

func to[T any](value any) (T, bool) {
	typed, ok := value.(T)
	return typed, ok
}

func toInt(value any) (int, bool) {
	whole, ok := value.(int64)
	return int(whole), ok && int64(int(whole)) == whole
}

func toFloat(value any) (float64, bool) {
	switch number := value.(type) {
	case int64:
		return float64(number), true
	case float64:
		return number, number-number == 0 // neither infinite nor NaN
	default:
		return 0, false
	}
}

func toGrid(value any) ([][]float64, bool) {
	rows, ok := listOf(listOf(toFloat))(value)
	if !ok || len(rows) == 0 || len(rows[0]) == 0 {
		return nil, false
	}
	for _, row := range rows {
		ok = ok && len(row) == len(rows[0])
	}
	return rows, ok
}

func listOf[T any](convert func(any) (T, bool)) func(any) ([]T, bool) {
	return func(value any) ([]T, bool) {
		items, ok := value.([]any)
		if !ok {
			return nil, false
		}
		list := make([]T, len(items))
		for i, item := range items {
			if list[i], ok = convert(item); !ok {
				return nil, false
			}
		}
		return list, true
	}
}
