package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
)

func quotesLayout() page.Layout {
	return page.Layout{Name: "quotes", Display: true, Summary: "a wall of two to six quotations under one claim", Title: outline.Required, Page: quotesPage, Slide: quotesSlide,
		Shape: &outline.Shape{Name: "quotes", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 2, Max: 6, Shape: quoteShape(), Doc: "the quotations, 2 to 6 a page"},
		}}}
}

// wallForm is how the cells of a wall are set: the words of one hang from a rule, its speaker stands at the foot, what it means
// below.
type wallForm struct {
	w, top, glossAir scene.Pt
	words, gloss     page.Measure
	who              speakerForm
}

type wallCell struct {
	wallForm
	words, who, gloss *page.Box
}

func wallParts(k *page.Composer, q briefing.Quote, f wallForm, id string) wallCell {
	return wallCell{f, wallWords(k, q, f.words, id), attribution(k, q, f.w, f.who, id), k.Part(q.Gloss, f.gloss, id+"/gloss", scene.RoleBody)}
}

func wallWords(k *page.Composer, q briefing.Quote, m page.Measure, id string) *page.Box {
	return k.Said(q, printed(k, q), m.Hung(), id)
}

// under is the height of what stands below a speaker.
func (l wallCell) under() scene.Pt {
	if l.gloss == nil {
		return 0
	}
	return l.glossAir + l.gloss.H
}

// box is a cell whose speaker stands at who, and ends at foot.
func (l wallCell) box(k *page.Composer, who, foot scene.Pt) *page.Box {
	return page.Placed(foot+l.under(), l.words.At, page.Cell{Box: page.Ruling(l.w, 0.75, k.Look.RuleStrong)}, page.Cell{Box: l.words, Y: l.top},
		page.Cell{Box: l.who, Y: who}, page.Cell{Box: l.gloss, Y: foot + l.glossAir})
}

// quotesPage sets the wall in two columns over the full width. A quotation over its budget brings all down one size.
func quotesPage(f *page.Flow, b *briefing.Block) {
	const columns, gutter, air, usual, most, above, apart = 2, 24, 8, 150, 180, 14, 10
	k := f.K
	w := (k.Grid.Width() - gutter) / columns
	quotes := b.Quotes("items")
	st := k.St.Wall
	for _, q := range quotes {
		n := len([]rune(q.Text))
		if n > most {
			k.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, usual)
		}
		if n > usual {
			st = k.St.WallSmall
		}
	}
	form := wallForm{w, 12, 7, page.Balanced(st, w-air), page.Balanced(k.St.SmallMuted, w-air), pageSpeaker(k, 22)}
	var rows []*page.Box
	for i := 0; i < len(quotes); i += columns {
		var cells []wallCell
		var foot, under scene.Pt // speakers end on one level
		for j := i; j < min(i+columns, len(quotes)); j++ {
			l := wallParts(k, quotes[j], form, b.ID+"/"+page.Itoa(j+1))
			foot, under = max(foot, above+page.Highest(l.words)+apart+l.who.H), max(under, l.under())
			cells = append(cells, l)
		}
		var placed []page.Cell
		for j, l := range cells {
			placed = append(placed, page.Cell{Box: l.box(k, foot-l.who.H, foot), X: scene.Pt(j) * (w + gutter)})
		}
		row := page.Placed(foot+under, quotes[i].At, placed...)
		row.Before = 20
		rows = append(rows, row)
	}
	said := saidBy(k, quotes...)
	f.Add(k.Whole(b, rows, 1, func() *page.Box { return k.SourceBox(b, k.Grid.Width(), said) }, "a wall of quotations"))
}

