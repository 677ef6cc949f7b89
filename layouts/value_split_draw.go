package layouts

import (
	"cmp"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// splitSize is how a pool is drawn in a medium.
type splitSize struct {
	gap, cellGap        scene.Pt // between columns and between cells
	inset               scene.Pt // of words in a cell
	totalW, totalGap    scene.Pt // of the computed total, and before it
	numbers             []splitNumber
	name, size, strong  scene.Style // under and above a column, and under the total
	party               scene.Style // beside the share of the column that names the parties
	partyGap            scene.Pt
	nameBase, sizeBase  scene.Pt // baselines: below the foot of the cells, above their top
	row, sizes, key     scene.Pt // heights above the cells: a row of raised names, the sizes, the key
	raised, bare        scene.Pt // from the lowest raised name to the cells, and where no sizes are given
	raisedNext          scene.Pt // between names in a row
	leader, leaderUnder scene.Pt // weight, and where it begins below a name's baseline
	rule, ruleDrop      scene.Pt // under the cells
	ruleOut             [2]scene.Pt
	swatch, swatchDrop  scene.Pt // of the key: squares, their top, words beside them and what parts the pairs
	keyIn, keyBase      scene.Pt
	keyNext             scene.Pt
	middle              bool // the total's words stand in the middle of its cells and below it
	remark, remarkText  scene.Style
}

// splitNumber is the style of a share's number in cells of at least w by h.
type splitNumber struct {
	scene.Style
	w, h scene.Pt
}

// splitNarrow is the width below which a column has its name above, on a leader.
const splitNarrow scene.Pt = 26

func paperSplit(st *page.Styles) splitSize {
	return splitSize{gap: 3, cellGap: 1.5, inset: 6, totalW: 40, totalGap: 22,
		numbers: []splitNumber{{st.LabelStrong.At(13, 16), 60, 26}, {st.LabelStrong.At(10.4, 13), 34, 17}, {st.LabelStrong, 16, 12}},
		name:    st.Label, size: st.SmallMuted, strong: st.LabelStrong, party: st.Label, partyGap: 7,
		nameBase: 13, sizeBase: 5, row: 12, sizes: 13, key: 16, raised: 6, bare: 4, raisedNext: 6, leader: 0.5, leaderUnder: 2.5,
		rule: 0.8, ruleDrop: 0.9, ruleOut: [2]scene.Pt{4, 0}, swatch: 8, swatchDrop: -0.5, keyIn: 12, keyBase: 7, keyNext: 16,
		remark: st.Lead, remarkText: st.Small}
}

func slideSplit(st *page.Styles) splitSize {
	strong := st.Label.In(scene.SansSemiBold)
	return splitSize{gap: 4, cellGap: 2, inset: 10, totalW: 46, totalGap: 28,
		numbers: []splitNumber{{strong.At(22, 25), 100, 34}, {strong.At(15.5, 18.5), 44, 24}, {strong.At(13, 16), 24, 17}, {strong.At(10.5, 13.5), 16, 12.5}},
		name:    st.Label, size: st.Role.At(10.5, 14), strong: strong, party: st.Body, partyGap: 9,
		nameBase: 17, sizeBase: 7, row: 15, sizes: 18, key: 22, raised: 4, bare: -4, raisedNext: 10, leader: 0.6, leaderUnder: 3.5,
		rule: 1, ruleDrop: 1.5, ruleOut: [2]scene.Pt{5, 5}, swatch: 10, keyIn: 16, keyBase: 9, keyNext: 20, middle: true,
		remark: st.Lead, remarkText: st.Body.At(10.5, 14.5)}
}

// valueSplitPage draws the pool over the full width, remarks below.
func valueSplitPage(f *page.Flow, b *briefing.Block) {
	const height, above, under = 200, 2, 5 // of the cells, and around them
	k := f.K
	s := readSplit(k, b)
	if s == nil {
		return
	}
	width := k.Grid.Width()
	alt := k.AltOf(k.Diagrams().Split, b.Title.String())
	e := k.Exhibit(b, width, b.Words("unit"), alt)
	e.Extra = s.remarks(k)
	d := newSplitDrawing(k, b, s, paperSplit(k.St), width, width)
	var drawing func(factor scene.Pt) *page.Box
	drawing = func(factor scene.Pt) *page.Box {
		h := height * factor
		d := *d // a box draws itself, at its height
		d.nameParties(h)
		d.frame.Y, d.frame.H = above+d.above(), h
		box := &page.Box{H: d.frame.Bottom() + under + max(d.below, d.z.name.Leading), Name: "a split of value", At: b.At, Flex: drawing}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			c.Add(d.chart(c, alt, x, y, scene.Rect{X: x, Y: y, W: width, H: box.H}))
		}
		return box
	}
	boxes := []*page.Box{drawing(1)}
	const gutter, apart = 24, 12
	w := (width - gutter) / 2
	var cells []*page.Box
	for _, r := range d.callouts(w) {
		cells = append(cells, page.Stack(page.TextBox(r.head, r.id, scene.RoleSubheading, r.st), page.TextBox(r.text, r.id+"/text", scene.RoleBody, d.z.remarkText)))
	}
	for pair := range slices.Chunk(cells, 2) {
		row := page.Beside([]scene.Pt{0, w + gutter}, pair...)
		row.Before = apart
		boxes = append(boxes, row)
	}
	f.Add(e.Frame(page.Stack(boxes...)))
}

