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

// wallGrid arranges the cells: 2, 3, 2 × 2, 3 + 2 or 3 × 2. A quotation over its budget brings all one size down.
func (s *Slides) wallGrid(c *Canvas, b *briefing.Block, quotes []briefing.Quote, first int, body scene.Rect) {
	n := len(quotes)
	// The usual sizes of L08 with one above them for short words, which would leave the cells empty.
	cols, steps := 3, [][2]scene.Pt{{17, 24}, {13, 18.5}, {12, 17}}
	switch n {
	case 1, 2:
		cols, steps = 2, [][2]scene.Pt{{27, 36}, {22, 30}, {17, 24}, {15.5, 22}}
	case 3:
		steps = [][2]scene.Pt{{22, 30}, {17, 24}, {15.5, 22}, {13, 18.5}}
	case 4:
		cols, steps = 2, [][2]scene.Pt{{22, 30}, {15.5, 22}, {13, 18.5}}
	}
	rowsN := (n + cols - 1) / cols
	const gutter, gap = 24, 22
	w := (body.W - gutter*scene.Pt(cols-1)) / scene.Pt(cols)
	h := (body.H - gap*scene.Pt(rowsN-1)) / scene.Pt(rowsN)
	if rowsN == 1 {
		h = min(h, 250)
	}
	who := scene.Pt(0)
	for _, q := range quotes {
		who = max(who, s.slideAttribution(nil, q, 0, 0, w, 30, scene.Color{}, ""))
	}
	var words []typeset.Block
	var st scene.Style
	fits := false
	for try, step := range steps {
		st = s.S.Body.In(scene.Serif).At(step[0], step[1])
		words, fits = nil, true
		for _, q := range quotes {
			set := s.Fonts.Set([]scene.Span{{Text: printed(q), Style: st}}, typeset.Options{Width: w - 10, Break: typeset.Balanced, Hang: true})
			words = append(words, set)
			fits = fits && set.Height+16+14+who <= h && (try > 0 || len(set.Lines) <= 4)
		}
		if fits {
			break
		}
	}
	if !fits {
		longest := quotes[0]
		for _, q := range quotes {
			if len(q.Text) > len(longest.Text) {
				longest = q
			}
		}
		s.overBudget(longest.TextAt, "E-QUOTE", "quotation", longest.Text, 150)
	}
	for i, q := range quotes {
		x := body.X + scene.Pt(i%cols)*(w+gutter)
		y := body.Y + scene.Pt(i/cols)*(h+gap)
		id := b.ID + "/" + itoa(first+i+1)
		c.Add(rule(x, y, w, 0.75, s.Look.RuleStrong))
		c.Add(words[i].Text(id, scene.RoleQuote, hung(x, words[i]), y+14+base(st)))
		s.slideAttribution(c, q, x, y+h-who, w, 30, s.sealColor(q.By), id)
	}
}
