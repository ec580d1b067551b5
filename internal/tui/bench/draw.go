package bench

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Draw draws the planes with the open cell, the size formula, and the settings
// in the last row.
func (e *Editor) Draw(f tui.Frame) {
	area := f.Area
	area.H -= 2
	open := viz.OpenCell{Plane: e.plane(), At: e.at, Typed: e.typed}
	if e.focus == inSettings {
		open.Plane = viz.PlaneNone
	}
	conv := e.bench.Conv()
	conv.DrawOpen(viz.Frame{Grid: f.Grid, Area: area, Say: e.session.Say}, open)
	f.Zone(area, func(x, y int) tea.Msg {
		plane, at := conv.CellAt(area, x, y)
		return clickMsg{e, plane, at}
	})
	part := f.Grid.Part(canvas.Rect{X: f.Area.X, Y: f.Area.Y + area.H, W: f.Area.W, H: 2})
	if e.trouble != "" {
		part.Text(1, 0, canvas.RoleBad, canvas.Cut(e.trouble, f.Area.W-2))
	}
	x := 1
	for i := range workbench.SettingCount {
		x = e.drawSetting(part, x, i)
	}
}

// drawSetting draws one setting and gives the column behind it.
func (e *Editor) drawSetting(part canvas.Part, x int, setting workbench.Setting) int {
	role, value := canvas.RoleDim, canvas.RoleText
	mark := " "
	if e.focus == inSettings && e.setting == setting {
		role, value, mark = canvas.RoleSelected, canvas.RoleSelected, "▸"
	}
	name := e.session.Text(settingNames[setting])
	x = part.Text(x, 1, role, mark+name+" ")
	return part.Text(x, 1, value, e.value(setting)+" ")
}

// settingNames are the catalogue's keys.
var settingNames = [workbench.SettingCount]string{
	workbench.SettingInput:   "bench.input",
	workbench.SettingFilter:  "bench.filter",
	workbench.SettingStride:  "bench.stride",
	workbench.SettingPadding: "bench.padding",
	workbench.SettingRule:    "bench.rule",
	workbench.SettingFlip:    "bench.flip",
}

func (e *Editor) value(setting workbench.Setting) string {
	s := e.bench.State()
	switch setting {
	case workbench.SettingInput:
		return sizeOf(s.Input)
	case workbench.SettingFilter:
		return sizeOf(s.Filter)
	case workbench.SettingStride:
		return strconv.Itoa(s.Stride)
	case workbench.SettingPadding:
		return strconv.Itoa(s.Padding)
	case workbench.SettingRule:
		return e.session.Text("bench.rule." + e.bench.RuleName())
	}
	if s.Flip {
		return e.session.Text("bench.yes")
	}
	return e.session.Text("bench.no")
}

func sizeOf(rows [][]float64) string {
	return strconv.Itoa(len(rows)) + "×" + strconv.Itoa(len(rows[0]))
}
