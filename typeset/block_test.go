package typeset

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"roadshow/scene"
)

func near(a, b scene.Pt) bool { return math.Abs(float64(a-b)) < 0.005 }

func TestWordsOfOneStyleAreOneRun(t *testing.T) {
	f := New(nil)
	bold := body.In(scene.SerifSemiBold)
	b := f.Set([]scene.Span{
		{Text: "One ", Style: body}, {Text: "and the same, ", Style: body}, {Text: "then bold", Style: bold}, {Text: " and a link", Style: body, Link: "#x"},
	}, Options{})
	var got []string
	for _, r := range b.Lines[0].Runs {
		got = append(got, r.Text)
	}
	if want := "One and the same, |then bold| and a link"; strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
	if b.Lines[0].Runs[2].Link != "#x" || b.Lines[0].Runs[1].Font != scene.SerifSemiBold {
		t.Error("link or face lost")
	}
}

func TestWidthIsWhatSetDraws(t *testing.T) {
	f := New(nil)
	for _, style := range []scene.Style{body, quote, {Font: scene.Cond, Size: 8}, {Font: scene.SansMedium, Size: 11, Tracking: 1.1}} {
		for _, text := range []string{"A", "Wave AV.", "PLEX–Sans 1,234", "GPU很贵", "he said “好”", "naïve x\u0302", "a\u00a0b\u202fc"} {
			b := f.Set([]scene.Span{{Text: text, Style: style}}, Options{Break: NoBreak})
			if w := f.Width(text, style); !near(w, b.Width) || !near(w, b.Lines[0].Right()) {
				t.Errorf("%q: measured %v, drawn %v", text, w, b.Width)
			}
			// A measure of exactly this width holds the text.
			if n := len(f.Set([]scene.Span{{Text: text, Style: style}}, Options{Width: f.Width(text, style)}).Lines); n != 1 {
				t.Errorf("%q: %d lines at its own width", text, n)
			}
		}
	}
}

