package evidence

import (
	"testing"
	"unicode/utf8"
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
		note, err := SaysDate(c.excerpt, mustDate(t, c.date))
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
		_, err := SaysDate(c.excerpt, mustDate(t, c.date))
		d, ok := err.(*Disagreement)
		if !ok || d.Summary != c.summary || d.Hint != c.hint {
			t.Errorf("%q, %s: %v", c.excerpt, c.date, err)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	for _, s := range []string{"about $80 million", "one or two million yuan", "tens of", "百分之", "数", "at least at least 5", "US$5bn-6bn or so", "-5 - -6", "May 31, 2023", "the end of the", "a hundred and", "2023年5月", "1,480.5.", "$", "5 to"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		e := readExcerpt(s)
		for _, r := range e.quantities() {
			if r.from < 0 || r.to > len(e.words) || r.from >= r.to || r.start < r.from {
				t.Fatalf("%q: %+v", s, r)
			}
			v := r.Value
			if r.vague { // only then words may stand for the number
				v.Words = e.part(r.start, r.to)
			}
			if _, err := Says(s, v); err != nil && r.vague == (r.Words != "") && !r.near {
				t.Fatalf("%q does not say what was read of it: %v: %v", s, r.Value, err)
			}
		}
		for _, d := range e.dates() {
			if d.from < 0 || d.to > len(e.words) || d.from >= d.to {
				t.Fatalf("%q: %+v", s, d)
			}
		}
	})
}
