package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"convtutor/internal/cli"
)

// ran is what a run of the program left.
type ran struct {
	out, errs string
	status    int
}

// run runs the program in a home of its own, which is empty.
func run(stdin string, args []string) (ran, error) {
	home, err := os.MkdirTemp("", "readme")
	if err != nil {
		return ran{}, err
	}
	defer os.RemoveAll(home) //nolint:errcheck // a temporary folder that stays harms nobody
	input, output := filepath.Join(home, "in"), filepath.Join(home, "out")
	if err := os.WriteFile(input, []byte(stdin), 0o600); err != nil {
		return ran{}, err
	}
	in, err := os.Open(input)
	if err != nil {
		return ran{}, err
	}
	defer in.Close() //nolint:errcheck // only read from
	out, err := os.Create(output)
	if err != nil {
		return ran{}, err
	}
	environment := map[string]string{"HOME": home, "USERPROFILE": home, "LANG": "en_US.UTF-8"}
	var errs strings.Builder
	r := ran{status: cli.Main(cli.Process{
		Args: args, Getenv: func(name string) string { return environment[name] },
		Stdin: in, Stdout: out, Stderr: &errs,
	})}
	text, err := os.ReadFile(output)
	r.out, r.errs = string(text), errs.String()
	return r, errors.Join(err, out.Close())
}

// transcript shows a command and what the program really answers to it. A
// command may begin with one "echo '…' |" and show its status at the end.
func transcript(command string) (string, error) {
	line, wantsStatus := strings.CutSuffix(command, "; echo $?")
	stdin, line := input(line)
	words, err := split(line)
	if err != nil {
		return "", fmt.Errorf("%s: %w", line, err)
	}
	if len(words) == 0 || words[0] != "convtutor" {
		return "", fmt.Errorf("not a command of the program: %q", line)
	}
	r, err := run(stdin, words[1:])
	if err != nil {
		return "", err
	}
	if r.status != cli.StatusDone && !wantsStatus {
		return "", fmt.Errorf("status %d: %s", r.status, r.errs)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "```console\n$ %s\n%s%s", command, r.out, r.errs)
	if wantsStatus {
		fmt.Fprintf(&b, "%d\n", r.status)
	}
	b.WriteString("```\n")
	return b.String(), nil
}

// input takes a leading echo off a command, and gives what it says.
func input(command string) (said, rest string) {
	echo, rest, ok := strings.Cut(command, " | convtutor")
	words, err := split(echo)
	if !ok || err != nil || len(words) < 2 || words[0] != "echo" {
		return "", command
	}
	return strings.Join(words[1:], " ") + "\n", "convtutor" + rest
}

// split splits a command at its blanks, as a shell does with words in single
// quotes; there is no more to it here.
func split(command string) ([]string, error) {
	var words []string
	for i, part := range strings.Split(command, "'") {
		if i%2 == 0 {
			words = append(words, strings.Fields(part)...)
		} else {
			words = append(words, part)
		}
	}
	if strings.Count(command, "'")%2 != 0 {
		return nil, errors.New("a quote is open")
	}
	return words, nil
}
