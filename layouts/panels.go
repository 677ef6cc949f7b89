package layouts

import (
	"slices"

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

// panelSize is how panels are set.
type panelSize struct {
	title, unit scene.Style
	unitBreak   typeset.Break
	notes       noteStyles
	under       scene.Pt // between a head and its plot
	gutter, gap scene.Pt // between columns and rows
}

func paperPanels(k *page.Composer, gutter, gap scene.Pt) panelSize {
	return panelSize{title: k.St.LabelStrong, unit: k.St.ExhibitUnit, unitBreak: typeset.Greedy, notes: pageNoteStyles(k), under: 6, gutter: gutter, gap: gap}
}

// slidePanels are panels on slides.
func slidePanels(s *page.Slides, title scene.Style, unit page.Letter, gutter, gap scene.Pt) panelSize {
	return panelSize{title: title, unit: unit.Of(s.St.ExhibitUnit), unitBreak: typeset.Balanced, notes: slideNoteStyles(s), under: 8, gutter: gutter, gap: gap}
}

// panelRow is panels beside each other, set to a width each: heads begin on one line, and so do plots.
type panelRow struct {
	k                   *page.Composer
	panels              []panel
	among               []panel // all that stand on the scale of these
	w                   scene.Pt
	z                   panelSize
	titles, units       []typeset.Block
	notes               []*page.Box
	titleH, unitH, foot scene.Pt
}

// setPanels sets a row of panels that stand among others of one scale.
func setPanels(k *page.Composer, ps, among []panel, w scene.Pt, z panelSize) *panelRow {
	r := &panelRow{k: k, panels: ps, among: among, w: w, z: z}
	for _, p := range ps {
		st := z.title
		if p.lit {
			st = st.With(k.Look.Accent)
		}
		title, unit := k.Set(p.field.Prose("title"), st, w, typeset.Balanced), typeset.Block{}
		if u := p.chart.UnitLine(); u != "" && !p.quiet {
			unit = k.Words(u, z.unit, w, z.unitBreak)
		}
		notes := noteColumn(chartNotes(k, p.field, p.id, w, z.notes))
		r.titles, r.units, r.notes = append(r.titles, title), append(r.units, unit), append(r.notes, notes)
		r.titleH, r.unitH, r.foot = max(r.titleH, title.Height), max(r.unitH, unit.Height), max(r.foot, notes.H)
	}
	return r
}

// height is that of the row with plots so high.
func (r *panelRow) height(plot scene.Pt) scene.Pt {
	return r.titleH + r.unitH + r.z.under + plot + r.foot
}

// oneScale are the row's charts with plots of a height, as long for equal values as all charts of their exhibit.
func (r *panelRow) oneScale(plot scene.Pt) (out []*charts.Chart) {
	first := 0
	for i, p := range r.among {
		if out = append(out, p.chart); p.id == r.panels[0].id {
			first = i
		}
	}
	return charts.OneScale(out, scene.Size{W: r.w, H: plot}, r.k.ChartStyle())[first:]
}

func (r *panelRow) draw(c *page.Canvas, x, y, plot scene.Pt) {
	top := y + r.titleH + r.unitH + r.z.under
	drawn := r.oneScale(plot)
	for i, p := range r.panels {
		x := x + scene.Pt(i)*(r.w+r.z.gutter)
		if len(r.titles[i].Lines) > 0 {
			c.Add(r.titles[i].Text(p.id, scene.RoleCaption, x, y+page.Base(r.z.title)))
		}
		if len(r.units[i].Lines) > 0 {
			c.Add(r.units[i].Text(p.id+"/unit", scene.RoleCaption, x, y+r.titleH+page.Base(r.z.unit)))
		}
		chart := charts.Draw(drawn[i], scene.Rect{X: x, Y: top, W: r.w, H: plot}, r.k.ChartStyle(), r.k.L)
		chart.ID, chart.Title, chart.Unit = p.id+"/chart", p.field.Prose("title").String(), p.chart.UnitLine()
		c.Add(chart)
		r.notes[i].Draw(c, x, top+plot)
	}
}

// box is the row on paper, where plots may flex.
func (r *panelRow) box(plot, factor scene.Pt) *page.Box {
	h := plot * factor
	return &page.Box{H: r.height(h), Plot: h, Stretch: 0.2, Shrink: 0.1, Draw: func(c *page.Canvas, x, y scene.Pt) { r.draw(c, x, y, h) },
		Flex: func(f scene.Pt) *page.Box { return r.box(h, f) }}
}

// panelRows arranges panels on paper in columns of a width, with plots of a height; unused places stay empty.
func panelRows(k *page.Composer, ps []panel, columns int, w scene.Pt, z panelSize, height func([]panel) scene.Pt) (rows []*page.Box) {
	for row := range slices.Chunk(ps, columns) {
		box := setPanels(k, row, ps, w, z).box(height(row), 1)
		if len(rows) > 0 {
			box.Before = z.gap
		}
		rows = append(rows, box)
	}
	return rows
}

// fillPanels draws panels in columns of a width and rows that share out a frame: all plots are equally high.
func fillPanels(k *page.Composer, c *page.Canvas, ps []panel, columns int, frame scene.Rect, z panelSize) {
	const least = 60 // of a plot above comments
	w := (frame.W - z.gutter*scene.Pt(columns-1)) / scene.Pt(columns)
	var rows []*panelRow
	for row := range slices.Chunk(ps, columns) {
		rows = append(rows, setPanels(k, row, ps, w, z))
	}
	total, noted := frame.H-z.gap*scene.Pt(len(rows)-1), false
	for _, r := range rows {
		total -= r.height(0)
		noted = noted || r.foot > 0
	}
	plot := total / scene.Pt(len(rows))
	if noted && plot < least {
		k.L.Error(ps[0].field.Place(), "E-FIT", "shorten them, or give the chart a block of its own", "the comments leave the charts %.0f pt of height", float64(plot))
		return
	}
	y := frame.Y
	for _, r := range rows {
		r.draw(c, frame.X, y, plot)
		y += r.height(plot) + z.gap
	}
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
