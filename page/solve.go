package page

import (
	"cmp"
	"math"
	"slices"

	"roadshow/scene"
)

// What a page costs, in the shares of a page that are missing or given way. The greatest lever is that the foot of a theme's last
// page is charged while text and evidence are still merged: a page that is filled to its foot at the cost of the next is no gain.
const (
	costPage     = 4
	costAhead    = 8   // of each page that is still to come, by its height
	costFoot     = 100 // of the empty foot squared, half by the main column, half by the lowest ink
	costLast     = 100 // of a last page's, squared, beyond lastFree
	lastFree     = 0.12
	wellFull     = 0.78 // below it a page is charged by what is missing, and again by its square
	costSparse   = 100
	costSparse2  = 800
	costStretch  = 4  // of the stretch squared, 1 being all that there is
	costIdle     = 6  // of the idle rail squared
	costDistance = 20 // of the pages of text between evidence and its place, squared; twice before the words that speak of it
	costCut      = 2  // a paragraph that goes on
	costScrap    = 3  // fewer than three lines of it on a page
	costListCut  = 6  // a table or a list that goes on; twice where it is no half page high
	costBand     = 2  // a row of what found no room in the rail
	costRow      = 2  // a theme's figures as a row
	costWide     = 1  // a wider form of evidence than its own
	costNarrow   = 3  // an exhibit in the rail
	costRail     = 1  // the consequence in the rail
)

// How far the gaps of a page give way, as shares, where it must hold more and where it has room.
const gapLess, gapMore = 0.15, 0.7

// mostOpen is how much of a page's main column may be left empty, as a share, where more would fit on it.
const mostOpen = 0.45

// cutStep is how finely the room for a list is told, in points: every piece is set anew.
const cutStep = 10

// breadth is how many beginnings of a page are followed further, and each tries at most mostMerges; beyond lookings merges of a section
// only longBreadth and longMerges, so that a long theme costs no more a page than a short one.
const (
	breadth     = 24
	mostMerges  = 2_000
	lookings    = 8_000
	longBreadth = 3
	longMerges  = 100
	// documentMerges are those of all themes together, before each is treated as a long one; at ten times as many they flow.
	documentMerges = 40_000
	// enough is what pages may cost beyond their number without another form of evidence being tried.
	enough = 8
)

// giving is the squeeze at t: -1 gives way as far as it can, 0 is natural, 1 stretches as far as it may.
func giving(t scene.Pt) squeeze {
	if t < 0 {
		return squeeze{plot: t, gap: 1 + t*gapLess}
	}
	return squeeze{plot: t, gap: 1 + t*gapMore}
}

// node is the beginning of a page: how far the streams have got, and what it took.
type node struct {
	progress
	side  []anchored // waits for room in the rail
	pages int        // that were filled
	cost  float64
	from  *node
	boxes []placed // of the page that was filled last
	end   scene.Pt // how far down it is, footnotes aside
}

// progress is how far text and evidence have got.
type progress struct {
	text, unit, box    int  // the next piece of text; the next unit and its next box
	form               int  // of the unit at hand
	row                bool // the figures stand in a row
	textRest, unitRest *Box // what the page before left of a piece
	closed             bool // the consequence stands
}

// key tells beginnings of pages apart that go on differently.
type key struct {
	text, unit, box  int
	form             int
	textLeft, unitAt scene.Pt
	side             int
	closed           bool
}

func (n *node) key() key {
	k := key{n.text, n.unit, n.box, n.form, 0, 0, len(n.side), n.closed}
	if n.textRest != nil {
		k.textLeft = n.textRest.H
	}
	if n.unitRest != nil {
		k.unitAt = n.unitRest.H
	}
	return k
}

// solver looks for the pages of a story: forward over the beginnings of pages, and on each page over the merges of the streams.
type solver struct {
	f       *Flow
	s       *story
	heights []scene.Pt // of the text up to each of its pieces
	// unitHeights are those of the evidence, in its first form.
	unitHeights []scene.Pt
	highest     []scene.Pt // how much more it takes in its highest form, drawn as high as it may be
	before      int        // merges that had been tried before the search
	last        int        // merges after which the page at hand is left
	cuts        map[cut][2]*Box
	next        map[key]*node
	best        *node
	boxes       []placed // of the page laid last: used again for the next
}

