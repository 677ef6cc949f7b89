package page

import (
	"math"
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
)

// Flow is one section of the document: boxes that follow each other through pages of two columns, the main column and the
// rail. Boxes of the full width need both columns to themselves.
type Flow struct {
	K     *Composer
	boxes []*Box
	// top is where the first page's columns begin; later pages begin at Grid.Top.
	top scene.Pt
	// notes are footnotes of what open draws.
	notes []*briefing.Note
	// open draws what stands above the columns on the first page.
	open func(c *Canvas)
	// Wide asks a layout for the form of a block that fills more of a page, where it has one.
	Wide bool
	// Narrow asks it for the form in the rail that takes nothing of the main column; a layout that has none adds no boxes.
	Narrow bool
	// chapter says that a last page that is nearly empty may take some of the page before.
	chapter bool
	// foot are boxes at the end that stand at the foot of the last page.
	foot []*Box
	// story, when not nil, holds the section's boxes in streams of which the order on the pages is sought: see solve.
	story *story
}

// Add appends boxes.
func (f *Flow) Add(boxes ...*Box) { f.boxes = append(f.boxes, boxes...) }

// Rail hangs boxes in the rail, no higher than the last box added.
func (f *Flow) Rail(boxes ...*Box) {
	if len(f.boxes) == 0 {
		f.Add(Space(0))
	}
	last := f.boxes[len(f.boxes)-1]
	last.Side = append(last.Side, boxes...)
}

// placed is a box with its place in the section and the height that it has there, which is not its own where its plot gives way.
type placed struct {
	box  *Box
	page int // 0 is the section's first page
	x, y scene.Pt
	h    scene.Pt
}

// sized is the box at the height it was placed with.
func (b placed) sized() placed {
	if b.h != b.box.H && b.box.Flex != nil && b.box.Plot > 0 {
		b.box = b.box.instead(b.box.Flex(1 + (b.h-b.box.H)/b.box.Plot))
	}
	return b
}

// plan is a paginated section.
type plan struct {
	boxes []placed
	pages int
	end   scene.Pt // lowest edge on the last page
	bad   []*Box   // boxes that are higher than a page
}

// draw puts the section's boxes on pages. Pieces of one box learn how many they are first: their titles say so.
func (p plan) draw(k *Composer, pages []*Canvas) {
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
		k.Use(c.Page.Number, b.box.Uses...)
		k.cited(c.Page.Number, c.Items[drawn:])
	}
}

// squeezes are tried in turn until the last page is well filled: exhibits lower, then gaps closer by 15 %.
var squeezes = [...]squeeze{{gap: 1}, {plot: -0.3, gap: 1}, {plot: -0.6, gap: 1}, {plot: -0.8, gap: 1}, {plot: -0.8, gap: 0.85}}

// squeeze is how far plots and gaps give way: of what plots may give, and what they may take, where it is positive, as a share; of
// gaps as a factor. It also says how much earlier the last page but one ends.
type squeeze struct {
	plot, gap scene.Pt
	early     scene.Pt
	page      int // the page that ends early
}

// full is how much of its last page a plan fills; 1 for a single page, which has nothing to be pulled back to.
func (p plan) full(g Grid) scene.Pt {
	if p.pages == 1 {
		return 1
	}
	return (p.end - g.Top) / (g.Bottom - g.Top)
}

// best is the plan with the fewest pages; of equal ones the one that gives way least. A last page that is nearly empty is
// pulled back by squeezing what stands upstream; a consequence that would stand alone on it moves into the rail; what
// cannot be pulled back is joined by some of the page before.
func (f *Flow) best() plan {
	if f.story != nil {
		if p, ok := f.solve(); ok {
			return p
		}
		f.boxes = f.story.inOrder()
	}
	best, ok := f.squeezed()
	if ok {
		return best
	}
	if p, ok := f.consequenceInRail(best.pages); ok {
		return p
	}
	for by := scene.Pt(30); f.chapter && by <= 150; by += 30 {
		p := f.plan(squeeze{gap: 1, early: by, page: best.pages - 2})
		if p.pages == best.pages && len(p.bad) == len(best.bad) && p.full(f.K.Grid) >= Sparse {
			return p
		}
	}
	return best
}

