package briefing_test

import (
	"strings"
	"testing"
)

func TestAFootnoteStandsBehindItsWord(t *testing.T) {
	for _, c := range [][2]string{
		{"Sales rose[^a]. [^a]: Without *Russia*.", "Sales rose.^1{Without *Russia*.}"},
		{"Sales rose[^a]\n[^a]: Without\nRussia.", "Sales rose^1{Without Russia.}"},
		{"Sales rose[^a] and fell[^2].\n[^2]: Later.\n[^a]: First.", "Sales rose^1{First.} and fell.^2{Later.}"},
		{"Twice[^a], twice[^a]\n\n[^a]: One note.", "Twice,^1{One note.} twice^1{One note.}"},
		{"Cited [@beta][^a] [^a]: Of $share.", "Cited^beta:1^1{Of more than 70%.}"},
		{"*Soft*[^a]: so. [^a]: N [@beta]", "*Soft*:^1{N^beta:1} so."},
		{`\[^a] stands`, "[^a] stands"},
	} {
		if got := claim(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %q\nwant %q", c[0], got, c[1])
		}
	}
	b := must(t, frame(sourcesAndFigures, `argument: |
  One[^1] paragraph.

  [^1]: Its note
  goes on.

  - an item[^two]

  [^two]: Another $share.
`), nil)
	if got, want := paras(b.Themes[0].Argument), "One^1{Its note goes on.} paragraph.\n– an item^2{Another more than 70%.}\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A figure's note is a footnote where running text prints the figure: once a text, one for all texts of a theme, and not where
// the theme shows the figure as a big number, which has its note below.
func TestTheNoteOfAFigureIsAFootnoteInRunningText(t *testing.T) {
	b := must(t, `title: We made $rev
date: 2025
figures:
  rev: {label: revenue, value: $80m, basis: own, note: Without ferries}
  cost: {label: cost, value: $60m, basis: own, note: Unaudited}
  staff: {label: staff, value: 400, basis: own, note: At its end}
  plain: {label: others, value: 7, basis: own}
summary:
  points:
    - {lead: Costs, text: "They were $cost, $cost of $rev."}
    - {lead: Own, text: "Of $plain[^a] [^a]: Or $rev."}
    - {lead: A, text: B}
themes:
  - name: One
    claim: We made *$rev* with $staff
    points: [{heading: "$cost of it", text: Costs}, {heading: A, text: B}]
    argument: |
      Some $cost, of $rev.

      And $rev again.
    kpis: [staff, {figure: plain, label: "beside $rev"}]
    so_what: "$rev.short."
    evidence:
      - statement: {text: We made $rev}
      - image: {file: a.png, alt: A, title: "$cost is much"}
`, nil)
	th := b.Themes[0]
	for _, c := range [][2]string{
		{marked(b.Title), "We made $80m^1{Without ferries}"},
		{marked(b.Summary.Points[0].Text), "They were $60m,^1{Unaudited} $60m of $80m.^2{Without ferries}"},
		{marked(b.Summary.Points[1].Text), "Of 7^3{Or $80m. Without ferries}"},
		{marked(th.Claim), "We made *$80m*^1{Without ferries} with 400"},
		{marked(th.Points[0].Lead), "$60m^2{Unaudited} of it"},
		{paras(th.Argument), "Some $60m,^2{Unaudited} of $80m.^1{Without ferries}\nAnd $80m again.\n"},
		{marked(th.KPIs[1].Label), "beside $80m^1{Without ferries}"},
		{marked(th.SoWhat), "$80m.^1{Without ferries}"},
		{marked(th.Evidence[0].Fields.Prose("text")), "We made $80m"},
		{marked(th.Evidence[0].Note), "Without ferries"},
		{marked(th.Evidence[1].Note), "Unaudited"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestFootnotesThatLeadNowhereAreRefused(t *testing.T) {
	for _, c := range [][2]string{
		{"rose[^a]", `E-REF there is no footnote [^a] in this text`},
		{"rose\n[^a]: N", `E-REF nothing marks the footnote [^a]`},
		{"rose[^a]\n[^a]: N\n[^a]: M", `E-DUP the footnote [^a] stands here twice; the first is in line`},
		{"rose[^a]\n[^a]:", `E-MISSING the footnote [^a] is empty`},
		{"rose[^a]\n[^a]: N[^b]\n[^b]: M", `E-REF a footnote has no footnotes`},
		{"rose[^a b]", `E-MARKDOWN this footnote is not understood`},
		{"rose[^a]\n[^a]: ~~N~~", `E-MARKDOWN struck-out`},
	} {
		for _, rich := range []bool{false, true} {
			if _, said := inTwo(t, c[0], rich); !strings.Contains(said, c[1]) {
				t.Errorf("%q (rich %v) says %q, not %q", c[0], rich, said, c[1])
			}
		}
	}
	for field, words := range map[string]string{
		"say: \"x[^a]\\n\\n[^a]: N\"":                                                                  "speaker notes have no footnotes",
		"evidence: [{quote: {text: \"so[^a]\", by: Anna}}]":                                            "[^…] cannot stand in the words of a source",
		"evidence: [{quote: {text: \"so [@s]\", by: Anna}}]":                                           "[@…] cannot stand",
		"evidence: [{quote: {text: \"so [#one.x]\", by: Anna}}]":                                       "[#…] cannot stand",
		"evidence: [{table: {title: T, columns: [{head: A}, {head: \"B[^a]\"}], rows: [[x, \"1\"]]}}]": "head takes plain words",
	} {
		_, l := resolve(frame("", field), nil, "")
		if said := problems(l); !strings.Contains(said, words) {
			t.Errorf("%s says\n%snot %q", field, said, words)
		}
	}
	_, l := resolve(frame("figures: {a: {value: 5, label: x, source: s, excerpt: \"it is 5 [^a]\"}}\nsources: {s: {title: S}}\n", "argument: $a"), nil, "")
	if said := problems(l); !strings.Contains(said, "[^…] cannot stand in the words of a source") {
		t.Errorf("an excerpt with a footnote says\n%s", said)
	}
}

func TestMentionsNameTheirBlock(t *testing.T) {
	const story = `title: T
date: 2025
audiences: [board]
themes:
  - name: One
    claim: "See [#one.prices] and [#costs]"
    evidence:
      - text: {id: prices, title: Prices rose, text: words}
  - name: Two
    claim: "%s"
    evidence:
      - text: {id: prices, text: words}
      - text: {id: costs, title: Costs fell, text: words}
      - text: {id: secret, only: board, title: Not for all, text: words}
      - text: {text: words}
back:
  - text: {id: method, title: How, text: words}
`
	at := func(words string) string { return strings.Replace(story, "%s", words, 1) }
	b := must(t, at("[#method]"), nil)
	if got := marked(b.Themes[0].Claim) + "; " + marked(b.Themes[1].Claim); got != "See #Prices rose and #Costs fell; #How" {
		t.Errorf("got %q", got)
	}
	if b := must(t, at("$$ \\\\[#x], [#1 of all]"), nil); len(b.Mentions) != 2 {
		t.Errorf("%d mentions, not 2", len(b.Mentions))
	}
	for words, says := range map[string]string{
		"[#prices]":     `E-AMBIGUOUS [#prices] may be [#one.prices] or [#two.prices]`,
		"[#two.prises]": `E-REF there is no block two.prises`,
		"[#two.text]":   `E-REF there is no block two.text`,
		"[#secret]":     `E-REF [#secret] is not in this briefing: only: "board" has it`,
	} {
		_, l := resolve(at("x "+words), nil, "")
		if said := problems(l); !strings.Contains(said, says) || !strings.Contains(said, "10:15") {
			t.Errorf("%s says\n%snot %q", words, said, says)
		}
	}
	if b, l := resolve(at("[#secret]"), nil, "board"); l.Failed(false) || marked(b.Themes[1].Claim) != "#Not for all" {
		t.Errorf("for the board: %s", problems(l))
	}
}
