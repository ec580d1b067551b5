package i18n

import (
	"testing"

	"pgregory.net/rapid"
)

// korean compiles and fills a text by the Korean rule.
func korean(t *testing.T, text string, value any) string {
	t.Helper()
	c := &Catalog{rule: formRules["particle"]}
	m, err := c.Compile(text)
	if err != nil {
		t.Fatalf("compile %q: %v", text, err)
	}
	return c.Fill(m, map[string]any{"v": value})
}

func TestParticleFollowsTheReading(t *testing.T) {
	for _, c := range []struct {
		value any
		text  string
		want  string
	}{
		// digits: 영 일 이 삼 사 오 육 칠 팔 구
		{0, "{v}{v|은/는}", "0은"},
		{1, "{v}{v|이/가}", "1이"},
		{2, "{v}{v|을/를}", "2를"},
		{3, "{v}{v|과/와}", "3과"},
		{4, "{v}{v|은/는}", "4는"},
		{5, "{v}{v|이에요/예요}", "5예요"},
		{6, "{v}{v|이에요/예요}", "6이에요"},
		{7, "{v}{v|을/를}", "7을"},
		{8, "{v}{v|을/를}", "8을"},
		{9, "{v}{v|을/를}", "9를"},
		// 으로 and 로: ㄹ goes with 로
		{0, "{v}{v|으로/로}", "0으로"},
		{1, "{v}{v|으로/로}", "1로"},
		{3, "{v}{v|으로/로}", "3으로"},
		{6, "{v}{v|으로/로}", "6으로"},
		{7, "{v}{v|으로/로}", "7로"},
		{8, "{v}{v|으로/로}", "8로"},
		{9, "{v}{v|으로/로}", "9로"},
		{10, "{v}{v|으로/로}", "10으로"},
		{21, "{v}{v|으로써/로써}", "21로써"},
		// units: 십 백 천 만 억 조 경
		{20, "{v}{v|은/는}", "20은"},
		{300, "{v}{v|은/는}", "300은"},
		{1000, "{v}{v|은/는}", "1,000은"},
		{5040000, "{v}{v|은/는}", "5,040,000은"},
		{1440000, "{v,}{v|은/는}", "1,440,000은"},
		{100000000, "{v}{v|은/는}", "100,000,000은"},
		{1000000000000, "{v}{v|은/는}", "1,000,000,000,000는"},
		{60965224, "{v,}{v|은/는}", "60,965,224는"},
		{248832000, "{v,}{v|이/가}", "248,832,000이"},
		// signs and decimals, digit by digit
		{-3, "{v}{v|은/는}", "-3은"},
		{0.5, "{v}{v|은/는}", "0.5는"},
		{2.25, "{v}{v|으로/로}", "2.25로"},
		{float32(0.1), "{v}{v|으로/로}", "0.1로"},
		{"2.50", "{v}{v|은/는}", "2.50은"},
		{"1/2", "{v}{v|은/는}", "1/2은"},
		{"1/9", "{v}{v|으로/로}", "1/9로"},
		{"3/4", "{v}{v|은/는}", "3/4은"},
		// shapes, brackets, percent, times
		{"718x1278x6", "{v}{v|이에요/예요}", "718x1278x6이에요"},
		{"(718, 1278, 6)", "{v}{v|이에요/예요}", "(718, 1278, 6)이에요"},
		{"3×3", "{v}{v|이/가}", "3×3이"},
		{"15.3 %", "{v}{v|은/는}", "15.3 %는"},
		{"4×", "{v}{v|은/는}", "4×는"},
		{"3²", "{v}{v|은/는}", "3²은"},
		// Hangul
		{"필터", "{v}{v|은/는}", "필터는"},
		{"특징 맵", "{v}{v|은/는}", "특징 맵은"},
		{"커널", "{v}{v|으로/로}", "커널로"},
		{"패딩", "{v}{v|으로/로}", "패딩으로"},
		{"'필터'", "{v}{v|이에요/예요}", "'필터'예요"},
		{"“패딩”", "{v}{v|이라/라}고", "“패딩”이라고"},
		{"민수", "{v}{v|아/야}", "민수야"},
		{"서연", "{v}{v|이/}랑", "서연이랑"},
		{"ㄹ", "{v}{v|으로/로}", "ㄹ로"},
		{"ㄱ", "{v}{v|은/는}", "ㄱ은"},
		{"ㅏ", "{v}{v|은/는}", "ㅏ는"},
		// letters and words of the subject
		{"L", "{v}{v|으로/로}", "L로"},
		{"M", "{v}{v|은/는}", "M은"},
		{"N", "{v}{v|은/는}", "N은"},
		{"R", "{v}{v|을/를}", "R을"},
		{"K", "{v}{v|은/는}", "K는"},
		{"CNN", "{v}{v|은/는}", "CNN은"},
		{"GAN", "{v}{v|은/는}", "GAN은"},
		{"RGB", "{v}{v|은/는}", "RGB는"},
		{"ReLU", "{v}{v|은/는}", "ReLU는"},
		{"DCGAN", "{v}{v|은/는}", "DCGAN은"},
		{"LeNet", "{v}{v|은/는}", "LeNet은"},
		{"VGG-16", "{v}{v|은/는}", "VGG-16은"},
		{"softmax", "{v}{v|을/를}", "softmax를"},
		{"kernel", "{v}{v|으로/로}", "kernel로"},
		{"padding", "{v}{v|으로/로}", "padding으로"},
		{"filter", "{v}{v|은/는}", "filter는"},
		{"max pool", "{v}{v|은/는}", "max pool은"},
		{"θ", "{v}{v|은/는}", "θ는"},
		{"ε", "{v}{v|은/는}", "ε은"},
		// nothing to read
		{"", "{v}{v|은/는}", "는"},
		{"…", "{v}{v|은/는}", "…는"},
	} {
		if got := korean(t, c.text, c.value); got != c.want {
			t.Errorf("%q with %v: %q, want %q", c.text, c.value, got, c.want)
		}
	}
}

