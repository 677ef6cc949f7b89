package source

import (
	"fmt"
	"testing"

	"roadshow/briefing/evidence/value"
)

// These are edges that changing the code on purpose found unwatched.

func TestWhereNumeralsEnd(t *testing.T) {
	for _, c := range []struct {
		in      string
		words   int // that the number takes
		ordinal bool
	}{
		{"5th mill", 2, true}, {"21st floor", 2, true}, {"3ème", 2, true}, {"5 of them", 1, false},
		{"打八折", 0, false}, {"八折出售", 2, false}, {"两个半月", 3, false},
	} {
		e := ReadExcerpt(c.in)
		got, next, ok := e.number(0)
		if ok != (c.words > 0) || ok && (next != c.words || got.ordinal != c.ordinal) {
			t.Errorf("%q: a number %v of %d words, ordinal %v; want %d, %v", c.in, ok, next, got.ordinal, c.words, c.ordinal)
		}
	}
}

func TestNumeralsInWordsAreSeen(t *testing.T) {
	for in, want := range map[string]bool{
		"ninety-nine of them": true, "about forty mills": true, "三成": true, "one of them": false, "Forty Mills": true, "at Five Rivers": false, "several": false, "99 mills": false, "the fifth mill": false,
	} {
		if got := Numeral(in); got != want {
			t.Errorf("Numeral(%q) = %v", in, got)
		}
	}
}

func TestEnclosedNumbersMarkItems(t *testing.T) {
	for r, want := range map[rune]bool{'①': true, '⓿': true, '❶': true, '➓': true, '➔': false, '⑴': true, '5': false} {
		if got := enclosed(r); got != want {
			t.Errorf("enclosed(%c) = %v", r, got)
		}
	}
}

func TestACountryDecidesWhoseYenSignItIs(t *testing.T) {
	for in, want := range map[string]string{"It cost ¥500 in Japan": "JPY", "It cost ¥500 in China": "CNY"} {
		e := ReadExcerpt(in)
		if a, ok := e.AmountAt(2); !ok || a.Unit.Currency != want || len(a.anyOf) != 1 {
			t.Errorf("%q: %q of %q, want %s", in, a.Unit.Currency, a.anyOf, want)
		}
	}
}

func TestALossIsKnownByItsEnd(t *testing.T) {
	for w, want := range map[string]bool{"konzernverlust": true, "jahresfehlbetrag": true, "verlust": true, "verlustvortrag": false, "umsatz": false} {
		if got := lossNoun(w); got != want {
			t.Errorf("lossNoun(%s) = %v", w, got)
		}
	}
}

func TestADenialReachesOutOverSmallWordsAlone(t *testing.T) {
	for text, want := range map[string]bool{"to": true, "to be at all": true, "": true, "to grow": false, "sales": false} {
		if got := reachesOut(SplitWords(text)); got != want {
			t.Errorf("reachesOut(%q) = %v", text, got)
		}
	}
}

func TestTwoNeighboursOfTheRowAreARange(t *testing.T) {
	for in, want := range map[string][3]int64{"七八": {7, 1, 2}, "三四十": {30, 10, 3}, "七八〇": {780, 0, 3}, "二〇二三": {2023, 0, 4}} {
		n, spread, next, ok := ReadExcerpt(in).hanDigits(0, -1)
		if got := [3]int64{n, spread, int64(next)}; !ok || got != want {
			t.Errorf("%s: from %d, %d wide, %d characters; want %v", in, n, spread, next, want)
		}
	}
}

func TestDatesStandInTheOrderOfTheWords(t *testing.T) {
	var years []string
	for _, d := range ReadExcerpt("The year before it was 4, in 2020 it was 5, in 2021 6").DatesBeside(value.Calendar{}) {
		years = append(years, fmt.Sprint(d.Year))
	}
	if got := fmt.Sprint(years); got != "[2019 2020 2021]" {
		t.Errorf("%s, want 2019 before 2020 and 2021", got)
	}
}

func TestAFullStopFlattensAQuestion(t *testing.T) {
	for _, c := range []struct {
		typed, stands string
		want          bool
	}{{"It ended.", "?", true}, {"结束了。", "!", true}, {"It ended?", "?", false}, {"It ended.", ".", false}} {
		if got := flattens(c.typed, []string{c.stands}); got != c.want {
			t.Errorf("%q before %s: %v", c.typed, c.stands, got)
		}
	}
}

func TestAThousandOrThreeDecimals(t *testing.T) {
	for in, want := range map[string]byte{
		"1.234bn": '.', "1.234k": '.', "1.234×": '.', "1.234 billion": '.', "1,234 k": '.', // English scales
		"1.234 things": 0, // nobody knows
		"Las ventas de la empresa fueron de 1.234 euros y los beneficios crecieron":                ',',
		"Las ventas de la empresa en Colombia fueron de 1.234 pesos y los beneficios no crecieron": 0, // there a point is one of decimals
	} {
		e := ReadExcerpt(in)
		for i, w := range e.Words {
			if !value.Digit(w.Text[0]) {
				continue
			}
			mark, why := decimalPoint(value.Marks{}, e, i, w.Text)
			if why != "" {
				mark = 0
			}
			if mark != want {
				t.Errorf("%q: %q %s, want %q", in, mark, why, want)
			}
		}
	}
}

func TestARangeWithoutItsSecondEndIsNoNumber(t *testing.T) {
	for _, in := range []string{"5$ to", "5 to", "5% to"} {
		if v, err := ParseValue(in); err == nil {
			t.Errorf("%q is read as %v", in, v)
		}
	}
}

// 至 parts two numbers also where a unit stands before it.
func TestAUnitBeforeTheSecondEnd(t *testing.T) {
	for in, want := range map[string]string{"3亿元至5亿元": "RMB 3亿 to 5亿", "40 bn parameters to 50 bn parameters": "40 to 50 bn parameters", "40 mills至50 mills": "40 to 50 mills"} {
		got, err := ParseValue(in)
		if same, _ := ParseValue(want); err != nil || got.String() != same.String() || !got.Range() {
			t.Errorf("%q is %s (%v), want %s", in, got, err, same)
		}
	}
}
