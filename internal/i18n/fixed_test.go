package i18n

import (
	"strings"
	"testing"
)

func TestFixedParticleIsFound(t *testing.T) {
	for text, want := range map[string]string{
		"{n}은 아니에요":                 "{n|은/는}",
		"결과는 {n}예요.":                "{n|이에요/예요}",
		"모양은 ({h}, {w}, {c})이에요.":   "{n|이에요/예요}",
		"벡터 `{out}`가 돼요":            "{n|이/가}",
		"**{total}**로 나눠요":          "{n|으로/로}",
		"{n,}을":                     "{n|을/를}",
		"{n}{n|은/는} 맞고 {m}는 틀려요":    "{n|은/는}",
		"{n}{n|은/는} 아니에요. {n}개예요":   "",
		"{n}장이에요. {n}로봇, {n}이상해요":   "",
		"{percent}%를 맞혔어요. {n}이고 끝": "",
		"이 {n}": "",
	} {
		err := fixedParticle(text)
		if (err == nil) != (want == "") || (err != nil && !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestFixedParticlesAreTheLanguagesMatter(t *testing.T) {
	english := &Catalog{rule: formRules["plural"]}
	if err := english.CheckText("{n}은"); err != nil {
		t.Errorf("English: %v", err)
	}
	if err := (&Catalog{rule: formRules["particle"]}).CheckText("{n}은"); err == nil {
		t.Error("Korean: a fixed particle was taken")
	}
}
