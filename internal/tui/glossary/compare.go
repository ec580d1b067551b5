package glossary

import (
	"strings"
	"unicode"
)

// compare orders words as a glossary does: small and large letters alike.
// Hangul syllables stand in Unicode in the order of the Korean alphabet.
func compare(a, b string) int {
	fold := func(s string) string { return strings.Map(unicode.ToLower, s) }
	return strings.Compare(fold(a), fold(b))
}
