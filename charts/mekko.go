package charts

import (
	"slices"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
	"roadshow/typeset"
)

func mekkoKind() Kind {
	return Kind{Name: "mekko", Summary: "Two shares at once: width and height", Columns: "{name, size, part, part …}, or {name, part, part …} as amounts", Wide: true,
		check: checkMekko, draw: drawMekko, layers: true, whole: true, widths: true}
}

// mekko is a chart of two shares at once: columns as wide as their size, parts as high as their share, the computed total apart.
type mekko struct {
	*plot
	size  []float64
	sizes []string // labels
	share [][]float64
	texts [][]string
	total []float64 // nil where nobody knows the sizes
	cols  []mekkoColumn
	up    int // rows of names that stand above
	named int // the column that prints the parties' names; −1: none has room
}

// mekkoColumn is a column and its name: below it, or where it is too narrow above it on a leader, with its size.
type mekkoColumn struct {
	x, w scene.Pt
	name lines
	size lines
	row  int      // of a name that stands above; 0: below
	at   scene.Pt // its left edge
}

// drawMekko draws a Marimekko with its computed total.
func drawMekko(p *plot) {
	p.upright = true
	m := &mekko{plot: p}
	if !m.prepare() {
		return
	}
	totalW, gap := scene.Pt(46), scene.Pt(4)
	if p.z.doc {
		totalW, gap = 40, 3
	}
	width := p.frame.W
	if m.total != nil {
		width -= 1.6 * totalW
	}
	if !m.setColumns(width, gap) {
		p.l.Error(p.spec.At, "E-FIT", "merge small columns, or shorten their names", "%d names do not fit around columns of this width", len(p.n.cats))
		return
	}
	sizes := slices.ContainsFunc(m.cols, func(c mekkoColumn) bool { return c.size.w > 0 })
	above, below := scene.Pt(m.up)*m.rowHeight(), p.z.category.Leading
	if sizes {
		above += m.rowHeight()
	}
	for _, c := range m.cols {
		if c.row == 0 {
			below = max(below, c.name.h())
		}
	}
	top, below := p.room()+above, below+p.catGap()+3
	if m.nameParties(p.frame.H - top - below); m.named < 0 { // they stand in a key
		parties := make([]string, len(p.n.cols))
		for k, c := range p.n.cols {
			parties[k] = c.name
		}
		p.aside(func() { top += p.keyRow(parties, p.colors) + 4 })
	}
	p.area = scene.Rect{X: p.frame.X, Y: p.frame.Y + top, W: width, H: p.frame.H - top - below}
	p.useAxis(scene.Axis{Name: "y", Min: 0, Max: 100, Format: `0"%"`}, p.area.Bottom(), p.area.Y)
	for i, c := range m.cols {
		p.centers = append(p.centers, c.x+c.w/2)
		m.stack(scene.Rect{X: c.x, Y: p.area.Y, W: c.w, H: p.area.H}, i)
	}
	p.aside(func() {
		line(&p.over, p.area.X, p.area.Bottom()+1, p.area.Right(), p.area.Bottom()+1, p.look.Text, p.z.baseline)
		m.printNames(sizes)
	})
	if m.total != nil {
		m.drawTotal(scene.Rect{X: p.frame.Right() - totalW, Y: p.area.Y, W: totalW, H: p.area.H})
	}
	m.native(totalW)
}

// native says how the tiles stand. Areas have no hatching: coded scenarios and print in grey stay drawings.
func (m *mekko) native(totalW scene.Pt) {
	for k := range m.n.cols {
		if s := m.seriesScenario(k); s != "" && s != "actual" || m.spec.Grey {
			return
		}
	}
	n := m.plot.native(scene.Tiles)
	n.Box = scene.Rect{X: m.frame.X, Y: m.area.Y, W: m.frame.W, H: m.area.H}
	n.Values, n.Named, n.Base, n.Categories = [2]float64{0, 100}, false, scene.Stroke{}, nil // as the table has them, the total with them
	wide := func(x, w scene.Pt, i int) {
		c := scene.Wide{From: float64((x - n.Box.X) / n.Box.W), To: float64((x + w - n.Box.X) / n.Box.W), Total: i < 0}
		for k := range m.n.cols {
			c.Tones = append(c.Tones, m.color(k, i))
		}
		n.Wide = append(n.Wide, c)
	}
	for i, c := range m.cols {
		wide(c.x, c.w, i)
	}
	if m.total != nil {
		wide(m.frame.Right()-totalW, totalW, -1)
	}
}