// quotesSlide is two to six quotations on a grid, speakers at the cells' feet. More, and those that need more room, continue
// on further slides.
func quotesSlide(s *page.Slides, b *briefing.Block) {
	const most, least = 6, 1
	quotes := b.Quotes("items")
	// The glosses of many quotations may leave their words no room: then fewer stand on a slide, three at least.
	parts := evenParts(quotes, s.Divide(b.ID, func() []int {
		for n := most; n > least; n-- {
			if !slices.ContainsFunc(evenParts(quotes, n), func(part []briefing.Quote) bool {
				g := wallOf(s, b, part, 0, page.SlideBodyBottom-page.SlideBodyTop)
				return !g.fits
			}) {
				return []int{n}
			}
		}
		return []int{least}
	})[0])
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

// wallSteps are the usual sizes with one or two above them for short words, which would leave the cells empty, and
// smaller ones for words that are wider than most.
func wallSteps(n int) (cols int, seal scene.Pt, steps []page.Letter) {
	switch n {
	case 1, 2:
		return 2, 44, []page.Letter{page.On(36, 46), page.On(31, 40), page.On(27, 36), page.On(22, 30), page.On(18, 25), page.On(15.5, 22), page.On(14, 20)}
	case 3:
		return 3, 40, []page.Letter{page.On(27, 36), page.On(24, 32), page.On(22, 30), page.On(18, 25), page.On(15.5, 22), page.On(14, 20)}
	case 4:
		return 2, 34, []page.Letter{page.On(24, 31), page.On(22, 29), page.On(20, 27), page.On(18, 24), page.On(15.5, 21), page.On(14, 19)}
	}
	return 3, 30, []page.Letter{page.On(18, 24), page.On(16, 22), page.On(14, 19)}
}

// wall is quotations set for a grid: 2, 3, 2 × 2, 3 + 2 or 3 × 2 cells.
type wall struct {
	cols, rows          int
	w, h                scene.Pt // of a cell
	cells               []wallCell
	highest, who, gloss scene.Pt // heights of words, speakers and glosses
	fits                bool
}

const wallGap, wallAir = 22, 30

// wallOf sets quotations at the largest size at which all have room; one over its budget brings all one size down.
func wallOf(s *page.Slides, b *briefing.Block, quotes []briefing.Quote, first int, height scene.Pt) wall {
	const edge = 10 // the words keep as much free beside them, for marks that hang
	cols, seal, steps := wallSteps(len(quotes))
	g := wall{cols: cols, rows: (len(quotes) + cols - 1) / cols, w: page.SlideColumns(cols)}
	g.h = (height - wallGap*scene.Pt(g.rows-1)) / scene.Pt(g.rows)
	small := s.St.Comment
	if len(quotes) > 3 {
		small.Leading = 16.5
	}
	id := func(i int) string { return b.ID + "/" + page.Itoa(first+i+1) }
	words := page.Balanced(s.St.Body.In(scene.Serif), g.w-edge-page.ColumnAir/2)
	form := wallForm{g.w, 14, 8, words, page.Balanced(small, g.w-page.ColumnAir), slideSpeaker(s, seal)}
	for i, q := range quotes {
		l := wallParts(s.Composer, q, form, id(i))
		g.who, g.gloss = max(g.who, l.who.H), max(g.gloss, l.under())
		g.cells = append(g.cells, l)
	}
	_, g.fits = page.Largest(steps, func(size page.Letter) bool {
		words.Style = size.Of(words.Style)
		g.highest = 0
		for i, q := range quotes {
			g.cells[i].words = wallWords(s.Composer, q, words, id(i))
			g.highest = max(g.highest, page.Highest(g.cells[i].words))
		}
		return g.highest+wallAir+g.who+g.gloss <= g.h && (size != steps[0] || g.highest < 6*size.Leading)
	})
	return g
}

// wallGrid draws the cells of one slide.
func wallGrid(s *page.Slides, c *page.Canvas, b *briefing.Block, quotes []briefing.Quote, first int, body scene.Rect) {
	g := wallOf(s, b, quotes, first, body.H)
	if !g.fits {
		longest := slices.MaxFunc(quotes, func(x, y briefing.Quote) int { return len(x.Text) - len(y.Text) })
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
	foot := g.h - g.gloss - lift
	for i, l := range g.cells {
		l.box(s.Composer, foot-g.who, foot).Draw(c, body.X+scene.Pt(i%g.cols)*(g.w+page.SlideGutter), body.Y+scene.Pt(i/g.cols)*(g.h+wallGap))
	}
}
