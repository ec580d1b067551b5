package course

import "convtutor/quiz"

// Questions are the closing questions of a step whose widget is a quiz: one of
// each kind named, rising in level, drawn from a seed.
func (s Step) Questions(seed uint32) ([]quiz.Question, error) {
	r := s.Widget.Params.Read().Require("kinds")
	kinds := r.Texts("kinds", nil)
	most := r.Int("level", 2)
	if err := r.Done(); err != nil {
		return nil, err
	}
	var questions []quiz.Question
	for i, kind := range kinds {
		level := 1 + i*most/len(kinds)
		q, err := quiz.New(kind, level, seed+uint32(i))
		if err != nil {
			return nil, err
		}
		questions = append(questions, q)
	}
	return questions, nil
}
