package page

import (
	"math"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
)

// Shares below which a page stays bare: the last of a long theme, any other page of a theme of two pages or more, a slide's body down to
// its lowest mark, and the cells of a slide's body that hold ink.
const (
	Sparse     = 0.25
	sparsePage = 0.65
	sparseBody = 0.45
	sparseInk  = 0.35
)

// sparseTheme warns of a theme that leaves a page of the document bare, and says how much it is too long, or that it has nothing to show.
func (k *Composer) sparseTheme(t *briefing.Theme, p plan) {
	fills := p.fills(k.Grid)
	last := p.pages - 1
	bare := slices.IndexFunc(fills, func(f float64) bool { return f < sparsePage })
	if bare == last && last > 1 && fills[last] >= Sparse {
		bare = -1
	}
	switch {
	case p.pages == 1 && len(t.Argument)+len(t.Points)+len(t.Evidence)+len(t.KPIs) == 0:
		k.L.Warn(t.At, "W-SPARSE", "give it an argument or evidence, or say it in another theme", "%q has nothing but its claim: its page is filled to %.0f%%", t.Name, 100*fills[0])
	case last > 0 && bare >= 0:
		k.L.Warn(t.At, "W-SPARSE", k.lessOrMore(t, fills), "page %d of %d of %q is filled to %.0f%% only", bare+1, p.pages, t.Name, 100*fills[bare])
	}
}

// fills are how far down each page of a plan is filled, as a share.
func (p plan) fills(g Grid) []float64 {
	out := make([]float64, p.pages)
	for _, b := range p.boxes {
		out[b.page] = max(out[b.page], float64((b.y+b.h-g.Top)/g.height()))
	}
	return out
}

// lessOrMore says what makes a theme a page shorter, where its argument can give so many words, or fills its pages.
func (k *Composer) lessOrMore(t *briefing.Theme, fills []float64) string {
	const spare, step, most = 0.05, 10, 0.5 // beyond what must go; words are told in tens; of the argument
	all := 0.0
	for _, f := range fills {
		all += f
	}
	words, unit := 0, " words"
	for _, p := range t.Argument {
		text := p.Prose.String()
		words += len(strings.Fields(text))
		if k.B.Language == "zh" {
			words, unit = words+len([]rune(text)), " characters"
		}
	}
	h := scene.Pt(0)
	for _, b := range k.RichBoxes(t.Argument, k.Grid.MainW, t.ID+"/argument", k.PageText()) {
		h += b.H + max(b.Before, b.After)
	}
	over := max(all-float64(len(fills)-1), 0) + spare
	cut := int(math.Ceil(over*float64(k.Grid.height())*float64(words)/float64(max(h, 1))/step)) * step
	if cut == 0 || float64(cut) > most*float64(words) {
		return "give it a chart or a quotation more, or leave a block out"
	}
	return "cut about " + Itoa(cut) + unit + " of its argument, or give it a chart or a quotation more"
}

// sparse warns of a slide that stays bare: whose body is all but empty, or where something would stand beside what it shows. Layouts that
// live by their white space, and continued slides, are as they are meant.
func (s *Slides) sparse(c *Canvas, b *briefing.Block, sh Sheet, body scene.Rect) {
	if sh.Parts > 1 {
		return
	}
	lay := s.layout(b)
	if lay.Fills {
		foot := body.Y
		for _, it := range c.Items {
			foot = max(foot, scene.Bounds(it).Bottom())
		}
		if used := (foot - body.Y) / body.H; used < sparseBody {
			s.L.Warn(b.At, "W-SPARSE", "join it with its neighbour, or say it in a statement", "the slide of %s uses %.0f%% of its body", b.ID, float64(100*used))
		}
	}
	if lay.Pairs == nil {
		return
	}
	hint := lay.Pairs(b)
	if hint == "" {
		return
	}
	if ink := (&scene.Page{Area: s.bodyArea(b), Items: c.Items}).Ink(); ink < sparseInk {
		s.L.Warn(b.At, "W-SPARSE", hint, "the slide of %s holds ink on %.0f%% of its body", b.ID, 100*ink)
	}
}
