package evidence

import (
	"strconv"
	"strings"
)

const dateHint = "write 2023, 2023-03, 2023-05-31 or 2023-Q3, with early, mid, late, end, before or after if need be"

// ParseDate reads one date in the grammar of the outline. It also reads what Long prints for a single date: "31 May 2023".
// Its errors are *SyntaxError.
func ParseDate(s string) (Date, error) {
	p := scan{s: s}
	p.spaces()
	d, err := p.date()
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

func (p *scan) date() (Date, *SyntaxError) {
	var d Date
	if p.done() {
		return d, p.fail(0, len(p.s), dateHint, "a date is missing")
	}
	first := p.i
	switch p.words("before", "after") {
	case "before":
		d.Bound = BeforeDate
	case "after":
		d.Bound = AfterDate
	}
	p.spaces()
	var err *SyntaxError
	if d.Start, err = p.moment(); err != nil {
		return d, err
	}
	d.End = d.Start
	p.spaces()
	if p.done() {
		return d, nil
	}
	at := p.i
	if p.words("to") == "" {
		rest := strings.TrimSpace(p.rest())
		q := scan{p.s, p.i}
		q.mark("-", "–", "—", "−")
		q.spaces()
		if end, err := q.moment(); err == nil && q.i > at {
			return d, p.fail(first, q.i, "write "+d.Start.String()+" to "+end.String(), "a range of dates is written with to")
		}
		return d, p.fail(at, len(p.s), dateHint, quoted(rest)+" does not belong to a date")
	}
	if d.Bound != OnDate {
		return d, p.fail(first, len(p.s), "leave before or after out", "a range of dates has two ends: it takes no bound")
	}
	p.spaces()
	if p.done() {
		return d, p.fail(len(p.s), len(p.s), "write "+d.Start.String()+" to the last date", "the range's second date is missing")
	}
	if d.End, err = p.moment(); err != nil {
		return d, err
	}
	p.spaces()
	if !p.done() {
		return d, p.fail(p.i, len(p.s), "", quoted(strings.TrimSpace(p.rest()))+" does not belong to a date")
	}
	if d.End.last() < d.Start.first() || d.End.first() < d.Start.first() {
		return d, p.fail(first, len(p.s), "write the earlier date first", "a range runs from the earlier to the later date")
	}
	return d, nil
}

func (p *scan) moment() (Moment, *SyntaxError) {
	var m Moment
	from := p.i
	switch p.words("early", "mid", "middle", "late", "end") {
	case "early":
		m.Part = Early
	case "mid", "middle":
		m.Part = Middle
	case "late":
		m.Part = Late
	case "end":
		m.Part = EndOf
	}
	if m.Part != Whole {
		p.spaces()
		p.mark("-", "‑", "–")
		p.spaces()
		p.words("of")
		p.spaces()
	}
	start := p.i
	err := p.period(&m, start)
	if err == nil && m.Part != Whole && m.Precision == OnDay {
		err = p.fail(from, p.i, "leave early, mid, late or end out", "a day has no parts here")
	}
	return m, err
}

// period reads the year, quarter, month or day itself.
func (p *scan) period(m *Moment, start int) *SyntaxError {
	if p.done() || p.phraseEnd("to") > 0 {
		return p.fail(start, len(p.s), dateHint, "a date is missing here")
	}
	if c := p.s[p.i]; (c == 'Q' || c == 'q') && p.i+1 < len(p.s) && digit(p.s[p.i+1]) { // Q3 2023
		p.i++
		at := p.i
		q := p.count()
		if q < 1 || q > 4 {
			return p.fail(at, p.i, "write Q1, Q2, Q3 or Q4", "a year has four quarters")
		}
		p.spaces()
		m.Precision, m.Quarter = InQuarter, q
		return p.year(m, start)
	}
	if month, ok := p.monthName(); ok { // May 2023
		p.spaces()
		m.Precision, m.Month = InMonth, month
		return p.year(m, start)
	}
	at := p.i
	n, q := p.count(), *p
	if width := p.i - at; width == 1 || width == 2 { // 31 May 2023
		q.spaces()
		if month, ok := q.monthName(); ok {
			q.spaces()
			m.Precision, m.Month, m.DayNumber = OnDay, month, n
			p.i = q.i
			if err := p.year(m, start); err != nil {
				return err
			}
			return p.checkDay(m, at, at+width)
		}
	}
	p.i = at
	if err := p.year(m, start); err != nil {
		return err
	}
	return p.afterYear(m)
}

// afterYear reads -03, -03-15 or -Q3.
func (p *scan) afterYear(m *Moment) *SyntaxError {
	q := *p
	if q.mark("-", "‑", "–", "−") == "" || q.done() {
		return nil
	}
	at := q.i
	if q.s[q.i]|0x20 == 'q' {
		q.i++
		n := q.count()
		if n < 1 || n > 4 || q.i-at != 2 {
			return p.fail(at, max(q.i, at+1), "write Q1, Q2, Q3 or Q4", "a year has four quarters")
		}
		m.Precision, m.Quarter = InQuarter, n
		*p = q
		return nil
	}
	n := q.count()
	switch width := q.i - at; {
	case width == 4 || width == 0:
		return nil // "2020-2021": judged as a range by the caller
	case n < 1 || n > 12:
		return p.fail(at, q.i, "months are 01 to 12", quoted(q.s[at:q.i])+" is no month")
	case width != 2:
		return p.fail(at, q.i, "write "+strconv.Itoa(m.Year)+"-"+two(n), "a month has two digits")
	}
	m.Precision, m.Month = InMonth, n
	*p = q
	if q.mark("-", "‑", "–", "−") == "" || q.done() || !digit(q.s[q.i]) {
		return nil
	}
	at = q.i
	m.DayNumber = q.count()
	if q.i-at == 4 {
		m.DayNumber = 0
		return nil
	}
	m.Precision = OnDay
	*p = q
	if q.i-at != 2 {
		return p.fail(at, q.i, "write "+strconv.Itoa(m.Year)+"-"+two(n)+"-"+two(m.DayNumber), "a day has two digits")
	}
	return p.checkDay(m, at, q.i)
}

func (p *scan) checkDay(m *Moment, from, to int) *SyntaxError {
	if last := daysIn(m.Year, m.Month); m.DayNumber < 1 || m.DayNumber > last {
		return p.fail(from, to, "its days are 1 to "+strconv.Itoa(last), MonthName(m.Month)+" "+strconv.Itoa(m.Year)+" has no day "+strconv.Itoa(m.DayNumber))
	}
	return nil
}

// year reads four digits.
func (p *scan) year(m *Moment, start int) *SyntaxError {
	at := p.i
	m.Year = p.count()
	if width := p.i - at; width == 4 && m.Year >= 1000 {
		return nil
	} else if width > 0 {
		return p.fail(at, p.i, dateHint, quoted(p.s[at:p.i])+" is no year: a year has four digits")
	}
	end := start
	for end < len(p.s) && p.s[end] != ' ' {
		end++
	}
	if at > start {
		return p.fail(at, len(p.s), dateHint, "a year is missing after "+quoted(strings.TrimSpace(p.s[start:at])))
	}
	return p.fail(start, max(end, start), dateHint, quoted(p.s[start:end])+" is not a date")
}

// count takes a run of digits; beyond nine digits the number no longer matters, only the width does.
func (p *scan) count() int {
	n := 0
	for from := p.i; !p.done() && digit(p.s[p.i]); p.i++ {
		if p.i-from < 9 {
			n = n*10 + int(p.s[p.i]-'0')
		}
	}
	return n
}

// monthName takes an English month, whole or its first three letters (Sept too).
func (p *scan) monthName() (int, bool) {
	q := *p
	word := q.letters()
	if len(word) < 3 || len(word) > 9 {
		return 0, false
	}
	for m := 1; m <= 12; m++ {
		name := MonthName(m)
		if strings.EqualFold(word, name) || strings.EqualFold(word, name[:3]) || m == 9 && strings.EqualFold(word, "Sept") {
			q.mark(".")
			*p = q
			return m, true
		}
	}
	return 0, false
}
