package layouts

import (
	"math"

	"roadshow/scene"
)

// Flow is one section of the document: boxes that follow each other through pages of two columns, the main column and the
// rail. Boxes of the full width need both columns to themselves.
type Flow struct {
	k     *Kit
	boxes []*Box
	// top is where the first page's columns begin; later pages begin at Grid.Top.
	top scene.Pt
	// open draws what stands above the columns on the first page.
	open func(c *Canvas)
}

// Add appends boxes.
func (f *Flow) Add(boxes ...*Box) { f.boxes = append(f.boxes, boxes...) }

// Rail hangs boxes in the rail, no higher than the last box added.
func (f *Flow) Rail(boxes ...*Box) {
	if len(f.boxes) == 0 {
		f.Add(space(0))
	}
	last := f.boxes[len(f.boxes)-1]
	last.Side = append(last.Side, boxes...)
}

// placed is a box with its place in the section.
type placed struct {
	box  *Box
	page int // 0 is the section's first page
	x, y scene.Pt
}

// plan is a paginated section.
type plan struct {
	boxes []placed
	pages int
	end   scene.Pt // lowest edge on the last page
	bad   []*Box   // boxes that are higher than a page
}

// draw puts the section's boxes on pages. Pieces of one box learn how many they are first: their titles say so.
func (p plan) draw(k *Kit, pages []*Canvas) {
	count := map[*Parts]int{}
	for _, b := range p.boxes {
		if b.box.Parts != nil {
			count[b.box.Parts]++
			b.box.Parts.Total = count[b.box.Parts]
		}
	}
	for _, b := range p.boxes {
		c := pages[b.page]
		drawn := len(c.Items)
		b.box.Draw(c, b.x, b.y)
		k.use(c.Page.Number, b.box.Uses...)
		k.cited(c.Page.Number, c.Items[drawn:])
	}
}

// squeezes are tried in turn until the last page is well filled: exhibits lower by up to 8 %, then gaps closer by 15 %
// (DESIGN.md §7).
var squeezes = [...]squeeze{{1, 1}, {0.97, 1}, {0.94, 1}, {0.92, 1}, {0.92, 0.85}}

// squeeze is how far plots and gaps give way, as factors.
type squeeze struct{ plot, gap scene.Pt }

// best is the plan with the fewest pages; of equal ones the one that gives way least. A last page that is nearly empty is
// pulled back by squeezing what stands upstream; a consequence that would stand alone on it moves into the rail.
func (f *Flow) best() plan {
	best, ok := f.squeezed()
	n := len(f.boxes)
	if ok || n < 2 || f.boxes[n-1].InRail == nil {
		return best
	}
	// As low in the rail as it finds room: beside one of the last paragraphs.
	for i, tries := n-2, 0; i >= 0 && tries < 6; i-- {
		if f.boxes[i].Col == Full || f.boxes[i].KeepNext {
			continue
		}
		tries++
		rail := *f
		rail.boxes = append([]*Box{}, f.boxes[:n-1]...)
		at := *rail.boxes[i]
		at.Side = append(at.Side[:len(at.Side):len(at.Side)], f.boxes[n-1].InRail)
		rail.boxes[i] = &at
		if p, _ := rail.squeezed(); p.pages < best.pages {
			return p
		}
	}
	return best
}

// squeezed also says whether the last page is at least a quarter full.
func (f *Flow) squeezed() (best plan, full bool) {
	quarter := f.k.Grid.Top + (f.k.Grid.Bottom-f.k.Grid.Top)/4
	for i, x := range squeezes {
		p := f.plan(x)
		if i == 0 && (p.pages == 1 || p.end >= quarter) {
			return p, true
		}
		if i == 0 || p.pages < best.pages {
			best = p
		}
	}
	return best, best.pages == 1 || best.end >= quarter
}

// planner is the state of one pagination.
type planner struct {
	f        *Flow
	g        Grid
	out      plan
	page     int
	y, railY scene.Pt
	gap      scene.Pt // After of the last box of the main column
	railGap  scene.Pt
	last     int  // index in out of the last box of the main column
	fresh    bool // nothing stands in the main column of this page yet
	railNew  bool
	side     []anchored
	tight    scene.Pt // factor of the gaps between boxes
}

