package briefing_test

import (
	"fmt"
	"strings"
	"testing"
)

// inTwo resolves words as a claim, which takes one paragraph, and as running text, which takes several.
func inTwo(t *testing.T, words string, rich bool) (printed, said string) {
	t.Helper()
	field := "claim: "
	if rich {
		field = "claim: C\n    argument: "
	}
	quoted := `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(words) + `"`
	b, l := resolve("title: T\ndate: 2025\n"+sourcesAndFigures+"themes:\n  - name: One\n    "+field+quoted+"\n", nil, "")
	for _, p := range l.Problems() {
		said += fmt.Sprintf("%d %s %s; ", p.At.Col, p.Code, p.Summary)
	}
	if rich {
		return paras(b.Themes[0].Argument), said
	}
	return marked(b.Themes[0].Claim), said
}

func TestMarkdownThatIsNotUnderstoodIsRefused(t *testing.T) {
	const both, line, text = 0, 1, 2
	for _, c := range []struct {
		words string
		where int
		col   int // of the first character at fault, as an offset in the words
		says  string
	}{
		{"was ~~gone~~ before", both, 4, "struck-out"},
		{"H~2~O is wet", both, 1, "lowered"},
		{"an area of 5 m^2^ each", both, 14, "raised"},
		{"a note^[in it] here", both, 6, "raised"},
		{"a ==mark== here", both, 2, "marked words"},
		{"so :smile: he said", both, 3, "emoji"},
		{"see [[Other page]] there", both, 4, "[[ ]]"},
		{"see [the page](https://example.com/a b) there", both, 13, "link"},
		{"see [the page][nowhere] there", both, 13, "no address"},
		{"{{company}} grew", both, 0, "{{ }}"},
		{"a word{.red} here", both, 6, "attributes"},
		{"a ``quoted'' word", both, 2, "back-quote"},
		{"a `code` word", both, 2, "code"},
		{"some **open words", both, 5, "**"},
		{"some open** words", both, 9, "**"},
		{"some __open words", both, 5, "__"},
		{"some *open words", both, 5, "never ends"},
		{"some _open words", both, 5, "never ends"},
		{"a <b>bold</b> word", both, 2, "HTML"},
		{"two<br>lines", both, 3, "HTML"},
		{"a ![map](map.png) here", both, 2, "picture"},
		{"one  \ntwo", both, 3, "line break"},
		{"one\\\ntwo", both, 3, "line break"},
		{"| a | b |\n|---|---|\n| 1 | 2 |", both, 0, "table"},
		{"| a | b |\n| 1 | 2 |", both, 0, "table"},
		{"##Heading", both, 0, "heading"},
		{":::note", both, 0, ":::"},
		{"```\ncode\n```", line, 0, "code"},
		{"## A heading", line, 0, "heading"},
		{"# A heading", line, 0, "heading"},
		{"Words\n=====", line, 6, "ruled"},
		{"One thing\n\n---\n\nanother", line, 11, "ruled"},
		{"> Somebody said so", both, 0, "quotation"},
		{"Two:\n- one\n- two", line, 5, "list"},
		{"- one\n- two", line, 6, "list"},
		{"1. one\n2. two", line, 7, "list"},
		{"[1]: https://example.com/one", line, 0, "link"},
		{"    indented\n    code", text, 4, "code"},
		{"- one\n- [x] done", text, 8, "tick"},
		{"a ++new++ word", both, 2, "inserted"},
		{"++several new words++ here", both, 0, "inserted"},
		{"a {++new++} word", both, 2, "review"},
		{"a {>>why?<<} word", both, 2, "review"},
		{"*[HTML]: Hyper Text Markup Language", both, 0, "abbreviation"},
		{"The HTML page\n*[HTML]: Hyper Text Markup Language", both, 14, "abbreviation"},
		{"!!! note", both, 0, "box of notes"},
		{"!!! warning \"Mind this\"\n    And this", both, 0, "box of notes"},
		{"???+ tip\n    And this", both, 0, "box of notes"},
		{"Term\n: its meaning", both, 5, "definitions"},
		{"Term\n:   its meaning", both, 5, "definitions"},
		{"so $$E = mc^2$$ holds", both, 3, "maths"},
		{"so $$x$$ holds", both, 3, "maths"},
		{"so $x$ holds", both, 3, "maths"},
		{"so $x_1 < y$ holds", both, 3, "maths"},
		{"so $E=mc^2$, he said", both, 3, "maths"},
		{"so $P(A) = 0.5$ holds", both, 3, "maths"},
		{"so $$\na + b\n$$", both, 3, "maths"},
		{"about \\frac{1}{2} of it", both, 6, "TeX"},
		{"3 \\times 4", both, 2, "TeX"},
		{"so \\(a \\leq b\\) holds", both, 7, "TeX"},
		{"the ^sup^ word", both, 4, "raised"},
		{"the 1^st^ word", both, 5, "raised"},
		{"the ~gone~ word", both, 4, "tildes"},
		{"the ~several gone~ words", both, 4, "tildes"},
		{"CO~2~ falls", both, 2, "lowered"},
		{"a word{: .red} here", both, 6, "attributes"},
		{"a word{width=50%} here", both, 6, "attributes"},
		{"[a word]{.red} here", both, 8, "attributes"},
		{"a %%hidden note%% word", both, 2, "comment"},
		{"a ||hidden|| word", both, 2, "covered"},
		{"as said [see @doe99, p. 3]", both, 8, "citation"},
		{"as said [-@doe99]", both, 8, "citation"},
		{"as @fig-sales shows", both, 3, "reference"},
		{"[TOC]", both, 0, "TOC"},
		{"{% include x.md %} there", both, 0, "{% %}"},
		{"dear ${company} there", both, 5, "${ }"},
		{"| a line\n| another line", both, 0, "table"},
		{"+---+---+\n| a | b |\n+---+---+", both, 0, "table"},
		{"a | b\n--|--\n1 | 2", line, 6, "table"},
		{"#. one\n#. two", both, 0, "list"},
		{".. note:: this", both, 0, "directive"},
		{"Before\n\n[Note]: Something\n\nafter", text, 16, "leads nowhere"},
	} {
		for _, rich := range []bool{false, true} {
			if c.where == line && rich || c.where == text && !rich {
				continue
			}
			_, said := inTwo(t, c.words, rich)
			col := 13 + c.col + strings.Count(c.words[:c.col], "\n") + strings.Count(c.words[:c.col], `\`)
			if rich {
				col += 3
			}
			if !strings.HasPrefix(said, fmt.Sprint(col)+" E-") || !strings.Contains(said, c.says) {
				t.Errorf("%q (rich %v) says %q, not %q in column %d", c.words, rich, said, c.says, col)
			}
			if strings.Count(said, "E-MARKDOWN") > 1 {
				t.Errorf("%q (rich %v) is refused more than once: %s", c.words, rich, said)
			}
		}
	}
}

func TestWordsThatOnlyLookLikeMarkdownArePrinted(t *testing.T) {
	for _, c := range []struct{ words, printed string }{
		{"Growth of 5* a year", ""},
		{"*excluding Russia", ""},
		{"5* and 6* of them (see 7*)", ""},
		{"a 5 * 3 b", ""},
		{"snake_case, foo__bar and file_name_", ""},
		{"about ~5, ~6 and 80~90", ""},
		{"a = b, c == d and e => f", ""},
		{"x^2 and 10^6 and ^", ""},
		{"at 10:30:15, ratio 3:1:2, note: this", ""},
		{"[sic] and [1] and [1][2]", ""},
		{"up {by} half", ""},
		{"> 70% and >70%", ""},
		{"a | b", ""},
		{"#1 of its kind", ""},
		{"the # 1", ""},
		{"C# and F#", ""},
		{`\~~x\~~, \[[y]], \*\*z, \_w, x\^2^, \{{v}}`, "~~x~~, [[y]], **z, _w, x^2^, {{v}}"},
		{"R&D, AT&T", ""},
		{"C++ and G++, C++/G++", ""},
		{"$5 and $6", ""},
		{"$5m and $6m", ""},
		{"$5 < x and $6 > y", ""},
		{"from $5-$6 to $7/$8", ""},
		{"US$-denominated and A$-denominated", ""},
		{"in $/kWh, not in $/t", ""},
		{"$80m (+5%), paid in A$ or US$", ""},
		{"($m = millions of $)", ""},
		{"100 %, 50 %% and 5%", ""},
		{"a || b || c", ""},
		{"info@example.com and @handle", ""},
		{"5^ and ^ and 10^-3", ""},
		{"!!! Look", ""},
		{"What??? note", ""},
		{"~ten to ~twenty", ""},
		{"{a, b} and {x: y}", ""},
		{`\++x\++, \|\|x\|\|, \^a^`, "++x++, ||x||, ^a^"},
		{`C:\\data\\beta`, `C:\data\beta`},
		{"a < b > c", ""},
	} {
		for _, rich := range []bool{false, true} {
			want := c.printed
			if want == "" {
				want = c.words
			}
			if rich {
				if strings.HasPrefix(c.words, ">") {
					continue // a quotation there
				}
				want += "\n"
			}
			if got, said := inTwo(t, c.words, rich); got != want || strings.Contains(said, "MARKDOWN") {
				t.Errorf("%q (rich %v) prints %q: %s", c.words, rich, got, said)
			}
		}
	}
}

func TestStarsBetweenNumbersAreNoEmphasis(t *testing.T) {
	for _, c := range []struct {
		words, printed string
		warned         bool
	}{
		{"2*3*4", "2*3*4", true},
		{"an area of 5*3*2 m", "an area of 5*3*2 m", true},
		{"2**3**4", "2**3**4", true},
		{"5*x* is it", "5*x* is it", true},
		{"*x*5 is it", "*x*5 is it", true},
		{"a*b*c", "a*b*c", true},
		{"price*units*margin", "price*units*margin", true},
		{"$share*$cost*2", "more than 70%*about $80m*2", false},
		{"**3**rd", "**3**rd", false},
		{"un**believ**able", "un**believ**able", false},
		{"*2* × *3*", "*2* × *3*", false},
		{"*Baidu*'s", "*Baidu*’s", false},
		{"**70%** of it", "**70%** of it", false},
		{"模型*参数*决定", "模型*参数*决定", false},
		{"第*3*章", "第*3*章", false},
	} {
		got, said := inTwo(t, c.words, false)
		if got != c.printed || strings.Contains(said, "W-MARKDOWN") != c.warned {
			t.Errorf("%q prints %q: %s", c.words, got, said)
		}
	}
	if _, said := inTwo(t, "Sales rose*.\n\n* without Russia", true); !strings.Contains(said, "W-MARKDOWN") {
		t.Errorf("a star is eaten as a list in silence: %s", said)
	}
	if _, said := inTwo(t, "* one\n* two", true); strings.Contains(said, "MARKDOWN") {
		t.Errorf("a list is %s", said)
	}
}