// cut is a box at a room for it: pieces are made once.
type cut struct {
	box   *Box
	room  int
	alone bool // nothing else stands on the page
}

// solve fills the pages of the section's story; false where some piece of it is higher than a page, or nothing was found. Wider
// forms of evidence are set where the pages are not well filled without.
func (f *Flow) solve() (plan, bool) {
	if f.K.merges > 10*documentMerges {
		return plan{}, false
	}
	s := &solver{f: f, s: f.story, heights: f.story.heights(), unitHeights: f.story.unitHeights(), cuts: map[cut][2]*Box{}}
	s.search()
	if s.best != nil && s.best.cost > enough+costPage*float64(s.best.pages) {
		f.story.wider()
		s.search()
	}
	if s.best == nil {
		return plan{}, false
	}
	return s.plan(), true
}

// search goes forward over the beginnings of pages, those that cost least first.
func (s *solver) search() {
	s.before, s.highest = s.f.K.merges, s.s.higher()
	for layer := []*node{{}}; len(layer) > 0; {
		s.next = map[key]*node{}
		for _, n := range layer {
			if s.best == nil || n.cost < s.best.cost {
				s.fill(n)
			}
		}
		layer = layer[:0]
		for _, n := range s.next {
			layer = append(layer, n)
		}
		slices.SortFunc(layer, func(a, b *node) int {
			return cmp.Or(cmp.Compare(a.cost+s.ahead(a), b.cost+s.ahead(b)), compareKeys(a.key(), b.key()))
		})
		if s.long() {
			layer = layer[:min(len(layer), longBreadth)]
		}
		layer = layer[:min(len(layer), breadth)]
	}
}

// long says that so much has been tried that the rest is sought more narrowly.
func (s *solver) long() bool {
	return s.f.K.merges-s.before > lookings || s.f.K.merges > documentMerges
}

// ahead is what the pages that are left will cost at least, by their number: beginnings that have got less far are no better for it.
func (s *solver) ahead(n *node) float64 {
	cost := costAhead * float64(s.left(&n.progress)/s.f.K.Grid.height())
	for i := n.unit; i < len(s.s.units) && s.s.units[i].after < n.text; i++ { // what waits gets no nearer to its place
		cost += s.distance(&s.s.units[i], n.text)
	}
	return cost
}

// left is the height of the text and the evidence that are still to come.
func (s *solver) left(at *progress) scene.Pt {
	h := s.heights[len(s.s.text)] - s.heights[at.text] + s.unitHeights[len(s.s.units)] - s.unitHeights[at.unit]
	for _, rest := range []*Box{at.textRest, at.unitRest} {
		if rest != nil {
			h += rest.H
		}
	}
	return h
}

func compareKeys(a, b key) int {
	return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.unit, b.unit), cmp.Compare(a.box, b.box), cmp.Compare(a.form, b.form), cmp.Compare(a.textLeft, b.textLeft),
		cmp.Compare(a.unitAt, b.unitAt), cmp.Compare(a.side, b.side))
}

// plan is the way to the best end.
func (s *solver) plan() plan {
	var out plan
	var pages []*node
	for n := s.best; n.from != nil; n = n.from {
		pages = append(pages, n)
	}
	slices.Reverse(pages)
	for _, n := range pages {
		for _, b := range n.boxes {
			out.boxes = append(out.boxes, b.sized())
			out.pages = max(out.pages, b.page+1)
		}
	}
	out.end = s.best.end
	return out
}

// height is that of the text area.
func (g Grid) height() scene.Pt { return g.Bottom - g.Top }

// page is an empty page that goes on from n.
func (s *solver) page(n *node, t scene.Pt) planner {
	p := planner{f: s.f, g: s.f.K.Grid, give: giving(t), page: n.pages}
	top := p.g.Top
	if n.from == nil {
		top = s.f.top
	}
	p.start(top)
	if n.from == nil {
		p.note(&Box{Notes: s.f.notes})
	}
	return p
}

