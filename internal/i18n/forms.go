package i18n

import (
	"fmt"
	"slices"
	"strings"
)

// formRule is how a language chooses between the forms of {n|a/b}.
type formRule struct {
	// count is how many forms a choice has.
	count int
	// choose gives the index of the form that goes with a written value.
	choose func(value string, forms []string) int
	// check finds forms that are in the wrong order.
	check func(forms []string) error
	// fixed finds a form written out behind a placeholder, right for some
	// values only.
	fixed func(text string) error
}

// formRules are the rules by the name that _language.toml calls them.
var formRules = map[string]formRule{
	"plural":   {count: 2, choose: choosePlural, check: checkNothing, fixed: fixedNowhere},
	"particle": {count: 2, choose: chooseParticle, check: checkParticles, fixed: fixedParticle},
	"none":     {count: 1, choose: chooseOnly, check: checkNothing, fixed: fixedNowhere},
}

// FormRules names the rules that a language may choose its forms by: "plural"
// (first form for exactly 1, second else), "particle" (Korean: first form after
// a final consonant, second else) and "none" (a language with one form).
func FormRules() []string {
	names := make([]string, 0, len(formRules))
	for name := range formRules {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func choosePlural(value string, _ []string) int {
	if value == "1" {
		return 0
	}
	return 1
}

func chooseOnly(string, []string) int { return 0 }

func checkNothing([]string) error { return nil }

func fixedNowhere(string) error { return nil }

// chooseParticle chooses by the sound that the value ends in when it is read
// aloud in Korean. 으로 is the one particle for which ㄹ counts as no consonant:
// 서울로, but 부산으로.
func chooseParticle(value string, forms []string) int {
	switch finalSound(value) {
	case soundVowel:
		return 1
	case soundRieul:
		if strings.HasPrefix(forms[0], "으로") {
			return 1
		}
	case soundConsonant:
	}
	return 0
}

// particles are the pairs that learners meet most, consonant's form first.
var particles = map[string]string{
	"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로", "이에요": "예요", "아": "야",
	"이라": "라", "이나": "나", "이란": "란", "이라고": "라고", "이고": "고", "이면": "면", "이라면": "라면",
}

// checkParticles finds pairs written the wrong way round.
func checkParticles(forms []string) error {
	if particles[forms[1]] == forms[0] && forms[0] != "" {
		return fmt.Errorf("the form after a consonant goes first: %s/%s", forms[1], forms[0])
	}
	return nil
}