// valueSplitSlide draws the pool over the slide, and what follows from it beside the total.
func valueSplitSlide(s *page.Slides, b *briefing.Block) {
	const (
		remarked = 684 - page.SlideLeft // where the pool ends with callouts beside the total
		aside    = 2                    // the total reaches so far into the gap before it
		under    = 8
	)
	sp := readSplit(s.Composer, b)
	if sp == nil {
		return
	}
	alt := s.AltOf(s.Diagrams().Split, b.Title.String())
	sh := s.ExhibitSheet(b, alt)
	sh.Extra = sp.remarks(s.Composer)
	z := slideSplit(s.St)
	edge := page.SlideRight - page.SlideLeft
	width := edge
	if len(b.List("callouts")) > 0 {
		width = remarked + z.totalGap + z.totalW
	}
	d := newSplitDrawing(s.Composer, b, sp, z, width, edge)
	top := page.SlideHeadBase + 16
	if b.Words("unit") == "" {
		top = page.SlideBodyTop + 2
	}
	place := func() {
		d.frame.Y = top + d.above()
		d.frame.H = page.SlideBodyBottom - max(d.below, z.name.Leading) - under - d.frame.Y
	}
	place()
	d.nameParties(d.frame.H)
	place()
	d.total.X -= aside
	if !sp.sized {
		d.total.X = width // callouts lead to the last column
	}
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		exhibitHead(s, c, b.ID, lineHead(b.Words("unit")), page.SlideLeft, body.W)
		const around = 20 // of the words above and below the cells
		c.Add(d.chart(c, alt, page.SlideLeft, 0, scene.Rect{X: page.SlideLeft, Y: d.frame.Y - around, W: d.total.Right(), H: d.frame.H + 2*around}))
		d.leadCallouts(c, body)
	})
}

// remarks are what the source line adds.
func (s *split) remarks(k *page.Composer) (out string) {
	if s.sized {
		out = k.Diagrams().Computed
	}
	if s.rounded {
		out = page.JoinSentences(out, k.Diagrams().Rounding)
	}
	return out
}

