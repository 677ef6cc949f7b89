package assets

import (
	"fmt"
	"math"
	"slices"

	"roadshow/scene"
)

// Derived is a colour token that follows from a house's own one or two colours.
type Derived struct {
	Token string
	Color scene.Color
	From  scene.Color // the house's own colour, with the token palette1 or palette2, that it is or that it was made of; none: found for it
	Why   string      // what it had to change for; empty: it did not
}

// needGrey is the least difference in lightness L* of the first four series: what a printer without colours keeps apart.
const needGrey = 6.0

// Derive paints a look in a house's one or two colours and returns what it chose, in the order of the tokens. The first is
// the accent and the first series, the second the second series; the other series are the look's own where they can be told
// from those, else found in CIELAB. Background, text and rules stay the look's. Whatever the colours, words reach 4.5:1 and
// marks 3:1: a colour that does not is made darker, on a dark look lighter, in its own hue.
func Derive(l *Look, house []scene.Color) []Derived {
	house = slices.Clone(house)
	for i := range house {
		house[i].Token = fmt.Sprintf("palette%d", i+1)
	}
	first := house[0]
	accent := l.reaching(first, 0, func(c scene.Color) bool { return l.carriesWords(c) })
	l.Accent = named(accent, "accent")
	l.AccentDeep = named(Mix(accent, scene.Color{}, 0.78), "accent_deep")
	l.OnAccent = named(l.On(accent), "on_accent")
	out := []Derived{
		{"accent", l.Accent, first, changed(first, accent, "words need 4.5:1 on the background, on panels and under its own words")},
		{"accent_deep", l.AccentDeep, first, ""}, {"on_accent", l.OnAccent, scene.Color{}, ""},
	}
	for i, s := range l.deriveSeries(house) {
		s.Token = fmt.Sprintf("series%d", i+1)
		s.Color = named(s.Color, s.Token)
		l.Series[i] = s.Color
		out = append(out, s)
	}
	for i, c := range l.deriveRamp(first) {
		l.Ramp[i] = named(c, fmt.Sprintf("ramp%d", i+1))
		out = append(out, Derived{l.Ramp[i].Token, l.Ramp[i], scene.Color{}, ""})
	}
	return out
}

func named(c scene.Color, token string) scene.Color { c.Token = token; return c }

func changed(from, to scene.Color, why string) string {
	if named(from, "") == named(to, "") {
		return ""
	}
	return why
}

// carriesWords says that words in this colour, and words on it, can be read wherever the pages set them.
func (l *Look) carriesWords(c scene.Color) bool {
	on := l.On(c)
	c.Token = "accent" // a colour without a name is none
	return Contrast(c, l.Background) >= needText && Contrast(c, l.Surface) >= needText && Contrast(c, l.Tint(c, 0.10)) >= needText &&
		Contrast(on, c) >= needText && Contrast(Mix(on, c, 0.85), c) >= needText
}

// carriesMarks says that a mark in this colour stands out, and that a label on it can be read.
func (l *Look) carriesMarks(c scene.Color) bool {
	return Contrast(c, l.Background) >= needMark && Contrast(l.On(c), c) >= needText
}

// reaching is the colour nearest to c in lightness, of the same hue, that passes. by moves the search off c.
func (l *Look) reaching(c scene.Color, by float64, ok func(scene.Color) bool) scene.Color {
	at := toLab(linear(c))
	if by == 0 && ok(c) {
		return c
	}
	for step := by; step <= 100; step += 0.5 {
		for _, sign := range [2]float64{-1, 1} {
			if light := at[0] + sign*step; light >= 0 && light <= 100 {
				if d := inGamut(light, at[1], at[2]); ok(d) {
					return d
				}
			}
		}
	}
	return l.Text // a look whose own text passes
}

// inGamut is a colour of this lightness and hue, with as much of its chroma as a screen shows.
func inGamut(light, a, b float64) scene.Color {
	for share := 1.0; share > 0; share -= 0.05 {
		c := fromLab(lab{light, a * share, b * share})
		if back := toLab(linear(c)); math.Abs(back[0]-light) < 1 && math.Hypot(back[1]-a*share, back[2]-b*share) < 3 {
			return c
		}
	}
	return fromLab(lab{light, 0, 0})
}

// swatch is a colour as every eye sees it.
type swatch struct {
	color scene.Color
	seen  [3]lab // FullVision, Deuteranopia, Protanopia
}

func swatchOf(c scene.Color) swatch {
	s := swatch{color: c}
	for v := range s.seen {
		s.seen[v] = toLab(Vision(v).see(c))
	}
	return s
}

