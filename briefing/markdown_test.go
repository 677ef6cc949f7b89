package briefing_test

import (
	"strings"
	"testing"
)

const sourcesAndFigures = `sources:
  alpha: Alpha report
  beta: {title: Beta interview, date: 2024}
  gamma: Gamma file
figures:
  share: {label: of those asked, value: over 70%, basis: own}
  cost: {label: a year, value: about $80m, basis: own}
  span: {label: from order to delivery, value: 40 to 50 weeks, basis: own}
  odd: {label: odd words, value: 5 a*b_c teams, basis: own}
`

// claim gives the words of a claim that is written as a YAML double-quoted scalar, as prose marked up again.
func claim(t *testing.T, words string) string {
	t.Helper()
	quoted := `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(words) + `"`
	b := must(t, "title: T\ndate: 2025\n"+sourcesAndFigures+"themes:\n  - name: One\n    claim: "+quoted+"\n", nil)
	return marked(b.Themes[0].Claim)
}

func TestProseKeepsItsEmphasisLinksAndWords(t *testing.T) {
	for _, c := range [][2]string{
		{"Plain words", "Plain words"},
		{"Some *soft* and **hard** words", "Some *soft* and **hard** words"},
		{"***Both*** at once", "***Both*** at once"},
		{"**outer *inner* outer**", "**outer *****inner***** outer**"},
		{"_under_ scores, snake_case stays", "*under* scores, snake_case stays"},
		{"[A link](https://example.com/a_b) here", "[A link](https://example.com/a_b) here"},
		{"[A *soft* link](https://example.com)", "[A ](https://example.com)[*soft*](https://example.com)[ link](https://example.com)"},
		{"See <https://example.com/x>", "See [https://example.com/x](https://example.com/x)"},
		{"Write to <a@example.com>", "Write to [a@example.com](mailto:a@example.com)"},
		{"1. Nothing here is a *list*", "1. Nothing here is a *list*"},
		{`\# 1 of *many*`, "# 1 of *many*"},
		{"- *minus*", "- *minus*"},
		{"> 70% of *buyers*", "> 70% of *buyers*"},
		{"    four *blanks*", "four *blanks*"},
		{"5 * 3 is 15", "5 * 3 is 15"},
		{`\*no emphasis\* and a \\ stroke`, `*no emphasis* and a \ stroke`},
		{"R&amp;D, R&D, &euro;5, &#8364;5, &nonsense; and a & b", "R&D, R&D, €5, €5, &nonsense; and a & b"},
		{"a < b and c > d", "a < b and c > d"},
		{"Two lines\nof *one* paragraph", "Two lines of *one* paragraph"},
		{"Two\n\n*paragraphs* of a title", "Two *paragraphs* of a title"},
	} {
		if got := claim(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %q\nwant %q", c[0], got, c[1])
		}
	}
}

func TestTypographicMarksLookAcrossEmphasis(t *testing.T) {
	for _, c := range [][2]string{
		{`He said **"go"** twice`, `He said **“go”** twice`},
		{`"*Hello*", he said`, `“*Hello*”, he said`},
		{`*Baidu*'s and 'a **b** c'`, `*Baidu*’s and ‘a **b** c’`},
		{`*one* - *two*`, `*one* – *two*`},
		{`*wait*... *more*`, "*wait*\u00a0… *more*"},
		{`**a** "b" *c* -- 'd'`, `**a** “b” *c* – ‘d’`},
		{`[a "b"](https://example.com)'s "c"`, `[a “b”](https://example.com)’s “c”`},
		{`*Temperature* -5 and *-6*`, `*Temperature* −5 and *−6*`},
	} {
		if got := claim(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %q\nwant %q", c[0], got, c[1])
		}
	}
}

func TestFiguresAreWordsAndNeverMarkup(t *testing.T) {
	for _, c := range [][2]string{
		{"$share of buyers", "more than 70% of buyers"},
		{"*$share* and **$cost**", "*more than 70%* and **about $80m**"},
		{"**$share**x", "**more than 70%**x"},
		{"$odd, *soft*", "5 a*b_c teams, *soft*"},
		{"$span.low to $span.high, $cost.short", "40 weeks to 50 weeks, ≈$80m"},
		{"It took $span.", "It took 40–50 weeks."},
		{"It cost $80m, $m and $$5, never $$share", "It cost $80m, $m and $5, never $share"},
		{"It cost *$80m*, $m and $$5, never $$share", "It cost *$80m*, $m and $5, never $share"},
		{"($share)", "(more than 70%)"},
		{"[$share](https://example.com/$share)", "[more than 70%](https://example.com/$share)"},
	} {
		if got := claim(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %q\nwant %q", c[0], got, c[1])
		}
	}
}

