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
	unsure   bool // of 01/02/2024 nobody says which is the month
	from, to int  // words of the excerpt
}

// SaysDate checks that an excerpt says a date: the same, or one within it ("June 2020" says 2020). Where the excerpt leaves
// the year out, note remarks it. The error is a *Disagreement.
func (c Calendar) SaysDate(words string, d Date) (note string, err error) {
	if d.IsZero() {
		return "", nil
	}
	e := readExcerpt(words)
	all := e.dates(c)
	if len(all) == 0 {
		return "", &Disagreement{Summary: "the excerpt says no date", Hint: "quote the words that say " + d.Long()}
	}
	if d.Range() && slices.ContainsFunc(all, func(f dated) bool { return f.Year > 0 && f.first() == d.From() && f.last() == d.To() }) {
		return "", nil
	}
	for _, want := range []Moment{d.Start, d.End} {
		i := slices.IndexFunc(all, func(f dated) bool { return f.says(want) && (d.Range() || f.bound == d.Bound) })
		if i < 0 {
			var parts []string
			for _, f := range all {
				if part := "“" + e.part(f.from, f.to) + "”"; len(parts) < 4 && !slices.Contains(parts, part) {
					parts = append(parts, part)
				}
			}
			return "", &Disagreement{Summary: "the excerpt does not say " + d.Long(), Hint: "it says " + strings.Join(parts, ", ")}
		}
		switch f := all[i]; {
		case f.Year == 0:
			note = "the excerpt leaves the year out"
		case f.unsure:
			note = "which number is the month in “" + e.part(f.from, f.to) + "” only its source can say"
		}
	}
	if d.Range() && !e.rangeSaid(all, d) {
		return "", &Disagreement{Summary: "the excerpt says the two dates, and not " + d.Long(), Hint: "quote the words that join them, as in from 2020 to 2030"}
	}
	return note, nil
}

// says: what the excerpt dates lies within the wanted moment. A year that it leaves out is the wanted one, and so is the
// fiscal year of a quarter or half without one.
func (f dated) says(want Moment) bool {
	m := f.Moment
	if m.Fiscal && want.Fiscal || m.Year == 0 && want.Fiscal && (m.Precision == InQuarter || m.Precision == InHalf) && m.Months == 0 {
		m.Fiscal, m.Starts = true, want.Starts
	}
	if m.Year > 0 {
		return m.within(want)
	}
	from, _, _ := want.first().Civil()
	to, _, _ := want.last().Civil()
	for _, m.Year = range []int{from, to, want.Year} {
		if m.within(want) {
			return true
		}
	}
	return false
}

func (m Moment) within(want Moment) bool {
	return (m.Precision != OnDay || m.DayNumber <= daysIn(m.Year, m.Month)) && m.first() >= want.first() && m.last() <= want.last()
}

// dates are all moments of the excerpt.
func (e *excerpt) dates(c Calendar) []dated {
	if !slices.ContainsFunc(e.lower, startsDate) {
		return nil
	}
	var out []dated
	text, at := e.plain()
	for i := 0; i < len(e.words); i++ {
		d, ok := e.date(c, text, at, i)
		if !ok {
			continue
		}
		i = d.to - 1
		if !d.unsure {
			out = append(out, d)
		} else {
			for _, c.Order = range []DateOrder{DayFirst, MonthFirst} {
				d, _ = e.date(c, text, at, d.from)
				d.unsure = true
				out = append(out, d)
			}
			c.Order = NoOrder
		}
		if next, ok := e.year(d.to + 1); ok && d.Year > 0 && d.Precision != InYear && (e.at(d.to) == "and" || e.at(d.to) == "und" || e.at(d.to) == "et" || e.at(d.to) == "y") {
			i = d.to + 1 // three months ended 30 June 2024 and 2023
			d.Year, d.from, d.to = next, i, i+1
			out = append(out, d)
		}
	}
	return out
}