// consequenceInRail tries to save a page by moving a closing consequence into the rail: as late there as it finds room,
// beside one of the last pieces of the main column. Text may have moved up before exhibits, so that the last piece is not
// always the one furthest on.
func (f *Flow) consequenceInRail(pages int) (best plan, ok bool) {
	n := len(f.boxes)
	if n < 2 || f.boxes[n-1].InRail == nil || f.boxes[n-2].KeepNext {
		return best, false
	}
	page, y := -1, scene.Pt(0)
	for i, tries := n-2, 0; i >= 0 && tries < 12; i-- {
		if f.boxes[i].Col == Full || f.boxes[i].KeepNext {
			continue
		}
		tries++
		rail := *f
		rail.boxes = append([]*Box{}, f.boxes[:n-1]...)
		at := *rail.boxes[i]
		at.Side = append(at.Side[:len(at.Side):len(at.Side)], f.boxes[n-1].InRail)
		rail.boxes[i] = &at
		p, _ := rail.squeezed()
		if p.pages >= pages {
			continue
		}
		for _, b := range p.boxes {
			if b.box == f.boxes[n-1].InRail && (b.page > page || b.page == page && b.y > y) {
				best, ok, page, y = p, true, b.page, b.y
			}
		}
	}
	return best, ok
}

// squeezed also says whether the last page is at least a quarter full. A colophon is pulled back from a page that it has for itself.
func (f *Flow) squeezed() (best plan, full bool) {
	least, tries := scene.Pt(Sparse), squeezes[:]
	if len(f.foot) > 0 {
		least, tries = colophonAlone, append(tries[:len(tries):len(tries)], squeeze{plot: -0.8, gap: 0.6})
	}
	for i, x := range tries {
		p := f.plan(x)
		if i == 0 && p.full(f.K.Grid) >= least {
			return p, true
		}
		if i == 0 || p.pages < best.pages {
			best = p
		}
	}
	return best, best.full(f.K.Grid) >= Sparse
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
	last     int      // index in out of the last box of the main column
	lastY    scene.Pt // where it begins
	fresh    bool     // nothing stands in the main column of this page yet
	railNew  bool
	side     []anchored
	give     squeeze
	notes    []*briefing.Note // at the foot of the page at hand
	foot     scene.Pt         // how high they are
}

// bottom is where the columns of the page at hand end.
func (p *planner) bottom() scene.Pt {
	if p.give.early > 0 && p.page == p.give.page {
		return p.g.Bottom - p.give.early - p.foot
	}
	return p.g.Bottom - p.foot
}

// more is how much higher the footnotes of the page get by those of a box and of what stands beside it.
func (p *planner) more(b *Box) scene.Pt {
	if notes := p.joined(b); len(notes) > len(p.notes) {
		return p.f.K.feetHeight(notes) - p.foot
	}
	return 0
}

func (p *planner) joined(b *Box) []*briefing.Note {
	out := p.notes
	add := func(notes []*briefing.Note) {
		for _, n := range notes {
			if !slices.Contains(out, n) {
				out = append(out[:len(out):len(out)], n)
			}
		}
	}
	add(b.Notes)
	for _, s := range b.Side {
		add(s.Notes)
	}
	return out
}

// note adds the footnotes of a box to the page at hand.
func (p *planner) note(b *Box) {
	if notes := p.joined(b); len(notes) > len(p.notes) {
		p.notes, p.foot = notes, p.f.K.feetHeight(notes)
	}
}

// footed ends a page: its footnotes stand at the foot of the main column.
func (p *planner) footed() {
	if len(p.notes) > 0 {
		box := p.f.K.pageFeet(p.notes)
		p.out.boxes = append(p.out.boxes, placed{box, p.page, p.g.MainX, p.g.Bottom - box.H, box.H})
	}
	p.notes, p.foot = nil, 0
}

