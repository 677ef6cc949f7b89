package charts

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// step is one row of a Gantt chart in days. Soft ends say that only the period is known in which a step begins or ends.
type step struct {
	from, to           float64 // outermost days
	solidFrom, solidTo float64
	openFrom, openTo   bool
	point              bool // one date only: a milestone
}

// judgeSteps reads dates: start and end (or one column of date ranges), and the status in words.
func (n *numbers) judgeSteps(s *Spec, l *diag.List) {
	t := s.Table
	for i := range t.Rows {
		n.cats = append(n.cats, category{name: t.Rows[i].Name, at: &t.Rows[i].At})
	}
	used := map[int]bool{}
	find := func(fallback int, names ...string) int {
		for j, c := range t.Columns {
			for _, name := range names {
				if !used[j] && same(c.Name, name) {
					used[j] = true
					return j
				}
			}
		}
		for j := range t.Columns {
			if !used[j] && fallback >= 0 && j >= fallback {
				used[j] = true
				return j
			}
		}
		return -1
	}
	status := find(-1, "status", "state")
	start := find(-1, "start", "from", "begin", "date", "period")
	end := find(-1, "end", "to", "finish", "until")
	if start < 0 {
		start = find(0)
	}
	if end < 0 {
		end = find(0)
	}
	if status < 0 {
		status = find(0)
	}
	n.steps = make([]step, len(t.Rows))
	col := column{name: or(columnName(t, start), "start"), cells: make([]cell, len(t.Rows)), words: make([]string, len(t.Rows))}
	if start >= 0 {
		col.at = t.Columns[start].At
	}
	type pair struct{ a, b evidence.Date }
	pairs := make([]pair, len(t.Rows))
	for i, r := range t.Rows {
		c := &col.cells[i]
		c.at, c.missing = &t.Rows[i].At, true
		c.value = &evidence.Value{State: evidence.Unknown}
		a, okA := readDate(r, start, l)
		b, okB := readDate(r, end, l)
		if status >= 0 && status < len(r.Cells) {
			col.words[i] = strings.TrimSpace(r.Cells[status].Text)
		}
		if okA && okB && !(a.IsZero() && b.IsZero()) {
			c.missing = false
			pairs[i] = pair{a, b}
		}
	}
	even := true // one precision everywhere: periods are meant whole
	var precision *evidence.Precision
	for i := range pairs {
		for _, d := range []evidence.Date{pairs[i].a, pairs[i].b} {
			if d.IsZero() {
				continue
			}
			for _, m := range []evidence.Moment{d.Start, d.End} {
				if precision == nil {
					precision = &m.Precision
				}
				even = even && m.Precision == *precision && m.Part == evidence.Whole
			}
		}
	}
	for i := range pairs {
		c := &col.cells[i]
		if c.missing {
			continue
		}
		a, b := pairs[i].a, pairs[i].b
		st := stepOf(a, b, end >= 0, even)
		if st.from > st.to {
			at := c.at
			if end >= 0 && end < len(t.Rows[i].Cells) {
				at = &t.Rows[i].Cells[end].At
			}
			l.Error(*at, "E-CHART", "put the earlier date first", "this step ends before it starts")
			st = step{from: st.to, to: st.from, solidFrom: st.to, solidTo: st.from}
		}
		n.steps[i] = st
		c.lo, c.hi = st.from, st.to
		c.text = stepText(a, b, end >= 0)
	}
	n.cols = []column{col}
}

func columnName(t *evidence.Table, j int) string {
	if j < 0 {
		return ""
	}
	return t.Columns[j].Name
}

func readDate(r evidence.Row, j int, l *diag.List) (evidence.Date, bool) {
	if j < 0 || j >= len(r.Cells) {
		return evidence.Date{}, true
	}
	text := strings.TrimSpace(r.Cells[j].Text)
	if text == "" || text == "?" || strings.EqualFold(text, "n/a") {
		return evidence.Date{}, true
	}
	d, err := evidence.ParseDate(text)
	if err != nil {
		report(l, r.Cells[j].At, "E-DATE", text, err)
		return d, false
	}
	return d, true
}

