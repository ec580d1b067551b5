package peak

import "testing"

func BenchmarkPeak(b *testing.B) {
	for _, l := range Loops() {
		b.Run(l.Name, func(b *testing.B) {
			const rounds = 100_000
			for range b.N {
				l.Run(rounds)
			}
			b.ReportMetric(float64(l.Flop)*rounds*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
}