// anchored is a rail box that may stand no higher than y on its page.
type anchored struct {
	box  *Box
	page int
	y    scene.Pt
}

func (f *Flow) plan(give squeeze) plan {
	p := &planner{f: f, g: f.k.Grid, tight: give.gap}
	p.start(f.top)
	queue := make([]*Box, 0, len(f.boxes))
	for _, b := range f.boxes {
		if b.Flex != nil && give.plot != 1 {
			b = b.instead(b.Flex(give.plot))
		}
		queue = append(queue, b)
	}
	// Every turn of the loop places a box or a part of one, or starts a page that then takes one: bounded.
	for len(queue) > 0 {
		queue = p.next(queue)
	}
	p.settle(p.g.Bottom)
	p.leftovers()
	p.out.pages = p.page + 1
	p.out.end = max(p.y, p.railY)
	return p.out
}

func (p *planner) start(top scene.Pt) {
	p.y, p.railY, p.gap, p.railGap, p.fresh, p.railNew = top, top, 0, 0, true, true
}

func (p *planner) turn() {
	p.settle(p.g.Bottom)
	p.page++
	p.start(p.g.Top)
}

// next places the head of the queue and returns what remains.
func (p *planner) next(queue []*Box) []*Box {
	b := queue[0]
	need := p.need(queue)
	y := p.y + p.before(b)
	if b.Col == Full {
		p.settle(p.y + 6)
		p.grow()
		y = max(p.y+p.before(b), p.railY+max(p.railGap, b.Before))
		if p.fresh && p.railNew {
			y = p.y
		}
	}
	avail := p.g.Bottom - y
	if b.H <= avail+0.01 && need <= avail+0.01 && p.railFits(b, y) {
		p.put(b, y)
		return queue[1:]
	}
	whole := b.Float && b.H <= p.g.Bottom-p.g.Top // an exhibit that a page can hold is never cut
	if b.Split != nil && !b.KeepNext && b.Rail == nil && !whole {
		if head, tail := b.Split(avail); head != nil && (tail != nil || need <= avail+0.01) {
			p.put(head, y)
			if tail == nil {
				return queue[1:]
			}
			p.turn()
			return prepend(tail, queue[1:])
		}
	}
	if b.Float && !p.fresh {
		if from, to := p.filler(queue, avail); to > from {
			moved := append([]*Box{}, queue[from:to]...)
			moved = append(moved, queue[:from]...)
			return append(moved, queue[to:]...)
		}
	}
	if !p.fresh || !p.railNew {
		p.turn()
		return queue
	}
	// The box is higher than an empty page.
	if b.Loose != nil {
		if head, tail := b.Loose(avail); head != nil && tail != nil {
			p.put(head, y)
			p.turn()
			return prepend(tail, queue[1:])
		}
	}
	p.out.bad = append(p.out.bad, b)
	p.put(b, y)
	return queue[1:]
}

// need is the height that the head of the queue wants below it to stand here: a heading wants the first lines of what
// follows.
func (p *planner) need(queue []*Box) scene.Pt {
	b := queue[0]
	h := b.H
	if !b.KeepNext || len(queue) < 2 {
		return h
	}
	n := queue[1]
	m := n.H
	if n.Split != nil && n.Min > 0 {
		m = min(m, n.Min)
	}
	if n.KeepNext {
		m = p.need(queue[1:])
	}
	return h + max(b.After, n.Before) + m
}

// filler finds running text behind waiting exhibits that may move up before them: one paragraph at a time, a heading only
// with the lines that follow it. Exhibits keep their order, and no more than two wait at a time.
func (p *planner) filler(queue []*Box, avail scene.Pt) (from, to int) {
	for from = 1; from < len(queue) && from < 3 && queue[from].Float; from++ {
	}
	for to = from; to < len(queue) && queue[to].Text; to++ {
		if queue[to].KeepNext {
			continue
		}
		if stackHeight(queue[from:to])+gapBefore(queue[from:], to-from)+min(queue[to].Min, queue[to].H) > avail {
			return 0, 0
		}
		return from, to + 1
	}
	return 0, 0
}

