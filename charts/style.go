package charts

import (
	"roadshow/assets"
	"roadshow/scene"
)

// sizes are the type sizes and stroke weights of one medium.
type sizes struct {
	doc                                              bool
	least                                            scene.Pt // nothing is set smaller
	baseline, grid, tick, tickLen                    scene.Pt
	message, context, dot, reference, leader, gap    scene.Pt
	fade                                             scene.Pt // length of an open end
	barMax, barMin, columnMax                        scene.Pt
	pill, arrow                                      scene.Pt // difference bubble height, arrow head length
	category, gloss, ticks, series, note, noteStrong scene.Style
	data                                             [4]scene.Style // data labels for ≤ 4, ≤ 8, ≤ 14 and more marks
}

func sizesFor(m scene.Medium, look *assets.Look) sizes {
	style := func(f scene.Font, size, leading scene.Pt, c scene.Color) scene.Style {
		return scene.Style{Font: f, Size: size, Leading: leading, Color: c}
	}
	text, muted := look.Text, look.Muted
	if m == scene.Slides {
		return sizes{
			least: 11.5, baseline: 1, grid: 0.5, tick: 0.6, tickLen: 4,
			message: 2.4, context: 1.2, dot: 4, reference: 0.9, leader: 0.6, gap: 2,
			fade: 18, barMax: 22, barMin: 5, columnMax: 112, pill: 20, arrow: 7,
			category: style(scene.SansMedium, 12, 15, text), gloss: style(scene.Sans, 11.5, 15, muted),
			ticks: style(scene.Sans, 11.5, 14.5, muted), series: style(scene.SansSemiBold, 12, 15, text),
			note: style(scene.SansMedium, 11.5, 15, text), noteStrong: style(scene.SansSemiBold, 11.5, 15, text),
			data: [4]scene.Style{style(scene.SansSemiBold, 22, 26, text), style(scene.SansSemiBold, 15.5, 19, text),
				style(scene.SansSemiBold, 12, 15, text), style(scene.SansSemiBold, 11.5, 14.5, text)},
		}
	}
	return sizes{
		doc: true, least: 7.2, baseline: 0.8, grid: 0.4, tick: 0.6, tickLen: 3,
		message: 1.8, context: 0.9, dot: 3, reference: 0.7, leader: 0.5, gap: 1.5,
		fade: 12, barMax: 16, barMin: 4, columnMax: 60, pill: 15, arrow: 6,
		category: style(scene.SansMedium, 8.6, 11, text), gloss: style(scene.Sans, 8.4, 11, muted),
		ticks: style(scene.Cond, 8, 10, muted), series: style(scene.SansSemiBold, 8.6, 11, text),
		note: style(scene.SansMedium, 8.6, 11.4, text), noteStrong: style(scene.SansSemiBold, 8.6, 11.4, text),
		data: [4]scene.Style{style(scene.SansSemiBold, 13, 16, text), style(scene.SansSemiBold, 10.4, 13, text),
			style(scene.SansSemiBold, 9.2, 12, text), style(scene.SansSemiBold, 8.4, 11, text)},
	}
}

// roomy are the sizes of a chart that has a slide to itself and few names: what is read across a table speaks up.
func (z sizes) roomy() sizes {
	z.category, z.series, z.gloss = z.category.At(15, 19), z.series.At(15, 19), z.gloss.At(13, 17)
	z.note, z.noteStrong, z.ticks = z.note.At(13, 17), z.noteStrong.At(13, 17), z.ticks.At(13, 16)
	z.data[2], z.data[3] = z.data[2].At(15, 19), z.data[3].At(13, 16)
	z.dot = 5
	return z
}

// few are the sizes of a chart of so few rows that names and values lead the slide.
func (z sizes) few() sizes {
	z.category, z.series, z.gloss = z.category.At(17, 21), z.series.At(17, 21), z.gloss.At(14, 18)
	z.note, z.noteStrong, z.ticks = z.note.At(15, 19), z.noteStrong.At(15, 19), z.ticks.At(14, 17)
	z.data[0], z.data[1], z.data[2], z.data[3] = z.data[0].At(26, 31), z.data[1].At(20, 24), z.data[2].At(17, 21), z.data[3].At(15, 19)
	z.dot = 6
	return z
}

// low are the sizes of columns in a panel of a height: values a tenth as high as their plot would be the whole picture.
func (z sizes) low(h scene.Pt) sizes {
	for i := range z.data[:2] {
		if z.data[i].Size > h/13 {
			z.data[i] = z.data[i+1]
			if z.data[i].Size > h/13 {
				z.data[i] = z.data[2]
			}
		}
	}
	return z
}

// dataStyle is the style of data labels for a number of marks.
func (z *sizes) dataStyle(marks int) scene.Style {
	switch {
	case marks <= 4:
		return z.data[0]
	case marks <= 8:
		return z.data[1]
	case marks <= 14:
		return z.data[2]
	}
	return z.data[3]
}

// condensed is the style in the narrow face.
func condensed(s scene.Style) scene.Style {
	switch s.Font {
	case scene.SansMedium:
		return s.In(scene.CondMedium)
	case scene.SansSemiBold:
		return s.In(scene.CondSemiBold)
	case scene.Sans:
		return s.In(scene.Cond)
	}
	return s
}

// greyLook is a look for print: grey: hues give way to steps of the text colour, which hatches tell apart.
func greyLook(l *assets.Look) *assets.Look {
	g := *l
	step := func(t float64) scene.Color { return lettered(l, l.Tint(l.Text, t)) }
	g.Accent, g.AccentDeep = step(0.86), step(1)
	g.OnAccent = l.Background
	g.Positive, g.Negative = step(0.36), step(0.86)
	for i, t := range [8]float64{0.86, 0.46, 0.66, 0.30, 0.76, 0.38, 0.56, 0.22} {
		g.Series[i] = step(t)
	}
	for i, t := range [6]float64{0.10, 0.24, 0.40, 0.56, 0.72, 0.88} {
		g.Ramp[i] = step(t)
	}
	g.Neutral = step(0.26)
	return &g
}

// lettered is a fill on which words can be read at 4.5:1: the colour itself, or the nearest tone of it that allows them.
func lettered(l *assets.Look, c scene.Color) scene.Color {
	for t := 0.0; t <= 0.5; t += 0.02 {
		for _, with := range []scene.Color{l.Background, l.Text} {
			m := assets.Mix(c, with, 1-t)
			if assets.Contrast(l.On(m), m) >= 4.5 {
				return m
			}
		}
	}
	return c
}
