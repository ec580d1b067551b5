package canvas

import "strings"

// Run is a stretch of text with one meaning.
type Run struct {
	Text string
	Role Role
}

// Line is one line of runs.
type Line []Run

// Width is the number of columns that the line takes.
func (l Line) Width() int {
	n := 0
	for _, r := range l {
		n += Width(r.Text)
	}
	return n
}

// String is the line's bare text.
func (l Line) String() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.Text)
	}
	return b.String()
}

// marks are the role marks of prose: [in:…] and so on.
var marks = map[string]Role{
	"in":      RoleInputTitle,
	"filter":  RoleFilterTitle,
	"product": RoleProductTitle,
	"out":     RoleOutputTitle,
	"key":     RoleKey,
	"good":    RoleGood,
	"bad":     RoleBad,
	"note":    RoleNote,
	"dim":     RoleDim,
}

// Markup reads the little marks of prose: **strong**, `code`, and a role by
// name: [in:the input], [filter:…], [product:…], [out:…], [key:…], [good:…],
// [bad:…], [note:…], [dim:…]. Marks do not nest; a mark that does not close or
// is not known stands as it is written. All else has role base.
func Markup(s string, base Role) Line {
	var line Line
	add := func(text string, role Role) {
		if text != "" {
			line = append(line, Run{text, role})
		}
	}
	plain := 0
	for i := 0; i < len(s); {
		inner, role, n := mark(s[i:])
		if n == 0 {
			i++
			continue
		}
		add(s[plain:i], base)
		add(inner, role)
		i += n
		plain = i
	}
	add(s[plain:], base)
	return line
}

// mark reads the mark that s begins with; n is its length, 0 if there is none.
func mark(s string) (inner string, role Role, n int) {
	switch {
	case strings.HasPrefix(s, "**"):
		if end := strings.Index(s[2:], "**"); end > 0 {
			return s[2 : 2+end], RoleStrong, end + 4
		}
	case s[0] == '`':
		if end := strings.IndexByte(s[1:], '`'); end > 0 {
			return s[1 : 1+end], RoleCode, end + 2
		}
	case s[0] == '[':
		end, colon := strings.IndexByte(s, ']'), strings.IndexByte(s, ':')
		if colon > 0 && end > colon+1 {
			if role, ok := marks[s[1:colon]]; ok {
				return s[colon+1 : end], role, end + 1
			}
		}
	}
	return "", RoleNone, 0
}

// Strip gives prose without its marks, for plain text and screen readers.
func Strip(s string) string { return Markup(s, RoleText).String() }
