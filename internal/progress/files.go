package progress

import "sync"

// files is a store on a disk. Several processes may have the same files open:
// each writes what happened in it on top of what the others wrote.
type files struct {
	memory
	pending   []Change   // applied, not yet written; guarded as the state is
	saving    sync.Mutex // held for a whole Save
	documents [2]*document
}

// Open reads what is kept in two files, which need not be there yet. Whatever
// is wrong with them becomes a notice: a store comes back in any case, one that
// forgets if there is no place to keep anything.
func Open(paths Paths) (Store, []Notice) {
	if paths.Progress == "" || paths.Settings == "" {
		return NewMemory(), []Notice{{Key: "progress.nowhere"}}
	}
	s := &files{documents: [2]*document{{path: paths.Progress}, {path: paths.Settings, settings: true}}}
	s.state = newState()
	var notices []Notice
	for _, d := range s.documents {
		notices = append(notices, d.load(s.state)...)
	}
	return s, notices
}

// Apply makes changes in memory and keeps them to be saved.
func (s *files) Apply(changes ...Change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = applied(s.state, changes)
	s.pending = append(s.pending, changes...)
}

// Save writes what is pending, document by document.
func (s *files) Save() []Notice {
	s.saving.Lock()
	defer s.saving.Unlock()
	var notices []Notice
	for _, d := range s.documents {
		notices = append(notices, s.save(d)...)
	}
	return notices
}

func (s *files) save(d *document) []Notice {
	changes := s.pendingOf(d)
	if len(changes) == 0 {
		return nil
	}
	written, err := d.update(changes)
	if err != nil {
		return d.tell("progress.unwritten", err)
	}
	d.told = false
	s.settle(d, written, len(changes))
	return nil
}

// pendingOf lists the changes of a document that are not yet written.
func (s *files) pendingOf(d *document) []Change {
	s.mu.Lock()
	defer s.mu.Unlock()
	var changes []Change
	for _, change := range s.pending {
		if change.settings == d.settings {
			changes = append(changes, change)
		}
	}
	return changes
}

// settle takes over what was written, which holds what other processes wrote
// too, drops the first saved changes of the document from those pending, and
// makes the ones that came in meanwhile on top.
func (s *files) settle(d *document, written *State, saved int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var rest, later []Change
	for _, change := range s.pending {
		if change.settings != d.settings {
			rest = append(rest, change)
			continue
		}
		if saved > 0 {
			saved--
			continue
		}
		rest = append(rest, change)
		later = append(later, change)
	}
	state := s.state.clone()
	if d.settings {
		state.Settings = written.Settings
	} else {
		state.Lessons, state.Quiz, state.Parts = written.Lessons, written.Quiz, written.Parts
		state.Memory, state.Days = written.Memory, written.Days
	}
	s.state, s.pending = applied(state, later), rest
}
