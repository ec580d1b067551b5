// Convtutor teaches, in a terminal, how convolutional networks work.
package main

import (
	"os"

	"convtutor/internal/cli"
)

func main() {
	os.Exit(cli.Main(cli.Process{
		Args:   os.Args[1:],
		Getenv: os.Getenv,
		Stdin:  os.Stdin,
		Stdout: os.Stdout,
		Stderr: os.Stderr,
	}))
}
