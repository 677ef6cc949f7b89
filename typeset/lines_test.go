package typeset

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"roadshow/internal/cputime"
	"roadshow/scene"
)

var (
	quote   = scene.Style{Font: scene.SerifLight, Size: 31, Leading: 40, Tracking: -0.43}
	chinese = scene.Style{Font: scene.Serif, Size: 10, Leading: 15}
)

// lines sets a text and returns its lines as strings.
func lines(f *Fonts, text string, style scene.Style, o Options) []string {
	return linesOf(f.Set([]scene.Span{{Text: text, Style: style}}, o))
}

func linesOf(b Block) []string {
	var out []string
	for _, l := range b.Lines {
		var w strings.Builder
		for _, r := range l.Runs {
			w.WriteString(r.Text)
		}
		out = append(out, w.String())
	}
	return out
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
	}
}

func TestQuoteBreaksAtItsSentence(t *testing.T) {
	f := New(nil)
	const words = "A model that answers questions is already a product. A model that lets you stop thinking about it is a business."
	unbound := strings.Replace(words, "A model that lets", "a model that lets", 1)
	greedy := strings.Join(lines(f, unbound, quote, Options{Width: 300}), "|")
	if !strings.Contains(greedy, "already a product. a|model that") {
		t.Fatalf("greedy breaking no longer strands the article: %s", greedy)
	}
	want := []string{"A model that", "answers questions", "is already a product.", "a model that lets you", "stop thinking about", "it is a business."}
	wantLines(t, lines(f, unbound, quote, Options{Width: 300, Break: Balanced}), want...) // the costs alone
	want[3] = "A model that lets you"
	wantLines(t, lines(f, words, quote, Options{Width: 300, Break: Balanced}), want...)
}

func TestBalancedHasGreedysLinesAndLessRaggedness(t *testing.T) {
	f := New(nil)
	texts := append(prose(600), "Seven in ten dollars of compute go to three buyers", "人工智能公司在2023年说我们的算力不够用这是一个问题")
	for _, text := range texts {
		for width := scene.Pt(60); width < 700; width += 37 {
			span := []scene.Span{{Text: text, Style: body}}
			greedy := f.Set(span, Options{Width: width})
			balanced := f.Set(span, Options{Width: width, Break: Balanced})
			if len(balanced.Lines) != len(greedy.Lines) {
				t.Fatalf("%d lines at %v, greedy %d: %s", len(balanced.Lines), width, len(greedy.Lines), text)
			}
			if balanced.Width > width+slack || greedy.Width > width+slack {
				t.Fatalf("wider than %v", width)
			}
		}
	}
	spread := func(b Block) float64 {
		least, most := math.Inf(1), 0.0
		for _, l := range b.Lines {
			w := float64(l.Right() - l.X())
			least, most = min(least, w), max(most, w)
		}
		return most - least
	}
	title := []scene.Span{{Text: "Seven in ten dollars of compute go to three buyers", Style: quote}}
	if g, b := spread(f.Set(title, Options{Width: 600})), spread(f.Set(title, Options{Width: 600, Break: Balanced})); b >= g {
		t.Errorf("balanced lines differ by %.0f pt, greedy by %.0f", b, g)
	}
}

func TestLastLineIsNoStub(t *testing.T) {
	f := New(nil)
	style := body
	words := "the price of compute fell while demand for it rose and every buyer that could commit to it did so"
	for width := scene.Pt(90); width < 480; width++ {
		got := lines(f, words, style, Options{Width: width})
		if n := len(got); n > 1 && len(got[n-1]) < 6 && f.Width(got[n-1], style) < 0.12*width {
			t.Errorf("at %v the last line is %q", width, got[n-1])
		}
	}
}

func TestWordsThatBelongTogetherStayOnOneLine(t *testing.T) {
	f := New(nil)
	for _, pair := range []string{
		"6 billion", "12 May", "May 12", "Exhibit 5", "RMB 1–2m", "GPT-4", "1 234 567", "J. R. Tolkien", "Dr. Wu", "Fig. 3", "p. 24",
		"≥ 5", "40 GW", "3 %", "so …", "word – then", "岂凡超", "A/B", "12.5%—", "COVID-19", "40–50B", "x-ray", "Appendix B", "US$ 5",
		"no\u00a0break", "1\u202f234",
	} {
		text := "We read here and there that " + pair + " was seen in all of the other places too."
		for width := scene.Pt(50); width < 250; width += 3 {
			all := strings.Join(lines(f, text, body, Options{Width: width}), "\n")
			first, _, _ := strings.Cut(pair, " –") // a dash may end a line
			held := strings.NewReplacer("\u00a0", " ", "\u202f", "\u2009").Replace(first)
			if f.Width(held, body) <= width && !strings.Contains(all, held) {
				t.Errorf("%q is parted at %v:\n%s", pair, width, all)
			}
			if strings.Contains(all, "\n–") {
				t.Errorf("a line starts with a dash at %v:\n%s", width, all)
			}
		}
	}
}

