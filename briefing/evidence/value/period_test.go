package value

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestEveryNameOfAPeriodIsADate(t *testing.T) {
	for _, c := range []struct {
		in, from, to string
		estimate     bool
	}{
		{"FY2024", "2024-01-01", "2024-12-31", false},
		{"FY24", "2024-01-01", "2024-12-31", false},
		{"FY 98", "1998-01-01", "1998-12-31", false},
		{"fy'24", "2024-01-01", "2024-12-31", false},
		{"fiscal 2024", "2024-01-01", "2024-12-31", false},
		{"2023/24", "2023-07-01", "2024-06-30", false},
		{"2023/2024", "2023-07-01", "2024-06-30", false},
		{"2023-24", "2023-07-01", "2024-06-30", false},
		{"1999/00", "1999-07-01", "2000-06-30", false},
		{"FY2023/24", "2023-07-01", "2024-06-30", false},
		{"2011/12", "2011-07-01", "2012-06-30", false},
		{"2011/10", "2011-10-01", "2011-10-31", false},
		{"2011-12", "2011-12-01", "2011-12-31", false},
		{"H1 2024", "2024-01-01", "2024-06-30", false},
		{"2H24", "2024-07-01", "2024-12-31", false},
		{"2024-H2", "2024-07-01", "2024-12-31", false},
		{"S1 2024", "2024-01-01", "2024-06-30", false},
		{"1. Halbjahr 2024", "2024-01-01", "2024-06-30", false},
		{"2024年下半年", "2024-07-01", "2024-12-31", false},
		{"Q3 FY25", "2025-07-01", "2025-09-30", false},
		{"FY25 Q3", "2025-07-01", "2025-09-30", false},
		{"FY25Q3", "2025-07-01", "2025-09-30", false},
		{"3Q FY2025", "2025-07-01", "2025-09-30", false},
		{"3QFY25", "2025-07-01", "2025-09-30", false},
		{"1Q25", "2025-01-01", "2025-03-31", false},
		{"Q1'25", "2025-01-01", "2025-03-31", false},
		{"Q1’25", "2025-01-01", "2025-03-31", false},
		{"Q1-25", "2025-01-01", "2025-03-31", false},
		{"Q1/2025", "2025-01-01", "2025-03-31", false},
		{"2025Q1", "2025-01-01", "2025-03-31", false},
		{"2025 Q1", "2025-01-01", "2025-03-31", false},
		{"T4 2024", "2024-10-01", "2024-12-31", false},
		{"2. Quartal 2024", "2024-04-01", "2024-06-30", false},
		{"2024年第三季度", "2024-07-01", "2024-09-30", false},
		{"9M 2024", "2024-01-01", "2024-09-30", false},
		{"9M24", "2024-01-01", "2024-09-30", false},
		{"2025E", "2025-01-01", "2025-12-31", true},
		{"2025F", "2025-01-01", "2025-12-31", true},
		{"2025e", "2025-01-01", "2025-12-31", true},
		{"2025 (E)", "2025-01-01", "2025-12-31", true},
		{"2025 est.", "2025-01-01", "2025-12-31", true},
		{"2025 forecast", "2025-01-01", "2025-12-31", true},
		{"FY25E", "2025-01-01", "2025-12-31", true},
		{"4Q25E", "2025-10-01", "2025-12-31", true},
		{"2025/26F", "2025-07-01", "2026-06-30", true},
		{"2024A", "2024-01-01", "2024-12-31", false},
		{"2024 (actual)", "2024-01-01", "2024-12-31", false},
		{"2025-W07", "2025-02-10", "2025-02-16", false},
		{"2025W07", "2025-02-10", "2025-02-16", false},
		{"2026-W01", "2025-12-29", "2026-01-04", false},
		{"2020-W53", "2020-12-28", "2021-01-03", false},
		{"KW 7/2025", "2025-02-10", "2025-02-16", false},
		{"Week 7 2025", "2025-02-10", "2025-02-16", false},
		{"Jan-24", "2024-01-01", "2024-01-31", false},
		{"Jan '24", "2024-01-01", "2024-01-31", false},
		{"January 2024", "2024-01-01", "2024-01-31", false},
		{"Sept. 2024", "2024-09-01", "2024-09-30", false},
		{"März 2024", "2024-03-01", "2024-03-31", false},
		{"Dez-24", "2024-12-01", "2024-12-31", false},
		{"février 2024", "2024-02-01", "2024-02-29", false},
		{"août 2024", "2024-08-01", "2024-08-31", false},
		{"mayo de 2024", "2024-05-01", "2024-05-31", false},
		{"2023年5月", "2023-05-01", "2023-05-31", false},
		{"2023年5月31日", "2023-05-31", "2023-05-31", false},
		{"2024M03", "2024-03-01", "2024-03-31", false},
		{"03/2024", "2024-03-01", "2024-03-31", false},
		{"31.12.2024", "2024-12-31", "2024-12-31", false},
		{"1.2.2024", "2024-02-01", "2024-02-01", false},
		{"31/12/2023", "2023-12-31", "2023-12-31", false},
		{"12/31/2023", "2023-12-31", "2023-12-31", false},
		{"01/30/17", "2017-01-30", "2017-01-30", false},
		{"05/05/2024", "2024-05-05", "2024-05-05", false},
		{"2025/01/31", "2025-01-31", "2025-01-31", false},
		{"2025.01.31", "2025-01-31", "2025-01-31", false},
		{"2025-01-31T00:00:00Z", "2025-01-31", "2025-01-31", false},
		{"2025-01-31 14:30", "2025-01-31", "2025-01-31", false},
		{"2025-01-31T23:59:59.123+02:00", "2025-01-31", "2025-01-31", false},
		{"31-Jan-24", "2024-01-31", "2024-01-31", false},
		{"31. Mai 2024", "2024-05-31", "2024-05-31", false},
		{"1er janvier 2024", "2024-01-01", "2024-01-01", false},
		{"3 de mayo de 2024", "2024-05-03", "2024-05-03", false},
		{"May 31, 2024", "2024-05-31", "2024-05-31", false},
		{"12 months to June 2024", "2023-07-01", "2024-06-30", false},
		{"12 months ended 30 June 2024", "2023-07-01", "2024-06-30", false},
		{"six months to Sep-24", "2024-04-01", "2024-09-30", false},
		{"LTM Jun-24", "2023-07-01", "2024-06-30", false},
		{"TTM Q2 2024", "2023-07-01", "2024-06-30", false},
		{"year to March 2024", "2023-04-01", "2024-03-31", false},
		{"year ended 28 February 2025", "2024-03-01", "2025-02-28", false},
		{"12 months to 15 March 2024", "2023-03-16", "2024-03-15", false},
		{"three months ended June 30, 2024", "2024-04-01", "2024-06-30", false},
		{"fiscal year ended 30 June 2024", "2023-07-01", "2024-06-30", false},
		{"first half of 2024", "2024-01-01", "2024-06-30", false},
		{"Second half 2024", "2024-07-01", "2024-12-31", false},
		{"1st half of 2024", "2024-01-01", "2024-06-30", false},
		{"third quarter of fiscal 2025", "2025-07-01", "2025-09-30", false},
		{"2nd quarter 2024", "2024-04-01", "2024-06-30", false},
		{"erstes Halbjahr 2024", "2024-01-01", "2024-06-30", false},
		{"premier semestre 2024", "2024-01-01", "2024-06-30", false},
		{"2e trimestre 2024", "2024-04-01", "2024-06-30", false},
		{"cuarto trimestre de 2024", "2024-10-01", "2024-12-31", false},
		{"first nine months of 2024", "2024-01-01", "2024-09-30", false},
		{"2024年1-6月", "2024-01-01", "2024-06-30", false},
		{"2024年前三季度", "2024-01-01", "2024-09-30", false},
		{"Jan–Mar 2025", "2025-01-01", "2025-03-31", false},
		{"Apr-Jun 2025", "2025-04-01", "2025-06-30", false},
		{"January to March 2025", "2025-01-01", "2025-03-31", false},
		{"Nov–Jan 2025", "2024-11-01", "2025-01-31", false},
		{"Q1–Q3 2024", "2024-01-01", "2024-09-30", false},
		{"Q1–Q3 FY25E", "2025-01-01", "2025-09-30", true},
		{"beginning of 2024", "2024-01-01", "2024-04-30", false},
		{"mid FY25", "2025-05-01", "2025-08-31", false},
		{"FY22 to FY25E", "2022-01-01", "2025-12-31", true},
		{"H2 2024 to Q1 2025", "2024-07-01", "2025-03-31", false},
		{"2025-07 to 2025-07", "2025-07-01", "2025-07-31", false},
	} {
		if !slices.ContainsFunc(PeriodForms(), func(k PeriodKind) bool { return slices.Contains(k.Names, c.in) }) {
			t.Errorf("docs/periods.md does not list %q", c.in)
		}
		d, err := ParseDate(c.in)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if from, to := civil(d.From()), civil(d.To()); from != c.from || to != c.to || d.Estimate() != c.estimate {
			t.Errorf("%q covers %s to %s, estimate %v; want %s to %s, %v", c.in, from, to, d.Estimate(), c.from, c.to, c.estimate)
		}
		if again, err := ParseDate(d.String()); err != nil || !again.Same(d) {
			t.Errorf("%q prints %q, which is read as %v, %v", c.in, d.String(), again, err)
		}
	}
}

