package art

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// svgColor is a colour of the file. The token says that it is the logo's own: no theme changes it.
type svgColor struct {
	scene.Color
	alpha float64
}

// svgPaint is what fill and stroke name.
type svgPaint struct {
	svgColor
	none    bool
	current bool   // the colour of the element that is painted
	id      string // of a gradient, before the colour
	spare   bool   // there is a colour for the case that the gradient is missing
}

// parseURL reads url(#id) and what follows.
func parseURL(v string) (id, rest string, ok bool) {
	inner, ok := strings.CutPrefix(v, "url(")
	if !ok {
		return "", "", false
	}
	name, rest, ok := strings.Cut(inner, ")")
	name = strings.Trim(strings.TrimSpace(name), `"'`)
	id, local := strings.CutPrefix(name, "#")
	return id, strings.TrimSpace(rest), ok && local
}

func parsePaint(v string, current svgColor) (p svgPaint, err error) {
	if strings.HasPrefix(v, "url(") {
		id, rest, ok := parseURL(v)
		if !ok {
			return p, fmt.Errorf("the colour %q cannot be read", clip(v))
		}
		if rest != "" {
			if p, err = parsePaint(rest, current); err != nil {
				return p, err
			}
		}
		p.id, p.spare = id, rest != ""
		return p, nil
	}
	switch strings.ToLower(v) {
	case "none", "transparent":
		return svgPaint{none: true}, nil
	case "currentcolor":
		return svgPaint{current: true}, nil
	case "initial":
		return svgPaint{none: true}, fmt.Errorf("the colour %q cannot be read", v)
	}
	p.svgColor, err = parseColor(v, current)
	return p, err
}

// parseColor reads a flat colour.
func parseColor(v string, current svgColor) (svgColor, error) {
	low := strings.ToLower(v)
	if at := strings.Index(low, " icc-color("); at > 0 { // a printer's colour after the screen's
		low = strings.TrimSpace(low[:at])
	}
	of := func(x uint32, alpha float64) (svgColor, error) {
		return svgColor{scene.Color{Token: "logo", R: uint8(x >> 16), G: uint8(x >> 8), B: uint8(x)}, alpha}, nil
	}
	if low == "currentcolor" || low == "inherit" {
		return current, nil
	}
	if low == "transparent" {
		return of(0, 0)
	}
	if h, ok := strings.CutPrefix(low, "#"); ok {
		if len(h) == 3 || len(h) == 4 {
			var long []byte
			for i := range len(h) {
				long = append(long, h[i], h[i])
			}
			h = string(long)
		}
		if x, err := strconv.ParseUint(h, 16, 32); err == nil {
			switch len(h) {
			case 6:
				return of(uint32(x), 1)
			case 8:
				return of(uint32(x>>8), float64(x&255)/255)
			}
		}
	} else if name, args, ok := strings.Cut(low, "("); ok && strings.HasSuffix(args, ")") {
		if x, alpha, ok := colorFunction(strings.TrimSpace(name), strings.TrimSuffix(args, ")")); ok {
			return of(x, alpha)
		}
	} else if x, ok := namedColor(low); ok {
		return of(x, 1)
	}
	return svgColor{}, fmt.Errorf("the colour %q cannot be read", clip(v))
}

// colorFunction reads rgb(1, 2, 3), rgb(10% 20% 30% / 0.5), hsl(120deg, 50%, 50%) and their forms with an a.
func colorFunction(name, args string) (x uint32, alpha float64, ok bool) {
	parts := svgWords(strings.ReplaceAll(args, "/", " "))
	alpha = 1
	if len(parts) == 4 {
		var err error
		if alpha, err = parseAlpha(name, parts[3]); err != nil {
			return 0, 0, false
		}
		parts = parts[:3]
	}
	if len(parts) != 3 {
		return 0, 0, false
	}
	var v [3]float64
	var percent [3]bool
	for i, p := range parts {
		p, percent[i] = strings.CutSuffix(p, "%")
		if i == 0 {
			p = strings.TrimSuffix(p, "deg")
		}
		f, err := strconv.ParseFloat(p, 64)
		if err != nil || !(math.Abs(f) <= svgFar) {
			return 0, 0, false
		}
		v[i] = f
	}
	switch name {
	case "rgb", "rgba":
		for i := range v {
			if percent[i] {
				v[i] = v[i] * 255 / 100
			}
		}
	case "hsl", "hsla":
		if !percent[1] || !percent[2] {
			return 0, 0, false
		}
		h, s, l := math.Mod(math.Mod(v[0], 360)+360, 360)/30, min(1, max(0, v[1]/100)), min(1, max(0, v[2]/100))
		for i, n := range [3]float64{0, 8, 4} { // CSS Color 4, §7.1
			k := math.Mod(n+h, 12)
			v[i] = 255 * (l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1)))
		}
	default:
		return 0, 0, false
	}
	for _, f := range v {
		x = x<<8 | uint32(math.Round(min(max(f, 0), 255)))
	}
	return x, alpha, true
}

