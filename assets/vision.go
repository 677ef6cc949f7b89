package assets

import (
	"math"

	"roadshow/scene"
)

// Vision is a kind of colour vision.
type Vision uint8

// Full vision and the three kinds of dichromacy.
const (
	FullVision Vision = iota
	Deuteranopia
	Protanopia
	Tritanopia
)

func (v Vision) String() string {
	return [...]string{"normal", "deuteranopia", "protanopia", "tritanopia"}[v]
}

// matrix simulates a vision in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0.
func (v Vision) matrix() [3]rgb {
	switch v {
	case Deuteranopia:
		return [3]rgb{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}
	case Protanopia:
		return [3]rgb{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}
	case Tritanopia:
		return [3]rgb{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
	}
	return [3]rgb{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
}

// see is a colour in linear RGB as v sees it.
func (v Vision) see(c scene.Color) rgb {
	in, m := linear(c), v.matrix()
	var out rgb
	for i, row := range m {
		out[i] = min(max(row[0]*in[0]+row[1]*in[1]+row[2]*in[2], 0), 1)
	}
	return out
}

// Simulate is a colour as v sees it. It keeps its token.
func Simulate(c scene.Color, v Vision) scene.Color {
	s := v.see(c)
	return scene.Color{Token: c.Token, R: scene.Encoded(s[0]), G: scene.Encoded(s[1]), B: scene.Encoded(s[2])}
}

// Distance is the colour difference ΔE2000 of two colours as v sees them; 2 is just visible side by side.
func Distance(a, b scene.Color, v Vision) float64 { return deltaE(toLab(v.see(a)), toLab(v.see(b))) }

// deltaE is CIEDE2000 with all weights 1, after Sharma, Wu and Dalal 2005.
func deltaE(p, q lab) float64 {
	const deg = math.Pi / 180
	chroma := (math.Hypot(p[1], p[2]) + math.Hypot(q[1], q[2])) / 2
	g := 0.5 * (1 - math.Sqrt(pow7(chroma)/(pow7(chroma)+pow7(25))))
	a1, a2 := (1+g)*p[1], (1+g)*q[1]
	c1, c2 := math.Hypot(a1, p[2]), math.Hypot(a2, q[2])
	h1, h2 := hue(a1, p[2]), hue(a2, q[2])

	dL, dC := q[0]-p[0], c2-c1
	dh := 0.0
	if c1*c2 != 0 {
		dh = h2 - h1
		if dh > 180 {
			dh -= 360
		} else if dh < -180 {
			dh += 360
		}
	}
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(dh/2*deg)

	L, C := (p[0]+q[0])/2, (c1+c2)/2
	h := h1 + h2
	switch {
	case c1*c2 == 0:
	case math.Abs(h1-h2) <= 180:
		h /= 2
	case h < 360:
		h = (h + 360) / 2
	default:
		h = (h - 360) / 2
	}
	t := 1 - 0.17*math.Cos((h-30)*deg) + 0.24*math.Cos(2*h*deg) + 0.32*math.Cos((3*h+6)*deg) - 0.20*math.Cos((4*h-63)*deg)
	sL := 1 + 0.015*(L-50)*(L-50)/math.Sqrt(20+(L-50)*(L-50))
	sC, sH := 1+0.045*C, 1+0.015*C*t
	turn := 30 * math.Exp(-((h-275)/25)*((h-275)/25))
	rT := -2 * math.Sqrt(pow7(C)/(pow7(C)+pow7(25))) * math.Sin(2*turn*deg)
	l, c, hh := dL/sL, dC/sC, dH/sH
	return math.Sqrt(l*l + c*c + hh*hh + rT*c*hh)
}

func pow7(x float64) float64 { return x * x * x * x * x * x * x }

// hue is the angle of a and b in degrees, 0 to 360.
func hue(a, b float64) float64 {
	if a == 0 && b == 0 {
		return 0
	}
	h := math.Atan2(b, a) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return h
}
