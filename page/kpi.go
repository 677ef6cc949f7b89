package page

import (
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/scene"
	"roadshow/typeset"
)

// KpiStyles are how what stands under a big number's label is set; spark is the extent of its small line.
type KpiStyles struct {
	Delta, Note, Sticker scene.Style
	Spark                scene.Rect
}

// KpiMore is what stands under a big number's label, wherever the number stands: its change, the small line of its past, its
// note, and what kind of number it is.
func (k *Composer) KpiMore(it briefing.KPI, id string, w scene.Pt, st KpiStyles) *Box {
	var h scene.Pt
	var delta, note typeset.Block
	deltaBase := st.Delta.Leading - 1.6
	if it.Delta != nil {
		col := k.Look.Negative
		if it.Delta.Good {
			col = k.Look.Positive
		}
		delta = k.Line(it.Delta.Text, st.Delta.With(col))
		h += st.Delta.Leading + 2.4
	}
	sparkY := h + 4
	if len(it.Spark) > 1 {
		h += st.Spark.H + 6
	}
	noteBase := h + Base(st.Note)
	if !it.Note.Empty() {
		note = k.Set(it.Note, st.Note, w, typeset.Greedy)
		h += note.Height + 2
	}
	pill, _ := k.pill(it.Sticker, st.Sticker)
	pillY := h + 4
	if pill != nil {
		h += 20
	}
	box := &Box{H: h}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if it.Delta != nil {
			k.DeltaMark(c, it.Delta, x, y+deltaBase)
			c.Add(delta.Text(id+"/delta", scene.RoleLabel, x+11, y+deltaBase))
		}
		if len(it.Spark) > 1 {
			style := charts.Style{Look: k.Look, Fonts: k.Fonts, Medium: scene.Document}
			c.Add(charts.Sparkline(it.Spark, scene.Rect{X: x, Y: y + sparkY, W: min(w, st.Spark.W), H: st.Spark.H}, style)...)
		}
		if !it.Note.Empty() {
			c.Add(note.Text(id+"/note", scene.RoleBody, x, y+noteBase))
		}
		if pill != nil {
			pill(c, x, y+pillY)
		}
	}
	return box
}

// DeltaMark is the arrow before a change: its direction is the number's, its colour says whether it is welcome.
func (k *Composer) DeltaMark(c *Canvas, d *briefing.Delta, x, base scene.Pt) {
	col := k.Look.Negative
	if d.Good {
		col = k.Look.Positive
	}
	s := scene.Pt(1)
	if !d.Up {
		s = -1
	}
	mid := base - 3
	c.Add(&scene.Shape{Path: scene.PolygonPath(scene.Point{X: x + 3.5, Y: mid - 3*s}, scene.Point{X: x + 7, Y: mid + 3*s}, scene.Point{X: x, Y: mid + 3*s}),
		Fill: scene.Paint{Color: col}})
}