// lay puts boxes on a page at a stretch and ends it; false where they do not all fit. What was left in the rail waits. The page is
// good until the next is laid.
func (s *solver) lay(n *node, seq []*Box, t scene.Pt) (planner, bool) {
	p := s.page(n, t)
	p.out.boxes, p.side = s.boxes[:0], slices.Clone(n.side)
	for _, b := range seq {
		if !p.add(b) {
			return p, false
		}
	}
	p.settle(p.bottom())
	s.boxes = p.out.boxes
	return p, true
}

// add puts a box below the last one where it fits.
func (p *planner) add(b *Box) bool {
	if b.Draw == nil { // stands in the rail alone
		if p.y > p.bottom()-p.more(b)+0.01 {
			return false // its footnotes would cover the column
		}
		p.note(b)
		for _, s := range b.Side {
			if s.Float { // an exhibit: none that follows may stand before it
				return p.aside(s)
			}
			p.side = append(p.side, anchored{s, p.page, p.lastY})
		}
		return true
	}
	y := p.top(b)
	if p.height(b) > p.bottom()-y-p.more(b)+0.01 || !p.railFits(b, y) {
		return false
	}
	p.put(b, y)
	return true
}

// aside puts an exhibit into the rail, beside what stands last in the main column or lower.
func (p *planner) aside(b *Box) bool {
	p.settle(p.bottom())
	y := max(p.railTop(p.lastY), p.railY+max(p.railGap, b.Before))
	if p.railNew {
		y = p.lastY
	}
	if len(p.side) > 0 || y+b.H > p.bottom()+0.01 {
		return false
	}
	p.out.boxes = append(p.out.boxes, placed{b, p.page, p.g.RailX, y, b.H})
	p.railY, p.railGap, p.railNew = y+b.H, b.After, false
	return true
}

// fill looks for every way to fill the page that begins at n.
func (s *solver) fill(n *node) {
	s.last = s.f.K.merges + mostMerges
	if s.long() {
		s.last = s.f.K.merges + longMerges
	}
	p := s.page(n, -1)
	p.out.boxes, p.side = make([]placed, 0, 48), append(make([]anchored, 0, 16), n.side...)
	s.step(n, n.progress, make([]*Box, 0, 48), p, 0)
}

// step goes on with the page of n, on which seq stands: p is the page at its tightest, cost what the merge has cost so far.
func (s *solver) step(n *node, at progress, seq []*Box, p planner, cost float64) {
	if s.f.K.merges++; s.f.K.merges > s.last || s.best != nil && n.cost+cost >= s.best.cost {
		return
	}
	if s.done(at) {
		s.end(n, at, seq, cost)
		return
	}
	fits := false // something more
	try := func(b *Box, to progress, part func(*progress, *Box), cost float64) {
		q := p
		var last placed // a box of the full width may make it higher
		if len(p.out.boxes) > 0 {
			last = p.out.boxes[p.last]
		}
		if q.add(b) {
			fits = fits || !b.KeepNext
			s.step(n, to, append(seq, b), q, cost)
			if b.Text {
				for _, want := range s.halves(at, p, b) {
					s.divide(n, at, seq, b, part, want, cost)
				}
			}
		} else if part != nil {
			s.divide(n, at, seq, b, part, p.g.height(), cost)
		}
		if len(p.out.boxes) > 0 {
			p.out.boxes[p.last] = last
		}
	}
	inUnit := at.box > 0 || at.unitRest != nil
	tied := len(seq) > 0 && seq[len(seq)-1].KeepNext
	if !inUnit && at.text < len(s.s.text) {
		b, to := s.s.text[at.text], at
		switch {
		case at.textRest != nil:
			b = at.textRest
		case at.text == 0 && at.row:
			b = s.s.plain
		case at.text == 0 && s.s.row != nil && len(seq) == 0:
			to.row = true
			try(s.s.row, to, nil, cost+costRow)
			to.row = false
		}
		to.text, to.textRest = at.text+1, nil
		try(b, to, func(p *progress, tail *Box) { p.textRest = tail }, cost)
	}
	if at.unit < len(s.s.units) && (inUnit || at.textRest == nil && at.text > 0 && s.s.apart[at.text-1]) {
		u := &s.s.units[at.unit]
		forms := u.forms[at.form : at.form+1]
		if !inUnit {
			forms = u.forms
		}
		for i, boxes := range forms {
			b, on, to, cost := boxes[at.box], at, at, cost
			if !inUnit {
				on.form, to.form = i, i
				cost += s.distance(u, at.text) + u.costs[i]
			} else if at.unitRest != nil {
				b = at.unitRest
			}
			to.unitRest = nil
			if to.box++; to.box == len(boxes) {
				to.unit, to.box, to.form = at.unit+1, 0, 0
			}
			try(b, to, func(p *progress, tail *Box) { *p = on; p.unitRest = tail }, cost)
		}
	}
	if at.text == len(s.s.text) && at.unit == len(s.s.units) && s.s.close != nil {
		to := at
		to.closed = true
		try(s.s.close, to, nil, cost)
		if rail := s.s.close.InRail; rail != nil && !tied {
			try(&Box{Side: []*Box{rail}}, to, nil, cost+costRail)
		}
	}
	if len(seq) > 0 && !tied && (!fits || p.bottom()-p.y < mostOpen*p.g.height()) {
		s.end(n, at, seq, cost)
	}
}