// plain is the excerpt as the words that are compared, with one space where there was any between them, and where each begins.
func (e *excerpt) plain() (text string, at []int) {
	var b strings.Builder
	at = make([]int, len(e.words))
	end := 0
	for i, w := range e.words {
		if w.from > end {
			gap := e.src[end:w.from]
			if i > 0 && strings.TrimFunc(gap, func(r rune) bool { return ignored(r) || quotationMark(r) }) != "" {
				b.WriteByte(' ')
			}
			if strings.ContainsFunc(gap, apostrophe) && digit(w.text[0]) { // Jan ’24
				b.WriteByte('\'')
			}
		}
		at[i] = b.Len()
		b.WriteString(w.text)
		end = w.to
	}
	return b.String(), at
}

// date reads [before] [the] [early|end of|…] period from word i.
func (e *excerpt) date(c Calendar, text string, at []int, i int) (dated, bool) {
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
	if !startsDate(e.at(i)) {
		return d, false
	}
	part := d.Part
	p := dateScan{scan: scan{s: text, i: at[i]}, Calendar: c, yearless: true, prose: true}
	err := p.period(&d.Moment)
	if err == nil && !p.done() && asciiLetter(text[p.i]) {
		p.estimate(&d.Moment)
	}
	d.to = i + 1
	for d.to < len(at) && at[d.to] < p.i {
		d.to++
	}
	switch {
	case err != nil && p.code == "E-AMBIGUOUS":
		d.unsure = true
		for end := at[i] + err.End - err.Offset; d.to < len(at) && at[d.to] < end; {
			d.to++
		}
	case err != nil, at[d.to-1]+len(e.words[d.to-1].text) > p.i: // a name that only begins like a date
		year, ok := e.year(i)
		if !ok {
			return d, false
		}
		d.Moment, d.to = Moment{Year: year}, i+1
	}
	d.Part = part
	if d.Part != Whole && (d.Precision == OnDay || d.Months > 0) {
		return d, false
	}
	if e.at(d.to-1) == "年" {
		if end := e.at(d.to); end == "初" || end == "底" || end == "末" {
			d.Part, d.to = map[string]Part{"初": Early, "底": EndOf, "末": EndOf}[end], d.to+1
		}
	}
	return d, true
}

// startsDate says that a word without case may be the first of a date: most words are not.
func startsDate(word string) bool {
	switch word {
	case "fy", "fye", "fiscal", "financial", "gj", "geschäftsjahr", "exercice", "ejercicio", "财", "ltm", "ttm", "last", "trailing", "year", "half", "quarter",
		"three", "six", "nine", "twelve", "week", "wk", "kw", "cw":
		return true
	}
	if strings.ContainsAny(word, "0123456789") {
		return true
	}
	month, _ := monthOf(word)
	return month > 0 || ordinalNamed(word) > 0
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

func (e *excerpt) year(i int) (int, bool) {
	if len(e.at(i)) != 4 || !digit(e.at(i)[0]) {
		return 0, false
	}
	n, err := strconv.Atoi(e.at(i))
	return n, err == nil && n >= 1000
}

// rangeSaid says that a range is said as one: two dates that are joined, both ends in them.
func (e *excerpt) rangeSaid(all []dated, d Date) bool {
	for i := 0; i+1 < len(all); i++ {
		if all[i].says(d.Start) && all[i+1].says(d.End) && e.spans(all[i], all[i+1]) {
			return true
		}
	}
	return false
}

// spans says that two dates stand as the ends of one period: joined, in one sentence, without another date between.
func (e *excerpt) spans(a, b dated) bool {
	if b.from < a.to || b.from-a.to > 8 {
		return false
	}
	joined := b.bound == BeforeDate // until
	for i := a.to; i < b.from; i++ {
		switch w := e.at(i); {
		case ends(w):
			return false
		case slices.Contains([]string{"to", "-", "until", "till", "through", "into", "至", "到", "bis", "à", "au", "hasta"}, w):
			joined = true
		case w == "and":
			joined = joined || a.from > 0 && slices.Contains([]string{"between", "entre", "zwischen"}, e.at(a.from-1))
		}
	}
	return joined
}
