package value

import "strings"

// OrdinalNamed is the place that an ordinal in words gives a half or a quarter, in the languages of outlines.
func OrdinalNamed(word string) int {
	switch strings.ToLower(word) {
	case "first", "erste", "ersten", "erstes", "premier", "première", "primer", "primero":
		return 1
	case "second", "zweite", "zweiten", "zweites", "deuxième", "segundo":
		return 2
	case "third", "dritte", "dritten", "drittes", "troisième", "tercer", "tercero":
		return 3
	case "fourth", "vierte", "vierten", "viertes", "quatrième", "cuarto":
		return 4
	}
	return 0
}

// partNamed is Q or H where a word names a quarter or a half of a year.
func partNamed(word string) byte {
	switch strings.ToLower(word) {
	case "quarter", "quartal", "quartals", "trimestre":
		return 'Q'
	case "half", "halbjahr", "halbjahrs", "halbjahres", "semestre":
		return 'H'
	}
	return 0
}

// spelled reads third quarter of 2024, fiscal second quarter 2024, first half of FY25, premier semestre 2024, first nine months
// of 2024.
func (p *DateScan) spelled(m *Moment, start int) (bool, *SyntaxError) {
	q := *p
	fiscal := q.words("fiscal") != ""
	q.Spaces()
	at := q.I
	n := OrdinalNamed(q.letters())
	if n == 0 {
		return false, nil
	}
	q.Spaces()
	q.mark("-", "‑")
	if n == 1 {
		if months := q.someMonths(); months > 0 {
			*p = q
			return true, p.firstMonths(m, months, start)
		}
	}
	if q.words("fiscal") != "" {
		fiscal = true
		q.Spaces()
	}
	part := partNamed(q.letters())
	if part == 0 {
		return false, nil
	}
	*p = q
	if err := p.subdivision(m, part, n, at); err != nil {
		return true, err
	}
	m.English, m.Fiscal = false, fiscal
	err := p.yearBehind(m, start, nil)
	return m.Year > 0 || p.mark("-") == "", err // half-time
}

// someMonths reads a number of months: nine months, six months, 9 months.
func (p *DateScan) someMonths() int {
	q := *p
	n := map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
		"zwei": 2, "drei": 3, "sechs": 6, "neun": 9}[strings.ToLower(q.letters())]
	if n == 0 {
		n = q.count()
	}
	q.Spaces()
	if n < 1 || n > 12 || q.words("months", "monate", "monaten") == "" {
		return 0
	}
	*p = q
	return n
}

// row reads months, quarters or halves that stand in a row and share their year: Jan–Mar 2025, April to June 2024, Q1–Q3 FY25.
// They are one period of so many months.
func (p *DateScan) row(m *Moment) bool {
	var a, b Moment
	q := *p
	q.Prose, q.Yearless = true, true
	if q.onePeriod(&a, q.I) != nil || a.Year != 0 || a.Precision < InHalf || a.Precision > InMonth || a.Months > 0 {
		return false
	}
	space := q.Spaces()
	if q.mark("-", "–", "‑", "−") == "" && (!space || q.words("to", "through", "bis", "a") == "" && q.mark("à") == "") {
		return false
	}
	q.Prose, q.Yearless = p.Prose, p.Yearless
	q.Spaces()
	if q.Done() || q.onePeriod(&b, q.I) != nil || b.Precision != a.Precision || b.Months > 0 {
		return false
	}
	a.Year, a.Fiscal, a.Starts = b.Year, b.Fiscal, b.Starts
	from, _ := a.months()
	to, n := b.months()
	if from == to {
		return false
	}
	if from > to { // Nov–Jan 2025
		from -= 12
	}
	m.end(to+n-1, to+n-from)
	*p = q
	return true
}