// done says that all of the story stands.
func (s *solver) done(at progress) bool {
	return at.text == len(s.s.text) && at.unit == len(s.s.units) && (at.closed || s.s.close == nil)
}

// distance is what it costs that a unit begins behind so many pieces of text.
func (s *solver) distance(u *unit, text int) float64 {
	d := float64((s.heights[text] - s.heights[min(u.after, len(s.s.text))]) / s.f.K.Grid.height())
	if d < 0 && u.cited {
		return 2 * costDistance * d * d
	}
	return costDistance * d * d
}

// halves are rooms for the beginning of a paragraph with which the page and the next, which is the last, are filled about alike: with
// evidence in its lowest form, and in its highest and drawn as high as it may be. None where the next is not the last, or what is left
// fills both.
func (s *solver) halves(at progress, p planner, b *Box) (out []scene.Pt) {
	const least, most, air = 1.1, 1.8, 0.1 // pages; what gaps may take more
	used, h, left := p.y-p.g.Top, p.g.height(), s.left(&at)
	if s.s.close != nil {
		left += s.s.close.H
	}
	high := left + s.highest[len(s.s.units)] - s.highest[at.unit]
	if used+high < least*h || used+left > most*h {
		return nil
	}
	for _, next := range [...]scene.Pt{left, left + air*h, (left+high)/2 + air*h, high, high + air*h} {
		if want := (next - used) / 2; want >= b.Min && want <= b.H-b.Min {
			out = append(out, want)
		}
	}
	return out
}

// divide ends the page with as much of a box as it holds, and as is wanted at most.
func (s *solver) divide(n *node, at progress, seq []*Box, b *Box, part func(*progress, *Box), want scene.Pt, cost float64) {
	if part == nil || b.Split == nil || b.Rail != nil || b.Min >= b.H {
		return
	}
	p, _, ok := s.fitted(n, seq)
	if !ok {
		return
	}
	room := min(want, p.bottom()-p.top(b)-p.more(b))
	if b.KeepNext {
		room = min(room, b.H-1) // its last lines go with what follows
	}
	if room < b.Min {
		return
	}
	c := cut{b, int(room), len(seq) == 0}
	if !b.Text {
		c.room -= c.room % cutStep
	}
	piece, known := s.cuts[c]
	if !known {
		piece[0], piece[1] = b.Split(scene.Pt(c.room))
		if piece[0] == nil && c.alone && b.Loose != nil {
			piece[0], piece[1] = b.Loose(scene.Pt(c.room))
		}
		if piece[0] != nil && piece[1] != nil {
			piece[0].Side = b.Side
		}
		s.cuts[c] = piece
	}
	head, tail := piece[0], piece[1]
	if head == nil || tail == nil {
		return
	}
	switch {
	case !b.Text && b.H < s.f.K.Grid.height()/2:
		cost += 2 * costListCut
	case !b.Text:
		cost += costListCut
	default:
		cost += costCut
		if scrap := 1.3 * b.Min; head.H < scrap || tail.H < scrap {
			cost += costScrap
		}
	}
	part(&at, tail)
	s.end(n, at, append(seq, head), cost)
}

