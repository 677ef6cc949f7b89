package layouts

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// drawing100 reads a drawing of 100 × 100 units into a slot of 100 × 100 pt.
func drawing100(body string) (string, error) {
	_, shapes, err := readSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">`+body+`</svg>`), scene.Rect{W: 300, H: 100}, scene.Color{Token: "text", R: 1, G: 2, B: 3})
	var out []string
	for _, s := range shapes {
		out = append(out, outlined(s))
	}
	return strings.Join(out, "; "), err
}

// outlined shows a shape: "M0,0 L5,5 Z fill #ff0000".
func outlined(s *scene.Shape) string {
	var b strings.Builder
	at := 0
	for _, op := range s.Path.Ops {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte("MLCZ"[op])
		for i := range [...]int{1, 1, 3, 0}[op] {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%s,%s", short(s.Path.Pts[at].X), short(s.Path.Pts[at].Y))
			at++
		}
	}
	if c := s.Fill.Color; !c.None() {
		fmt.Fprintf(&b, " fill #%02x%02x%02x", c.R, c.G, c.B)
	}
	if c := s.Stroke.Color; !c.None() {
		fmt.Fprintf(&b, " stroke #%02x%02x%02x %s", c.R, c.G, c.B, short(s.Stroke.Width))
		if s.Stroke.Round {
			b.WriteString(" round")
		}
		for _, d := range s.Stroke.Dash {
			b.WriteString(" " + short(d))
		}
	}
	return b.String()
}

func short(v scene.Pt) string {
	r := math.Round(float64(v)*100) / 100
	if r == 0 {
		r = 0
	}
	return fmt.Sprintf("%g", r)
}

