package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func statementLayout() page.Layout {
	return page.Layout{Name: "statement", Summary: "one big idea, with a line of support", Page: statementPage, Slide: statementSlide,
		Unsourced: true,
		Shape: &outline.Shape{Name: "statement", Short: "text", Fields: []outline.Field{
			{Name: "text", Type: outline.Prose, Required: true, Budget: 130, Doc: "the idea; one phrase may be marked *so*, it takes the accent"},
			{Name: "support", Type: outline.Prose, Budget: 160, Doc: "a sentence that carries it"},
		}}}
}

// statementPage is a band of the full width between two rules.
func statementPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	g, st := k.Grid, k.St
	text := b.Prose("text")
	if n := len([]rune(text.String())); n > 150 {
		k.OverBudget(b.PlaceOf("text"), "E-STATEMENT", "statement", text.String(), 130)
	}
	spans := make([]scene.Span, 0, len(text))
	for _, i := range text {
		s := st.Pull
		if i.Em || i.Strong {
			s = s.With(k.Look.Accent)
		}
		i.Em, i.Strong = false, false // the accent says it
		spans = append(spans, k.Spans(briefing.Prose{i}, s)...)
	}
	words := k.Fonts.Set(spans, typeset.Options{Width: g.ColEnd(11) - g.Left, Break: typeset.Balanced, Hang: true})
	h := 22 + words.Height
	var support typeset.Block
	if p := b.Prose("support"); !p.Empty() {
		support = k.Set(p, st.Standfirst, g.ColEnd(9)-g.Left, typeset.Balanced)
		h += 22 + support.Height
	}
	var note *page.Box
	noteY := h + 14
	if b.OwnSource || !b.Note.Empty() {
		note = k.NoteBox(b, g.Width())
		h += 14 + note.H
	}
	box := &page.Box{Col: page.Full, H: h + 20, Before: 20, After: 24, At: b.At, Name: "a statement", Float: true}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		k.Use(c.Page.Number, b.Sources...)
		c.Group(&scene.Group{ID: b.ID, Role: scene.RoleBlock}, func(c *page.Canvas) {
			c.Add(page.Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
			c.Add(words.Text(b.ID+"/text", scene.RoleSoWhat, x, y+18+page.Base(st.Pull)))
			if support.Height > 0 {
				c.Add(page.Rule(x, y+22+words.Height+8, 40, 0.75, k.Look.RuleStrong))
				c.Add(support.Text(b.ID+"/support", scene.RoleBody, x, y+22+words.Height+18+page.Base(st.Standfirst)))
			}
			if note != nil {
				note.Draw(c, x, y+noteY)
			}
			c.Add(page.Rule(x, y+box.H, g.Width(), 0.75, k.Look.RuleStrong))
		})
	}
	f.Add(box)
}
