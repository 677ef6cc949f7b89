package value

import "strings"

const dateHint = "write 2023, 2023-03, 2023-05-31 or 2023-Q3, with early, mid, late, end, before or after if need be"

// ParseDate reads one date in the grammar of the outline, without anything said about its calendar.
// Its errors are *SyntaxError.
func ParseDate(s string) (Date, error) { return Calendar{}.ParseDate(s) }

// DateScan walks over the text of one date.
type DateScan struct {
	Scan
	Calendar
	Yearless bool   // Jan and 3 Jan are dates: their neighbours say the year
	Prose    bool   // the date stands in a sentence, which goes on behind it
	dayEnd   int    // where the day ends before a time that is midnight
	Code     string // of the error, where it says more than that this is no date
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
func (p *DateScan) impossible(from, to int, hint, summary string) *SyntaxError {
	p.Code = "E-DATE"
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
func (p *DateScan) read() (Date, error) {
	d, err := p.whole()
	switch {
	case err == nil:
		return d, nil
	case p.Code != "":
		return Date{}, &DateError{*err, p.Code}
	}
	return Date{}, err
}

// whole reads the date that is all of the text.
func (p *DateScan) whole() (Date, *SyntaxError) {
	var d Date
	p.Spaces()
	if p.Done() {
		return d, p.fail(0, len(p.S), dateHint, "a date is missing")
	}
	first := p.I
	switch p.words("before", "after") {
	case "before":
		d.Bound = BeforeDate
	case "after":
		d.Bound = AfterDate
	}
	p.Spaces()
	var err *SyntaxError
	if d.Start, err = p.moment(); err != nil {
		return d, err
	}
	d.End = d.Start
	p.Spaces()
	if p.Done() {
		return d, nil
	}
	at := p.I
	if p.words("to") == "" {
		rest := strings.TrimSpace(p.rest())
		q := *p
		q.mark("-", "–", "—", "−")
		q.Spaces()
		if end, err := q.moment(); err == nil && q.I > at {
			return d, p.fail(first, q.I, "write "+d.Start.String()+" to "+end.String(), "a range of dates is written with to")
		}
		return d, p.fail(at, len(p.S), dateHint, Quoted(rest)+" does not belong to a date")
	}
	if d.Bound != OnDate {
		return d, p.fail(first, len(p.S), "leave before or after out", "a range of dates has two ends: it takes no bound")
	}
	p.Spaces()
	if p.Done() {
		return d, p.fail(len(p.S), len(p.S), "write "+d.Start.String()+" to the last date", "the range's second date is missing")
	}
	if d.End, err = p.moment(); err != nil {
		return d, err
	}
	d.Spans = true
	p.Spaces()
	if !p.Done() {
		return d, p.fail(p.I, len(p.S), "", Quoted(strings.TrimSpace(p.rest()))+" does not belong to a date")
	}
	if d.End.Last() < d.Start.First() || d.End.First() < d.Start.First() {
		return d, p.fail(first, len(p.S), "write the earlier date first", "a range runs from the earlier to the later date")
	}
	return d, nil
}

// moment reads a period with the part of it that is meant.
func (p *DateScan) moment() (Moment, *SyntaxError) {
	var m Moment
	from := p.I
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
		p.Spaces()
		p.mark("-", "‑", "–")
		p.Spaces()
		p.words("of")
		p.Spaces()
	}
	start := p.I
	if p.Done() || p.phraseEnd("to") > 0 {
		return m, p.fail(start, len(p.S), dateHint, "a date is missing here")
	}
	part := m.Part
	err := p.Period(&m)
	if err == nil {
		p.Estimate(&m)
		m.Part = Whole
		typed := p.S[start:p.I]
		if p.dayEnd > start {
			typed = p.S[start:p.dayEnd]
		}
		if m.Precision == InWeek || typed != m.String() {
			m.Name = typed
		}
		m.Part = part
		if part != Whole && (m.Precision >= InWeek || m.Months > 0) {
			err = p.fail(from, p.I, "leave early, mid, late or end out", "a day has no parts here")
		}
	}
	return m, err
}

// Estimate reads the letter or the word that says how sure the numbers of a period are: 2025E, FY25 (forecast), 2024A.
func (p *DateScan) Estimate(m *Moment) {
	q := *p
	gap := q.Spaces()
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
	if gap && !open && !long && word == strings.ToLower(word) || open && q.mark(")") == "" || !q.Done() && (AsciiLetter(q.S[q.I]) || Digit(q.S[q.I])) {
		m.Estimate = false
		return
	}
	m.English = false
	*p = q
}

// hanEstimate takes 预测 or 预计.
func (p *DateScan) hanEstimate() bool { return p.mark("预测", "预计") != "" }
