package layouts

import (
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// chartGridSlide is L13: small charts on common scales; what all unit lines say is said once, above them.
func chartGridSlide(s *Slides, b *briefing.Block) {
	ps, unit := s.panels(b)
	if len(ps) == 0 {
		return
	}
	s.lightPanel(b, ps)
	head := lineHead(unit)
	if common := commonUnit(ps); common != "" {
		for i := range ps {
			ps[i].quiet = true
		}
		head = unitHead(ps[0].spec)
		if unit != "" {
			head.rest = joinWords(s.marks().Semicolon, head.rest, s.diagrams().Differ)
		}
		unit = common
	}
	sh := s.exhibitSheet(b, s.altOf(s.diagrams().Charts, b.Title.String()))
	sh.extra = panelNotes(ps)
	parts := s.gridParts(ps, unit)
	for i, part := range parts {
		sh.part, sh.parts = i, len(parts)
		s.slide(b, sh, func(c *Canvas, body scene.Rect) {
			s.exhibitHead(c, b.ID, head, slideLeft, body.W)
			g := s.chartGrid(part, unit, body)
			s.panelCells(c, innerPanels(part, g.cols), g)
		})
	}
}

// chartGrid arranges 3 in a row, 4 in a square, 5 and 6 in two rows of three, and so on to three rows of four.
func (s *Slides) chartGrid(ps []panel, unit string, body scene.Rect) panelGrid {
	cols := 3
	switch n := len(ps); {
	case n == 2, n == 4:
		cols = 2
	case n == 7, n == 8, n > 9:
		cols = 4
	}
	top := body.Y
	if unit != "" {
		top = slideHeadBase + 12
	}
	const gutter, gap = 20, 16
	w := (body.W - gutter*scene.Pt(cols-1)) / scene.Pt(cols)
	return panelGrid{cols: cols, w: w, gutter: gutter, gap: gap, frame: scene.Rect{X: body.X, Y: top, W: body.W, H: body.Bottom() - top},
		title: s.S.ExhibitTitle.At(10.5, 14), unit: s.S.ExhibitUnit.At(9.5, 12.5)}
}

// gridParts keeps small charts on one slide while all can be read there; else it halves them.
func (s *Slides) gridParts(ps []panel, unit string) [][]panel {
	if len(ps) < 7 {
		return [][]panel{ps}
	}
	quiet := *s
	k := *s.Kit
	k.L = &diag.List{}
	quiet.Kit = &k
	body := scene.Rect{X: slideLeft, Y: slideBodyTop, W: slideRight - slideLeft, H: slideBodyBottom - slideBodyTop}
	quiet.panelCells(&Canvas{}, ps, s.chartGrid(ps, unit, body))
	if !k.L.Failed(false) {
		return [][]panel{ps}
	}
	half := (len(ps) + 1) / 2
	return [][]panel{ps[:half], ps[half:]}
}

// commonUnit is the unit line that all charts share, "" where they differ.
func commonUnit(ps []panel) string {
	common := ps[0].spec.UnitLine()
	for _, p := range ps[1:] {
		if p.spec.UnitLine() != common {
			return ""
		}
	}
	return common
}
