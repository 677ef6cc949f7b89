package value

import (
	"strconv"
	"strings"
)

// afterYear reads what stands behind a year of four digits: -03, -03-15, -Q3, H1, -W07, /03/15, 年5月, or nothing.
func (p *DateScan) afterYear(m *Moment) *SyntaxError {
	if p.mark("年") != "" {
		return p.hanPeriod(m)
	}
	if err := p.partOfYear(m); err != nil || m.Precision != InYear {
		return err
	}
	q := *p
	sep := q.mark("-", "‑", "–", "−", "/", ".")
	if sep == "" || q.Done() {
		return nil
	}
	at := q.I
	n := q.count()
	switch width := q.I - at; {
	case width == 4 || width == 0:
		return nil // "2020-2021": judged as a range by the caller
	case sep == "." && !strings.HasPrefix(q.rest(), "."):
		return nil // 2025.1 is a number
	case width > 2:
		return nil
	case n < 1 || n > 12:
		return p.impossible(at, q.I, "months are 01 to 12", Quoted(q.S[at:q.I])+" is no month")
	case width != 2 && sep != "/" && sep != ".":
		return p.fail(at, q.I, "write "+strconv.Itoa(m.Year)+"-"+Two(n), "a month has two digits")
	}
	m.Precision, m.Month = InMonth, n
	*p = q
	if q.mark(sep) == "" || q.Done() || !Digit(q.S[q.I]) {
		if sep == "/" {
			p.forms |= slashMonth
		}
		return nil
	}
	at = q.I
	m.DayNumber = q.count()
	if q.I-at == 4 {
		m.DayNumber = 0
		return nil
	}
	m.Precision = OnDay
	*p = q
	if q.I-at != 2 && sep != "/" && sep != "." {
		return p.fail(at, q.I, "write "+strconv.Itoa(m.Year)+"-"+Two(n)+"-"+Two(m.DayNumber), "a day has two digits")
	}
	if err := p.checkDay(m, at, q.I); err != nil {
		return err
	}
	return p.timeOfDay(m)
}

// timeOfDay reads the time behind a day: T14:30:00Z, 14:30. Midnight is how programs write a day that has none.
func (p *DateScan) timeOfDay(m *Moment) *SyntaxError {
	q := *p
	if q.mark("T", "t") == "" && !q.Spaces() {
		return nil
	}
	at := q.I
	most := [...]int{23, 59, 60}
	var clock [3]int
	for part := range most {
		from := q.I
		n := q.count()
		if clock[part] = n; q.I-from != 2 {
			return nil
		}
		if n > most[part] {
			return p.impossible(at, q.I, "a day has the hours 00 to 23", Quoted(p.S[at:q.I])+" is no time of the day")
		}
		if part < 2 && q.mark(":") == "" {
			if part == 0 {
				return nil
			}
			break
		}
	}
	if q.mark(".", ",") != "" {
		q.count()
	}
	if q.mark("Z", "z") == "" {
		m.Zone = q.zone()
	}
	if m.Minute = uint16(60*clock[0] + clock[1]); m.Minute == 0 && clock[2] == 0 {
		p.dayEnd = p.I
	}
	q.dayEnd = p.dayEnd
	*p = q
	return nil
}

// zone reads how far a clock is ahead of Greenwich's, in minutes: +02:00, -0330, +09.
func (p *DateScan) zone() int16 {
	sign := p.mark("+", "-", "−")
	if sign == "" {
		return 0
	}
	from := p.I
	n := p.count()
	if p.I-from > 2 { // +0530
		n = n/100*60 + n%100
	} else if n *= 60; p.mark(":") != "" {
		n += p.count()
	}
	if n > 18*60 { // no clock is so far ahead
		return 0
	}
	if sign != "+" {
		n = -n
	}
	return int16(n)
}

// partOfYear reads the half, quarter or week behind a year: 2025Q1, FY25 H1, 2025-W07.
func (p *DateScan) partOfYear(m *Moment) *SyntaxError {
	q := *p
	if q.mark("-", "‑", "/", "–") == "" {
		q.Spaces()
	}
	if q.Done() || !strings.ContainsRune("QqTtHhSsWw", rune(q.S[q.I])) {
		return nil
	}
	letter := q.S[q.I] &^ 0x20
	q.I++
	at := q.I
	n := q.count()
	if width := q.I - at; width == 0 || width > 2 || width > 1 && letter != 'W' || !q.Done() && q.S[q.I] == ':' {
		return nil // the T of a time
	}
	*p = q
	if letter == 'W' {
		if m.Fiscal {
			return nil
		}
		return p.week(m, n, at, q.I)
	}
	err := p.subdivision(m, letter, n, at-1)
	m.English = false
	return err
}

