package layouts

import (
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
)

// twoChartsSlide is L12: two charts side by side, each with its own claim and unit line.
func twoChartsSlide(s *page.Slides, b *briefing.Block) {
	ps, unit := panels(s.Composer, b)
	if len(ps) == 0 {
		return
	}
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Charts, b.Title.String()))
	sh.Extra = panelNotes(ps)
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		const gutter = 16
		w := (body.W - gutter*scene.Pt(len(ps)-1)) / scene.Pt(len(ps))
		top := body.Y
		if unit != "" {
			c.Add(s.Line(unit, s.S.Source).Text(b.ID+"/unit", scene.RoleCaption, page.SlideLeft, page.SlideBodyTop-4))
		}
		g := panelGrid{cols: len(ps), w: w, gutter: gutter, frame: scene.Rect{X: body.X, Y: top, W: body.W, H: body.H},
			title: s.S.ExhibitTitle, unit: s.S.ExhibitUnit.At(10.5, 14)}
		panelCells(s, c, ps, g)
	})
}

// panelGrid is where panels stand: columns of a width, the gaps between columns and rows, and the styles of their heads.
type panelGrid struct {
	cols        int
	w           scene.Pt
	gutter, gap scene.Pt
	frame       scene.Rect
	title, unit scene.Style
}

// panelCells draws panels in rows of equal height: heads begin on one line, and so do plots.
func panelCells(s *page.Slides, c *page.Canvas, ps []panel, g panelGrid) {
	type head struct{ title, unit typeset.Block }
	rows := (len(ps) + g.cols - 1) / g.cols
	heads := make([]head, len(ps))
	titles, units, feet := make([]scene.Pt, rows), make([]scene.Pt, rows), make([]scene.Pt, rows)
	notes := make([]*page.Box, len(ps))
	total := g.frame.H - g.gap*scene.Pt(rows-1)
	for i, p := range ps {
		st := g.title
		if p.lit {
			st = st.With(s.Look.Accent)
		}
		h := head{title: s.Set(p.field.Prose("title"), st, g.w, typeset.Balanced)}
		if u := p.chart.UnitLine(); u != "" && !p.quiet {
			h.unit = s.Words(u, g.unit, g.w, typeset.Balanced)
		}
		heads[i] = h
		r := i / g.cols
		titles[r], units[r] = max(titles[r], h.title.Height), max(units[r], h.unit.Height)
		notes[i] = noteColumn(chartNotes(s.Composer, p.field, p.id, g.w, slideNoteStyles(s)))
		feet[r] = max(feet[r], notes[i].H)
	}
	for r := range rows {
		total -= titles[r] + units[r] + 8 + feet[r]
	}
	plot := total / scene.Pt(rows)
	if noted := slices.ContainsFunc(feet, func(h scene.Pt) bool { return h > 0 }); noted && plot < 60 {
		s.L.Error(ps[0].field.Place(), "E-FIT", "shorten them, or give the chart a block of its own", "the comments leave the charts %.0f pt of height", float64(plot))
		return
	}
	y := g.frame.Y
	for r := range rows {
		for i := r * g.cols; i < min(len(ps), (r+1)*g.cols); i++ {
			p, h := ps[i], heads[i]
			x := g.frame.X + scene.Pt(i-r*g.cols)*(g.w+g.gutter)
			if len(h.title.Lines) > 0 {
				c.Add(h.title.Text(p.id, scene.RoleCaption, x, y+page.Base(g.title)))
			}
			if len(h.unit.Lines) > 0 {
				c.Add(h.unit.Text(p.id+"/unit", scene.RoleCaption, x, y+titles[r]+page.Base(g.unit)))
			}
			chart := charts.Draw(p.chart, scene.Rect{X: x, Y: y + titles[r] + units[r] + 8, W: g.w, H: plot}, s.ChartStyle(), s.L)
			chart.ID, chart.Title, chart.Unit = p.id+"/chart", p.field.Prose("title").String(), p.chart.UnitLine()
			c.Add(chart)
			notes[i].Draw(c, x, y+titles[r]+units[r]+8+plot)
		}
		y += titles[r] + units[r] + 8 + plot + feet[r] + g.gap
	}
}
