package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// quotesSlide is L08: two to six quotations on a grid, speakers at the cells' feet. More continue on a second slide.
func quotesSlide(s *Slides, b *briefing.Block) {
	quotes := b.Quotes("items")
	parts := (len(quotes) + 5) / 6
	per := (len(quotes) + parts - 1) / max(parts, 1)
	for p := range parts {
		part := quotes[p*per : min(len(quotes), (p+1)*per)]
		s.slide(b, sheet{part: p, parts: parts, extra: s.saidBy(part...)}, func(c *Canvas, body scene.Rect) {
			s.wallGrid(c, b, part, p*per, body)
		})
	}
}

// wallSteps are the usual sizes of L08 with one or two above them for short words, which would leave the cells empty, and
// smaller ones for words that are wider than most.
func wallSteps(n int) (cols int, seal scene.Pt, steps []letter) {
	switch n {
	case 1, 2:
		return 2, 40, []letter{{27, 36}, {22, 30}, {17, 24}, {15.5, 22}}
	case 3:
		return 3, 36, []letter{{22, 30}, {17, 24}, {15.5, 22}, {13, 18.5}}
	case 4:
		return 2, 30, []letter{{22, 30}, {17, 24}, {15.5, 22}, {13, 18.5}}
	}
	return 3, 30, []letter{{17, 24}, {13, 18.5}, {12, 17}, {11, 15}}
}

// wallGrid arranges the cells: 2, 3, 2 × 2, 3 + 2 or 3 × 2. A quotation over its budget brings all one size down.
func (s *Slides) wallGrid(c *Canvas, b *briefing.Block, quotes []briefing.Quote, first int, body scene.Rect) {
	cols, seal, steps := wallSteps(len(quotes))
	rowsN := (len(quotes) + cols - 1) / cols
	const gap, air = 22, 30
	w := slideColumns(cols)
	h := (body.H - gap*scene.Pt(rowsN-1)) / scene.Pt(rowsN)
	who := scene.Pt(0)
	for _, q := range quotes {
		who = max(who, s.slideAttribution(nil, q, 0, 0, w, seal, scene.Color{}, ""))
	}
	var words []typeset.Block
	var highest scene.Pt
	size, fits := largest(steps, func(size letter) bool {
		words, highest = nil, 0
		lines := 0
		for _, q := range quotes {
			set := s.Fonts.Set([]scene.Span{{Text: printed(q), Style: size.of(s.S.Body.In(scene.Serif))}}, typeset.Options{Width: w - 10 - columnAir/2, Break: typeset.Balanced, Hang: true})
			words = append(words, set)
			highest, lines = max(highest, set.Height), max(lines, len(set.Lines))
		}
		return highest+air+who <= h && (size != steps[0] || lines <= 5)
	})
	if !fits {
		longest := quotes[0]
		for _, q := range quotes {
			if len(q.Text) > len(longest.Text) {
				longest = q
			}
		}
		s.overBudget(longest.TextAt, "E-QUOTE", "quotation", longest.Text, 150)
	}
	if rowsN == 1 {
		h = min(h, max(250, highest+who+80))
	}
	// A speaker stands nearer to the words than to the next cell.
	lift := scene.Pt(0)
	if rowsN > 1 {
		lift = min(14, max(0, h-highest-air-who)/2)
	}
	st := size.of(s.S.Body.In(scene.Serif))
	for i, q := range quotes {
		x := body.X + scene.Pt(i%cols)*(w+slideGutter)
		y := body.Y + scene.Pt(i/cols)*(h+gap)
		id := b.ID + "/" + itoa(first+i+1)
		c.Add(rule(x, y, w, 0.75, s.Look.RuleStrong))
		c.Add(words[i].Text(id, scene.RoleQuote, hung(x, words[i]), y+14+base(st)))
		s.slideAttribution(c, q, x, y+h-who-lift, w, seal, s.sealColor(q.By), id)
	}
}
