package charts

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// step is one row of a Gantt chart in days: from the first day of its first period to the last day of its last one. Soft ends
// say that only a part of a period is known in which a step begins or ends: early 2025.
type step struct {
	from, to           float64 // outermost days
	solidFrom, solidTo float64
	openFrom, openTo   bool
	point              bool   // one date only: a milestone
	dates              string // when, without how long
}

// judgeSteps reads dates: start and end (or one column of date ranges), and the status in words.
func (n *numbers) judgeSteps(s *Chart, l *diag.List) {
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
	type pair struct{ a, b value.Date }
	pairs := make([]pair, len(t.Rows))
	var typed []string
	for _, r := range t.Rows {
		for _, j := range [2]int{start, end} {
			if j >= 0 && j < len(r.Cells) {
				typed = append(typed, strings.TrimSpace(r.Cells[j].Text))
			}
		}
	}
	n.cal = n.cal.Among(typed)
	for i, r := range t.Rows {
		c := &col.cells[i]
		c.at, c.missing = &t.Rows[i].At, true
		c.value = &value.Value{State: value.Unknown}
		a, okA := n.readDate(r, start, l)
		b, okB := n.readDate(r, end, l)
		if status >= 0 && status < len(r.Cells) {
			col.words[i] = strings.TrimSpace(r.Cells[status].Text)
		}
		if okA && okB && !(a.IsZero() && b.IsZero()) {
			c.missing = false
			pairs[i] = pair{a, b}
		}
	}
	for i := range pairs {
		c := &col.cells[i]
		if c.missing {
			continue
		}
		a, b := pairs[i].a, pairs[i].b
		st := stepOf(a, b, end >= 0)
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

func columnName(t *table.Table, j int) string {
	if j < 0 {
		return ""
	}
	return t.Columns[j].Name
}

func (n *numbers) readDate(r table.Row, j int, l *diag.List) (value.Date, bool) {
	if j < 0 || j >= len(r.Cells) {
		return value.Date{}, true
	}
	text := strings.TrimSpace(r.Cells[j].Text)
	if text == "" || text == "?" || strings.EqualFold(text, "n/a") {
		return value.Date{}, true
	}
	d, err := n.cal.ParseDate(text)
	if err != nil {
		report(l, r.Cells[j].At, "E-DATE", text, err)
		return d, false
	}
	return d, true
}

// stepOf places a step. A missing end is open; "after 2023-01" is an end that is known to lie later. One date alone is a
// milestone, somewhere in its period.
func stepOf(a, b value.Date, ends bool) step {
	if !ends || b.IsZero() && a.Range() { // one column
		if !a.Range() {
			m := middle(a)
			return step{from: float64(a.From()), to: float64(a.To()) + 1, solidFrom: m, solidTo: m, point: true}
		}
		a, b = halves(a)
	}
	if a.Same(b) && a.Start.Precision == value.OnDay && a.Whole() {
		m := middle(a)
		return step{from: m, to: m, solidFrom: m, solidTo: m, point: true}
	}
	edges := func(d value.Date) (lo, hi float64) { return float64(d.From()), float64(d.To()) + 1 }
	var s step
	switch {
	case a.IsZero():
		_, hi := edges(b)
		s = step{from: hi, to: hi, solidFrom: hi, solidTo: hi, openFrom: true}
	case b.IsZero():
		lo, hi := edges(a)
		if a.Whole() {
			hi = lo
		}
		s = step{from: lo, to: hi, solidFrom: hi, solidTo: hi, openTo: true, openFrom: a.Bound == value.BeforeDate}
	default:
		a0, a1 := edges(a)
		b0, b1 := edges(b)
		if a.Whole() {
			a1 = a0
		}
		if b.Whole() {
			b0 = b1
		}
		s = step{from: a0, solidFrom: a1, solidTo: b0, to: b1, openFrom: a.Bound == value.BeforeDate, openTo: b.Bound == value.AfterDate}
	}
	return s
}

// halves are the two ends of a range, each a date of its own.
func halves(d value.Date) (from, to value.Date) {
	return value.Date{Start: d.Start, End: d.Start}, value.Date{Start: d.End, End: d.End}
}

// step says when, "Jun 2020 – Jan 2023", and also how long: "Jun 2020 – Jan 2023, 32 months".
func (l language) step(a, b value.Date, ends bool) (dates, text string) {
	words := l.words()
	switch {
	case !ends || b.IsZero() && a.Range():
		if a.Range() {
			a, b = halves(a)
			return l.step(a, b, true)
		}
		return both(l.date(a))
	case a.IsZero():
		return both(with(words.Until, l.date(b)))
	case b.IsZero():
		if a.Bound != value.OnDate {
			return both(l.date(a))
		}
		return both(with(words.From, l.lowerDate(a)))
	case a.Same(b):
		dates = l.date(a)
		if a.Start.Precision == value.OnDay {
			return both(dates)
		}
		return dates, dates + l.lasting(a, b)
	}
	first, last := l.date(a), l.lowerDate(b)
	if a.End.Year == b.Start.Year && a.Start.Month > 0 && b.Start.Month > 0 {
		year := strconv.Itoa(b.Start.Year) // stands once
		first, last = strings.TrimSuffix(first, " "+year), strings.TrimPrefix(last, year+"年")
	}
	dates = first + l.Date.Span + last
	return dates, dates + l.lasting(a, b)
}

// lasting is how long a step takes, both its first and its last day counted: whole months where it is some, else days, else
// about how many months. Years and quarters say it themselves.
func (l language) lasting(a, b value.Date) string {
	if !a.Whole() || !b.Whole() || a.Start.Precision < value.InMonth || b.Start.Precision < value.InMonth {
		return ""
	}
	words, comma := l.words(), l.comma()
	switch days, months := int(b.To()-a.From())+1, wholeMonths(a.From(), b.To()); {
	case months == 1:
		return comma + words.Month
	case months > 1:
		return comma + with(words.Months, strconv.Itoa(months))
	case days > 1 && days < 100:
		return comma + with(words.Days, strconv.Itoa(days))
	case days >= 100:
		return comma + words.About + with(words.Months, strconv.Itoa((days*10+152)/304))
	}
	return ""
}

// wholeMonths are the months from one day to another, both included, where they are whole: from the 15th to the 14th; else 0.
func wholeMonths(from, to value.Day) int {
	y0, m0, d0 := from.Civil()
	y1, m1, d1 := (to + 1).Civil()
	if d0 != d1 {
		return 0
	}
	return (y1-y0)*12 + m1 - m0
}

func both(s string) (dates, text string) { return s, s }

func (l language) lowerDate(d value.Date) string {
	return d.Lower(l.Table)
}
