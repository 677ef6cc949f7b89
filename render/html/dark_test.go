package html

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"roadshow/scene"
)

// looksTested are grounds, inks and colours of the looks and of brands: light ones, which have partners.
var looksTested = [][]scene.Color{
	{{R: 0xFB, G: 0xF8, B: 0xF2}, {R: 0x1C, G: 0x1A, B: 0x17}, {R: 0x65, G: 0x5E, B: 0x54}, {R: 0xB3, G: 0x26, B: 0x1E}, {R: 0xFF, G: 0xFD, B: 0xF9}, {R: 0x0F, G: 0x4C, B: 0x81}, {R: 0xC7, G: 0x7E, B: 0x1E}, {R: 0xF6, G: 0xE3, B: 0xDC}},
	{{R: 0xFF, G: 0xFF, B: 0xFF}, {R: 0x0B, G: 0x1F, B: 0x33}, {R: 0x54, G: 0x62, B: 0x74}, {R: 0x0A, G: 0x3D, B: 0x7A}, {R: 0xB2, G: 0x87, B: 0x2C}, {R: 0x00, G: 0xFF, B: 0x00}, {R: 0xFF, G: 0xFF, B: 0x00}, {R: 0x80, G: 0x80, B: 0x80}},
}

// TestTheDarkKeepsEveryContrast: what is legible on paper is on a dark screen, and what is quiet stays quiet.
func TestTheDarkKeepsEveryContrast(t *testing.T) {
	for _, list := range looksTested {
		for _, a := range list {
			if d := dark(list[0]); d.Luminance() > 0.012 || light(d) {
				t.Errorf("the ground is %s", hex(d))
			}
			for _, b := range list {
				want, got := scene.Contrast(a, b), scene.Contrast(dark(a), dark(b))
				if math.Abs(got-want) > 0.03*want {
					t.Errorf("%s on %s have %.2f, %s on %s %.2f", hex(a), hex(b), want, hex(dark(a)), hex(dark(b)), got)
				}
			}
		}
	}
	for from, want := range map[scene.Color]string{{R: 0xB3, G: 0x26, B: 0x1E}: "red", {R: 0x0F, G: 0x4C, B: 0x81}: "blue", {R: 0x0B, G: 0x7F, B: 0x50}: "green"} {
		d := dark(from)
		most := map[bool]string{d.R > d.G && d.R > d.B: "red", d.G > d.R && d.G > d.B: "green", d.B > d.R && d.B > d.G: "blue"}[true]
		if most != want {
			t.Errorf("%s, which is %s, becomes %s", hex(from), want, hex(d))
		}
	}
}

var darkBlock = regexp.MustCompile(`(?s)@media screen and \(prefers-color-scheme:dark\)\{\n(.*?)\n\}\n`)

// TestDarkIsTheDocumentAndTheFrame: slides are exact, pictures and logos keep the ground that they were made for, and a look that is
// dark by itself has no partner.
func TestDarkIsTheDocumentAndTheFrame(t *testing.T) {
	s := newSetter()
	d := document(s, plain)
	d.Pages[0].Items = append(d.Pages[0].Items,
		&scene.Art{Alt: "a mark", Frame: scene.Rect{X: 226, Y: 720, W: 50, H: 30}, Marks: []scene.Mark{{Path: scene.CirclePath(240, 735, 12), Fill: scene.Ink{Color: scene.Color{Token: "logo", R: 0x12, G: 0x34, B: 0x56}}}}})
	file := written(t, scene.Files{Document: d}, Options{})
	m := darkBlock.FindStringSubmatch(file)
	if m == nil {
		t.Fatal("nothing is dark")
	}
	for _, line := range strings.Split(m[1], "\n") {
		if !strings.HasPrefix(line, ":root{color-scheme:dark;--background:") && !strings.HasPrefix(line, "#read{--c1:") && !strings.HasPrefix(line, "#read .own,#read .im img{background:#fbf8f2}") {
			t.Errorf("dark is also %s", line)
		}
	}
	of := func(rule, name string) string {
		return regexp.MustCompile(name + `:(#[0-9a-f]{6})`).FindStringSubmatch(rule)[1]
	}
	if got, want := of(m[1], "--background"), hex(dark(paper)); got != want {
		t.Errorf("the frame's ground is %s, not %s", got, want)
	}
	if strings.Count(file, "#123456") != 1 || !strings.Contains(file, `class="dr own `) {
		t.Error("a logo's colours are not its own")
	}
	for i := range d.Pages {
		d.Pages[i].Background = scene.Color{Token: "background", R: 16, G: 22, B: 31}
	}
	if file := written(t, scene.Files{Document: d}, Options{}); darkBlock.MatchString(file) {
		t.Error("a dark look has a dark partner")
	}
}