// splitDrawing draws a pool: columns as wide as their part of it, cells as high as their share, the computed total apart. All
// places are from its left edge.
type splitDrawing struct {
	k     *page.Composer
	b     *briefing.Block
	s     *split
	z     splitSize
	cols  []splitColumn
	rows  int        // of names that stand above
	below scene.Pt   // the highest name below its column
	named int        // the column in whose cells the parties' names stand; -1: none has room
	frame scene.Rect // of the pool's cells
	total scene.Rect // across; its cells are as high as the pool's
}

// splitColumn is one segment.
type splitColumn struct {
	x, w scene.Pt
	name typeset.Block
	up   int      // row of a name that stands above; 0: below its column
	at   scene.Pt // its left edge
}

// newSplitDrawing finds the columns of a drawing of a width and where their names stand: no name reaches beyond edge.
func newSplitDrawing(k *page.Composer, b *briefing.Block, s *split, z splitSize, width, edge scene.Pt) *splitDrawing {
	d := &splitDrawing{k: k, b: b, s: s, z: z}
	pool := width
	if s.sized { // without sizes nobody knows the total: the pool takes its room
		pool -= z.totalW + z.totalGap
		d.total = scene.Rect{X: width - z.totalW, W: z.totalW}
	}
	n := len(s.segments)
	room, x := pool-z.gap*scene.Pt(n-1), scene.Pt(0)
	for _, g := range s.segments {
		c := splitColumn{x: x, w: room / scene.Pt(n)}
		if s.mekko {
			c.w = room * scene.Pt(g.size)
		}
		x += c.w + z.gap
		c.name = k.Words(g.name, z.name, c.w, typeset.Balanced)
		fits := len(c.name.Lines) <= 2 && page.Drawn(c.name) <= c.w+0.1
		if c.w >= splitNarrow && fits && (g.label == "" || k.Fonts.Width(g.label, z.size) <= c.w) {
			d.below = max(d.below, c.name.Height)
		} else {
			c.name, c.up = k.Line(page.JoinWords(", ", g.name, g.label), z.name), 1
		}
		d.cols = append(d.cols, c)
	}
	d.raise(pool/2, edge)
	return d
}

