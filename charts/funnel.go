package charts

import (
	"roadshow/scene"
)

func funnelKind() Kind {
	return Kind{Name: "funnel", Summary: "Ordered stages", Columns: "{stage, value}",
		check: checkFunnel, draw: drawFunnel, marks: "callout", rows: thinRows, floats: true, crowded: true}
}

// drawFunnel draws ordered stages as centred bars with the conversion from each to the next.
func drawFunnel(p *plot) {
	p.upright = false
	rows := len(p.n.cats)
	cells := p.n.cols[0].cells
	p.pitch = min((p.frame.H-2)/scene.Pt(max(rows, 1)), p.rowPitch(rows, 1))
	names := p.fitRows(p.catNames(1e6), p.pitch, 0, scene.Left)
	st := p.z.dataStyle(max(rows, 5))
	if st.Size > 0.6*(p.pitch-names.over) {
		st = p.z.data[2]
	}
	note := p.z.ticks
	between := note.Size * 1.25
	most := p.barMost(rows)
	if !p.z.doc {
		most = max(most, p.pitch-names.over-1.7*between)
	}
	thick := min(max(p.pitch-names.over-between-2, p.z.barMin), most)
	conversions := p.pitch-names.over-thick >= between
	thick = min(thick, max(p.pitch-names.over-1, 1))
	var h hull
	h.add(0)
	for _, c := range cells {
		if !c.missing {
			h.add(c.lo, c.hi)
		}
	}
	left := names.w
	if left > 0 {
		left += 8
	}
	left += p.z.fade / 2 // an open bar fades on both sides
	var width scene.Pt
	for _, s := range []scene.Style{st, condensed(st), condensed(st).At(p.z.least, p.z.least*1.2)} {
		st = s
		if width = p.frame.W - left - p.funnelValues(st); width >= 0.25*p.frame.W {
			break
		}
	}
	if width < 0.15*p.frame.W {
		p.l.Error(p.spec.At, "E-FIT", "use a table block, or shorten the names and values", "the names and values leave no room for the stages")
		return
	}
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y, W: width, H: p.pitch * scene.Pt(rows)}
	ax := p.axisOn(h, p.area.W, false, true)
	p.useAxis(ax, p.area.X, p.area.Right())
	mid := p.area.X + p.area.W/2
	p.centers = make([]scene.Pt, rows)
	for i := range cells {
		p.centers[i] = p.area.Y + scene.Pt(i)*p.pitch + names.over + thick/2
	}
	p.drawRows(names, thick)
	for i, c := range cells {
		at := p.centers[i]
		color := p.categoryColor(i)
		if c.missing {
			p.say(c.text, st.With(p.look.Muted), mid, at+0.35*st.Size, scene.Center)
			continue
		}
		w := p.val.at(c.point()) - p.val.at(0)
		r := scene.Rect{X: mid - w/2, Y: at - thick/2, W: w, H: thick}
		tone := color
		if c.ceil() {
			tone = p.look.Tint(color, 0.38)
		}
		tone = p.paint(r, tone, p.scenario(0, i), 0)
		if c.floor() { // open on both sides: the bar is centred
			p.fade(r, r.Right(), p.z.fade/2, color, false)
			p.fade(r, r.X, p.z.fade/2, color, true)
		}
		if c.span() {
			p.hatch(&p.marks, r, p.look.Background, 4, 0.8, false)
		}
		p.solid = append(p.solid, r)
		a := anchor{series: 0, cat: i, tip: scene.Point{X: r.Right(), Y: at}, box: r}
		text := p.markText(0, i)
		if p.width(text, st)+10 <= r.W && thick >= 1.1*st.Size {
			a.tag = p.say(text, st.With(p.look.On(tone)), mid, at+0.35*st.Size, scene.Center)
		} else {
			a.tag = p.tag(text, st, r.Right()+0.6*st.Size+scene.Pt(btoi(c.floor()))*p.z.fade/2, at+0.35*st.Size, scene.Left)
		}
		p.anchors = append(p.anchors, a)
		if i > 0 && conversions {
			if text := p.conversion(cells[i-1], c); text != "" {
				if i == 1 && c.hi <= cells[0].lo { // says once what the shares count
					text = with(p.spec.lang().words().GoOn, text)
				}
				p.tag(text, note, mid, r.Y-(p.pitch-names.over-thick)/2+0.35*note.Size, scene.Center)
			}
		}
	}
}

// funnelValues is the room right of the bars for the longest value.
func (p *plot) funnelValues(st scene.Style) (room scene.Pt) {
	for i := range p.n.cats {
		room = max(room, p.width(p.markText(0, i), st))
	}
	return room + 0.8*st.Size + p.z.fade
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// conversion is the share that reaches the next stage, as far as it is known.
func (p *plot) conversion(from, to cell) string {
	if from.missing || to.missing {
		return ""
	}
	q, ok := ratio(*to.value, *from.value)
	if !ok || q.Lo.Inf && q.Hi.Inf || q.Hi.Inf && q.Lo.N.IsZero() {
		return ""
	}
	q.Lo.N, q.Hi.N = q.Lo.N.Shift(2), q.Hi.N.Shift(2)
	q.Unit.Kind = 1
	return q.Label(p.spec.Format)
}

func checkFunnel(c *check) {
	checkRanges(c)
	if len(c.n.cols) != 1 {
		c.wrongShape(c.l, len(c.n.cols))
		return
	}
	var before *cell
	for i := range c.n.cols[0].cells {
		v := &c.n.cols[0].cells[i]
		if v.missing {
			continue
		}
		if v.point() < 0 {
			c.l.Error(*v.at, "E-CHART", "use waterfall for gains and losses", "a stage cannot be negative: %s", v.text)
			return
		}
		if before != nil && v.exact() && before.exact() && v.lo > before.lo {
			c.l.Warn(*v.at, "W-CHART", "use bar, or order the stages", "a stage is larger than the one before it: %s after %s", v.text, before.text)
		}
		before = v
	}
	if len(c.n.cats) > 6 {
		c.l.Warn(c.place("kind"), "W-CHART", "use a table block", "%d stages are more than 6", len(c.n.cats))
	}
}
