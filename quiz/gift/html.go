package gift

import (
	"html"
	"regexp"
	"strings"
)

var (
	// a tag: a letter follows its angle at once, so that a < b is none.
	tag = regexp.MustCompile(`(?s)<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>`)
	// what is in these is not for readers.
	unread   = regexp.MustCompile(`(?is)<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->`)
	picture  = regexp.MustCompile(`(?i)<(?:img|video|audio|object|iframe|embed)\b`)
	newLines = regexp.MustCompile(`\n{3,}`)
)

// breaking are the tags that end a line.
const breaking = " br p div li tr table ul ol h1 h2 h3 h4 h5 h6 pre blockquote caption "

// withoutTags gives what a reader sees of a piece of HTML, in lines.
func withoutTags(text string) string {
	text = unread.ReplaceAllString(text, "")
	text = tag.ReplaceAllStringFunc(text, func(t string) string {
		m := tag.FindStringSubmatch(t)
		name := strings.ToLower(m[2])
		switch {
		case strings.Contains(breaking, " "+name+" ") && (m[1] == "/" || name == "br"):
			return "\n"
		case (name == "td" || name == "th") && m[1] == "/":
			return " "
		}
		return ""
	})
	return newLines.ReplaceAllString(strings.ReplaceAll(html.UnescapeString(text), "\u00a0", " "), "\n\n")
}