// anchored is a rail box that may stand no higher than y on its page.
type anchored struct {
	box  *Box
	page int
	y    scene.Pt
}

func (f *Flow) plan(give squeeze) plan {
	p := &planner{f: f, g: f.K.Grid, give: give}
	p.start(f.top)
	p.note(&Box{Notes: f.notes})
	queue := slices.Clone(f.boxes)
	// Every turn of the loop places a box or a part of one, or starts a page that then takes one: bounded.
	for len(queue) > 0 {
		queue = p.next(queue)
	}
	p.settle(p.bottom())
	p.leftovers()
	p.footed()
	p.out.pages = p.page + 1
	p.out.end = max(p.y, p.railY)
	for i := range p.out.boxes {
		p.out.boxes[i] = p.out.boxes[i].sized()
	}
	return p.out
}

// height is that of a box whose plot gives way.
func (p *planner) height(b *Box) scene.Pt {
	if p.give.plot < 0 {
		return b.H + p.give.plot*b.Shrink*b.Plot
	}
	return b.H + p.give.plot*b.Stretch*b.Plot
}

func (p *planner) start(top scene.Pt) {
	p.y, p.railY, p.gap, p.railGap, p.fresh, p.railNew, p.lastY = top, top, 0, 0, true, true, top
}

func (p *planner) turn() {
	p.settle(p.bottom())
	p.footed()
	p.page++
	p.start(p.g.Top)
}

