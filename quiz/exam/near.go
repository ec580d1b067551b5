package exam

import (
	"strings"

	"convtutor/internal/fault"
)

// unknown is a name that is none of those known; the hint is the one that was
// probably meant, or which there are.
func unknown(what, typed string, known []string) *fault.Error {
	args := fault.Args{"name": short(cleanLine(typed)), "known": strings.Join(known, ", ")}
	if near := nearest(typed, known); near != "" {
		args["near"] = near
		return told(what, "near", args)
	}
	return told(what, "known", args)
}

// nearest is the name that was probably meant, "" for none.
func nearest(typed string, known []string) string {
	best, at := "", 3 // further away it is another word
	for _, name := range known {
		if d := distance(strings.ToLower(typed), name); d < at && 2*d <= len(name) {
			best, at = name, d
		}
	}
	return best
}

// distance is how many letters must be added, taken away or changed to make b
// of a (Levenshtein). Long words are far from everything.
func distance(a, b string) int {
	const long = 40
	if len(a) > long || len(b) > long {
		return long
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := corner
			if a[i] != b[j] {
				cost = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