// fitted lays boxes on a page as they are, or at their tightest; false where they do not fit even so.
func (s *solver) fitted(n *node, seq []*Box) (p planner, t scene.Pt, ok bool) {
	if p, ok = s.lay(n, seq, 0); ok {
		return p, 0, true
	}
	p, ok = s.lay(n, seq, -1)
	return p, -1, ok
}

// end ends the page after seq at the widest stretch that fits. Heights follow the stretch in proportion but where the rail comes between:
// then it is halved towards the one that fits.
func (s *solver) end(n *node, at progress, seq []*Box, cost float64) {
	if s.best != nil && n.cost+cost+costPage >= s.best.cost {
		return
	}
	p, t, ok := s.fitted(n, seq)
	if !ok {
		return
	}
	if room := p.bottom() - p.y; room > 0.5 {
		p, t = s.stretched(n, seq, p, t)
	}
	// A last page that stays half empty is left as it is: stretched plots would only show it.
	if t > 0 && s.done(at) && p.bottom()-max(p.y, p.railY) > p.g.height()/2 {
		if natural, ok := s.lay(n, seq, 0); ok {
			p, t = natural, 0
		} else {
			p, _ = s.lay(n, seq, t)
		}
	}
	s.finish(n, at, seq, p, t, cost)
}

// stretched is the page of seq, which fits as p at the stretch low, at the widest that fits and leaves no more waiting in the rail.
func (s *solver) stretched(n *node, seq []*Box, p planner, low scene.Pt) (planner, scene.Pt) {
	waits, room, from := len(p.side), p.bottom()-p.y, p.y
	try := scene.Pt(1)
	if at1 := s.reach(n, seq, 1); at1 > p.bottom() && at1 > from {
		try = low + (1-low)*room/(at1-from) - 0.001
	}
	for range 5 {
		if q, ok := s.lay(n, seq, try); ok && len(q.side) <= waits {
			return q, try
		}
		try = (low + try) / 2
	}
	p, _ = s.lay(n, seq, low)
	return p, low
}

// reach is how far down the main column gets at a stretch, be it beyond its foot.
func (s *solver) reach(n *node, seq []*Box, t scene.Pt) scene.Pt {
	p := s.page(n, t)
	p.out.boxes, p.side = s.boxes[:0], slices.Clone(n.side)
	for _, b := range seq {
		if b.Draw != nil {
			p.put(b, p.top(b))
		}
	}
	return p.y
}

// finish weighs a page that has ended, and goes on from it or keeps it as the best end.
func (s *solver) finish(n *node, at progress, seq []*Box, p planner, t scene.Pt, cost float64) {
	h := float64(p.g.height())
	void := float64(p.bottom()-p.y) / h
	low := float64(p.bottom()-max(p.y, p.railY)) / h
	used := 0.0
	for _, b := range p.out.boxes {
		if b.x < p.g.MainX {
			used += float64(b.h) / h
		}
	}
	if n.from == nil && slices.ContainsFunc(p.side, func(a anchored) bool { return a.box == s.s.group }) {
		cost += costSparse
	}
	last := s.done(at)
	if last {
		if rows := (len(p.side) + 2) / 3; rows > 0 {
			cost += costBand * float64(rows)
			p.leftovers()
			if len(p.out.bad) > 0 {
				return // it is higher than a page: the flow says so
			}
			if p.page > n.pages { // they open a page of their own
				cost += costPage + costSparse
			}
		}
		low = float64(p.bottom()-max(p.y, p.railY)) / h
	}
	cost += costPage + costStretch*float64(t*t) + costIdle*math.Pow(max(0, 1-used-low), 2)
	foot := (void + low) / 2
	if last {
		cost += costLast * math.Pow(max(0, foot-lastFree), 2)
	} else {
		cost += costFoot * foot * foot
	}
	if short := low - (1 - wellFull); short > 0 {
		cost += costSparse*short + costSparse2*short*short
	}
	cost += n.cost
	if s.best != nil && cost >= s.best.cost {
		return
	}
	end := max(p.y, p.railY)
	p.footed()
	to := &node{end: end, progress: at, side: slices.Clone(p.side), pages: p.page + 1, cost: cost, from: n, boxes: slices.Clone(p.out.boxes)}
	if last {
		s.best = to
		return
	}
	k := to.key()
	if old := s.next[k]; old == nil || cost < old.cost {
		s.next[k] = to
	}
}
