package roadshow

import (
	"slices"

	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

// officeSlides are the slides in the faces of office programs, with what is wrong with them.
type officeSlides struct {
	deck     *scene.Deck
	said     *diag.List
	geometry *scene.Report
}

// layOffice lays the slides out in the faces of office programs, while the others are laid out.
func (r *Result) layOffice(o page.Options, of Options, slides <-chan page.Division) (made officeSlides) {
	reports := map[*scene.Deck]*scene.Report{}
	made.deck, made.said = page.OfficeDeck(r.Briefing, o, func() (*scene.Deck, page.Division) {
		division := <-slides
		return r.Files.Slides, division
	}, func(d *scene.Deck, l *diag.List) {
		reports[d] = page.Examine(d, r.Briefing, r.Outline, of.Name, l)
	})
	made.geometry = reports[made.deck]
	return made
}

// takeOffice adds these slides to the result. What is wrong with them is an error where the author insists on them; else they are left
// out with a warning. Their other warnings and notes are those of the slides.
func (r *Result) takeOffice(made officeSlides, of Options) {
	page.Count(made.deck, r.Outline.At.File, made.said)
	if !made.said.Failed(false) {
		r.Files.Office = made.deck
		r.Geometry = append(r.Geometry, made.geometry)
		return
	}
	for _, p := range made.said.Problems() {
		if p.Severity != diag.Error {
			continue
		}
		if p.Summary = "in the faces of office programs, " + p.Summary; !slices.Contains(of.Insist, scene.Office) {
			p.Severity, p.Code, p.Summary = diag.Warning, "W-PPTX", "no PowerPoint file is made: "+p.Summary
		}
		r.Problems.Add(p)
	}
}