func TestNamesOfPeriodsArePrintedAsTyped(t *testing.T) {
	for _, s := range []string{"FY24", "2023/24", "1Q25", "Q3 FY25", "Jan-24", "January 2024", "31/12/2023", "31.12.2024", "2025E", "2025-W07", "12 months to June 2024", "Mai 2024", "9M 2024", "Jan–Mar 2025", "first half of 2024", "premier semestre 2024"} {
		if got := mustDate(t, s).Long(); got != s {
			t.Errorf("%q prints %q", s, got)
		}
	}
	for in, want := range map[string]string{"2025-01-31": "31 January 2025", "2025-01-31T00:00:00Z": "31 January 2025", "2024-H1": "H1 2024", "mid FY25": "mid-FY25"} {
		if got := mustDate(t, in).Long(); got != want {
			t.Errorf("%q prints %q, want %q", in, got, want)
		}
	}
}

func TestFiscalYearsStartWhereTheCalendarSays(t *testing.T) {
	for _, c := range []struct {
		starts       int
		in, from, to string
	}{
		{4, "FY2024", "2023-04-01", "2024-03-31"},
		{4, "2023/24", "2023-04-01", "2024-03-31"},
		{4, "Q3 FY25", "2024-10-01", "2024-12-31"},
		{4, "4QFY25", "2025-01-01", "2025-03-31"},
		{4, "H2 FY24", "2023-10-01", "2024-03-31"},
		{4, "9M FY25", "2024-04-01", "2024-12-31"},
		{4, "Q3 2024", "2024-07-01", "2024-09-30"},
		{10, "FY24", "2023-10-01", "2024-09-30"},
		{10, "Q1 FY24", "2023-10-01", "2023-12-31"},
		{7, "1H FY24", "2023-07-01", "2023-12-31"},
		{1, "FY24", "2024-01-01", "2024-12-31"},
		{2, "FY24E", "2023-02-01", "2024-01-31"},
	} {
		d, err := Calendar{YearStarts: c.starts}.ParseDate(c.in)
		if from, to := civil(d.From()), civil(d.To()); err != nil || from != c.from || to != c.to {
			t.Errorf("%q in years from month %d covers %s to %s, %v; want %s to %s", c.in, c.starts, from, to, err, c.from, c.to)
		}
	}
}

