package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
)

// chartGridSlide is L13: small charts on common scales; what all unit lines say is said once, above them.
func chartGridSlide(s *Slides, b *briefing.Block) {
	ps, unit := s.panels(b)
	if len(ps) == 0 {
		return
	}
	s.lightPanel(b, ps)
	if common := commonUnit(ps); common != "" {
		for i := range ps {
			ps[i].quiet = true
		}
		if unit != "" {
			common += "; " + s.diagrams().Differ
		}
		unit = common
	}
	cols := 3
	switch n := len(ps); {
	case n == 4:
		cols = 2
	case n == 7, n == 8, n > 9:
		cols = 4
	}
	sh := s.exhibitSheet(b, altOf(s.diagrams().Charts, b.Title.String()))
	sh.extra = panelNotes(ps)
	s.slide(b, sh, func(c *Canvas, body scene.Rect) {
		s.exhibitHead(c, b, unit, slideLeft, body.W)
		const gutter, gap = 20, 18
		top := body.Y
		if unit != "" {
			top = slideHeadBase + 12
		}
		w := (body.W - gutter*scene.Pt(cols-1)) / scene.Pt(cols)
		s.panelCells(c, ps, panelGrid{cols: cols, w: w, gutter: gutter, gap: gap, frame: scene.Rect{X: body.X, Y: top, W: body.W, H: body.Bottom() - top},
			title: s.S.ExhibitTitle.At(10.5, 14), unit: s.S.ExhibitUnit.At(9.5, 12.5)})
	})
}

// commonUnit is the unit line that all charts share, "" where they differ.
func commonUnit(ps []panel) string {
	common := unitLine(ps[0].spec)
	for _, p := range ps[1:] {
		if unitLine(p.spec) != common {
			return ""
		}
	}
	return common
}
