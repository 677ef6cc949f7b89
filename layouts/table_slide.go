package layouts

import (
	"math"
	"slices"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

// tableStep is one size of a table: words, their leading, and the height of a row of one line.
type tableStep struct{ size, leading, row scene.Pt }

// tableSteps are the sizes of L15: those above the usual 13 are for rows of one line.
var tableSteps = [...]tableStep{{20, 26, 46}, {19, 25, 43.5}, {18, 24, 41}, {17, 22.5, 38.5}, {16, 21, 36}, {15, 20, 33}, {14, 18.5, 30}, {13, 17, 26}, {12, 15.5, 23}, {11.5, 14.5, 20}}

// usualStep is the one by which a table is judged narrow.
var usualStep = tableStep{14, 18.5, 30}

// tableSlide is L15: the largest size at which all rows stand on one slide; what no size holds continues.
func tableSlide(s *page.Slides, b *briefing.Block) {
	d := readTableData(s.Composer, b)
	if d == nil {
		return
	}
	markRows(s.Composer, b, d)
	unit := tableUnit(s.Composer, b, d)
	what := s.AltOf(s.Diagrams().Table, b.Title.String())
	sh := s.ExhibitSheet(b, what)
	if d.rounded {
		sh.Extra = s.Diagrams().Rounding
	}
	g := tableGrid(s, b, d, what, unit)
	gridSlides(s, b, sh, g, unit)
}

// tableGrid sets the table at the step that suits it.
func tableGrid(s *page.Slides, b *briefing.Block, d *tableData, alt, unit string) *page.CellGrid {
	set := newTableSetter(s.Composer, b, d)
	// A narrow table does not cross the whole slide: the eye would lose its rows.
	width := page.SlideRight - page.SlideLeft
	set.k = atStep(s, usualStep)
	if two := page.SlideXR(8) - page.SlideLeft; set.wish() < 0.6*two {
		width = two
	}
	room := gridRoom(unit)
	try := func(step tableStep, l *diag.List) (g *page.CellGrid, fits bool) {
		k := atStep(s, step)
		k.L = l
		set.k = k
		st := k.St.TableText
		if len(d.cols) > 9 {
			st = st.In(scene.Cond)
		}
		fits = set.fit(width, st)
		if !fits && step == tableSteps[len(tableSteps)-1] {
			set.fit(width, st.In(scene.Cond))
		}
		if fits {
			set.onGrid(page.SlidePitch)
		}
		g = set.grid(width, alt)
		for i := range g.Rows {
			g.Rows[i].H = step.row
		}
		return g, fits
	}
	steps := tableSteps[:]
	// The first size at which everything stands on one slide, else the first at which every cell does.
	chosen, continued := -1, -1
	for i, step := range steps {
		if scene.Pt(len(d.rows))*step.row > room && (step.size > 13 || continued >= 0) {
			continue // rows of one line are too high already
		}
		g, fits := try(step, &diag.List{})
		if !fits {
			continue
		}
		if height(g) <= room && (step.size <= 13 || oneLine(g, step.row)) {
			chosen = i
			break
		}
		if continued < 0 && step.size <= 13 {
			continued = i
		}
	}
	if chosen < 0 {
		chosen = continued
	}
	if chosen < 0 {
		chosen = len(steps) - 1
	}
	g, _ := try(steps[chosen], s.L)
	return g
}

// onGrid moves columns of words to where columns of the slide begin, each to the nearest that leaves all words on their lines.
// A table that has no room for that stays as it is, and so do widths that the author gave.
func (s *tableSetter) onGrid(pitch scene.Pt) {
	n := len(s.widths)
	least, out := make([]scene.Pt, n), slices.Clone(s.widths)
	for c, col := range s.d.cols {
		least[c] = max(s.natural(c), s.k.Fonts.Width(col.head, s.headStyle())) + s.air(c)
		if col.width > 0 || least[c] > s.widths[c]+0.01 {
			return
		}
	}
	reach := func(widths []scene.Pt) (w scene.Pt) {
		for _, v := range widths {
			w += v + 2*page.CellPad
		}
		return w
	}
	// From one column of words to the next lie its numbers: they share what the next one moves.
	from, start := 0, scene.Pt(0)
	for c := 1; c <= n; c++ {
		end := reach(s.widths[:c])
		if c < n {
			if kind := s.d.cols[c].kind; kind != "text" && kind != "date" {
				continue
			}
			first, last := start+reach(least[from:c]), reach(s.widths)-reach(least[c:])
			lo, hi := math.Ceil(float64((first-0.01)/pitch)), math.Floor(float64((last+0.01)/pitch))
			if lo > hi {
				return
			}
			end = pitch * scene.Pt(min(hi, max(lo, math.Round(float64(end/pitch)))))
		}
		each := (end - start - reach(s.widths[from:c])) / scene.Pt(c-from)
		for i := from; i < c; i++ {
			if out[i] += each; out[i] < least[i]-0.01 {
				return
			}
		}
		from, start = c, end
	}
	s.widths = out
}

// oneLine says that no row is higher than one of one line.
func oneLine(g *page.CellGrid, row scene.Pt) bool {
	return !slices.ContainsFunc(g.Rows, func(r page.GridRow) bool { return rowHeight(g, &r) > row+0.01 })
}

// atStep is the composer with the table's styles at one size.
func atStep(s *page.Slides, step tableStep) *page.Composer {
	k, st := *s.Composer, *s.Composer.St
	st.TableText = st.TableText.At(step.size, step.leading)
	st.TableStrong = st.TableStrong.At(step.size, step.leading)
	switch {
	case step.size > 16:
		st.TableHead = st.TableHead.At(14, 18)
	case step.size > 13:
		st.TableHead = st.TableHead.At(12.5, 16)
	}
	k.St = &st
	return &k
}

// gridTop is where a grid's head row begins; a unit line stands above it.
func gridTop(unit string) scene.Pt {
	if unit != "" {
		return page.SlideHeadBase + 12
	}
	return page.SlideBodyTop + 6
}

func gridRoom(unit string) scene.Pt { return page.SlideBodyBottom - gridTop(unit) }

// height is the grid's on one slide: its head and its rows.
func height(g *page.CellGrid) scene.Pt {
	h := headHeight(g)
	for i := range g.Rows {
		h += rowHeight(g, &g.Rows[i])
	}
	return h
}

func headHeight(g *page.CellGrid) scene.Pt { return g.Header(0, &page.Parts{Total: 1}).H }

func rowHeight(g *page.CellGrid, r *page.GridRow) scene.Pt { return g.Row(r, 0).H }

// gridSlides puts a grid on as many slides as it needs, its head on each; rows that continue are shared out evenly. Rows of
// a short table take some of the room that is left.
func gridSlides(s *page.Slides, b *briefing.Block, sh page.Sheet, g *page.CellGrid, unit string) {
	room := gridRoom(unit) - headHeight(g)
	heights := make([]scene.Pt, len(g.Rows))
	for i := range g.Rows {
		heights[i] = rowHeight(g, &g.Rows[i])
		if heights[i] > room {
			s.L.Error(g.Rows[i].At, "E-FIT", "shorten its words", "row %d is %.0f pt higher than a slide", i+1, float64(heights[i]-room))
		}
	}
	parts := s.Divide(b.ID, func() []int { return page.Evenly(heights, room, len(heights)) })
	number := 0
	for p, n := range parts {
		rows := g.Rows[number : number+n]
		first := number
		number += n
		sh.Part, sh.Parts = p, len(parts)
		s.Slide(b, sh, func(c *page.Canvas, _ scene.Rect) {
			id := b.ID
			if p > 0 {
				id += "@" + page.Itoa(p+1)
			}
			exhibitHead(s, c, b, id, lineHead(unit), page.SlideLeft, page.SlideRight-page.SlideLeft)
			breathe(g, rows, room, len(parts) > 1)
			y := gridTop(unit)
			head := g.Header(p, &page.Parts{Total: len(parts)})
			head.Draw(c, page.SlideLeft, y)
			y += head.H
			for i := range rows {
				box := g.Row(&rows[i], first+i)
				box.Draw(c, page.SlideLeft, y)
				y += box.H
			}
		})
	}
}

// breathe gives the rows of a table that leaves room some of it, two thirds of a line's height at most.
func breathe(g *page.CellGrid, rows []page.GridRow, room scene.Pt, continued bool) {
	var used scene.Pt
	for i := range rows {
		used += rowHeight(g, &rows[i])
	}
	if continued || len(rows) == 0 || used >= room*page.Roomy {
		return
	}
	more := min((room*page.Roomy-used)/scene.Pt(len(rows)), rows[0].H*0.6)
	for i := range rows {
		rows[i].H += more
	}
}
