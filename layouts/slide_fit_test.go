package layouts

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// TestLargestTakesTheFirstThatFits and, where none does, the last.
func TestLargestTakesTheFirstThatFits(t *testing.T) {
	sizes := []int{22, 17, 15, 12}
	for _, c := range []struct {
		room, want int
		ok         bool
	}{{30, 22, true}, {22, 22, true}, {21, 17, true}, {12, 12, true}, {5, 12, false}} {
		if got, ok := page.Largest(sizes, func(n int) bool { return n <= c.room }); got != c.want || ok != c.ok {
			t.Errorf("room %d: %d %v", c.room, got, ok)
		}
	}
}

// TestRowsShareOutWhatIsLeft within measure, and never more than there is.
func TestRowsShareOutWhatIsLeft(t *testing.T) {
	for _, c := range []struct {
		h, room scene.Pt
		n       int
		want    scene.Pt
	}{
		{200, 340, 5, 24},  // three fifths of a row at most
		{300, 340, 5, 8},   // as much as there is
		{10, 340, 1, 14},   // a low row has some air
		{400, 340, 5, 0},   // nothing is left
		{0, 340, 0, 14},    // no rows
		{120, 340, 2, 36},  // two rows keep together
		{320, 340, 40, .5}, // many
	} {
		if got := page.Spread(c.h, c.room, c.n); math.Abs(float64(got-c.want)) > 1e-9 {
			t.Errorf("%d rows of %v in %v: %v, want %v", c.n, c.h, c.room, got, c.want)
		}
	}
}

// TestColumnsStandOnTheGrid: up to four, and six, begin where a column of twelve begins.
func TestColumnsStandOnTheGrid(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 6} {
		for i := range n {
			x := page.SlideLeft + scene.Pt(i)*(page.SlideColumns(n)+page.SlideGutter)
			if want := page.SlideX(1 + i*12/n); math.Abs(float64(x-want)) > 0.01 {
				t.Errorf("column %d of %d begins at %v, the grid's at %v", i+1, n, x, want)
			}
		}
	}
}

// TestFewWordsTakeLargerLettersThanMany in every layout of rows and columns, all siblings at one size.
func TestFewWordsTakeLargerLettersThanMany(t *testing.T) {
	list := func(n int, each string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "            - "+each+"\n", i+1)
		}
		return b.String()
	}
	fonts := typeset.New(nil)
	for _, c := range []struct {
		name, item, role string
		few, many        int
	}{
		{"watch", "{when: Month %d, what: Something happens, signal: We see it}", "heading", 2, 8},
		{"asks", "{ask: Question %d, why: A reason}", "heading", 2, 8},
		{"risks", "{risk: Risk %d, why: A reason, likelihood: 2, impact: 2, mitigation: An answer that takes two lines of its column}", "heading", 2, 6},
		{"scorecard", "{claim: Claim %d, test: A test, result: A result, outcome: kept, by_when: 2023}", "heading", 2, 8},
	} {
		size := func(n int) scene.Pt {
			src := "      - " + c.name + ":\n          title: Some of them\n          items:\n" + list(n, c.item)
			deck, l := compiledSlides(t, fonts, sample(src), ".")
			if l.Failed(false) {
				t.Fatalf("%s: %v", c.name, l.Problems())
			}
			sizes := map[scene.Pt]bool{}
			var at scene.Pt
			for _, p := range deck.Pages {
				if p.Layout != c.name {
					continue
				}
				scene.Walk(p.Items, func(it scene.Item) {
					if w, ok := it.(*scene.Text); ok && string(w.Role) == c.role {
						at = w.Lines[0].Runs[0].Size
						sizes[at] = true
					}
				})
			}
			if len(sizes) != 1 {
				t.Errorf("%s: %d items in %d sizes", c.name, n, len(sizes))
			}
			return at
		}
		if few, many := size(c.few), size(c.many); few <= many {
			t.Errorf("%s: %d items at %v, %d at %v", c.name, c.few, few, c.many, many)
		}
	}
}

