package theme

import "convtutor/viz/canvas"

// colours are what the coloured themes differ in, 0xRRGGBB. Four families, the
// same everywhere: input and window amber, filter blue, product violet, output
// green. They differ in lightness too, so that who sees no red or green can
// tell them apart.
type colours struct {
	page, text, strong, dim, faint, rule     uint32
	key, selected, field, code               uint32
	good, bad, note                          uint32
	input, cell, cellInk, cellBack, inkBack  uint32
	window, done, windowBack, windowZero     uint32
	now, nowBack, mark                       uint32
	pad, padBack, padWindow, unread          uint32
	filter, filterBack, weight               uint32
	filterNow, filterNowBack, filterMark     uint32
	product, productNow, productBack, later  uint32
	output, outputBack                       uint32
	outputNow, outputNowBack                 uint32
	outputLater, outputLaterBack, outputMark uint32
	positive, negative                       uint32
	track                                    uint32
	heat                                     [canvas.HeatSteps]uint32 // from the least to the most
}

var darkColours = colours{
	page: 0x16181d, text: 0xc9d1d9, strong: 0xf0f3f6, dim: 0x8b949e, faint: 0x6e7681, rule: 0x3d444d,
	key: 0x79b8ff, selected: 0x2a3342, field: 0x30363d, code: 0xe6d5a8,
	good: 0x56d364, bad: 0xff8f87, note: 0x8ecbe6,
	input: 0xf0b429, cell: 0x7d8590, cellInk: 0xaab2bb, cellBack: 0x1a2029, inkBack: 0x2d333b,
	window: 0xf5bd3a, done: 0xfbe6b4, windowBack: 0x5a4718, windowZero: 0x3a2f10,
	now: 0xffffff, nowBack: 0x8a6d1f, mark: 0xffffff,
	filterNow: 0xffffff, filterMark: 0xffffff,
	pad: 0x9085a5, padBack: 0x211e2b, padWindow: 0x423556, unread: 0x7d7478,
	filter: 0x6cb2ff, filterBack: 0x13253a, filterNowBack: 0x1f4b80, weight: 0x8cc8ff,
	product: 0xd2b8ff, productNow: 0xffffff, productBack: 0x5f429a, later: 0x6e7681,
	output: 0x56d364, outputBack: 0x12261a,
	outputNow: 0x8ef09a, outputNowBack: 0x1c4427,
	outputLater: 0x5f7a68, outputLaterBack: 0x161e1d, outputMark: 0x56d364,
	positive: 0xf5a54a, negative: 0x62a8f5,
	track: 0x6e7681,
	heat:  [...]uint32{0x1f242d, 0x41392c, 0x6b5426, 0x966d22, 0xc49027, 0xf5bd3a},
}

var lightColours = colours{
	page: 0xfbfaf8, text: 0x24292f, strong: 0x0b0d10, dim: 0x5b636d, faint: 0x7d848d, rule: 0xd0d4d9,
	key: 0x0550ae, selected: 0xdde6f2, field: 0xe6e8eb, code: 0x6b4a00,
	good: 0x116329, bad: 0xa40e26, note: 0x1b5a74,
	input: 0x8a5300, cell: 0x6a717a, cellInk: 0x4a5159, cellBack: 0xf1f1ef, inkBack: 0xdfe1e3,
	window: 0x6b4300, done: 0x2e1d00, windowBack: 0xffd98a, windowZero: 0xffeecb,
	now: 0x1c1200, nowBack: 0xf7b22f, mark: 0x14171a,
	filterNow: 0x00142e, filterMark: 0x14171a,
	pad: 0x655a80, padBack: 0xeceaf3, padWindow: 0xe3d4f5, unread: 0x857b73,
	filter: 0x0550ae, filterBack: 0xdcebfc, filterNowBack: 0x9cc9fb, weight: 0x0a4a9c,
	product: 0x6639ba, productNow: 0xffffff, productBack: 0x6639ba, later: 0x7d848d,
	output: 0x116329, outputBack: 0xdcf3e1,
	outputNow: 0x06351a, outputNowBack: 0x9fe0ae,
	outputLater: 0x708579, outputLaterBack: 0xf0f4f0, outputMark: 0x116329,
	positive: 0x9a4a00, negative: 0x0a55b0,
	track: 0x7d848d,
	heat:  [...]uint32{0xf4f4f2, 0xf6d894, 0xecb345, 0xdc9320, 0xa85f00, 0x7d4600},
}