// TestFiscalPeriodsFillTheirYears: whatever the month in which years start, quarters and halves fill the year without gaps.
func TestFiscalPeriodsFillTheirYears(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		c := Calendar{YearStarts: 1 + r.IntN(12)}
		year := 1971 + r.IntN(90)
		read := func(s string) Date {
			d, err := c.ParseDate(s)
			if err != nil {
				t.Fatalf("%q: %v", s, err)
			}
			return d
		}
		name := "FY" + strconv.Itoa(year)
		for _, parts := range [][]string{{"Q1 ", "Q2 ", "Q3 ", "Q4 "}, {"H1 ", "H2 "}} {
			at := read(name).From()
			for _, part := range parts {
				d := read(part + name)
				if d.From() != at || d.To() <= d.From() {
					t.Fatalf("%s%s in years from month %d begins %s, want %s", part, name, c.YearStarts, civil(d.From()), civil(at))
				}
				at = d.To() + 1
			}
			if at != read(name).To()+1 {
				t.Fatalf("the parts of %s end %s", name, civil(at-1))
			}
			if next := read("FY" + strconv.Itoa(year+1)); next.From() != at {
				t.Fatalf("FY%d begins %s, want %s", year+1, civil(next.From()), civil(at))
			}
		}
		if y, m, _ := read(name).To().Civil(); y != year || m != (c.YearStarts+10)%12+1 {
			t.Fatalf("%s from month %d ends in %d-%d", name, c.YearStarts, y, m)
		}
	}
}

