package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
	"roadshow/typeset"
)

// TestAWordThatGoesOverALineIsReadWhole: the hyphen of its division is drawn and not read, one that it has is both; words in two
// styles, words of six lines and words of a link are whole, and where a link ends inside a word nothing is said twice.
func TestAWordThatGoesOverALineIsReadWhole(t *testing.T) {
	fonts := typeset.New(nil)
	fonts.Language("en")
	style := scene.Style{Font: scene.Serif, Size: 10, Leading: 14, Color: scene.Color{Token: "text"}}
	bold := style
	bold.Font = scene.SerifSemiBold
	plainly := func(words string) []scene.Span { return []scene.Span{{Text: words, Style: style}} }
	for name, c := range map[string]struct {
		spans  []scene.Span
		width  scene.Pt
		broken int // lines that end inside a word
	}{
		"divided":     {plainly("The internationalisation of responsibilities notwithstanding, extraordinary transformations characterised manufacturing."), 60, 3},
		"typed":       {plainly("of two-sided and long-standing state-owned house-builders, cost-cutting"), 62, 3},
		"slash":       {plainly("a customer/supplier relationship and a landlord/tenant matter"), 55, 2},
		"two styles":  {[]scene.Span{{Text: "The inter", Style: style}, {Text: "nationalisation", Style: bold}, {Text: " of extraordinary transformations", Style: style}}, 60, 2},
		"six lines":   {plainly("See https://example.org/a-very/long/address/without/a/blank/in/it for more of it"), 70, 1},
		"link":        {[]scene.Span{{Text: "Read of ", Style: style}, {Text: "internationalisation and responsibilities", Style: style, Link: "https://example.org"}, {Text: " here", Style: style}}, 64, 1},
		"soft hyphen": {plainly("of the Zahlungs\u00adverkehrs\u00addienstleister there"), 70, 1},
		"new line":    {plainly("cost-\ncutting of a transformation\nand more"), 200, 0},
		"Chinese":     {plainly("大模型的成本在过去一年里下降了很多，公司的收入却没有增长"), 60, 0},
	} {
		t.Run(name, func(t *testing.T) {
			x := fonts.Set(c.spans, typeset.Options{Width: c.width, Hyphenate: true}).Text("x", scene.RoleBody, 60, 80)
			broken := 0
			for _, s := range (&pager{deck: &scene.Deck{}}).divided(x) {
				if s.tail > 0 {
					broken++
				}
			}
			if broken < c.broken || c.broken == 0 && broken > 0 {
				t.Fatalf("%d words go over a line, want %d:\n%s", broken, c.broken, lines(x))
			}
			d := &scene.Deck{Size: scene.A4, Fonts: fonts.Used(), Meta: scene.Meta{Title: "T", Language: "en"}, Pages: []scene.Page{{Items: []scene.Item{x}}}}
			f := written(t, d)
			var want strings.Builder
			for _, s := range c.spans {
				want.WriteString(strings.ReplaceAll(s.Text, "\u00ad", ""))
			}
			if name == "Chinese" { // its lines are told one by one
				return
			}
			if got := aloud(f.Structure); !slices.Equal(inOrder(got), inOrder(want.String())) {
				t.Errorf("read %q\nset  %q", got, want.String())
			}
			if name != "link" { // drawn in pieces
				checkEdges(t, &f.Pages[0], x)
			}
		})
	}
}

// TestALinkThatEndsInsideAWordLeavesItInPieces, each once.
func TestALinkThatEndsInsideAWordLeavesItInPieces(t *testing.T) {
	s := newSetter(t)
	a, b, c := s.run(scene.Sans, 10, 54, "inter"), s.run(scene.Sans, 10, 54, "nation"), s.run(scene.Sans, 10, 90, "ally")
	b.Link = "https://example.org"
	x := &scene.Text{Role: scene.RoleBody, Paras: []scene.Para{{}}, Lines: []scene.Line{{Baseline: 100, Runs: []scene.Run{a}, Hyphen: true}, {Baseline: 112, Runs: []scene.Run{b, c}}}}
	if got := (&pager{deck: &scene.Deck{}}).divided(x); got != nil {
		t.Errorf("%+v", got)
	}
	if got := strings.Join(strings.Fields(aloud(written(t, onePage(s, x)).Structure)), " "); got != "inter ally nation" {
		t.Errorf("read %q", got)
	}
}

// inOrder sorts the words that were said: the words of a link come behind those of its paragraph.
func inOrder(s string) []string { return slices.Sorted(slices.Values(strings.Fields(s))) }

// aloud is what a reader of the tags says.
func aloud(e *pdftest.Element) string {
	words := []string{e.Text}
	for _, k := range e.Kids {
		words = append(words, aloud(k))
	}
	return strings.Join(words, " ")
}

func lines(x *scene.Text) string {
	var b bytes.Buffer
	for _, l := range x.Lines {
		for _, r := range l.Runs {
			b.WriteString(r.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
