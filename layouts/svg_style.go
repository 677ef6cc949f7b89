package layouts

import (
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"roadshow/scene"
)

// svgStyle is what an element inherits.
type svgStyle struct {
	fill, stroke scene.Color // None: nothing is painted
	width        float64
	dash         []float64
	round        bool
	evenOdd      bool
	hidden, gone bool        // visibility, which a child may take back, and display
	current      scene.Color // color, for currentColor; None: the ink of the look
}

// refused are properties that change the drawing in ways that flat paths cannot show; these values of them change nothing.
var refused = map[string][]string{
	"opacity": {"1", "100%", "1.0"}, "fill-opacity": {"1", "100%", "1.0"}, "stroke-opacity": {"1", "100%", "1.0"},
	"clip-path": {"none"}, "mask": {"none"}, "filter": {"none"}, "mix-blend-mode": {"normal"},
	"marker": {"none"}, "marker-start": {"none"}, "marker-mid": {"none"}, "marker-end": {"none"},
	"paint-order": {"normal"}, "vector-effect": {"none"}, "stroke-dashoffset": {"0", "0px"},
}

// style reads an element's own properties: attributes first, then the style attribute, which wins.
func (r *svgReader) style(e xml.StartElement, s svgStyle) (svgStyle, error) {
	set := map[string]string{}
	var order []string
	put := func(name, value string) {
		if _, ok := set[name]; !ok {
			order = append(order, name)
		}
		set[name] = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
	}
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local != "style" {
			put(a.Name.Local, a.Value)
		}
	}
	for _, d := range strings.Split(attr(e, "style"), ";") {
		if name, value, ok := strings.Cut(d, ":"); ok {
			put(strings.TrimSpace(name), value)
		} else if strings.TrimSpace(d) != "" {
			return s, fmt.Errorf("style=%q cannot be read", clip(d))
		}
	}
	if v, ok := set["color"]; ok { // before the colours that may name it
		c, err := r.color(v, s, s.current)
		if err != nil {
			return s, err
		}
		s.current = c
	}
	for _, name := range order {
		if err := r.property(&s, name, set[name]); err != nil {
			return s, err
		}
	}
	return s, nil
}

func (r *svgReader) property(s *svgStyle, name, v string) (err error) {
	if harmless, ok := refused[name]; ok {
		for _, h := range harmless {
			if v == h || v == "inherit" {
				return nil
			}
		}
		if strings.HasSuffix(name, "opacity") && isZero(v) {
			switch name {
			case "opacity":
				s.gone = true
			case "fill-opacity":
				s.fill = scene.Color{}
			default:
				s.stroke = scene.Color{}
			}
			return nil
		}
		return fmt.Errorf("it uses %s", name)
	}
	if v == "inherit" {
		return nil
	}
	switch name {
	case "fill":
		s.fill, err = r.color(v, *s, s.fill)
	case "stroke":
		s.stroke, err = r.color(v, *s, s.stroke)
	case "stroke-width":
		if s.width, err = svgLength(v); err == nil && s.width < 0 {
			err = errors.New("a stroke-width is negative")
		}
	case "stroke-linecap", "stroke-linejoin":
		s.round = v == "round"
	case "stroke-dasharray":
		s.dash, err = dashes(v)
	case "fill-rule":
		s.evenOdd = v == "evenodd"
	case "display":
		s.gone = s.gone || v == "none"
	case "visibility":
		s.hidden = v == "hidden" || v == "collapse"
	}
	return err
}

func isZero(v string) bool {
	f, err := strconv.ParseFloat(strings.TrimSuffix(v, "%"), 64)
	return err == nil && f == 0
}

func dashes(v string) ([]float64, error) {
	if v == "none" {
		return nil, nil
	}
	list, err := numbers(strings.ReplaceAll(v, "px", ""))
	if err != nil {
		return nil, fmt.Errorf("stroke-dasharray=%q cannot be read", clip(v))
	}
	sum := 0.0
	for _, d := range list {
		if d < 0 {
			return nil, errors.New("a dash is negative")
		}
		sum += d
	}
	if sum == 0 || len(list) > 16 {
		return nil, nil
	}
	if len(list)%2 == 1 {
		list = append(list, list...)
	}
	return list, nil
}

// color reads a flat colour. The token says that it is the logo's own: no theme changes it.
func (r *svgReader) color(v string, s svgStyle, inherited scene.Color) (scene.Color, error) {
	low := strings.ToLower(v)
	rgb := func(x uint32) (scene.Color, error) {
		return scene.Color{Token: "logo", R: uint8(x >> 16), G: uint8(x >> 8), B: uint8(x)}, nil
	}
	switch {
	case low == "none", low == "transparent":
		return scene.Color{}, nil
	case low == "inherit":
		return inherited, nil
	case low == "currentcolor":
		if !s.current.None() {
			return s.current, nil
		}
		return r.ink, nil
	case strings.HasPrefix(low, "#"):
		h := low[1:]
		if len(h) == 3 {
			h = string([]byte{h[0], h[0], h[1], h[1], h[2], h[2]})
		}
		if x, err := strconv.ParseUint(h, 16, 32); err == nil && len(h) == 6 {
			return rgb(uint32(x))
		}
	case strings.HasPrefix(low, "rgb(") && strings.HasSuffix(low, ")"):
		if x, ok := rgbFunction(low[4 : len(low)-1]); ok {
			return rgb(x)
		}
	case strings.HasPrefix(low, "url("):
		return scene.Color{}, errors.New("it uses a gradient or pattern")
	default:
		if x, ok := namedColor(low); ok {
			return rgb(x)
		}
	}
	return scene.Color{}, fmt.Errorf("the colour %q cannot be read", clip(v))
}

// rgbFunction reads "1, 2, 3" or "10%, 20%, 30%", with commas or blanks.
func rgbFunction(args string) (uint32, bool) {
	parts := strings.FieldsFunc(args, func(c rune) bool { return c == ',' || c == ' ' || c == '\t' })
	if len(parts) != 3 {
		return 0, false
	}
	var x uint32
	for _, p := range parts {
		number, percent := strings.CutSuffix(p, "%")
		f, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(f) {
			return 0, false
		}
		if percent {
			f = f * 255 / 100
		}
		x = x<<8 | uint32(math.Round(min(max(f, 0), 255)))
	}
	return x, true
}

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

// parseTransform reads "translate(1 2) rotate(30)": the first is applied last.
func parseTransform(text string) (affine, error) {
	m := affine{1, 0, 0, 1, 0, 0}
	wrong := fmt.Errorf("transform=%q cannot be read", clip(text))
	for rest := strings.Trim(text, " \t\r\n,"); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n,") {
		name, after, ok := strings.Cut(rest, "(")
		args, tail, closed := strings.Cut(after, ")")
		if !ok || !closed {
			return m, wrong
		}
		v, err := numbers(args)
		if err != nil {
			return m, wrong
		}
		own, ok := transform(strings.TrimSpace(name), v)
		if !ok {
			return m, wrong
		}
		m, rest = m.after(own), tail
	}
	for _, v := range m {
		if !(math.Abs(v) <= svgNumber*svgNumber) {
			return m, wrong
		}
	}
	return m, nil
}

func transform(name string, v []float64) (affine, bool) {
	n := len(v)
	switch {
	case name == "matrix" && n == 6:
		return affine(v), true
	case name == "translate" && n == 1:
		return affine{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && n == 2:
		return affine{1, 0, 0, 1, v[0], v[1]}, true
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