// raise finds rows for the names that stand above their columns. Right of the middle a name ends at its leader and the rows
// rise to the right, left of it a name begins there and they rise to the left: no leader runs through a name.
func (d *splitDrawing) raise(mid, edge scene.Pt) {
	type placed struct {
		from, to, leader scene.Pt
		row              int
	}
	var all []placed
	put := func(c *splitColumn, ends bool) {
		leader := c.leader()
		p := placed{from: leader + 4, to: leader + 4 + c.name.Width, leader: leader, row: 1}
		if ends {
			p.from, p.to = leader-4-c.name.Width, leader-4
		}
		for _, o := range all {
			meets := p.from < o.to+d.z.raisedNext && o.from < p.to+d.z.raisedNext // names side by side
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
	ends := func(c *splitColumn) bool { return c.x > mid || c.x+c.name.Width+8 > edge }
	for i := range d.cols {
		if c := &d.cols[i]; c.up > 0 && ends(c) {
			put(c, true)
		}
	}
	for i := len(d.cols) - 1; i >= 0; i-- {
		if c := &d.cols[i]; c.up > 0 && !ends(c) {
			put(c, false)
		}
	}
}

// leader is where a raised name's line to its column stands.
func (c *splitColumn) leader() scene.Pt { return c.x + min(c.w/2, 4) }

// above is the height of what stands over the cells: the key, raised names, sizes.
func (d *splitDrawing) above() scene.Pt {
	h := d.z.row * scene.Pt(d.rows)
	if d.s.sized {
		h += d.z.sizes
	}
	if d.named < 0 {
		h += d.z.key
	}
	return h
}

// numberStyle is the size of a share's number in a cell; ok is false where none fits.
func (d *splitDrawing) numberStyle(w, h scene.Pt, text string) (st scene.Style, ok bool) {
	for _, n := range d.z.numbers {
		if st = n.Style; w >= n.w && h >= n.h && d.k.Fonts.Width(text, st) <= w-4 {
			return st, true
		}
	}
	return st, false
}

// cellHeight is a share's of cells so high.
func (d *splitDrawing) cellHeight(h scene.Pt, shares []float64, j int) scene.Pt {
	h = h * scene.Pt(shares[j]) / 100
	if j < len(shares)-1 {
		h -= d.z.cellGap
	}
	return h
}

// nameParties finds the first column in whose cells all parties' names fit.
func (d *splitDrawing) nameParties(h scene.Pt) {
	fit := func(g splitSegment, w scene.Pt) bool {
		for j, p := range d.s.parties {
			st, ok := d.numberStyle(w, d.cellHeight(h, g.shares, j), g.texts[j])
			if !ok || 2*d.z.inset+d.k.Fonts.Width(g.texts[j], st)+d.z.partyGap+d.k.Fonts.Width(p.name, d.z.party) > w {
				return false
			}
		}
		return true
	}
	d.named = -1
	for i, c := range d.cols {
		if fit(d.s.segments[i], c.w) {
			d.named = i
			break
		}
	}
}

// chart is the pool with its total as numbers and as drawing, its left edge at x and its top at y.
func (d *splitDrawing) chart(on *page.Canvas, alt string, x, y scene.Pt, frame scene.Rect) *scene.Chart {
	c := &page.Canvas{Page: on.Page}
	d.draw(c, scene.Rect{X: x + d.frame.X, Y: y + d.frame.Y, H: d.frame.H})
	return &scene.Chart{ID: d.b.ID + "/chart", Kind: "mekko", Title: d.b.Title.String(), Unit: d.b.Words("unit"), Alt: alt, Frame: frame, Data: d.data(), Drawing: c.Items}
}

func (d *splitDrawing) draw(c *page.Canvas, f scene.Rect) {
	k, z := d.k, d.z
	if d.named < 0 {
		d.key(c, f.X, f.Y-d.above())
	}
	for i, g := range d.s.segments {
		col := d.cols[i]
		x, id := f.X+col.x, d.b.ID+"/segment"+page.Itoa(i+1)
		d.stack(c, scene.Rect{X: x, Y: f.Y, W: col.w, H: f.H}, g.shares, g.texts, "/"+page.Itoa(i+1), true, i == d.named)
		if col.up > 0 {
			base := f.Y - z.bare - z.row*scene.Pt(col.up)
			if d.s.sized {
				base += z.bare - z.raised
			}
			lx := f.X + col.leader()
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: lx, Y: base + z.leaderUnder}, scene.Point{X: lx, Y: f.Y - 1}), Stroke: scene.Stroke{Color: k.Look.Text, Width: z.leader}})
			c.Add(col.name.Text(id, scene.RoleLabel, f.X+col.at, base))
			continue
		}
		if g.label != "" {
			c.Add(k.Line(g.label, z.size).Text(id+"/size", scene.RoleLabel, x, f.Y-z.sizeBase))
		}
		c.Add(col.name.Text(id, scene.RoleLabel, x, f.Bottom()+z.nameBase))
	}
	last := d.cols[len(d.cols)-1]
	c.Add(page.Rule(f.X, f.Bottom()+z.ruleDrop, last.x+last.w, z.rule, k.Look.RuleStrong))

	if !d.s.sized {
		return
	}
	var texts []string
	for _, v := range charts.LargestRemainder(d.s.total) {
		texts = append(texts, page.Itoa(v))
	}
	right := f.X + d.total.X
	d.stack(c, scene.Rect{X: right, Y: f.Y, W: d.total.W, H: f.H}, d.s.total, texts, "/total", false, false)
	c.Add(page.Rule(right-z.ruleOut[0], f.Bottom()+z.ruleDrop, d.total.W+z.ruleOut[0]+z.ruleOut[1], z.rule, k.Look.RuleStrong))
	word := k.Line(k.Diagrams().Total, z.strong)
	if z.middle {
		right += (d.total.W - word.Width) / 2
	}
	c.Add(word.Text(d.b.ID+"/total", scene.RoleLabel, right, f.Bottom()+z.nameBase))
}

