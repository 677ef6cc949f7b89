package layouts

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roadshow/art"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
)

// drawing100 reads a drawing of 100 × 100 units into a slot of 100 × 100 pt.
func drawing100(body string) (string, error) {
	pic, err := art.ReadSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">`+body+`</svg>`), scene.Rect{W: 300, H: 100}, scene.Color{Token: "text", R: 1, G: 2, B: 3})
	if err != nil {
		return "", err
	}
	return shown(pic.Marks), nil
}

// shown writes marks: "M0,0 L5,5 fill #ff0000; cut M0,0 … {…} fade 0.5".
func shown(marks []scene.Mark) string {
	var out []string
	for i := range marks {
		m := &marks[i]
		if len(m.Parts) == 0 {
			out = append(out, outlined(m))
			continue
		}
		s := "{" + shown(m.Parts) + "}"
		if m.Cut != nil {
			s = "cut " + outlined(&scene.Mark{Path: m.Cut.Path, EvenOdd: m.Cut.EvenOdd}) + " " + s
		}
		if m.Fade > 0 {
			s += " fade " + short(scene.Pt(m.Fade))
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// outlined shows a shape: "M0,0 L5,5 Z fill #ff0000".
func outlined(s *scene.Mark) string {
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
	if s.EvenOdd {
		b.WriteString(" evenodd")
	}
	if !s.Fill.None() {
		b.WriteString(" fill " + inked(s.Fill))
	}
	if p := s.Pen; p.Seen() {
		fmt.Fprintf(&b, " stroke %s %s", inked(p.Ink), short(p.Width))
		for _, word := range []string{[...]string{"", "round", "square"}[p.Cap], [...]string{"", "round", "bevel"}[p.Join]} {
			if word != "" {
				b.WriteString(" " + word)
			}
		}
		if p.Miter != 4 {
			fmt.Fprintf(&b, " miter %g", p.Miter)
		}
		for _, d := range p.Dash {
			b.WriteString(" " + short(d))
		}
		if p.Phase != 0 {
			b.WriteString(" from " + short(p.Phase))
		}
		if p.Warp != nil {
			fmt.Fprintf(&b, " warp %.3g", *p.Warp)
		}
	}
	return b.String()
}

func inked(i scene.Ink) string {
	s := fmt.Sprintf("#%02x%02x%02x", i.Color.R, i.Color.G, i.Color.B)
	if g := i.Gradient; g != nil {
		s = fmt.Sprintf("%s,%s–%s,%s", short(g.A.X), short(g.A.Y), short(g.B.X), short(g.B.Y))
		if g.Radial {
			s = fmt.Sprintf("%s,%s %s–%s,%s %s", short(g.A.X), short(g.A.Y), short(g.RA), short(g.B.X), short(g.B.Y), short(g.RB))
		}
		s += fmt.Sprintf(" by %.4g", g.Map)
		for _, p := range g.Stops {
			s += fmt.Sprintf(" %s %s", short(scene.Pt(p.At)), inked(scene.Ink{Color: p.Color, Fade: p.Fade}))
		}
	}
	if i.Fade > 0 {
		s += "/" + short(scene.Pt(1-i.Fade))
	}
	return s
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
		`<g transform="rotate(90 50 50)"><line x1="50" y1="0" x2="50" y2="50" stroke="black" stroke-linecap="round" stroke-dasharray="4"/></g>`:                               "M100,50 L50,50 fill #000000 stroke #000000 1 round 4 4",
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

func TestADrawingFillsItsSlotInItsOwnRatio(t *testing.T) {
	slot := scene.Rect{X: 10, Y: 20, W: 90, H: 30}
	for head, want := range map[string]scene.Rect{
		`viewBox="0 0 50 50"`:                        {X: 10, Y: 20, W: 30, H: 30},
		`viewBox="-5,-5,20,10" width="2" height="1"`: {X: 10, Y: 20, W: 60, H: 30},
		`viewBox="-5,-5,20,10" width="100%"`:         {X: 10, Y: 20, W: 60, H: 30},
		`viewBox="0 0 50 50" width="40" height="20"`: {X: 10, Y: 20, W: 60, H: 30},
		`viewBox="0 0 600 100"`:                      {X: 10, Y: 27.5, W: 90, H: 15},
		`width="25.4mm" height="2in"`:                {X: 10, Y: 20, W: 15, H: 30},
	} {
		pic, err := art.ReadSVG([]byte(`<svg `+head+`><rect x="-5" y="-5" width="20" height="10"/></svg>`), slot, scene.Color{})
		if err != nil {
			t.Errorf("%s: %v", head, err)
			continue
		}
		frame := pic.Frame
		if math.Abs(float64(frame.X-want.X)+float64(frame.Y-want.Y)) > 0.01 || math.Abs(float64(frame.W-want.W)) > 0.01 || math.Abs(float64(frame.H-want.H)) > 0.01 {
			t.Errorf("%s: in %v, want %v", head, frame, want)
		}
		if strings.Contains(head, "-5") && !near(pic.Marks[0].Path.Bounds(), frame) {
			t.Errorf("%s: the whole drawing is in %v, not in %v", head, pic.Marks[0].Path.Bounds(), frame)
		}
	}
}

func near(a, b scene.Rect) bool {
	return math.Abs(float64(a.X-b.X))+math.Abs(float64(a.Y-b.Y))+math.Abs(float64(a.W-b.W))+math.Abs(float64(a.H-b.H)) < 0.01
}

// What many programs write and an older reader of ours refused or, worse, drew wrong.
func TestStylesOfALogoAreUnderstood(t *testing.T) {
	const bar = `d="M0 0H5V5"`
	for body, want := range map[string]string{
		`<defs><style>.a{fill:#e00}</style></defs><path class="a" ` + bar + `/>`:                                                                  "M0,0 L5,0 L5,5 fill #ee0000",
		`<style>/* x{} */ path{fill:red} .a{fill:lime} #b{fill:blue} .a{fill:gold}</style><path id="b" class="a" ` + bar + `/>`:                   "M0,0 L5,0 L5,5 fill #0000ff",
		`<style>.a{fill:red!important}</style><path class="a" style="fill:lime" ` + bar + `/>`:                                                    "M0,0 L5,0 L5,5 fill #ff0000",
		`<style>.a{fill:red}</style><path class="a" fill="lime" ` + bar + `/>`:                                                                    "M0,0 L5,0 L5,5 fill #ff0000",
		`<style>g>.a{fill:red} svg .b .c, .d{fill:lime}</style><g><path class="a" ` + bar + `/><g class="b"><path class="c" d="M1 1H2"/></g></g>`: "M0,0 L5,0 L5,5 fill #ff0000; M1,1 L2,1 fill #00ff00",
		`<style>@media (prefers-color-scheme: dark){path{fill:white}} path:hover{fill:red}</style><path ` + bar + `/>`:                            "M0,0 L5,0 L5,5 fill #000000",
		`<path style="/* brand; */fill:#c00" ` + bar + `/>`:                                                                                       "M0,0 L5,0 L5,5 fill #cc0000",
		`<path fill="#c00f" stroke="#12345680" ` + bar + `/>`:                                                                                     "M0,0 L5,0 L5,5 fill #cc0000 stroke #123456/0.5 1",
		`<path fill="rgba(255,0,0,.25)" ` + bar + `/>`:                                                                                            "M0,0 L5,0 L5,5 fill #ff0000/0.25",
		`<path fill="hsl(120, 100%, 25%)" ` + bar + `/>`:                                                                                          "M0,0 L5,0 L5,5 fill #008000",
		`<path fill="rgb(0 0 255 / 50%)" ` + bar + `/>`:                                                                                           "M0,0 L5,0 L5,5 fill #0000ff/0.5",
		`<g color="red"><path fill="currentColor" ` + bar + `/></g>`:                                                                              "M0,0 L5,0 L5,5 fill #ff0000",
		`<path fill-opacity="0" fill="red" stroke="blue" ` + bar + `/>`:                                                                           "M0,0 L5,0 L5,5 stroke #0000ff 1",
		`<path stroke-opacity="0" stroke="red" ` + bar + `/>`:                                                                                     "M0,0 L5,0 L5,5 fill #000000",
		`<path opacity=".5" ` + bar + `/>`:                                                                                                        "M0,0 L5,0 L5,5 fill #000000/0.5",
		`<g opacity="50%"><path ` + bar + `/><path d="M1 1H2"/></g>`:                                                                              "{M0,0 L5,0 L5,5 fill #000000; M1,1 L2,1 fill #000000} fade 0.5",
		`<path fill-rule="evenodd" ` + bar + `/>`:                                                                                                 "M0,0 L5,0 L5,5 evenodd fill #000000",
		`<path fill="none" stroke="red" stroke-linecap="butt" stroke-linejoin="round" ` + bar + `/>`:                                              "M0,0 L5,0 L5,5 stroke #ff0000 1 round",
		`<path fill="none" stroke="red" stroke-linecap="square" stroke-linejoin="bevel" ` + bar + `/>`:                                            "M0,0 L5,0 L5,5 stroke #ff0000 1 square bevel",
		`<defs><path id="s" d="M1 1H2V2z" fill="none"/></defs><path mask="url(#n)" ` + bar + `/><mask id="n" style="mask-type:alpha"><g fill="#d9d9d9"><use href="#s"/><rect width="2" height="2" fill-rule="evenodd"/></g></mask>`: "cut M0,0 L2,0 L2,2 L0,2 Z evenodd {M0,0 L5,0 L5,5 fill #000000}",
		`<mask id="m" fill="#fff" maskUnits="userSpaceOnUse" x="1" y="1" width="3" height="3"><path d="M0 0H2V2z"/></mask><path stroke="red" mask="url(#m)" ` + bar + `/>`:                                                          "cut M1,1 L4,1 L4,4 L1,4 Z {cut M0,0 L2,0 L2,2 Z {M0,0 L5,0 L5,5 fill #000000 stroke #ff0000 1}}",
		`<mask id="m"/><path mask="url(#m)" ` + bar + `/><path d="M1 1H2V2"/>`:                                                                                         "M1,1 L2,1 L2,2 fill #000000",
		`<g clip-rule="evenodd"><clipPath id="c"><path d="M1 1H2V2"/></clipPath></g><path clip-path="url(#c)" ` + bar + `/>`:                                           "cut M1,1 L2,1 L2,2 evenodd {M0,0 L5,0 L5,5 fill #000000}",
		`<path fill="url(#gone)" stroke="red" ` + bar + `/>`:                                                                                                           "M0,0 L5,0 L5,5 stroke #ff0000 1",
		`<path fill="blue" stroke="red" paint-order="stroke" ` + bar + `/>`:                                                                                            "M0,0 L5,0 L5,5 stroke #ff0000 1; M0,0 L5,0 L5,5 fill #0000ff",
		`<g paint-order="markers stroke"><path fill="blue" stroke="red" paint-order="fill stroke" ` + bar + `/></g>`:                                                   "M0,0 L5,0 L5,5 fill #0000ff stroke #ff0000 1",
		`<text> <tspan/></text><flowRoot><flowPara/></flowRoot><path ` + bar + `/>`:                                                                                    "M0,0 L5,0 L5,5 fill #000000",
		`<path fill="none" stroke="red" stroke-miterlimit="0" ` + bar + `/>`:                                                                                           "M0,0 L5,0 L5,5 stroke #ff0000 1",
		`<path fill="gold" style="fill:#47bfff;fill:color(display-p3 .2799 .748 1)" ` + bar + `/>`:                                                                     "M0,0 L5,0 L5,5 fill #47bfff",
		`<path fill="none" stroke="red" stroke-miterlimit="10" ` + bar + `/>`:                                                                                          "M0,0 L5,0 L5,5 stroke #ff0000 1 miter 10",
		`<path fill="none" stroke="red" stroke-dasharray="2 1" stroke-dashoffset="-1" ` + bar + `/>`:                                                                   "M0,0 L5,0 L5,5 stroke #ff0000 1 2 1 from 2",
		`<path style="transform:translate(12px,3px)" ` + bar + `/>`:                                                                                                    "M12,3 L17,3 L17,8 fill #000000",
		`<path style="transform:rotate(.25turn);transform-origin:50% 50%" ` + bar + `/>`:                                                                               "M100,0 L100,5 L95,5 fill #000000",
		`<g transform="scale(4 1)"><path fill="none" stroke="red" ` + bar + `/></g>`:                                                                                   "M0,0 L20,0 L20,5 stroke #ff0000 2 warp [2 0 0 0.5]",
		`<rect x="5%" width="50%" height="10%"/>`:                                                                                                                      "M5,0 L55,0 L55,10 L5,10 Z fill #000000",
		`<defs><path id="p" ` + bar + `/></defs><use href="#p" x="10" fill="red"/>`:                                                                                    "M10,0 L15,0 L15,5 fill #ff0000",
		`<symbol id="s" viewBox="0 0 10 10"><path ` + bar + `/></symbol><use href="#s" width="20" height="20"/>`:                                                       "cut M0,0 L20,0 L20,20 L0,20 Z {M0,0 L10,0 L10,10 fill #000000}",
		`<clipPath id="c"><path clip-rule="evenodd" d="M1 1H2V2"/></clipPath><path clip-path="url(#c)" ` + bar + `/>`:                                                  "cut M1,1 L2,1 L2,2 evenodd {M0,0 L5,0 L5,5 fill #000000}",
		`<clipPath id="c"><path d="M0 0H2V2z"/><path d="M1 1V3H3z"/></clipPath><path clip-path="url('#c')" ` + bar + `/>`:                                              "cut M0,0 L2,0 L2,2 Z M3,3 L1,3 L1,1 Z {M0,0 L5,0 L5,5 fill #000000}",
		`<switch><foreignObject requiredExtensions="x"/><g><path ` + bar + `/></g></switch>`:                                                                           "M0,0 L5,0 L5,5 fill #000000",
		`<linearGradient id="a"><stop stop-color="red"/><stop offset="1" style="stop-color:blue;stop-opacity:.5"/></linearGradient><path fill="url(#a)" ` + bar + `/>`: "M0,0 L5,0 L5,5 fill 0,0–1,0 by [5 0 0 5 0 0] 0 #ff0000 1 #0000ff/0.5",
		`<linearGradient id="b"><stop stop-color="red"/><stop offset=".5"/></linearGradient><radialGradient id="a" href="#b" gradientUnits="userSpaceOnUse" cx="2" cy="3" r="4" gradientTransform="scale(2)"/><path fill="url(#a)" ` + bar + `/>`: "M0,0 L5,0 L5,5 fill 2,3 0–2,3 4 by [2 0 0 2 0 0] 0 #ff0000 0.5 #000000 1 #000000",
		`<linearGradient id="a" gradientUnits="userSpaceOnUse" x2="2.5" spreadMethod="reflect"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><path fill="url(#a)" d="M0.5 0.5H4V4"/>`:                              "M0.5,0.5 L4,0.5 L4,4 fill 0,0–5,0 by [1 0 0 1 0 0] 0 #ff0000 0.5 #0000ff 0.5 #0000ff 1 #ff0000",
		`<linearGradient id="a"><stop stop-color="red"/></linearGradient><path fill="url(#a)" ` + bar + `/>`:                                                                                                                                      "M0,0 L5,0 L5,5 fill #ff0000",
		`<path fill="url(#gone) lime" ` + bar + `/>`: "M0,0 L5,0 L5,5 fill #00ff00",
	} {
		if got, err := drawing100(body); err != nil || got != want {
			t.Errorf("%s\n got %s, %v\nwant %s", body, got, err, want)
		}
	}
}

func TestWhatALogoCannotHoldIsSaidWithItsLine(t *testing.T) {
	const bar = `d="M0 0H5V5"`
	for body, want := range map[string]string{
		"\n\n<text>Words</text>":         "line 3: it holds words, <text>",
		`<image href="x.png"/>`:          "it holds a picture, <image>",
		`<script>alert(1)</script>`:      "it holds <script>",
		`<use href="#a"/>`:               `<use> refers to "#a", which the file does not hold`,
		`<use href="other.svg#a"/>`:      "outside the file",
		`<g id="a"><use href="#a"/></g>`: "a <use> shows itself",
		`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`:                                                        "a <use> shows itself",
		`<pattern id="a"/><path fill="url(#a)" d="M0 0H5"/>`:                                                                  "it is painted with a <pattern>",
		`<linearGradient id="a" href="#a"/><path fill="url(#a)" d="M0 0H5"/>`:                                                 "its gradients refer to each other",
		`<path clip-path="url(#a)" d="M0 0H5"/>`:                                                                              `its clip-path "#a" is not in the file`,
		`<path mask="url(#a)" d="M0 0H5"/>`:                                                                                   `its mask "#a" is not in the file`,
		`<mask id="m"><path fill="#eee" ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:                               "it uses mask with more than plain shapes",
		`<mask id="m"><path ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:                                           "it uses mask with more than plain shapes",
		`<mask id="m" fill="#fff"><path opacity=".5" ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:                  "it uses mask with more than plain shapes",
		`<mask id="m" fill="#fff"><g opacity=".5"><path ` + bar + `/></g></mask><path mask="url(#m)" ` + bar + `/>`:           "it uses mask with more than plain shapes",
		`<mask id="m" fill="#fff"><path stroke="#fff" ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:                 "it uses mask with more than plain shapes",
		`<mask id="m" fill="#fff" opacity=".5"><path ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:                  "it uses mask with more than plain shapes",
		`<mask id="m" fill="#fff" filter="url(#f)"><path ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:              "it uses filter",
		`<mask id="m" fill="#fff"><path ` + bar + `/></mask><path stroke="red" mask="url(#m)" ` + bar + `/>`:                  "it uses mask with a region measured in what it masks",
		`<mask id="m" fill="#fff" width=".5" x="0"><path ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`:              "it uses mask with a region measured in what it masks",
		`<mask id="m" fill="#fff" mask="url(#m)"><path mask="url(#m)" ` + bar + `/></mask><path mask="url(#m)" ` + bar + `/>`: "a shape of its mask is cut itself",
		`<text><tspan>House</tspan></text>`:                                                                                   "it holds words, <text>",
		`<flowRoot><flowPara>House</flowPara></flowRoot>`:                                                                     "it holds words, <flowRoot>",
		`<path paint-order="front" d="M0 0H5"/>`:                                                                              `paint-order="front" cannot be read`,
		`<path style="fill:color(rec2020 1 0 0)" d="M0 0H5"/>`:                                                                `the colour "color(rec2020 1 0 0)" cannot be read`,
		`<style>.a{mix-blend-mode:multiply}</style><path class="a" d="M0 0H5"/>`:                                              "it uses mix-blend-mode",
		`<style>path[d]{fill:red}</style><path d="M0 0H5"/>`:                                                                  "its style sheet selects",
		`<style>@import url(a.css);</style><path d="M0 0H5"/>`:                                                                "its style sheet uses @import",
		`<path fill="var(--x)" d="M0 0H5"/>`:                                                                                  `the colour "var(--x)" cannot be read`,
		`<path stroke-linejoin="arcs" d="M0 0H5"/>`:                                                                           "is not drawn",
		`<foreignObject/>`: "it holds <foreignObject>",
		`<animate/>`:       "it moves, <animate>",
		`<path style="filter:url(#a)" d="M0 0H5"/>`:                 "it uses filter",
		`<path fill="#12345" d="M0 0H5"/>`:                          "cannot be read",
		`<path d="M0 0L5"/>`:                                        "its data end too early",
		`<path d="M0 0X5 5"/>`:                                      `its data cannot be read at "5 5"`,
		`<path d="L5 5"/>`:                                          "cannot be read",
		`<path d="M0 0A5 5 0 2 1 5 5"/>`:                            `cannot be read at "2 1 5 5"`,
		`<path d="M0 0LNaN 5"/>`:                                    "cannot be read",
		`<path d="M0 0L1e999 5"/>`:                                  "is larger than 1,000,000",
		`<path d="M0 0L99999999 5"/>`:                               "is larger than 1,000,000",
		`<rect width="nan" height="5"/>`:                            `width="nan" is no length`,
		`<rect width="-5" height="5"/>`:                             "negative",
		`<circle r="inf"/>`:                                         "no length",
		`<polygon points="1 2 3"/>`:                                 "its points are not pairs of numbers",
		`<path transform="spin(5)" d="M0 0H5"/>`:                    `transform="spin(5)" cannot be read`,
		`<path transform="skewX(90) scale(999999)" d="M0 0H5 V5"/>`: "",
		`<g transform="scale(999999)"><path d="M0 0H999999"/></g>`:  "it has points far outside its view box",
		"":                        "it draws nothing",
		`<g>`:                     "it is no XML that can be read",
		`&lol;<path d="M0 0H5"/>`: "it is no XML that can be read: invalid character entity &lol;",
		strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100):                                "nested deeper than 64",
		"<metadata>" + strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100) + "</metadata>": "nested deeper than 64",
		`<path d="M0 0` + strings.Repeat("h1v1", 20000) + `"/>`:                                 "more than 20,000 points",
		strings.Repeat(`<path d="M0 0h1v1z"/>`, 9000):                                           "more than 20,000 points",
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
		strings.Repeat(" ", limits.DrawingBytes.N()+1):                    "it is longer than 1 MiB",
	} {
		if _, err := art.ReadSVG([]byte(file), scene.Rect{W: 9, H: 3}, scene.Color{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", file, err, want)
		}
	}
	if _, err := drawing100(strings.Repeat(`<path d="M0 0h1v1z"/>`, 9000)); !strings.Contains(fmt.Sprint(err), "it has more than 20,000 points") {
		t.Errorf("too many points are %v", err)
	}
}

const houseMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#0a3d7a"/><circle cx="30" cy="20" r="12" fill="gold"/></svg>`

func TestALogoStandsOnTheCoverWithItsWords(t *testing.T) {
	src := "title: A title\ndate: 2025\nbrand: house.yaml\nthemes:\n  - {name: One, claim: One thing holds, argument: It does.}\n"
	f := folder{"house.yaml": "logo: mark.svg\nlogo_alt: The house's mark\n", "mark.svg": houseMark}
	deck, l := f.lay(t, src)
	if got := complaints(l, diag.Warning); got != "" {
		t.Fatal(got)
	}
	var logo *scene.Art
	scene.Walk(deck.Pages[0].Items, func(it scene.Item) {
		if g, ok := it.(*scene.Art); ok && g.Alt == "The house’s mark" || ok && g.Alt == "The house's mark" {
			logo = g
		}
	})
	if logo == nil || len(logo.Marks) != 2 || logo.Frame.H != 38 || math.Abs(float64(logo.Frame.W)-57) > 0.01 {
		t.Fatalf("the logo is %+v", logo)
	}
	for _, fault := range scene.Check(deck, scene.CheckOptions{}) {
		t.Error(fault)
	}
	for name, want := range map[string]string{
		"mark.svg": `house.yaml:1:7 E-IMAGE the logo "mark.svg" cannot be drawn: line 1: it holds words, <text>`,
		"gone.svg": `house.yaml:1:7 E-FILE cannot read the logo "gone.svg"`,
		"gone.png": `house.yaml:1:7 E-FILE cannot read the picture "gone.png"`,
		"mark.png": `house.yaml:1:7 E-IMAGE the picture "mark.png" is neither PNG nor JPEG`,
	} {
		_, l := folder{"house.yaml": "logo: " + name + "\n", "mark.svg": `<svg viewBox="0 0 5 5"><text>W</text></svg>`, "mark.png": houseMark}.lay(t, src)
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
		defer cputime.Bound(t)()
		pic, err := art.ReadSVG(data, scene.Rect{X: 1, Y: 1, W: 90, H: 30}, scene.Color{Token: "text"})
		if err != nil {
			return
		}
		d, frame := scene.Deck{Size: scene.A4, Pages: []scene.Page{{Items: []scene.Item{pic}}}}, pic.Frame
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