// rowHeight is that of a row of words above the columns.
func (m *mekko) rowHeight() scene.Pt { return max(m.z.gloss.Leading, m.z.category.Leading) + 1 }

// setColumns finds the columns of a width and where their names stand. False: a name has no place.
func (m *mekko) setColumns(width, gap scene.Pt) bool {
	var sum float64
	for _, s := range m.size {
		sum += s
	}
	n := scene.Pt(len(m.size))
	x, room := m.frame.X, width-gap*(n-1)
	for i, s := range m.size {
		c := mekkoColumn{x: x, w: room * scene.Pt(s/sum)}
		if m.spec.Pool != nil && m.spec.Pool.Alike {
			c.w = room / n
		}
		x += c.w + gap
		name := m.spec.lang().category(m.n.cats[i])
		clear := c.w + gap - apart // of the words of the next column
		size, sizeFits := m.fitted(m.sizes[i], m.z.gloss, clear, 1)
		named, nameFits := m.fitted(name, m.z.category, clear, 3)
		if c.name, c.size = named, size; !nameFits || !sizeFits {
			spans := []scene.Span{{Text: name, Style: m.z.category}}
			if m.sizes[i] != "" {
				spans = append(spans, spacer(m.z.category), scene.Span{Text: m.sizes[i], Style: m.z.gloss})
			}
			c.name, c.size, c.row = newLines(m.st.Fonts.Set(spans, typeset.Options{Break: typeset.NoBreak}), m.z.category), lines{}, 1
		}
		m.cols = append(m.cols, c)
	}
	return m.raise(m.frame.X + width/2)
}

// fitted breaks words for a width, in the narrow face where they need it; ok is false where they do not fit.
func (m *mekko) fitted(s string, st scene.Style, w scene.Pt, most int) (l lines, ok bool) {
	for _, st := range []scene.Style{st, condensed(st)} {
		if l = m.wrap(s, st, max(w, m.wordWidth(s, st)), scene.Left); l.w <= w+0.01 && l.count() <= most {
			return l, true
		}
	}
	return l, false
}

// raise finds rows for the names that stand above their columns. Right of the middle a name ends at its leader and the rows
// rise to the right, left of it a name begins there and they rise to the left: no leader runs through a name.
func (m *mekko) raise(mid scene.Pt) bool {
	type placed struct {
		from, to, leader scene.Pt
		row              int
	}
	var all []placed
	put := func(c *mekkoColumn, ends bool) {
		leader := c.leader()
		p := placed{from: leader + 4, to: leader + 4 + c.name.w, leader: leader, row: 1}
		if ends {
			p.from, p.to = leader-4-c.name.w, leader-4
		}
		for _, o := range all {
			meets := p.from < o.to+apart && o.from < p.to+apart // names side by side
			cuts := o.leader > p.from-3 && o.leader < p.to+3
			cut := p.leader > o.from-3 && p.leader < o.to+3
			if meets || cuts || cut {
				p.row = max(p.row, o.row+1)
			}
		}
		c.row, c.at = p.row, p.from
		m.up = max(m.up, p.row)
		all = append(all, p)
	}
	ends := func(c *mekkoColumn) bool {
		return c.x > mid && c.leader()-4-c.name.w >= m.frame.X || c.leader()+4+c.name.w > m.frame.Right()
	}
	for i := range m.cols {
		if c := &m.cols[i]; c.row > 0 && ends(c) {
			put(c, true)
		}
	}
	for i := len(m.cols) - 1; i >= 0; i-- {
		if c := &m.cols[i]; c.row > 0 && !ends(c) {
			put(c, false)
		}
	}
	return m.rowHeight()*scene.Pt(m.up) <= m.frame.H/2 && !slices.ContainsFunc(all, func(p placed) bool { return p.from < m.frame.X })
}

