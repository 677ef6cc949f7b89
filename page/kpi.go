package page

import (
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/scene"
	"roadshow/typeset"
)

// KpiStyles are how what stands under a big number's label is set; Spark is the extent of its small line.
type KpiStyles struct {
	Delta, Note, Sticker scene.Style
	Spark                scene.Rect
	Wide                 bool // in a row of columns on a slide; else close, as in a rail
}

// kpiRoom is where the parts stand: a change's words beside its arrow, the small line, the note below it.
type kpiRoom struct {
	deltaH, deltaBase, deltaIn, lift scene.Pt
	top, sparkTop, sparkAfter        scene.Pt
	noteAfter, free                  scene.Pt
	note                             typeset.Break
}

func (st KpiStyles) room() kpiRoom {
	if st.Wide {
		return kpiRoom{deltaH: st.Delta.Leading + 4, deltaBase: 4 + Base(st.Delta), deltaIn: 13, lift: 0.05 * st.Delta.Size,
			top: 4, sparkTop: 6, sparkAfter: 8, free: ColumnAir, note: typeset.Balanced}
	}
	return kpiRoom{deltaH: st.Delta.Leading + 2.4, deltaBase: st.Delta.Leading - 1.6, deltaIn: 11,
		sparkTop: 4, sparkAfter: 6, noteAfter: 2, note: typeset.Greedy}
}

// KpiMore is what stands under a big number's label, wherever the number stands: its change, the small line of its past, its
// note, and what kind of number it is.
func (k *Composer) KpiMore(it briefing.KPI, id string, w scene.Pt, st KpiStyles) *Box {
	return Stack(k.KpiChange(it, id, st), k.KpiPast(it, id, w, st))
}

// KpiChange is a big number's change.
func (k *Composer) KpiChange(it briefing.KPI, id string, st KpiStyles) *Box {
	if it.Delta == nil {
		return Space(0)
	}
	room := st.room()
	color, up := k.Look.Negative, scene.Pt(1)
	if it.Delta.Good {
		color = k.Look.Positive
	}
	if !it.Delta.Up {
		up = -1
	}
	words := k.Line(it.Delta.Text, st.Delta.With(color))
	return &Box{H: room.deltaH, Draw: func(c *Canvas, x, y scene.Pt) {
		// The arrow's direction is the number's, its colour says whether it is welcome.
		mid := y + room.deltaBase - room.lift - 3
		c.Add(&scene.Shape{Path: scene.PolygonPath(scene.Point{X: x + 3.5, Y: mid - 3*up}, scene.Point{X: x + 7, Y: mid + 3*up}, scene.Point{X: x, Y: mid + 3*up}),
			Fill: scene.Paint{Color: color}})
		c.Add(words.Text(id+"/delta", scene.RoleLabel, x+room.deltaIn, y+room.deltaBase))
	}}
}

// KpiPast is the small line of a big number's past, its note, and what kind of number it is.
func (k *Composer) KpiPast(it briefing.KPI, id string, w scene.Pt, st KpiStyles) *Box {
	room := st.room()
	h, noteTop := scene.Pt(0), room.top
	if len(it.Spark) > 1 {
		noteTop += st.Spark.H + room.sparkAfter
		h = noteTop
	}
	var note typeset.Block
	if !it.Note.Empty() {
		note = k.Set(it.Note, st.Note, w-room.free, room.note)
		h = noteTop + note.Height + room.noteAfter
	}
	pill, _ := k.pill(it.Sticker, st.Sticker)
	pillY := h + 4
	if pill != nil {
		h += 20
	}
	return &Box{H: h, Draw: func(c *Canvas, x, y scene.Pt) {
		if len(it.Spark) > 1 {
			c.Add(charts.Sparkline(it.Spark, scene.Rect{X: x, Y: y + room.sparkTop, W: min(w, st.Spark.W), H: st.Spark.H}, k.ChartStyle())...)
		}
		if !it.Note.Empty() {
			c.Add(note.Text(id+"/note", scene.RoleBody, x, y+noteTop+Base(st.Note)))
		}
		if pill != nil {
			pill(c, x, y+pillY)
		}
	}}
}