// inkOf is the ink of a fill or a stroke; own is the path in its own units.
func (r *svgReader) inkOf(n *svgNode, p svgPaint, opacity float64, own scene.Path, at svgContext) (scene.Ink, error) {
	if p.id != "" {
		g := r.ids[p.id]
		switch {
		case g != nil && (g.name == "linearGradient" || g.name == "radialGradient"):
			return r.gradient(g, opacity, own, at)
		case g != nil:
			return scene.Ink{}, n.fault(hintFlatten, "it is painted with a <%s>", clip(g.name))
		case !p.spare:
			return scene.Ink{}, nil // SVG 2, 13.2: a colour that is not there is none
		}
	}
	if p.none {
		return scene.Ink{}, nil
	}
	if p.current {
		p.svgColor = at.style.current
	}
	return scene.Ink{Color: p.Color, Fade: 1 - p.alpha*opacity}, nil
}

// gradient makes an ink of a gradient element.
func (r *svgReader) gradient(g *svgNode, opacity float64, own scene.Path, at svgContext) (ink scene.Ink, err error) {
	// What a gradient does not say itself it takes from the one it refers to.
	chain := []*svgNode{g}
	for last := g; last.attr["href"] != ""; chain = append(chain, last) {
		if last, err = r.target(last, last.attr["href"]); err != nil {
			return ink, err
		}
		if len(chain) > 16 {
			return ink, g.fault(HintRepair, "its gradients refer to each other")
		}
	}
	attr := func(name, without string, same bool) string {
		for _, c := range chain {
			if same && c.name != g.name {
				continue
			}
			if v := c.attr[name]; v != "" {
				return v
			}
		}
		return without
	}
	ink.Fade = 1 - opacity
	var stops []scene.Stop
	for _, c := range chain {
		if stops, err = r.stops(c, at); err != nil {
			return ink, err
		}
		if len(stops) > 0 {
			break
		}
	}
	if len(stops) == 0 {
		return scene.Ink{}, nil
	}
	last := stops[len(stops)-1]
	flat := scene.Ink{Color: last.Color, Fade: 1 - (1-last.Fade)*opacity}
	if len(stops) == 1 {
		return flat, nil
	}
	m, port := at.m, at.port
	if attr("gradientUnits", "", false) != "userSpaceOnUse" {
		b := own.Extent()
		if b.W <= 0 || b.H <= 0 {
			return scene.Ink{}, nil
		}
		m, port = m.after(affine{float64(b.W), 0, 0, float64(b.H), float64(b.X), float64(b.Y)}), [2]float64{1, 1}
	}
	if t := attr("gradientTransform", "", false); t != "" {
		turn, err := parseTransform(t, at)
		if err != nil {
			return ink, g.blame(HintRepair, err)
		}
		m = m.after(turn)
	}
	measure := svgContext{style: at.style, port: port}
	var broken error
	length := func(name, without string, side int) scene.Pt {
		v, err := measure.length(attr(name, without, true), side)
		if err != nil && broken == nil {
			broken = g.fault(HintRepair, "%s=%q is no length", name, clip(attr(name, without, true)))
		}
		return scene.Pt(v)
	}
	out := &scene.Gradient{Radial: g.name == "radialGradient", Map: m, Stops: stops}
	if out.Radial {
		out.B = scene.Point{X: length("cx", "50%", 0), Y: length("cy", "50%", 1)}
		out.RB = length("r", "50%", 2)
		out.A = out.B
		if attr("fx", "", true) != "" {
			out.A.X = length("fx", "", 0)
		}
		if attr("fy", "", true) != "" {
			out.A.Y = length("fy", "", 1)
		}
		out.RA = length("fr", "0", 2)
		if d := scene.Pt(math.Hypot(float64(out.A.X-out.B.X), float64(out.A.Y-out.B.Y))); d+out.RA > 0.99*out.RB && d > 0 {
			k := max(0, 0.99*out.RB-out.RA) / d // the focus stays inside the circle
			out.A = scene.Point{X: out.B.X + k*(out.A.X-out.B.X), Y: out.B.Y + k*(out.A.Y-out.B.Y)}
		}
	} else {
		out.A = scene.Point{X: length("x1", "0%", 0), Y: length("y1", "0%", 1)}
		out.B = scene.Point{X: length("x2", "100%", 0), Y: length("y2", "0%", 1)}
	}
	if broken != nil {
		return ink, broken
	}
	if out.RB < 0 || out.RA < 0 || out.RA > out.RB {
		return ink, g.fault(HintRepair, "a radius of its gradient is no length")
	}
	if det := m[0]*m[3] - m[1]*m[2]; !(math.Abs(det) > 1e-12) || !(math.Abs(det) < 1e12) {
		return flat, nil
	}
	if out.A == out.B && out.RA == out.RB {
		return flat, nil
	}
	switch spread := attr("spreadMethod", "pad", false); spread {
	case "pad":
	case "reflect", "repeat":
		if err := spreadOut(out, spread == "reflect", own, at.m); err != nil {
			return ink, g.blame(hintFlatten, err)
		}
	default:
		return ink, g.fault(HintRepair, "spreadMethod=%q cannot be read", clip(spread))
	}
	ink.Gradient = out
	return ink, nil
}