// apart is how far two colours are from each other, in parts of what a palette needs: 1 is enough.
func (s swatch) apart(o swatch) float64 {
	d := deltaE(s.seen[FullVision], o.seen[FullVision]) / needNormal
	for _, v := range [2]Vision{Deuteranopia, Protanopia} {
		d = min(d, deltaE(s.seen[v], o.seen[v])/needBlind)
	}
	return d
}

func (s swatch) grey(o swatch) float64 { return math.Abs(s.seen[0][0]-o.seen[0][0]) / needGrey }

// deriveSeries puts the house's colours first and six or seven more behind them.
func (l *Look) deriveSeries(house []scene.Color) []Derived {
	var out []Derived
	var chosen []swatch
	add := func(d Derived) { out, chosen = append(out, d), append(chosen, swatchOf(d.Color)) }
	fits := func(s swatch, enough float64) bool {
		for i, c := range chosen {
			if s.apart(c) < enough || len(chosen) < 4 && i < 4 && s.grey(c) < 1 {
				return false
			}
		}
		return true
	}
	for _, h := range house {
		c := l.reaching(h, 0, func(c scene.Color) bool { return l.carriesMarks(c) && fits(swatchOf(c), 1) })
		add(Derived{Color: c, From: h, Why: changed(h, c, "marks need 3:1 on the background, and series must be told apart, in grey too")})
	}
	var own, found []swatch
	for _, c := range l.Series {
		if l.carriesMarks(c) {
			own = append(own, swatchOf(named(c, "")))
		}
	}
	gap := func(s swatch, besides int) float64 {
		near := math.Inf(1)
		for i, c := range chosen {
			if i == besides {
				continue
			}
			near = min(near, s.apart(c))
			if i < 4 && (besides < 0 && len(chosen) < 4 || besides >= 0 && besides < 4) {
				near = min(near, s.grey(c))
			}
		}
		return near
	}
	best := func(from []swatch, besides int) (at int, d float64) {
		at = -1
		for i, s := range from {
			if g := gap(s, besides); g > d {
				at, d = i, g
			}
		}
		return at, d
	}
	for len(out) < len(l.Series) {
		at, d := best(own, -1)
		from := own
		if d < 1 {
			if found == nil {
				found = l.candidates()
			}
			at, _ = best(found, -1)
			from = found
		}
		add(Derived{Color: from[at].color})
	}
	// What was chosen early may leave too little room: the nearest of all moves away, until all are far enough.
	for round := range 24 {
		worst, d := -1, 1.0
		for i := len(chosen) - 1; i >= len(house); i-- {
			if g := gap(chosen[i], i); g < d {
				worst, d = i, g
			}
		}
		if worst < 0 {
			break
		}
		if found == nil {
			found = l.candidates()
		}
		at, better := best(found, worst)
		if better <= d+0.001 { // nowhere better to go: somewhere else, the same in every build
			at = (worst*131 + round*17) % len(found)
		}
		chosen[worst] = found[at]
		out[worst] = Derived{Color: found[at].color}
	}
	return out
}

// candidates are quiet colours of every hue that carry marks.
func (l *Look) candidates() []swatch {
	var out []swatch
	for light := 18.0; light <= 86; light += 3 {
		for _, chroma := range [4]float64{4, 26, 46, 66} {
			for angle := 0.0; angle < 360; angle += 20 {
				s, c := math.Sincos(angle * math.Pi / 180)
				if color := inGamut(light, chroma*c, chroma*s); l.carriesMarks(color) {
					out = append(out, swatchOf(color))
				}
				if chroma == 4 && angle >= 40 {
					break // greys have no hue worth a second try
				}
			}
		}
	}
	return out
}

// deriveRamp is the look's own ramp in another hue: as light, and as full of colour in proportion to the accents.
func (l *Look) deriveRamp(first scene.Color) []scene.Color {
	house := toLab(linear(first))
	chroma := math.Hypot(house[1], house[2])
	out := make([]scene.Color, len(l.Ramp))
	most := 1.0
	for _, c := range l.Ramp {
		own := toLab(linear(c))
		most = max(most, math.Hypot(own[1], own[2]))
	}
	for i, c := range l.Ramp {
		own := toLab(linear(c))
		share := math.Hypot(own[1], own[2]) / most
		out[i] = inGamut(own[0], house[1]*share*min(1, most/max(chroma, 1)), house[2]*share*min(1, most/max(chroma, 1)))
	}
	return out
}

// GreyFailures says which of the first series are too alike without colour.
func GreyFailures(l *Look) []string {
	var out []string
	for i := range 4 {
		for j := range i {
			if d := math.Abs(toLab(linear(l.Series[i]))[0] - toLab(linear(l.Series[j]))[0]); math.Round(d) < needGrey {
				out = append(out, fmt.Sprintf("series %d and %d are too alike in grey: ΔL %.1f, at least %.0f needed", j+1, i+1, d, needGrey))
			}
		}
	}
	return out
}
