package charts

import (
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

func barKind() Kind {
	return Kind{Name: "bar", Summary: "Long names and rankings, lying", Columns: "{name, value}",
		check: checkBars, draw: drawLying, marks: "callout difference reference band forecast", axis: fromZero, rows: barRows, bars: true, ranks: true}
}

// drawLying draws bars from left to right, one row a category: for long names and rankings.
func drawLying(p *plot) {
	b := &barChart{plot: p, mode: p.spec.Is.stack}
	if p.spec.Is.lying != "" {
		p.chart.Kind = p.spec.Is.lying
	}
	b.prepare()
	b.rank()
	rows := len(b.order)
	marks := rows * b.perCategory()
	b.labels = p.spec.Labels != "axis"
	top := p.room() + b.key()
	foot := scene.Pt(0)
	var names rowSet
	for {
		if !b.labels {
			foot = p.lyingTickRoom(false)
		}
		p.pitch = min((p.frame.H-top-foot)/scene.Pt(max(rows, 1)), p.rowPitch(rows, b.perCategory()))
		mark := p.z.barMin
		if b.labels && b.mode == beside { // what carries its value is as thick as the smallest label
			mark = max(mark, legible*p.z.data[3].Size*scene.Pt(b.perCategory()))
		}
		names = p.fitRows(b.rowNames(), p.pitch, mark, scene.Right)
		b.thick = min(max((p.pitch-names.over)/1.45, p.z.barMin), p.barMost(rows)*scene.Pt(b.perCategory()))
		b.thick = min(b.thick, max(p.pitch-names.over-1, 1))
		b.style = b.lyingStyle(marks, names.over)
		each := p.pitch - names.over
		if b.perCategory() > 1 {
			each = b.thick / scene.Pt(b.perCategory())
		}
		if !b.labels || b.mode != beside || each >= legible*b.style.Size {
			break
		}
		b.labels = false // bars too thin to carry values: the axis does
	}
	left := names.w
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y + top, W: p.frame.W - left, H: p.pitch * scene.Pt(rows)}
	ax := p.axisOn(b.domain(), p.area.W, !b.labels || p.spec.Share != nil, true)
	needs := b.needs()
	if b.mode != beside {
		needs = append(needs, need{v: ax.Max, room: 2})
	}
	if slices.Contains(b.order, -1) {
		needs = append(needs, need{v: b.others().hi, room: p.width(b.othersText(), b.style) + b.style.Size})
	}
	lower, upper := pads(ax, p.area.W, needs)
	p.useAxis(ax, p.area.X+lower, p.area.Right()-upper)
	if !b.labels {
		p.gridLying(ax, p.area.Y, p.area.Bottom(), false)
	}
	p.centers = make([]scene.Pt, rows)
	for row := range p.centers {
		p.centers[row] = p.area.Y + (scene.Pt(row)+0.5)*p.pitch + names.over/2
	}
	p.namingRows(names, b.thick)
	b.draw()
	for row, i := range b.order {
		if i < 0 {
			b.drawOthers(row)
		}
	}
	b.aside(b.nameGroup)
	x := p.val.at(p.val.zero())
	broken := names.over > 0 // names stand above their rows: the zero runs beside the bars, not through them
	if broken {
		p.aside(func() {
			for _, mid := range p.centers {
				line(&p.over, x, mid-b.thick/2-2, x, mid+b.thick/2+2, p.look.Text, p.z.baseline)
			}
		})
	} else {
		line(&p.over, x, p.area.Y, x, p.area.Bottom(), p.look.Text, p.z.baseline)
	}
	b.aside(b.sideNames)
	if n := b.native(p.pitch); broken {
		n.Base.Color = scene.Color{}
	}
}

// legible is the room that a label of a size needs beside its bar: digits have no descenders.
const legible = 0.92

// rowPitch is the greatest distance between rows that hold some bars each: a few rows fill a slide.
func (p *plot) rowPitch(rows, bars int) scene.Pt {
	one := scene.Pt(40)
	if !p.z.doc {
		one = [6]scene.Pt{150, 150, 153, 102, 77, 66}[min(rows, 5)]
	}
	return one * (1 + 0.4*scene.Pt(max(bars, 1)-1))
}

// barMost is the greatest thickness of a lying bar: a few rows on a slide may be heavier, and a bar is no thinner than the gap to the
// next where they fill it.
func (p *plot) barMost(rows int) scene.Pt {
	if !p.z.doc && rows <= 8 {
		return [9]scene.Pt{78, 78, 78, 58, 48, 42, 36, 31, 26}[rows]
	}
	return p.z.barMax
}

