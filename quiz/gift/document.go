package gift

import (
	"regexp"
	"strings"
)

// Exam is a new exam's file with some entries. They are the same for everybody,
// so that no secret is needed to draw from.
func Exam(id, title string, entries []string) string {
	return "id: " + quoted(id) + "\ntitle: " + quoted(title) + "\nvariants: same\nquestions:\n" + indented(entries, "  ")
}

var (
	topLevel = regexp.MustCompile(`^[A-Za-z_"']`)
	itemMark = regexp.MustCompile(`^( *)- `)
	listHead = regexp.MustCompile(`^questions: *(#.*)?$`)
	notID    = regexp.MustCompile(`[^a-z0-9]+`)
)

// Append puts entries at the end of an exam's file. It changes nothing that
// stands there, so that its list of questions must come last, an item a line; ok
// is false where it does not.
func Append(exam string, entries []string) (text string, ok bool) {
	exam = strings.TrimRight(strings.ReplaceAll(exam, "\r\n", "\n"), " \t\n") + "\n"
	inList, indent := false, ""
	for line := range strings.Lines(exam) {
		line = strings.TrimRight(line, "\n")
		m := itemMark.FindStringSubmatch(line)
		switch {
		case topLevel.MatchString(line):
			inList, ok = listHead.MatchString(line), false
		case inList && m != nil && !ok:
			indent, ok = m[1], true
		}
	}
	return exam + indented(entries, indent), ok
}

func indented(entries []string, indent string) string {
	var b strings.Builder
	for _, e := range entries {
		for line := range strings.Lines(e) {
			b.WriteString(indent + line)
		}
	}
	return b.String()
}

// ID makes an exam's id of a file's name.
func ID(name string) string {
	id := strings.Trim(notID.ReplaceAllString(strings.ToLower(name), "-"), "-")
	if id == "" {
		return "imported"
	}
	return strings.TrimRight(id[:min(len(id), 48)], "-")
}
