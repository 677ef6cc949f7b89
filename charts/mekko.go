package charts

import (
	"slices"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

func mekkoKind() Kind {
	return Kind{Name: "mekko", Summary: "Two shares at once: width and height", Columns: "{name, size, part, part …}, or {name, part, part …} as amounts", Wide: true,
		check: checkMekko, draw: drawMekko, layers: true, whole: true, widths: true}
}

// mekko is a chart of two shares at once: columns as wide as their size, parts as high as their share.
type mekko struct {
	*plot
	size  []float64
	sizes []string // labels
	share [][]float64
	texts [][]string
	total []float64
	left  []scene.Pt // left edges of the columns
	wide  []scene.Pt
	named int // the column that prints the parties' names
}

// drawMekko draws a Marimekko with its computed total.
func drawMekko(p *plot) {
	p.upright = true
	m := &mekko{plot: p}
	if !m.prepare() {
		return
	}
	n := len(p.n.cats)
	const gap = 4
	totalW := scene.Pt(46)
	if p.z.doc {
		totalW = 34
	}
	totalGap := 0.35 * totalW
	st := p.z.gloss
	top := p.room() + 1.5*st.Size
	width := p.frame.W - totalW - totalGap - gap*scene.Pt(n-1)
	var sum float64
	for _, s := range m.size {
		sum += s
	}
	x := p.frame.X
	m.left, m.wide = make([]scene.Pt, n), make([]scene.Pt, n)
	for i, s := range m.size {
		m.left[i], m.wide[i] = x, width*scene.Pt(s/sum)
		x += m.wide[i] + gap
	}
	names, namesH := m.names(x - gap - p.frame.X)
	m.named = m.namedColumn(p.frame.H - top - namesH)
	if m.named < 0 { // no column holds the parties' names: they stand in a key
		parties := make([]string, len(p.n.cols))
		for k, c := range p.n.cols {
			parties[k] = c.name
		}
		top += p.keyRow(parties, p.colors) + 4
	}
	p.area = scene.Rect{X: p.frame.X, Y: p.frame.Y + top, W: x - gap - p.frame.X, H: p.frame.H - top - namesH}
	p.useAxis(scene.Axis{Name: "y", Min: 0, Max: 100, Format: `0"%"`}, p.area.Bottom(), p.area.Y)
	p.centers = make([]scene.Pt, n)
	for i := range p.n.cats {
		p.centers[i] = m.left[i] + m.wide[i]/2
		m.column(i)
	}
	line(&p.over, p.area.X, p.area.Bottom()+1, p.area.Right(), p.area.Bottom()+1, p.look.Text, p.z.baseline)
	m.heads(st)
	m.totals(scene.Rect{X: p.area.Right() + totalGap, Y: p.area.Y, W: totalW, H: p.area.H})
	m.printNames(names)
}

// namedColumn is the first column whose cells hold the parties' names beside their shares, -1 when none does.
func (m *mekko) namedColumn(height scene.Pt) int {
	for i := range m.n.cats {
		ok := true
		for k, c := range m.n.cols {
			h := height * scene.Pt(m.share[k][i])
			st := m.shareStyle(m.wide[i], h)
			need := m.width(m.texts[k][i], st) + st.Size + m.width(c.name, m.z.category) + 2*m.inset()
			ok = ok && m.share[k][i] > 0 && need <= m.wide[i] && h-m.z.gap >= 1.15*st.Size
		}
		if ok {
			return i
		}
	}
	return -1
}

// prepare reads sizes and shares. With a size column the others are shares of each row; without, rows are amounts: their
// sums are the widths.
func (m *mekko) prepare() bool {
	n := m.n
	parts := len(n.cols)
	m.share, m.texts = make([][]float64, parts), make([][]string, parts)
	for k := range n.cols {
		m.share[k], m.texts[k] = make([]float64, len(n.cats)), make([]string, len(n.cats))
	}
	m.total = make([]float64, parts)
	var all float64
	for i := range n.cats {
		var sum float64
		for k := range n.cols {
			if c := n.cols[k].cells[i]; !c.missing {
				sum += max(c.point(), 0)
			}
		}
		size, text := sum, n.totalText(i, m.spec.Format)
		if n.width != nil {
			size, text = 0, n.width.cells[i].text
			if c := n.width.cells[i]; !c.missing {
				size = max(c.point(), 0)
			}
		}
		m.size, m.sizes = append(m.size, size), append(m.sizes, text)
		all += size
		for k, t := range n.shareTexts(i, m.spec.Format) {
			if sum > 0 {
				m.share[k][i] = max(n.cols[k].cells[i].point(), 0) / sum
				if n.cols[k].cells[i].missing {
					m.share[k][i] = 0
				}
			}
			m.texts[k][i] = t
			m.total[k] += m.share[k][i] * size
		}
	}
	m.colors = make([]scene.Color, parts)
	for k := range n.cols {
		m.colors[k] = m.seriesColor(k)
	}
	return all > 0
}

// color: parties keep their colour; where the highlight is a category, the others take a tint.
func (m *mekko) color(k, i int) scene.Color {
	order := make([]int, len(m.n.cols))
	for j := range order {
		order[j] = j
	}
	c := m.partTone(k, order)
	if h := m.n.cat(m.spec.Highlight); h >= 0 && m.n.col(m.spec.Highlight) < 0 && i >= 0 && i != h {
		return m.look.Tint(c, 0.38)
	}
	return c
}

// column draws one category from the top down.
func (m *mekko) column(i int) {
	y := m.area.Y
	for k := range m.n.cols {
		h := m.area.H * scene.Pt(m.share[k][i])
		r := scene.Rect{X: m.left[i], Y: y, W: m.wide[i], H: h}
		y += h
		if h <= 0 {
			continue
		}
		whole := r
		if r.Bottom() < m.area.Bottom()-0.5 {
			r.H -= min(m.z.gap, r.H/3)
		}
		color := m.color(k, i)
		scenario := m.seriesScenario(k)
		color = m.paint(r, color, scenario, k)
		m.solid = append(m.solid, whole)
		m.anchors = append(m.anchors, anchor{series: k, cat: i, tip: scene.Point{X: r.X + r.W/2, Y: r.Y}, box: whole})
		st := m.shareStyle(m.wide[i], h)
		on := m.look.On(color)
		w := m.width(m.texts[k][i], st)
		if st.Size == 0 || w+4 > r.W || 1.15*st.Size > r.H {
			continue
		}
		inset := min(m.inset(), (r.W-w)/2, (r.H-0.9*st.Size)/2+1)
		base := r.Y + inset + 0.72*st.Size
		if k == len(m.n.cols)-1 && r.H > 2.4*st.Size { // the lowest part prints at its foot, as the first at its head
			base = r.Bottom() - inset
		}
		base = min(base, r.Bottom()-0.25*st.Size)
		spans := []scene.Span{{Text: m.texts[k][i], Style: st.With(on)}}
		if i == m.named {
			spans = append(spans, spacer(st), scene.Span{Text: m.n.cols[k].name, Style: m.z.category.With(on)})
		}
		if tag := m.spans(spans, r.X+inset, base, scene.Left); m.spec.Grey || scenario == "forecast" {
			m.plate(tag, color)
		}
	}
}

func (m *mekko) inset() scene.Pt {
	if m.z.doc {
		return 6
	}
	return 10
}

// shareStyle: 20, 15 in columns below 100, 13 in cells below 34 high; in documents 13, 10.4, 9.2.
func (m *mekko) shareStyle(w, h scene.Pt) scene.Style {
	big, mid, small := m.z.data[0].At(20, 24), m.z.data[1], m.z.data[2]
	if m.z.doc {
		big, mid, small = m.z.data[0], m.z.data[1], m.z.data[2]
		switch {
		case h < 20 || w < 40:
			return small
		case w < 64:
			return mid
		}
		return big
	}
	switch {
	case h < 34:
		return small.At(13, 16)
	case w < 100:
		return mid
	}
	return big
}

// heads prints the sizes above the columns, where they fit.
func (m *mekko) heads(st scene.Style) {
	base := m.area.Y - 0.55*st.Size
	right := m.frame.X - 100
	for i, s := range m.sizes {
		style := st
		if m.width(s, style) > m.wide[i] {
			style = condensed(st)
		}
		w := m.width(s, style)
		x := m.left[i]
		if x < right+apart || x+w > m.frame.Right() {
			m.unlabelled++
			continue
		}
		m.say(s, style, x, base, scene.Left)
		right = x + w
	}
}

// names breaks the categories' names for the width below their columns.
func (m *mekko) names(width scene.Pt) ([]lines, scene.Pt) {
	st := m.z.category
	fit := func(st scene.Style, least scene.Pt) ([]lines, scene.Pt, bool) {
		out := make([]lines, len(m.n.cats))
		var h, sum scene.Pt
		for i, c := range m.n.cats {
			out[i] = m.wrap(c.name, st, max(m.wide[i], least, m.wordWidth(c.name, st)), scene.Left)
			h, sum = max(h, out[i].h()), sum+out[i].w+apart
		}
		return out, h, sum <= width+apart
	}
	for _, s := range []scene.Style{st, condensed(st), condensed(st).At(m.z.least, m.z.least*1.25)} {
		for _, least := range []scene.Pt{60, 44, 30} {
			if out, h, ok := fit(s, least); ok {
				return out, h + m.catGap() + 3
			}
		}
	}
	out, h, _ := fit(condensed(st).At(m.z.least, m.z.least*1.25), 20)
	return out, h + m.catGap() + 3
}

// printNames prints names at the left edges of their columns, moved apart where columns are narrow.
func (m *mekko) printNames(names []lines) {
	wanted, extent := make([]scene.Pt, len(names)), make([]scene.Pt, len(names))
	for i, l := range names {
		wanted[i], extent[i] = m.left[i]+l.w/2, l.w+apart
	}
	at, ok := spreadOut(wanted, extent, m.area.X-apart/2, m.area.Right()+apart/2)
	if !ok {
		m.l.Error(m.spec.At, "E-FIT", "merge small columns, or shorten their names", "%d names do not fit below columns of this width", len(names))
		return
	}
	top := m.area.Bottom() + 2 + m.catGap()
	for i, l := range names {
		m.place(l, at[i]-l.w/2, top, scene.Left)
		if at[i]-l.w/2 > m.left[i]+m.wide[i] || at[i]+l.w/2 < m.left[i] {
			line(&m.over, m.centers[i], m.area.Bottom()+2, at[i], top-1, m.look.Text, m.z.leader)
		}
	}
}

// totals draws the computed total of all columns.
func (m *mekko) totals(r scene.Rect) {
	st := m.z.data[1]
	if m.z.doc {
		st = m.z.data[2]
	}
	var all float64
	for _, t := range m.total {
		all += t
	}
	y := r.Y
	for k, whole := range LargestRemainder(m.total) {
		h := r.H * scene.Pt(m.total[k]/all)
		q := scene.Rect{X: r.X, Y: y, W: r.W, H: h}
		y += h
		if q.Bottom() < r.Bottom()-0.5 {
			q.H -= min(m.z.gap, q.H/3)
		}
		color := m.color(k, -1)
		m.paint(q, color, "", k)
		m.solid = append(m.solid, q)
		text := m.spec.Format.Percent(number(float64(whole), 0, m.spec.Format))
		for _, s := range []scene.Style{st, m.z.data[3], condensed(m.z.data[3])} {
			if q.H >= 1.2*s.Size && m.width(text, s) <= q.W-2 {
				if tag := m.say(text, s.With(m.look.On(color)), q.X+q.W/2, q.Y+q.H/2+0.35*s.Size, scene.Center); m.spec.Grey {
					m.plate(tag, color)
				}
				break
			}
		}
	}
	line(&m.over, r.X-0.1*r.W, r.Bottom()+1, r.Right(), r.Bottom()+1, m.look.Text, m.z.baseline)
	cat := m.z.category.In(scene.SansSemiBold)
	m.say(m.spec.lang().words().Total, cat, r.X+r.W/2, r.Bottom()+2+m.catGap()+0.7*cat.Size, scene.Center)
}

// takeWidth moves the size column out of the parts: named by size, or called size.
func (n *numbers) takeWidth(s *Spec) {
	name := s.Size
	if name == "" {
		name = "size"
	}
	if k := n.col(name); k >= 0 && len(n.cols) > 1 {
		w := n.cols[k]
		n.width = &w
		n.cols = slices.Delete(n.cols, k, k+1)
	}
}

// checkMekko checks shares of every column, and sizes.
func checkMekko(c *check) {
	if len(c.n.cols) < 2 {
		c.wrongShape(c.l, len(c.n.cols))
		return
	}
	for i := range c.n.cats {
		row := make([]cell, len(c.n.cols))
		for k := range c.n.cols {
			row[k] = c.n.cols[k].cells[i]
		}
		c.shares(row)
		c.wholeParts(row, func(k int) string { return c.n.cats[i].name + ", " + c.n.cols[k].name })
	}
	if w := c.n.width; w != nil {
		sum, percent := decimal.Zero, true
		var at cell
		for _, v := range w.cells {
			switch {
			case v.missing:
				c.l.Error(*v.at, "E-CHART", "give every column its size", "a column without a size has no width")
				return
			case !v.exact() || v.lo < 0:
				c.l.Error(*v.at, "E-CHART", "give a number above zero", "a width cannot be drawn from %s", v.text)
				return
			}
			sum, at = sum.Add(v.value.Lo.N), v
			percent = percent && v.value.Unit.Kind == value.Percent && !v.about()
		}
		miss := decimal.NewFromInt(100).Sub(sum)
		if percent && len(w.cells) > 0 && !miss.IsZero() && (!c.Rounded || miss.Abs().GreaterThan(c.slack(len(w.cells)))) {
			c.l.Error(*at.at, "E-SUM", c.roundingHint(miss, len(w.cells), "correct the size that is wrong, or give amounts"), "the sizes add up to %s%%, not 100%%", sum.String())
		}
	}
	if len(c.n.cats) > 7 || len(c.n.cols) > 4 {
		c.l.Warn(c.place("kind"), "W-CHART", "use stacked_100", "%d × %d cells are more than 7 × 4", len(c.n.cats), len(c.n.cols))
	}
}
