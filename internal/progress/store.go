package progress

import "sync"

// Store keeps a learner's state. It may be used from several goroutines.
type Store interface {
	// State gives the state as it is now, changes not yet saved included.
	State() *State
	// Apply makes changes, at once and in memory: it never waits for a disk.
	Apply(changes ...Change)
	// Save writes what was applied and not yet written. What could not be
	// written stays to be written by the next Save. It gives what the learner
	// should be told, each thing once.
	Save() []Notice
}

// Notice is something that the learner should be told: a key of the catalogue
// and its arguments.
type Notice struct {
	Key  string
	Args map[string]any
}

// Phrase gives the key and what fills its placeholders.
func (n Notice) Phrase() (key string, args map[string]any) { return n.Key, n.Args }

// memory is the part of a store that needs no disk.
type memory struct {
	mu    sync.Mutex
	state *State
}

// NewMemory gives a store that keeps everything until the program ends, for
// tests and for where there is nowhere to write.
func NewMemory() Store { return &memory{state: newState()} }

func (m *memory) State() *State {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.state
}

func (m *memory) Apply(changes ...Change) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.state = applied(m.state, changes)
}

func (m *memory) Save() []Notice { return nil }

// applied gives a state with changes made; the old one stays as it is.
func applied(state *State, changes []Change) *State {
	if len(changes) == 0 {
		return state
	}
	state = state.clone()
	for _, change := range changes {
		change.apply(state)
	}
	return state
}