// leader is where a raised name's line to its column stands.
func (c *mekkoColumn) leader() scene.Pt { return c.x + min(c.w/2, 4) }

// printNames prints names and sizes around the columns.
func (m *mekko) printNames(sizes bool) {
	foot, head := m.area.Bottom()+2+m.catGap(), m.area.Y-0.55*m.z.gloss.Size
	first := head // the baseline of the lowest raised names
	if sizes {
		first -= m.rowHeight()
	}
	for i := range m.cols {
		c := &m.cols[i]
		if c.row == 0 {
			m.place(c.name, c.x, foot, scene.Left)
			m.place(c.size, c.x, head-0.7*c.size.style.Size, scene.Left)
			continue
		}
		base := first - m.rowHeight()*scene.Pt(c.row-1)
		m.place(c.name, c.at, base-0.7*c.name.style.Size, scene.Left)
		line(&m.over, c.leader(), base+0.3*c.name.style.Size, c.leader(), m.area.Y-1, m.look.Text, m.z.leader)
	}
}

// nameParties finds the first column whose cells hold the parties' names beside their shares.
func (m *mekko) nameParties(height scene.Pt) {
	fit := func(i int, w scene.Pt) bool {
		for k, party := range m.n.cols {
			text, st, ok := m.number(w, height*scene.Pt(m.share[k][i])-m.z.gap, m.texts[k][i])
			if !ok || m.width(text, st)+st.Size+m.width(party.name, m.z.category)+2*m.inset() > w {
				return false
			}
		}
		return true
	}
	m.named = -1
	for i, c := range m.cols {
		if fit(i, c.w) {
			m.named = i
			return
		}
	}
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
	if n.width != nil || n.unit.Kind != value.Percent { // columns of shares alone are alike: nobody knows their sizes
		m.total = make([]float64, parts)
	}
	var all float64
	for i := range n.cats {
		var sum float64
		for k := range n.cols {
			if c := n.cols[k].cells[i]; !c.missing {
				sum += max(c.point(), 0)
			}
		}
		size, text := sum, ""
		if m.total != nil {
			text = n.totalText(i, m.spec.Format)
		}
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
			if m.texts[k][i] = t; m.total != nil {
				m.total[k] += m.share[k][i] * size
			}
		}
	}
	m.colors = make([]scene.Color, parts)
	for k := range n.cols {
		m.colors[k] = m.seriesColor(k)
	}
	return all > 0
}

// color: parties keep their colour where they take most of a column, and everywhere in the total; elsewhere they step back. A
// highlighted category steps forward, a highlighted party alone.
func (m *mekko) color(k, i int) scene.Color {
	order := make([]int, len(m.n.cols))
	for j := range order {
		order[j] = j
	}
	c := m.partTone(k, order)
	back := false
	switch h := m.n.cat(m.spec.Highlight); {
	case i < 0 || m.n.col(m.spec.Highlight) >= 0:
	case h >= 0:
		back = i != h
	case !m.spec.Grey:
		for _, share := range m.share {
			back = back || share[i] > m.share[k][i]+1e-9
		}
	}
	if back {
		return m.look.Tint(c, 0.38)
	}
	return c
}

