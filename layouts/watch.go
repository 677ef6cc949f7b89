package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/scene"
	"roadshow/typeset"
)

func watchLayout() Layout {
	item := &outline.Shape{Name: "watch item", Fields: []outline.Field{
		{Name: "when", Type: outline.Words, Required: true, Budget: 24, Doc: "a date, or words such as 'any month'"},
		{Name: "what", Type: outline.Prose, Required: true, Budget: 60, Doc: "what to watch"},
		{Name: "signal", Type: outline.Prose, Required: true, Budget: 90, Doc: "what would change our mind"},
		{Name: "direction", Type: outline.Choice, Choices: []string{"up", "down", "both"}, Doc: "which way it would move the case"},
	}}
	return Layout{Name: "watch", Summary: "what to watch, and the signal that would change the case", Title: outline.Required, Page: watchPage, Slide: watchSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "watch", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: 8, Shape: item, Doc: "at most 8 a page"},
		}}}
}

// watchPage lists what to watch in the main column, the dates in the rail.
func watchPage(f *Flow, b *briefing.Block) {
	k := f.k
	g, st, o := k.Grid, k.St, k.own()
	var boxes []*Box
	for i, it := range b.List("items") {
		id := b.ID + "/" + itoa(i+1)
		when := textBox(k.words(k.dueWords(it.Words("when")), st.SmallStrong.With(k.Look.Accent), g.RailW, typeset.Balanced), id+"/when", scene.RoleLabel, st.SmallStrong)
		// The mark at the right edge, in words.
		if words := map[string]string{"up": o.Stronger, "down": o.Weaker, "both": o.EitherWay}[it.Words("direction")]; words != "" {
			when = stack(when, textBox(k.words(words, st.SmallMuted, g.RailW, typeset.Balanced), id+"/direction", scene.RoleLabel, st.SmallMuted))
		}
		in := scene.Pt(0)
		if it.Has("direction") {
			in = 18
		}
		what := textBox(k.set(it.Prose("what"), st.Lead, g.MainW-in, typeset.Balanced), id, scene.RoleHeading, st.Lead)
		lead := scene.Span{Text: o.Signal + wideGap, Style: st.RunIn}
		signal := textBox(k.Fonts.Set(append([]scene.Span{lead}, k.spans(it.Prose("signal"), st.BodyMuted)...), typeset.Options{Width: g.MainW - in, Break: typeset.Balanced}), id+"/signal", scene.RoleBody, st.BodyMuted)
		signal.Before = 2
		main := stack(what, signal)
		box := &Box{H: 9 + max(when.H, main.H) + 12, At: it.Place()}
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			if i == 0 {
				c.Add(rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
			} else {
				c.Add(rule(x, y, g.Width(), 0.5, k.Look.Rule))
			}
			when.Draw(c, x, y+11)
			main.Draw(c, x+g.MainX-g.Left, y+9)
			k.direction(c, it.Words("direction"), g.Right-5, y+9+base(st.Lead)-4)
		}
		boxes = append(boxes, box)
	}
	f.Add(k.whole(b, boxes, 2, k.optionalSource(b), "what to watch"))
}

// direction is an arrow mark, drawn: up, down, or both ways.
func (k *Kit) direction(c *Canvas, dir string, x, y scene.Pt) {
	up := func(y scene.Pt, s scene.Pt, col scene.Color) {
		c.Add(&scene.Shape{Path: scene.PolygonPath(scene.Point{X: x, Y: y - 4*s}, scene.Point{X: x + 4.5, Y: y + 3.5*s}, scene.Point{X: x - 4.5, Y: y + 3.5*s}),
			Fill: scene.Paint{Color: col}, Alt: k.directionWord(dir)})
	}
	switch dir {
	case "up":
		up(y, 1, k.Look.Positive)
	case "down":
		up(y, -1, k.Look.Negative)
	case "both":
		up(y-5, 0.8, k.Look.Positive)
		up(y+4, -0.8, k.Look.Negative)
	}
}