// TestMeasuringIsNoFirstMention: the Chinese name stands at the first quotation that is printed, though later ones are
// measured before it is drawn, to see whether they fit beside a chart or an argument.
func TestMeasuringIsNoFirstMention(t *testing.T) {
	const quote = "      - quote: {id: %s, text: %s, by: wang}\n"
	wall := "      - quotes:\n          title: Two of them\n          items:\n" +
		"            - {text: One thing, by: wang}\n            - {text: Another, by: wang}\n"
	chart := "      - chart: {id: c, title: Three of them, kind: bar, values: {a: 1, b: 2, c: 3}, source: s}\n"
	for name, c := range map[string]struct{ evidence, first string }{
		"a wall":                {wall, "quotes"},
		"beside a chart":        {chart + fmt.Sprintf(quote, "q", "One thing"), "chart"},
		"too long for a chart":  {chart + fmt.Sprintf(quote, "q", strings.Repeat("One thing after the other ", 5)), ""},
		"beside the argument":   {fmt.Sprintf(quote, "q", "One thing") + wall, "theme"},
		"on a slide of its own": {fmt.Sprintf(quote, "q", strings.Repeat("One thing after the other ", 7)) + wall, "quote"},
	} {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(string(sample(c.evidence)), "themes:", "people:\n  wang: {name: Wang Huiwen, name_zh: 王慧文}\nthemes:", 1)
			src = strings.Replace(src, "    evidence:", "    points:\n      - {heading: One point, text: of three words}\n      - {heading: Another, text: of as many words}\n    evidence:", 1)
			deck, l := compiledSlides(t, nil, []byte(src), ".")
			if l.Failed(false) {
				t.Fatal(l.Problems())
			}
			var on []string
			for _, p := range deck.Pages {
				for range strings.Count(pageWords(p), "王慧文") {
					on = append(on, p.Layout)
				}
			}
			if len(on) != 1 || c.first != "" && on[0] != c.first {
				t.Errorf("the Chinese name stands on %v", on)
			}
		})
	}
}

// TestTheRegisterCountsCitationsOnSlides: a source that only a point or a gloss cites is used on their slides.
func TestTheRegisterCountsCitationsOnSlides(t *testing.T) {
	src := strings.Replace(string(sample("      - quote: {id: q, text: "+strings.Repeat("One thing after the other ", 7)+", by: A buyer, source: s, gloss: \"He means the winter [@w].\"}\n")),
		"{title: A survey, date: 2023}", "{title: A survey, date: 2023}, w: {title: Another survey, date: 2023}, x: {title: A third survey, date: 2023}", 1)
	src = strings.Replace(src, "    evidence:", "    points:\n      - {heading: One point, text: \"of three words [@x]\"}\n      - {heading: Another, text: of as many words}\n    evidence:", 1)
	deck, l := compiledSlides(t, nil, []byte(src), ".")
	if l.Failed(false) {
		t.Fatal(l.Problems())
	}
	on := map[string]int{}
	var register string
	for _, p := range deck.Pages {
		on[p.Layout] = p.Number
		if strings.Contains(pageWords(p), "Used on") {
			register = pageWords(p)
		}
	}
	for title, pg := range map[string]int{"A survey": on["quote"], "Another survey": on["quote"], "A third survey": on["theme"]} {
		if pg == 0 || !regexp.MustCompile(fmt.Sprintf("“%s”[^“]*Used on page %d", title, pg)).MatchString(register) {
			t.Errorf("%s is not used on slide %d:\n%s", title, pg, register)
		}
	}
}

// pageWords are a page's texts in the order of drawing.
func pageWords(p scene.Page) string {
	var b strings.Builder
	scene.Walk(p.Items, func(it scene.Item) {
		if w, ok := it.(*scene.Text); ok {
			for _, line := range w.Lines {
				for _, r := range line.Runs {
					b.WriteString(r.Text)
				}
			}
		}
	})
	return b.String()
}

