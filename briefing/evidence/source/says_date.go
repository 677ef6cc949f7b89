package source

import (
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
)

// DateSaid is a moment that an excerpt says. Its year may be missing: "in mid-March".
type DateSaid struct {
	value.Moment
	bound    value.DateBound
	unsure   bool // of 01/02/2024 nobody says which is the month
	From, To int  // words of the excerpt
}

// SaysDate checks that an excerpt says a date: the same, or one within it ("June 2020" says 2020). Where the excerpt leaves
// the year out, note remarks it. The error is a *Disagreement.
func SaysDate(c value.Calendar, words string, d value.Date) (note string, err error) {
	if d.IsZero() {
		return "", nil
	}
	e := ReadExcerpt(words)
	all := e.Dates(c)
	if len(all) == 0 {
		return "", &Disagreement{Summary: "the excerpt says no date", Hint: "quote the words that say " + d.Long()}
	}
	if d.Range() && slices.ContainsFunc(all, func(f DateSaid) bool { return f.Year > 0 && f.First() == d.From() && f.Last() == d.To() }) {
		return "", nil
	}
	for _, want := range []value.Moment{d.Start, d.End} {
		i := slices.IndexFunc(all, func(f DateSaid) bool { return f.Says(want) && (d.Range() || f.bound == d.Bound) })
		if i < 0 {
			var parts []string
			for _, f := range all {
				if part := "“" + e.Part(f.From, f.To) + "”"; len(parts) < 4 && !slices.Contains(parts, part) {
					parts = append(parts, part)
				}
			}
			return "", &Disagreement{Summary: "the excerpt does not say " + d.Long(), Hint: "it says " + strings.Join(parts, ", ")}
		}
		switch f := all[i]; {
		case f.Year == 0:
			note = "the excerpt leaves the year out"
		case f.unsure:
			note = "which number is the month in “" + e.Part(f.From, f.To) + "” only its source can say"
		}
	}
	if d.Range() && !e.rangeSaid(all, d) {
		return "", &Disagreement{Summary: "the excerpt says the two dates, and not " + d.Long(), Hint: "quote the words that join them, as in from 2020 to 2030"}
	}
	return note, nil
}

// Says: what the excerpt dates lies within the wanted moment. A year that it leaves out is the wanted one, and so is the
// fiscal year of a quarter or half without one.
func (f DateSaid) Says(want value.Moment) bool {
	m := f.Moment
	if m.Fiscal && want.Fiscal || m.Year == 0 && want.Fiscal && (m.Precision == value.InQuarter || m.Precision == value.InHalf) && m.Months == 0 {
		m.Fiscal, m.Starts = true, want.Starts
	}
	if m.Year > 0 {
		return within(m, want)
	}
	from, _, _ := want.First().Civil()
	to, _, _ := want.Last().Civil()
	for _, m.Year = range []int{from, to, want.Year} {
		if within(m, want) {
			return true
		}
	}
	return false
}

func within(m value.Moment, want value.Moment) bool {
	return (m.Precision != value.OnDay || m.DayNumber <= value.DaysIn(m.Year, m.Month)) && m.First() >= want.First() && m.Last() <= want.Last()
}

// Dates are all moments of the excerpt.
func (e *Excerpt) Dates(c value.Calendar) []DateSaid {
	if !slices.ContainsFunc(e.Lower, startsDate) {
		return nil
	}
	var out []DateSaid
	text, at := e.plain()
	for i := 0; i < len(e.Words); i++ {
		d, ok := e.date(c, text, at, i)
		if !ok {
			continue
		}
		i = d.To - 1
		if !d.unsure {
			out = append(out, d)
		} else {
			for _, c.Order = range []value.DateOrder{value.DayFirst, value.MonthFirst} {
				d, _ = e.date(c, text, at, d.From)
				d.unsure = true
				out = append(out, d)
			}
			c.Order = value.NoOrder
		}
		if next, ok := e.year(d.To + 1); ok && d.Year > 0 && d.Precision != value.InYear && (e.At(d.To) == "and" || e.At(d.To) == "und" || e.At(d.To) == "et" || e.At(d.To) == "y") {
			i = d.To + 1 // three months ended 30 June 2024 and 2023
			d.Year, d.From, d.To = next, i, i+1
			out = append(out, d)
		}
	}
	return out
}

// DatesBeside are the moments of the excerpt and those that it says by one of them: "$80m in 2024, against $60m a year earlier".
func (e *Excerpt) DatesBeside(c value.Calendar) []DateSaid {
	said := e.Dates(c)
	if len(said) == 0 {
		return nil
	}
	out := slices.Clone(said)
	for i := 0; i < len(e.Words); i++ {
		p := e.Ahead(i, sayPeriod)
		if p == nil || p.arg != "before" {
			continue
		}
		of := said[0] // the moment before it; else the first behind
		for _, d := range said {
			if d.To <= i {
				of = d
			}
		}
		if of.Year > 0 && of.bound == value.OnDate {
			of.Year--
			of.From, of.To = i, i+len(p.words)
			out = append(out, of)
		}
		i += len(p.words) - 1
	}
	slices.SortStableFunc(out, func(a, b DateSaid) int { return a.From - b.From })
	return out
}

