package table

import (
	"errors"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
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
