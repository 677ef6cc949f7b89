package value

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"roadshow/internal/limits"
)

// These are edges that changing the code on purpose found unwatched.

func TestAMonthOfAStatisticalOfficeHasTwoDigits(t *testing.T) {
	for in, want := range map[string]bool{"2024M01": true, "2024M12": true, "2024M13": false, "2024M00": false, "2024M3": false, "2024M003": false, "999M03": false} {
		d, err := ParseDate(in)
		if got := err == nil; got != want {
			t.Errorf("%s: %v, %v", in, d, err)
		}
	}
}

// A square of −3 to 3 ends at 9: 9 is one of its numbers where one of the two is.
func TestASquareHoldsTheEndThatOneOfItsHalvesHolds(t *testing.T) {
	three := func(sign int64, open bool) Edge { return Edge{N: big.NewRat(3*sign, 1), Open: open} }
	for _, c := range []struct{ lo, hi, want bool }{{false, false, false}, {true, false, false}, {false, true, false}, {true, true, true}} {
		got := Interval{Lo: three(-1, c.lo), Hi: three(1, c.hi)}.Raise(2)
		if got.Hi.Open != c.want || got.Hi.N.Cmp(big.NewRat(9, 1)) != 0 || got.Lo.N.Sign() != 0 {
			t.Errorf("open %v, %v: %v, %v", c.lo, c.hi, got.Hi.N, got.Hi.Open)
		}
	}
}

// Digits on both sides of the point count, zeros in front of a number do not.
func TestDigitsAreCountedTogether(t *testing.T) {
	half := limits.Digits.N() / 2
	for text, want := range map[string]bool{
		strings.Repeat("5", half) + "." + strings.Repeat("5", half):   true,
		strings.Repeat("5", half+1) + "." + strings.Repeat("5", half): false,
		strings.Repeat("0", half) + strings.Repeat("5", half+5):       true,
	} {
		s := Scan{S: text}
		if _, err := s.number(0); (err == nil) != want {
			t.Errorf("%d digits: %v", len(text)-1, err)
		}
	}
}

// Quarters in plain English have words in other languages; a short year is what its author typed.
func TestAShortYearStaysAsTyped(t *testing.T) {
	for text, want := range map[string]bool{"Q3 2024": true, "Q3 24": false, "Q3-2024": false, "Q3 FY2024": false} {
		if d, err := ParseDate(text); err != nil || d.Start.English != want {
			t.Errorf("%s: plain English %v, %v", text, d.Start.English, err)
		}
	}
}

// A list without any date is given up; one of dates that do not exist is not, and each is told of itself.
func TestEachWrongDateIsToldOfItself(t *testing.T) {
	var texts []string
	for i := range manyTexts + 5 {
		texts = append(texts, fmt.Sprintf("%d February 2023", 30+i))
	}
	_, errs := Calendar{}.ParseDates(texts)
	for i, err := range errs {
		if err == nil || !strings.Contains(err.Error(), fmt.Sprint(30+i)) {
			t.Errorf("%s: %v", texts[i], err)
		}
	}
}
