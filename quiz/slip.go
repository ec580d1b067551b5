package quiz

import (
	"strings"

	"convtutor/viz"
)

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

// LessonRoute is the route of the lesson of a topic: "cnn/padding", "gan/gan-value".
// The lesson need not be there yet: who offers it looks it up in the course.
func LessonRoute(topic string) string {
	if strings.HasPrefix(topic, "gan-") {
		return "gan/" + topic
	}
	return "cnn/" + topic
}

// slipsOf lists every slip that a question or the assignment names, by the topic
// that treats it. A new slip is a word here, its two sentences in the catalogue,
// and the rule where it applies.
var slipsOf = []struct {
	topic string
	slips string
}{
	{"size-quiz", `brackets one-side-for-all forward-for-back no-minus-one extra-ignored stride-alone`},
	{"stride", `no-plus-one border-twice stride-ignored ceil-for-floor floor-for-ceil round filter-ignored
		remainder-ignored stride-is-filter unread-ignored unread-over stride-for-filter
		multiple-of-stride from-here`},
	{"padding", `pad-once pad-ignored pad-added padded-size same-with-stride difference-for-padding another-size
		depth-padded pad-subtracted habit-of-same reads-everywhere reads-once axes-added
		windows-for-reads one-axis`},
	{"pixels", `h-w-swap channel-first one-picture sides-added bits-for-numbers cut-ignored wraps-around
		middle-ignored middle-not-back add-first add-ignored times-ignored counts-256 middle-for-end`},
	{"filters", `depth-is-count per-channel-maps depth-ignored side-for-depth first-layer cells-for-depth
		weights-for-depth other-filters one-bias side-once bias-twice bias-counted bias-per-weight
		no-bias one-filter maps-added maps-of-another one-map cells-for-maps`},
	{"cnn-why", `output-for-weights fc-count output-sized-weights every-map input-cells used-once conv-count
		one-output work-for-weights last-for-most conv-for-dense`},
	{"convnet", `jump-ignored last-filter-only filters-added filters-multiplied field-no-one layer-fits one-pixel-a-layer goal-missed more-than-needed
		function-learns reshape-learns even-filter pool-changes-depth dense-before-flatten pool-before-conv convolutions-swapped
		flatten-first backwards`},
	{"cnn-def", `other-term word-clash`},
	{"flatten", `vector-is-depth one-row still-beside beside-for-below itself-counted another-length`},
	{"pooling", `pool-has-weights pool-across-channels pool-keeps-size max-of-filter average-for-max
		min-for-max max-of-all pad-as-zero max-for-average max-for-min wrong-divisor all-of-input
		place-in-window output-place from-zero gradient-to-all gradient-to-max gradient-shared
		gradient-once gradient-lost gradient-times-value value-for-gradient pool-forgives-all
		pool-forgives-none input-for-output size-for-window cells-for-side`},
	{"maps", `relu-first abs-for-relu no-activation relu-inverted step-for-relu relu-for-leaky leaky-for-all
		bias-after wrong-range`},
	{"known-filters", `clamped pixel-unchanged centre-alone divisor-forgotten divisor-of-nine`},
	{"conv", `flip weights-ignored turn-missed mirror-for-turn upside-down-for-turn quarter-turn symmetry-supposed
		symmetry-missed sums-off one-cell-checked`},
	{"alexnet", `percent-for-count winner-for-difference ratio-for-difference`},
	{"colour", `channel-count value-is-mean value-is-least value-is-sum value-is-spread grey-is-mean
		red-blue-swap red-green-swap grey-is-largest not-divided least-of-most divided-by-255
		divided-by-least not-stacked pictures-for-channels stacked-in-height grey-is-sum
		grey-is-nothing green-alone light-counts`},
	{"gan-value", `g-and-d-swap one-minus-forgotten sign-forgotten log-base-ten real-fake-swap real-term-alone
		fake-term-alone sum-for-mean one-goal-for-both half-is-broken densities-swapped density-for-d
		ratio-for-share difference-for-share sum-for-share d-decides densities-forgotten real-term-forgotten
		g-moves-real goal-inverted first-for-last`},
	{"gan-arch", `z-is-fake output-for-net output-for-input two-outputs noise-learned data-learned both-move
		last-layer-alone gradient-needs-update update-first fake-from-nothing`},
	{"gan-1d", `collapse-is-success modes-made rare-is-missing all-modes counted-twice largest-mode even-is-right
		modes-mixed`},
	{"gan-loss", `low-loss-good`},
	{"tasks", `label-only box-instead mask-instead made-instead one-box place-without-size things-counted
		corners-counted label-counted`},
}

// Slips lists every slip, topic by topic.
func Slips() []Slip {
	var all []Slip
	for _, group := range slipsOf {
		for id := range strings.FieldsSeq(group.slips) {
			all = append(all, Slip{ID: id, Topic: group.topic})
		}
	}
	return all
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
