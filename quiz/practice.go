package quiz

import "slices"

// Plan says which questions to practise. Empty fields mean any.
type Plan struct {
	Topic string // id of the course: "padding"
	Kind  string // "output-size"
	Level int    // 0: rising from the first to the last
	Seed  uint32 // of the first question; each next one has one more
	Count int
}

// MaxCount bounds the questions of one plan.
const MaxCount = 10_000

// Questions builds the plan's questions, the kinds taking turns.
func (p Plan) Questions() ([]Question, error) {
	kinds, err := p.kinds()
	if err != nil {
		return nil, err
	}
	if p.Count < 1 || p.Count > MaxCount {
		return nil, &CountError{p.Count}
	}
	questions := make([]Question, 0, p.Count)
	for i := range p.Count {
		k := kinds[i%len(kinds)]
		q, err := New(k.ID(), p.level(k, i), p.Seed+uint32(i))
		if err != nil {
			return nil, err
		}
		questions = append(questions, q)
	}
	return questions, nil
}

func (p Plan) kinds() ([]Kind, error) {
	if p.Kind != "" {
		k, err := Find(p.Kind)
		return []Kind{k}, err
	}
	if p.Topic == "" {
		return Kinds(), nil
	}
	var kinds []Kind
	for _, k := range Kinds() {
		if slices.Contains(k.Topics(), p.Topic) {
			kinds = append(kinds, k)
		}
	}
	if len(kinds) == 0 {
		return nil, &UnknownError{What: "topic", Name: p.Topic, Known: Topics()}
	}
	return kinds, nil
}

// level is the level of question i: the plan's, or rising with i.
func (p Plan) level(k Kind, i int) int {
	if p.Level != 0 {
		return p.Level
	}
	return 1 + i*k.Levels()/p.Count
}

// Practice is a run through some questions. The first answer to a question
// counts; after a wrong one the learner may go on trying.
type Practice struct {
	questions []Question
	results   []Result
	at        int
}

// Result is how one question went.
type Result struct {
	Tries int     // answers that could be read
	First Verdict // of the first of them
	Typed string  // the first of them
	Right bool    // some answer was right
}

// NewPractice starts a run. It is over at once if there are no questions.
func NewPractice(questions []Question) *Practice {
	return &Practice{questions: questions, results: make([]Result, len(questions))}
}

// Place is the number of the question at hand, counted from 1, and how many
// there are.
func (p *Practice) Place() (n, of int) { return min(p.at+1, len(p.questions)), len(p.questions) }

// Done says whether the last question is past.
func (p *Practice) Done() bool { return p.at >= len(p.questions) }

// Question is the question at hand; none when the run is done.
func (p *Practice) Question() (Question, bool) {
	if p.Done() {
		return Question{}, false
	}
	return p.questions[p.at], true
}

// Result is how the question at hand went so far.
func (p *Practice) Result() Result {
	if p.Done() {
		return Result{}
	}
	return p.results[p.at]
}

// Answer grades what was typed. What cannot be read as an answer is not
// counted.
func (p *Practice) Answer(typed string) Verdict {
	q, ok := p.Question()
	if !ok {
		return Verdict{}
	}
	v := Grade(q, typed)
	if v.Status == NotYet {
		return v
	}
	r := &p.results[p.at]
	if r.Tries == 0 {
		r.First, r.Typed = v, typed
	}
	r.Tries++
	r.Right = r.Right || v.Status == Right
	return v
}

// Next goes on to the next question, answered or not.
func (p *Practice) Next() {
	if !p.Done() {
		p.at++
	}
}
