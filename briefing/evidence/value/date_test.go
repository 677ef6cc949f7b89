package value

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"roadshow/internal/cputime"
	tongue "roadshow/words"
)

func TestEveryFormOfTheDateGrammarIsRead(t *testing.T) {
	for _, c := range []struct{ in, long, from, to string }{
		{"2023", "2023", "2023-01-01", "2023-12-31"},
		{"2023-03", "March 2023", "2023-03-01", "2023-03-31"},
		{"2023-05-31", "31 May 2023", "2023-05-31", "2023-05-31"},
		{"2023-Q3", "Q3 2023", "2023-07-01", "2023-09-30"},
		{"Q3 2023", "Q3 2023", "2023-07-01", "2023-09-30"},
		{"mid 2023-03", "mid-March 2023", "2023-03-11", "2023-03-20"},
		{"mid-2025", "mid-2025", "2025-05-01", "2025-08-31"},
		{"early 2023-04", "early April 2023", "2023-04-01", "2023-04-10"},
		{"late 2021", "late 2021", "2021-09-01", "2021-12-31"},
		{"late 2024-02", "late February 2024", "2024-02-21", "2024-02-29"},
		{"end 2020", "end of 2020", "2020-12-01", "2020-12-31"},
		{"end 2023-02", "end of February 2023", "2023-02-24", "2023-02-28"},
		{"mid Q3 2023", "mid-Q3 2023", "2023-08-01", "2023-08-31"},
		{"before 2020", "before 2020", "2019-12-31", "2019-12-31"},
		{"after 2020-05-01", "after 1 May 2020", "2020-05-02", "2020-05-02"},
		{"2020-12 to 2021-03", "December 2020 to March 2021", "2020-12-01", "2021-03-31"},
		{"2020 to 2021", "2020–2021", "2020-01-01", "2021-12-31"},
		{"2023-03 to 2023-05", "March–May 2023", "2023-03-01", "2023-05-31"},
		{"2023-05-03 to 2023-05-31", "3–31 May 2023", "2023-05-03", "2023-05-31"},
		{"late 2020 to mid 2021", "late 2020 to mid-2021", "2020-09-01", "2021-08-31"},
		{"31 May 2023", "31 May 2023", "2023-05-31", "2023-05-31"},
		{"Sept 2023", "Sept 2023", "2023-09-01", "2023-09-30"},
		{"mid-March 2023", "mid-March 2023", "2023-03-11", "2023-03-20"},
		{"end of 2020", "end of 2020", "2020-12-01", "2020-12-31"},
	} {
		d, err := ParseDate(c.in)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if d.Long() != c.long {
			t.Errorf("%q is %q, want %q", c.in, d.Long(), c.long)
		}
		if from, to := civil(d.From()), civil(d.To()); from != c.from || to != c.to {
			t.Errorf("%q covers %s to %s, want %s to %s", c.in, from, to, c.from, c.to)
		}
	}
}

func civil(d Day) string {
	y, m, n := d.Civil()
	return Date{Start: Moment{Precision: OnDay, Year: y, Month: m, DayNumber: n}, End: Moment{Precision: OnDay, Year: y, Month: m, DayNumber: n}}.String()
}

func TestWrongDatesAreNamedAtTheirPlace(t *testing.T) {
	for _, c := range []struct {
		in       string
		from, to int
		summary  string
	}{
		{"", 0, 0, "a date is missing"},
		{"2023-13", 5, 7, `"13" is no month`},
		{"2023-3", 5, 6, "a month has two digits"},
		{"2023-05-3", 8, 9, "a day has two digits"},
		{"2023-02-29", 8, 10, "February 2023 has no day 29"},
		{"31 June 2023", 0, 2, "June 2023 has no day 31"},
		{"23-03", 0, 2, `"23" is no year: a year has four digits`},
		{"99999", 0, 5, `"99999" is no year: a year has four digits`},
		{"2020-2021", 0, 9, "a range of dates is written with to"},
		{"2020–2021", 0, 11, "a range of dates is written with to"},
		{"mid 2023-05-31", 0, 14, "a day has no parts here"},
		{"2021 to 2020", 0, 12, "a range runs from the earlier to the later date"},
		{"2020 to", 7, 7, "the range's second date is missing"},
		{"before 2020 to 2021", 0, 19, "a range of dates has two ends: it takes no bound"},
		{"before", 6, 6, "a date is missing here"},
		{"2023-Q5", 5, 7, "a year has four quarters"},
		{"Q5 2023", 1, 2, "a year has four quarters"},
		{"yesterday", 0, 9, `"yesterday" is not a date`},
		{"2023x", 4, 5, `"x" does not belong to a date`},
		{"2023 to 2024x", 12, 13, `"x" does not belong to a date`},
		{"May", 3, 3, `a year is missing after "May"`},
	} {
		_, err := ParseDate(c.in)
		var e *SyntaxError
		if !errors.As(err, &e) {
			t.Errorf("%q: error is %v", c.in, err)
			continue
		}
		if e.Offset != c.from || e.End != c.to || e.Summary != c.summary {
			t.Errorf("%q: %d–%d %s, want %d–%d %s", c.in, e.Offset, e.End, e.Summary, c.from, c.to, c.summary)
		}
	}
}

func TestCivilDaysAgreeWithTheStandardLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	epoch := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 5000 {
		day := Day(r.IntN(800000) - 400000)
		want := epoch.AddDate(0, 0, int(day))
		if y, m, d := day.Civil(); y != want.Year() || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %s", day, y, m, d, want.Format("2006-01-02"))
		}
		if got := DayOf(want.Year(), int(want.Month()), want.Day()); got != day {
			t.Fatalf("%s is day %d, want %d", want.Format("2006-01-02"), got, day)
		}
	}
}

func mustDate(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}

func TestDatesAreOrderedAndTrueToTime(t *testing.T) {
	order := []string{"before 2020", "2020-01-01", "2020-01", "early 2020", "2020", "end 2020", "after 2020", "2021-01-02"}
	for i := 1; i < len(order); i++ {
		if mustDate(t, order[i-1]).Compare(mustDate(t, order[i])) >= 0 {
			t.Errorf("%s does not come before %s", order[i-1], order[i])
		}
	}
	for in, want := range map[string]float64{"2023": 2023.5, "2020 to 2021": 2021, "2023-01-01": 2023 + 0.5/365, "2024-12-31": 2025 - 0.5/366} {
		if got := mustDate(t, in).Mid(); math.Abs(got-want) > 1e-9 {
			t.Errorf("the middle of %s is %v, want %v", in, got, want)
		}
	}
}

func randomMoment(r *rand.Rand) Moment {
	m := Moment{Year: 1000 + r.IntN(9000), Part: Part(r.IntN(5)), Precision: Precision(r.IntN(6))}
	switch m.Precision {
	case InHalf:
		m.Number = uint8(1 + r.IntN(2))
	case InQuarter:
		m.Quarter = 1 + r.IntN(4)
	case InWeek:
		m.Part, m.Number = Whole, uint8(1+r.IntN(weeksIn(m.Year)))
	case InMonth, OnDay:
		m.Month = 1 + r.IntN(12)
	}
	if m.Precision == OnDay {
		m.Part, m.DayNumber = Whole, 1+r.IntN(DaysIn(m.Year, m.Month))
	}
	return m
}

func TestPrintedDatesAreReadBackTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		m := randomMoment(r)
		d := Date{Start: m, End: m, Bound: DateBound(r.IntN(3))}
		for _, s := range []string{d.String(), d.Long()} {
			if got := mustDate(t, s); !got.Same(d) {
				t.Fatalf("%q is read as %+v, want %+v", s, got, d)
			}
		}
		if n := randomMoment(r); n.First() >= m.First() && n != m {
			d = Date{Start: m, End: n}
			if got := mustDate(t, d.String()); !got.Same(d) {
				t.Fatalf("%q is read as %+v, want %+v", d, got, d)
			}
		}
		if d.From() > d.To() {
			t.Fatalf("%s ends before it begins", d)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2023", "2023-03", "2023-05-31", "2023-Q3", "Q3 2023", "mid-2025", "2020-12 to 2021-03", "2020-2021", "end of", "31 May 2023", "before -", "2023-99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		defer cputime.Bound(t)()
		d, err := ParseDate(s)
		if err != nil {
			var e *SyntaxError
			if !errors.As(err, &e) || e.Offset < 0 || e.End < e.Offset || e.End > len(s) || e.Summary == "" {
				t.Fatalf("%q: %+v", s, err)
			}
			return
		}
		if again, err := ParseDate(d.String()); err != nil || !again.Same(d) {
			t.Fatalf("%q prints %q, read back as %+v: %v", s, d, again, err)
		}
		_, _, _ = d.Long(), d.Label(tongue.For("fr")), d.Mid()
	})
}
