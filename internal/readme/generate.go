package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// generate gives every generated file whole, by its name from the root.
func generate(root string) (map[string]string, error) {
	files := map[string]string{}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return nil, err
	}
	if files["README.md"], err = fill(string(readme), makers()); err != nil {
		return nil, fmt.Errorf("README.md: %w", err)
	}
	for _, p := range pictures {
		if err := p.draw(files); err != nil {
			return nil, fmt.Errorf("picture %s: %w", p.name, err)
		}
	}
	files["internal/adr/README.md"], err = decisions(filepath.Join(root, "internal", "adr"))
	return files, err
}

// maker makes the text of a block from what its mark says after its name.
type maker func(rest string) (string, error)

// makers are the kinds of block in README.md: a new one is a line here.
func makers() map[string]maker {
	return map[string]maker{
		"commands": commandList,
		"keys":     keyTable,
		"lessons":  lessonList,
		"picture":  pictureLink,
		"places":   placeList,
		"run":      transcript,
	}
}

// Marks round a block: what stands between them is made, not written.
const (
	openMark  = "<!-- made: "
	endOfMark = " -->"
	closeMark = "<!-- /made -->"
)

// fill makes every block of a text anew.
func fill(text string, makers map[string]maker) (string, error) {
	var out strings.Builder
	rest := text
	for {
		before, after, found := strings.Cut(rest, openMark)
		out.WriteString(before)
		if !found {
			return out.String(), nil
		}
		mark, after, ok := strings.Cut(after, endOfMark+"\n")
		if !ok {
			return "", fmt.Errorf("a mark does not end: %.40q", after)
		}
		_, after, ok = strings.Cut(after, closeMark)
		if !ok {
			return "", fmt.Errorf("no %s after %q", closeMark, mark)
		}
		name, argument, _ := strings.Cut(mark, " ")
		produce, ok := makers[name]
		if !ok {
			return "", fmt.Errorf("nothing makes %q", name)
		}
		body, err := produce(argument)
		if err != nil {
			return "", fmt.Errorf("%s: %w", mark, err)
		}
		out.WriteString(openMark + mark + endOfMark + "\n" + strings.TrimRight(body, "\n") + "\n" + closeMark)
		rest = after
	}
}

// decisions lists the decisions in a folder, a line each, by their headings.
func decisions(folder string) (string, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "[0-9]*.md"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("# Decisions\n\nHalf a page each: what was decided, why, and what it costs. This list is made by `go generate ./internal/readme`.\n\n")
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		heading, _, _ := strings.Cut(string(text), "\n")
		number := filepath.Base(path)[:4]
		title := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(heading, "# "), number), ":. ")
		if !strings.HasPrefix(heading, "# ") || title == "" {
			return "", fmt.Errorf("%s begins with %q, not with its title", filepath.Base(path), heading)
		}
		fmt.Fprintf(&b, "- [%s](%s) %s\n", number, filepath.Base(path), title)
	}
	return b.String(), nil
}
