package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"convtutor/internal/i18n"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui/house"
	"convtutor/lessons"
)

// commandLine is a command and its short text in the program's help.
var commandLine = regexp.MustCompile(`^  ([a-z]+) +(\S.*)$`)

// commandList lists the commands with what the help says of them, in a
// language.
func commandList(language string) (string, error) {
	r, err := run("", []string{"--help", "--lang", language})
	if err != nil {
		return "", err
	}
	b, err := i18n.Open()
	if err != nil {
		return "", err
	}
	_, help, ok := strings.Cut(r.out, "\n"+b.For(language).Text("cli.help.commands", nil)+"\n")
	if !ok {
		return "", fmt.Errorf("the help lists no commands:\n%s", r.out)
	}
	var rows strings.Builder
	rows.WriteString("| | |\n|---|---|\n")
	for line := range strings.SplitSeq(help, "\n") {
		m := commandLine.FindStringSubmatch(line)
		if m == nil {
			break
		}
		fmt.Fprintf(&rows, "| `convtutor %s` | %s |\n", m[1], cell(m[2]))
	}
	return rows.String(), nil
}

// keyTable lists the keys, in a language: those that work everywhere, then
// each screen's own.
func keyTable(language string) (string, error) {
	b, err := i18n.Open()
	if err != nil {
		return "", err
	}
	course, err := lessons.Open()
	if err != nil {
		return "", err
	}
	s := session.New(session.Config{
		Bundle: b, Course: course, Progress: progress.NewMemory(),
		Now: func() time.Time { return time.Unix(0, 0).UTC() }, Language: language,
	})
	groups, err := house.Keys(s)
	if err != nil {
		return "", err
	}
	var rows strings.Builder
	rows.WriteString("| | |\n|---|---|\n")
	for _, g := range groups {
		var keys []string
		for _, k := range g.Keys {
			keys = append(keys, "`"+cell(k.Shown)+"` "+cell(k.Does))
		}
		fmt.Fprintf(&rows, "| %s | %s |\n", cell(g.Title), strings.Join(keys, " · "))
	}
	return rows.String(), nil
}

// lessonList lists the lessons there are, in a language.
func lessonList(language string) (string, error) {
	course, err := lessons.Open()
	if err != nil {
		return "", err
	}
	var list strings.Builder
	for _, e := range course.Entries() {
		words, err := course.Words(e.ID, language)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&list, "- **%s**: %s `convtutor lesson %s`\n", words.Title, intro(words), e.ID)
	}
	return list.String(), nil
}

// intro is the paragraph before a lesson's first step.
func intro(words *lessons.Words) string {
	if len(words.Intro) == 0 {
		return ""
	}
	return words.Intro[0].Text()
}

// placeList says where a learner's state is kept.
func placeList(string) (string, error) {
	homes := []struct {
		system, name string
		environment  map[string]string
	}{
		{"linux", "Linux and other Unix", map[string]string{"HOME": "~"}},
		{"darwin", "macOS", map[string]string{"HOME": "~"}},
		{"windows", "Windows", map[string]string{"LOCALAPPDATA": "%LOCALAPPDATA%", "APPDATA": "%APPDATA%"}},
	}
	var rows strings.Builder
	rows.WriteString("| | progress | settings |\n|---|---|---|\n")
	for _, h := range homes {
		p, err := progress.PathsFor(func(name string) string { return h.environment[name] }, h.system)
		if err != nil {
			return "", err
		}
		separator := "/"
		if h.system == "windows" {
			separator = `\`
		}
		fmt.Fprintf(&rows, "| %s | `%s` | `%s` |\n", h.name, slashes(p.Progress, separator), slashes(p.Settings, separator))
	}
	return rows.String(), nil
}

// slashes writes a path as a system does, whichever this is made on.
func slashes(path, separator string) string {
	return strings.NewReplacer("/", separator, `\`, separator).Replace(path)
}

// cell is text that may stand in a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
