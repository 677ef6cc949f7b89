package layouts

import (
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// panel is one chart among others in an exhibit: its own claim and unit line above its plot.
type panel struct {
	chart *charts.Chart
	field briefing.Fields
	id    string
	lit   bool // its title is in the accent
	quiet bool // its unit line is said once, in the caption
}

// panels checks the charts of a block and gives them one scale where their units allow it. unit is what the caption says
// of the scales.
func panels(k *page.Composer, b *briefing.Block) (out []panel, unit string) {
	fields, all := b.List("charts"), b.Charts("charts")
	for i, c := range all {
		k.L.Merge(c.Problems)
		p := panel{chart: c.Of(sourceWords(k, b)), id: b.ID + "/" + page.Itoa(i+1)}
		if i < len(fields) {
			p.field = fields[i]
		}
		out = append(out, p)
	}
	if b.Flag("independent_scales") {
		return out, page.UpperFirst(k.Diagrams().Differ)
	}
	d := charts.Domains(all)
	for _, p := range out {
		p.chart.Share = d
	}
	return out, ""
}

// panelNotes are what the charts of an exhibit add to its source line.
func panelNotes(ps []panel) string {
	out := ""
	said := map[string]bool{}
	for _, p := range ps {
		if n := p.field.Prose("note").String(); n != "" && !said[n] {
			said[n] = true
			out = page.JoinSentences(out, n)
		}
	}
	return out
}

// panelHead is a panel's claim and unit line; units is the height that all unit lines of a row take.
func panelHead(k *page.Composer, p panel, w scene.Pt) (title, unit typeset.Block, st scene.Style) {
	st = k.St.LabelStrong
	if p.lit {
		st = st.With(k.Look.Accent)
	}
	title = k.Set(p.field.Prose("title"), st, w, typeset.Balanced)
	if u := p.chart.UnitLine(); u != "" && !p.quiet {
		unit = k.Words(u, k.St.ExhibitUnit, w, typeset.Greedy)
	}
	return title, unit, st
}

// panelRow stands panels beside each other: heads begin on one line, and so do plots. height is the plots'.
func panelRow(k *page.Composer, ps []panel, w, gutter, height, factor scene.Pt) *page.Box {
	type set struct {
		title, unit typeset.Block
		st          scene.Style
	}
	heads := make([]set, len(ps))
	notes := make([]*page.Box, len(ps))
	var titles, units, foot scene.Pt
	for i, p := range ps {
		s := &heads[i]
		s.title, s.unit, s.st = panelHead(k, p, w)
		titles, units = max(titles, s.title.Height), max(units, s.unit.Height)
		notes[i] = noteColumn(chartNotes(k, p.field, p.id, w, kitNoteStyles(k)))
		foot = max(foot, notes[i].H)
	}
	head := titles + units + 6
	h := height * factor
	box := &page.Box{H: head + h + foot}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		for i, p := range ps {
			px := x + scene.Pt(i)*(w+gutter)
			s := heads[i]
			c.Add(s.title.Text(p.id, scene.RoleCaption, px, y+page.Base(s.st)))
			if len(s.unit.Lines) > 0 {
				c.Add(s.unit.Text(p.id+"/unit", scene.RoleCaption, px, y+titles+page.Base(k.St.ExhibitUnit)))
			}
			chart := charts.Draw(p.chart, scene.Rect{X: px, Y: y + head, W: w, H: h}, k.ChartStyle(), k.L)
			chart.ID, chart.Title, chart.Unit = p.id+"/chart", p.field.Prose("title").String(), p.chart.UnitLine()
			c.Add(chart)
			notes[i].Draw(c, px, y+head+h)
		}
	}
	box.Flex = func(f scene.Pt) *page.Box { return panelRow(k, ps, w, gutter, height, f) }
	return box
}

// panelHeight is the height that charts of rows need at a width; for all others it is usual.
func panelHeight(k *page.Composer, ps []panel, w, usual scene.Pt) scene.Pt {
	var h scene.Pt
	for _, p := range ps {
		if p.chart.Is.Tall() {
			h = max(h, charts.Height(p.chart, k.ChartStyle(), w))
		} else {
			h = max(h, usual)
		}
	}
	return h
}
