package charts

import (
	"strings"

	"roadshow/scene"
)

// endLabel is a series' name with its last value, set beside the end of its line.
type endLabel struct {
	k     int
	name  lines
	value string
	w     scene.Pt
	early bool // the series ends before the chart does
}

// endLabels measures the labels of all lines; ok is false where a word of a name is wider than the side. A line alone
// carries its value only: the caption names it.
func (p *plot) endLabels(named bool) (out []endLabel, ok bool) {
	ok = true
	end := -1
	for _, c := range p.n.cols {
		end = max(end, lastKnown(c.cells))
	}
	most := p.frame.W * 0.3
	for k, c := range p.n.cols {
		last := lastKnown(c.cells)
		if last < 0 {
			continue
		}
		e := endLabel{k: k, value: p.markText(k, last), early: last < end && !p.spec.Is.layers}
		if p.spec.Labels == "axis" {
			e.value = ""
		}
		st := p.z.series.With(p.readable(p.lineColor(k)))
		if m := p.message(); m >= 0 && m != k {
			st = p.z.category.With(p.look.Muted)
		}
		if len(p.n.cols) > 1 && named {
			for word := range strings.FieldsSeq(c.name) {
				ok = ok && p.width(word, condensed(st)) <= most
			}
			e.name = p.wrap(c.name, st, most, scene.Left)
			if e.name.w > most {
				e.name = p.wrap(c.name, condensed(st), most, scene.Left)
			}
		} else {
			e.name = lines{style: st}
		}
		e.w = e.name.w
		if w := p.width(e.value, e.valueStyle(p)); e.value != "" && e.oneLine() && e.name.w+6+w <= most*1.2 {
			e.w = e.name.w + w
			if e.name.w > 0 {
				e.w += 6
			}
		} else if e.value != "" {
			e.w = max(e.w, w)
		}
		out = append(out, e)
	}
	return out, ok
}

func (e endLabel) oneLine() bool { return e.name.count() <= 1 }

func (e endLabel) valueStyle(p *plot) scene.Style {
	st := e.name.style
	if e.name.w > 0 {
		st.Font = scene.Sans
	}
	return st
}

// placeEnds prints the end labels: those of lines that end early near their own ends, the others at the right edge, moved
// apart as little as possible, with an elbow where one moved far.
func (p *plot) placeEnds(all []endLabel, filled bool) {
	var ends []endLabel
	for _, e := range all {
		if !e.early || !p.placeEarly(e) {
			ends = append(ends, e)
		}
	}
	if len(ends) == 0 {
		return
	}
	wanted, extent := make([]scene.Pt, len(ends)), make([]scene.Pt, len(ends))
	inline := make([]bool, len(ends))
	for i, e := range ends {
		cells := p.n.cols[e.k].cells
		wanted[i] = p.val.at(cells[lastKnown(cells)].point())
		if filled && len(ends) > 1 {
			if a := p.anchor(e.k, lastKnown(cells)); a != nil {
				wanted[i] = a.box.Y + a.box.H/2
			}
		}
		size := e.name.style.Size
		inline[i] = e.inline(p)
		extent[i] = 1.15 * size
		if e.name.count() > 0 {
			extent[i] = e.name.h() + 0.25*size
		}
		if !inline[i] {
			extent[i] += 1.15 * size
		}
	}
	at, fits := spreadOut(wanted, extent, p.frame.Y, p.area.Bottom()+p.z.category.Size*0.3)
	if !fits {
		p.l.Error(p.spec.At, "E-FIT", "draw fewer lines, use chart_grid, or set height: l", "%d lines have no room for their names", len(ends))
		return
	}
	x := p.area.Right() + p.z.dot + 4
	for i, e := range ends {
		st := e.name.style
		top := at[i] - extent[i]/2 + 0.125*st.Size
		if e.name.count() > 0 {
			if inline[i] && e.value != "" {
				p.endLabelled(e, p.spans(e.spans(p), x, top+0.7*st.Size, scene.Left), at[i]-wanted[i], filled)
			} else {
				p.aside(func() {
					r := p.place(e.name, x, top, scene.Left)
					if e.value != "" {
						p.say(e.value, e.valueStyle(p), x, r.Bottom()+0.95*st.Size, scene.Left)
					}
				})
			}
		} else if e.value != "" {
			tag := p.say(e.value, st, x, top+0.7*st.Size, scene.Left)
			p.endLabelled(e, tag, at[i]-wanted[i], filled)
			if a := p.anchor(e.k, lastKnown(p.n.cols[e.k].cells)); a != nil {
				a.tag = tag
			}
		}
		if d := at[i] - wanted[i]; d > 5 || d < -5 {
			p.aside(func() {
				stroke(&p.over, scene.LinePath(scene.Point{X: x - 5, Y: wanted[i]}, scene.Point{X: x - 3, Y: wanted[i]}, scene.Point{X: x - 3, Y: at[i]}, scene.Point{X: x - 1, Y: at[i]}), p.look.Text, p.z.leader)
			})
		}
	}
}