// stack draws a column from its top down, the total where i is −1.
func (m *mekko) stack(frame scene.Rect, i int) {
	y, last := frame.Y, len(m.n.cols)-1
	for k, party := range m.n.cols {
		var share float64
		var text, scenario string
		if i >= 0 {
			share, text, scenario = m.share[k][i], m.texts[k][i], m.seriesScenario(k)
		} else {
			share, text = m.total[k], m.sums[k].Text
		}
		r := scene.Rect{X: frame.X, Y: y, W: frame.W, H: frame.H * scene.Pt(share)}
		y += r.H
		if i < 0 || m.total == nil && i == len(m.cols)-1 {
			m.lastMiddles = append(m.lastMiddles, r.Y+r.H/2)
		}
		if share <= 0 {
			continue
		}
		all := r
		if r.Bottom() < frame.Bottom()-0.5 {
			r.H -= min(m.z.gap, r.H/3)
		}
		color := m.paint(r, m.color(k, i), scenario, k)
		m.solid = append(m.solid, all)
		if i >= 0 {
			m.anchors = append(m.anchors, anchor{series: k, cat: i, tip: scene.Point{X: r.X + r.W/2, Y: r.Y}, box: all})
		}
		text, st, ok := m.number(r.W, r.H, text)
		if !ok {
			continue
		}
		st = st.With(m.look.On(color))
		spans := []scene.Span{{Text: text, Style: st}}
		if i >= 0 && i == m.named {
			spans = append(spans, spacer(st), scene.Span{Text: party.name, Style: m.z.category.With(st.Color)})
		}
		// Words stand at the left and at the top of their cell, in the last at its foot; in its middle where it is small.
		w, mid := m.width(text, st), r.Y+r.H/2+0.36*st.Size
		in, base := m.inset(), min(mid, r.Y+m.inset()+0.72*st.Size)
		switch {
		case i < 0:
			base = mid
		case k == last && k > 0:
			base = max(mid, r.Bottom()-m.inset())
		}
		if i < 0 || r.W < w+2*in {
			in = (r.W - w) / 2
		}
		m.aside(func() {
			if tag := m.spans(spans, r.X+in, base, scene.Left); m.spec.Grey || scenario == "forecast" {
				m.plate(tag, color)
			}
		})
	}
}

func (m *mekko) inset() scene.Pt {
	if m.z.doc {
		return 6
	}
	return 10
}

// number is a share's number as it stands in a cell, the sign left to its neighbours where there is no room for it; ok is false
// where none fits.
func (m *mekko) number(w, h scene.Pt, text string) (fits string, st scene.Style, ok bool) {
	type step struct {
		st   scene.Style
		w, h scene.Pt // of the least cell
	}
	d := m.z.data
	steps := [4]step{{d[0], 100, 34}, {d[1], 44, 24}, {d[2].At(13, 16), 24, 17}, {d[3], 16, 12.5}}
	if m.z.doc {
		steps = [4]step{{d[0], 60, 26}, {d[1], 34, 17}, {d[2], 16, 12}, {d[3], 14, 10.5}}
	}
	for _, text := range [2]string{text, m.spec.Format.Bare(text)} {
		for _, s := range steps {
			if w >= s.w && h >= s.h && m.width(text, s.st) <= w-4 {
				return text, s.st, true
			}
		}
	}
	return "", st, false
}

// drawTotal draws the computed total of all columns.
func (m *mekko) drawTotal(r scene.Rect) {
	var all float64
	for _, t := range m.total {
		all += t
	}
	for k, whole := range LargestRemainder(m.total) {
		m.total[k] /= all
		m.sums = append(m.sums, scene.Datum{Low: 100 * m.total[k], High: 100 * m.total[k], Text: m.spec.Format.Percent(number(float64(whole), 0, m.spec.Format))})
	}
	m.stack(r, -1)
	m.aside(func() {
		line(&m.over, r.X-0.1*r.W, r.Bottom()+1, r.Right(), r.Bottom()+1, m.look.Text, m.z.baseline)
		cat := m.z.category.In(scene.SansSemiBold)
		m.say(m.spec.lang().words().Total, cat, r.X+r.W/2, r.Bottom()+2+m.catGap()+0.7*cat.Size, scene.Center)
	})
}

// takeWidth moves the size column out of the parts: named by size, or called size.
func (n *numbers) takeWidth(s *Spec) {
	name := s.Size
	if name == "" && s.Pool == nil {
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
