package page

import (
	"maps"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// theme is L06 on paper: numeral, headline and standfirst open a page; the argument runs in the main column with its
// exhibits between paragraphs; figures and quotations stand in the rail.
func (k *Composer) theme(t *briefing.Theme) *Flow {
	f := &Flow{K: k, chapter: true}
	k.themeHead(f, t)
	argument := t.Argument
	if len(argument) == 0 {
		argument = pointsAsProse(t.Points)
	}
	paras := k.RichBoxes(argument, k.Grid.MainW, t.ID+"/argument", k.PageText())
	for i := range paras {
		paras[i].At = t.ArgumentAt
	}
	if len(paras) == 0 {
		paras = append(paras, Space(0))
	}
	kpis := k.railKPIs(t)
	f.story = tell(paras, argument)
	f.story.figures(k, kpis)
	after := spreadEvidence(paras, len(t.Evidence), stackHeight(kpis))
	named := maps.Clone(k.Headed)
	for i, e := range t.Evidence {
		boxes := k.evidence(e, &Flow{K: k})
		if len(boxes) == 0 {
			continue // it could not be placed, which was reported
		}
		u := unit{forms: [][]*Box{boxes}, costs: []float64{0}, after: after[i] + 1}
		if n := f.story.mention(argument, e); n > 0 {
			u.after, u.cited = n, true
		}
		f.story.units = append(f.story.units, u)
	}
	f.story.wider = func() {
		if len(f.story.units) < len(t.Evidence) {
			return
		}
		said, l := k.Headed, k.L
		k.Headed, k.L = maps.Clone(named), &diag.List{} // what is wrong with a block was reported
		for i, e := range t.Evidence {
			u := &f.story.units[i]
			u.also(k.evidence(e, &Flow{K: k, Wide: true}), costWide)
			if k.layout(e).Narrows {
				u.also(k.evidence(e, &Flow{K: k, Narrow: true}), costNarrow)
			}
		}
		k.Headed, k.L = said, l
	}
	if !t.SoWhat.Empty() {
		box := k.SoWhat(t.SoWhat, k.Grid.MainW, t.ID+"/so-what")
		box.InRail = k.SoWhat(t.SoWhat, k.Grid.RailW, t.ID+"/so-what")
		f.story.close = box
	}
	return f
}

// pointsAsProse are a theme's points as the document's argument, where it has no other: each heading runs in.
func pointsAsProse(points []briefing.Point) (out []briefing.Para) {
	for _, p := range points {
		out = append(out, briefing.Para{Kind: briefing.RunIn, Prose: p.Lead}, briefing.Para{Kind: briefing.Body, Prose: p.Text})
	}
	return out
}

// spreadEvidence says after which paragraph each block of evidence stands: evenly over the argument, never behind a heading, and
// the first not before the rail has room for the figures that stand beside the opening.
func spreadEvidence(paras []*Box, blocks int, kpis scene.Pt) []int {
	var ends []int                // paragraphs that something may follow
	lead, above := 0, scene.Pt(0) // above is the height of what stands before
	for i, p := range paras {
		if !p.KeepNext {
			if len(ends) > 0 && above < kpis {
				lead = len(ends)
			}
			ends = append(ends, i)
		}
		above += gapBefore(paras, i) + p.H
	}
	if len(ends) == 0 {
		ends = []int{len(paras) - 1}
	}
	out := make([]int, blocks)
	for i := range out {
		out[i] = ends[min(lead+i*(len(ends)-lead)/blocks, len(ends)-1)]
	}
	if blocks == 1 {
		out[0] = ends[max(lead, (len(ends)-1)/2)]
	}
	return out
}

// themeHead sets numeral, headline and standfirst and says where the columns begin.
func (k *Composer) themeHead(f *Flow, t *briefing.Theme) {
	g, st := k.Grid, k.St
	head, hst, ok := k.Ladder(t.Claim, g.MainW, 4, st.Headline)
	if !ok {
		head, hst, ok = k.Ladder(t.Claim, g.MainW, 5, st.Headline.At(24, 28))
	}
	if !ok { // words that are wider than most
		head, hst, ok = k.Ladder(t.Claim, g.MainW, 7, st.Headline.At(23, 27))
	}
	if !ok {
		k.OverBudget(t.ClaimAt, "E-TITLE", "claim", t.Claim.String(), 110)
	}
	y := g.HeadBase + hst.Leading*scene.Pt(len(head.Lines)-1)
	var stand typeset.Block
	standBase := y + 28
	if !t.Standfirst.Empty() {
		stand = k.Set(t.Standfirst, st.Standfirst, g.MainW, typeset.Balanced)
		y = standBase + st.Standfirst.Leading*scene.Pt(len(stand.Lines)-1)
	}
	// The columns begin below the numeral too: what follows a short claim may take the full width.
	f.top = max(y+19, g.Top+0.67*st.Numeral.Size+8)
	f.notes = append(t.Claim.Notes(), t.Standfirst.Notes()...)
	f.open = func(c *Canvas) {
		k.Use(c.Page.Number, briefing.SourcesOf(t.Claim, t.Standfirst)...)
		num := k.numeral(Itoa(t.Number), st.Numeral)
		c.Add(num.Text(t.ID+"/number", scene.RoleNumber, g.Left, g.Top+0.67*st.Numeral.Size))
		c.Add(head.Text(t.ID, scene.RoleTitle, g.MainX, g.HeadBase))
		if !t.Standfirst.Empty() {
			c.Add(stand.Text(t.ID+"/standfirst", scene.RoleStandfirst, g.MainX, standBase))
		}
	}
}

// railKPIs are at most three big numbers in the rail, ruled apart. Only the first is in the accent: emphasis is spent once.
func (k *Composer) railKPIs(t *briefing.Theme) []*Box {
	var out []*Box
	for i, kpi := range t.KPIs {
		out = append(out, k.railKPI(kpi, t.ID+"/kpi"+Itoa(i+1), i == 0, i == len(t.KPIs)-1))
	}
	return out
}

func (k *Composer) railKPI(kpi briefing.KPI, id string, first, last bool) *Box {
	st, w := k.St, k.Grid.RailW
	number := st.KPI
	if !first {
		number.Color = k.Look.Text
	}
	b, number := k.bigNumber(kpi, w, number, number.At(24, 28), number.At(20, 24))
	label := k.Set(kpi.Label, st.KPILabel, w, typeset.Balanced)
	top := scene.Pt(10)
	numberH := number.Leading * scene.Pt(len(b.Lines)-1)
	labelBase := top + 0.76*number.Size + numberH + 15
	more := k.KpiMore(kpi, id, w, KpiStyles{Delta: st.SmallStrong, Note: st.Source, Sticker: st.Sticker, Spark: scene.Rect{W: 100, H: 20}})
	moreY := labelBase + st.KPILabel.Leading*scene.Pt(len(label.Lines)-1) + 4
	h := moreY + more.H + 5
	box := &Box{H: h, At: kpi.At, Name: "a figure in the rail"}
	if last {
		box.After = 18
	}
	box.Notes = append(kpi.Label.Notes(), kpi.Note.Notes()...)
	if kpi.Figure != nil {
		box.Uses = kpi.Figure.Sources
	}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if first {
			c.Add(Rule(x, y, w, 0.75, k.Look.RuleStrong))
		}
		c.Add(b.Text(id, scene.RoleFigure, x, y+top+0.76*number.Size))
		c.Add(label.Text(id+"/label", scene.RoleLabel, x, y+labelBase))
		more.Draw(c, x, y+moreY)
		c.Add(Rule(x, y+h, w, 0.5, k.Look.Rule))
	}
	return box
}

