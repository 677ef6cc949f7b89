package assets

import (
	"math"
	"strconv"

	"roadshow/scene"
)

// Mix is t of a and 1−t of b in sRGB. It keeps a's token.
func Mix(a, b scene.Color, t float64) scene.Color {
	mix := func(x, y uint8) uint8 { return uint8(math.RoundToEven(t*float64(x) + (1-t)*float64(y))) }
	t = min(max(t, 0), 1)
	return scene.Color{Token: a.Token, R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B)}
}

// Tint is t of c mixed with the background: Tint(accent, 0.38) has the token "accent/38".
func (l *Look) Tint(c scene.Color, t float64) scene.Color {
	if c.None() {
		return c
	}
	m := Mix(c, l.Background, t)
	m.Token = c.Token + "/" + strconv.Itoa(int(math.Round(t*100)))
	return m
}

// On is the colour for words on a fill: white or the look's ink, whichever has the higher contrast.
func (l *Look) On(fill scene.Color) scene.Color {
	white := scene.Color{Token: "white", R: 255, G: 255, B: 255}
	ink := l.Text
	if l.Dark {
		ink = l.Background // the dark one of the two
	}
	if Contrast(white, fill) >= Contrast(ink, fill) {
		return white
	}
	return ink
}

// Contrast is the WCAG 2 contrast ratio of two colours, 1 to 21.
func Contrast(a, b scene.Color) float64 { return scene.Contrast(a, b) }

// Readable is c where it has a contrast of at least 4.5 on bg; otherwise c made darker (lighter on a dark bg) in half
// steps of CIELAB L* until it has 4.55, which leaves room for a viewer's rounding. A changed colour's token is c's token
// and "/read".
func (l *Look) Readable(c, bg scene.Color) scene.Color {
	if c.None() || Contrast(c, bg) >= 4.5 {
		return c
	}
	step := -0.5
	if bg.Luminance() < 0.18 {
		step = 0.5
	}
	for range 2 { // on a middle grey only the other direction may reach it
		for lab := toLab(linear(c)); lab[0] >= 0 && lab[0] <= 100; lab[0] += step {
			if d := fromLab(lab); Contrast(d, bg) >= 4.55 {
				d.Token = c.Token + "/read"
				return d
			}
		}
		step = -step
	}
	black, white := scene.Color{Token: "black"}, scene.Color{Token: "white", R: 255, G: 255, B: 255}
	if Contrast(black, bg) > Contrast(white, bg) {
		return black
	}
	return white
}

// rgb is linear light, 0 to 1.
type rgb [3]float64

func linear(c scene.Color) rgb { return rgb{scene.Linear(c.R), scene.Linear(c.G), scene.Linear(c.B)} }

// lab is CIELAB with the D65 white of sRGB.
type lab [3]float64

const (
	whiteX = 0.95047
	whiteZ = 1.08883
	labEps = 216.0 / 24389
	labK   = 24389.0 / 27
)

func toLab(c rgb) lab {
	x := 0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]
	y := 0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2]
	z := 0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]
	f := func(t float64) float64 {
		if t > labEps {
			return math.Cbrt(t)
		}
		return (labK*t + 16) / 116
	}
	fx, fy, fz := f(x/whiteX), f(y), f(z/whiteZ)
	return lab{116*fy - 16, 500 * (fx - fy), 200 * (fy - fz)}
}

func fromLab(v lab) scene.Color {
	fy := (v[0] + 16) / 116
	inv := func(f float64) float64 {
		if t := f * f * f; t > labEps {
			return t
		}
		return (116*f - 16) / labK
	}
	x, y, z := whiteX*inv(fy+v[1]/500), inv(fy), whiteZ*inv(fy-v[2]/200)
	light := scene.FromXYZ(x, y, z)
	return scene.Color{R: scene.Encoded(light[0]), G: scene.Encoded(light[1]), B: scene.Encoded(light[2])}
}
