package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/cputime"
)

func TestExcerptsSayDates(t *testing.T) {
	for _, c := range []struct{ excerpt, date, note string }{
		{"was founded in 2019", "2019", ""},
		{"started his business at the end of 2020", "end 2020", ""},
		{"since the end of 2021", "end 2021", ""},
		{"was officially launched in early April 2023", "early 2023-04", ""},
		{"was officially launched in early April 2023", "2023-04", ""},
		{"in June 2020, GPT-3 was launched", "2020-06", ""},
		{"in June 2020, GPT-3 was launched", "2020", ""},
		{"In mid-March, GPT4 had", "mid 2023-03", "the excerpt leaves the year out"},
		{"On February 10, a declaration circulated", "2023-02-10", "the excerpt leaves the year out"},
		{"on 31 May 2023", "2023-05-31", ""},
		{"on May 31st, 2023", "2023-05-31", ""},
		{"on 2023-05-31 at noon", "2023-05-31", ""},
		{"in the third quarter of 2023", "2023-Q3", ""},
		{"from June 2020 to January 2023", "2020-06 to 2023-01", ""},
		{"before 2020", "before 2020", ""},
		{"于2023年4月10日成立", "2023-04-10", ""},
		{"2020年底", "2020", ""},
	} {
		note, err := SaysDate(value.Calendar{}, c.excerpt, mustDate(t, c.date))
		if err != nil || note != c.note {
			t.Errorf("%q does not say %s: %v, note %q", c.excerpt, c.date, err, note)
		}
	}
	for _, c := range []struct{ excerpt, date, summary, hint string }{
		{"was founded in 2019", "2018", "the excerpt does not say 2018", "it says “2019”"},
		{"was founded in 2019", "2019-05", "the excerpt does not say May 2019", "it says “2019”"},
		{"at the end of 2020", "early 2020", "the excerpt does not say early 2020", "it says “the end of 2020”"},
		{"in June 2020", "2020-06 to 2023-01", "the excerpt does not say June 2020 to January 2023", "it says “June 2020”"},
		{"in 2020", "before 2020", "the excerpt does not say before 2020", "it says “2020”"},
		{"he may come", "2020", "the excerpt says no date", "quote the words that say 2020"},
		{"on February 30", "2023-02", "the excerpt does not say February 2023", "it says “February 30”"},
	} {
		_, err := SaysDate(value.Calendar{}, c.excerpt, mustDate(t, c.date))
		d, ok := err.(*Disagreement)
		if !ok || d.Summary != c.summary || d.Hint != c.hint {
			t.Errorf("%q, %s: %v", c.excerpt, c.date, err)
		}
	}
}

