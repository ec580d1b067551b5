//go:build unix && !linux

package ptytest

import (
	"errors"
	"time"
)

func cpuTime(int) (time.Duration, error) {
	return 0, errors.New("only measured on Linux")
}