// stepOf places a step. A missing end is open; "after 2023-01" is an end that is known to lie later.
func stepOf(a, b evidence.Date, ends, even bool) step {
	var s step
	if !ends || b.IsZero() && a.Range() { // one column
		if a.Range() {
			return stepOf(evidence.Date{Start: a.Start, End: a.Start}, evidence.Date{Start: a.End, End: a.End}, true, even)
		}
		if !ends {
			m := middle(a)
			return step{from: float64(a.From()), to: float64(a.To()) + 1, solidFrom: m, solidTo: m, point: true}
		}
	}
	if a == b && a.Start.Precision == evidence.OnDay && !a.Range() && !a.IsZero() {
		m := middle(a)
		return step{from: m, to: m, solidFrom: m, solidTo: m, point: true}
	}
	edges := func(d evidence.Date) (lo, hi float64, bound evidence.DateBound) {
		lo, hi = float64(d.From()), float64(d.To())+1
		if even && d.Start.Precision > evidence.InQuarter || hi-lo <= 45 || d.Bound != evidence.OnDate {
			lo = (lo + hi) / 2
			hi = lo
		}
		return lo, hi, d.Bound
	}
	switch {
	case a.IsZero():
		lo, hi, _ := edges(b)
		s = step{from: lo, to: hi, solidFrom: lo, solidTo: lo, openFrom: true}
	case b.IsZero():
		lo, hi, bound := edges(a)
		s = step{from: lo, to: hi, solidFrom: hi, solidTo: hi, openTo: true, openFrom: bound == evidence.BeforeDate}
	default:
		a0, a1, boundA := edges(a)
		b0, b1, boundB := edges(b)
		s = step{from: a0, solidFrom: a1, solidTo: b0, to: b1, openFrom: boundA == evidence.BeforeDate, openTo: boundB == evidence.AfterDate}
		if even {
			s.solidFrom, s.solidTo = s.from, s.to
		}
	}
	return s
}

// stepText says when: "Jun 2020 – Jan 2023, 31 months".
func stepText(a, b evidence.Date, ends bool) string {
	switch {
	case !ends || b.IsZero() && a.Range():
		if a.Range() {
			return stepText(evidence.Date{Start: a.Start, End: a.Start}, evidence.Date{Start: a.End, End: a.End}, true)
		}
		return dateLabel(a)
	case a.IsZero():
		return "until " + dateLabel(b)
	case b.IsZero():
		if a.Bound != evidence.OnDate {
			return dateLabel(a)
		}
		return "from " + lowerDate(a)
	case a == b && a.Start.Precision == evidence.OnDay:
		return dateLabel(a)
	}
	first := dateLabel(a)
	if a.End.Year == b.Start.Year && a.Start.Precision >= evidence.InMonth && b.Start.Precision >= evidence.InMonth {
		first = strings.TrimSuffix(first, " "+strconv.Itoa(b.Start.Year)) // the year once
	}
	text := first + " – " + lowerDate(b)
	if a.Start.Precision != b.Start.Precision || a.Start.Part != evidence.Whole || b.Start.Part != evidence.Whole || a.Bound != evidence.OnDate || b.Bound != evidence.OnDate || a.Range() || b.Range() {
		return text
	}
	switch months := (b.Start.Year-a.Start.Year)*12 + b.Start.Month - a.Start.Month; {
	case a.Start.Precision == evidence.InMonth && months == 1:
		text += ", 1 month"
	case a.Start.Precision == evidence.InMonth && months > 1:
		text += ", " + strconv.Itoa(months) + " months"
	case a.Start.Precision == evidence.OnDay:
		if days := int(b.From() - a.From()); days > 1 && days < 100 {
			text += ", " + strconv.Itoa(days) + " days"
		} else if months >= 2 {
			text += ", about " + strconv.Itoa((days*10+152)/304) + " months"
		}
	}
	return text
}

func lowerDate(d evidence.Date) string {
	s := dateLabel(d)
	for _, w := range []string{"Early ", "Mid-", "Late ", "End of ", "Before ", "After "} {
		if strings.HasPrefix(s, w) {
			return strings.ToLower(s[:1]) + s[1:]
		}
	}
	return s
}

// milestone is half the width of the mark of a single date.
const milestone = 5