// endLabelled notes that the words printed last are the label of a line's last value. Areas and lines that end early are named
// beside their last value, which no native label can be.
func (p *plot) endLabelled(e endLabel, tag scene.Rect, shift scene.Pt, filled bool) {
	last := lastKnown(p.n.cols[e.k].cells)
	if e.early || filled || last < 0 {
		p.lastAside()
		return
	}
	p.labelledAt(e.k, last, tag, scene.RightOf, scene.Point{Y: shift}, e.name.w > 0)
}

// inline says that name and value stand on one line.
func (e endLabel) inline(p *plot) bool {
	return e.value == "" || e.name.w == 0 || e.oneLine() && e.name.w+6+p.width(e.value, e.valueStyle(p)) <= e.w+0.01
}

// spans are name and value on one line.
func (e endLabel) spans(p *plot) []scene.Span {
	st := e.name.style
	if e.name.w == 0 {
		return []scene.Span{{Text: e.value, Style: st}}
	}
	name := scene.Span{Text: e.name.block.Paras[0].Spans[0].Text, Style: st}
	if e.value == "" {
		return []scene.Span{name}
	}
	return []scene.Span{name, spacer(st), {Text: e.value, Style: e.valueStyle(p)}}
}

// placeEarly prints the label of a line that ends before the others, close to its end: above or below it, or after it where
// nothing goes on. It is false where no place near is free; then the label joins the others at the right edge, on a leader.
func (p *plot) placeEarly(e endLabel) bool {
	cells := p.n.cols[e.k].cells
	last := lastKnown(cells)
	end := scene.Point{X: p.centers[last], Y: p.val.at(cells[last].point())}
	st := e.name.style
	inline := e.inline(p)
	w, h := e.name.w, e.name.h()
	switch {
	case inline:
		w, h = 0, 0.9*st.Size
		for _, s := range e.spans(p) {
			w += p.width(s.Text, s.Style)
		}
	case e.value != "":
		w, h = max(w, p.width(e.value, e.valueStyle(p))), h+1.15*st.Size
	}
	gap := p.z.dot + 3
	best, cost, found := scene.Rect{}, scene.Pt(0), false
	air := scene.Pt(0)
	try := func(x, y, c scene.Pt) {
		r := scene.Rect{X: x, Y: y, W: w, H: h}
		if r.Right() <= p.area.Right()-2 && (!found || c < cost) && p.clear(r.Inset(-air)) { // the edge is the others'
			best, cost, found = r, c, true
		}
	}
	for _, air = range []scene.Pt{0.55 * st.Size, 1.5} { // close to the line of another series the words seem to name that one
		for d := scene.Pt(0); d <= 3*st.Size && !(found && cost <= d); d += 3 {
			for _, y := range []scene.Pt{end.Y - gap - h - d, end.Y + gap + d} {
				for shift := scene.Pt(0); shift <= w; shift += 4 {
					try(end.X+2-shift, y, d+max(w*0.7-shift, shift-w*0.7)*0.1)
				}
			}
			for _, y := range []scene.Pt{end.Y - h/2 - d, end.Y - h/2 + d} {
				try(end.X+gap+1, y, d*1.5)
			}
		}
		if found {
			break
		}
	}
	if !found {
		return false
	}
	p.aside(func() { p.printEarly(e, best, inline) })
	if a := p.anchor(e.k, last); a != nil {
		a.tag = best
	}
	return true
}

// printEarly prints name and value of a line that ends early.
func (p *plot) printEarly(e endLabel, best scene.Rect, inline bool) {
	st := e.name.style
	switch {
	case inline:
		p.offRules(p.spans(e.spans(p), best.X, best.Y+0.7*st.Size, scene.Left))
	default:
		r := p.place(e.name, best.X, best.Y, scene.Left)
		if e.value != "" {
			p.say(e.value, e.valueStyle(p), best.X, r.Bottom()+0.95*st.Size, scene.Left)
		}
	}
}