// TestExcerptsSayPeriodsByEveryName holds names of periods against the words of sources, and their neighbours too: what says one
// period says neither the one before nor the one behind.
func TestExcerptsSayPeriodsByEveryName(t *testing.T) {
	april, july := value.Calendar{YearStarts: 4}, value.Calendar{YearStarts: 7}
	for _, c := range []struct {
		calendar      value.Calendar
		excerpt, date string
		not           string // dates that it does not say, between |
	}{
		{value.Calendar{}, "in fiscal 2024 revenue rose", "FY2024", "FY2023|FY25"},
		{value.Calendar{}, "in fiscal year 2024, revenue rose", "FY24", "FY2023|FY2025"},
		{value.Calendar{}, "FY24 revenue", "FY2024", "FY2023|FY25"},
		{value.Calendar{}, "for FY 2023-24 the firm", "2023/24", "2022/23|2024/25|2023"},
		{value.Calendar{}, "in the 2023/24 financial year", "FY2024", "FY2023|2023|2025"},
		{value.Calendar{}, "revenue in H1 2024 was", "2024-H1", "2024-H2|2023-H1|H1 2025|Q1 2024"},
		{value.Calendar{}, "in the first half of 2024", "H1 2024", "H2 2024|H1 2023|Q2 2024"},
		{value.Calendar{}, "second-half 2024 revenue", "2H24", "1H24|2H23"},
		{value.Calendar{}, "the 1st half of 2024", "H1 2024", "H2 2024"},
		{value.Calendar{}, "in the first quarter of 2024", "Q1 2024", "Q2 2024|Q1 2023|2024-02"},
		{value.Calendar{}, "2nd quarter 2024", "2Q24", "1Q24|3Q24"},
		{value.Calendar{}, "in Q1'25 and later", "2025-Q1", "2025-Q2|2024-Q1"},
		{value.Calendar{}, "4Q25E margin", "Q4 2025", "Q3 2025|Q4 2024"},
		{april, "revenue of Q3 FY25 was", "Q3 FY25", "Q2 FY25|Q4 FY25|Q3 FY24|Q3 2025"},
		{april, "revenue of Q3 FY25 was", "2024-Q4", "2025-Q3|2025-Q1"},
		{april, "the third quarter of fiscal 2025", "FY25 Q3", "FY25 Q2|FY24 Q3|Q3 2025"},
		{april, "the fiscal third quarter of 2025", "FY25 Q3", "Q3 2025"},
		{april, "for the third fiscal quarter 2025", "3QFY25", "4QFY25"},
		{april, "the year ended March 31, 2024", "FY2024", "FY2023|FY2025|2024"},
		{july, "for the fiscal year ended June 30, 2024", "FY24", "FY23|FY25|2024"},
		{july, "FY24", "12 months to June 2024", "12 months to June 2023|12 months to March 2024"},
		{value.Calendar{}, "three months ended June 30, 2024", "Q2 2024", "Q1 2024|Q3 2024|Q2 2023|2024-06"},
		{value.Calendar{}, "six months ended 30 June 2024", "H1 2024", "Q2 2024|H2 2024|2024-06"},
		{value.Calendar{}, "for the three-month period ended September 30, 2024", "Q3 2024", "Q2 2024|2024-09"},
		{value.Calendar{}, "the three months ended June 30, 2024 and 2023", "Q2 2023", "Q1 2023|Q2 2022"},
		{value.Calendar{}, "twelve months to June 2024", "LTM Jun-24", "LTM Jun-23|H1 2024|2024"},
		{value.Calendar{}, "first nine months of 2024", "9M 2024", "9M 2023|H1 2024|Q3 2024"},
		{value.Calendar{}, "January to March 2025", "Q1 2025", "Q2 2025|Q1 2024|2025-03"},
		{value.Calendar{}, "from March to May 2024", "2024-03 to 2024-05", "2024-03 to 2024-06|2024-05"},
		{value.Calendar{}, "2024年上半年收入", "H1 2024", "H2 2024|H1 2023|Q1 2024"},
		{value.Calendar{}, "公司2024年第三季度收入", "Q3 2024", "Q2 2024|Q3 2023"},
		{value.Calendar{}, "2024年1-6月", "H1 2024", "Q2 2024|H1 2023"},
		{value.Calendar{}, "2024年前三季度", "9M 2024", "Q3 2024"},
		{value.Calendar{}, "im 1. Halbjahr 2024", "H1 2024", "H2 2024|H1 2023"},
		{value.Calendar{}, "im ersten Halbjahr 2024", "H1 2024", "H2 2024"},
		{value.Calendar{}, "im dritten Quartal des Jahres 2024", "Q3 2024", "Q2 2024|Q3 2023"},
		{value.Calendar{}, "au premier semestre 2024", "H1 2024", "H2 2024|H1 2023"},
		{value.Calendar{}, "au 1er semestre 2024", "H1 2024", "H2 2024"},
		{value.Calendar{}, "au deuxième trimestre de 2024", "Q2 2024", "Q1 2024|Q2 2025"},
		{value.Calendar{}, "en el primer trimestre de 2024", "Q1 2024", "Q2 2024|Q1 2023"},
		{value.Calendar{}, "en el segundo semestre de 2024", "2024-H2", "2024-H1"},
		{value.Calendar{}, "zum 31.12.2024", "2024-12-31", "2024-12-30|2023-12-31"},
		{value.Calendar{}, "am 3. Mai 2024", "2024-05-03", "2024-05-04|2024-03-05"},
		{value.Calendar{}, "le 1er juillet 2024", "2024-07-01", "2024-07-02"},
		{value.Calendar{}, "el 3 de mayo de 2024", "2024-05-03", "2024-05-13"},
		{value.Calendar{}, "on 31/12/2024", "2024-12-31", "2024-12-30"},
		{value.Calendar{}, "on 12/31/2024", "2024-12-31", "2024-12-30"},
		{value.Calendar{Order: value.MonthFirst}, "on 02/01/2024", "2024-02-01", "2024-01-02"},
		{value.Calendar{Order: value.DayFirst}, "on 02/01/2024", "2024-01-02", "2024-02-01"},
		{value.Calendar{}, "as of Jan ’24", "2024-01", "2023-01|2024-02"},
		{value.Calendar{}, "in week 7 2025", "2025-W07", "2025-W08|2024-W07"},
		{value.Calendar{}, "since 2019-21 nothing", "2019", "2020|2021"},
		{value.Calendar{}, "the 2023 H1N1 wave", "2023", "2023-H1"},
		{value.Calendar{}, "Q3 2024, Q4 2024", "Q4 2024", "Q2 2024"},
		{value.Calendar{}, "in the year to date 2024", "2024", "2023"},
		{value.Calendar{}, "raised $9M 2024", "2024", "9M 2023"},
		{value.Calendar{}, "raised $9M in 2024", "2024", "2023"},
	} {
		read := func(s string) value.Date {
			d, err := c.calendar.ParseDate(s)
			if err != nil {
				t.Fatalf("%q: %v", s, err)
			}
			return d
		}
		if note, err := SaysDate(c.calendar, c.excerpt, read(c.date)); err != nil || note != "" {
			hint := ""
			if d, ok := err.(*Disagreement); ok {
				hint = d.Hint
			}
			t.Errorf("%q does not say %s: %v (%s), note %q", c.excerpt, c.date, err, hint, note)
		}
		for not := range strings.SplitSeq(c.not, "|") {
			if not == "" {
				continue
			}
			if _, err := SaysDate(c.calendar, c.excerpt, read(not)); err == nil {
				t.Errorf("%q says %s", c.excerpt, not)
			}
		}
	}
}

