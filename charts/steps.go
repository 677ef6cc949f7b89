package charts

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence"
	"roadshow/internal/diag"
)

// step is one row of a Gantt chart in days. Soft ends say that only the period is known in which a step begins or ends.
type step struct {
	from, to           float64 // outermost days
	solidFrom, solidTo float64
	openFrom, openTo   bool
	point              bool   // one date only: a milestone
	dates              string // when, without how long
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
	status := find(-1, "status", "state", "状态", "进度")
	start := find(-1, "start", "from", "begin", "date", "period", "开始", "起", "日期", "时间")
	end := find(-1, "end", "to", "finish", "until", "结束", "止", "完成")
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
		n.steps[i].dates, c.text = s.lang().step(a, b, end >= 0)
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
	if a.Same(b) && a.Start.Precision >= evidence.InMonth && !a.Range() && !a.IsZero() && a.Bound == evidence.OnDate {
		m := middle(a)
		if a.Start.Precision == evidence.OnDay {
			return step{from: m, to: m, solidFrom: m, solidTo: m, point: true}
		}
		return step{from: float64(a.From()), to: float64(a.To()) + 1, solidFrom: m, solidTo: m, point: true}
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

// step says when, "Jun 2020 – Jan 2023", and also how long: "Jun 2020 – Jan 2023, 31 months".
func (l language) step(a, b evidence.Date, ends bool) (dates, text string) {
	words, comma := l.words(), l.comma()
	switch {
	case !ends || b.IsZero() && a.Range():
		if a.Range() {
			return l.step(evidence.Date{Start: a.Start, End: a.Start}, evidence.Date{Start: a.End, End: a.End}, true)
		}
		return both(l.date(a))
	case a.IsZero():
		return both(with(words.until, l.date(b)))
	case b.IsZero():
		if a.Bound != evidence.OnDate {
			return both(l.date(a))
		}
		return both(with(words.from, l.lowerDate(a)))
	case a.Same(b):
		return both(l.date(a))
	}
	first, last := l.date(a), l.lowerDate(b)
	if a.End.Year == b.Start.Year && a.Start.Precision >= evidence.InMonth && b.Start.Precision >= evidence.InMonth {
		year := strconv.Itoa(b.Start.Year) // stands once
		first, last = strings.TrimSuffix(first, " "+year), strings.TrimPrefix(last, year+"年")
	}
	dates = first + l.dash() + last
	text = dates
	if a.Start.Precision != b.Start.Precision || a.Start.Part != evidence.Whole || b.Start.Part != evidence.Whole || a.Bound != evidence.OnDate || b.Bound != evidence.OnDate || a.Range() || b.Range() {
		return dates, text
	}
	switch months := (b.Start.Year-a.Start.Year)*12 + b.Start.Month - a.Start.Month; {
	case a.Start.Precision == evidence.InMonth && months == 1:
		text += comma + words.month
	case a.Start.Precision == evidence.InMonth && months > 1:
		text += comma + with(words.months, strconv.Itoa(months))
	case a.Start.Precision == evidence.OnDay:
		if days := int(b.From() - a.From()); days > 1 && days < 100 {
			text += comma + with(words.days, strconv.Itoa(days))
		} else if months >= 2 {
			text += comma + words.about + with(words.months, strconv.Itoa((days*10+152)/304))
		}
	}
	return dates, text
}

func both(s string) (dates, text string) { return s, s }

func (l language) lowerDate(d evidence.Date) string {
	s := l.date(d)
	for _, w := range []string{"Early ", "Mid-", "Late ", "End of ", "Before ", "After "} {
		if strings.HasPrefix(s, w) {
			return strings.ToLower(s[:1]) + s[1:]
		}
	}
	return s
}
