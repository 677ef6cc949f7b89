package layouts

import (
	"cmp"
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
	"strings"
)

// valueSplitSlide is L19: columns as wide as their part of the pool, cells as high as their share, the computed total apart,
// and what follows from it beside the total.
func valueSplitSlide(s *page.Slides, b *briefing.Block) {
	sp := kitSplit(s.Composer, b)
	if sp == nil {
		return
	}
	alt := s.AltOf(s.Diagrams().Split, b.Title.String())
	sh := s.ExhibitSheet(b, alt)
	if sp.sized {
		sh.Extra = s.Diagrams().Computed
	}
	if sp.rounded {
		sh.Extra = page.JoinSentences(sh.Extra, s.Diagrams().Rounding)
	}
	d := &slideSplit{s: s, b: b, sp: sp, unit: b.Words("unit")}
	d.lay()
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		exhibitHead(s, c, b.ID, lineHead(d.unit), page.SlideLeft, body.W)
		c.Add(d.chart(alt))
		d.callouts(c)
	})
}

const (
	slideSplitGap   scene.Pt = 4 // between columns
	slideCellGap    scene.Pt = 2 // between cells
	slideTotalW     scene.Pt = 46
	slideTotalGap   scene.Pt = 28
	slideNarrow     scene.Pt = 26 // a column below this has its name above, on a leader
	slideCellInset  scene.Pt = 10
	slideCalloutX   scene.Pt = 774
	slideSplitRight scene.Pt = 684 // of the pool, where callouts stand beside the total
)

// raisedColumn is a column whose name may stand above it, from at.
type raisedColumn struct {
	splitColumn
	at scene.Pt
}

// slideSplit is the drawing: its columns and where it stands.
type slideSplit struct {
	s     *page.Slides
	b     *briefing.Block
	sp    *split
	unit  string
	frame scene.Rect // of the pool
	total scene.Rect
	cols  []raisedColumn
	rows  int // of names that stand above
	named int // the column in whose cells the parties' names stand, -1: none has room
}

// lay finds the columns, whose names fit below them, and the height that is left for the cells.
func (d *slideSplit) lay() {
	s := d.s
	right := page.SlideRight - slideTotalW - slideTotalGap
	if len(d.b.List("callouts")) > 0 {
		right = slideSplitRight
	}
	n := len(d.sp.segments)
	if !d.sp.sized { // without sizes nobody knows the total: the pool takes its room
		right += slideTotalW + slideTotalGap
	}
	room := right - page.SlideLeft - slideSplitGap*scene.Pt(n-1)
	x := page.SlideLeft
	for _, g := range d.sp.segments {
		w := room / scene.Pt(n)
		if d.sp.mekko {
			w = room * scene.Pt(g.size)
		}
		d.cols = append(d.cols, raisedColumn{splitColumn: splitColumn{x: x, w: w}})
		x += w + slideSplitGap
	}
	name, size := s.S.Label, d.sizeStyle()
	below := scene.Pt(0)
	for i := range d.cols {
		c, g := &d.cols[i], d.sp.segments[i]
		c.name = s.Words(g.name, name, c.w, typeset.Balanced)
		fits := len(c.name.Lines) <= 2 && page.Drawn(c.name) <= c.w+0.1
		if c.w >= slideNarrow && fits && (g.label == "" || s.Fonts.Width(g.label, size) <= c.w) {
			below = max(below, c.name.Height)
			continue
		}
		words := g.name
		if g.label != "" {
			words += ", " + g.label
		}
		c.name, c.up = s.Line(words, name), 1
	}
	d.raise(right)
	top := page.SlideHeadBase + 16
	if d.unit == "" {
		top = page.SlideBodyTop + 2
	}
	d.frame = scene.Rect{X: page.SlideLeft, W: right - page.SlideLeft}
	place := func() {
		y := top + 15*scene.Pt(d.rows)
		if d.sp.sized {
			y += 18
		}
		if d.named < 0 {
			y += 22
		}
		d.frame.Y, d.frame.H = y, page.SlideBodyBottom-max(below, 14)-8-y
	}
	place()
	d.named = d.sp.namesColumn(func(i, j int) bool {
		g, w := d.sp.segments[i], d.cols[i].w
		st, ok := d.numberStyle(w, d.cellHeight(g.shares[j], j == len(g.shares)-1), g.texts[j])
		return ok && 2*slideCellInset+s.Fonts.Width(g.texts[j], st)+9+s.Fonts.Width(d.sp.parties[j].name, s.S.Body) <= w
	})
	if d.named < 0 {
		place()
	}
	d.total = scene.Rect{X: right + slideTotalGap - 2, Y: d.frame.Y, W: slideTotalW, H: d.frame.H}
	if !d.sp.sized {
		d.total = scene.Rect{X: right, Y: d.frame.Y, H: d.frame.H} // callouts lead to the last column
	}
}

