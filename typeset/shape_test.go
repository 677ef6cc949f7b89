package typeset

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"golang.org/x/text/encoding/simplifiedchinese"

	"roadshow/assets"
	"roadshow/scene"
)

func TestKerningIsTheFacesOwn(t *testing.T) {
	f := New(nil)
	for _, c := range []struct {
		font scene.Font
		pair string
		want int
	}{
		{scene.SerifLight, "AV", -113},
		{scene.SerifLight, "P,", -123},
		{scene.SansSemiBold, "AV", -50},
		{scene.SerifLight, "HH", 0},
	} {
		style := scene.Style{Font: c.font, Size: 1000}
		got := f.Width(c.pair, style) - f.Width(c.pair[:1], style) - f.Width(c.pair[1:], style)
		if int(got) != c.want {
			t.Errorf("%s %s: kerned by %v/1000 em, want %d", c.font, c.pair, got, c.want)
		}
	}
}

// The whole file goes to HarfBuzz here, with its substitutions turned off by name: what the package measures from pairs and
// a file without GSUB must be the same.
func TestSumsOfPairsAreHarfBuzzsWords(t *testing.T) {
	words := strings.Fields(`AVATAR Typography. P,Q 1,234.5–6,789 “To-day’s” W.A.Y. fi ffl office first (fj) Łódź Čeština naïve
		Ünïcöde T’was 1/2 ½ €12m RMB ¥100 L’Aquila VA/Wave f” y. r, 7. Τώρα Αθήνα ΑΥ Москва ГУТА a×b −5% ≥3 A—V`)
	words = append(words, "To V at A", "Yes, We Av. T o", "V V", "11 11")
	var off []harfbuzz.Feature
	for _, tag := range []string{"liga", "clig", "calt", "locl", "ccmp", "rlig", "rclt", "frac", "numr", "dnom"} {
		feature, err := harfbuzz.ParseFeature("-" + tag)
		if err != nil {
			t.Fatal(err)
		}
		off = append(off, feature)
	}
	f := New(nil)
	for _, name := range assets.Fonts()[:11] {
		parsed, err := font.ParseTTF(bytes.NewReader(assets.Font(name).Data))
		if err != nil {
			t.Fatal(err)
		}
		hb := harfbuzz.NewFont(parsed)
		a := f.face(f.id(name))
		for _, w := range words {
			runes := []rune(w)
			if strings.ContainsFunc(w, func(r rune) bool { return !a.has(r) }) {
				continue
			}
			letter := 'a'
			if i := slices.IndexFunc(runes, unicode.IsLetter); i >= 0 {
				letter = runes[i]
			}
			buf := harfbuzz.NewBuffer()
			buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: script([2]rune{letter, letter}), Language: "en"}
			buf.AddRunes(runes, 0, -1)
			buf.Shape(hb, off)
			if len(buf.Info) != len(runes) {
				t.Errorf("%s %q: %d glyphs", name, w, len(buf.Info))
				continue
			}
			for i, r := range runes {
				want := int(buf.Pos[i].XAdvance)
				got := a.glyph(r).advance()
				if i+1 < len(runes) {
					got = a.pair(r, runes[i+1])
				}
				if got != want || int(buf.Info[i].Glyph) != int(a.glyph(r).id) {
					t.Errorf("%s %q: character %d (%c) advances %d, HarfBuzz says %d", name, w, i, r, got, want)
				}
			}
		}
	}
}

func TestFigureDigitsAreTabular(t *testing.T) {
	f := New(nil)
	for _, name := range assets.Fonts()[:11] {
		a := f.face(f.id(name))
		for r := '1'; r <= '9'; r++ {
			if a.glyph(r).adv != a.glyph('0').adv {
				t.Errorf("%s: %c is not as wide as 0", name, r)
			}
		}
	}
}

func TestChineseFacesHoldGB2312(t *testing.T) {
	f := New(nil)
	serif, sans := f.face(hanSerif), f.face(hanSans)
	n := 0
	for row := byte(0xA1); row <= 0xF7; row++ {
		for cell := byte(0xA1); cell <= 0xFE; cell++ {
			out, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{row, cell})
			r := []rune(string(out))
			if err != nil || len(r) != 1 || !isHan(r[0]) || r[0] < 0x4E00 || row < 0xB0 {
				continue // GB 2312's letters stand in rows 16 to 87
			}
			n++
			if !serif.has(r[0]) || !sans.has(r[0]) {
				t.Errorf("%c is missing", r[0])
			}
			if serif.glyph(r[0]).adv != 1000 || sans.glyph(r[0]).adv != 1000 {
				t.Errorf("%c is not 1 em wide", r[0])
			}
		}
	}
	if n < 6763 {
		t.Errorf("%d letters, GB 2312 has 6763", n)
	}
	for _, r := range "，。、；：？！（）《》〈〉「」『』【】“”‘’…—·～￥％　" {
		if !serif.has(r) || !sans.has(r) {
			t.Errorf("%c is missing", r)
		}
	}
}