func TestShapesOfALogoBecomePaths(t *testing.T) {
	for body, want := range map[string]string{
		`<path d="M10 10h20v20z"/>`:                                                        "M10,10 L30,10 L30,30 Z fill #000000",
		`<path d="m10,10 20,0 0,20z m5 5 1 1"/>`:                                           "M10,10 L30,10 L30,30 Z M15,15 L16,16 fill #000000",
		`<path d="M10-5.5.5L1e1,2E-1"/>`:                                                   "",
		`<path d="M10-5L.5.5-1e1,2E-1"/>`:                                                  "M10,-5 L0.5,0.5 L-10,0.2 fill #000000",
		`<path d="M0 0C1 2 3 4 5 6s1 2 3 4S9 9 9 9"/>`:                                     "M0,0 C1,2 3,4 5,6 C7,8 6,8 8,10 C10,12 9,9 9,9 fill #000000",
		`<path d="M0 0Q3 0 3 3T6 6"/>`:                                                     "M0,0 C2,0 3,1 3,3 C3,5 4,6 6,6 fill #000000",
		`<path d="M0 0Z L5 5"/>`:                                                           "M0,0 Z M0,0 L5,5 fill #000000",
		`<path d="M0 50A50 50 0 0 1 50 0"/>`:                                               "M0,50 C0,22.39 22.39,0 50,0 fill #000000",
		`<path d="M0 50a50 50 0 0150-50"/>`:                                                "M0,50 C0,22.39 22.39,0 50,0 fill #000000",
		`<path d="M10 10A1 1 0 0 1 30 10"/>`:                                               "M10,10 C10,4.48 14.48,0 20,0 C25.52,0 30,4.48 30,10 fill #000000",
		`<path d="M10 10A0 5 0 0 1 30 10"/>`:                                               "M10,10 L30,10 fill #000000",
		`<rect x="10" y="20" width="30" height="40" fill="#F00"/>`:                         "M10,20 L40,20 L40,60 L10,60 Z fill #ff0000",
		`<rect width="10" height="10" rx="99"/>`:                                           "M5,0 L5,0 C7.76,0 10,2.24 10,5 L10,5 C10,7.76 7.76,10 5,10 L5,10 C2.24,10 0,7.76 0,5 L0,5 C0,2.24 2.24,0 5,0 Z fill #000000",
		`<circle cx="50" cy="50" r="10" style="fill: navy; stroke:none"/>`:                 "M60,50 C60,55.52 55.52,60 50,60 C44.48,60 40,55.52 40,50 C40,44.48 44.48,40 50,40 C55.52,40 60,44.48 60,50 Z fill #000080",
		`<ellipse cx="5" cy="5" rx="4" ry="2"/>`:                                           "M9,5 C9,6.1 7.21,7 5,7 C2.79,7 1,6.1 1,5 C1,3.9 2.79,3 5,3 C7.21,3 9,3.9 9,5 Z fill #000000",
		`<line x1="1" y1="2" x2="3" y2="4" fill="none" stroke="rgb(10%, 50%, 100%)"/>`:     "M1,2 L3,4 stroke #1a80ff 1",
		`<polyline points="0,0 1,1 2,0" stroke="#123456" stroke-width="2px" fill="none"/>`: "M0,0 L1,1 L2,0 stroke #123456 2",
		`<polygon points="0 0 1 1 2 0" fill="rgb(255 0 300)"/>`:                            "M0,0 L1,1 L2,0 Z fill #ff00ff",
		`<g fill="red" transform="translate(10,10) scale(2)"><rect width="5" height="5"/><rect width="1" height="1" fill="inherit" style="fill:blue"/></g>`:                   "M10,10 L20,10 L20,20 L10,20 Z fill #ff0000; M10,10 L12,10 L12,12 L10,12 Z fill #0000ff",
		`<g transform="rotate(90 50 50)"><line x1="50" y1="0" x2="50" y2="50" stroke="black" stroke-linecap="round" stroke-dasharray="4"/></g>`:                               "M100,50 L50,50 fill #000000; M100,50 L50,50 stroke #000000 1 round 4 4",
		`<line x2="10" stroke="currentColor" fill="none" transform="matrix(2 0 0 2 0 0)"/>`:                                                                                   "M0,0 L20,0 stroke #010203 2",
		`<g color="#0a0b0c"><path fill="currentColor" d="M0 0H5"/></g>`:                                                                                                       "M0,0 L5,0 fill #0a0b0c",
		`<g display="none"><path d="M0 0H9"/><path visibility="visible" d="M0 0H8"/></g><g visibility="hidden"><path d="M0 0H7"/><path visibility="visible" d="M0 0H6"/></g>`: "M0,0 L6,0 fill #000000",
		`<path opacity="1.0" fill-opacity="0" stroke="red" d="M0 0H5"/>`:                                                                                                      "M0,0 L5,0 stroke #ff0000 1",
		`<title>A logo</title><metadata><x:y xmlns:x="urn:x">words</x:y></metadata><defs><linearGradient id="a"/></defs><path d="M0 0H5"><title>t</title></path>`:             "M0,0 L5,0 fill #000000",
		`<!-- c --><i:pgf xmlns:i="urn:i"><path d="M9 9H9"/></i:pgf><path i:x="1" xmlns:i="urn:i" d="M0 0H5"/>`:                                                               "M0,0 L5,0 fill #000000",
		`<path d=""/><path d="M0 0H5"/><rect width="0" height="5"/><circle/>`:                                                                                                 "M0,0 L5,0 fill #000000",
	} {
		got, err := drawing100(body)
		if want == "" {
			if err == nil {
				t.Errorf("%s: no error", body)
			}
			continue
		}
		if err != nil || got != want {
			t.Errorf("%s\n got %s, %v\nwant %s", body, got, err, want)
		}
	}
}

