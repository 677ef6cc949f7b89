package main

import (
	"image"
	"image/color"
	"testing"
)

func TestSearchFoldsTypographyAndKeepsSpaces(t *testing.T) {
	for found, want := range map[string]string{
		"the “talent”\nit showed":             `the "talent" it showed`,
		"large-\nmodel makers":                "large- model makers",
		"岂凡\n超 wants":                         "岂凡超 wants",
		"40–\n50 bn":                          "40– 50 bn",
		"a\u00a0no-break\u2009space  and\n\n": "a no-break space and",
		"we can’t":                            "we can't",
		"one\ftwo":                            "one two",
		"":                                    "",
	} {
		if got := searchable(found); got != want {
			t.Errorf("%q: %q, want %q", found, got, want)
		}
	}
	if searchable("joinedwords") == searchable("joined words") {
		t.Error("a lost space between words is not seen")
	}
}

func TestALinkLeadsWhereItsWordsOrItsBookmarkAre(t *testing.T) {
	pages := []page{{Number: 1}, {Number: 2, Texts: []text{{Inner: "<b>The claim of </b>"}, {Inner: "the page &amp; more"}}}}
	marks := map[string]int{"Summary": 1}
	for _, c := range []struct {
		words  string
		target int
		ok     bool
	}{
		{"The claim of the page & more", 2, true},
		{"The claim of", 2, true},
		{"The claim of", 1, false},
		{"Summary", 1, true},
		{"Summary", 2, false},
		{"Another claim", 2, false},
	} {
		if err := leadsTo(pages, marks, c.target, c.words); (err == nil) != c.ok {
			t.Errorf("%q to page %d: %v", c.words, c.target, err)
		}
	}
}

func TestABlankPageHasNoInk(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	if got := inked(img); got != 0 {
		t.Errorf("blank: %v", got)
	}
	for x := range 50 {
		img.Set(x, 10, color.Black)
	}
	if got := inked(img); got != 0.005 {
		t.Errorf("a line of 50 in 10,000 pixels: %v", got)
	}
}

func TestDatesAreTheOnlyThingThatIsMasked(t *testing.T) {
	a := dates.ReplaceAllString("<< /CreationDate (D:20230531000000Z) /Title (A) >> 2023-05-31T00:00:00Z", "")
	b := dates.ReplaceAllString("<< /CreationDate (D:20010909014640Z) /Title (A) >> 2001-09-09T01:46:40Z", "")
	if a != b {
		t.Errorf("%q and %q", a, b)
	}
	if c := dates.ReplaceAllString("<< /CreationDate (D:20010909014640Z) /Title (B) >> 2001-09-09T01:46:40Z", ""); c == a {
		t.Error("another title is not seen")
	}
}
