package exam

import (
	"fmt"
	"time"
)

// clock turns what the machine's clock shows into a time that never goes
// backwards: what a clock loses that is set back is added again.
type clock struct {
	high time.Time     // of the last record
	wall time.Time     // the latest that the clock showed
	now  time.Time     // the same, as it was handed in, with its monotonic part
	skew time.Duration // added to what the clock shows
}

// backTolerance is how far a clock may go back without being told: clocks are
// put right by fractions of seconds all the time.
const backTolerance = 2 * time.Second

// read gives the time of now, and by how much the clock was set back since it
// was last read.
func (c *clock) read(now time.Time) (at time.Time, back time.Duration) {
	wall := tidy(now)
	if wall.Before(c.wall.Add(-backTolerance)) {
		back = c.wall.Sub(wall)
		if !c.now.IsZero() {
			back += max(0, now.Sub(c.now)) // within one run of the program it is known how long it took
		}
		back = back.Truncate(time.Millisecond)
	}
	at = wall.Add(c.skew + back)
	if latest := c.wall.Add(c.skew); at.Before(latest) {
		at = latest // within the tolerance
	}
	if at.Before(c.high) {
		at = c.high
	}
	return at, back
}

// peek is the time of now.
func (c *clock) peek(now time.Time) time.Time {
	at, _ := c.read(now)
	return at
}

// note remembers what the clock shows.
func (c *clock) note(now time.Time) {
	if wall := tidy(now); !wall.Before(c.wall) {
		c.wall, c.now = wall, now
	}
}

// apply takes over what a record says of the time.
func (c *clock) apply(r Record) {
	c.high = r.At
	if r.Clock != nil {
		c.skew += r.Clock.Back
		c.wall, c.now = r.Clock.Wall, time.Time{}
		return
	}
	if wall := r.At.Add(-c.skew); wall.After(c.wall) {
		c.wall = wall
	}
}

// tidy is a time without its monotonic part, as it is written.
func tidy(t time.Time) time.Time { return t.Round(0).UTC().Truncate(time.Millisecond) }

// Countdown is a span of time as it is shown while it runs: 1:02:03, 4:05.
func Countdown(d time.Duration) string {
	t := int(d.Round(time.Second) / time.Second)
	if t < 3600 {
		return fmt.Sprintf("%d:%02d", t/60, t%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", t/3600, t/60%60, t%60)
}