// next places the head of the queue and returns what remains.
func (p *planner) next(queue []*Box) []*Box {
	b := queue[0]
	need := p.need(queue)
	y := p.top(b)
	avail := p.bottom() - y - p.more(b)
	// On a page that holds nothing, not even a title, there is no better place to hope for.
	empty := p.fresh && p.railNew && p.y <= p.g.Top+0.01 && p.bottom() == p.g.Bottom-p.foot
	if p.height(b) <= avail+0.01 && (need <= avail+0.01 || empty) && p.railFits(b, y) {
		p.put(b, y)
		return queue[1:]
	}
	if b.Split != nil && b.Rail == nil && !p.whole(b) {
		room := avail
		if b.KeepNext {
			room = min(room, b.H-1) // its last lines go with what follows
		}
		if head, tail := b.Split(room); head != nil && (tail != nil || need <= avail+0.01) {
			if tail == nil {
				p.put(b, y)
				return queue[1:]
			}
			head.Side = b.Side // b may be a copy with more in the rail than the box that Split knows
			p.put(head, y)
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
	if !empty {
		p.turn()
		return queue
	}
	// The box is higher than an empty page.
	if b.Loose != nil {
		if head, tail := b.Loose(avail); head != nil && tail != nil {
			head.Side = b.Side
			p.put(head, y)
			p.turn()
			return prepend(tail, queue[1:])
		}
	}
	p.out.bad = append(p.out.bad, b)
	p.put(b, y)
	return queue[1:]
}

// top is where a box may begin in the column at hand; one of the full width begins below both.
func (p *planner) top(b *Box) scene.Pt {
	y := p.y + p.before(b)
	if b.Col == Full {
		p.settle(min(p.y+6, p.bottom()))
		p.grow()
		y = max(p.y+p.before(b), p.railY+max(p.railGap, b.Before))
		if p.fresh && p.railNew {
			y = p.y
		}
	}
	return y
}

// whole says that a box is an exhibit that a page can hold: it is never cut.
func (p *planner) whole(b *Box) bool { return b.Float && b.H <= p.g.Bottom-p.g.Top }

// need is the height that the head of the queue wants below it to stand here: a heading wants the first lines of what
// follows. More than a page holds is not counted.
func (p *planner) need(queue []*Box) scene.Pt {
	h := p.height(queue[0])
	for i := 1; i < len(queue) && queue[i-1].KeepNext && h <= p.g.Bottom-p.g.Top; i++ {
		n := queue[i]
		h += gapBefore(queue, i)
		if n.Split != nil && n.Min > 0 && !n.KeepNext && !p.whole(n) {
			h += min(n.H, n.Min)
		} else {
			h += p.height(n)
		}
	}
	return h
}

// filler finds running text behind waiting exhibits that may move up before them: one paragraph at a time, a heading only
// with the lines that follow it. Exhibits keep their order, and no more than two wait at a time: a reader must find what the text
// speaks of on the same opening.
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
	return p.give.gap * max(p.gap, b.Before)
}

// grow makes the last box of the main column as high as what stands beside it, where it can be drawn higher.
func (p *planner) grow() {
	if p.fresh || p.railY < p.y+6 {
		return
	}
	if at := &p.out.boxes[p.last]; at.box.Grows {
		at.h = max(at.h, min(p.railY-at.y, at.box.H+mostGrowth*at.box.Plot))
		p.y = at.y + at.h
	}
}

// mostGrowth is how much higher a plot gets, as a share, where notes beside it would leave a hole under it.
const mostGrowth = 0.6

// put places a box and hands its rail boxes over.
func (p *planner) put(b *Box, y scene.Pt) {
	x := p.g.MainX
	if b.Col == Full {
		x = p.g.Left
	}
	p.note(b)
	h := p.height(b)
	p.out.boxes = append(p.out.boxes, placed{b, p.page, x, y, h})
	p.last, p.lastY = len(p.out.boxes)-1, y
	p.y, p.gap, p.fresh = y+h, b.After, false
	if b.Rail != nil {
		p.settle(y)
		top := p.railTop(y)
		p.out.boxes = append(p.out.boxes, placed{b.Rail, p.page, p.g.RailX, top, b.Rail.H})
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
	return b.Rail == nil || p.fresh || p.railTop(y)+b.Rail.H <= p.bottom()+0.01
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
		p.out.boxes = append(p.out.boxes, placed{a.box, p.page, p.g.RailX, y, a.box.H})
		p.railY, p.railGap, p.railNew = y+a.box.H, a.box.After, false
		p.side = p.side[1:]
	}
}

// leftovers places rail boxes that found no room: in rows of three below everything, on further pages if need be.
func (p *planner) leftovers() {
	x := thirds(p.g)
	for len(p.side) > 0 {
		row := p.side[:min(3, len(p.side))]
		y, h := p.y, scene.Pt(0)
		for _, a := range row {
			h = max(h, a.box.H)
			if !p.fresh || !p.railNew {
				y = max(y, p.y+max(p.gap, a.box.Before), p.railY+max(p.railGap, a.box.Before))
			}
		}
		if y+h > p.bottom()+0.01 {
			if !p.fresh || !p.railNew {
				p.footed()
				p.page++
				p.start(p.g.Top)
				continue
			}
			for _, a := range row {
				if a.box.H > p.g.Bottom-p.g.Top {
					p.out.bad = append(p.out.bad, a.box)
				}
			}
		}
		for i, a := range row {
			p.out.boxes = append(p.out.boxes, placed{a.box, p.page, p.g.Left + x[i], y, a.box.H})
			p.gap = max(p.gap, a.box.After)
		}
		p.y, p.railY, p.railGap, p.fresh, p.railNew = y+h, y+h, p.gap, false, false
		p.side = p.side[len(row):]
	}
}

// tooHigh reports a box that no page can hold.
func (k *Composer) tooHigh(b *Box) {
	at, page := b.At, k.Grid.Bottom-k.Grid.Top
	for _, it := range b.Items {
		if it.H > page/2 && !it.At.IsZero() {
			at = it.At
		}
	}
	if at.IsZero() {
		at = k.B.At
	}
	k.L.Error(at, "E-FIT", "shorten it, or split it into two blocks", "%s: %.0f pt too high for a page", OrWords(b.Name, "this block"), math.Ceil(float64(b.H-page)))
}