// monthOfYear reads 2024M03, the form of statistical offices.
func (p *DateScan) monthOfYear(m *Moment) bool {
	q := *p
	year := q.count()
	if year < 1000 || q.mark("M", "m") == "" {
		return false
	}
	at := q.I
	n := q.count()
	if q.I-at != 2 || n < 1 || n > 12 {
		return false
	}
	m.Precision, m.Year, m.Month = InMonth, year, n
	*p = q
	return true
}

// hanPeriod reads what stands behind 2023年.
func (p *DateScan) hanPeriod(m *Moment) *SyntaxError {
	switch p.mark("上半年", "下半年", "前三季度", "度", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度") {
	case "上半年":
		m.Precision, m.Number = InHalf, 1
		return nil
	case "下半年":
		m.Precision, m.Number = InHalf, 2
		return nil
	case "前三季度":
		m.end(m.Year*12+8, 9)
		return nil
	case "第一季度", "一季度":
		m.Precision, m.Quarter = InQuarter, 1
		return nil
	case "第二季度", "二季度":
		m.Precision, m.Quarter = InQuarter, 2
		return nil
	case "第三季度", "三季度":
		m.Precision, m.Quarter = InQuarter, 3
		return nil
	case "第四季度", "四季度":
		m.Precision, m.Quarter = InQuarter, 4
		return nil
	case "度":
		return nil
	}
	q := *p
	q.mark("第")
	at := q.I
	n := q.count()
	if q.I == at {
		return p.partOfYear(m)
	}
	if q.mark("季度") != "" {
		*p = q
		return p.subdivision(m, 'Q', n, at)
	}
	if joint := q.mark("-", "–", "至", "到"); joint != "" && n >= 1 { // 1-6月
		last := q.count()
		if q.mark("月") != "" && last > n && last <= 12 {
			m.end(m.Year*12+last-1, last-n+1)
			*p = q
		}
		return nil
	}
	if q.mark("月") == "" {
		return p.partOfYear(m)
	}
	if n < 1 || n > 12 {
		return p.impossible(at, q.I, "months are 1 to 12", Quoted(q.S[at:q.I])+" is no month")
	}
	m.Precision, m.Month = InMonth, n
	*p = q
	at = q.I
	if day := q.count(); q.I > at && q.mark("日", "号") != "" {
		m.Precision, m.DayNumber = OnDay, day
		*p = q
		return p.checkDay(m, at, q.I)
	}
	return nil
}

func (p *DateScan) checkDay(m *Moment, from, to int) *SyntaxError {
	if p.Prose { // whatever a source says: dated.says looks at it
		return nil
	}
	year := m.Year
	if year == 0 {
		year = noYear
	}
	if last := DaysIn(year, m.Month); m.DayNumber < 1 || m.DayNumber > last {
		of := ""
		if m.Year > 0 {
			of = " " + strconv.Itoa(m.Year)
		}
		return p.impossible(from, to, "its days are 1 to "+strconv.Itoa(last), MonthName(m.Month)+of+" has no day "+strconv.Itoa(m.DayNumber))
	}
	return nil
}

// fiscalAhead says that a mark of fiscal years stands here.
func (p *DateScan) fiscalAhead() bool {
	q := *p
	return q.fiscalMark()
}

// fiscalMark takes the words that make a year a fiscal one; a digit or an apostrophe stands behind them.
func (p *DateScan) fiscalMark() bool {
	q := *p
	if q.words("fy", "fye", "fiscal year", "financial year", "fiscal", "gj", "exercice", "ejercicio") == "" && q.mark("财年", "Geschäftsjahr") == "" {
		return false
	}
	q.Spaces()
	q.mark("-", "‑")
	if q.Done() || !Digit(q.S[q.I]) && q.S[q.I] != '\'' && !strings.HasPrefix(q.rest(), "’") {
		return false
	}
	*p = q
	return true
}

