package player_test

import (
	"strings"
	"testing"
	"time"

	"convtutor/viz"
	"convtutor/viz/player"

	"pgregory.net/rapid"
)

// strip is an animation of 12 steps: 3 rows of 2 windows of 2 products.
type strip struct{}

func (strip) Steps() int          { return 12 }
func (strip) Words(int) viz.Words { return viz.Words{} }
func (strip) Draw(int, viz.Frame) {}
func (strip) MinSize() (w, h int) { return 1, 1 }
func (strip) Levels() []viz.Level {
	return []viz.Level{viz.LevelProduct, viz.LevelWindow, viz.LevelRow}
}

func (strip) size(l viz.Level) int {
	return map[viz.Level]int{viz.LevelProduct: 1, viz.LevelWindow: 2, viz.LevelRow: 4}[l]
}

// Next goes to the end of this group of steps, from there to the end of the next.
func (s strip) Next(i int, l viz.Level) int {
	n := s.size(l)
	end := i - i%n + n - 1
	if end == i {
		end += n
	}
	return min(11, end)
}
func (s strip) Prev(i int, l viz.Level) int { return max(0, i-s.size(l)) }

// press gives the state after keys: f step, b back, ^ start, $ end, space
// toggle, + and - speed, t cycle level, . the tick that is due, ! a late tick.
func press(s player.State, keys string) player.State {
	for _, k := range keys {
		switch k {
		case 'f':
			s = s.Step()
		case 'b':
			s = s.Back()
		case '^':
			s = s.ToStart()
		case '$':
			s = s.ToEnd()
		case ' ':
			s = s.Toggle()
		case '+':
			s = s.Faster()
		case '-':
			s = s.Slower()
		case 't':
			s = s.CycleLevel()
		case '.':
			s, _ = s.Tick(s.Beat())
		case '!':
			s, _ = s.Tick(s.Beat() - 1)
		}
	}
	return s
}

func TestKeys(t *testing.T) {
	tests := []struct {
		keys    string
		at      int
		playing bool
	}{
		{"", 0, false},
		{"fff", 3, false},
		{"b", 0, false},
		{"$f", 11, false},
		{"$b", 10, false},
		{" ", 0, true},
		{" ..", 2, true},
		{" .!", 1, true},
		{" . ", 1, false},
		{" . .", 1, false},
		{" .f.", 2, false},
		{" ...........", 11, false},
		{"$ ", 0, true},
		{" .+!.", 2, true},
		{strings.Repeat("f", 30), 11, false},
		{"f^", 0, false},
		{"......", 0, false},
	}
	for _, tt := range tests {
		s := press(player.New(strip{}), tt.keys)
		if s.Position() != tt.at || s.Playing() != tt.playing {
			t.Errorf("%q: at %d playing %v, want %d %v", tt.keys, s.Position(), s.Playing(), tt.at, tt.playing)
		}
	}
}

func TestSpeed(t *testing.T) {
	s := player.New(strip{})
	if s.Interval() != 500*time.Millisecond {
		t.Errorf("interval %v", s.Interval())
	}
	if got := press(s, "+").Speed(); got != 4 {
		t.Errorf("faster: %v", got)
	}
	if got := press(s, "----").Speed(); got != 0.5 {
		t.Errorf("slowest: %v", got)
	}
	if got := press(s, "+++++++").Speed(); got != 16 {
		t.Errorf("fastest: %v", got)
	}
	if got := s.SetSpeed(3).Speed(); got != 2 {
		t.Errorf("set to 3: %v", got)
	}
}

func TestLevels(t *testing.T) {
	s := press(player.New(strip{}), "t")
	if s.Level() != viz.LevelWindow {
		t.Fatalf("level %v", s.Level())
	}
	if got := press(s, "t").Level(); got != viz.LevelRow {
		t.Errorf("level %v", got)
	}
	if got := press(s, "tt").Level(); got != viz.LevelProduct {
		t.Errorf("level %v", got)
	}
	if got := press(s, "f").Position(); got != 1 {
		t.Errorf("window step leads to %d", got)
	}
	if got := s.SetLevel(viz.Level(99)).Level(); got != viz.LevelWindow {
		t.Errorf("a level that is not there was taken: %v", got)
	}
}

func TestAnyKeysStayInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.StringMatching(`[fb^$ +\-t.!]{0,60}`).Draw(t, "keys")
		s := press(player.New(strip{}), keys)
		if s.Position() < 0 || s.Position() > 11 {
			t.Fatalf("at %d", s.Position())
		}
		if s.Playing() && s.AtEnd() {
			t.Fatal("still playing at the end")
		}
		before := s.Position()
		if late, ok := s.Tick(s.Beat() - 1); ok || late.Position() != before {
			t.Fatal("a late tick moved it")
		}
	})
}
