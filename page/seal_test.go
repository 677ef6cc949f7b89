package page

import (
	"testing"
)

func TestSealsOfTheUnnamedHaveNoArticle(t *testing.T) {
	for name, want := range map[string]string{
		"A start-up, unnamed": "S",
		"An employee":         "E",
		"The customers":       "C",
		"An Lushan":           "AL",
		"The Guardian":        "TG",
		"A":                   "A",
		"Another, on a hike":  "A",
		"a declaration":       "A",
		"岂凡超":                 "岂",
	} {
		if got := initials(name); got != want {
			t.Errorf("the seal of %q has %q, want %q", name, got, want)
		}
	}
}