// yearName reads 2024, FY24, FY2024, '24, 2023/24, FY 2023-24, and 24 where short years are expected.
func (p *DateScan) yearName(m *Moment, start int, short bool) *SyntaxError {
	fy := p.fiscalMark()
	at := p.I
	if err := p.shortYear(m, start, short || fy); err != nil {
		return err
	}
	first := m.Year
	q := *p
	sep := q.mark("/", "-", "–", "‑")
	from := q.I
	n := q.count()
	width := q.I - from
	follows := width == 4 && n == first+1 || width == 2 && n == (first+1)%100
	switch {
	case sep == "" || !follows || p.I-at == 2 && width == 4 || !q.Done() && (Digit(q.S[q.I]) || q.S[q.I] == '/' || q.S[q.I] == '-'):
	case fy, sep == "/" && width == 4:
		p.ends(m, first+1, q.I)
	case sep == "/":
		p.forms |= slashYear
		if !p.SlashMonths || n > 12 {
			p.ends(m, first+1, q.I)
		}
	case width == 2 && (n > 12 || n == 0 || p.ShortYears):
		if n > 12 {
			p.forms |= shortYear
		}
		p.ends(m, first+1, q.I)
	}
	if fy {
		m.Fiscal = true
	}
	if !m.Fiscal && p.mark("财年") != "" {
		m.Fiscal = true
	}
	if m.Fiscal && p.YearStarts > 0 {
		m.Starts = uint8(p.YearStarts)
	}
	return nil
}

// ends makes a year one that ends in another: where nobody says when, in the middle of both.
func (p *DateScan) ends(m *Moment, year, to int) {
	m.Fiscal, m.Year, m.Starts, p.I = true, year, 7, to
}

// shortYear reads a year of four digits, or of two where they are expected or stand behind an apostrophe.
func (p *DateScan) shortYear(m *Moment, start int, short bool) *SyntaxError {
	q := *p
	short = q.mark("'", "’", "‘") != "" || short
	at := q.I
	n := q.count()
	if short && q.I-at == 2 {
		m.Year = century(n)
		*p = q
		return nil
	}
	return p.year(m, start)
}

// year reads four digits.
func (p *DateScan) year(m *Moment, start int) *SyntaxError {
	at := p.I
	m.Year = p.count()
	if width := p.I - at; width == 4 && m.Year >= 1000 {
		return nil
	} else if width > 0 {
		return p.fail(at, p.I, dateHint, Quoted(p.S[at:p.I])+" is no year: a year has four digits")
	}
	end := start
	for end < len(p.S) && p.S[end] != ' ' {
		end++
	}
	if at > start {
		return p.fail(at, len(p.S), dateHint, "a year is missing after "+Quoted(strings.TrimSpace(p.S[start:at])))
	}
	return p.fail(start, max(end, start), dateHint, Quoted(p.S[start:end])+" is not a date")
}

// rolling reads the words before a date that months end with: 12 months to, six months ended, LTM, year to. It is the number
// of months.
func (p *DateScan) rolling() int {
	q := *p
	n := 0
	if q.words("ltm", "ttm", "last twelve months to", "trailing twelve months to") != "" {
		n = 12
		q.words("to")
	} else {
		if q.words("fiscal", "financial") != "" {
			q.Spaces()
		}
		switch q.words("year", "twelve", "three", "six", "nine", "half year", "half-year", "quarter") {
		case "year":
			n = 12
		case "half year", "half-year":
			n = 6
		case "quarter":
			n = 3
		case "twelve":
			n = -12
		case "three":
			n = -3
		case "six":
			n = -6
		case "nine":
			n = -9
		default:
			at := q.I
			n = -q.count()
			if q.I-at == 0 || q.I-at > 2 || n < -60 {
				return 0
			}
		}
		if n < 0 { // a number wants its months
			n = -n
			q.Spaces()
			q.mark("-", "‑")
			q.Spaces()
			if q.words("months", "month") == "" {
				return 0
			}
			q.Spaces()
			q.words("period")
		}
		q.Spaces()
		if q.words("to", "ended", "ending", "until", "through") == "" {
			return 0
		}
	}
	q.Spaces()
	if q.Done() {
		return 0
	}
	*p = q
	return n
}

// count takes a run of digits; beyond nine digits the number no longer matters, only the width does.
func (p *Scan) count() int {
	n := 0
	for from := p.I; !p.Done() && Digit(p.S[p.I]); p.I++ {
		if p.I-from < 9 {
			n = n*10 + int(p.S[p.I]-'0')
		}
	}
	return n
}
