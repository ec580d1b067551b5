package quiz

import (
	"slices"

	"convtutor/internal/fault"
)

// Kind makes questions of one sort.
type Kind interface {
	// ID is stable and lower case: "output-size". Its words are
	// "quiz.<id>.name" and "quiz.<id>.about".
	ID() string
	// Topics are the ids of the course that it practises, the main one first.
	Topics() []string
	// Levels is the number of levels; they are counted from 1.
	Levels() int
	// New builds the question of a level and a seed.
	New(level int, seed uint32) (Question, error)
}

// Kinds lists every kind in the order to offer them. A new kind is a file and
// a line here.
func Kinds() []Kind {
	return []Kind{
		outputSize{},
		filterDepth{},
		parameters{},
		convVsFC{},
		flatPlace{},
		cellValue{},
		featureMap{},
		poolMax{},
		stackShape{},
		stackTable{},
		stackFault{},
		layerOrder{},
		whichLayers{},
		design{},
		receptiveField{},
		fits{},
		settingForSize{},
		reads{},
		readsPlace{},
		poolValue{},
		poolPosition{},
		poolMap{},
		poolGradient{},
		imageShape{},
		pixelValue{},
		activation{},
		activationMap{},
		colourValue{},
		taskOf{},
		termOf{},
		filterPatch{},
		mapCount{},
		flip{},
		transposedSize{},
		ganRoles{},
		ganGoals{},
		ganWeights{},
		ganSteps{},
		ganValue{},
		ganBest{},
		ganModes{},
		ganCurves{},
	}
}

// Find gives the kind with an id.
func Find(id string) (Kind, error) {
	kinds := Kinds()
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.ID() == id })
	if i < 0 {
		return nil, &UnknownError{What: "kind", Name: id, Known: ids(kinds)}
	}
	return kinds[i], nil
}

// Topics lists the topics that some kind practises, in the order of the kinds.
func Topics() []string {
	var topics []string
	for _, k := range Kinds() {
		for _, t := range k.Topics() {
			if !slices.Contains(topics, t) {
				topics = append(topics, t)
			}
		}
	}
	return topics
}

// New builds the question of a kind, a level and a seed.
func New(id string, level int, seed uint32) (Question, error) {
	k, err := Find(id)
	if err != nil {
		return Question{}, err
	}
	if level < 1 || level > k.Levels() {
		return Question{}, fault.New("error.quiz.level", fault.Args{"kind": id, "levels": k.Levels(), "level": level}, "quiz: %s has levels 1 to %d, not %d", id, k.Levels(), level)
	}
	return k.New(level, seed)
}

func ids(kinds []Kind) []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.ID()
	}
	return names
}
