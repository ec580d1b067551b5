//go:build unix

package ptytest_test

import (
	"testing"
	"time"

	"convtutor/internal/ptytest"
)

// subjects are the program itself, our way to run a model, and Bubble Tea's own
// with the same small screen.
func subjects(tb testing.TB) []ptytest.Subject {
	tb.Helper()
	convtutor := ptytest.Build(tb, "../..")
	env := surroundings(tb)
	x := []string{"x"}
	return []ptytest.Subject{
		{Name: "minimal", Program: ptytest.Build(tb, "testdata/minimal"), Ready: "keys 0.", Press: x, Quit: "q"},
		{Name: "ours", Program: ptytest.Build(tb, "testdata/demo"), Ready: "keys 0.", Press: x, Quit: "q"},
		{
			Name: "home", Program: convtutor, Args: []string{"--lang", "en"}, Env: env, Ready: "? help",
			Press: []string{"\x1b[B", "\x1b[A"}, Quit: "q",
		},
		{
			Name: "lesson", Program: convtutor, Args: []string{"lesson", "cnn/conv", "--lang", "ko"}, Env: env, Ready: "? 도움말",
			Press: []string{"\x1b[C", "\x1b[D"}, Quit: "q",
		},
	}
}

// surroundings keep the program from the files of whoever runs the tests.
func surroundings(tb testing.TB) []string {
	tb.Helper()
	dir := tb.TempDir()
	return []string{"HOME=" + dir, "XDG_DATA_HOME=" + dir, "XDG_STATE_HOME=" + dir, "XDG_CONFIG_HOME=" + dir, "XDG_CACHE_HOME=" + dir}
}

// BenchmarkFirstFrame measures start to first frame, in turns, as medians.
func BenchmarkFirstFrame(b *testing.B) {
	all := subjects(b)
	times := make([][]time.Duration, len(all))
	for b.Loop() {
		for i, subject := range all {
			times[i] = append(times[i], subject.Start(b))
		}
	}
	var minimal float64
	for i, subject := range all {
		median := ptytest.Milliseconds(ptytest.Quantile(times[i], 0.5))
		b.ReportMetric(median, subject.Name+"-ms")
		if i == 0 {
			minimal = median
		} else {
			b.ReportMetric(median/minimal, subject.Name+"/minimal")
		}
	}
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