// drawGantt draws steps along a calendar: names left, bars 12 high, the period beside each bar.
func drawGantt(p *plot) {
	p.upright = false
	rows := len(p.n.cats)
	var h hull
	for i, s := range p.n.steps {
		if !p.n.cols[0].cells[i].missing {
			h.add(s.from, s.to)
		}
	}
	lo, hi := h.spread()
	if hi-lo < 2 {
		lo, hi = lo-15, hi+15
	}
	span := hi - lo
	for _, s := range p.n.steps {
		if s.openTo {
			hi = max(hi, s.to+0.12*span)
		}
		if s.openFrom {
			lo = min(lo, s.from-0.12*span)
		}
	}
	top, foot := p.room(), 1.5*p.z.category.Size
	p.pitch = min((p.frame.H-top-foot)/scene.Pt(max(rows, 1)), p.rowPitch(max(rows, 4), 1)*1.1)
	names := p.fitRows(p.catNames(1e6), p.pitch, scene.Left)
	thick := scene.Pt(12)
	if !p.z.doc {
		thick = 18
	}
	thick = min(thick, max(p.pitch-names.over-2, 2))
	left := names.w
	if left > 0 {
		left += 8
	}
	p.area = scene.Rect{X: p.frame.X + left, Y: p.frame.Y + top, W: p.frame.W - left, H: p.pitch * scene.Pt(rows)}
	p.n.timed, p.n.dated = false, false
	inset := scene.Pt(0)
	for i, s := range p.n.steps {
		if s.point && !p.n.cols[0].cells[i].missing {
			inset = milestone
		}
	}
	p.val = scale{min: lo, max: hi, a: p.area.X + inset, b: p.area.Right() - inset}
	p.cat = p.val
	p.centers = make([]scene.Pt, rows)
	for i := range p.centers {
		p.centers[i] = p.area.Y + (scene.Pt(i)+0.5)*p.pitch + names.over/2
	}
	p.calendar(lo, hi)
	line(&p.over, p.area.X, p.area.Bottom(), p.area.Right(), p.area.Bottom(), p.look.Text, p.z.baseline)
	p.drawRows(names, thick)
	for i := range p.n.steps {
		p.stepBar(i, thick)
	}
	for i := range p.n.steps {
		p.stepLabel(i, thick)
	}
}

// stepBar draws one row.
func (p *plot) stepBar(i int, thick scene.Pt) {
	if p.n.cols[0].cells[i].missing {
		return
	}
	s, at := p.n.steps[i], p.centers[i]
	color := p.categoryColor(i)
	status := strings.ToLower(p.n.cols[0].words[i])
	scenario := ""
	switch {
	case status == "plan" || status == "planned":
		scenario = "plan"
	case status == "forecast" || status == "expected" || status == "estimate":
		scenario = "forecast"
	case status == "done" || status == "completed" || status == "past":
		scenario = "previous"
	}
	x0, x1 := p.val.at(s.from), p.val.at(s.to)
	if s.point {
		if color.Token == p.look.Neutral.Token { // a small mark needs more contrast than a bar
			color = p.look.Tint(p.look.Muted, 0.6)
		}
		const r = milestone
		x := p.val.at(s.solidFrom)
		mark := scene.Rect{X: x - r, Y: at - r, W: 2 * r, H: 2 * r}
		if x1-x0 > 2*r { // the period in which it lies, known no better
			fillRect(&p.marks, scene.Rect{X: x0, Y: at - r/2, W: x1 - x0, H: r}, p.look.Tint(color, 0.38))
			mark = mark.Union(scene.Rect{X: x0, Y: at - r/2, W: x1 - x0, H: r})
		}
		fill(&p.marks, scene.PolygonPath(scene.Point{X: x, Y: at - r}, scene.Point{X: x + r, Y: at}, scene.Point{X: x, Y: at + r}, scene.Point{X: x - r, Y: at}), color)
		p.remember(i, mark)
		return
	}
	whole := p.bar(at, thick, x0, max(x1, x0+1))
	sx0, sx1 := p.val.at(s.solidFrom), p.val.at(s.solidTo)
	if sx1 < sx0 {
		sx0, sx1 = x0, x0
	}
	soft := p.look.Tint(color, 0.45)
	if !s.openTo || s.solidTo > s.solidFrom {
		fillRect(&p.marks, whole, soft)
		p.paint(p.bar(at, thick, sx0, sx1), color, scenario, 0)
	} else {
		fillRect(&p.marks, p.bar(at, thick, x0, max(x1, x0+2)), color)
	}
	if s.openTo {
		f := p.fade(whole, whole.Right(), max(min(p.area.Right()-whole.Right()-p.z.arrow-4, 60), 8), color, false)
		p.head(&p.marks, f.Right()+p.z.arrow+2, at, 1, 0, color)
		whole = whole.Union(f)
		whole.W += p.z.arrow + 2
	}
	if s.openFrom {
		f := p.fade(whole, whole.X, max(min(whole.X-p.area.X-p.z.arrow-4, 60), 8), color, true)
		whole = whole.Union(f)
	}
	p.remember(i, whole)
}

