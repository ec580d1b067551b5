package i18n

import (
	"fmt"
	"regexp"
	"sync"
)

// fixedParticles finds a value, the signs that close behind it and are not
// read aloud, and a particle that is a word's end. Verbs that have two forms as
// well (이에요 and 예요) stand among the particles. It is compiled when content is
// first checked: learners never wait for it.
var fixedParticles = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\\{[a-z][a-z0-9_]*,?\\}[`*\"')\\]’”]*" +
		"(은|는|이|가|을|를|과|와|으로|로|이에요|예요|이라|라|이라고|라고|이라면|라면|이나|나|이란|란|아|야)([^가-힣]|$)")
})

// fixedParticle finds a particle written out behind a placeholder: "{n}은" is
// wrong for every value that ends in a vowel; {n|은/는} chooses.
func fixedParticle(text string) error {
	found := fixedParticles().FindStringSubmatch(text)
	if found == nil {
		return nil
	}
	return fmt.Errorf("%q stands behind a placeholder whatever its value: {n|%s} chooses", found[1], pairOf(found[1]))
}

// pairOf writes both forms of a particle as a placeholder takes them.
func pairOf(particle string) string {
	for consonant, vowel := range particles {
		if particle == consonant || particle == vowel {
			return consonant + "/" + vowel
		}
	}
	return particle + "/"
}
