package layouts

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

const sourced = `title: A fictional test of sources
date: 2025
sources: {s: {title: A made-up survey}, s2: {title: Another one}}
figures: {rev: {label: revenue, value: $80m, basis: own, note: Before the sale}, cost: {label: cost, value: $60m, source: s2}}
themes:
  - name: One
    claim: One thing holds
    source: s
    argument: Words.
    evidence:
      - statement: {id: inherits, text: An idea}
      - statement: {id: named, text: An idea, source: s2}
      - statement: {id: figure, text: It cost $cost}
      - statement: {id: own, text: An idea of $rev}
      - image: {id: picture, file: a.png, alt: A picture, unit: "Fields, in RGB"}
      - text: {id: words, title: A text, text: It cost $cost}
  - name: Two
    claim: Another thing holds
    argument: Words.
    evidence:
      - statement: {id: bare, text: An idea}
      - statement: {id: noted, text: An idea, note: Only a note}
      - text: {id: told, title: A text, text: Some, note: Only a note}
      - image: {id: plain, file: a.png, alt: A picture, unit: "Fields, in RGB"}
      - image: {id: said, file: a.png, alt: A picture, note: Only a note}
`

// Of a block that may stand without a source paper says what its slide does: what is named there, what it inherits, or nothing.
func TestBothMediaNameTheSameSources(t *testing.T) {
	dir := t.TempDir()
	var pic bytes.Buffer
	if err := png.Encode(&pic, image.NewGray(image.Rect(0, 0, 300, 120))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.png"), pic.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	d, dl := compiled(t, nil, []byte(sourced), dir)
	s, sl := compiledSlides(t, nil, []byte(sourced), dir)
	for _, deck := range []*scene.Deck{d, s} {
		for _, f := range scene.Check(deck, scene.CheckOptions{}) {
			t.Errorf("%s: %s", deck.Medium, f)
		}
	}
	if dl.Failed(false) || sl.Failed(false) {
		t.Fatal(dl.Problems(), sl.Problems())
	}
	for _, c := range [][2]string{
		{"one.inherits", "Source: “A made-up survey”."},
		{"one.named", "Source: “Another one”."},
		{"one.figure", "Source: “Another one”."},
		{"one.own", "Source: company figures. Before the sale."},
		{"one.picture", "Source: “A made-up survey”."},
		{"one.words", "Source: “Another one”."},
		{"two.bare", ""},
		{"two.noted", "Only a note"},
		{"two.told", "Only a note"},
		{"two.plain", ""},
		{"two.said", "Only a note"},
	} {
		for _, deck := range []*scene.Deck{d, s} {
			if got := wordsByID(deck)[c[0]+"/source"] + wordsByID(deck)[c[0]+"/note"]; got != c[1] {
				t.Errorf("%s, %s says %q, want %q", deck.Medium, c[0], got, c[1])
			}
		}
	}
	for _, id := range []string{"one.picture/unit", "two.plain/unit"} {
		for _, deck := range []*scene.Deck{d, s} {
			if got := wordsByID(deck)[id]; !strings.Contains(got, "Fields") || !strings.Contains(got, "in RGB") {
				t.Errorf("%s prints %q as %s", deck.Medium, got, id)
			}
		}
	}
}

// wordsByID are a deck's texts by their ids.
func wordsByID(d *scene.Deck) map[string]string {
	out := map[string]string{}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if text, ok := it.(*scene.Text); ok && text.ID != "" {
				var words strings.Builder
				for _, l := range text.Lines {
					for _, r := range l.Runs {
						words.WriteString(r.Text)
					}
				}
				out[text.ID] = words.String()
			}
		})
	}
	return out
}

// A block of text keeps its place among blocks that wait for a page, and its source line stands with it.
func TestATextDoesNotRunAheadOfBlocksThatWait(t *testing.T) {
	long := strings.Repeat("Words of an argument that goes on for a while and then some. ", 55)
	src := "title: A test\ndate: 2025\nsources: {s: {title: A made-up survey}}\nthemes:\n  - name: One\n    claim: One thing holds\n    argument: \"" + long +
		"\"\n    evidence:\n      - table: {id: first, title: Rows, columns: [{head: A}], rows: [" + strings.Repeat("[x], ", 24) + "[y]]}\n" +
		"      - text: {id: second, title: A text, text: It follows, source: s}\n      - statement: {id: third, text: An end}\n"
	d, _ := compiled(t, nil, []byte(src), ".")
	var order []string
	page := map[string]int{}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if text, ok := it.(*scene.Text); ok && slices.Contains([]string{"one.first/title", "one.second/text1", "one.second/source", "one.third/text"}, text.ID) {
				order = append(order, text.ID)
				page[text.ID] = i
			}
		})
	}
	if got, want := strings.Join(order, " "), "one.first/title one.second/text1 one.second/source one.third/text"; got != want || page["one.second/text1"] != page["one.second/source"] {
		t.Errorf("the blocks stand as %s on pages %v", got, page)
	}
}