// raise finds rows for the names that stand above their columns. Right of the middle a name ends at its leader and the rows
// rise to the right, left of it a name begins there and they rise to the left: no leader runs through a name.
func (d *slideSplit) raise(right scene.Pt) {
	type placed struct {
		from, to, leader scene.Pt
		row              int
	}
	var all []placed
	put := func(c *raisedColumn, ends bool) {
		leader := c.x + min(c.w/2, 4)
		p := placed{from: leader + 4, to: leader + 4 + c.name.Width, leader: leader, row: 1}
		if ends {
			p.from, p.to = leader-4-c.name.Width, leader-4
		}
		for _, o := range all {
			meets := p.from < o.to+10 && o.from < p.to+10 // names side by side
			cuts := o.leader > p.from-3 && o.leader < p.to+3
			cut := p.leader > o.from-3 && p.leader < o.to+3
			if meets || cuts || cut {
				p.row = max(p.row, o.row+1)
			}
		}
		c.up, c.at = p.row, p.from
		d.rows = max(d.rows, p.row)
		all = append(all, p)
	}
	mid := (page.SlideLeft + right) / 2
	for i := range d.cols {
		if c := &d.cols[i]; c.up > 0 && (c.x > mid || c.x+c.name.Width+8 > page.SlideRight) {
			put(c, true)
		}
	}
	for i := len(d.cols) - 1; i >= 0; i-- {
		if c := &d.cols[i]; c.up > 0 && c.at == 0 {
			put(c, false)
		}
	}
}

func (d *slideSplit) sizeStyle() scene.Style { return d.s.S.Role.At(10.5, 14) }

// numberStyle is the size of a share's number in a cell; ok is false where none fits.
func (d *slideSplit) numberStyle(w, h scene.Pt, text string) (st scene.Style, ok bool) {
	strong := d.s.S.Label.In(scene.SansSemiBold)
	for _, try := range []struct {
		size, w, h scene.Pt
	}{{22, 100, 34}, {15.5, 44, 24}, {13, 24, 17}, {10.5, 16, 12.5}} {
		st = strong.At(try.size, try.size+3)
		if w >= try.w && h >= try.h && d.s.Fonts.Width(text, st) <= w-4 {
			return st, true
		}
	}
	return st, false
}

func (d *slideSplit) cellHeight(share float64, last bool) scene.Pt {
	h := d.frame.H * scene.Pt(share) / 100
	if !last {
		h -= slideCellGap
	}
	return h
}

// chart is the pool with its total as numbers and as drawing.
func (d *slideSplit) chart(alt string) *scene.Chart {
	numbers := &splitDrawing{k: d.s.Composer, b: d.b, s: d.sp}
	c := &page.Canvas{}
	d.draw(c)
	return &scene.Chart{ID: d.b.ID + "/chart", Kind: "mekko", Title: d.b.Title.String(), Unit: d.unit, Alt: alt, Data: numbers.data(),
		Frame: scene.Rect{X: page.SlideLeft, Y: d.frame.Y - 20, W: d.total.Right() - page.SlideLeft, H: d.frame.H + 40}, Drawing: c.Items}
}