func (p *plot) remember(i int, r scene.Rect) {
	p.anchors = append(p.anchors, anchor{series: 0, cat: i, tip: scene.Point{X: r.Right(), Y: r.Y + r.H/2}, box: r})
	p.solid = append(p.solid, r)
}

// stepLabel prints a step's period inside its bar, else right or left of it, else at the nearest free place.
func (p *plot) stepLabel(i int, thick scene.Pt) {
	c, at := p.n.cols[0].cells[i], p.centers[i]
	st := p.z.note
	if c.missing {
		p.tag("dates not known", st.With(p.look.Muted), p.area.X+4, at+0.35*st.Size, scene.Left)
		return
	}
	text := c.text
	a := p.anchor(0, i)
	base := at + 0.35*st.Size
	color := p.categoryColor(i)
	status := strings.ToLower(p.n.cols[0].words[i])
	known := map[string]bool{"": true, "plan": true, "planned": true, "forecast": true, "done": true, "completed": true, "past": true, "expected": true, "estimate": true, "actual": true}
	if !known[status] {
		text += ", " + p.n.cols[0].words[i]
	}
	for _, st := range []scene.Style{st, condensed(st)} {
		w := p.width(text, st)
		s := p.n.steps[i]
		solid := p.val.at(s.solidTo) - p.val.at(s.solidFrom)
		if !s.point && (status == "" || status == "actual") && thick >= st.Size+2 && solid > w+12 && p.free(box(p.val.at(s.solidFrom)+6, base, w, st.Size)) {
			a.tag = p.say(text, st.With(p.look.On(color)), p.val.at(s.solidFrom)+6, base, scene.Left)
			return
		}
		for _, x := range []scene.Pt{a.box.Right() + 6, a.box.X - 6 - w} {
			if r := box(x, base, w, st.Size); p.clear(r) && x >= p.area.X {
				a.tag = p.say(text, st, x, base, scene.Left)
				return
			}
		}
	}
	a.tag = p.anywhere(text, condensed(st), a.box.X, a.box.Y-st.Size)
}

// calendar draws upright lines at years, quarters or months with their names below.
func (p *plot) calendar(lo, hi float64) {
	st := p.z.ticks
	base := p.area.Bottom() + 0.55*st.Size + 0.7*st.Size
	ax := scene.Axis{Name: "x", Min: lo, Max: hi, Format: "yyyy-mm"}
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600} {
		var ts []scene.Tick
		y, m, _ := evidence.Day(int(lo)).Civil()
		first := y*12 + m - 1
		first -= first % months
		shown := -1
		for at := first; len(ts) < 200; at += months {
			d := float64(evidence.DayOf(at/12, at%12+1, 1))
			if d > hi {
				break
			}
			if d < lo {
				continue
			}
			label := strconv.Itoa(at / 12)
			if months < 12 {
				label = evidence.MonthName(at%12 + 1)[:3]
				if shown != at/12 {
					label += " " + strconv.Itoa(at/12)
				}
			}
			shown = at / 12
			ts = append(ts, scene.Tick{Value: d, Label: label})
		}
		right, ok := p.frame.X-100, len(ts) > 0 && len(ts) <= 8
		for _, t := range ts {
			x := min(p.val.at(t.Value), p.frame.Right()-p.width(t.Label, st))
			if x < right+1.5*apart {
				ok = false
			}
			right = x + p.width(t.Label, st)
		}
		if !ok {
			continue
		}
		for _, t := range ts {
			x := p.val.at(t.Value)
			line(&p.under, x, p.area.Y, x, p.area.Bottom(), p.look.Rule, p.z.grid)
			line(&p.over, x, p.area.Bottom(), x, p.area.Bottom()+p.z.tickLen, p.look.Text, p.z.tick)
			p.say(t.Label, st, min(x, p.frame.Right()-p.width(t.Label, st)), base, scene.Left)
		}
		ax.Ticks = ts
		break
	}
	p.chart.Axes = append(p.chart.Axes, ax)
}

func checkGantt(c *check) {
	all := true
	for _, v := range c.n.cols[0].cells {
		all = all && v.missing
	}
	if all && !c.l.Failed(false) {
		c.wrongShape(c.l, 1)
	}
	if len(c.n.cats) > 20 {
		c.l.Warn(c.place("kind"), "W-CHART", "show the steps that matter", "%d steps are more than 20", len(c.n.cats))
	}
}
