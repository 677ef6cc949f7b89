package layouts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// printedOn is all that a page prints, a line of a text on a line.
func printedOn(p *scene.Page) string {
	var b strings.Builder
	scene.Walk(p.Items, func(it scene.Item) {
		if t, ok := it.(*scene.Text); ok {
			for _, l := range t.Lines {
				for _, r := range l.Runs {
					b.WriteString(strings.ReplaceAll(r.Text, "\u2060", ""))
				}
				b.WriteByte('\n')
			}
		}
	})
	return b.String()
}

const noted = `title: Fictional figures of a test
date: 2025
audiences: [board]
themes:
  - name: One
    claim: "Sales rose[^c] [^c]: All of this is fictional."
    points:
      - {heading: A point, text: "A step[^p] [^p]: Of the slide."}
      - {heading: Another, text: "See [#prices]"}
    argument: |
      Sales rose[^1] as [#one.sales] shows; see [#two.prices], [#words] and [#one.quiet].

      [^1]: Without the north.

      %s

      A last paragraph[^2] stands on a page of its own.

      [^2]: And so does its note.
    evidence:
      - chart:
          id: sales
          title: "Every region sold more[^r] [^r]: Of those that report."
          kind: bar
          measure: Sales
          unit: $m
          values: {North: 5, South: 7}
          note: "Rounded[^n]. [^n]: To millions."
      - quote: {text: we sell more, by: Anna, gloss: "She means it[^g] [^g]: Or so she says."}
      - text: {id: words, title: The words, text: "Some words[^t].\n\n[^t]: A note of the text."}
      - text: {id: quiet, text: "No title[^t].\n\n[^t]: A note of the untitled text."}
      - statement: "We aim high[^s] [^s]: A note of the statement."
    so_what: "Buy[^q] [^q]: Or not."
  - name: Two
    claim: Prices fell
    argument: "See [#one.sales]."
    evidence:
      - table: {id: prices, title: Prices, columns: [{head: Shop}, {head: Open}], rows: [[North, late]]}
`

func TestFootnotesStandAtTheFootOfWhatMarksThem(t *testing.T) {
	src := fmt.Sprintf(noted, strings.Repeat("Words of an argument that goes on for a while and then some.\n      ", 120))
	d, _ := compiled(t, nil, []byte(src), ".")
	s, _ := compiledSlides(t, nil, []byte(src), ".")
	page := func(d *scene.Deck, words string) string {
		for i := range d.Pages {
			if all := printedOn(&d.Pages[i]); strings.Contains(all, words) {
				return all
			}
		}
		t.Errorf("no page prints %q", words)
		return ""
	}
	for _, c := range []struct {
		deck        *scene.Deck
		marks, note string
	}{
		{d, "Sales rose*", "* All of this is fictional."},
		{d, "Sales rose†", "† Without the north."},
		{d, "paragraph‡", "‡ And so does its note."},
		{d, "more*", "* Of those that report."},
		{d, "Rounded.†", "† To millions."},
		{d, "She means it*", "* Or so she says."},
		{d, "Some words.*", "* A note of the text."},
		{d, "No title.*", "* A note of the untitled text."},
		{d, "We aim high*", "* A note of the statement."},
		{s, "We aim high*", "* A note of the statement."},
		{d, "Buy§", "§ Or not."},
		{s, "Sales rose*", "* All of this is fictional."},
		{s, "A step†", "† Of the slide."},
		{s, "Buy‡", "‡ Or not."},
		{s, "more*", "* Of those that report."},
		{s, "She means it*", "* Or so she says."},
		{s, "No title.*", "* A note of the untitled text."},
	} {
		if all := page(c.deck, c.note); !strings.Contains(all, c.marks) {
			t.Errorf("%s: the page of %q does not mark %q:\n%s", c.deck.Medium, c.note, c.marks, all)
		}
	}
	if n := strings.Count(printedOn(&s.Pages[1]), "*"); n > 0 {
		t.Errorf("the contents mark %d footnotes that they do not print", n)
	}
	if last := page(d, "And so does its note"); strings.Contains(last, "Without the north") {
		t.Errorf("a footnote stands on a page that does not mark it:\n%s", last)
	}
}

