//go:build unix && !linux

package ptytest

import (
	"errors"
	"os"
	"time"
)

func unreadBytes(*os.File) (int, error) {
	return 0, errors.New("only known on Linux")
}

func cpuTime(int) (time.Duration, error) {
	return 0, errors.New("only measured on Linux")
}