// TestEveryNumberReadsAsItsWords reads numbers aloud in full, independently of
// the shortcut by trailing zeros, and compares the ends.
func TestEveryNumberReadsAsItsWords(t *testing.T) {
	digits := []string{"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"}
	small := []string{"", "십", "백", "천"}
	large := []string{"", "만", "억", "조", "경"}
	read := func(n uint64) string {
		if n == 0 {
			return digits[0]
		}
		words := ""
		for place := 0; n > 0; place, n = place+1, n/10000 {
			four := ""
			for i, rest := 0, n%10000; rest > 0; i, rest = i+1, rest/10 {
				if d := rest % 10; d != 0 {
					four = digits[d] + small[i] + four
				}
			}
			if four != "" {
				words = four + large[place] + words
			}
		}
		return words
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(0, 9999).Draw(t, "n")
		for range rapid.IntRange(0, 15).Draw(t, "zeros") {
			n *= 10
		}
		spoken := []rune(read(n))
		if got, want := finalSound(formatFor(n)), syllableSound(spoken[len(spoken)-1]); got != want {
			t.Fatalf("%d, read %s: sound %d, want %d", n, string(spoken), got, want)
		}
	})
}

func formatFor(value any) string { return (&Catalog{}).format(value) }

func TestPluralIsForExactlyOne(t *testing.T) {
	c := &Catalog{rule: formRules["plural"]}
	m, err := c.Compile("{n} {n|cell/cells}")
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[any]string{
		0: "0 cells", 1: "1 cell", 2: "2 cells", 1.0: "1 cell", 1.5: "1.5 cells", "1": "1 cell", int64(1): "1 cell",
		uint8(11): "11 cells", "one": "one cells",
	} {
		if got := c.Fill(m, map[string]any{"n": value}); got != want {
			t.Errorf("%v (%T): %q, want %q", value, value, got, want)
		}
	}
}
