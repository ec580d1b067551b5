package theme

// ascii are the plain stand-ins, each as wide as what it stands for.
var ascii = map[string]string{
	"×": "x", "·": ".", "→": ">", "←": "<", "↑": "^", "↓": "v", "›": ">", "‹": "<",
	"─": "-", "━": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
	"├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
	"●": "*", "○": "o", "◐": "o", "◉": "*", "■": "#", "□": ".", "▪": "#", "▫": ".",
	"▌": "[", "▐": "]", "▎": "[", "▕": "]", "▏": "[", "█": "#", "▓": "#", "▒": "+", "░": ".", "▁": "_", "▂": "_", "▄": "=", "▆": "#", "▇": "#", "▀": "#",
	"…": ".", "−": "-", "–": "-", "—": "-", "✓": "v", "✗": "x", "✔": "v", "✘": "x",
	"▶": ">", "◀": "<", "▷": ">", "◁": "<", "▲": "^", "▼": "v", "⏸": "=", "≈": "~", "≥": ">", "≤": "<", "≠": "!",
	"“": "\"", "”": "\"", "‘": "'", "’": "'", "′": "'", "°": "o", "⌊": "[", "⌋": "]", "⌈": "[", "⌉": "]", "÷": "/", "±": "+",
	"╱": "/", "╲": "\\", "╳": "x", "⋯": ".", "∙": ".", "•": "*", "Σ": "S", "σ": "s",
	"⅓": "3", "⅔": "6", "½": "5", "↵": "<", "⇥": ">", "⌫": "<", "\u00a0": " ",
}

// ASCII gives a stand-in of the same width for a glyph that a terminal without
// Unicode cannot show; "?" (and a blank beside it where two columns are
// taken) where there is none.
func ASCII(glyph string, wide bool) string {
	if len(glyph) == 1 || glyph == "" {
		return glyph
	}
	if s, ok := ascii[glyph]; ok && !wide {
		return s
	}
	if wide {
		return "??"
	}
	return "?"
}
