package layouts

import (
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

// chartGridSlide is L13: small charts on common scales; what all unit lines say is said once, above them.
func chartGridSlide(s *page.Slides, b *briefing.Block) {
	ps, unit := panels(s.Composer, b)
	if len(ps) == 0 {
		return
	}
	lightPanel(s.Composer, b, ps)
	head := lineHead(unit)
	if common := commonUnit(ps); common != "" {
		for i := range ps {
			ps[i].quiet = true
		}
		head = unitHead(ps[0].chart)
		if unit != "" {
			head.rest = page.JoinWords(s.Marks().Semicolon, head.rest, s.Diagrams().Differ)
		}
		unit = common
	}
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Charts, b.Title.String()))
	sh.Extra = panelNotes(ps)
	parts := gridParts(s, ps, unit)
	for i, part := range parts {
		sh.Part, sh.Parts = i, len(parts)
		s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
			exhibitHead(s, c, b.ID, head, page.SlideLeft, body.W)
			g := chartGrid(s, part, unit, body)
			panelCells(s, c, innerPanels(part, g.cols), g)
		})
	}
}

// chartGrid arranges 3 in a row, 4 in a square, 5 and 6 in two rows of three, and so on to three rows of four.
func chartGrid(s *page.Slides, ps []panel, unit string, body scene.Rect) panelGrid {
	cols := 3
	switch n := len(ps); {
	case n == 2, n == 4:
		cols = 2
	case n == 7, n == 8, n > 9:
		cols = 4
	}
	top := body.Y
	if unit != "" {
		top = page.SlideHeadBase + 12
	}
	const gutter, gap = 20, 16
	w := (body.W - gutter*scene.Pt(cols-1)) / scene.Pt(cols)
	return panelGrid{cols: cols, w: w, gutter: gutter, gap: gap, frame: scene.Rect{X: body.X, Y: top, W: body.W, H: body.Bottom() - top},
		title: s.S.ExhibitTitle.At(10.5, 14), unit: s.S.ExhibitUnit.At(9.5, 12.5)}
}

// gridParts keeps small charts on one slide while all can be read there; else it halves them.
func gridParts(s *page.Slides, ps []panel, unit string) [][]panel {
	if len(ps) < 7 {
		return [][]panel{ps}
	}
	quiet := *s
	k := *s.Composer
	k.L = &diag.List{}
	quiet.Composer = &k
	body := scene.Rect{X: page.SlideLeft, Y: page.SlideBodyTop, W: page.SlideRight - page.SlideLeft, H: page.SlideBodyBottom - page.SlideBodyTop}
	panelCells(&quiet, &page.Canvas{}, ps, chartGrid(s, ps, unit, body))
	if !k.L.Failed(false) {
		return [][]panel{ps}
	}
	half := (len(ps) + 1) / 2
	return [][]panel{ps[:half], ps[half:]}
}

// commonUnit is the unit line that all charts share, "" where they differ.
func commonUnit(ps []panel) string {
	common := ps[0].chart.UnitLine()
	for _, p := range ps[1:] {
		if p.chart.UnitLine() != common {
			return ""
		}
	}
	return common
}
