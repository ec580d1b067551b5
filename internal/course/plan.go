package course

import (
	"fmt"
	"net/url"
	"strconv"

	"convtutor/internal/fault"
	"convtutor/internal/route"
	"convtutor/quiz"
)

// defaultCount is how many questions a run has if nothing is said.
const defaultCount = 10

// Plan reads which questions a route asks for: "quiz", "quiz/<kind>",
// "quiz/<kind>/<level>", "quiz/<kind>/<level>/<seed>", with ?topic= ?level=
// ?seed= ?count=. A path with a seed and no count is that one question; without
// a seed, they are drawn from the one given.
func Plan(at route.Route, seed uint32) (quiz.Plan, error) {
	plan := quiz.Plan{Kind: at.At(0), Topic: at.Query.Get("topic"), Seed: seed, Count: defaultCount}
	if at.At(2) != "" {
		plan.Count = 1
	}
	level, err := number("level", either(at.At(1), at.Query, "level"), 31)
	if err != nil {
		return plan, err
	}
	plan.Level = int(level)
	if text := either(at.At(2), at.Query, "seed"); text != "" {
		drawn, err := number("seed", text, 32)
		if err != nil {
			return plan, err
		}
		plan.Seed = uint32(drawn)
	}
	if text := at.Query.Get("count"); text != "" {
		count, err := number("count", text, 31)
		if err != nil {
			return plan, err
		}
		plan.Count = int(count)
	}
	return plan, nil
}

// either is what stands in the path, else in the query.
func either(part string, q url.Values, name string) string {
	if part != "" {
		return part
	}
	return q.Get(name)
}

// number reads a whole number of at most so many bits; an empty text is 0.
func number(name, text string, bits int) (uint64, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(text, 10, bits)
	if err != nil {
		return 0, fault.New("error.quiz.number", fault.Args{"part": name, "typed": text, "most": strconv.FormatUint(uint64(1)<<bits-1, 10)}, "quiz: %s %q is not a number from 0 to %d", name, text, uint64(1)<<bits-1)
	}
	return n, nil
}

// Seconds reads ?seconds= of a route, the usual number where it is not there.
func Seconds(at route.Route, usual, least, most int) (int, error) {
	text := at.Query.Get("seconds")
	if text == "" {
		return usual, nil
	}
	n, err := number("seconds", text, 31)
	if err != nil {
		return 0, err
	}
	if int(n) < least || int(n) > most {
		return 0, fmt.Errorf("quiz: %s seconds: from %d to %d are possible", text, least, most)
	}
	return int(n), nil
}
