package table

import (
	"errors"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
)

// TestCodesAreNoValues: where only a value may stand, a code is refused, and the hint is a value that is taken.
func TestCodesAreNoValues(t *testing.T) {
	for text, hint := range map[string]string{
		"1/2": "0.5", "24/7": "decimal", "12/2024": "dates", "15/10/2017": "dates", "-3/4": "decimal", "02134": ": 2134;", "007": ": 7;", "00": "codes are text", "-012": ": 12;",
		"0x1F": "codes are text", "0XFF": "codes are text", "3A": "3 A", "14C": "14 C", "12B": "12 bn", "1.5B": "1.5 bn", "3T": "3 trn", "2XL": "2 XL", "C2": "codes are text", "H1": "codes are text",
		"B2B": "codes are text", "A4": "codes are text",
	} {
		v, err := ReadTyped(text, value.Marks{})
		var wrong *value.SyntaxError
		if !errors.As(err, &wrong) || !strings.Contains(wrong.Summary, "is a code, not a number") || !strings.Contains(wrong.Hint, hint) {
			t.Errorf("%s: %v, %v, hint %v", text, v, err, wrong)
			continue
		}
		for _, lead := range []string{"leave a blank before a unit: ", "write ", "a number has no zero before it: "} {
			if rest, ok := strings.CutPrefix(wrong.Hint, lead); ok && !strings.HasPrefix(rest, "a fraction") {
				advised, _, _ := strings.Cut(rest, ";")
				if _, err := ReadTyped(strings.TrimSuffix(advised, " for a scale"), value.Marks{}); err != nil {
					t.Errorf("%s: the hint's %q is refused: %v", text, advised, err)
				}
			}
		}
	}
	for _, text := range []string{"1234567890123456", "-12345678901234567890", "123456789012345678901234567890123456789012345678901234567890"} {
		if v, err := ReadTyped(text, value.Marks{}); err == nil || !strings.Contains(err.Error(), "is a row of ") {
			t.Errorf("%s: %v, %v", text, v, err)
		}
	}
	for _, text := range []string{"0", "0.5", "5k", "5 k", "2M", "12 m2", "12m2", "$5/kWh", "$5/1,000 tokens", "30bps", "3GB", "5USD", "EUR5", "RMB 20m", "c. 5", "about 3", "40-50", "3 A", "n/a", "?", "7%", "2x", "5°C"} {
		if _, err := ReadTyped(text, value.Marks{}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{"about 1/2", ">3/4", "under 24/7"} {
		if v, err := ReadTyped(text, value.Marks{}); err == nil {
			t.Errorf("%s is read as %v", text, v)
		}
	}
}

// TestAColumnSaysWhatItsCellsLeaveOpen: what is read of a cell alone may be no number beside its like. The columns are those of
// public files: seeds of a tournament, tickets of the Titanic, scores, and places in a file whose decimal mark is the point.
func TestAColumnSaysWhatItsCellsLeaveOpen(t *testing.T) {
	for _, c := range []struct{ column, numbers string }{
		{"16a 16b 3 7", "3 7"},
		{"16b 3", "16b 3"}, // nothing says that these are no billions
		{"5k 2m 3b", "5k 2m 3b"},
		{"PC_17599 CA_2144 C_17369 CA._2343 17463", "17463"},
		{"RMB_5 USD_6 EUR_7", "RMB_5 USD_6 EUR_7"},
		{"c._5 ca_7 about_9", "c._5 ca_7 about_9"},
		{"3-1 0-1 1–2 100", "100"},
		{"0-17 18-24 25-64 65+", "0-17 18-24 25-64 65+"}, // ages, from low to high
		{"33,65 41,20 2.5", "2.5"},
		{"1,234 2.5", "1,234 2.5"},
	} {
		cells := strings.Fields(c.column)
		src := "name,x\n"
		for _, s := range cells {
			src += "row,\"" + strings.ReplaceAll(s, "_", " ") + "\"\n"
		}
		table, problems := readCSV(src)
		if table == nil {
			t.Fatal(c.column, problems)
		}
		var numbers []string
		for i := range table.Rows {
			if v, err := table.Judge(&table.Rows[i], 0); err == nil && v.State == value.Known {
				numbers = append(numbers, cells[i])
			}
		}
		if got := strings.Join(numbers, " "); got != c.numbers {
			t.Errorf("%s: numbers are %s, want %s", c.column, got, c.numbers)
		}
	}
}
