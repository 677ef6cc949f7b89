package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func watchLayout() page.Layout {
	item := &outline.Shape{Name: "watch item", Fields: []outline.Field{
		{Name: "when", Type: outline.Words, Required: true, Budget: 24, Doc: "a date, or words such as 'any month'"},
		{Name: "what", Type: outline.Prose, Required: true, Budget: 60, Doc: "what to watch"},
		{Name: "signal", Type: outline.Prose, Required: true, Budget: 90, Doc: "what would change our mind"},
		{Name: "direction", Type: outline.Choice, Choices: []string{"up", "down", "both"}, Doc: "which way it would move the case"},
	}}
	return page.Layout{Name: "watch", Summary: "what to watch, and the signal that would change the case", Title: outline.Required, Page: watchPage, Slide: watchSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "watch", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: 8, Shape: item, Doc: "at most 8 a page"},
		}}}
}

// watchPage lists what to watch in the main column, the dates in the rail.
func watchPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	g, st, o := k.Grid, k.St, k.Own()
	var boxes []*page.Box
	for i, it := range b.List("items") {
		id := b.ID + "/" + page.Itoa(i+1)
		when := page.TextBox(k.Words(dueWords(k, it.Words("when")), st.SmallStrong.With(k.Look.Accent), g.RailW, typeset.Balanced), id+"/when", scene.RoleLabel, st.SmallStrong)
		// The mark at the right edge, in words.
		if words := map[string]string{"up": o.Stronger, "down": o.Weaker, "both": o.EitherWay}[it.Words("direction")]; words != "" {
			when = page.Stack(when, page.TextBox(k.Words(words, st.SmallMuted, g.RailW, typeset.Balanced), id+"/direction", scene.RoleLabel, st.SmallMuted))
		}
		in := scene.Pt(0)
		if it.Has("direction") {
			in = 18
		}
		what := page.TextBox(k.Set(it.Prose("what"), st.Lead, g.MainW-in, typeset.Balanced), id, scene.RoleHeading, st.Lead)
		lead := scene.Span{Text: o.Signal + page.WideGap, Style: st.RunIn}
		signal := page.TextBox(k.Fonts.Set(append([]scene.Span{lead}, k.Spans(it.Prose("signal"), st.BodyMuted)...), typeset.Options{Width: g.MainW - in, Break: typeset.Balanced}), id+"/signal", scene.RoleBody, st.BodyMuted)
		signal.Before = 2
		main := page.Stack(what, signal)
		box := &page.Box{H: 9 + max(when.H, main.H) + 12, At: it.Place()}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			if i == 0 {
				c.Add(page.Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
			} else {
				c.Add(page.Rule(x, y, g.Width(), 0.5, k.Look.Rule))
			}
			when.Draw(c, x, y+11)
			main.Draw(c, x+g.MainX-g.Left, y+9)
			direction(k, c, it.Words("direction"), g.Right-5, y+9+page.Base(st.Lead)-4)
		}
		boxes = append(boxes, box)
	}
	f.Add(k.Whole(b, boxes, 2, optionalSource(k, b), "what to watch"))
}

// direction is an arrow mark, drawn: up, down, or both ways.
func direction(k *page.Composer, c *page.Canvas, dir string, x, y scene.Pt) {
	up := func(y scene.Pt, s scene.Pt, col scene.Color) {
		c.Add(&scene.Shape{Path: scene.PolygonPath(scene.Point{X: x, Y: y - 4*s}, scene.Point{X: x + 4.5, Y: y + 3.5*s}, scene.Point{X: x - 4.5, Y: y + 3.5*s}),
			Fill: scene.Paint{Color: col}, Alt: k.DirectionWord(dir)})
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
