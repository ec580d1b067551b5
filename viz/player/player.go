// Package player is how a learner walks through an animation: step, play,
// pause, speed, seek. Its one rule: a State is a value; every key gives a new
// one, and no clock is read here.
package player

import (
	"slices"
	"time"

	"convtutor/viz"
)

// speeds are steps a second, slowest first.
var speeds = []float64{0.5, 1, 2, 4, 8, 16}

// DefaultSpeed is the speed that a player begins with, in steps a second.
const DefaultSpeed = 2.0

// State is a place in an animation and how it is being walked through.
type State struct {
	anim    viz.Animation
	at      int
	playing bool
	speed   int // index into speeds
	level   viz.Level
	beat    int
}

// New stands at the first step of an animation, paused.
func New(a viz.Animation) State {
	s := State{anim: a, speed: slices.Index(speeds, DefaultSpeed)}
	if l := s.levels(); len(l) > 0 {
		s.level = l[0]
	}
	return s
}

// With walks on through another animation at the same speed and level: from
// its start, paused.
func (s State) With(a viz.Animation) State {
	n := New(a)
	n.speed, n.beat = s.speed, s.beat+1
	return n.SetLevel(s.level)
}

// Position is the step, counted from 0.
func (s State) Position() int { return s.at }

// Steps is the number of steps of the animation.
func (s State) Steps() int { return s.anim.Steps() }

// Playing tells whether steps follow each other by themselves.
func (s State) Playing() bool { return s.playing }

// Speed is the steps a second while playing.
func (s State) Speed() float64 { return speeds[s.speed] }

// Level is how far one step goes.
func (s State) Level() viz.Level { return s.level }

// AtStart tells whether there is no step before this one.
func (s State) AtStart() bool { return s.at == 0 }

// AtEnd tells whether there is no step after this one.
func (s State) AtEnd() bool { return s.at >= s.anim.Steps()-1 }

// Interval is the time between two steps while playing.
func (s State) Interval() time.Duration {
	return time.Duration(float64(time.Second) / s.Speed())
}

// Beat is the number of the tick that the player waits for; see Tick.
func (s State) Beat() int { return s.beat }

// Step goes one step on at the player's level, and pauses.
func (s State) Step() State { return s.pause().forth() }

// Back goes one step back at the player's level, and pauses.
func (s State) Back() State {
	s = s.pause()
	if st, ok := s.anim.(viz.Stepper); ok {
		return s.to(st.Prev(s.at, s.level))
	}
	return s.to(s.at - 1)
}

// ToStart goes to the first step, and pauses.
func (s State) ToStart() State { return s.Seek(0) }

// ToEnd goes to the last step, and pauses.
func (s State) ToEnd() State { return s.Seek(s.anim.Steps() - 1) }

// Seek goes to a step (clamped to those that there are), and pauses.
func (s State) Seek(i int) State { return s.pause().to(i) }

// Pause stops playing.
func (s State) Pause() State { return s.pause() }

// Toggle plays or pauses. At the end it plays from the start again.
func (s State) Toggle() State {
	if s.playing {
		return s.pause()
	}
	if s.AtEnd() {
		s = s.to(0)
	}
	s.playing = !s.AtEnd()
	s.beat++
	return s
}

// Faster goes to the next higher speed.
func (s State) Faster() State { return s.atSpeed(s.speed + 1) }

// Slower goes to the next lower speed.
func (s State) Slower() State { return s.atSpeed(s.speed - 1) }

// SetSpeed goes to the highest speed that is not above the wanted one, in
// steps a second (to the lowest if none is).
func (s State) SetSpeed(stepsASecond float64) State {
	i := 0
	for i+1 < len(speeds) && speeds[i+1] <= stepsASecond {
		i++
	}
	return s.atSpeed(i)
}

// SetLevel chooses how far one step goes, if the animation has that level.
func (s State) SetLevel(l viz.Level) State {
	if slices.Contains(s.levels(), l) {
		s.level = l
	}
	return s
}

// CycleLevel goes to the next coarser level, and from the coarsest to the finest.
func (s State) CycleLevel() State {
	levels := s.levels()
	if len(levels) > 0 {
		s.level = levels[(slices.Index(levels, s.level)+1)%len(levels)]
	}
	return s
}

// Tick is the news that Interval has passed since beat number beat was waited
// for. A tick of another number comes late, from before a pause or a change of
// speed, and does nothing. ok tells whether to wait for the next one.
func (s State) Tick(beat int) (next State, ok bool) {
	if !s.playing || beat != s.beat {
		return s, false
	}
	s = s.forth()
	s.beat++
	s.playing = !s.AtEnd()
	return s, s.playing
}

func (s State) forth() State {
	if st, ok := s.anim.(viz.Stepper); ok {
		return s.to(st.Next(s.at, s.level))
	}
	return s.to(s.at + 1)
}

func (s State) to(i int) State {
	s.at = max(0, min(i, s.anim.Steps()-1))
	return s
}

func (s State) pause() State {
	s.playing = false
	s.beat++
	return s
}

// atSpeed takes a speed by index. While playing, a new beat begins.
func (s State) atSpeed(i int) State {
	s.speed = max(0, min(i, len(speeds)-1))
	s.beat++
	return s
}

func (s State) levels() []viz.Level {
	if st, ok := s.anim.(viz.Stepper); ok {
		return st.Levels()
	}
	return nil
}
