package layouts

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

func chartGridLayout() page.Layout {
	return page.Layout{Name: "chart_grid", Summary: "three to twelve small charts of one kind on one scale", Title: outline.Required, Page: chartGridPage, Slide: chartGridSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "chart_grid", Fields: []outline.Field{
			{Name: "charts", Type: outline.Object, List: true, Required: true, Min: 3, Max: 12, Hard: true, Code: "E-GRID", Shape: charts.Panel(), Doc: "3 to 12 charts, each with its own title"},
			{Name: "independent_scales", Type: outline.Flag, Doc: "A scale for each; said in the unit line"},
			{Name: "highlight", Type: outline.Words, Doc: "Title of the chart that carries the message"},
		}}}
}

// chartGridPage sets small charts in two or three columns over the full width. What all unit lines say is said once.
func chartGridPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	ps, unit := panels(k, b)
	if len(ps) == 0 {
		return
	}
	lightPanel(k, b, ps)
	if common := commonUnit(ps); common != "" {
		if unit != "" {
			common += k.Marks().Semicolon + k.Diagrams().Differ
		}
		unit = common
	}
	width, z := k.Grid.Width(), paperPanels(k, 20, 18)
	e := k.Exhibit(b, width, unit, k.AltOf(k.Diagrams().Charts, b.Title.String()))
	e.Extra = panelNotes(ps)
	columns := 3
	if len(ps) == 4 {
		columns = 2
	}
	w := (width - z.gutter*scene.Pt(columns-1)) / scene.Pt(columns)
	height := panelHeight(k, ps, w, max(80, w*0.62))
	f.Add(e.Rows(panelRows(k, innerPanels(ps, columns), columns, w, z, func([]panel) scene.Pt { return height }), 1, nil))
}

// chartGridSlide arranges 3 in a row, 4 in a square, 5 and 6 in two rows of three, and so on to three rows of four; what all unit
// lines say is said once, above them.
func chartGridSlide(s *page.Slides, b *briefing.Block) {
	ps, unit := panels(s.Composer, b)
	if len(ps) == 0 {
		return
	}
	lightPanel(s.Composer, b, ps)
	head := lineHead(unit)
	if commonUnit(ps) != "" {
		head = unitHead(ps[0].chart)
		if unit != "" {
			head.rest = page.JoinWords(s.Marks().Semicolon, head.rest, s.Diagrams().Differ)
		}
	}
	z := slidePanels(s, s.St.ExhibitTitle.At(12, 15), page.On(11.5, 14), 20, 14)
	frame := func(body scene.Rect) scene.Rect {
		if head != (headWords{}) {
			const top = page.SlideHeadBase + 12
			body.Y, body.H = top, body.Bottom()-top
		}
		return body
	}
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Charts, b.Title.String()))
	sh.Extra = panelNotes(ps)
	parts := gridParts(s, b, ps, frame, z)
	for i, part := range parts {
		sh.Part, sh.Parts = i, len(parts)
		s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
			id := b.ID
			if i > 0 {
				id += "@" + page.Itoa(i+1)
			}
			exhibitHead(s, c, b, id, head, page.SlideLeft, body.W)
			columns := gridColumns(len(part))
			fillPanels(s.Composer, c, innerPanels(part, columns), columns, frame(body), z)
		})
	}
}

// gridColumns is how many of so many charts stand beside each other on a slide.
func gridColumns(n int) int {
	switch {
	case n == 2, n == 4:
		return 2
	case n == 7, n == 8, n > 9:
		return 4
	}
	return 3
}

// gridParts keeps small charts on one slide while all can be read there; else it halves them.
func gridParts(s *page.Slides, b *briefing.Block, ps []panel, frame func(scene.Rect) scene.Rect, z panelSize) [][]panel {
	if len(ps) < 7 {
		return [][]panel{ps}
	}
	quiet := *s.Composer
	quiet.L = &diag.List{}
	body := scene.Rect{X: page.SlideLeft, Y: page.SlideBodyTop, W: page.SlideRight - page.SlideLeft, H: page.SlideBodyBottom - page.SlideBodyTop}
	fillPanels(&quiet, &page.Canvas{}, ps, gridColumns(len(ps)), frame(body), z)
	if s.Joined(b.ID, !quiet.L.Failed(false)) {
		return [][]panel{ps}
	}
	half := (len(ps) + 1) / 2
	return [][]panel{ps[:half], ps[half:]}
}

// innerPanels leaves the labels of axes to the left column and to the lowest chart of each column, where all charts stand on
// one scale and have the same names. Where one carries the message, the others are its context.
func innerPanels(ps []panel, columns int) []panel {
	all := make([]*charts.Chart, len(ps))
	lit := false
	for i, p := range ps {
		all[i] = p.chart
		lit = lit || p.lit
	}
	same := charts.SameNames(all)
	out := slices.Clone(ps)
	for i := range out {
		c := *out[i].chart
		shared := c.Share != nil && same
		c.Inner = charts.Inner{Left: shared && i%columns > 0, Bottom: shared && i+columns < len(ps)}
		c.Context = lit && !out[i].lit
		out[i].chart = &c
	}
	return out
}

func lightPanel(k *page.Composer, b *briefing.Block, ps []panel) {
	name := b.Words("highlight")
	if name == "" {
		return
	}
	var titles []string
	for i := range ps {
		t := ps[i].field.Prose("title").String()
		titles = append(titles, t)
		if strings.EqualFold(t, name) {
			ps[i].lit = true
			return
		}
	}
	k.L.Error(b.PlaceOf("highlight"), "E-REF", diag.DidYouMean(name, titles), "no chart of the grid is called %q", name)
}

// commonUnit is the unit line that all charts share, which each then leaves out; "" where they differ.
func commonUnit(ps []panel) string {
	common := ps[0].chart.UnitLine()
	if common == "" || slices.ContainsFunc(ps, func(p panel) bool { return p.chart.UnitLine() != common }) {
		return ""
	}
	for i := range ps {
		ps[i].quiet = true
	}
	return common
}