func TestImpossibleAndAmbiguousDatesSayWhichTheyAre(t *testing.T) {
	for in, want := range map[string]string{
		"2025-02-30": "E-DATE", "2025-02-29": "E-DATE", "2025-13": "E-DATE", "2025-00": "E-DATE", "2025-Q5": "E-DATE", "Q0 2025": "E-DATE", "5Q25": "E-DATE", "H3 2024": "E-DATE",
		"31/02/2025": "E-DATE", "32/01/2025": "E-DATE", "13/13/2025": "E-DATE", "31.04.2025": "E-DATE", "12.31.2024": "E-DATE", "30 February 2025": "E-DATE", "Feb 30, 2025": "E-DATE",
		"2025-W54": "E-DATE", "2025-W53": "E-DATE", "2025-W00": "E-DATE", "2025/02/30": "E-DATE", "2025年13月": "E-DATE", "2025年2月30日": "E-DATE", "13/2024": "E-DATE",
		"2025-01-31T25:00": "E-DATE", "29-Feb-23": "E-DATE", "2025-01 to 2025-13": "E-DATE",
		"01/02/2024": "E-AMBIGUOUS", "1/2/24": "E-AMBIGUOUS", "01-02-2024": "E-AMBIGUOUS", "12/11/2024": "E-AMBIGUOUS",
		"soon": "", "20": "", "2024x": "", "1/2": "", "3/4": "", "1234-5": "", "02134": "", "12B": "", "1.2": "", "v1.2.3": "", "10.0.0.1": "", "5-10-20": "", "24/7": "", "Jan": "", "Q1": "", "May 5": "",
		"Jan 24": "", "3M": "", "S1": "", "2 weeks": "", "12 months": "", "40 to 50": "", "Series A": "", "T-Mobile": "", "H1N1": "", "First Quarter Partners": "", "first half": "", "Jan–Mar": "", "May–Smith 2024": "", "Third Street 2024": "", "Half Moon 2024": "", "Q325": "", "A320": "",
	} {
		_, err := ParseDate(in)
		var e *DateError
		code := ""
		if errors.As(err, &e) {
			code = e.Code
		}
		if err == nil || code != want {
			t.Errorf("%q: code %q (%v), want %q", in, code, err, want)
		}
	}
}