// An arc of any kind ends where it should and keeps its distance from its centre.
func TestArcsLieOnTheirEllipse(t *testing.T) {
	for _, d := range []string{"M30 50A20 20 0 1 1 50 70", "M30 50A20 20 0 1 0 50 30", "M30 50A20 20 0 0 1 50 30", "M30 50A20 20 90 0 0 50 70"} {
		p, err := parsePath(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range contours(p) {
			for _, q := range c.flat {
				if r := math.Hypot(float64(q.X-50), float64(q.Y-50)); math.Abs(r-20) > 0.02 {
					t.Errorf("%s: %v lies %.3f from the centre, not 20", d, q, r)
				}
			}
		}
	}
}

func TestADrawingFillsItsSlotInItsOwnRatio(t *testing.T) {
	slot := scene.Rect{X: 10, Y: 20, W: 90, H: 30}
	for head, want := range map[string]scene.Rect{
		`viewBox="0 0 50 50"`:                        {X: 10, Y: 20, W: 30, H: 30},
		`viewBox="-5,-5,20,10" width="1" height="9"`: {X: 10, Y: 20, W: 60, H: 30},
		`viewBox="0 0 600 100"`:                      {X: 10, Y: 27.5, W: 90, H: 15},
		`width="25.4mm" height="2in"`:                {X: 10, Y: 20, W: 15, H: 30},
	} {
		frame, shapes, err := readSVG([]byte(`<svg `+head+`><rect x="-5" y="-5" width="20" height="10"/></svg>`), slot, scene.Color{})
		if err != nil {
			t.Errorf("%s: %v", head, err)
			continue
		}
		if math.Abs(float64(frame.X-want.X)+float64(frame.Y-want.Y)) > 0.01 || math.Abs(float64(frame.W-want.W)) > 0.01 || math.Abs(float64(frame.H-want.H)) > 0.01 {
			t.Errorf("%s: in %v, want %v", head, frame, want)
		}
		if strings.Contains(head, "-5") && shapes[0].Path.Bounds() != frame {
			t.Errorf("%s: the whole drawing is in %v, not in %v", head, shapes[0].Path.Bounds(), frame)
		}
	}
}

func TestHolesOfTheEvenOddRuleStayHoles(t *testing.T) {
	ring := `<path fill-rule="evenodd" d="M0 0H90V90H0Z M10 10H80V80H10Z M20 20V70H70V20Z"/>`
	_, shapes, err := readSVG([]byte(`<svg viewBox="0 0 100 100">`+ring+`</svg>`), scene.Rect{W: 100, H: 100}, scene.Color{})
	if err != nil {
		t.Fatal(err)
	}
	for q, want := range map[scene.Point]bool{{X: 5, Y: 5}: true, {X: 15, Y: 15}: false, {X: 45, Y: 45}: true, {X: 95, Y: 5}: false} {
		winding := 0
		for _, c := range contours(shapes[0].Path) {
			if inside(q, c.flat) {
				winding += map[bool]int{true: 1, false: -1}[area(c.flat) > 0]
			}
		}
		if (winding != 0) != want {
			t.Errorf("%v has the winding number %d", q, winding)
		}
	}
	// Curves too keep their course when they are turned round.
	p, _ := parsePath("M0 0C0 10 10 20 20 20L30 0Z")
	back := contours(reversed(reversed(p)))[0]
	if got, want := outlined(&scene.Shape{Path: back.path}), outlined(&scene.Shape{Path: p}); len(got) != len(want) || area(back.flat) != area(contours(p)[0].flat) {
		t.Errorf("turned twice it is %s, was %s", got, want)
	}
}

func TestWhatALogoCannotHoldIsSaidWithItsLine(t *testing.T) {
	for body, want := range map[string]string{
		"\n\n<text>Words</text>":                                    "line 3: it holds <text>",
		`<image href="x.png"/>`:                                     "it holds <image>",
		`<script>alert(1)</script>`:                                 "it holds <script>",
		`<style>.a{fill:red}</style>`:                               "it holds <style>",
		`<use href="#a"/>`:                                          "it holds <use>",
		`<foreignObject/>`:                                          "it holds <foreignObject>",
		`<animate/>`:                                                "it holds <animate>",
		`<svg viewBox="0 0 5 5"/>`:                                  "it holds <svg>",
		`<path fill="url(#a)" d="M0 0H5"/>`:                         "it uses a gradient or pattern",
		`<path opacity=".5" d="M0 0H5"/>`:                           "it uses opacity",
		`<path style="filter:url(#a)" d="M0 0H5"/>`:                 "it uses filter",
		`<g clip-path="url(#a)"/>`:                                  "it uses clip-path",
		`<path fill="rgba(1,2,3,.5)" d="M0 0H5"/>`:                  `the colour "rgba(1,2,3,.5)" cannot be read`,
		`<path fill="#12345" d="M0 0H5"/>`:                          "cannot be read",
		`<path d="M0 0L5"/>`:                                        "its data end too early",
		`<path d="M0 0X5 5"/>`:                                      `its data cannot be read at "5 5"`,
		`<path d="L5 5"/>`:                                          "cannot be read",
		`<path d="M0 0A5 5 0 2 1 5 5"/>`:                            `cannot be read at "2 1 5 5"`,
		`<path d="M0 0LNaN 5"/>`:                                    "cannot be read",
		`<path d="M0 0L1e999 5"/>`:                                  "is too large",
		`<path d="M0 0L99999999 5"/>`:                               "is too large",
		`<rect width="nan" height="5"/>`:                            `width="nan" is no length`,
		`<rect width="5%" height="5"/>`:                             `width="5%" is no length`,
		`<rect width="-5" height="5"/>`:                             "negative",
		`<circle r="inf"/>`:                                         "no length",
		`<polygon points="1 2 3"/>`:                                 "its points are not pairs of numbers",
		`<path transform="spin(5)" d="M0 0H5"/>`:                    `transform="spin(5)" cannot be read`,
		`<path transform="skewX(90) scale(999999)" d="M0 0H5 V5"/>`: "",
		`<g transform="scale(999999)"><path d="M0 0H999999"/></g>`:  "it has points far outside its view box",
		`<path fill-rule="evenodd" d="M0 0L9 9H0L9 0Z"/>`:           "evenodd on outlines that cross",
		"":                        "it draws nothing",
		`<g>`:                     "it is no XML that can be read",
		`&lol;<path d="M0 0H5"/>`: "it is no XML that can be read: invalid character entity &lol;",
		strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100):                                "nested deeper than 64",
		"<metadata>" + strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100) + "</metadata>": "nested deeper than 64",
		`<path d="M0 0` + strings.Repeat("h1v1", 20000) + `"/>`:                                 "more than 20000 points",
		strings.Repeat(`<path d="M0 0h1v1z"/>`, 9000):                                           "more than 20000 points",
		`<polyline points="` + strings.Repeat("1 ", 60000) + `"/>`:                              "not pairs",
	} {
		var got string
		var err error
		if took := cputime.Of(func() { got, err = drawing100(body) }); took > 5*time.Second {
			t.Errorf("%.60s: took %v", body, took)
		}
		if want == "" {
			continue // error or not: it must end
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v (%.60s), want %q", body, err, got, want)
		}
	}
	laughs := `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><svg viewBox="0 0 5 5"><desc>&c;</desc><path d="M0 0H5"/></svg>`
	for file, want := range map[string]string{
		laughs:                          "invalid character entity",
		"":                              "it holds no <svg>",
		"<html/>":                       "it is a <html>, not an <svg>",
		"no XML":                        "it holds no <svg>",
		"\x89PNG\r\n\x1a\n":             "it is no XML",
		`<svg><path d="M0 0H5"/></svg>`: "it has no viewBox",
		`<svg viewBox="0 0 0 5"/>`:      "its viewBox has no area",
		`<svg viewBox="0 0 NaN 5"/>`:    "its viewBox is not four numbers",
		`<svg viewBox="0 0 1e6 .001"/>`: "its viewBox has no area",
		`<?xml version="1.0" encoding="UTF-16"?><svg viewBox="0 0 5 5"/>`: "it is no XML",
		strings.Repeat(" ", svgBytes+1):                                   "it is too large: more than 1 MiB",
	} {
		if _, _, err := readSVG([]byte(file), scene.Rect{W: 9, H: 3}, scene.Color{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", file, err, want)
		}
	}
	if _, err := drawing100(strings.Repeat(`<path d="M0 0h1v1z"/>`, 9000)); !errors.Is(err, errSVGLarge) {
		t.Errorf("too many points are %v", err)
	}
}

const houseMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#0a3d7a"/><circle cx="30" cy="20" r="12" fill="gold"/></svg>`

func TestALogoStandsOnTheCoverWithItsWords(t *testing.T) {
	src := "title: A title\ndate: 2025\nbrand: house.yaml\nthemes:\n  - {name: One, claim: One thing holds}\n"
	f := folder{"house.yaml": "logo: mark.svg\nlogo_alt: The house's mark\n", "mark.svg": houseMark}
	deck, l := f.lay(t, src)
	if got := complaints(l, diag.Warning); got != "" {
		t.Fatal(got)
	}
	var logo *scene.Group
	scene.Walk(deck.Pages[0].Items, func(it scene.Item) {
		if g, ok := it.(*scene.Group); ok && g.Alt == "The house’s mark" || ok && g.Alt == "The house's mark" {
			logo = g
		}
	})
	if logo == nil || len(logo.Items) != 2 || logo.Clip == nil || logo.Clip.H != 38 || math.Abs(float64(logo.Clip.W)-57) > 0.01 {
		t.Fatalf("the logo is %+v", logo)
	}
	for _, fault := range scene.Check(deck, scene.CheckOptions{}) {
		t.Error(fault)
	}
	for name, want := range map[string]string{
		"mark.svg": `house.yaml:1:7 E-IMAGE the logo "mark.svg" cannot be drawn: line 1: it holds <text>`,
		"gone.svg": `house.yaml:1:7 E-FILE cannot read the logo "gone.svg"`,
		"gone.png": `house.yaml:1:7 E-FILE cannot read the picture "gone.png"`,
		"mark.png": `house.yaml:1:7 E-IMAGE the picture "mark.png" is neither PNG nor JPEG`,
	} {
		_, l := folder{"house.yaml": "logo: " + name + "\n", "mark.svg": `<svg viewBox="0 0 5 5"><text/></svg>`, "mark.png": houseMark}.lay(t, src)
		if got := complaints(l, diag.Error); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// FuzzSVG: any file ends in shapes inside finite coordinates, or in an error.
func FuzzSVG(f *testing.F) {
	f.Add([]byte(houseMark))
	names, _ := filepath.Glob("testdata/logos/*.svg")
	for _, n := range names {
		if data, err := os.ReadFile(n); err == nil {
			f.Add(data)
		}
	}
	f.Add([]byte(`<svg viewBox="0 0 9 9"><g transform="rotate(45 1 2)skewX(3)"><path fill-rule="evenodd" d="M0 0a9 9 45 1 0 5 5q1 2 3 4t5 6zM1 1h1v1z"/></g></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		frame, shapes, err := readSVG(data, scene.Rect{X: 1, Y: 1, W: 90, H: 30}, scene.Color{Token: "text"})
		if err != nil {
			return
		}
		d := scene.Deck{Size: scene.A4, Pages: []scene.Page{{}}}
		for _, s := range shapes {
			d.Pages[0].Items = append(d.Pages[0].Items, s)
		}
		for _, fault := range scene.Check(&d, scene.CheckOptions{}) {
			if fault.Kind == scene.FaultNumber {
				t.Error(fault)
			}
		}
		if !(frame.W > 0 && frame.W <= 90.001 && frame.H > 0 && frame.H <= 30.001) {
			t.Errorf("the drawing fills %v", frame)
		}
	})
}
