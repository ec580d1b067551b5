package cli

import (
	"strings"
)

// earlyLanguage finds the language before the flags are read, since help and
// errors about flags are said in it too.
func (a *app) earlyLanguage() string {
	args := a.process.Args
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok && a.bundle.Has(value) {
			return value
		}
		if arg == "--lang" && i+1 < len(args) && a.bundle.Has(args[i+1]) {
			return args[i+1]
		}
	}
	return a.bundle.Detect(a.process.Getenv)
}

// checkLanguage refuses a --lang that there is not.
func (a *app) checkLanguage() error {
	if a.flags.lang == "" || a.bundle.Has(a.flags.lang) {
		return nil
	}
	return a.usage("cli.error.lang", map[string]any{
		"lang": a.flags.lang, "known": strings.Join(a.bundle.Codes(), ", "),
	}, "")
}

// text is a sentence in the language of this run.
func (a *app) text(key string, args map[string]any) string { return a.words.Text(key, args) }