// The cover has its footnotes at its left foot, clear of the globe and of the seal.
func TestTheNoteOfAFigureStandsOnThePageThatPrintsIt(t *testing.T) {
	const src = `title: "A fictional house made $rev[^a] [^a]: %s"
standfirst: It cost $cost
date: 2025
authors: Anna Example
figures:
  rev: {label: revenue, value: $80m, basis: own, note: Without ferries}
  cost: {label: cost, value: $60m, basis: own, note: Unaudited}
summary: {title: Short, points: [{lead: Cost, text: It cost $cost}, {lead: A, text: B}, {lead: C, text: D}]}
themes:
  - {name: One, claim: It made $rev, standfirst: At $cost, argument: "It cost $cost, and\n\n$rev.", points: [{heading: It cost $cost, text: Much}, {heading: A, text: B}]}
`
	for _, compile := range []func(testing.TB, *typeset.Fonts, []byte, string, ...outline.Setting) (*scene.Deck, *diag.List){compiled, compiledSlides} {
		d, l := compile(t, nil, fmt.Appendf(nil, src, "Without the north and without what the house does not report in its own books"), ".")
		if l.Failed(false) {
			t.Errorf("%s: %v", d.Medium, l.Problems())
		}
		printed := 0
		for i := range d.Pages {
			all := printedOn(&d.Pages[i])
			for _, c := range [][2]string{{"$80m†", "† Without ferries"}, {"$80m*", "* Without ferries"}, {"$60m*", "* Unaudited"}, {"$60m†", "† Unaudited"}, {"$60m‡", "‡ Unaudited"}} {
				if marks := strings.Contains(all, c[0]); marks != strings.Contains(all, c[1]) {
					t.Errorf("%s, page %d marks %q or has %q, and not both:\n%s", d.Medium, i+1, c[0], c[1], all)
				} else if marks {
					printed++
				}
			}
		}
		if printed < 5 {
			t.Errorf("%s: %d notes are printed", d.Medium, printed)
		}
	}
}

func TestMentionsCountWhatThisBuildPrints(t *testing.T) {
	src := fmt.Sprintf(noted, "Short.")
	d, _ := compiled(t, nil, []byte(src), ".")
	s, _ := compiledSlides(t, nil, []byte(src), ".")
	all := ""
	for i := range d.Pages {
		all += printedOn(&d.Pages[i])
	}
	all = strings.Join(strings.Fields(all), " ")
	quiet := 0
	for i := range d.Pages {
		if strings.Contains(printedOn(&d.Pages[i]), "No title") {
			quiet = d.Pages[i].Number
		}
	}
	for _, want := range []string{"as Exhibit 1 shows", "see Exhibit 2, “The words”", fmt.Sprintf("text, page %d.", quiet), "See Exhibit 1."} {
		if !strings.Contains(all, want) {
			t.Errorf("the document does not print %q:\n%s", want, all)
		}
	}
	linked := false
	scene.Walk(d.Pages[len(d.Pages)-1].Items, func(it scene.Item) {
		if text, ok := it.(*scene.Text); ok {
			for _, l := range text.Lines {
				for _, r := range l.Runs {
					linked = linked || r.Link == "#one.sales" && strings.Contains(r.Text, "Exhibit")
				}
			}
		}
	})
	if !linked {
		t.Error("a mention does not lead to its exhibit")
	}
	slide := 0
	for i := range s.Pages {
		if s.Pages[i].ID == "slide:two.prices" {
			slide = s.Pages[i].Number
		}
	}
	if want := fmt.Sprintf("See “Prices”, slide %d", slide); slide == 0 || !strings.Contains(printedOn(&s.Pages[3]), want) {
		t.Errorf("the slides do not print %q:\n%s", want, printedOn(&s.Pages[3]))
	}
}