// gapBefore is the space between box n of a queue and the one before it.
func gapBefore(queue []*Box, n int) scene.Pt {
	if n == 0 {
		return 0
	}
	return max(queue[n-1].After, queue[n].Before)
}

func prepend(b *Box, rest []*Box) []*Box { return append([]*Box{b}, rest...) }

func (p *planner) before(b *Box) scene.Pt {
	if p.fresh {
		return 0
	}
	return p.tight * max(p.gap, b.Before)
}

// grow makes the last box of the main column as high as what stands beside it, where it can be drawn higher.
func (p *planner) grow() {
	if p.fresh || p.railY < p.y+6 {
		return
	}
	if at := &p.out.boxes[p.last]; at.box.Grow != nil {
		c := at.box.instead(at.box.Grow(p.railY - at.y))
		c.Grow = nil
		at.box, p.y = c, at.y+c.H
	}
}

// put places a box and hands its rail boxes over.
func (p *planner) put(b *Box, y scene.Pt) {
	x := p.g.MainX
	if b.Col == Full {
		x = p.g.Left
	}
	p.out.boxes = append(p.out.boxes, placed{b, p.page, x, y})
	p.last = len(p.out.boxes) - 1
	p.y, p.gap, p.fresh = y+b.H, b.After, false
	if b.Rail != nil {
		p.settle(y)
		top := p.railTop(y)
		p.out.boxes = append(p.out.boxes, placed{b.Rail, p.page, p.g.RailX, top})
		p.railY, p.railGap, p.railNew = top+b.Rail.H, max(12, b.Rail.After), false
	}
	if b.Col == Full {
		p.railY, p.railGap, p.railNew = p.y, b.After, false
	}
	for _, s := range b.Side {
		p.side = append(p.side, anchored{s, p.page, y})
	}
}

// railTop is where a box beside one at y may begin: below what stands in the rail already.
func (p *planner) railTop(y scene.Pt) scene.Pt {
	if p.railNew {
		return y
	}
	return max(y, p.railY+p.railGap)
}

// railFits says whether what stands beside a box ends on the page. On an empty page there is no better place.
func (p *planner) railFits(b *Box, y scene.Pt) bool {
	return b.Rail == nil || p.fresh || p.railTop(y)+b.Rail.H <= p.g.Bottom+0.01
}

// settle places waiting rail boxes, in order, as far as they end above limit.
func (p *planner) settle(limit scene.Pt) {
	for len(p.side) > 0 {
		a := p.side[0]
		y := p.railY
		if !p.railNew {
			y += max(p.railGap, a.box.Before)
		}
		if a.page == p.page {
			y = max(y, a.y)
		}
		if y+a.box.H > limit {
			return
		}
		p.out.boxes = append(p.out.boxes, placed{a.box, p.page, p.g.RailX, y})
		p.railY, p.railGap, p.railNew = y+a.box.H, a.box.After, false
		p.side = p.side[1:]
	}
}

// leftovers gives rail boxes that found no room a page of their own.
func (p *planner) leftovers() {
	for len(p.side) > 0 {
		n := len(p.side)
		p.page++
		p.start(p.g.Top)
		p.settle(p.g.Bottom)
		if len(p.side) == n {
			p.out.bad = append(p.out.bad, p.side[0].box)
			p.side = p.side[1:]
		}
	}
}

// tooHigh reports a box that no page can hold.
func (k *Kit) tooHigh(b *Box) {
	at, page := b.At, k.Grid.Bottom-k.Grid.Top
	for _, it := range b.Items {
		if it.H > page/2 && !it.At.IsZero() {
			at = it.At
		}
	}
	if at.IsZero() {
		at = k.B.At
	}
	k.L.Error(at, "E-FIT", "shorten it, or split it into two blocks", "%s: %.0f pt too high for a page", orWords(b.Name, "this block"), math.Ceil(float64(b.H-page)))
}