func TestTrackingCountsAfterEveryCharacter(t *testing.T) {
	f := New(nil)
	tracked := body
	tracked.Tracking = -0.5
	if got, want := f.Width("tracking", tracked), f.Width("tracking", body)-8*0.5; !near(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestBaselinesGrowByLeadingAndGaps(t *testing.T) {
	f := New(nil)
	small := body.At(8, 11)
	b := f.SetParas([]scene.Para{
		{Spans: []scene.Span{{Text: "one two", Style: body}}, After: 6},
		{},
		{Spans: []scene.Span{{Text: "three", Style: small}}, After: 4},
	}, Options{Width: 30})
	var got []scene.Pt
	for _, l := range b.Lines {
		got = append(got, l.Baseline)
	}
	if want := []scene.Pt{0, 15, 32}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if b.Height != 15+15+6+11 {
		t.Errorf("height %v", b.Height)
	}
	if b.Lines[2].Para != 2 || len(b.Paras) != 3 {
		t.Errorf("paragraph %d of %d", b.Lines[2].Para, len(b.Paras))
	}
	if !near(b.Ascent, 0.7*10.4) {
		t.Errorf("ascent %v", b.Ascent)
	}
}

func TestStyleWithoutLeadingTakes120Percent(t *testing.T) {
	b := New(nil).Set([]scene.Span{{Text: "a b", Style: scene.Style{Font: scene.Sans, Size: 10}}}, Options{Width: 6})
	if len(b.Lines) != 2 || b.Lines[1].Baseline != 12 {
		t.Errorf("%v", b.Lines)
	}
}

func TestMarkersHangBeforeTheirWords(t *testing.T) {
	f := New(nil)
	para := func(marker string, depth int) scene.Para {
		return scene.Para{Spans: []scene.Span{{Text: "some words that wrap", Style: body}}, Marker: marker, Depth: depth}
	}
	b := f.SetParas([]scene.Para{para("–", 0), para("·", 1), para("", 0)}, Options{Width: 70})
	want := map[int][2]scene.Pt{0: {0, 12}, 1: {12, 22}} // marker, words
	seen := map[int]int{}
	for _, l := range b.Lines {
		seen[l.Para]++
		w, listed := want[l.Para]
		switch {
		case !listed:
			if l.X() != 0 {
				t.Errorf("a plain paragraph starts at %v", l.X())
			}
		case seen[l.Para] == 1:
			if !near(l.Runs[0].X, w[0]) || !near(l.Runs[1].X, w[1]) || len([]rune(l.Runs[0].Text)) != 1 {
				t.Errorf("item %d: marker at %v, words at %v, want %v", l.Para, l.Runs[0].X, l.Runs[1].X, w)
			}
		default:
			if !near(l.X(), w[1]) {
				t.Errorf("item %d: a following line starts at %v, want %v", l.Para, l.X(), w[1])
			}
		}
		if l.Right() > 70+slack {
			t.Errorf("a line reaches %v", l.Right())
		}
	}
	slides := f.SetParas([]scene.Para{para("–", 0), para("·", 1)}, Options{Width: 200, MarkerHang: 14})
	if x := slides.Lines[0].Runs[1].X; !near(x, 14) {
		t.Errorf("words at %v on slides", x)
	}
	if l := slides.Lines[len(slides.Lines)-1]; !near(l.Runs[0].X, 14) || !near(l.Runs[1].X, 24) {
		t.Errorf("second level at %v, %v", l.Runs[0].X, l.Runs[1].X)
	}
}

func TestWideMarkersPushAllWordsAlike(t *testing.T) {
	f := New(nil)
	var paras []scene.Para
	for _, m := range []string{"1.", "9.", "10."} {
		paras = append(paras, scene.Para{Spans: []scene.Span{{Text: "item", Style: body}}, Marker: m})
	}
	b := f.SetParas(paras, Options{Width: 100})
	want := f.Width("10.", body) + markerGap
	for _, l := range b.Lines {
		if !near(l.Runs[1].X, want) {
			t.Errorf("%s: words at %v, want %v", l.Runs[0].Text, l.Runs[1].X, want)
		}
	}
}

func TestAlignment(t *testing.T) {
	f := New(nil)
	w := f.Width("word", body)
	for _, c := range []struct {
		o    Options
		want scene.Pt
	}{
		{Options{Width: 100}, 0},
		{Options{Width: 100, Indent: 7}, 7},
		{Options{Width: 100, Align: scene.Right}, 100 - w},
		{Options{Width: 100, Align: scene.Center}, (100 - w) / 2},
		{Options{Align: scene.Right}, -w},
		{Options{Align: scene.Center}, -w / 2},
	} {
		b := f.Set([]scene.Span{{Text: "word", Style: body}}, c.o)
		if !near(b.Lines[0].X(), c.want) {
			t.Errorf("%+v: x %v, want %v", c.o, b.Lines[0].X(), c.want)
		}
		if item := b.Text("id", scene.RoleLabel, 50, 50); !near(item.Lines[0].X(), 50+c.want) || item.Frame.X > item.Lines[0].X()+slack ||
			item.Frame.Right() < item.Lines[0].Right()-slack {
			t.Errorf("%+v: line at %v in %v", c.o, item.Lines[0].X(), item.Frame)
		}
	}
}

func TestDisplayTypeHangsOptically(t *testing.T) {
	f := New(nil)
	hang := func(text string, style scene.Style) scene.Line {
		return f.Set([]scene.Span{{Text: text, Style: style}}, Options{Width: 500, Hang: true}).Lines[0]
	}
	bearing := scene.Pt(f.Bearing(scene.SerifLight, 'H')) * quote.Size / 1000
	if l := hang("Hang", quote); bearing <= 0 || !near(l.Hang, bearing) || !near(l.X(), -bearing) {
		t.Errorf("H hangs %v at %v, bearing %v", l.Hang, l.X(), bearing)
	}
	if l := hang("“Hang”", quote); !near(l.Runs[0].X+scene.Pt(l.Runs[0].Adv[0])*quote.Size/1000+quote.Tracking, -bearing) {
		t.Errorf("the letter after the quotation mark does not stand at the edge: %v", l.Runs[0].X)
	}
	if l := hang("“Body”", body); !near(l.Hang, 0.42*body.Size) && !near(l.Hang, scene.Pt(l.Runs[0].Adv[0])*body.Size/1000) {
		t.Errorf("body quotation mark hangs %v", l.Hang)
	}
	if l := hang("Body", body); l.Hang != 0 || l.X() != 0 {
		t.Errorf("body letter hangs %v", l.Hang)
	}
	if l := f.Set([]scene.Span{{Text: "Hang", Style: quote}}, Options{Width: 500}).Lines[0]; l.Hang != 0 {
		t.Error("hangs though not asked to")
	}
}

func TestChineseRuns(t *testing.T) {
	f := New(nil)
	style := scene.Style{Font: scene.Sans, Size: 10, Leading: 15}
	b := f.Set([]scene.Span{{Text: "用GPU很贵", Style: style}}, Options{})
	r := b.Lines[0].Runs
	if len(r) != 3 || r[0].Font != scene.HanSans || r[1].Font != scene.Sans || r[2].Font != scene.HanSans {
		t.Fatalf("%+v", r)
	}
	if !near(r[0].Size, 9.4) || r[1].Size != 10 {
		t.Errorf("sizes %v %v", r[0].Size, r[1].Size)
	}
	// 0.2 em of the nominal size on either side of the Latin word, nothing at the line's end.
	if gap := r[0].Width - 9.4; !near(gap, 2) {
		t.Errorf("gap before Latin %v", gap)
	}
	if gap := r[1].Width - f.Width("GPU", style); !near(gap, 2) {
		t.Errorf("gap after Latin %v", gap)
	}
	if !near(r[2].Width, 2*9.4) {
		t.Errorf("last run %v", r[2].Width)
	}
	if b := f.Set([]scene.Span{{Text: "汉", Style: style.In(scene.SerifItalic)}}, Options{}); b.Lines[0].Runs[0].Font != scene.HanSerif {
		t.Error("an italic serif takes the upright Chinese serif")
	}
}

func TestNoGapBesidePunctuationOrTypedSpaces(t *testing.T) {
	f := New(nil)
	style := scene.Style{Font: scene.Sans, Size: 10}
	for text, parts := range map[string][]string{
		"用 GPU":  {"用 ", "GPU"},
		"用，GPU":  {"用，", "GPU"},
		"GPU，":   {"GPU", "，"},
		"“GPU”":  {"“GPU”"},
		"3（例）":   {"3", "（例）"},
		"用(GPU)": {"用", "(GPU)"},
	} {
		var want scene.Pt
		for _, p := range parts {
			want += f.Width(p, style)
		}
		// A space before Latin words is as wide in the middle as at the end only here: widths at line ends drop it.
		if strings.Contains(text, " ") {
			want += scene.Pt(f.face(hanSans).glyph(' ').adv) * 9.4 / 1000
		}
		if strings.Contains(text, "，G") { // at a line's end the blank half of a comma counts for nothing
			want += halfEm * 9.4 / 1000
		}
		if got := f.Width(text, style); !near(got, want) {
			t.Errorf("%s: %v, parts %v", text, got, want)
		}
	}
}

func TestGapVanishesWhereTheLineBreaks(t *testing.T) {
	f := New(nil)
	style := scene.Style{Font: scene.Sans, Size: 10}
	b := f.Set([]scene.Span{{Text: "人工智能GPUs", Style: style}}, Options{Width: 4*9.4 + 0.01})
	if len(b.Lines) < 2 || !near(b.Lines[0].Right(), 4*9.4) {
		t.Errorf("first line %v wide", b.Lines[0].Right())
	}
}

func TestQuotationMarksTakeTheirNeighboursFace(t *testing.T) {
	f := New(nil)
	for text, want := range map[string]scene.Font{
		"他说：“人工”。":              scene.HanSerifRegular,
		"“人工智能”":                scene.HanSerifRegular,
		"he said “人工” and left": scene.Serif,
		"“Yes”":                 scene.Serif,
		"这……":                   scene.HanSerifRegular,
		"wait…":                 scene.Serif,
	} {
		b := f.Set([]scene.Span{{Text: text, Style: body}}, Options{})
		for _, r := range b.Lines[0].Runs {
			if strings.ContainsAny(r.Text, "“”…") && r.Font != want {
				t.Errorf("%s: %q in %s, want %s", text, r.Text, r.Font, want)
			}
		}
	}
}

func TestAccentsAreComposed(t *testing.T) {
	f := New(nil)
	b := f.Set([]scene.Span{{Text: "cafe\u0301", Style: body}}, Options{})
	if got := b.Lines[0].Runs[0].Text; got != "café" || b.Paras[0].Spans[0].Text != "café" {
		t.Errorf("%q", got)
	}
}

func TestControlCharactersVanish(t *testing.T) {
	f := New(nil)
	b := f.Set([]scene.Span{{Text: "a\u202e\x00b\u200b\ufeffc\tsoft\u00adhyphen", Style: body}}, Options{})
	wantLines(t, linesOf(b), "abc softhyphen")
}

func TestSuperscriptsRise(t *testing.T) {
	f := New(nil)
	b := f.Set([]scene.Span{{Text: "price", Style: body}, {Text: "2", Style: body.At(6, 8), Rise: 4}}, Options{Width: 100})
	r := b.Lines[0].Runs
	if len(r) != 2 || r[1].Rise != 4 || r[1].Size != 6 {
		t.Errorf("%+v", r)
	}
	if b.Height != 15 {
		t.Errorf("height %v: the smaller leading must not count", b.Height)
	}
}

func TestFrameHoldsAccentsAndDescenders(t *testing.T) {
	f := New(nil)
	plain := f.Set([]scene.Span{{Text: "xxx", Style: body}}, Options{Width: 100}).Text("", scene.RoleBody, 10, 100).Frame
	if !near(plain.Y, 100-0.8*10.4) || !near(plain.Bottom(), 100+0.25*10.4) || plain.X != 10 || plain.W != 100 {
		t.Errorf("%v", plain)
	}
	high := f.Set([]scene.Span{{Text: "ÅÇ(", Style: body}}, Options{Width: 100}).Text("", scene.RoleBody, 10, 100).Frame
	g := f.face(serif).glyph('Å')
	if top := 100 - scene.Pt(g.high)*10.4/1000; !near(high.Y, top) || high.Y >= plain.Y {
		t.Errorf("top %v, ink %v", high.Y, top)
	}
}

func TestSplitKeepsLinesAndWords(t *testing.T) {
	f := New(nil)
	paras := []scene.Para{
		{Spans: []scene.Span{{Text: "The first paragraph, ", Style: body}, {Text: "in bold and ", Style: body.In(scene.SerifSemiBold)}, {Text: "plain words.", Style: body}}, After: 6},
		{Spans: []scene.Span{{Text: "", Style: body}}},
		{Spans: []scene.Span{{Text: "An item of a list with several lines", Style: body}}, Marker: "–", After: 3},
		{Spans: []scene.Span{{Text: "算力不够用这是一个问题 and caf\u00e9 long-termism\u00a0x", Style: body}}},
	}
	whole := f.SetParas(paras, Options{Width: 60})
	if len(whole.Lines) < 12 {
		t.Fatalf("only %d lines", len(whole.Lines))
	}
	words := func(b Block) string {
		var out strings.Builder
		for _, p := range b.Paras {
			for _, s := range p.Spans {
				out.WriteString(s.Text)
			}
		}
		return letters(out.String())
	}
	drawn := func(b Block) string {
		return strings.ReplaceAll(letters(strings.Join(linesOf(b), "")), "–", "")
	}
	for n := 0; n <= len(whole.Lines)+1; n++ {
		head, tail := whole.Split(n)
		if len(head.Lines)+len(tail.Lines) != len(whole.Lines) || n <= len(whole.Lines) && len(head.Lines) != n {
			t.Fatalf("after %d: %d and %d lines", n, len(head.Lines), len(tail.Lines))
		}
		if words(head)+words(tail) != words(whole) {
			t.Errorf("after %d the words are %q and %q", n, words(head), words(tail))
		}
		for _, b := range []Block{head, tail} {
			if words(b) != drawn(b) {
				t.Errorf("after %d: drawn %q, means %q", n, drawn(b), words(b))
			}
			for _, l := range b.Lines {
				if l.Para < 0 || l.Para >= len(b.Paras) {
					t.Errorf("after %d: paragraph %d of %d", n, l.Para, len(b.Paras))
				}
			}
			if len(b.Lines) > 0 {
				if b.Lines[0].Baseline != 0 || b.Ascent == 0 {
					t.Errorf("after %d: first baseline %v", n, b.Lines[0].Baseline)
				}
				if want := b.Lines[len(b.Lines)-1].Baseline + 15; !near(b.Height, want) {
					t.Errorf("after %d: height %v, want %v", n, b.Height, want)
				}
				if frame := b.Text("", scene.RoleBody, 0, 0).Frame; frame.H < b.Lines[len(b.Lines)-1].Baseline {
					t.Errorf("after %d: frame %v", n, frame)
				}
			}
		}
		if 0 < n && n < len(whole.Lines) && whole.Lines[n].Para == whole.Lines[n-1].Para && tail.Paras[0].Marker != "" {
			t.Errorf("after %d: the rest of an item repeats its marker", n)
		}
		// Splitting the rest again must still find the words.
		if len(tail.Lines) > 2 {
			a, b := tail.Split(2)
			if words(a)+words(b) != words(tail) || words(a) != drawn(a) {
				t.Errorf("after %d and 2: %q, %q", n, words(a), words(b))
			}
		}
	}
}

func TestPlacedLinesShareNothingWithTheBlock(t *testing.T) {
	f := New(nil)
	b := f.Set([]scene.Span{{Text: "one two three", Style: body}}, Options{Width: 40})
	first := b.Place(10, 20)
	second := b.Place(10, 20)
	first[0].Runs[0].X, first[0].Baseline = 999, 999
	if !reflect.DeepEqual(b.Place(10, 20), second) || b.Lines[0].X() != 0 {
		t.Error("moving placed lines moves the block")
	}
}

func TestEmptyBlocks(t *testing.T) {
	f := New(nil)
	for _, b := range []Block{{}, f.Set(nil, Options{Width: 100}), f.SetParas(nil, Options{}), f.Set([]scene.Span{{Text: " "}}, Options{Width: 5})} {
		if len(b.Lines) != 0 || b.Height != 0 || b.Place(1, 1) != nil {
			t.Errorf("%+v", b)
		}
		b.Text("", scene.RoleBody, 0, 0)
		b.Split(1)
	}
}
