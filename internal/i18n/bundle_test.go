package i18n

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// files makes a file system of names and texts.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

const (
	enHead = "name = \"English\"\nforms = \"plural\"\n"
	koHead = "name = \"한국어\"\nforms = \"particle\"\nfallback = \"en\"\n"
)

func mustLoad(t *testing.T, pairs ...string) *Bundle {
	t.Helper()
	b, err := Load(files(pairs...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAFolderIsALanguage(t *testing.T) {
	b := mustLoad(
		t,
		"en/_language.toml", enHead, "en/home.toml", `"home.hello" = "Hello, {name}."`,
		"ko/_language.toml", koHead, "ko/home.toml", `home.hello = "{name}{name|아/야}, 안녕하세요."`,
		"ja/_language.toml", "name = \"日本語\"\nforms = \"none\"\nfallback = \"ko\"\n",
	)
	if got := strings.Join(b.Codes(), " "); got != "en ja ko" {
		t.Errorf("languages %q", got)
	}
	args := map[string]any{"name": "Kim"}
	for code, want := range map[string]string{
		"en": "Hello, Kim.", "ko": "Kim아, 안녕하세요.", "ja": "Kim아, 안녕하세요.", "xx": "Hello, Kim.",
	} {
		if got := b.For(code).Text("home.hello", args); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	if got := b.For("ko").Text("home.bye", nil); got != "⟨home.bye⟩" {
		t.Errorf("a missing key showed as %q", got)
	}
	if got := b.For("ko").Text("nowhere", nil); got != "⟨nowhere⟩" {
		t.Errorf("a missing room showed as %q", got)
	}
}

func TestLanguagesThatCannotBeLoaded(t *testing.T) {
	for name, c := range map[string]struct {
		pairs []string
		want  string
	}{
		"no language":      {[]string{"readme.txt", "x"}, "no language"},
		"no description":   {[]string{"en/home.toml", ""}, "_language.toml"},
		"unknown key":      {[]string{"en/_language.toml", enHead + "colour = 1\n"}, "en/_language.toml"},
		"no name":          {[]string{"en/_language.toml", "forms = \"plural\""}, "own name"},
		"unknown rule":     {[]string{"en/_language.toml", "name = \"E\"\nforms = \"dual\""}, "none, particle, plural"},
		"unknown fallback": {[]string{"ko/_language.toml", koHead}, `"en" is not there`},
		"circle": {
			[]string{"en/_language.toml", enHead + "fallback = \"ko\"\n", "ko/_language.toml", koHead},
			"en -> ko -> en",
		},
	} {
		if _, err := Load(files(c.pairs...)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		en, ko string
		want   string
	}{
		"missing in one":     {`"home.a" = "A"`, ``, "ko/home.toml: home.a is missing"},
		"missing in other":   {``, `"home.a" = "가"`, "en/home.toml: home.a is missing"},
		"placeholder":        {`"home.a" = "{n}"`, `"home.a" = "{m}"`, "home.a: placeholders differ: en has {n}, ko has {m}"},
		"wrong room":         {`"quiz.a" = "A"`, `"quiz.a" = "가"`, `should begin with "home."`},
		"broken brace":       {`"home.a" = "{"`, `"home.a" = "가"`, "without its partner"},
		"escape code":        {`"home.a" = "\u001b[1mA"`, `"home.a" = "가"`, "control character U+001B"},
		"direction":          {`"home.a" = "A\u202eB"`, `"home.a" = "가"`, "control character U+202E"},
		"decomposed":         {`"home.a" = "A"`, `"home.a" = "\u1100\u1161"`, "jamo"},
		"empty":              {`"home.a" = ""`, `"home.a" = "가"`, "empty"},
		"space":              {`"home.a" = "A "`, `"home.a" = "가"`, "space"},
		"particle order":     {`"home.a" = "{n}"`, `"home.a" = "{n}{n|는/은}"`, "은/는"},
		"not a text":         {`"home.a" = 1`, `"home.a" = "가"`, "not a text"},
		"not TOML":           {`"home.a" = `, `"home.a" = "가"`, "en/home.toml"},
		"key defined twice":  {"\"home.a\" = \"A\"\n\"home.a\" = \"B\"", `"home.a" = "가"`, "en/home.toml"},
		"forms of languages": {`"home.a" = "{n|은/는/을}"`, `"home.a" = "{n|은/는}"`, "3 forms here, 2"},
	} {
		b := mustLoad(t, "en/_language.toml", enHead, "en/home.toml", c.en, "ko/_language.toml", koHead, "ko/home.toml", c.ko)
		var all []string
		for _, err := range b.Check() {
			all = append(all, err.Error())
		}
		if found := strings.Join(all, "\n"); !strings.Contains(found, c.want) {
			t.Errorf("%s: found %q, want %q", name, found, c.want)
		}
	}
	b := mustLoad(t, "en/_language.toml", enHead, "en/home.toml", `"home.a" = "{n} {n|a/b}"`,
		"ko/_language.toml", koHead, "ko/home.toml", `"home.a" = "{n}{n|은/는}"`)
	if problems := b.Check(); len(problems) > 0 {
		t.Errorf("found in good words: %v", problems)
	}
}

func TestDetectFollowsTheLocale(t *testing.T) {
	b := mustLoad(t, "en/_language.toml", enHead, "ko/_language.toml", koHead)
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "en"},
		{map[string]string{"LANG": "ko_KR.UTF-8"}, "ko"},
		{map[string]string{"LANG": "ko"}, "ko"},
		{map[string]string{"LANG": "KO-kr"}, "ko"},
		{map[string]string{"LANG": "ko_KR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "ko"},
		{map[string]string{"LANG": "en_US.UTF-8", "LANGUAGE": "fr:ko:en"}, "ko"},
		{map[string]string{"LANG": "C", "LANGUAGE": "ko"}, "en"},
		{map[string]string{"LC_ALL": "C.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"},
		{map[string]string{"LANG": "fr_FR.UTF-8"}, "en"},
		{map[string]string{"LANG": "ko_KR.eucKR@x"}, "ko"},
	} {
		if got := b.Detect(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %s, want %s", c.env, got, c.want)
		}
	}
}

type phrase struct {
	key  string
	args map[string]any
}

func (p phrase) Phrase() (key string, args map[string]any) { return p.key, p.args }

func TestAPhraseInsideASentence(t *testing.T) {
	b := mustLoad(t, "ko/_language.toml", "name = \"한국어\"\nforms = \"particle\"\n",
		"ko/slip.toml", `"slip.pad" = "패딩 {n}"`+"\n"+`"slip.said" = "{what}{what|을/를} 빠뜨렸어요."`)
	got := b.For("ko").Text("slip.said", map[string]any{"what": phrase{"slip.pad", map[string]any{"n": 1}}})
	if got != "패딩 1을 빠뜨렸어요." {
		t.Errorf("got %q", got)
	}
}

func TestManyLearnersAtOnce(t *testing.T) {
	b, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		for _, code := range b.Codes() {
			group.Go(func() {
				for _, key := range b.For(code).Keys() {
					b.For(code).Text(key, nil)
				}
			})
		}
	}
	group.Wait()
}

// TestTheProgramsOwnWords holds the words in the folder to the checker.
func TestTheProgramsOwnWords(t *testing.T) {
	b, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range b.Check() {
		t.Error(problem)
	}
	for _, code := range []string{"en", "ko"} {
		if !b.Has(code) {
			t.Errorf("no words in %s", code)
		}
	}
}
