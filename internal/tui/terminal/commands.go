package terminal

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"
)

// commandType is what a list of commands, such as tea.Sequence's, is made of.
var commandType = reflect.TypeFor[tea.Cmd]()

// guard makes a command whose failure ends the program in order. Bubble Tea
// would print the stack over the screen.
func (t *Terminal) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer t.catch()
		return t.guardList(cmd())
	}
}

// guardList does the same for the commands that a command returns. The type of
// tea.Sequence's list is not exported, hence the look at what it is made of.
func (t *Terminal) guardList(msg tea.Msg) tea.Msg {
	list := reflect.ValueOf(msg)
	if !list.IsValid() || list.Kind() != reflect.Slice || list.Type().Elem() != commandType {
		return msg
	}
	guarded := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
	for i := range list.Len() {
		cmd, _ := list.Index(i).Interface().(tea.Cmd)
		guarded.Index(i).Set(reflect.ValueOf(t.guard(cmd)))
	}
	return guarded.Interface()
}

// Go runs f in a goroutine whose failure ends the program in order. Nothing that
// runs beside a program may be started with a bare go statement: its failure
// would leave the terminal unusable.
func (t *Terminal) Go(f func()) {
	go func() {
		defer t.catch()
		f()
	}()
}

// catch is deferred by everything that runs beside the loop.
func (t *Terminal) catch() {
	if r := recover(); r != nil {
		t.failed(r, true)
	}
}
