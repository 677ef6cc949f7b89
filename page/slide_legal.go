package page

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// legalPart is the part of the back matter that no excerpt may lose.
const legalPart = "disclaimer"

// disclaimer never shrinks below the usual size. The risk line heads it at the size of running text.
func (s *Slides) disclaimer() appendixPart {
	return appendixPart{legalPart, s.Own().Disclaimer, func(f appendixForm) []*Box {
		boxes := s.riskBox(f)
		for i, p := range s.B.Disclaimer {
			b := TextBox(s.Set(p.Prose, f.text.With(s.Look.Muted), f.width, typeset.Greedy), "disclaimer"+Itoa(i+1), scene.RoleBody, f.text)
			b.After, b.At, b.Name = f.text.Leading*0.5, s.B.DisclaimerAt, "the disclaimer"
			boxes = append(boxes, b)
		}
		return boxes
	}}
}

func (s *Slides) riskBox(f appendixForm) []*Box {
	if s.B.RiskLine.Empty() {
		return nil
	}
	risk := TextBox(s.Set(s.B.RiskLine, s.St.Body, f.width, typeset.Balanced), "disclaimer/risk", scene.RoleBody, s.St.Body)
	risk.After = s.St.Body.Leading * 0.5
	return []*Box{risk}
}

// leavesOutLegal says that an author's list of slides shows no disclaimer, though the briefing has one.
func leavesOutLegal(b *briefing.Briefing) bool {
	for _, r := range b.Slides {
		if r.What == "disclaimer" {
			return false
		}
	}
	return len(b.Slides) > 0 && b.Legal()
}

// shortLegal stands for a disclaimer that the author's list of slides leaves out: the risk line and the disclaimer's first
// sentence, on a last slide of their own. A closing slide has room for them itself. Where neither can stand for it, that is an
// error: legal text is never lost.
func (s *Slides) shortLegal() {
	b := s.B
	if !b.StandsForLegal() {
		s.L.Error(b.Slides[len(b.Slides)-1].At, "E-LEGAL", "write risk_line, one sentence that may stand for it, or put disclaimer into the list",
			"the slides leave the disclaimer out, and its first sentence is too long to stand for it")
		return
	}
	if b.Slides[len(b.Slides)-1].What == "closing" {
		return // it stands there
	}
	s.theme = 0
	s.backSlides(s.shortForm())
}

func (s *Slides) shortForm() appendixPart {
	return appendixPart{legalPart, s.Own().Disclaimer, func(f appendixForm) []*Box {
		boxes := s.riskBox(f)
		if short := s.B.ShortDisclaimer(); !short.Empty() {
			boxes = append(boxes, TextBox(s.Set(short, f.text.With(s.Look.Muted), f.width, typeset.Greedy), "disclaimer1", scene.RoleBody, f.text))
		}
		return boxes
	}}
}

// spareLegal is the slide that an excerpt without the disclaimer carries: as shortLegal's, without a number, for it is no slide
// of the whole. nil where nothing may stand for it, or nothing has to.
func (s *Slides) spareLegal() *scene.Page {
	if !s.B.StandsForLegal() {
		return nil
	}
	n := len(s.deck.Pages)
	s.theme, s.unnumbered, s.later = 0, true, nil
	s.backSlides(s.shortForm())
	for _, draw := range s.later {
		draw()
	}
	page := s.deck.Pages[n]
	page.ID, page.Items = "slide:legal", s.canvases[n].Items
	s.deck.Pages, s.canvases, s.pageIDs = s.deck.Pages[:n], s.canvases[:n], s.pageIDs[:n]
	return alone(page)
}

// legalAtFoot sets them at the foot of the closing slide, above its edge.
func (s *Slides) legalAtFoot(c *Canvas, ink scene.Color) {
	const w = SlideRight - SlideLeft
	var boxes []*Box
	if !s.B.RiskLine.Empty() {
		st := s.St.Body.With(ink)
		boxes = append(boxes, TextBox(s.Set(s.B.RiskLine, st, w, typeset.Balanced), "disclaimer/risk", scene.RoleBody, st))
	}
	if short := s.B.ShortDisclaimer(); !short.Empty() {
		st := s.St.Source.With(ink)
		boxes = append(boxes, TextBox(s.Set(short, st, w, typeset.Greedy), "disclaimer1", scene.RoleBody, st))
	}
	foot := Stack(boxes...)
	foot.Draw(c, SlideLeft, SlideH-24-foot.H)
}
