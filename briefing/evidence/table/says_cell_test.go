package table

import (
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

func TestACellIsSaidOfItsColumnAndItsDate(t *testing.T) {
	const (
		margins = "Margin was 20% in 2023 and 25% in 2024"
		sales   = "In 2023, sales were $5 million; in 2024, $6 million"
		turned  = "Sales in 2024 were $6m, against $5m in 2023"
		both    = "Sales were $5m with a margin of 20% in 2023, and $6m with 25% in 2024"
		firm    = "The firm has 300 people in 12 offices"
		hans    = "2023年收入5亿元，2024年收入6亿元"
	)
	others := []string{"People", "Offices", "Sales staff"}
	without := func(column string) (out []string) {
		for _, o := range others {
			if o != column {
				out = append(out, o)
			}
		}
		return out
	}
	for _, c := range []struct {
		words, value, date, column string
		wrong                      string
	}{
		{margins, "20%", "2023", "", ""},
		{margins, "25%", "2024", "", ""},
		{margins, "25%", "2023", "", "the excerpt says 25% of 2024, not of 2023"},
		{margins, "20%", "2024", "", "the excerpt says 20% of 2023, not of 2024"},
		{sales, "$5m", "2023", "", ""},
		{sales, "$6m", "2024", "", ""},
		{sales, "$6m", "2023", "", "the excerpt says $6m of 2024, not of 2023"},
		{turned, "$6m", "2024", "", ""},
		{turned, "$5m", "2023", "", ""},
		{turned, "$5m", "2024", "", "the excerpt says $5m of 2023, not of 2024"},
		{both, "$6m", "2024", "", ""},
		{both, "25%", "2024", "", ""},
		{both, "25%", "2023", "", "the excerpt says 25% of 2024, not of 2023"},
		{hans, "5亿元", "2023", "", ""},
		{hans, "6亿元", "2023", "", "the excerpt says RMB 600m of 2024年, not of 2023"},
		{"Sales rose from $5m in 2023 to $6m in 2024, the margin was first 20%, then 25%", "20%", "2023", "", ""},
		{"Sales rose from $5m in 2023 to $6m in 2024, the margin was first 20%, then 25%", "25%", "2024", "", ""},
		{"It made 25% in March 2024 and 20% in 2023", "25%", "2024", "", ""},
		{"It made 25% then", "25%", "2024", "", ""},
		{"It made 25% in 2024 and 25% in 2023", "25%", "2023", "", ""},
		{firm, "300", "", "People", ""},
		{firm, "12", "", "Offices", ""},
		{firm, "300", "", "Offices", `the excerpt says 300 of "People"`},
		{firm, "12", "", "People", `the excerpt says 12 of "Offices"`},
		{"It employs 300 skilled people", "300", "", "Offices", `the excerpt says 300 of "People"`},
		{"It has 40 sales staff and 12 offices", "40", "", "Offices", `the excerpt says 40 of "Sales staff"`},
		{"It has 12 offices and 12 people", "12", "", "Offices", ""},
		{"It has 12 of the offices", "12", "", "People", ""},
		{"people 12, offices 40", "12", "", "People", ""},
		{"people 12, offices 40", "40", "", "Offices", ""},
		{"people 12, offices 40", "40", "", "People", `the excerpt says 40 of "Offices"`},
		{"people 12, offices 40", "12", "", "Offices", `the excerpt says 12 of "People"`},
		{"People were 12 and offices were 40", "40", "", "People", `the excerpt says 40 of "Offices"`},
		{"People: 12; offices: 40", "12", "", "Offices", `the excerpt says 12 of "People"`},
		{"People and offices were 12 and 40", "12", "", "People", ""},
		{"People and offices were 12 and 40", "40", "", "Offices", ""},
		{"Sales staff 12, people 40", "12", "", "Sales staff", ""},
		{"Sales staff 12, people 40", "12", "", "People", `the excerpt says 12 of "Sales staff"`},
		{"300 people in 12 offices", "12", "", "Offices", ""},
	} {
		p := CellPlace{Name: c.column, Others: without(c.column)}
		if c.date != "" {
			p.Date = mustDate(t, c.date)
		}
		_, err := SaysCell(c.words, mustValue(t, c.value), p)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.wrong {
			t.Errorf("%q, %s of %s %s: %q, want %q", c.words, c.value, c.column, c.date, got, c.wrong)
		}
	}
}

func TestARangeOfDatesIsSaidAsOne(t *testing.T) {
	for words, said := range map[string]bool{
		"from 2020 to 2030":                  true,
		"between 2020 and 2030":              true,
		"2020–2030":                          true,
		"started in 2020 and ran until 2030": true,
		"从2020年到2030年":                       true,
		"Offices opened in 2020 and 2021. The bond matures in 2030":     false,
		"Offices opened in 2020, and the bond matures in 2030":          false,
		"opened in 2020 and in 2030":                                    false,
		"It moved to a new office in 2020. To the end, in 2030 it paid": false,
	} {
		_, err := source.SaysDate(value.Calendar{}, words, mustDate(t, "2020 to 2030"))
		if (err == nil) != said {
			t.Errorf("%q says 2020 to 2030: %v", words, err)
		}
	}
}
