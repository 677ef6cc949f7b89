package page

import (
	"roadshow/briefing"
	"roadshow/scene"
)

// lay plans the deck and draws it. Pages that quote the numbers of others (contents, summary, sources) are drawn when all
// pages exist.
func (s *Slides) lay() {
	b := s.B
	if len(b.Slides) > 0 {
		for i := 0; i < len(b.Slides); i++ {
			if b.Slides[i].What == "sources" && i+1 < len(b.Slides) && b.Slides[i+1].What == "disclaimer" {
				s.theme = 0
				s.backSlides(s.sources(), s.disclaimer()) // as in a plan of our own: one slide where both fit
				i++
				continue
			}
			s.lastLegal = i == len(b.Slides)-1 && leavesOutLegal(b)
			s.follow(b.Slides[i])
		}
		if leavesOutLegal(b) {
			s.shortLegal()
		}
	} else {
		s.coverSlide()
		s.contentsSlides()
		if b.Summary != nil {
			s.summarySlides(b.Summary)
		}
		for _, t := range b.Themes {
			rest := t.Evidence
			opening := s.opening(t)
			if opening != nil {
				rest = rest[1:]
			}
			s.themeSlides(t, opening)
			s.blocks(rest)
		}
		s.theme = 0
		s.blocks(b.Back)
		s.backSlides(s.sources(), s.disclaimer())
		s.closingSlide()
	}
	for _, draw := range s.later {
		draw()
	}
	for i := range s.deck.Pages {
		s.deck.Pages[i].Items = s.canvases[i].Items
	}
	if len(b.Slides) > 0 {
		s.deck.Unlink() // the author may leave pages out that others lead to
	}
	s.slideBookmarks()
	s.deck.Legal = s.spareLegal()
}

// follow places one entry of an author's own slides list.
func (s *Slides) follow(r briefing.SlideRef) {
	switch {
	case r.Theme != nil:
		s.theme = r.Theme.Number
	case r.Block == nil:
		s.theme = 0
	case r.Block.Theme != nil:
		s.theme = r.Block.Theme.Number
	}
	switch r.What {
	case "cover":
		s.coverSlide()
	case "contents":
		s.contentsSlides()
	case "summary":
		if s.B.Summary != nil {
			s.summarySlides(s.B.Summary)
		}
	case "theme":
		s.themeSlides(r.Theme, nil)
	case "sources":
		s.backSlides(s.sources())
	case "disclaimer":
		s.backSlides(s.disclaimer())
	case "closing":
		s.closingSlide()
	default:
		if r.Block != nil {
			s.block(r.Block)
		}
	}
}

// block lets a block's layout put it on slides.
func (s *Slides) block(b *briefing.Block) {
	defer s.L.Within(s.L.Len(), b.At)
	defer s.settleType()
	s.layout(b).Slide(s, b)
}

// slideBookmarks lists themes, and their slides beneath them, each by its title.
func (s *Slides) slideBookmarks() {
	theme := -1
	for _, p := range s.deck.Pages {
		if p.Title == "" {
			continue
		}
		level := 0
		if p.Theme > 0 && p.Theme == theme {
			level = 1
		}
		theme = p.Theme
		s.deck.Bookmarks = append(s.deck.Bookmarks, scene.Bookmark{Title: p.Title, Level: level, Target: p.ID})
	}
}
