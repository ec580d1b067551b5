package bench

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// pressSettings chooses a setting and changes it.
func (e *Editor) pressSettings(msg tea.Msg) {
	list := e.settings()
	switch {
	case tui.Is(msg, tui.KeyLeft):
		e.setting = max(e.setting-1, 0)
	case tui.Is(msg, tui.KeyRight):
		e.setting = min(e.setting+1, len(list)-1)
	case tui.Is(msg, keyMore):
		e.keep(e.bench.Adjust(list[e.setting], 1))
	case tui.Is(msg, keyLess):
		e.keep(e.bench.Adjust(list[e.setting], -1))
	}
}

// settingLines are the settings, in as many lines as they need.
func (e *Editor) settingLines(width int) []canvas.Line {
	var list []canvas.Line
	for i, setting := range e.settings() {
		list = append(list, e.settingRuns(i, setting))
	}
	return packed(list, width-1)
}

// packed puts short lines beside each other, as many as fit into the width.
func packed(list []canvas.Line, width int) []canvas.Line {
	var lines []canvas.Line
	var line canvas.Line
	for _, runs := range list {
		if len(line) > 0 && line.Width()+runs.Width() > width {
			lines, line = append(lines, line), nil
		}
		line = append(line, runs...)
	}
	return append(lines, line)
}

// settingRuns writes one setting.
func (e *Editor) settingRuns(i int, setting workbench.Setting) canvas.Line {
	role, value := canvas.RoleDim, canvas.RoleText
	mark := " "
	if e.focus == inSettings && e.setting == i {
		role, value, mark = canvas.RoleSelected, canvas.RoleSelected, "▸"
	}
	name := e.session.Text(settingNames[setting])
	return canvas.Line{{Text: mark + name + " ", Role: role}, {Text: e.value(setting) + " ", Role: value}}
}

// settingNames are the catalogue's keys.
var settingNames = [workbench.SettingCount]string{
	workbench.SettingInput:    "bench.input",
	workbench.SettingFilter:   "bench.filter",
	workbench.SettingStride:   "bench.stride",
	workbench.SettingPadding:  "bench.padding",
	workbench.SettingRule:     "bench.rule",
	workbench.SettingFlip:     "bench.flip",
	workbench.SettingDilation: "bench.dilation",
	workbench.SettingChannels: "bench.channels",
	workbench.SettingFilters:  "bench.filters",
	workbench.SettingGroups:   "bench.groups",
	workbench.SettingBias:     "bench.bias",
	workbench.SettingExtra:    "bench.extra",
	workbench.SettingPad:      "bench.pad",
}

func (e *Editor) value(setting workbench.Setting) string {
	s := e.bench.State()
	switch setting {
	case workbench.SettingInput:
		return sizeOf(s.Input[0])
	case workbench.SettingFilter:
		return sizeOf(s.Filters[0][0])
	case workbench.SettingRule:
		return e.session.Text("bench.rule." + e.bench.RuleName())
	case workbench.SettingBias:
		return viz.Number(s.Bias[s.Filter])
	case workbench.SettingPad:
		return e.session.Text("slide.pad." + s.Pad.String())
	case workbench.SettingFlip:
		if s.Flip {
			return e.session.Text("bench.yes")
		}
		return e.session.Text("bench.no")
	}
	return strconv.Itoa(map[workbench.Setting]int{
		workbench.SettingStride: s.Stride, workbench.SettingPadding: s.Padding, workbench.SettingDilation: s.Dilation,
		workbench.SettingChannels: len(s.Input), workbench.SettingFilters: len(s.Filters),
		workbench.SettingGroups: s.Groups, workbench.SettingExtra: s.Extra,
	}[setting])
}

func sizeOf(rows [][]float64) string {
	return strconv.Itoa(len(rows)) + "×" + strconv.Itoa(len(rows[0]))
}
