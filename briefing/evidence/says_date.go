package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// dated is a moment that an excerpt says. Its year may be missing: "in mid-March".
type dated struct {
	Moment
	bound    DateBound
	from, to int // words of the excerpt
}

// SaysDate checks that an excerpt says a date: the same, or one within it ("June 2020" says 2020). Where the excerpt leaves
// the year out, note remarks it. The error is a *Disagreement.
func SaysDate(words string, d Date) (note string, err error) {
	if d.IsZero() {
		return "", nil
	}
	e := readExcerpt(words)
	all := e.dates()
	if len(all) == 0 {
		return "", &Disagreement{Summary: "the excerpt says no date", Hint: "quote the words that say " + d.Long()}
	}
	for _, want := range []Moment{d.Start, d.End} {
		i := slices.IndexFunc(all, func(f dated) bool { return f.says(want) && (d.Range() || f.bound == d.Bound) })
		if i < 0 {
			var parts []string
			for _, f := range all[:min(len(all), 4)] {
				parts = append(parts, "“"+e.part(f.from, f.to)+"”")
			}
			return "", &Disagreement{Summary: "the excerpt does not say " + d.Long(), Hint: "it says " + strings.Join(parts, ", ")}
		}
		if all[i].Year == 0 {
			note = "the excerpt leaves the year out"
		}
	}
	return note, nil
}

// says: what the excerpt dates lies within the wanted moment.
func (f dated) says(want Moment) bool {
	m := f.Moment
	if m.Year == 0 {
		m.Year = want.Year
	}
	if m.Precision == OnDay && m.DayNumber > daysIn(m.Year, m.Month) {
		return false
	}
	return m.first() >= want.first() && m.last() <= want.last()
}

// dates are all moments of the excerpt.
func (e *excerpt) dates() []dated {
	var out []dated
	for i := 0; i < len(e.words); {
		if d, ok := e.date(i); ok {
			out = append(out, d)
			i = d.to
			continue
		}
		i++
	}
	return out
}

// date reads [before] [the] [early|end of|…] period from word i.
func (e *excerpt) date(i int) (dated, bool) {
	d := dated{from: i}
	switch e.at(i) {
	case "before", "until":
		d.bound, i = BeforeDate, i+1
	case "after":
		d.bound, i = AfterDate, i+1
	}
	if e.at(i) == "the" {
		i++
	}
	d.Part, i = e.datePart(i)
	if d.Part != Whole {
		if e.at(i) == "-" || e.at(i) == "of" || e.at(i) == "in" {
			i++
		}
		if e.at(i) == "the" {
			i++
		}
	}
	next, ok := e.period(i, &d.Moment)
	if !ok || d.Part != Whole && d.Precision == OnDay {
		return d, false
	}
	d.to = next
	if e.at(next) == "年" && (e.at(next+1) == "初" || e.at(next+1) == "底" || e.at(next+1) == "末") {
		d.Part, d.to = map[string]Part{"初": Early, "底": EndOf, "末": EndOf}[e.at(next+1)], next+2
	}
	return d, true
}

func (e *excerpt) datePart(i int) (Part, int) {
	switch e.at(i) {
	case "early", "beginning", "start":
		return Early, i + 1
	case "mid", "middle":
		return Middle, i + 1
	case "late":
		return Late, i + 1
	case "end":
		return EndOf, i + 1
	}
	return Whole, i
}

// period reads 2023-05-31, 2023, May 2023, 31 May 2023, May 31, 2023, Q3 2023, 2023年5月31日 or the third quarter of 2023.
func (e *excerpt) period(i int, m *Moment) (next int, ok bool) {
	if month := e.month(i); month > 0 {
		m.Precision, m.Month, i = InMonth, month, i+1
		if e.at(i) == "." {
			i++
		}
		if n, after := e.dayNumber(i); n > 0 {
			m.Precision, m.DayNumber, i = OnDay, n, after
		}
		return e.yearBehind(i, m), true
	}
	if n, after := e.dayNumber(i); n > 0 {
		if e.at(after) == "of" {
			after++
		}
		if month := e.month(after); month > 0 {
			m.Precision, m.Month, m.DayNumber = OnDay, month, n
			return e.yearBehind(after+1, m), true
		}
	}
	if q := e.at(i); len(q) == 2 && q[0] == 'q' && q[1] >= '1' && q[1] <= '4' {
		m.Precision, m.Quarter = InQuarter, int(q[1]-'0')
		return e.yearBehind(i+1, m), true
	}
	if q := e.ahead(i, sayOrdinal); q != nil && len(q.arg) == 1 && q.arg <= "4" && e.at(i+1) == "quarter" {
		m.Precision, m.Quarter = InQuarter, int(q.arg[0]-'0')
		if i += 2; e.at(i) == "of" {
			i++
		}
		return e.yearBehind(i, m), true
	}
	year, ok := e.year(i)
	if !ok {
		return i, false
	}
	m.Year, i = year, i+1
	month, day := e.joined(i, "-", "年", 12), 0
	if month > 0 {
		i += 2
		if day = e.joined(i, "-", "月", daysIn(year, month)); day > 0 {
			i += 2
		}
	}
	switch {
	case day > 0:
		m.Precision, m.Month, m.DayNumber = OnDay, month, day
		if e.at(i) == "日" {
			i++
		}
	case month > 0:
		m.Precision, m.Month = InMonth, month
		if e.at(i) == "月" {
			i++
		}
	}
	return i, true
}

// joined is the number behind one of two joints: the 05 of 2023-05, the 5 of 2023年5月.
func (e *excerpt) joined(i int, a, b string, most int) int {
	if e.at(i) != a && e.at(i) != b || e.at(i) == a && len(e.at(i+1)) != 2 {
		return 0
	}
	n, err := strconv.Atoi(e.at(i + 1))
	if err != nil || n < 1 || n > most {
		return 0
	}
	return n
}

func (e *excerpt) month(i int) int {
	w := e.at(i)
	if len(w) < 3 || !asciiLetter(w[0]) {
		return 0
	}
	p := scan{s: w}
	m, _ := p.monthName()
	if m == 0 || w == "may" && e.original(i) != "May" || w == "mar" && e.original(i) != "Mar" {
		return 0
	}
	return m
}

func (e *excerpt) dayNumber(i int) (n, next int) {
	n, err := strconv.Atoi(e.at(i))
	if err != nil || n < 1 || n > 31 || len(e.at(i)) > 2 {
		return 0, i
	}
	next = i + 1
	if slices.Contains([]string{"st", "nd", "rd", "th"}, e.at(next)) {
		next++
	}
	return n, next
}

func (e *excerpt) year(i int) (int, bool) {
	if len(e.at(i)) != 4 || !digit(e.at(i)[0]) {
		return 0, false
	}
	n, err := strconv.Atoi(e.at(i))
	return n, err == nil && n >= 1000
}

// yearBehind takes ", 2023" or "2023" or "of 2023".
func (e *excerpt) yearBehind(i int, m *Moment) int {
	j := i
	if e.at(j) == "," || e.at(j) == "of" {
		j++
	}
	if y, ok := e.year(j); ok {
		m.Year = y
		return j + 1
	}
	return i
}