// key names the parties above the drawing where no column has room for their names.
func (d *splitDrawing) key(c *page.Canvas, x, y scene.Pt) {
	for j, p := range d.s.parties {
		c.Add(page.Fill(scene.Rect{X: x, Y: y + d.z.swatchDrop, W: d.z.swatch, H: d.z.swatch}, p.color))
		name := d.k.Line(p.name, d.z.name)
		c.Add(name.Text(d.b.ID+"/party"+page.Itoa(j+1), scene.RoleLabel, x+d.z.keyIn, y+d.z.keyBase))
		x += d.z.keyIn + name.Width + d.z.keyNext
	}
}

// stack draws one column from its top down. In the columns of the pool the largest share keeps its full colour and the
// others step back; the total keeps all.
func (d *splitDrawing) stack(c *page.Canvas, frame scene.Rect, shares []float64, texts []string, id string, pool, named bool) {
	k, z := d.k, d.z
	y := frame.Y
	for j, v := range shares {
		cell := scene.Rect{X: frame.X, Y: y, W: frame.W, H: d.cellHeight(frame.H, shares, j)}
		y += frame.H * scene.Pt(v) / 100
		if cell.H <= 0.2 {
			continue
		}
		color := d.s.parties[j].color
		if pool && stepsBack(shares, j) {
			color = k.Look.Tint(color, 0.38)
		}
		c.Add(page.Fill(cell, color))
		st, ok := d.numberStyle(cell.W, cell.H, texts[j])
		if !ok {
			continue
		}
		st.Color = k.Look.On(color)
		number := k.Line(texts[j], st)
		mid := cell.Y + cell.H/2 + 0.36*st.Size
		base, in := min(mid, cell.Y+z.inset+0.72*st.Size), z.inset
		switch {
		case !pool && z.middle:
			base = mid
		case j == len(shares)-1 && j > 0:
			base = max(mid, cell.Bottom()-z.inset)
		}
		if !pool || cell.W < number.Width+2*z.inset {
			in = (cell.W - number.Width) / 2
		}
		c.Add(number.Text(d.b.ID+id+"."+page.Itoa(j+1), scene.RoleLabel, cell.X+in, base))
		if named {
			c.Add(k.Line(d.s.parties[j].name, z.party.With(st.Color)).Text(d.b.ID+"/party"+page.Itoa(j+1), scene.RoleLabel, cell.X+in+number.Width+z.partyGap, base))
		}
	}
}

// stepsBack says that a share is not the largest of its column. Equal ones have equal colours.
func stepsBack(shares []float64, j int) bool { return shares[j] < slices.Max(shares)-1e-9 }

// splitCallout is a remark, its heading in the colour of the party that it is about.
type splitCallout struct {
	id         string
	about      int
	head, text typeset.Block
	st         scene.Style // of the head
	mark, y    scene.Pt    // where it leads, and its top
}

// callouts are the remarks set to a width, about the parties in order where they name none.
func (d *splitDrawing) callouts(w scene.Pt) (out []splitCallout) {
	for i, f := range d.b.List("callouts") {
		r := splitCallout{id: d.b.ID + "/callout" + page.Itoa(i+1), about: i}
		if f.Has("party") {
			r.about = slices.IndexFunc(d.s.parties, func(p splitParty) bool { return strings.EqualFold(p.name, f.Words("party")) })
			if r.about < 0 {
				d.k.L.Error(f.PlaceOf("party"), "E-REF", "", "there is no party %q", f.Words("party"))
			}
		}
		r.about = min(max(r.about, 0), len(d.s.parties)-1)
		r.st = d.z.remark.With(d.k.Look.Readable(d.s.parties[r.about].color, d.k.Look.Background))
		r.head, r.text = d.k.Set(f.Prose("heading"), r.st, w, typeset.Balanced), d.k.Short(f.Prose("text"), d.z.remarkText, w)
		out = append(out, r)
	}
	return out
}