var contrastColours = colours{
	page: 0x000000, text: 0xf2f2f2, strong: 0xffffff, dim: 0xb8bec6, faint: 0x9aa2ab, rule: 0x8a9199,
	key: 0x8cc8ff, selected: 0x0b3d78, field: 0x33383e, code: 0xffe9a8,
	good: 0x5fff7f, bad: 0xffa39c, note: 0x9fe6ff,
	input: 0xffc933, cell: 0xa9b0b8, cellInk: 0xd6dbe0, cellBack: 0x101418, inkBack: 0x30363d,
	window: 0xffd75e, done: 0xfff2cc, windowBack: 0x4d3b00, windowZero: 0x2b2100,
	now: 0x000000, nowBack: 0xffcc33, mark: 0x000000,
	filterNow: 0xffffff, filterMark: 0xffffff,
	pad: 0xc3b5e6, padBack: 0x1c162b, padWindow: 0x3d2a66, unread: 0xb0a49b,
	filter: 0x8cc8ff, filterBack: 0x001f40, filterNowBack: 0x0a4a99, weight: 0xaed8ff,
	product: 0xe0ccff, productNow: 0x000000, productBack: 0xd2b3ff, later: 0x9aa2ab,
	output: 0x66ff85, outputBack: 0x00290d,
	outputNow: 0xffffff, outputNowBack: 0x0c5a26,
	outputLater: 0x9ab5a3, outputLaterBack: 0x08130c, outputMark: 0x66ff85,
	positive: 0xffb35c, negative: 0x85c1ff,
	track: 0x9aa2ab,
	heat:  [...]uint32{0x14181c, 0x3a2c00, 0x5a4500, 0xe0a200, 0xffcc33, 0xfff2cc},
}

// styles gives every role its style from the theme's colours.
func styles(c colours) [canvas.RoleCount]Style {
	var s [canvas.RoleCount]Style
	for role, l := range c.looks() {
		s[role] = Style{
			Fore: colour(l.fore), Back: colour(l.back),
			Bold: l.bold, Underline: l.underline,
		}
	}
	return s
}

// look is a style before its colours are packed; none is no colour.
type look struct {
	fore, back      uint32
	bold, underline bool
}

const none = 1 << 31

func colour(c uint32) canvas.RGB {
	if c == none {
		return 0
	}
	return canvas.Color(uint8(c>>16), uint8(c>>8), uint8(c))
}

func (c colours) looks() map[canvas.Role]look {
	plain := func(fore uint32) look { return look{fore: fore, back: none} }
	bold := func(fore uint32) look { return look{fore: fore, back: none, bold: true} }
	on := func(fore, back uint32) look { return look{fore: fore, back: back} }
	boldOn := func(fore, back uint32) look { return look{fore: fore, back: back, bold: true} }
	looks := map[canvas.Role]look{
		canvas.RoleNone:         on(c.text, c.page),
		canvas.RoleText:         plain(c.text),
		canvas.RoleStrong:       bold(c.strong),
		canvas.RoleDim:          plain(c.dim),
		canvas.RoleFaint:        plain(c.faint),
		canvas.RoleRule:         plain(c.rule),
		canvas.RoleKey:          bold(c.key),
		canvas.RoleSelected:     boldOn(c.strong, c.selected),
		canvas.RoleField:        boldOn(c.strong, c.field),
		canvas.RoleCursor:       boldOn(c.page, c.strong),
		canvas.RoleGood:         bold(c.good),
		canvas.RoleBad:          bold(c.bad),
		canvas.RoleNote:         plain(c.note),
		canvas.RoleCode:         plain(c.code),
		canvas.RoleInputTitle:   bold(c.input),
		canvas.RoleInput:        on(c.cell, c.cellBack),
		canvas.RoleInputInk:     on(c.cellInk, c.inkBack),
		canvas.RoleWindow:       boldOn(c.window, c.windowBack),
		canvas.RoleWindowDone:   bold(c.done),
		canvas.RoleWindowZero:   boldOn(c.window, c.windowZero),
		canvas.RoleWindowNow:    boldOn(c.now, c.nowBack),
		canvas.RolePadding:      on(c.pad, c.padBack),
		canvas.RoleWindowPad:    boldOn(c.window, c.padWindow),
		canvas.RoleUnread:       {fore: c.unread, back: none},
		canvas.RoleFilterTitle:  bold(c.filter),
		canvas.RoleFilter:       boldOn(c.filter, c.filterBack),
		canvas.RoleFilterNow:    boldOn(c.filterNow, c.filterNowBack),
		canvas.RoleWeight:       plain(c.weight),
		canvas.RoleWeightNow:    bold(c.now),
		canvas.RoleMark:         plain(c.mark),
		canvas.RoleFilterMark:   plain(c.filterMark),
		canvas.RoleProduct:      plain(c.text),
		canvas.RoleProductNow:   boldOn(c.productNow, c.productBack),
		canvas.RoleProductLater: plain(c.later),
		canvas.RoleProductTitle: bold(c.product),
		canvas.RoleOutputTitle:  bold(c.output),
		canvas.RoleOutput:       boldOn(c.output, c.outputBack),
		canvas.RoleOutputNow:    boldOn(c.outputNow, c.outputNowBack),
		canvas.RoleOutputMark:   plain(c.outputMark),
		canvas.RoleOutputLater:  on(c.outputLater, c.outputLaterBack),
		canvas.RolePositive:     bold(c.positive),
		canvas.RoleNegative:     bold(c.negative),
		canvas.RoleHit:          {fore: c.strong, back: c.selected, bold: true, underline: true},
		canvas.RoleTrack:        plain(c.track),
		canvas.RoleTrackDone:    plain(c.good),
	}
	for i, back := range c.heat {
		looks[canvas.RoleHeat0+canvas.Role(i)] = boldOn(inkOn(back), back)
	}
	return looks
}

// inkOn is black or white, whichever can be read on a colour.
func inkOn(back uint32) uint32 {
	r, g, b := canvas.Readable(colour(back)).Parts()
	return uint32(r)<<16 | uint32(g)<<8 | uint32(b)
}
