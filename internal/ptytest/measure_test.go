//go:build unix

package ptytest_test

import (
	"os"
	"testing"
	"time"

	"convtutor/internal/ptytest"
)

// subjects are our way to run a program and Bubble Tea's own, each with the same
// small screen.
func subjects(tb testing.TB) []ptytest.Subject {
	tb.Helper()
	all := []ptytest.Subject{
		{Name: "ours", Program: ptytest.Build(tb, "testdata/demo"), Ready: "keys 0.", Key: "x", Quit: "q"},
		{Name: "minimal", Program: ptytest.Build(tb, "testdata/minimal"), Ready: "keys 0.", Key: "x", Quit: "q"},
	}
	// Another program can be measured beside them.
	if program := os.Getenv("PTYTEST_PROGRAM"); program != "" {
		all = append(all, ptytest.Subject{
			Name: "program", Program: program, Ready: os.Getenv("PTYTEST_READY"),
			Key: os.Getenv("PTYTEST_KEY"), Quit: os.Getenv("PTYTEST_QUIT"),
		})
	}
	return all
}

// BenchmarkFirstFrame measures start to first frame, in turns.
func BenchmarkFirstFrame(b *testing.B) {
	all := subjects(b)
	times := make([][]time.Duration, len(all))
	for b.Loop() {
		for i, subject := range all {
			times[i] = append(times[i], subject.Start(b))
		}
	}
	var medians []float64
	for i, subject := range all {
		median := ptytest.Milliseconds(ptytest.Quantile(times[i], 0.5))
		b.ReportMetric(median, subject.Name+"-ms")
		medians = append(medians, median)
	}
	b.ReportMetric(medians[0]/medians[1], "ours/minimal")
}

// BenchmarkKey measures a key to the changed screen.
func BenchmarkKey(b *testing.B) {
	const keys = 300
	all := subjects(b)
	for b.Loop() {
		for _, subject := range all {
			delays := subject.Keys(b, keys)
			b.ReportMetric(ptytest.Milliseconds(ptytest.Quantile(delays, 0.5)), subject.Name+"-p50-ms")
			b.ReportMetric(ptytest.Milliseconds(ptytest.Quantile(delays, 0.99)), subject.Name+"-p99-ms")
		}
	}
}

// BenchmarkIdle measures what is spent while nothing happens.
func BenchmarkIdle(b *testing.B) {
	all := subjects(b)
	for b.Loop() {
		for _, subject := range all {
			b.ReportMetric(100*subject.Idle(b, 2*time.Second), subject.Name+"-%cpu")
		}
	}
}
