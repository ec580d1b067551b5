package quiz

import "convtutor/viz"

// Slip is a mistake that many make. It is a rule: each kind works out what the
// rule makes of its question's numbers.
type Slip struct {
	ID    string
	Topic string // what to look at again, an id of the course: "padding"
}

// Name is what the slip is called, in a few words.
func (s Slip) Name() viz.Words { return viz.Words{Key: "slip." + s.ID + ".name"} }

// Lesson is the route of the lesson that treats it.
func (s Slip) Lesson() string { return LessonRoute(s.Topic) }

// LessonRoute is the route of the lesson of a topic: "cnn/padding".
func LessonRoute(topic string) string { return "cnn/" + topic }

// Slips lists every slip that a question or the assignment names. A new slip
// is a line here, its two sentences in the catalogue, and the rule where it
// applies.
func Slips() []Slip {
	return []Slip{
		{"brackets", "size-quiz"},
		{"no-plus-one", "stride"},
		{"pad-once", "padding"},
		{"pad-ignored", "padding"},
		{"pad-added", "padding"},
		{"padded-size", "padding"},
		{"border-twice", "stride"},
		{"stride-ignored", "stride"},
		{"ceil-for-floor", "stride"},
		{"floor-for-ceil", "stride"},
		{"round", "stride"},
		{"same-with-stride", "padding"},
		{"one-side-for-all", "size-quiz"},
		{"h-w-swap", "pixels"},
		{"channel-first", "pixels"},
		{"depth-is-count", "filters"},
		{"per-channel-maps", "filters"},
		{"depth-ignored", "filters"},
		{"side-for-depth", "filters"},
		{"first-layer", "filters"},
		{"cells-for-depth", "filters"},
		{"weights-for-depth", "filters"},
		{"other-filters", "filters"},
		{"one-bias", "filters"},
		{"side-once", "filters"},
		{"output-for-weights", "cnn-why"},
		{"bias-twice", "filters"},
		{"bias-counted", "filters"},
		{"bias-per-weight", "filters"},
		{"no-bias", "filters"},
		{"one-filter", "filters"},
		{"fc-count", "cnn-why"},
		{"output-sized-weights", "cnn-why"},
		{"one-row", "flatten"},
		{"still-beside", "flatten"},
		{"beside-for-below", "flatten"},
		{"itself-counted", "flatten"},
		{"every-map", "cnn-why"},
		{"input-cells", "cnn-why"},
		{"used-once", "cnn-why"},
		{"conv-count", "cnn-why"},
		{"one-output", "cnn-why"},
		{"pool-has-weights", "pooling"},
		{"pool-across-channels", "pooling"},
		{"pool-keeps-size", "pooling"},
		{"max-of-filter", "pooling"},
		{"average-for-max", "pooling"},
		{"min-for-max", "pooling"},
		{"max-of-all", "pooling"},
		{"pad-as-zero", "pooling"},
		{"max-for-average", "pooling"},
		{"max-for-min", "pooling"},
		{"wrong-divisor", "pooling"},
		{"all-of-input", "pooling"},
		{"place-in-window", "pooling"},
		{"output-place", "pooling"},
		{"from-zero", "pooling"},
		{"gradient-to-all", "pooling"},
		{"gradient-to-max", "pooling"},
		{"gradient-shared", "pooling"},
		{"gradient-once", "pooling"},
		{"gradient-lost", "pooling"},
		{"gradient-times-value", "pooling"},
		{"value-for-gradient", "pooling"},
		{"pool-forgives-all", "pooling"},
		{"pool-forgives-none", "pooling"},
		{"input-for-output", "pooling"},
		{"size-for-window", "pooling"},
		{"cells-for-side", "pooling"},
		{"relu-first", "maps"},
		{"abs-for-relu", "maps"},
		{"no-activation", "maps"},
		{"relu-inverted", "maps"},
		{"step-for-relu", "maps"},
		{"relu-for-leaky", "maps"},
		{"leaky-for-all", "maps"},
		{"bias-after", "maps"},
		{"wrong-range", "maps"},
		{"flip", "conv"},
		{"weights-ignored", "conv"},
		{"filter-ignored", "stride"},
		{"remainder-ignored", "stride"},
		{"stride-is-filter", "stride"},
		{"difference-for-padding", "padding"},
		{"depth-padded", "padding"},
		{"pad-subtracted", "padding"},
		{"habit-of-same", "padding"},
		{"unread-ignored", "stride"},
		{"unread-over", "stride"},
		{"stride-for-filter", "stride"},
		{"reads-everywhere", "padding"},
		{"reads-once", "padding"},
		{"axes-added", "padding"},
		{"windows-for-reads", "padding"},
		{"work-for-weights", "cnn-why"},
		{"last-for-most", "cnn-why"},
		{"conv-for-dense", "cnn-why"},
		{"multiple-of-stride", "stride"},
		{"from-here", "stride"},
		{"percent-for-count", "alexnet"},
		{"winner-for-difference", "alexnet"},
		{"ratio-for-difference", "alexnet"},
		{"channel-count", "colour"},
		{"one-picture", "pixels"},
		{"sides-added", "pixels"},
		{"bits-for-numbers", "pixels"},
		{"cut-ignored", "pixels"},
		{"wraps-around", "pixels"},
		{"middle-ignored", "pixels"},
		{"middle-not-back", "pixels"},
		{"add-first", "pixels"},
		{"add-ignored", "pixels"},
		{"times-ignored", "pixels"},
		{"counts-256", "pixels"},
		{"middle-for-end", "pixels"},
		{"value-is-mean", "colour"},
		{"value-is-least", "colour"},
		{"value-is-sum", "colour"},
		{"value-is-spread", "colour"},
		{"grey-is-mean", "colour"},
		{"red-blue-swap", "colour"},
		{"red-green-swap", "colour"},
		{"grey-is-largest", "colour"},
		{"not-divided", "colour"},
		{"least-of-most", "colour"},
		{"divided-by-255", "colour"},
		{"divided-by-least", "colour"},
		{"not-stacked", "colour"},
		{"pictures-for-channels", "colour"},
		{"stacked-in-height", "colour"},
		{"label-only", "tasks"},
		{"box-instead", "tasks"},
		{"mask-instead", "tasks"},
		{"made-instead", "tasks"},
	}
}

// FindSlip gives the slip with an id.
func FindSlip(id string) (Slip, bool) {
	for _, s := range Slips() {
		if s.ID == id {
			return s, true
		}
	}
	return Slip{}, false
}