func TestExcerptsLeaveOpenWhatTheyDoNotSay(t *testing.T) {
	const year = "the excerpt leaves the year out"
	for _, c := range []struct {
		calendar            value.Calendar
		excerpt, date, note string
	}{
		{value.Calendar{}, "in the first half", "H1 2024", year},
		{value.Calendar{}, "in Q3 12 million people came", "Q3 2024", year},
		{value.Calendar{YearStarts: 4}, "in the third quarter, revenue", "Q3 FY25", year},
		{value.Calendar{YearStarts: 4}, "in May, revenue", "FY25", year},
		{value.Calendar{}, "by 01/02/2024", "2024-02-01", "which number is the month in “01/02/2024” only its source can say"},
		{value.Calendar{}, "by 01/02/2024", "2024-01-02", "which number is the month in “01/02/2024” only its source can say"},
	} {
		d, err := c.calendar.ParseDate(c.date)
		if err != nil {
			t.Fatal(err)
		}
		if note, err := SaysDate(c.calendar, c.excerpt, d); err != nil || note != c.note {
			t.Errorf("%q, %s: %v, note %q", c.excerpt, c.date, err, note)
		}
	}
	for _, s := range []string{"three years ago", "he may come", "they march on", "a T4 slip, S1", "Series A", "H1N1", "the first half-time", "the first months", "1.5 of 3", "40 to 50", "5-10-20"} {
		if Dated((value.Calendar{}), s) {
			t.Errorf("%q names a date", s)
		}
	}
}

// FuzzExcerpt: what is read of words, they say; but a reading that says itself why it is not understood proves nothing.
func FuzzExcerpt(f *testing.F) {
	for _, s := range []string{"about $80 million", "one or two million yuan", "tens of", "百分之", "数", "at least at least 5", "US$5bn-6bn or so", "-5 - -6", "May 31, 2023", "the end of the", "a hundred and", "2023年5月", "1,480.5.", "$", "5 to", "the second billion"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		defer cputime.Bound(t)()
		if !utf8.ValidString(s) {
			return
		}
		e := ReadExcerpt(Quote{Text: s}.SourceWords()) // numbers are read from the source's own words
		for _, r := range e.Quantities() {
			if r.From < 0 || r.To > len(e.Words) || r.From >= r.To || r.start < r.From {
				t.Fatalf("%q: %+v", s, r)
			}
			v := r.Value
			if r.vague { // only then words may stand for the number
				v.Words = e.Part(r.start, r.To)
			}
			if r.why != "" {
				if r.Slips(v) == 0 {
					t.Fatalf("%q proves %v, which was not understood: %s", s, v, r.why)
				}
				continue
			}
			if _, err := Says(s, v); err != nil && r.vague == (r.Words != "") && !r.near {
				t.Fatalf("%q does not say what was read of it: %v: %v", s, r.Value, err)
			}
		}
		for _, d := range e.Dates(value.Calendar{}) {
			if d.From < 0 || d.To > len(e.Words) || d.From >= d.To {
				t.Fatalf("%q: %+v", s, d)
			}
		}
	})
}

// TestADateIsNoFractionOfEights: the second half of 06/08/16 is read as a fraction where one may stand, in digits that are decimal
// also behind a zero. It stopped the program.
func TestADateIsNoFractionOfEights(t *testing.T) {
	for _, s := range []string{"06/08/16", "Paid on 06/08/16.", "since 01/09/10 of it", "09/08 of the shares", "5 08/16 points", "5-09/10"} {
		e := ReadExcerpt(s)
		for i := range e.Words {
			e.AmountAt(i)
		}
		_, _ = ParseValue(s)
	}
	e := ReadExcerpt("about 04/08 of it")
	if a, ok := e.AmountAt(1); ok && a.N.RatString() != "1/2" {
		t.Errorf("04/08 is read as %v", a.N)
	}
}