// stops are a gradient's own, rising.
func (r *svgReader) stops(g *svgNode, at svgContext) (out []scene.Stop, err error) {
	for _, n := range g.kids {
		if n.name != "stop" {
			continue
		}
		set, err := r.cascade(n)
		if err != nil {
			return nil, err
		}
		s := scene.Stop{Color: scene.Color{Token: "logo"}}
		if v := set["offset"]; v != "" {
			if s.At, err = parseAlpha("offset", v); err != nil {
				return nil, n.blame(HintRepair, err)
			}
		}
		current := at.style.current
		if v := set["color"]; v != "" {
			if current, err = parseColor(v, current); err != nil {
				return nil, n.blame(HintRepair, err)
			}
		}
		alpha := 1.0
		if v := set["stop-color"]; v != "" {
			c, err := parseColor(v, current)
			if err != nil {
				return nil, n.blame(HintRepair, err)
			}
			s.Color, alpha = c.Color, c.alpha
		}
		if v := set["stop-opacity"]; v != "" {
			a, err := parseAlpha("stop-opacity", v)
			if err != nil {
				return nil, n.blame(HintRepair, err)
			}
			alpha *= a
		}
		s.Fade = 1 - alpha
		if len(out) > 0 {
			s.At = max(s.At, out[len(out)-1].At)
		}
		if out = append(out, s); len(out) > limits.DrawingStops.N() {
			return nil, g.blame("", limits.DrawingStops.Err())
		}
	}
	if len(out) > 1 { // the ends go on to 0 and 1
		if first := out[0]; first.At > 0 {
			first.At = 0
			out = append([]scene.Stop{first}, out...)
		}
		if last := out[len(out)-1]; last.At < 1 {
			last.At = 1
			out = append(out, last)
		}
	}
	return out, nil
}

// svgPeriods bounds how often a gradient is repeated over a shape.
const svgPeriods = 64

// spreadOut writes out the repetitions of a gradient that fall on a path, so that nothing that draws need know of them.
func spreadOut(g *scene.Gradient, reflect bool, own scene.Path, m affine) error {
	page := scene.Path{Ops: own.Ops, Pts: append([]scene.Point(nil), own.Pts...)}
	if err := m.move(&page); err != nil {
		return err
	}
	b := page.Bounds().Inset(-0.05 * (page.Bounds().W + page.Bounds().H))
	det := g.Map[0]*g.Map[3] - g.Map[1]*g.Map[2]
	from, to := math.Inf(1), math.Inf(-1)
	for _, q := range []scene.Point{{X: b.X, Y: b.Y}, {X: b.Right(), Y: b.Y}, {X: b.X, Y: b.Bottom()}, {X: b.Right(), Y: b.Bottom()}} {
		x, y := float64(q.X)-g.Map[4], float64(q.Y)-g.Map[5]
		u, v := (g.Map[3]*x-g.Map[2]*y)/det-float64(g.A.X), (g.Map[0]*y-g.Map[1]*x)/det-float64(g.A.Y)
		dx, dy := float64(g.B.X-g.A.X), float64(g.B.Y-g.A.Y)
		t := (u*dx + v*dy) / (dx*dx + dy*dy)
		if g.Radial { // no place is further than this
			t = (math.Hypot(u, v) + float64(g.RA)) / (float64(g.RB-g.RA) - math.Hypot(dx, dy))
		}
		from, to = min(from, t), max(to, t)
	}
	if g.Radial {
		from = 0
		if g.RA > 0 {
			return errors.New("it repeats a gradient between two circles")
		}
	}
	first, last := math.Floor(from), math.Ceil(to)
	if !(last-first <= svgPeriods) {
		return errors.New("it repeats a gradient very often")
	}
	n := max(1, last-first)
	var stops []scene.Stop
	for k := first; k < first+n; k++ {
		turned := reflect && math.Mod(math.Abs(k), 2) == 1
		for i := range g.Stops {
			s := g.Stops[i]
			if turned {
				s = g.Stops[len(g.Stops)-1-i]
				s.At = 1 - s.At
			}
			s.At = (k - first + s.At) / n
			stops = append(stops, s)
		}
	}
	at := func(t float64) (scene.Point, scene.Pt) {
		k := scene.Pt(t)
		return scene.Point{X: g.A.X + k*(g.B.X-g.A.X), Y: g.A.Y + k*(g.B.Y-g.A.Y)}, g.RA + k*(g.RB-g.RA)
	}
	a, ra := at(first)
	z, rz := at(first + n)
	g.A, g.RA, g.B, g.RB, g.Stops = a, ra, z, rz, stops
	return nil
}
