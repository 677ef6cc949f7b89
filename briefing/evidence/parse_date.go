package evidence

import "strings"

const dateHint = "write 2023, 2023-03, 2023-05-31 or 2023-Q3, with early, mid, late, end, before or after if need be"

// ParseDate reads one date in the grammar of the outline, without anything said about its calendar.
// Its errors are *SyntaxError.
func ParseDate(s string) (Date, error) { return Calendar{}.ParseDate(s) }

// dateScan walks over the text of one date.
type dateScan struct {
	scan
	Calendar
	yearless bool   // Jan and 3 Jan are dates: their neighbours say the year
	prose    bool   // the date stands in a sentence, which goes on behind it
	dayEnd   int    // where the day ends before a time that is midnight
	code     string // of the error, where it says more than that this is no date
	forms    dateForms
}

// dateForms are what one name of a list says about how its neighbours are to be read.
type dateForms uint8

const (
	onlyDayFirst   dateForms = 1 << iota // 15/02/2024
	onlyMonthFirst                       // 02/15/2024
	slashMonth                           // 2011/10
	slashYear                            // 2011/12, which may be a fiscal year
	shortYear                            // 2012-13
)

// impossible is the error of what is written as a date and is none.
func (p *dateScan) impossible(from, to int, hint, summary string) *SyntaxError {
	p.code = "E-DATE"
	return p.fail(from, to, hint, summary)
}

// DateError is the error of a text that is written as a date and names none (Code E-DATE), or two (E-AMBIGUOUS). It unwraps
// to its *SyntaxError.
type DateError struct {
	SyntaxError
	Code string
}

// Unwrap gives the place and the words.
func (e *DateError) Unwrap() error { return &e.SyntaxError }

// read reads the date that is all of the text.
func (p *dateScan) read() (Date, error) {
	d, err := p.whole()
	switch {
	case err == nil:
		return d, nil
	case p.code != "":
		return Date{}, &DateError{*err, p.code}
	}
	return Date{}, err
}

// whole reads the date that is all of the text.
func (p *dateScan) whole() (Date, *SyntaxError) {
	var d Date
	p.spaces()
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
		q := *p
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
	d.Spans = true
	p.spaces()
	if !p.done() {
		return d, p.fail(p.i, len(p.s), "", quoted(strings.TrimSpace(p.rest()))+" does not belong to a date")
	}
	if d.End.last() < d.Start.first() || d.End.first() < d.Start.first() {
		return d, p.fail(first, len(p.s), "write the earlier date first", "a range runs from the earlier to the later date")
	}
	return d, nil
}

// moment reads a period with the part of it that is meant.
func (p *dateScan) moment() (Moment, *SyntaxError) {
	var m Moment
	from := p.i
	switch p.words("early", "beginning of", "start of", "mid", "middle", "late", "end") {
	case "early", "beginning of", "start of":
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
	if p.done() || p.phraseEnd("to") > 0 {
		return m, p.fail(start, len(p.s), dateHint, "a date is missing here")
	}
	part := m.Part
	err := p.period(&m)
	if err == nil {
		p.estimate(&m)
		m.Part = Whole
		typed := p.s[start:p.i]
		if p.dayEnd > start {
			typed = p.s[start:p.dayEnd]
		}
		if m.Precision == InWeek || typed != m.String() {
			m.Name = typed
		}
		m.Part = part
		if part != Whole && (m.Precision >= InWeek || m.Months > 0) {
			err = p.fail(from, p.i, "leave early, mid, late or end out", "a day has no parts here")
		}
	}
	return m, err
}

// estimate reads the letter or the word that says how sure the numbers of a period are: 2025E, FY25 (forecast), 2024A.
func (p *dateScan) estimate(m *Moment) {
	q := *p
	gap := q.spaces()
	open := q.mark("(") != ""
	word := q.letters()
	long := len(word) > 1
	switch strings.ToLower(word) {
	case "e", "f", "p", "est", "estimate", "estimated", "forecast", "fcst", "expected", "projected", "proj", "budget", "plan", "预测", "预计":
		m.Estimate = true
	case "a", "act", "actual", "actuals":
	default:
		if !q.hanEstimate() {
			return
		}
		m.Estimate = true
	}
	q.mark(".")
	if gap && !open && !long && word == strings.ToLower(word) || open && q.mark(")") == "" || !q.done() && (asciiLetter(q.s[q.i]) || digit(q.s[q.i])) {
		m.Estimate = false
		return
	}
	m.English = false
	*p = q
}

// hanEstimate takes 预测 or 预计.
func (p *dateScan) hanEstimate() bool { return p.mark("预测", "预计") != "" }