// leadCallouts stands the remarks beside the total, each level with the share of whom it is about, on a short leader.
func (d *splitDrawing) leadCallouts(c *page.Canvas, body scene.Rect) {
	const left, apart = 774, 14
	all := d.callouts(page.SlideRight - left)
	shares := d.s.total
	if !d.s.sized {
		shares = d.s.segments[len(d.s.segments)-1].shares
	}
	for i := range all {
		r, middle := &all[i], shares[all[i].about]/2
		for _, v := range shares[:r.about] {
			middle += v
		}
		r.mark = d.frame.Y + d.frame.H*scene.Pt(middle)/100
		r.y = r.mark - page.Base(r.st) + 0.35*r.st.Size
	}
	slices.SortStableFunc(all, func(a, b splitCallout) int { return cmp.Compare(a.mark, b.mark) })
	// From the top down each stands at its mark or below its neighbour; from the foot up what sticks out is pushed back.
	y := d.frame.Y
	for i := range all {
		r := &all[i]
		r.y = max(r.y, y)
		y = r.y + r.head.Height + r.text.Height + apart
	}
	y = body.Bottom()
	for i := len(all) - 1; i >= 0; i-- {
		r := &all[i]
		r.y = min(r.y, y-r.head.Height-r.text.Height)
		y = r.y - apart
	}
	if len(all) > 0 && all[0].y < body.Y {
		d.k.OverBudget(d.b.PlaceOf("callouts"), "E-FIT", "callouts", wordsOf(all[0].text), 80)
	}
	from := body.X + d.total.Right()
	for _, r := range all {
		first := r.y + page.Base(r.st)
		level := first - 0.35*r.st.Size
		line := scene.LinePath(scene.Point{X: from + 3, Y: r.mark}, scene.Point{X: from + 9, Y: r.mark}, scene.Point{X: from + 9, Y: level}, scene.Point{X: left - 4, Y: level})
		c.Add(&scene.Shape{Path: line, Stroke: scene.Stroke{Color: d.k.Look.Text, Width: 0.6}})
		c.Add(r.head.Text(r.id, scene.RoleSubheading, left, first))
		c.Add(r.text.Text(r.id+"/text", scene.RoleBody, left, r.y+r.head.Height+page.Base(d.z.remarkText)))
	}
}

// data are the numbers behind the drawing, the total as its last category.
func (d *splitDrawing) data() scene.Data {
	var out scene.Data
	for _, g := range d.s.segments {
		out.Categories = append(out.Categories, g.name)
	}
	if d.s.sized {
		out.Categories = append(out.Categories, d.k.Diagrams().Total)
	}
	whole := charts.LargestRemainder(d.s.total)
	for j, p := range d.s.parties {
		series := scene.Series{Name: p.name, Color: p.color}
		for _, g := range d.s.segments {
			series.Values = append(series.Values, scene.Datum{Low: g.shares[j], High: g.shares[j], Text: d.k.B.Format.Percent(g.texts[j])})
		}
		if total := d.s.total[j]; d.s.sized {
			series.Values = append(series.Values, scene.Datum{Low: total, High: total, Text: d.k.B.Format.Percent(page.Itoa(whole[j]))})
		}
		out.Series = append(out.Series, series)
	}
	if d.s.sized {
		series := scene.Series{Name: d.k.Diagrams().Size, Role: "base"}
		for _, g := range d.s.segments {
			series.Values = append(series.Values, scene.Datum{Low: g.size * 100, High: g.size * 100, Text: g.label})
		}
		series.Values = append(series.Values, scene.Datum{Low: 100, High: 100, Text: "100%"})
		out.Series = append(out.Series, series)
	}
	return out
}
