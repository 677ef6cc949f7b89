package source

import "testing"

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
