package layouts

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// sparseOf is what is said of bare pages and slides.
func sparseOf(l *diag.List) (out []diag.Problem) {
	for _, p := range l.Problems() {
		if p.Code == "W-SPARSE" {
			out = append(out, p)
		}
	}
	return out
}

// proseOf is a theme whose argument has so many words, in paragraphs of sixty.
func proseOf(words int) []byte {
	var b strings.Builder
	b.WriteString("title: A sample\ndate: 2023-05-31\nthemes:\n  - name: Sample\n    claim: The sample is nothing but words\n    argument: |\n")
	for n := 0; n < words; n += 60 {
		b.WriteString("      " + strings.Repeat("a word of several letters and ", min(60, words-n)/6) + "more.\n\n")
	}
	return []byte(b.String())
}

// TestABarePageSaysHowManyWordsFillItBetter: with as many words less the theme has a page less, and none of them bare.
func TestABarePageSaysHowManyWordsFillItBetter(t *testing.T) {
	found := 0
	for words := 300; words <= 900; words += 30 {
		d, l := compiled(t, nil, proseOf(words), ".")
		said := sparseOf(l)
		if len(said) == 0 {
			continue
		}
		found++
		m := regexp.MustCompile(`cut about (\d+) words`).FindStringSubmatch(said[0].Hint)
		if m == nil {
			t.Errorf("%d words on %d pages: %s; hint: %s", words, len(d.Pages), said[0].Summary, said[0].Hint)
			continue
		}
		cut, _ := strconv.Atoi(m[1])
		shorter, l := compiled(t, nil, proseOf(words-cut), ".")
		if themes := themePages(shorter); len(sparseOf(l)) > 0 || themes != themePages(d)-1 {
			t.Errorf("%d words: after %d less the theme has %d pages: %v", words, cut, themes, sparseOf(l))
		}
	}
	if found < 3 {
		t.Errorf("%d of all lengths leave a page bare", found)
	}
}

func themePages(d *scene.Deck) (n int) {
	for i := range d.Pages {
		if d.Pages[i].Layout == "theme" {
			n++
		}
	}
	return n
}

// TestAThemeOfAClaimAloneIsBare, and one with an argument is not, however short.
func TestAThemeOfAClaimAloneIsBare(t *testing.T) {
	const head = "title: A sample\ndate: 2023-05-31\nthemes:\n  - name: Sample\n    claim: The sample says it and leaves it there\n    so_what: Nothing follows.\n"
	_, l := compiled(t, nil, []byte(head), ".")
	if said := sparseOf(l); len(said) != 1 || !strings.Contains(said[0].Summary, "nothing but its claim") || said[0].At.Line != 4 {
		t.Errorf("a claim alone: %v", said)
	}
	if _, l := compiled(t, nil, []byte(head+"    argument: A line of it.\n"), "."); len(sparseOf(l)) > 0 {
		t.Errorf("with an argument: %v", sparseOf(l))
	}
}

// TestABareChartAsksForComments, which stand beside it then; a chart that fills its slide does not.
func TestABareChartAsksForComments(t *testing.T) {
	const bare = "      - chart:\n          kind: range\n          title: Two of them lie far apart\n          measure: Floors\n          values: {Alder: 2, Birch: 7 to 8}\n          source: s\n"
	_, l := compiledSlides(t, nil, sample(bare), ".")
	if said := sparseOf(l); len(said) != 1 || !strings.Contains(said[0].Hint, "comments") {
		t.Errorf("a bare chart: %v", said)
	}
	for _, fuller := range []string{bare + "          comments: [{text: This one is high.}]\n", strings.NewReplacer("range", "bar", "7 to 8", "7").Replace(bare)} {
		if _, l := compiledSlides(t, nil, sample(fuller), "."); len(sparseOf(l)) > 0 {
			t.Errorf("%s: %v", fuller, sparseOf(l))
		}
	}
}