func TestNeighboursDecideWhatADateLeavesOpen(t *testing.T) {
	for _, c := range []struct{ texts, want string }{
		{"01/02/2024|15/02/2024|28/02/2024", "2024-02-01 2024-02-15 2024-02-28"},
		{"01/02/2024|02/15/2024", "2024-01-02 2024-02-15"},
		{"01/30/17|02/03/17", "2017-01-30 2017-02-03"},
		{"01/02/2024|03/02/2024", "E-AMBIGUOUS E-AMBIGUOUS"},
		{"15/02/2024|31/02/2024", "2024-02-15 E-DATE"},
		{"02/15/2024|15/13/2024", "2024-02-15 E-DATE"},
		{"15/02/2024|02/15/2024|01/02/2024", "2024-02-15 2024-02-15 E-AMBIGUOUS"},
		{"2010/11|2011/12", "2010-07-01 2011-07-01"},
		{"2011/10|2011/11|2011/12", "2011-10-01 2011-11-01 2011-12-01"},
		{"2010-11|2011-12|2012-13", "2010-07-01 2011-07-01 2012-07-01"},
		{"2010-11|2011-12", "2010-11-01 2011-12-01"},
		{"Jan|Feb|Mar", "0004-01-01 0004-02-01 0004-03-01"},
		{"Jan–Mar|Apr–Jun|Jul–Sep|Oct–Dec|Jan–Mar", "0004-01-01 0004-04-01 0004-07-01 0004-10-01 0005-01-01"},
		{"First half|Second half", "0004-01-01 0004-07-01"},
		{"Oct|Nov|Dec|Jan|Feb", "0004-10-01 0004-11-01 0004-12-01 0005-01-01 0005-02-01"},
		{"Nov 2024|Dec|Jan|Feb", "2024-11-01 2024-12-01 2025-01-01 2025-02-01"},
		{"Nov|Dec|Jan 2025", "no no 2025-01-01"},
		{"Q1|Q2|Q3|Q4|Q1", "0004-01-01 0004-04-01 0004-07-01 0004-10-01 0005-01-01"},
		{"3 Jan|4 Jan|31 Dec", "0004-01-03 0004-01-04 0004-12-31"},
		{"Januar|Februar|März", "0004-01-01 0004-02-01 0004-03-01"},
		{"FY24|FY25E|Total", "2024-01-01 2025-01-01 no"},
		{"Alpha|Beta|2025-13", "no no E-DATE"},
	} {
		dates, errs := Calendar{}.ParseDates(strings.Split(c.texts, "|"))
		var got []string
		for i, d := range dates {
			var e *DateError
			switch {
			case errs[i] == nil:
				y, m, n := d.From().Civil()
				got = append(got, strings.Repeat("0", 4-len(strconv.Itoa(y)))+strconv.Itoa(y)+"-"+Two(m)+"-"+Two(n))
			case errors.As(errs[i], &e):
				got = append(got, e.Code)
			default:
				got = append(got, "no")
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.texts, s, c.want)
		}
	}
}

func TestTheOrderThatIsSaidDecides(t *testing.T) {
	for _, c := range []struct {
		order, in, want string
	}{
		{"dmy", "01/02/2024", "2024-02-01"},
		{"mdy", "01/02/2024", "2024-01-02"},
		{"mdy", "01.02.2024", "2024-01-02"},
		{"ymd", "24/02/01", "2024-02-01"},
		{"ymd", "2024/02/01", "2024-02-01"},
		{"MDY", "12-31-2024", "2024-12-31"},
	} {
		order, ok := ParseDateOrder(c.order)
		d, err := Calendar{Order: order}.ParseDate(c.in)
		if !ok || err != nil || civil(d.From()) != c.want {
			t.Errorf("%s: %q is %s, %v; want %s", c.order, c.in, d, err, c.want)
		}
	}
	if _, err := (Calendar{Order: MonthFirst}).ParseDate("31/12/2024"); err == nil {
		t.Error("31/12/2024 is a date with the month first")
	}
	if _, ok := ParseDateOrder("dym"); ok {
		t.Error("dym is an order")
	}
}
