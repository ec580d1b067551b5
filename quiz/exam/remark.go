package exam

import (
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// named finds the digest of the student and the attempt in a usual name, which
// a course's site may have put more in front of.
var named = regexp.MustCompile(`-([0-9a-f]{8})\.\d+\.result`)

// Remark tells of a file whose name does not say whose result is in it: neither
// by the usual name's digest nor by the student's id. That is no problem, since
// whoever sits an exam may name the file, but who handed it in should be the one
// who sat. A digest of another student is a problem, which Verify finds.
func Remark(r *Result) (remark Problem, ok bool) {
	if named.MatchString(filepath.Base(r.File)) || carries(filepath.Base(r.File), r.Student) {
		return Problem{}, false
	}
	return Problem{Kind: ProblemName, File: r.File, Other: r.Student}, true
}

// carries says whether a name holds an id as a word of its own: as it is, or as
// file systems take it.
func carries(name, id string) bool {
	name = plainName(name)
	for _, id := range []string{plainName(id), plainName(safeName(id))} {
		for from := 0; id != ""; {
			at := strings.Index(name[from:], id)
			if at < 0 {
				break
			}
			at += from
			if !wordEnd(name[:at]) && !wordBegin(name[at+len(id):]) {
				return true
			}
			from = at + 1
		}
	}
	return false
}

// plainName is a name as it is compared: systems differ in how they put letters
// together, and some do not tell capitals from small letters.
func plainName(s string) string { return strings.ToLower(norm.NFC.String(s)) }

// wordEnd and wordBegin say whether a letter or a digit is next to a place.
func wordEnd(s string) bool   { r := []rune(s); return len(r) > 0 && inWord(r[len(r)-1]) }
func wordBegin(s string) bool { r := []rune(s); return len(r) > 0 && inWord(r[0]) }
func inWord(r rune) bool      { return unicode.IsLetter(r) || unicode.IsDigit(r) }