func TestACitationStandsBehindTheWordsAndTheirPunctuation(t *testing.T) {
	for _, c := range [][2]string{
		{"Words [@beta].", "Words.^beta:1"},
		{"Words[@beta] go on", "Words^beta:1 go on"},
		{"One [@beta], two [@alpha]; three [@beta].", "One,^beta:1 two;^alpha:2 three.^beta:1"},
		{"Both [@alpha] [@beta].", "Both.^alpha:1^beta:2"},
		{"Both [@alpha; @gamma] now", "Both^alpha:1^gamma:2 now"},
		{"*Soft* [@alpha].", "*Soft*.^alpha:1"},
		{"[Link](https://example.com) [@alpha] [@beta], on", "[Link](https://example.com),^alpha:1^beta:2 on"},
		{"A *soft [@alpha]* word", "A *soft*^alpha:1 word"},
		{"“Said” [@alpha], he", "“Said”,^alpha:1 he"},
		{`"Said [@alpha]," he`, "“Said,”^alpha:1 he"},
		{"Baidu [@alpha]'s", "Baidu^alpha:1’s"},
		{"[@alpha] first", "^alpha:1 first"},
		{`\[@alpha] is no citation`, "[@alpha] is no citation"},
		{"[@alpha", "[@alpha"},
	} {
		if got := claim(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %q\nwant %q", c[0], got, c[1])
		}
	}
}

func TestChineseLinesJoinWithoutASpace(t *testing.T) {
	for name, c := range map[string][2]string{
		"literal":  {"|\n      模型的参数\n      决定了能力。\n      GPT\n      是英文", "模型的参数决定了能力。GPT 是英文"},
		"plain":    {"模型的参数\n      决定了能力 和 空格", "模型的参数决定了能力 和 空格"},
		"marked":   {"|\n      模型的*参数\n      决定*了能力", "模型的*参数决定*了能力"},
		"figures":  {"模型\n      参数 $share\n      决定\n      能力", "模型参数 more than 70% 决定能力"},
		"together": {"模型*参*\n      数 $share\n      决定\n      能力", "模型*参*数 more than 70% 决定能力"},
	} {
		b := must(t, "title: T\ndate: 2025\n"+sourcesAndFigures+"themes:\n  - name: One\n    claim: "+c[0]+"\n", nil)
		if got := marked(b.Themes[0].Claim); got != c[1] {
			t.Errorf("%s\n got %q\nwant %q", name, got, c[1])
		}
	}
	b := must(t, frame("", "evidence:\n  - quote:\n      by: Somebody\n      text: |\n        模型的参数\n        决定了能力\n"), nil)
	if got := b.Themes[0].Evidence[0].Words("text"); got != "模型的参数决定了能力" {
		t.Errorf("a quotation in two lines is %q", got)
	}
}

func TestRichTextHasParagraphsListsAndHeadings(t *testing.T) {
	b := must(t, "title: T\ndate: 2025\n"+sourcesAndFigures+`themes:
  - name: One
    claim: C
    argument: |
      First paragraph of $share
      goes on [@beta].

      ## A *heading*

      ### Run in

      It runs.

      - one
      - two
        - inner $span
        - *soft*
      - three

        goes on

      3. third
      4. fourth

      See [the page][1].

      [1]: https://example.com/one
`, nil)
	want := `First paragraph of more than 70% goes on.^beta:1
## A *heading*
### Run in
It runs.
– one
– two
  · inner 40–50 weeks
  · *soft*
– three
 goes on
3. third
4. fourth
See [the page](https://example.com/one).
`
	if got := paras(b.Themes[0].Argument); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAQuotationKeepsItsWords(t *testing.T) {
	b := must(t, frame("figures: {share: {label: x, value: 5, basis: own}}\n", `evidence:
  - quote:
      by: Somebody
      text: "It's \"so\" - *as* $share, $$5 ... [words] […] it stands--here"
`), nil)
	q := b.Themes[0].Evidence[0].Quote()
	if want := "It’s “so” - *as* $share, $$5 ... [words] […] it stands--here"; q.Text != want {
		t.Errorf("got %q\nwant %q", q.Text, want)
	}
}

func TestSpacesThatMeanSomethingStay(t *testing.T) {
	b := must(t, frame("topic: \"A  B\\tC\\u00a0D\\u2009E\"\n", ""), nil)
	if want := "A B C\u00a0D\u2009E"; b.Topic != want {
		t.Errorf("got %q, want %q", b.Topic, want)
	}
}

func TestProseComesFromAFile(t *testing.T) {
	b := must(t, frame("", "argument: {file: words/one.md}\n"), files{"words/one.md": "First *words*.\n\n- one\n- two\n"})
	if got, want := paras(b.Themes[0].Argument), "First *words*.\n– one\n– two\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