func TestArticleStaysWithItsNounAtASentencesStart(t *testing.T) {
	f := New(nil)
	for width := scene.Pt(50); width < 250; width++ {
		all := strings.Join(lines(f, "This is the end. A model is here. “The price” is not.", body, Options{Width: width}), "\n")
		if width > f.Width("“The price”", body) && (strings.Contains(all, "A\n") || strings.Contains(all, "The\n")) {
			t.Errorf("at %v:\n%s", width, all)
		}
	}
}

func TestWordsPartOnlyAtLongHyphensDashesAndSlashes(t *testing.T) {
	f := New(nil)
	for text, want := range map[string]string{
		"long-term":      "long-|term",
		"start-up":       "start-up",
		"e-mail":         "e-mail",
		"GPT-4":          "GPT-4",
		"Lotka–Volterra": "Lotka–|Volterra",
		"2019–2024":      "2019–2024",
		"client/server":  "client/|server",
		"and/or":         "and/or",
		"words—more":     "words—|more",
		"12.5%—a":        "12.5%—|a",
		"what?yes":       "what?yes",
		"https://a.io/x": "https://a.io/x",
	} {
		f.set.load([]scene.Span{{Text: text, Style: body}})
		f.shapeAll()
		f.split(0, false)
		var got []string
		for _, g := range f.set.segs {
			got = append(got, string(f.set.runes[g.start:g.end]))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s, want %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestChinesePunctuationKeepsToItsSide(t *testing.T) {
	f := New(nil)
	text := "人工智能公司，在2023年（例如《百川》的公司）说：“我们的GPU不够用。”——这是一个问题……而且AI很贵，100％确定、对吗？对！「好」【不】"
	for width := scene.Pt(60); width < 300; width++ {
		for i, l := range lines(f, text, chinese, Options{Width: width}) {
			r := []rune(l)
			if i > 0 && strings.ContainsRune("、。，．：；！？）》」』】”’％", r[0]) {
				t.Errorf("at %v a line starts with %c: %s", width, r[0], l)
			}
			if strings.ContainsRune("（《「『【“‘￥", r[len(r)-1]) {
				t.Errorf("at %v a line ends with %c: %s", width, r[len(r)-1], l)
			}
		}
	}
}

func TestChineseTextFillsItsLines(t *testing.T) {
	f := New(nil)
	got := lines(f, "人工智能公司在说我们的算力不够用这是一个问题而且很贵", chinese, Options{Width: 8*9.4 + 0.5})
	wantLines(t, got, "人工智能公司在说", "我们的算力不够用", "这是一个问题而且", "很贵")
}

func TestAddressesBreakAfterTheirPunctuation(t *testing.T) {
	f := New(nil)
	got := lines(f, "See https://www.example.com/reports/2023/compute?part=one&view=full now", body, Options{Width: 110})
	wantLines(t, got, "See https://", "www.example.com/", "reports/2023/", "compute?part=one&", "view=full now")
}

func TestNoWordIsLongerThanTheMeasure(t *testing.T) {
	f := New(nil)
	b := f.Set([]scene.Span{{Text: strings.Repeat("W", 400), Style: body}}, Options{Width: 50})
	if b.Width > 50+slack {
		t.Errorf("%v wide", b.Width)
	}
	if got := strings.Join(linesOf(b), ""); len(got) != 400 {
		t.Errorf("%d of 400 letters", len(got))
	}
}

func TestSoftSaysWhetherTheBreakStandsForASpace(t *testing.T) {
	f := New(nil)
	for text, want := range map[string]bool{
		"word another":     true,
		"long-termism":     false,
		"人工智能公司在说我们的":      false,
		"line\nbreak":      true,
		"WWWWWWWWWWWWWWWW": false,
	} {
		b := f.Set([]scene.Span{{Text: text, Style: body}}, Options{Width: 45})
		if len(b.Lines) < 2 || b.Lines[0].Soft != want {
			t.Errorf("%q: %d lines, soft %v, want %v", text, len(b.Lines), b.Lines[0].Soft, want)
		}
		if b.Lines[len(b.Lines)-1].Soft {
			t.Errorf("%q: the last line is soft", text)
		}
	}
}

func TestNoBreakIsOneLineAndTypedLinesStay(t *testing.T) {
	f := New(nil)
	wantLines(t, lines(f, "as wide as it needs to be", body, Options{Width: 20, Break: NoBreak}), "as wide as it needs to be")
	wantLines(t, lines(f, "\n one\n\n two  words \n", body, Options{}), "one", "", "two words")
	if got := lines(f, " \n\t ", body, Options{Width: 100}); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestSettingIsTheSameInAnyOrder(t *testing.T) {
	a, b := New(nil), New(nil)
	texts := append(prose(300), "AV l·l To. 中文AI", "L·L ·l V A")
	for i := range texts {
		a.Set([]scene.Span{{Text: texts[len(texts)-1-i], Style: body}}, Options{Width: 200})
	}
	for _, text := range texts {
		x := a.Set([]scene.Span{{Text: text, Style: body}}, Options{Width: 200})
		y := b.Set([]scene.Span{{Text: text, Style: body}}, Options{Width: 200})
		if x.Width != y.Width || strings.Join(linesOf(x), "|") != strings.Join(linesOf(y), "|") {
			t.Errorf("%q depends on what was set before", text)
		}
	}
}

// checkBlock holds what is true of every block.
func checkBlock(t *testing.T, b Block, text string, o Options) {
	t.Helper()
	item := b.Text("", scene.RoleBody, 100, 200)
	for i, l := range item.Lines {
		x := l.X()
		for _, r := range l.Runs {
			if math.Abs(float64(r.X-x)) > 1e-6 {
				t.Errorf("%q: a run starts at %v, the one before ends at %v", text, r.X, x)
			}
			sum, n := 0, 0
			for _, a := range r.Adv {
				sum += int(a)
				n++
			}
			if n != len([]rune(r.Text)) {
				t.Errorf("%q: %d advances for %q", text, n, r.Text)
			}
			if want := scene.Pt(sum)*r.Size/1000 + r.Tracking*scene.Pt(n); want != r.Width {
				t.Errorf("%q: run %q is %v wide, its advances make %v", text, r.Text, r.Width, want)
			}
			x = r.X + r.Width
		}
		one := o.Break == NoBreak || o.Width <= 0
		if indented := o.Width - o.Indent; !one && l.Right()-l.X() > indented+slack && drawnRunes(l) > 1 && !hasMarks(l) {
			t.Errorf("%q: line %d is %v wide, the measure %v", text, i, l.Right()-l.X(), indented)
		}
		if len(l.Runs) == 0 {
			continue
		}
		if l.X()+l.Hang < item.Frame.X-slack || l.Right() > item.Frame.Right()+slack && !one && drawnRunes(l) > 1 && !hasMarks(l) {
			t.Errorf("%q: line %d leaves the frame %v: %v…%v", text, i, item.Frame, l.X(), l.Right())
		}
		if l.Baseline < item.Frame.Y || l.Baseline > item.Frame.Bottom() {
			t.Errorf("%q: line %d leaves the frame upwards or downwards", text, i)
		}
	}
	if got, want := letters(strings.Join(linesOf(b), "")), letters(drawable(text)); got != want {
		t.Errorf("characters lost:\n got %q\nwant %q", got, want)
	}
}

func drawnRunes(l scene.Line) int {
	n := 0
	for _, r := range l.Runs {
		n += len(r.Adv)
	}
	return n
}

func hasMarks(l scene.Line) bool {
	for _, r := range l.Runs {
		if strings.ContainsFunc(r.Text, isMark) {
			return true
		}
	}
	return false
}

// drawable is what Set promises to draw of a text.
func drawable(text string) string {
	f := New(nil)
	var out strings.Builder
	for _, r := range norm.NFC.String(text) {
		switch {
		case isDropped(r):
		case f.Covers(r):
			out.WriteRune(r)
		default:
			out.WriteRune('?')
		}
	}
	return out.String()
}

// letters drops all spaces.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func FuzzBreak(f *testing.F) {
	for _, s := range []string{
		"The price of compute fell while demand rose.", "人工智能公司，在2023年（例如）说：“GPU不够。”", "12.5%—a A/B 1 234 long-term",
		"https://www.example.com/a/b?c=d", "a\u0301e\u0308 x\u0302\u0302", "\u202eabc\u200bdef\ufeff", "\xff\xfe", "a\n\nb\r\n\u2028c", "….…—–-·",
		"\u3000\u3000全角", "😀 emoji 👩\u200d👩\u200d👧", "J. R. R. “Tolkien” 6′2″ l·l", "\u00a0\u00a0 \u00a0x", "한국어 日本語カタカナ ไทย עברית",
	} {
		for _, width := range []float64{0, 5, 40, 300} {
			f.Add(s, width, uint8(0))
			f.Add(s, width, uint8(1))
		}
	}
	fonts := New(nil)
	f.Fuzz(func(t *testing.T, text string, width float64, how uint8) {
		defer cputime.Bound(t)()
		if len(text) > 4000 || !(width >= 0 && width < 1e4) {
			return
		}
		o := Options{
			Width: scene.Pt(width), Break: Break(how % 3), Align: scene.Align(how / 3 % 3), Hang: how&64 != 0,
		}
		style := body
		if how&128 != 0 {
			style = quote
		}
		checkBlock(t, fonts.Set([]scene.Span{{Text: text, Style: style}}, o), text, o)
	})
}