func (d *slideSplit) draw(c *page.Canvas) {
	s, f := d.s, d.frame
	if d.named < 0 {
		d.swatches(c)
	}
	for i, g := range d.sp.segments {
		col := d.cols[i]
		d.stack(c, scene.Rect{X: col.x, Y: f.Y, W: col.w, H: f.H}, g.shares, g.texts, "/"+page.Itoa(i+1), true, i == d.named)
		id := d.b.ID + "/segment" + page.Itoa(i+1)
		if col.up > 0 {
			first := f.Y - 4 - 15*scene.Pt(col.up)
			if !d.sp.sized {
				first += 8
			}
			lx := col.x + min(col.w/2, 4)
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: lx, Y: first + 3.5}, scene.Point{X: lx, Y: f.Y - 1}), Stroke: scene.Stroke{Color: s.Look.Text, Width: 0.6}})
			c.Add(col.name.Text(id, scene.RoleLabel, col.at, first))
			continue
		}
		if g.label != "" {
			c.Add(s.Line(g.label, d.sizeStyle()).Text(id+"/size", scene.RoleLabel, col.x, f.Y-7))
		}
		c.Add(col.name.Text(id, scene.RoleLabel, col.x, f.Bottom()+17))
	}
	last := d.cols[len(d.cols)-1]
	c.Add(page.Rule(f.X, f.Bottom()+1.5, last.x+last.w-f.X, 1, s.Look.RuleStrong))

	if !d.sp.sized {
		return
	}
	whole := remainders(d.sp.total, 100)
	texts := make([]string, len(whole))
	for j, v := range whole {
		texts[j] = page.Itoa(v)
	}
	d.stack(c, d.total, d.sp.total, texts, "/total", false, false)
	c.Add(page.Rule(d.total.X-5, f.Bottom()+1.5, d.total.W+10, 1, s.Look.RuleStrong))
	word := s.Line(s.Diagrams().Total, s.S.Label.In(scene.SansSemiBold))
	c.Add(word.Text(d.b.ID+"/total", scene.RoleLabel, d.total.X+(d.total.W-word.Width)/2, f.Bottom()+17))
}

// swatches name the parties above the drawing where no column has room for their names.
func (d *slideSplit) swatches(c *page.Canvas) {
	x, y := page.SlideLeft, d.frame.Y-22
	if d.sp.sized {
		y -= 18
	}
	y -= 15 * scene.Pt(d.rows)
	for j, p := range d.sp.parties {
		c.Add(page.Fill(scene.Rect{X: x, Y: y, W: 10, H: 10}, p.color))
		name := d.s.Line(p.name, d.s.S.Label)
		c.Add(name.Text(d.b.ID+"/party"+page.Itoa(j+1), scene.RoleLabel, x+16, y+9))
		x += 16 + name.Width + 20
	}
}

// stack draws one column from its top down. In the pool the largest share keeps its full colour and the others step back;
// the total keeps all.
func (d *slideSplit) stack(c *page.Canvas, frame scene.Rect, shares []float64, texts []string, id string, tints, named bool) {
	look := d.s.Look
	y := frame.Y
	for j, v := range shares {
		h := frame.H * scene.Pt(v) / 100
		last := j == len(shares)-1
		cell := scene.Rect{X: frame.X, Y: y, W: frame.W, H: h}
		y += h
		if !last {
			cell.H -= slideCellGap
		}
		if cell.H <= 0.2 {
			continue
		}
		color := d.sp.parties[j].color
		if tints && stepsBack(shares, j) {
			color = look.Tint(color, 0.38)
		}
		c.Add(page.Fill(cell, color))
		st, ok := d.numberStyle(cell.W, cell.H, texts[j])
		if !ok {
			continue
		}
		st.Color = look.On(color)
		number := d.s.Line(texts[j], st)
		mid := cell.Y + cell.H/2 + 0.36*st.Size
		base, in := min(mid, cell.Y+slideCellInset+0.72*st.Size), slideCellInset
		switch {
		case !tints: // the total: in the middle of its cell
			base, in = mid, (cell.W-number.Width)/2
		case last && j > 0:
			base = max(mid, cell.Bottom()-slideCellInset)
		}
		if tints && cell.W < number.Width+2*slideCellInset {
			in = (cell.W - number.Width) / 2
		}
		c.Add(number.Text(d.b.ID+id+"."+page.Itoa(j+1), scene.RoleLabel, cell.X+in, base))
		if named {
			c.Add(d.s.Line(d.sp.parties[j].name, d.s.S.Body.With(st.Color)).Text(d.b.ID+"/party"+page.Itoa(j+1), scene.RoleLabel, cell.X+in+number.Width+9, base))
		}
	}
}