// bigNumber sets a figure's short form at the largest of the sizes at which it fits; a source's own words wrap.
func (k *Composer) bigNumber(kpi briefing.KPI, w scene.Pt, styles ...scene.Style) (typeset.Block, scene.Style) {
	for i, st := range styles {
		if i == 0 && len([]rune(kpi.Short)) > 6 && len(styles) > 1 {
			continue
		}
		b := k.Fonts.Set(k.KPISpans(kpi, st), typeset.Options{Break: typeset.NoBreak, Hang: true})
		if b.Width <= w {
			return b, st
		}
	}
	last := styles[len(styles)-1]
	var b typeset.Block
	st, _ := Largest([]scene.Style{last.At(16, 19), last.At(13, 16), last.At(10.4, 13)}, func(st scene.Style) bool {
		b = k.Fonts.Set(k.KPISpans(kpi, st), typeset.Options{Width: w, Break: typeset.Balanced})
		return !b.Shrunk
	})
	return b, st
}

// SoWhat is the consequence: a rule, a label and one sentence.
func (k *Composer) SoWhat(p briefing.Prose, w scene.Pt, id string) *Box {
	return k.consequence(k.Own().SoWhat, p, w, id)
}

func (k *Composer) consequence(title string, p briefing.Prose, w scene.Pt, id string) *Box {
	st := k.St
	text := k.Set(p, st.SoWhat, w, typeset.Balanced)
	box := &Box{Before: 18, H: 33 + st.SoWhat.Leading*scene.Pt(len(text.Lines)-1) + 6, Name: "so_what", Uses: p.Sources(), Notes: p.Notes()}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(Rule(x, y, w, 0.75, k.Look.RuleStrong))
		label := k.Line(title, st.SoWhatLabel)
		c.Add(label.Text(id+"/label", scene.RoleSubheading, x, y+14))
		c.Add(text.Text(id, scene.RoleSoWhat, x, y+33))
	}
	return box
}
