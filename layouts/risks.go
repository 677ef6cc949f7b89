package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
	"slices"
)

func risksLayout() page.Layout {
	item := &outline.Shape{Name: "risk", Fields: []outline.Field{
		{Name: "risk", Type: outline.Prose, Required: true, Budget: 70, Doc: "what may happen"},
		{Name: "why", Type: outline.Prose, Budget: 110, Doc: "why it may"},
		{Name: "likelihood", Type: outline.Whole, Min: 1, Max: 3, Doc: "1 low, 2 medium, 3 high"},
		{Name: "impact", Type: outline.Whole, Min: 1, Max: 3, Doc: "1 low, 2 medium, 3 high"},
		{Name: "mitigation", Type: outline.Prose, Required: true, Budget: 110, Doc: "what answers it"},
		{Name: "owner", Type: outline.Words, Budget: 24, Doc: "who watches it"},
	}}
	return page.Layout{Name: "risks", Summary: "risks with likelihood, impact and what answers them", Title: outline.Required, Page: risksPage, Slide: risksSlide,
		Unsourced: true, Fills: true,
		Shape: &outline.Shape{Name: "risks", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: 6, Shape: item, Doc: "at most 6 a page; sorted by likelihood times impact"},
		}}}
}

// risksPage stacks the risks in the main column, their levels in the rail; the gravest first.
func risksPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	items := slices.Clone(b.List("items"))
	slices.SortStableFunc(items, func(x, y briefing.Fields) int {
		return y.Whole("likelihood")*y.Whole("impact") - x.Whole("likelihood")*x.Whole("impact")
	})
	var boxes []*page.Box
	for i, r := range items {
		boxes = append(boxes, risk(k, r, b.ID+"/"+page.Itoa(i+1), i == 0))
	}
	f.Add(k.Whole(b, boxes, 2, optionalSource(k, b), "the risks"))
}

func risk(k *page.Composer, r briefing.Fields, id string, first bool) *page.Box {
	g, st, o := k.Grid, k.St, k.Own()
	var text []*page.Box
	add := func(p briefing.Prose, style scene.Style, part string, before scene.Pt) {
		if !p.Empty() {
			b := page.TextBox(k.Set(p, style, g.MainW, typeset.Balanced), id+part, scene.RoleBody, style)
			b.Before = before
			text = append(text, b)
		}
	}
	add(r.Prose("risk"), st.Lead, "", 0)
	add(r.Prose("why"), st.BodyMuted, "/why", 2)
	if m := r.Prose("mitigation"); !m.Empty() {
		lead := scene.Span{Text: o.Mitigation + page.WideGap, Style: st.RunIn.With(k.Look.Accent)}
		b := page.TextBox(k.Fonts.Set(append([]scene.Span{lead}, k.Spans(m, st.Body)...), typeset.Options{Width: g.MainW, Break: typeset.Balanced}), id+"/mitigation", scene.RoleBody, st.Body)
		b.Before = 4
		text = append(text, b)
	}
	main := page.Stack(text...)
	rail := kitLevels(k, r, id)
	box := &page.Box{H: 9 + max(main.H, rail.H) + 12, At: r.Place()}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if first {
			c.Add(page.Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
		} else {
			c.Add(page.Rule(x, y, g.Width(), 0.5, k.Look.Rule))
		}
		rail.Draw(c, x, y+9)
		main.Draw(c, x+g.MainX-g.Left, y+9)
	}
	return box
}

// grade is a likelihood or an impact, 1 to 3, and its words.
type grade struct {
	words, part string
	n           int
}

// levels are those of a risk that were given.
func levels(o *words.Page, r briefing.Fields, colon string) []grade {
	var out []grade
	for _, l := range []grade{{o.Likelihood, "/likelihood", r.Whole("likelihood")}, {o.Impact, "/impact", r.Whole("impact")}} {
		if l.n >= 1 && l.n <= 3 {
			l.words += colon + o.Levels[l.n-1]
			out = append(out, l)
		}
	}
	return out
}

// squares are three squares, n of them filled.
func squares(k *page.Composer, c *page.Canvas, n int, x, y scene.Pt) {
	for i := range 3 {
		frame := scene.Rect{X: x + scene.Pt(i)*10, Y: y, W: 8, H: 8}
		if i < n {
			c.Add(page.Fill(frame, k.Look.Text))
		} else {
			c.Add(&scene.Shape{Path: scene.RectPath(frame.Inset(0.3)), Stroke: scene.Stroke{Color: k.Look.Muted, Width: 0.6}})
		}
	}
}

// levels draws likelihood and impact as three squares each, said in words too.
func kitLevels(k *page.Composer, r briefing.Fields, id string) *page.Box {
	st, o := k.St, k.Own()
	box := &page.Box{}
	ls := levels(o, r, k.Marks().Colon)
	var owner typeset.Block
	box.H = 16 * scene.Pt(len(ls))
	if who := r.Words("owner"); who != "" {
		owner = k.Words(o.Owner+k.Marks().Colon+who, st.SmallMuted, k.Grid.RailW, typeset.Greedy)
		box.H += owner.Height + 2
	}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		for i, l := range ls {
			yy := y + 3 + 16*scene.Pt(i)
			squares(k, c, l.n, x, yy)
			c.Add(k.Line(l.words, st.SmallMuted).Text(id+l.part, scene.RoleLabel, x+37, yy+7.4))
		}
		if owner.Height > 0 {
			c.Add(owner.Text(id+"/owner", scene.RoleLabel, x, y+16*scene.Pt(len(ls))+page.Base(st.SmallMuted)))
		}
	}
	return box
}
