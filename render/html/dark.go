package html

import (
	"bytes"
	"fmt"
	"math"

	"roadshow/scene"
)

// darkGround is the luminance of a white ground on a screen that is asked to be dark.
const darkGround = 0.0045

// dark is a colour's partner on a dark ground. It keeps the hue and turns the luminance over: Y + 0.05, of which contrasts are the
// ratios, becomes its inverse. So any two colours have in the dark the contrast that they have on paper, whatever look or brand
// they come from, and what was checked to be legible is; the darkest inks all become white.
func dark(c scene.Color) scene.Color {
	const white = 1.05 * (darkGround + 0.05)
	y := min(max(white/(c.Luminance()+0.05)-0.05, 0), 1)
	a, b := hue(c)
	// Few hues reach every luminance: as much of the colour is kept as a screen can show.
	low, high := 0.0, 1.0
	for range 12 {
		if part := (low + high) / 2; inGamut(y, part*a, part*b) {
			low = part
		} else {
			high = part
		}
	}
	out := c
	rgb := rgbOf(y, low*a, low*b)
	out.R, out.G, out.B = scene.Encoded(rgb[0]), scene.Encoded(rgb[1]), scene.Encoded(rgb[2])
	return out
}

// light says that a ground has a dark partner: it is none itself.
func light(ground scene.Color) bool { return ground.Luminance() >= 0.18 }

// hue is the colour of CIELAB, without its lightness.
func hue(c scene.Color) (a, b float64) {
	r, g, bl := scene.Linear(c.R), scene.Linear(c.G), scene.Linear(c.B)
	x := (0.4124564*r + 0.3575761*g + 0.1804375*bl) / whiteX
	y := 0.2126729*r + 0.7151522*g + 0.0721750*bl
	z := (0.0193339*r + 0.1191920*g + 0.9503041*bl) / whiteZ
	return 500 * (root(x) - root(y)), 200 * (root(y) - root(z))
}

// The white of sRGB, D65.
const whiteX, whiteZ = 0.95047, 1.08883

// bend is where CIELAB's cube root goes over into a line.
const bend = 6.0 / 29

func root(t float64) float64 {
	if t > bend*bend*bend {
		return math.Cbrt(t)
	}
	return t/(3*bend*bend) + 4.0/29
}

func cube(t float64) float64 {
	if t > bend {
		return t * t * t
	}
	return 3 * bend * bend * (t - 4.0/29)
}

// rgbOf is the linear light of a luminance and a hue.
func rgbOf(y, a, b float64) [3]float64 {
	f := root(y)
	x, z := whiteX*cube(f+a/500), whiteZ*cube(f-b/200)
	return scene.FromXYZ(x, y, z)
}

func inGamut(y, a, b float64) bool {
	for _, v := range rgbOf(y, a, b) {
		if v < -0.0005 || v > 1.0005 {
			return false
		}
	}
	return true
}

// darkCSS turns the document and the frame dark for a reader whose system is. Slides are exact, also in their colours; what is
// printed is paper.
func (w *writer) darkCSS(b *bytes.Buffer, ground scene.Color, house []tokened) {
	if !light(ground) {
		b.WriteString(":root{color-scheme:dark}\n")
		return
	}
	b.WriteString("@media screen and (prefers-color-scheme:dark){\n:root{color-scheme:dark;")
	for _, t := range house {
		fmt.Fprintf(b, "--%s:%s;", t.token, hex(dark(t.color)))
	}
	b.WriteString("}\n#read{")
	for i, c := range w.looks.listed {
		fmt.Fprintf(b, "--c%d:%s;", i+1, hex(dark(c)))
	}
	// Logos and pictures keep their colours, and with them the ground that they were made for.
	b.WriteString("}\n#read .own,#read .im img{background:" + hex(ground) + "}\n}\n")
}

func hex(c scene.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