// rowMarks is the number of marks that data labels of rows are sized for: slides print a few values large.
func (p *plot) rowMarks(n int) int {
	if p.z.doc {
		return max(n, 5)
	}
	return n
}

// rank orders the rows: by value unless given, in time or of an order of their own, "Other" last; more than sixteen show twelve and the rest as one.
func (b *barChart) rank() {
	b.order = make([]int, len(b.n.cats))
	for i := range b.order {
		b.order[i] = i
	}
	if b.spec.Order == "given" || b.n.dated || b.n.ordered && b.spec.Order == "" || !b.spec.Is.ranks && b.spec.Order != "value" || len(b.n.cols) == 0 {
		return
	}
	lead := max(b.n.col(b.spec.Highlight), 0)
	last := make([]bool, len(b.order))
	for i := range last {
		last[i] = other(b.n.cats[i].name)
	}
	slices.SortStableFunc(b.order, func(i, j int) int {
		if last[i] != last[j] {
			if last[i] {
				return 1
			}
			return -1
		}
		u, v := b.n.cols[lead].cells[i], b.n.cols[lead].cells[j]
		if u.missing || v.missing {
			return compare(u, v)
		}
		return -compare(u, v)
	})
	if len(b.order) > 16 && b.mode == beside && len(b.n.cols) == 1 {
		b.order = append(b.order[:12:12], -1)
	}
}

// other says that a row is the rest of something: it stands last whatever its size.
func other(name string) bool {
	head, _ := gloss(strings.ToLower(name))
	return head == "other" || head == "others" || head == "rest" || head == "其他" || head == "其它"
}

// rest are the rows beyond the twelfth.
func (b *barChart) rest() []int {
	var out []int
	for i := range b.n.cats {
		if !slices.Contains(b.order, i) {
			out = append(out, i)
		}
	}
	return out
}

// others is the interval in which the rows beyond the twelfth lie.
func (b *barChart) others() (h hull) {
	for _, i := range b.rest() {
		if c := b.n.cols[0].cells[i]; !c.missing {
			h.add(c.lo, c.hi)
		}
	}
	return h
}

func (b *barChart) othersText() string {
	h, rest := b.others(), b.rest()
	if !h.ok {
		return ""
	}
	lo, hi := -1, -1
	for _, i := range rest {
		c := b.n.cols[0].cells[i]
		if c.missing {
			continue
		}
		if lo < 0 || c.point() < b.n.cols[0].cells[lo].point() {
			lo = i
		}
		if hi < 0 || c.point() > b.n.cols[0].cells[hi].point() {
			hi = i
		}
	}
	if b.n.cols[0].cells[lo].text == b.n.cols[0].cells[hi].text {
		return with(b.spec.lang().words().Each, b.n.cols[0].cells[lo].text)
	}
	return with(b.spec.lang().words().EachRange, b.n.cols[0].cells[lo].text, b.n.cols[0].cells[hi].text)
}

// drawOthers draws the rest as the range it lies in: their sum might mean nothing.
func (b *barChart) drawOthers(row int) {
	h := b.others()
	if !h.ok {
		return
	}
	c := cell{lo: h.lo, hi: h.hi, value: new(value.Value)}
	m := b.mark(c, b.centers[row], b.thick, b.look.Neutral, "", 0)
	st := b.style.With(b.look.Muted)
	b.aside(func() {
		b.tag(b.othersText(), st, m.whole.Right()+0.55*st.Size, b.centers[row]+0.35*st.Size, scene.Left)
	})
}

func (b *barChart) rowNames() []string {
	names := b.catNames(1e6)
	out := make([]string, len(b.order))
	for row, i := range b.order {
		if i < 0 {
			out[row] = with(b.spec.lang().words().Others, strconv.Itoa(len(b.rest())))
		} else {
			out[row] = names[i]
		}
	}
	return out
}

// lyingStyle is the data label that fits the bars' height, or the room beside names that stand above them.
func (b *barChart) lyingStyle(marks int, over scene.Pt) scene.Style {
	each := b.thick
	if b.mode == beside {
		each /= scene.Pt(b.perCategory())
	}
	first := b.z.dataStyle(b.rowMarks(marks))
	for _, st := range b.z.data {
		if st.Size <= first.Size && (st.Size <= each*1.15 || 1.2*st.Size <= (b.pitch-over)/scene.Pt(b.perCategory())) {
			return st
		}
	}
	return b.z.data[3]
}

// rowSet are the names of lying marks.
type rowSet struct {
	labels []lines
	w      scene.Pt // width they take, with the gap to the marks
	over   scene.Pt // height that names above their marks take of each row
	align  scene.Align
}

