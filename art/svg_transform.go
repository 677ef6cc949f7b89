package art

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"roadshow/scene"
)

// affine is the matrix of SVG's transforms: x' = ax + cy + e, y' = bx + dy + f.
type affine [6]float64

func (m affine) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// after is m applied to what o gives.
func (m affine) after(o affine) affine {
	return affine{m[0]*o[0] + m[2]*o[1], m[1]*o[0] + m[3]*o[1], m[0]*o[2] + m[2]*o[3], m[1]*o[2] + m[3]*o[3],
		m[0]*o[4] + m[2]*o[5] + m[4], m[1]*o[4] + m[3]*o[5] + m[5]}
}

// scale is how much lengths grow, on average of the directions.
func (m affine) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// move applies the matrix to a path of its own.
func (m affine) move(p *scene.Path) error {
	for i, q := range p.Pts {
		x, y := m.apply(float64(q.X), float64(q.Y))
		if !(math.Abs(x) <= svgFar && math.Abs(y) <= svgFar) {
			return errors.New("it has points far outside its view box")
		}
		p.Pts[i] = scene.Point{X: scene.Pt(x), Y: scene.Pt(y)}
	}
	return nil
}

// parseTransform reads "translate(1 2) rotate(30)": the first is applied last. Style sheets write units too.
func parseTransform(text string, at svgContext) (affine, error) {
	m := affine{1, 0, 0, 1, 0, 0}
	wrong := fmt.Errorf("transform=%q cannot be read", clip(text))
	for rest := strings.Trim(text, " \t\r\n,"); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n,") {
		name, after, ok := strings.Cut(rest, "(")
		args, tail, closed := strings.Cut(after, ")")
		if !ok || !closed {
			return m, wrong
		}
		name = strings.TrimSpace(name)
		v, err := at.arguments(name, args)
		if err != nil {
			return m, wrong
		}
		own, ok := transform(name, v)
		if !ok {
			return m, wrong
		}
		m, rest = m.after(own), tail
	}
	for _, v := range m {
		if !(math.Abs(v) <= svgFar*svgFar) {
			return m, wrong
		}
	}
	return m, nil
}

// arguments reads what stands in the brackets of a transform: angles in degrees, lengths in the drawing's units.
func (at svgContext) arguments(name, args string) (out []float64, err error) {
	if out, err = numbers(args); err == nil {
		return out, nil
	}
	angles := map[string]float64{"deg": 1, "grad": 0.9, "rad": 180 / math.Pi, "turn": 360}
	for i, w := range svgWords(args) {
		s := scanner{text: w}
		v, err := s.number()
		if err != nil {
			return nil, err
		}
		switch k, angle := angles[s.text[s.at:]]; {
		case angle:
			v *= k
		case strings.HasPrefix(name, "translate"):
			side := i
			if name == "translateY" {
				side = 1
			}
			if v, err = at.length(w, min(side, 1)); err != nil {
				return nil, err
			}
		case strings.HasPrefix(name, "scale") && s.text[s.at:] == "%":
			v /= 100
		case s.at < len(s.text) && !(s.text[s.at:] == "px" && name == "rotate" && i > 0):
			return nil, s.wrong()
		}
		out = append(out, v)
	}
	return out, nil
}

func transform(name string, v []float64) (affine, bool) {
	n := len(v)
	switch {
	case name == "matrix" && n == 6:
		return affine(v), true
	case (name == "translate" || name == "translateX") && n == 1:
		return affine{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && n == 2:
		return affine{1, 0, 0, 1, v[0], v[1]}, true
	case name == "translateY" && n == 1:
		return affine{1, 0, 0, 1, 0, v[0]}, true
	case name == "scaleX" && n == 1:
		return affine{v[0], 0, 0, 1, 0, 0}, true
	case name == "scaleY" && n == 1:
		return affine{1, 0, 0, v[0], 0, 0}, true
	case name == "scale" && n == 1:
		return affine{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && n == 2:
		return affine{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && (n == 1 || n == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		m := affine{cos, sin, -sin, cos, 0, 0}
		if n == 3 {
			m = affine{1, 0, 0, 1, v[1], v[2]}.after(m).after(affine{1, 0, 0, 1, -v[1], -v[2]})
		}
		return m, true
	case name == "skewX" && n == 1:
		return affine{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && n == 1:
		return affine{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, true
	}
	return affine{}, false
}

// Within is the largest frame of a ratio that a slot holds, at its left edge and in the middle of its height.
func Within(slot scene.Rect, w, h scene.Pt) scene.Rect {
	scale := min(slot.W/w, slot.H/h)
	r := scene.Rect{X: slot.X, W: w * scale, H: h * scale}
	r.Y = slot.Y + (slot.H-r.H)/2
	return r
}