// TestAWallHoldsLongWordsWithinTheBudget: 147 of 150 characters in words that leave short lines.
func TestAWallHoldsLongWordsWithinTheBudget(t *testing.T) {
	text := "but in Donaudampfschifffahrtsgesellschaftskapitän pay; Donaudampfschifffahrtsgesellschaftskapitän iii who founders rent, Wang domestic Intelligence"
	deck, l := compiledSlides(t, nil, sample("      - quotes:\n          title: Five of them\n          items:\n"+
		"            - {text: \""+text+"\", by: Somebody}\n"+strings.Repeat("            - {text: Yes, by: Somebody}\n", 4)), ".")
	if l.Failed(false) {
		t.Fatal(l.Problems())
	}
	for _, f := range scene.Check(deck, scene.CheckOptions{}) {
		t.Error(f)
	}
}

// TestColumnsOfTablesStandOnTheGrid: words in a table of a slide, and the options of a matrix, begin where a column of the
// slide does.
func TestColumnsOfTablesStandOnTheGrid(t *testing.T) {
	fonts := typeset.New(nil)
	for name, block := range map[string]string{
		"words":   "      - table:\n          title: Five of them\n          source: s\n          columns: [What, Heard, Right]\n          rows: [[A tool, the invention of fire, Users keep it], [A map, Great Voyage, Most fail]]\n",
		"numbers": "      - table:\n          title: Five of them\n          source: s\n          columns: [What, {head: Sum, type: num}, Condition, When]\n          rows: [[First half, 4.0, Closing documents, March], [Second half, 4.0, Forty robots, May]]\n",
		"two":     "      - matrix:\n          title: Two of them\n          options: [{name: One}, {name: Two}]\n          criteria: [Cost]\n          cells: [[1, 2]]\n",
		"three":   "      - matrix:\n          title: Three of them\n          options: [{name: One}, {name: Two}, {name: Three}]\n          criteria: [Cost]\n          cells: [[1, 2, 3]]\n",
		"four":    "      - matrix:\n          title: Four of them\n          options: [{name: One}, {name: Two}, {name: Three}, {name: Four}]\n          criteria: [Cost]\n          cells: [[1, 2, 3, 4]]\n",
	} {
		deck, l := compiledSlides(t, fonts, sample(block), ".")
		if l.Failed(false) {
			t.Fatalf("%s: %v", name, l.Problems())
		}
		tables := tables(deck)
		if len(tables) != 1 {
			t.Fatalf("%s: %d tables", name, len(tables))
		}
		for _, col := range tables[0].Columns {
			if col.Align == scene.Right {
				continue
			}
			x := col.X + page.CellPad - page.SlideLeft
			if off := math.Mod(float64(x)+0.01, float64(page.SlidePitch)); off > 0.02 {
				t.Errorf("%s: a column begins %.2f beside the grid", name, off)
			}
		}
	}
}

func TestTheLastLineOfACommentIsNotAWordOrTwo(t *testing.T) {
	deck, l := compiledSlides(t, typeset.New(nil), sample(`      - chart:
          kind: column
          title: The average domestic model more than doubled its accuracy
          measure: Accuracy
          values: {March: 20%, May: 50%}
          comments:
            - heading: Fast, from a low base
              text: The average model was right one time in five in March and more than half the time in May.
`), t.TempDir())
	if l.Failed(true) {
		t.Fatal(l.Problems())
	}
	words := textsOf(deck)["sample.chart/comment1/text"]
	if words == nil || len(words.Lines) < 2 {
		t.Fatalf("the comment is %v", words)
	}
	var widest scene.Pt
	for _, line := range words.Lines {
		widest = max(widest, page.LineWidth(line))
	}
	if last := page.LineWidth(words.Lines[len(words.Lines)-1]); last < widest/3 {
		t.Errorf("the last line of %q is %.0f pt wide, the widest %.0f", said(words), last, widest)
	}
}
