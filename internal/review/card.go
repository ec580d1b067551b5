package review

import (
	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"convtutor/internal/progress"
)

// toFSRS is a card as the scheduler knows it. One that makes no sense (the file
// may have been edited) begins anew.
func toFSRS(c progress.Card) fsrs.Card {
	valid := c.Reps > 0 && c.Stability > 0 && c.Difficulty >= 1 && c.Difficulty <= 10 &&
		c.Phase >= int8(fsrs.New) && c.Phase <= int8(fsrs.Relearning)
	if !valid {
		return fsrs.NewCard()
	}
	return fsrs.Card{
		Due: c.Due, LastReview: c.Last, Stability: c.Stability, Difficulty: c.Difficulty,
		ElapsedDays: c.Elapsed, ScheduledDays: c.Scheduled, Reps: c.Reps, Lapses: c.Lapses, State: fsrs.State(c.Phase),
	}
}

// fromFSRS is the scheduler's card with what is ours of the one before.
func fromFSRS(f fsrs.Card, before progress.Card) progress.Card {
	return progress.Card{
		Due: f.Due, Last: f.LastReview, Stability: f.Stability, Difficulty: f.Difficulty,
		Elapsed: f.ElapsedDays, Scheduled: f.ScheduledDays, Reps: f.Reps, Lapses: f.Lapses, Phase: int8(f.State),
		Level: before.Level, Row: before.Row, Kind: before.Kind,
	}
}