// highest is the height of the name of most lines.
func (r rowSet) highest() (h scene.Pt) {
	for _, l := range r.labels {
		h = max(h, l.h())
	}
	return h
}

// fitRows sets row names: beside marks of a least height on one line or two, above them when they are long, then condensed.
func (p *plot) fitRows(names []string, pitch, mark scene.Pt, a scene.Align) rowSet {
	if pitch < 2 { // no size of type fits: many thousand names need not be measured to know that
		p.noRoom(len(names))
		return rowSet{align: a, labels: make([]lines, len(names))}
	}
	long := 0
	for _, n := range names {
		long = max(long, len([]rune(n)))
	}
	const gap = 8
	least := condensed(p.z.category).At(p.z.least, p.z.least*1.2)
	above := func(st scene.Style) (rowSet, bool) {
		r := rowSet{align: scene.Left}
		for _, n := range names {
			l := p.wrap(n, st, p.frame.W, scene.Left)
			r.labels = append(r.labels, l)
			r.over = max(r.over, l.h()+0.35*st.Size)
		}
		return r, pitch >= r.over+max(mark+1, p.z.barMin+4)
	}
	if long > 22 && !p.spec.Is.floats { // a name above a bar that begins at the left stands over its mark
		if r, ok := above(p.z.category); ok && pitch >= r.over+p.z.barMin*2+4 {
			return r
		}
	}
	beside := func(st scene.Style, share scene.Pt, most int) (rowSet, bool) {
		r := rowSet{align: a}
		room := p.frame.W*share - gap
		ok := true
		for _, n := range names {
			l := p.wrap(n, st, room, a)
			r.labels = append(r.labels, l)
			r.w = max(r.w, l.w)
			if l.count() > most || l.w > room || l.h() > pitch-1 || l.count() > 1 && p.wordWidth(n, st) > room {
				ok = false
			}
		}
		r.w += gap
		return r, ok
	}
	for _, t := range []struct {
		st    scene.Style
		share scene.Pt
		most  int
	}{{p.z.category, 0.34, 1}, {p.z.category, 0.34, 2}, {condensed(p.z.category), 0.34, 2}} {
		if r, ok := beside(t.st, t.share, t.most); ok {
			return r
		}
	}
	if r, ok := above(p.z.category); ok {
		return r
	}
	for _, t := range []struct {
		st    scene.Style
		share scene.Pt
		most  int
	}{{condensed(p.z.category), 0.5, 3}, {least, 0.4, 1}, {least, 0.55, 3}} {
		if r, ok := beside(t.st, t.share, t.most); ok {
			return r
		}
	}
	if r, ok := above(least); ok {
		return r
	}
	r, _ := beside(least, 0.6, 9)
	p.noRoom(len(names))
	return r
}

func (p *plot) noRoom(rows int) {
	p.l.Error(p.spec.At, "E-FIT", "draw fewer rows, shorten their names, or set height: l", "%d row names do not fit a plot of %.0f pt", rows, float64(p.frame.H))
}

// namingRows prints the names of rows; those above their rows no native chart prints.
func (p *plot) namingRows(r rowSet, thick scene.Pt) {
	if r.over > 0 {
		p.named = false
		p.aside(func() { p.drawRows(r, thick) })
		return
	}
	p.naming(p.catNames(1e6), func() { p.drawRows(r, thick) })
}

// drawRows prints the names of rows whose marks are thick.
func (p *plot) drawRows(r rowSet, thick scene.Pt) {
	for i := range r.labels {
		p.drawRow(r, i, thick)
	}
}

// drawRow puts one of them there.
func (p *plot) drawRow(r rowSet, i int, thick scene.Pt) {
	switch l := r.labels[i]; {
	case l.count() == 0:
	case r.over > 0:
		top := p.centers[i] - thick/2 - r.over
		p.place(l, p.area.X, top, scene.Left)
	case r.align == scene.Right:
		p.place(l, p.area.X-8, p.besideMark(i, l), scene.Right)
	default:
		p.place(l, p.frame.X, p.besideMark(i, l), scene.Left)
	}
}

// besideMark is the top of a row's name. On a slide its line stands as low as that of the value at the other end of the mark.
func (p *plot) besideMark(row int, l lines) scene.Pt {
	top := p.centers[row] - l.h()/2
	if !p.z.doc {
		top += 0.1 * l.style.Size
	}
	return top
}

func barRows(r rowRoom) scene.Pt {
	h := r.rows*(r.each+(r.bars-1)*r.row*0.5) + 4
	if r.bars > 1 {
		h += 18
	}
	return h
}
