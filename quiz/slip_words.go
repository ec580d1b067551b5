package quiz

import "convtutor/viz"

// why is the sentence that says what a slip did. wrong is its arithmetic, with
// the question's numbers; variant tells apart what needs another sentence.
func why(slip, variant, wrong string) viz.Words {
	key := "slip." + slip + ".why"
	if variant != "" {
		key += "-" + variant
	}
	return viz.Words{Key: key, Args: viz.Args{"wrong": wrong}}
}

// Why is the sentence that says what a slip did; wrong is the arithmetic that
// leads to its answer: "(7 - 3 + 1)/1 + 1 = 6".
func Why(slip, wrong string) viz.Words { return why(slip, "", wrong) }
