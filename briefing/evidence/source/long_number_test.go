package source

import (
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
)

// Right values by hand: GDP in single dollars as the World Bank's file stores it, and what people type.
func TestNumbersThatAProgramStoredAreToldInFourFigures(t *testing.T) {
	labels := func(f value.Format, texts ...string) string {
		var values []value.Value
		for _, s := range texts {
			v, err := ParseValue(s)
			if err != nil {
				t.Fatalf("%s: %v", s, err)
			}
			values = append(values, v)
		}
		return strings.Join(value.FormatAll(values, f), " | ")
	}
	for _, c := range [][2]string{
		{labels(value.Format{}, "$1211331651866.086", "$468395521654.4579", "$17820459508852.184"), "$1.21trn | $0.47trn | $17.82trn"},
		{labels(value.Format{}, "1211331651866.086"), "1.211 trn"},
		{labels(value.Format{}, "-4515265432.123"), "−4.515 bn"},
		{labels(value.Format{}, "1234567.89123"), "1.235m"},
		{labels(value.Format{Units: "zh"}, "1211331651866.086"), "1.211万亿"},
		// No scale suits both.
		{labels(value.Format{}, "1211331651866.086", "12"), "1.211 trn | 12"},
		// What people type stays as typed.
		{labels(value.Format{}, "$14687744162801"), "$14,687,744,162,801"},
		{labels(value.Format{}, "1234567890.12"), "1,234,567,890.12"},
		{labels(value.Format{}, "2,000,000,000"), "2,000,000,000"},
		{labels(value.Format{}, "12345.678"), "12,345.678"},
		{labels(value.Format{}, "1234567.891"), "1,234,567.891"},
		{labels(value.Format{}, "3.14159265"), "3.14159265"},
		{labels(value.Format{}, "0.333333333333"), "0.3333"},
		{labels(value.Format{}, "33.3333333333%"), "33.33%"},
		{labels(value.Format{}, "$1211331.651866bn"), "$1,211,332bn"},
	} {
		if c[0] != c[1] {
			t.Errorf("got  %s\nwant %s", c[0], c[1])
		}
	}
	v, _ := ParseValue("$1211331651866.086")
	if got := v.Prose(value.Format{}); got != "$1.211trn" {
		t.Errorf("prose: %s", got)
	}
	if lo, _ := v.Floats(); lo != 1211331651866.086 {
		t.Errorf("what is computed with stays whole: %v", lo)
	}
}

func TestAChartTellsWholeNumbersThatAreTooLongInOneScale(t *testing.T) {
	told := func(texts ...string) (out []string, scale string) {
		var values []value.Value
		for _, s := range texts {
			v, _ := ParseValue(s)
			values = append(values, v)
		}
		values, scale = value.TellLong(values)
		for _, v := range values {
			out = append(out, v.Label(value.Format{}))
		}
		return out, scale
	}
	for want, texts := range map[string][]string{
		"trn 21.32 trn 5.06 trn":   {"21322950000000", "5055587093501.588"},
		"trn 2 trn 1.235 trn":      {"2000000000000", "1234567890123"},
		"trn ≈2.5 trn 1–2 trn n/a": {"about 2500000000000", "1000000000000 to 2000000000000", "n/a"},
		" 999,999,999,999 1":       {"999999999999", "1"},
		" 5,000,000,000,000 1":     {"5000000000000", "1"},
		" 5,000,000,000,000 1m":    {"5000000000000", "1m"},
		" 5,000,000,000,000%":      {"5000000000000%"},
	} {
		got, scale := told(texts...)
		if s := scale + " " + strings.Join(got, " "); s != want {
			t.Errorf("%v: got %q, want %q", texts, s, want)
		}
	}
}