func TestOwnReaderAgreesWithGoText(t *testing.T) {
	f := New(nil)
	for _, name := range assets.Fonts() {
		parsed, err := font.ParseTTF(bytes.NewReader(assets.Font(name).Data))
		if err != nil {
			t.Fatal(err)
		}
		a := f.face(f.id(name))
		for r := rune(0x20); r < 0xFFFF; r += 1 + r/0x300 {
			want, _ := parsed.NominalGlyph(r)
			g := a.glyph(r)
			if uint32(g.id) != uint32(want) {
				t.Fatalf("%s %U: glyph %d, want %d", name, r, g.id, want)
			}
			if g.id == 0 || isMark(r) {
				continue
			}
			if adv := parsed.HorizontalAdvance(want); int(adv) != g.advance() {
				t.Fatalf("%s %U: advance %d, want %v", name, r, g.adv, adv)
			}
			if e, ok := parsed.GlyphExtents(want); ok && e.Height != 0 &&
				(int(e.YBearing) != int(g.high) || int(e.YBearing+e.Height) != int(g.low) || int(e.XBearing) != a.bearing(int(g.id))) {
				t.Fatalf("%s %U: extent %d…%d from %d, want %+v", name, r, g.low, g.high, a.bearing(int(g.id)), e)
			}
		}
	}
}

func TestMetricsAreTheMeasured(t *testing.T) {
	f := New(nil)
	if m := f.Metrics(scene.Serif); m != (Metrics{475, 670, 1036, 335}) {
		t.Errorf("serif: %+v", m)
	}
	if m := f.Metrics(scene.Sans); m != (Metrics{516, 698, 1025, 275}) {
		t.Errorf("sans: %+v", m)
	}
}

func TestFacesAreOpenedOnlyWhenUsed(t *testing.T) {
	f := New(nil)
	f.Set([]scene.Span{{Text: "Only plain serif.", Style: body}}, Options{Width: 100})
	for id, a := range f.faces {
		if (a != nil) != (faceID(id) == serif) {
			t.Errorf("face %d: opened %v", id, a != nil)
		}
	}
}

func TestUsedListsFacesInFixedOrder(t *testing.T) {
	f := New(nil)
	f.Width("measured, never drawn", scene.Style{Font: scene.CondSemiBold, Size: 8})
	f.Set([]scene.Span{{Text: "中 b", Style: scene.Style{Font: scene.Sans, Size: 10}}, {Text: "a", Style: body}}, Options{})
	var got []string
	for _, file := range f.Used() {
		got = append(got, string(file.Font))
	}
	if want := "serif sans han-sans"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestCoversWhatAFaceHolds(t *testing.T) {
	f := New(nil)
	for r, want := range map[rune]bool{
		'a': true, '汉': true, 'Ж': true, 'ή': true, '\u00a0': true, '\t': true, '\n': true, '\u200b': true, '−': true, '→': true,
		'😀': false, '\U00020000': false, 'ก': false, 'ع': false, -1: false,
	} {
		if got := f.Covers(r); got != want {
			t.Errorf("%U: %v", r, got)
		}
	}
}

func TestMissingLettersAreBorrowed(t *testing.T) {
	f := New(nil)
	for text, want := range map[string]scene.Font{"→": scene.Sans, "汉": scene.HanSans, "ア": scene.HanSans} {
		b := f.Set([]scene.Span{{Text: text, Style: scene.Style{Font: scene.Sans, Size: 10}}}, Options{})
		if got := b.Lines[0].Runs[0].Font; got != want {
			t.Errorf("%s is drawn in %s, want %s", text, got, want)
		}
	}
	b := f.Set([]scene.Span{{Text: "x😀y", Style: body}}, Options{})
	if got := b.Lines[0].Runs[0].Text; got != "x?y" {
		t.Errorf("%q", got)
	}
}

func TestBrandFaceReplacesTheEmbedded(t *testing.T) {
	condensed := assets.Font(scene.Cond).Data
	f := New(map[scene.Font][]byte{scene.Sans: condensed, scene.Serif: []byte("broken")})
	style := scene.Style{Font: scene.Sans, Size: 10}
	if got, want := f.Width("Hamburg", style), New(nil).Width("Hamburg", style.In(scene.Cond)); got != want {
		t.Errorf("width %v, want the condensed %v", got, want)
	}
	f.Set([]scene.Span{{Text: "a", Style: style}, {Text: "b", Style: body}}, Options{})
	used := f.Used()
	if len(used) != 2 || used[0].Family != "Source Serif 4" || used[1].Family != "IBM Plex Sans Condensed" || &used[1].Data[0] != &condensed[0] {
		t.Errorf("%v %v", used[0].Family, used[1].Family)
	}
}

func TestBrokenBrandFontsAreRefusedInWords(t *testing.T) {
	good := assets.Font(scene.Cond).Data
	cff := append([]byte("OTTO"), good[4:]...)
	woff := append([]byte("wOF2"), good[4:]...)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty":     {nil, "not a font"},
		"text":      {[]byte("hello, I am no font"), "not a TrueType"},
		"cff":       {cff, "TrueType outlines"},
		"woff2":     {woff, "web font"},
		"cut short": {good[:len(good)/2], "missing or cut short"},
	} {
		if err := CheckFont(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	blank := bytes.Clone(good)
	copy(table(blank, "cmap")[8:], []byte{0, 9}) // no Unicode subtable is left
	if err := CheckFont(blank); err == nil {
		t.Error("a font whose character tables cannot be found is accepted")
	}
	for _, name := range assets.Fonts() {
		if err := CheckFont(assets.Font(name).Data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
