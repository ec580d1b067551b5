package format

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// This is a reader of GIFT, written from Moodle's documentation of the format
// and knowing nothing of the writer: it goes through a question letter by letter
// and tells marks from escaped letters.

// sign is a letter; mark says that it was not escaped.
type sign struct {
	r    rune
	mark bool
}

// signs is a piece of GIFT.
type signs []sign

type giftAnswer struct {
	percent         float64
	text, tolerance string
	feedback        string
}

type giftQuestion struct {
	name, format, text string
	kind               string // numerical, multichoice, match, shortanswer, truefalse, essay, description
	single             bool
	answers            []giftAnswer
	pairs              [][2]string
	general            string
}

var blankLine = regexp.MustCompile(`\n[ \t]*(\n[ \t]*)+`)

// readGIFT reads a file: questions stand between blank lines.
func readGIFT(text string) (category string, list []giftQuestion, err error) {
	for _, block := range blankLine.Split(strings.ReplaceAll(text, "\r\n", "\n"), -1) {
		var lines []string
		for line := range strings.SplitSeq(block, "\n") {
			if !strings.HasPrefix(strings.TrimSpace(line), "//") {
				lines = append(lines, line)
			}
		}
		block = strings.TrimSpace(strings.Join(lines, "\n"))
		if rest, ok := strings.CutPrefix(block, "$CATEGORY:"); ok {
			category = strings.TrimSpace(rest)
			continue
		}
		if block == "" {
			continue
		}
		q, err := readGIFTQuestion(block)
		if err != nil {
			return "", nil, fmt.Errorf("%w in %q", err, block)
		}
		list = append(list, q)
	}
	return category, list, nil
}

func scan(text string) signs {
	var list signs
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		if runes[i] == '\\' && i+1 < len(runes) {
			if next := runes[i+1]; next == 'n' {
				list, i = append(list, sign{'\n', false}), i+1
				continue
			} else if strings.ContainsRune(`\:#={}~`, next) {
				list, i = append(list, sign{next, false}), i+1
				continue
			}
		}
		list = append(list, sign{runes[i], true})
	}
	return list
}

// find gives where a run of marks begins, -1 if it is not there.
func (s signs) find(marks string) int {
	want := []rune(marks)
next:
	for i := 0; i+len(want) <= len(s); i++ {
		for j, r := range want {
			if s[i+j].r != r || !s[i+j].mark {
				continue next
			}
		}
		return i
	}
	return -1
}

func (s signs) split(mark string) []signs {
	var list []signs
	for {
		i := s.find(mark)
		if i < 0 {
			return append(list, s)
		}
		list, s = append(list, s[:i]), s[i+len(mark):]
	}
}

func (s signs) String() string {
	var b strings.Builder
	for _, c := range s {
		b.WriteRune(c.r)
	}
	return strings.TrimSpace(b.String())
}

// marked takes the format's name in brackets off a text.
func (s signs) marked() (format, text string) {
	text = s.String()
	for _, name := range []string{"html", "plain", "markdown", "moodle"} {
		if rest, ok := strings.CutPrefix(text, "["+name+"]"); ok {
			return name, strings.TrimSpace(rest)
		}
	}
	return "", text
}

func readGIFTQuestion(block string) (q giftQuestion, err error) {
	s := scan(block)
	if s.find("::") == 0 {
		end := s[2:].find("::")
		if end < 0 {
			return q, fmt.Errorf("a name without an end")
		}
		q.name, s = s[2:2+end].String(), s[4+end:]
	}
	open, closing := s.find("{"), s.find("}")
	if open < 0 && closing < 0 {
		q.kind = "description"
		q.format, q.text = s.marked()
		return q, nil
	}
	if open < 0 || closing < open {
		return q, fmt.Errorf("braces do not match")
	}
	if rest := s[closing+1:].String(); rest != "" {
		return q, fmt.Errorf("text after the answers: %q", rest)
	}
	q.format, q.text = s[:open].marked()
	body := s[open+1 : closing]
	if at := body.find("####"); at >= 0 {
		_, q.general = body[at+4:].marked()
		body = body[:at]
	}
	return q, q.readAnswers(body)
}

func (q *giftQuestion) readAnswers(body signs) error {
	text := body.String()
	switch {
	case text == "":
		q.kind = "essay"
	case strings.HasPrefix(text, "#"):
		q.kind = "numerical"
		return q.readNumbers(body.split("#")[0], body[body.find("#")+1:])
	case body.find("~") >= 0:
		q.kind, q.single = "multichoice", body.find("=") >= 0
		return q.readChoices(body)
	case body.find("=") >= 0 && strings.Contains(text, "->"):
		q.kind = "match"
		for _, pair := range body.split("=")[1:] {
			at := pair.find("->")
			if at < 0 {
				return fmt.Errorf("a pair without an arrow: %q", pair.String())
			}
			_, left := pair[:at].marked()
			q.pairs = append(q.pairs, [2]string{left, pair[at+2:].String()})
		}
	case text == "T" || text == "F" || text == "TRUE" || text == "FALSE":
		q.kind = "truefalse"
	default:
		q.kind = "shortanswer"
		for _, part := range body.split("=")[1:] {
			q.answers = append(q.answers, readAnswer(part, 100))
		}
	}
	return nil
}

var weight = regexp.MustCompile(`^%(-?\d{1,3}(?:\.\d+)?)%`)

// readAnswer reads a weight, a text and what is said about it.
func readAnswer(s signs, percent float64) giftAnswer {
	for len(s) > 0 && (s[0].r == ' ' || s[0].r == '\n' || s[0].r == '\t') {
		s = s[1:]
	}
	raw := ""
	for _, c := range s {
		raw += string(c.r)
	}
	if m := weight.FindStringSubmatch(raw); m != nil {
		percent, _ = strconv.ParseFloat(m[1], 64)
		s = s[len([]rune(m[0])):]
	}
	a := giftAnswer{percent: percent}
	if at := s.find("#"); at >= 0 {
		_, a.feedback = s[at+1:].marked()
		s = s[:at]
	}
	_, a.text = s.marked()
	return a
}

func (q *giftQuestion) readChoices(body signs) error {
	at := min(max(body.find("~"), 0), len(body))
	if eq := body.find("="); eq >= 0 && eq < at {
		at = eq
	}
	rest := body[at:]
	for len(rest) > 0 {
		end := 1
		for end < len(rest) && !(rest[end].mark && (rest[end].r == '~' || rest[end].r == '=')) {
			end++
		}
		percent := 0.0
		if rest[0].r == '=' {
			percent = 100
		}
		q.answers = append(q.answers, readAnswer(rest[1:end], percent))
		rest = rest[end:]
	}
	return nil
}

func (q *giftQuestion) readNumbers(before, body signs) error {
	if before.String() != "" {
		return fmt.Errorf("text before #")
	}
	for _, part := range body.split("=")[1:] {
		a := readAnswer(part, 100)
		value, tolerance, ok := strings.Cut(a.text, ":")
		if !ok {
			tolerance = "0"
		}
		for _, n := range []string{value, tolerance} {
			if _, err := strconv.ParseFloat(n, 64); err != nil {
				return err
			}
		}
		a.text, a.tolerance = value, tolerance
		q.answers = append(q.answers, a)
	}
	return nil
}
