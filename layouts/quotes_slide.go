package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
)

// quotesSlide is L08: two to six quotations on a grid, speakers at the cells' feet. More, and those that need more room, continue
// on further slides.
func quotesSlide(s *page.Slides, b *briefing.Block) {
	quotes := b.Quotes("items")
	body := scene.Rect{X: page.SlideLeft, Y: page.SlideBodyTop, W: page.SlideRight - page.SlideLeft, H: page.SlideBodyBottom - page.SlideBodyTop}
	var parts [][]briefing.Quote
	// The glosses of many quotations may leave their words no room: then fewer stand on a slide, three at least.
	for most := 6; most >= 3; most-- {
		parts = evenParts(quotes, most)
		if !slices.ContainsFunc(parts, func(part []briefing.Quote) bool {
			wall := slidesWall(s, part, body)
			return !wall.fits && wall.gloss > 0
		}) {
			break
		}
	}
	first := 0
	for i, part := range parts {
		s.Slide(b, page.Sheet{Part: i, Parts: len(parts), Extra: saidBy(s.Composer, part...)}, func(c *page.Canvas, body scene.Rect) {
			wallGrid(s, c, b, part, first, body)
		})
		first += len(part)
	}
}

// evenParts shares items out over as few slides as at most most a slide allow, evenly.
func evenParts[T any](items []T, most int) [][]T {
	n := max(1, (len(items)+most-1)/most)
	return slices.Collect(slices.Chunk(items, max(1, (len(items)+n-1)/n)))
}

// wallSteps are the usual sizes of L08 with one or two above them for short words, which would leave the cells empty, and
// smaller ones for words that are wider than most.
func wallSteps(n int) (cols int, seal scene.Pt, steps []page.Letter) {
	switch n {
	case 1, 2:
		return 2, 40, []page.Letter{page.On(27, 36), page.On(22, 30), page.On(17, 24), page.On(15.5, 22)}
	case 3:
		return 3, 36, []page.Letter{page.On(22, 30), page.On(17, 24), page.On(15.5, 22), page.On(13, 18.5)}
	case 4:
		return 2, 30, []page.Letter{page.On(22, 30), page.On(17, 24), page.On(15.5, 22), page.On(13, 18.5)}
	}
	return 3, 30, []page.Letter{page.On(17, 24), page.On(13, 18.5), page.On(12, 17), page.On(11, 15)}
}

// wall is quotations set for a grid: 2, 3, 2 × 2, 3 + 2 or 3 × 2 cells.
type wall struct {
	cols, rows  int
	seal        scene.Pt
	w, h        scene.Pt // of a cell
	words       []typeset.Block
	glosses     []typeset.Block
	highest     scene.Pt // of the words
	who, gloss  scene.Pt // heights of speakers and glosses
	size, small scene.Style
	fits        bool
}

const wallGap, wallAir = 22, 30

// wall sets quotations at the largest size at which all have room; one over its budget brings all one size down.
func slidesWall(s *page.Slides, quotes []briefing.Quote, body scene.Rect) wall {
	cols, seal, steps := wallSteps(len(quotes))
	g := wall{cols: cols, seal: seal, rows: (len(quotes) + cols - 1) / cols, w: page.SlideColumns(cols), small: s.S.Comment.At(10.5, 14)}
	g.h = (body.H - wallGap*scene.Pt(g.rows-1)) / scene.Pt(g.rows)
	if len(quotes) < 4 {
		g.small = s.S.Comment.At(11, 15.5)
	}
	for _, q := range quotes {
		g.who = max(g.who, slideAttribution(s, nil, q, 0, 0, g.w, seal, scene.Color{}, ""))
		gloss := s.Set(q.Gloss, g.small, g.w-page.ColumnAir, typeset.Balanced)
		if !q.Gloss.Empty() {
			g.gloss = max(g.gloss, 8+gloss.Height)
		}
		g.glosses = append(g.glosses, gloss)
	}
	var size page.Letter
	size, g.fits = page.Largest(steps, func(size page.Letter) bool {
		g.words, g.highest = nil, 0
		lines := 0
		for _, q := range quotes {
			set := s.Fonts.Set([]scene.Span{{Text: printed(s.Composer, q), Style: size.Of(s.S.Body.In(scene.Serif))}}, typeset.Options{Width: g.w - 10 - page.ColumnAir/2, Break: typeset.Balanced, Hang: true})
			g.words = append(g.words, set)
			g.highest, lines = max(g.highest, set.Height), max(lines, len(set.Lines))
		}
		return g.highest+wallAir+g.who+g.gloss <= g.h && (size != steps[0] || lines <= 5)
	})
	g.size = size.Of(s.S.Body.In(scene.Serif))
	return g
}

// wallGrid draws the cells of one slide.
func wallGrid(s *page.Slides, c *page.Canvas, b *briefing.Block, quotes []briefing.Quote, first int, body scene.Rect) {
	g := slidesWall(s, quotes, body)
	if !g.fits {
		longest := quotes[0]
		for _, q := range quotes {
			if len(q.Text) > len(longest.Text) {
				longest = q
			}
		}
		s.OverBudget(longest.TextAt, "E-QUOTE", "quotation", longest.Text, 150)
	}
	if g.rows == 1 {
		g.h = min(g.h, max(250, g.highest+g.who+g.gloss+80))
	}
	// A speaker stands nearer to the words than to the next cell.
	lift := scene.Pt(0)
	if g.rows > 1 {
		lift = min(14, max(0, g.h-g.highest-wallAir-g.who-g.gloss)/2)
	}
	for i, q := range quotes {
		x := body.X + scene.Pt(i%g.cols)*(g.w+page.SlideGutter)
		y := body.Y + scene.Pt(i/g.cols)*(g.h+wallGap)
		id := b.ID + "/" + page.Itoa(first+i+1)
		c.Add(page.Rule(x, y, g.w, 0.75, s.Look.RuleStrong))
		c.Add(g.words[i].Text(id, scene.RoleQuote, page.Hung(x, g.words[i]), y+14+page.Base(g.size)))
		foot := y + g.h - g.gloss - lift
		slideAttribution(s, c, q, x, foot-g.who, g.w, g.seal, s.SealColor(q.By), id)
		if !q.Gloss.Empty() {
			c.Add(g.glosses[i].Text(id+"/gloss", scene.RoleBody, x, foot+8+page.Base(g.small)))
		}
	}
}