// callouts stand beside the total, each level with the share of whom it is about, on a short leader.
func (d *slideSplit) callouts(c *page.Canvas) {
	s := d.s
	const w = page.SlideRight - slideCalloutX
	type callout struct {
		head, text typeset.Block
		st         scene.Style
		mark, y, h scene.Pt
		id         string
	}
	var all []callout
	for i, f := range d.b.List("callouts") {
		about := i
		if f.Has("party") {
			about = slices.IndexFunc(d.sp.parties, func(p splitParty) bool { return strings.EqualFold(p.name, f.Words("party")) })
			if about < 0 {
				s.L.Error(f.PlaceOf("party"), "E-REF", "", "there is no party %q", f.Words("party"))
			}
		}
		about = min(max(about, 0), len(d.sp.parties)-1)
		st := s.S.Lead.With(s.Look.Readable(d.sp.parties[about].color, s.Look.Background))
		co := callout{head: s.Set(f.Prose("heading"), st, w, typeset.Balanced), text: s.Short(f.Prose("text"), s.S.Body.At(10.5, 14.5), w),
			st: st, id: d.b.ID + "/callout" + page.Itoa(i+1)}
		co.h = co.head.Height + co.text.Height
		shares, above := d.sp.total, 0.0
		if !d.sp.sized {
			shares = d.sp.segments[len(d.sp.segments)-1].shares
		}
		for j := range about {
			above += shares[j]
		}
		co.mark = d.total.Y + d.total.H*scene.Pt(above+shares[about]/2)/100
		co.y = co.mark - page.Base(st) + 0.35*st.Size
		all = append(all, co)
	}
	slices.SortStableFunc(all, func(a, b callout) int { return cmp.Compare(a.mark, b.mark) })
	// From the top down each stands at its mark or below its neighbour; from the foot up what sticks out is pushed back.
	const apart = 14
	y := d.frame.Y
	for i := range all {
		all[i].y = max(all[i].y, y)
		y = all[i].y + all[i].h + apart
	}
	y = page.SlideBodyBottom
	for i := len(all) - 1; i >= 0; i-- {
		all[i].y = min(all[i].y, y-all[i].h)
		y = all[i].y - apart
	}
	if len(all) > 0 && all[0].y < page.SlideBodyTop {
		s.OverBudget(d.b.PlaceOf("callouts"), "E-FIT", "callouts", wordsOf(all[0].text), 80)
	}
	for _, co := range all {
		first := co.y + page.Base(co.st)
		level := first - 0.35*co.st.Size
		line := scene.LinePath(scene.Point{X: d.total.Right() + 3, Y: co.mark}, scene.Point{X: d.total.Right() + 9, Y: co.mark},
			scene.Point{X: d.total.Right() + 9, Y: level}, scene.Point{X: slideCalloutX - 4, Y: level})
		c.Add(&scene.Shape{Path: line, Stroke: scene.Stroke{Color: s.Look.Text, Width: 0.6}})
		c.Add(co.head.Text(co.id, scene.RoleSubheading, slideCalloutX, first))
		c.Add(co.text.Text(co.id+"/text", scene.RoleBody, slideCalloutX, co.y+co.head.Height+page.Base(s.S.Body.At(10.5, 14.5))))
	}
}
