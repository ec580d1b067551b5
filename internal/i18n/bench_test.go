package i18n

import "testing"

// BenchmarkOneLanguage reads every word of one language, as no screen ever
// needs at once.
func BenchmarkOneLanguage(b *testing.B) {
	for b.Loop() {
		bundle, err := Open()
		if err != nil {
			b.Fatal(err)
		}
		if len(bundle.For("ko").Keys()) == 0 {
			b.Fatal("no words")
		}
	}
}

// BenchmarkFirstWord is what the start of the program pays: the descriptions
// of the languages and one room.
func BenchmarkFirstWord(b *testing.B) {
	for b.Loop() {
		bundle, err := Open()
		if err != nil {
			b.Fatal(err)
		}
		bundle.For("ko").Text("progress.nowhere", nil)
	}
}

func BenchmarkText(b *testing.B) {
	bundle, err := Open()
	if err != nil {
		b.Fatal(err)
	}
	catalog := bundle.For("ko")
	args := map[string]any{"file": "progress.json", "aside": "progress.json.broken-1"}
	b.ReportAllocs()
	for b.Loop() {
		catalog.Text("progress.broken", args)
	}
}
