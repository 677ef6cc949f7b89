package typeset

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/wcharczuk/go-chart/v2/roboto"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goregular"

	"roadshow/assets"
	"roadshow/scene"
)

// everyRole puts one file behind every face.
func everyRole(data []byte) map[scene.Font][]byte {
	brand := map[scene.Font][]byte{}
	for _, f := range assets.Fonts() {
		brand[f] = data
	}
	return brand
}

func testFont(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestTheProgramsOwnCharactersAreDrawnWhateverTheBrandsFacesHave sets them in a face of a few Latin letters: thin spaces and
// hyphens stay in the face, the rest comes from the embedded face of the same role.
func TestTheProgramsOwnCharactersAreDrawnWhateverTheBrandsFacesHave(t *testing.T) {
	f := New(everyRole(testFont(t, "boxes.ttf")))
	for _, r := range "•–—→▲▼★✓≈≥≤×−…“”‘’·†‡§²½的。" {
		for _, role := range assets.Fonts() {
			b := f.Set([]scene.Span{{Text: "a" + string(r), Style: scene.Style{Font: role, Size: 10}}}, Options{Break: NoBreak})
			runs := b.Lines[0].Runs
			last := runs[len(runs)-1]
			if !strings.HasSuffix(last.Text, string(r)) {
				t.Errorf("%s: %q is set as %q", role, r, last.Text)
			}
			if len(runs) > 1 && last.Font.Role() == last.Font && !f.face(f.id(last.Font)).has(r) {
				t.Errorf("%s: %q is set in %s, which does not have it", role, r, last.Font)
			}
			if !f.Covers(r) {
				t.Errorf("%q is said to be missing", r)
			}
		}
	}
	b := f.Set([]scene.Span{{Text: "a\u2009a\u202fa\u2011a", Style: scene.Style{Font: scene.Sans, Size: 10}}}, Options{Break: NoBreak})
	if runs := b.Lines[0].Runs; len(runs) != 1 || strings.Contains(runs[0].Text, "?") || runs[0].Adv[1] != thinSpace {
		t.Errorf("a thin space and a hyphen are set as %+v", runs)
	}
	for _, used := range f.Used() {
		if used.Font.Role() != used.Font && used.Family == "Own Boxes" {
			t.Errorf("%s is the brand's", used.Font)
		}
	}
}

// TestAKernTableIsHonoured where a face has no GPOS: as HarfBuzz does with the whole file.
func TestAKernTableIsHonoured(t *testing.T) {
	for _, data := range [][]byte{testFont(t, "boxes-kern.ttf"), goregular.TTF, roboto.Roboto} {
		f := New(everyRole(data))
		style := scene.Style{Font: scene.Sans, Size: 1000}
		kerned := 0
		for _, pair := range []string{"AV", "To", "P.", "Ty", "LT"} {
			if f.Width(pair, style) != f.Width(pair[:1], style)+f.Width(pair[1:], style) {
				kerned++
			}
		}
		if has := table(data, "kern") != nil || table(data, "GPOS") != nil; has != (kerned > 0) {
			t.Errorf("%s: kern %t, and %d pairs are kerned", f.face(sans).file.Family, has, kerned)
		}
	}
}

func TestAFontFileSaysWhatItIs(t *testing.T) {
	otto := append([]byte("OTTO"), goregular.TTF[4:]...)
	for name, c := range map[string]struct {
		data []byte
		want Description
	}{
		"regular":     {goregular.TTF, Description{"Go", 400, 5, false, false, false}},
		"bold italic": {gobolditalic.TTF, Description{"Go", 600, 5, true, false, false}},
		"medium":      {roboto.Roboto, Description{"Roboto", 500, 5, false, false, false}},
		"PostScript":  {otto, Description{"Go", 400, 5, false, false, true}},
		"condensed":   {assets.Font(scene.Cond).Data, Description{"IBM Plex Sans Condensed", 400, 3, false, false, false}},
	} {
		if got, err := Describe(bytes.NewReader(c.data)); err != nil || got != c.want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, bad := range []string{"", "no font at all", "\x00\x01\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00", "ttcf" + string(goregular.TTF[4:200])} {
		if d, err := Describe(strings.NewReader(bad)); err == nil {
			t.Errorf("%.20q is a font: %+v", bad, d)
		}
	}
}

// TestAGlyphWithoutInkIsNone: the built-in face draws what a brand's maps to nothing.
func TestAGlyphWithoutInkIsNone(t *testing.T) {
	data := bytes.Clone(goregular.TTF)
	whole, err := openFont(data)
	if err != nil {
		t.Fatal(err)
	}
	g := whole.index('7')
	if whole.longLoca {
		copy(whole.loca[4*g:4*g+4], whole.loca[4*g+4:4*g+8])
	} else {
		copy(whole.loca[2*g:2*g+2], whole.loca[2*g+2:2*g+4])
	}
	blank, err := openFont(data)
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]bool{'7': false, '8': true, ' ': true, 'é': true, 0xA0: true} {
		if got := blank.index(r) != 0; got != want {
			t.Errorf("%q is drawn: %v, want %v", r, got, want)
		}
	}
	f := New(map[scene.Font][]byte{scene.Sans: data})
	b := f.Set([]scene.Span{{Text: "1878", Style: scene.Style{Font: scene.Sans, Size: 10, Leading: 12}}}, Options{Width: 200})
	if n := len(b.Lines[0].Runs); n < 2 {
		t.Errorf("1878 is one run of a face without a 7")
	}
}