// plain is the excerpt as the words that are compared, with one space where there was any between them, and where each begins.
func (e *Excerpt) plain() (text string, at []int) {
	var b strings.Builder
	at = make([]int, len(e.Words))
	end := 0
	for i, w := range e.Words {
		if w.from > end {
			gap := e.src[end:w.from]
			if i > 0 && strings.TrimFunc(gap, func(r rune) bool { return ignored(r) || quotationMark(r) }) != "" {
				b.WriteByte(' ')
			}
			if strings.ContainsFunc(gap, apostrophe) && value.Digit(w.Text[0]) { // Jan ’24
				b.WriteByte('\'')
			}
		}
		at[i] = b.Len()
		b.WriteString(w.Text)
		end = w.to
	}
	return b.String(), at
}

// date reads [before] [the] [early|end of|…] period from word i.
func (e *Excerpt) date(c value.Calendar, text string, at []int, i int) (DateSaid, bool) {
	d := DateSaid{From: i}
	switch e.At(i) {
	case "before", "until":
		d.bound, i = value.BeforeDate, i+1
	case "after":
		d.bound, i = value.AfterDate, i+1
	}
	if e.At(i) == "the" {
		i++
	}
	d.Part, i = e.datePart(i)
	if d.Part != value.Whole {
		if e.At(i) == "-" || e.At(i) == "of" || e.At(i) == "in" {
			i++
		}
		if e.At(i) == "the" {
			i++
		}
	}
	if !startsDate(e.At(i)) {
		return d, false
	}
	part := d.Part
	p := value.DateScan{Scan: value.Scan{S: text, I: at[i]}, Calendar: c, Yearless: true, Prose: true}
	err := p.Period(&d.Moment)
	if err == nil && !p.Done() && value.AsciiLetter(text[p.I]) {
		p.Estimate(&d.Moment)
	}
	d.To = i + 1
	for d.To < len(at) && at[d.To] < p.I {
		d.To++
	}
	switch {
	case err != nil && p.Code == "E-AMBIGUOUS":
		d.unsure = true
		for end := at[i] + err.End - err.Offset; d.To < len(at) && at[d.To] < end; {
			d.To++
		}
	case err != nil, at[d.To-1]+len(e.Words[d.To-1].Text) > p.I: // a name that only begins like a date
		year, ok := e.year(i)
		if !ok {
			return d, false
		}
		d.Moment, d.To = value.Moment{Year: year}, i+1
	}
	d.Part = part
	if d.Part != value.Whole && (d.Precision == value.OnDay || d.Months > 0) {
		return d, false
	}
	if e.At(d.To-1) == "年" {
		if end := e.At(d.To); end == "初" || end == "底" || end == "末" {
			d.Part, d.To = map[string]value.Part{"初": value.Early, "底": value.EndOf, "末": value.EndOf}[end], d.To+1
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
	month, _ := value.MonthOf(word)
	return month > 0 || value.OrdinalNamed(word) > 0
}

func (e *Excerpt) datePart(i int) (value.Part, int) {
	switch e.At(i) {
	case "early", "beginning", "start":
		return value.Early, i + 1
	case "mid", "middle":
		return value.Middle, i + 1
	case "late":
		return value.Late, i + 1
	case "end":
		return value.EndOf, i + 1
	}
	return value.Whole, i
}

func (e *Excerpt) year(i int) (int, bool) {
	if len(e.At(i)) != 4 || !value.Digit(e.At(i)[0]) {
		return 0, false
	}
	n, err := strconv.Atoi(e.At(i))
	return n, err == nil && n >= 1000
}

// rangeSaid says that a range is said as one: two dates that are joined, both ends in them.
func (e *Excerpt) rangeSaid(all []DateSaid, d value.Date) bool {
	for i := 0; i+1 < len(all); i++ {
		if all[i].Says(d.Start) && all[i+1].Says(d.End) && e.spans(all[i], all[i+1]) {
			return true
		}
	}
	return false
}

// spans says that two dates stand as the ends of one period: joined, in one sentence, without another date between.
func (e *Excerpt) spans(a, b DateSaid) bool {
	if b.From < a.To || b.From-a.To > 8 {
		return false
	}
	joined := b.bound == value.BeforeDate // until
	for i := a.To; i < b.From; i++ {
		switch w := e.At(i); {
		case ends(w):
			return false
		case slices.Contains([]string{"to", "-", "until", "till", "through", "into", "至", "到", "bis", "à", "au", "hasta"}, w):
			joined = true
		case w == "and":
			joined = joined || a.From > 0 && slices.Contains([]string{"between", "entre", "zwischen"}, e.At(a.From-1))
		}
	}
	return joined
}
