package table

import (
	"errors"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// These are edges that changing the code on purpose found unwatched.

func TestMarksAndGapsOfANumberAreReadOneWay(t *testing.T) {
	for in, want := range map[string]byte{
		"1.234,5": ',', "1,234.5": '.', "1.234.567,8": ',', "1,234,5.6": 0, "1.23,4": 0, "12,5": ',', "1,234": '?', "0,123": ',', "12": 0, "": 0,
	} {
		if got := markOf(in); got != want {
			t.Errorf("markOf(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"1'234'567": "1234567", "1’234": "1234", "(12)": "-12", "(12)%": "-12%", "((12))": "((12))", "(12) (3)": "(12) (3)",
	} {
		if got := plainDigits(in, false); got != want {
			t.Errorf("plainDigits(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestACountedThingIsNamedOnce(t *testing.T) {
	customers := value.Unit{Noun: "customers"}
	for _, in := range []string{"5", "5 customers", "5m customers", "$5m", "5%"} {
		if _, err := readData(in, false, customers); err != nil {
			t.Errorf("%q in a column of customers: %v", in, err)
		}
	}
	if _, err := readData("5 mills", false, customers); err == nil {
		t.Error("mills in a column of customers")
	}
}

func TestTheHintOfACodeSaysWhereCodesStand(t *testing.T) {
	for in, want := range map[string]string{
		"12B": "write 12 bn for a scale; codes are text", "12T": "write 12 trn", "12X4": "leave a blank before a unit: 12 X4; codes are text", "0012": "no zero before it: 12; codes are text",
	} {
		_, err := ReadTyped(in, value.Marks{})
		var wrong *value.SyntaxError
		if !errors.As(err, &wrong) || !strings.Contains(wrong.Hint, want) {
			t.Errorf("%q: %+v, want the hint %q", in, err, want)
		}
	}
}

func TestEscapesOfAWorkbookAreCharacters(t *testing.T) {
	for in, want := range map[string]string{
		"a_x000A_b": "a\nb", "a_x000D_b": "a b", "caf_x00E9_": "café", "_x00zz_": "_x00zz_", "_x12": "_x12", "a_x0041__x0042_": "aAB", "plain": "plain",
	} {
		if got := unescapeX(in); got != want {
			t.Errorf("unescapeX(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlacesOfASecondAreThoseOfItsFormat(t *testing.T) {
	section := formatSection{tokens: []formatToken{{kind: 's', text: "ss"}, {kind: 'f', text: ".000"}}}
	if n := section.fractionDigits(); n != 3 {
		t.Errorf("ss.000 has %d places", n)
	}
	section.tokens = section.tokens[:1]
	if n := section.fractionDigits(); n != 0 {
		t.Errorf("ss has %d places", n)
	}
}

func TestDateOrdersOfAnotherTableAreRefused(t *testing.T) {
	table := &Table{Columns: make([]Column, 2)}
	if !table.SetDateOrders([]string{"", "", ""}) || !table.SetDateOrders(nil) {
		t.Error("a list as long as the table is refused")
	}
	if table.SetDateOrders([]string{"", ""}) || table.SetDateOrders([]string{"", "", "", ""}) {
		t.Error("a list of another length is taken")
	}
}

func TestLettersBesideASignSayThatItIsNoWesternOne(t *testing.T) {
	for in, want := range map[string]bool{"M\xfcller": true, "caf\xe9": true, "don\x92t": true, "na\xa3wa": false, "a\xd7b": false, "5 \xd7 3": true} {
		if _, got := western(in); got != want {
			t.Errorf("western(%q) = %v", in, got)
		}
	}
}

func TestSignsAroundANumberDoNotHideItsMark(t *testing.T) {
	for in, comma := range map[string]bool{"A;B\nx;-1.234,5 €\n": true, "A;B\nx;1,234.5%\n": false, "A;B\nx;$1,5\n": true} {
		r := &reader{}
		if got, ok := r.decimalComma(in, ';', TableOptions{}); !ok || got != comma {
			t.Errorf("%q: decimal comma %v, %v", in, got, ok)
		}
	}
	for _, in := range []string{"A;B\nx;1.234,5\ny;1,234.5\n", "A;B\nx;1,234\n"} { // two marks, and one that may be either
		if _, ok := (&reader{l: &diag.List{}}).decimalComma(in, ';', TableOptions{}); ok {
			t.Errorf("%q: taken without asking", in)
		}
	}
}

func TestANumberIsShownAsItsFormatSays(t *testing.T) {
	for _, c := range []struct {
		format, raw, text, exact string
		places                   int
	}{
		{"0.##", "1.5", "1.5", "1.5", 1}, {"0.##", "2", "2", "2", 0}, {"0.0#", "2", "2.0", "2", 1}, {"0.##", "1.258", "1.26", "1.258", 2},
		{`0.0,,"m"`, "2500000", "2.5m", "2.5m", 1}, {"0,", "2500", "3", "2.5k", 0}, {`0.0"m"`, "2.5", "2.5m", "2.5m", 1}, {`0 "mills"`, "5", "5 mills", "5 mills", 0},
	} {
		f := readFormat(c.format)
		if got := f.show(c.raw, false); got.text != c.text || got.exact != c.exact || got.places != c.places {
			t.Errorf("%s of %s: %+v, want %q, exactly %q, %d places", c.format, c.raw, got, c.text, c.exact, c.places)
		}
	}
}
