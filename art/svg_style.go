package art

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// svgStyle is what an element inherits.
type svgStyle struct {
	fill, stroke               svgPaint
	fillOpacity, strokeOpacity float64
	width                      float64
	dash                       []float64
	phase                      float64
	cap                        scene.Cap
	join                       scene.Join
	miter                      float64
	evenOdd, clipEvenOdd       bool
	penFirst                   bool     // paint-order: the filling covers the stroke
	hidden                     bool     // visibility, which a child may take back
	current                    svgColor // currentColor
	em                         float64
}

// svgOwn is an element's style and what its children do not inherit.
type svgOwn struct {
	svgStyle
	gone      bool
	opacity   float64
	transform affine
	clip      string // id of a clip path
	mask      string // id of a mask
}

func newSVGStyle(ink scene.Color) svgStyle {
	return svgStyle{fill: svgPaint{svgColor: svgColor{Color: scene.Color{Token: "logo"}, alpha: 1}}, stroke: svgPaint{none: true},
		fillOpacity: 1, strokeOpacity: 1, width: 1, miter: 4, current: svgColor{ink, 1}, em: 16}
}

// svgRefused are properties that change a drawing in ways that are not drawn here; these values change nothing.
var svgRefused = map[string][]string{
	"mask-image": {"none"}, "filter": {"none"}, "backdrop-filter": {"none"}, "mix-blend-mode": {"normal"},
	"marker": {"none"}, "marker-start": {"none"}, "marker-mid": {"none"}, "marker-end": {"none"},
	"vector-effect": {"none"}, "transform-box": {"view-box"},
	"rotate": {"none"}, "scale": {"none"}, "translate": {"none"}, "clip": {"auto"}, "zoom": {"1", "normal"},
}

// geometry elements read these attributes under the same names as properties that would be refused.
var svgNotProperties = map[string]bool{"rotate": true, "scale": true, "translate": true}

// styled reads an element's properties.
func (r *svgReader) styled(n *svgNode, s svgStyle, port [2]float64) (own svgOwn, err error) {
	set, err := r.cascade(n)
	if err != nil {
		return own, err
	}
	own = svgOwn{svgStyle: s, opacity: 1, transform: affine{1, 0, 0, 1, 0, 0}}
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	slices.Sort(names)
	at := svgContext{style: s, port: port}
	for _, first := range []string{"font-size", "color"} { // before what is measured in them
		v, ok := set[first]
		if !ok || v == "inherit" {
			continue
		}
		if first == "color" {
			if own.current, err = parseColor(v, s.current); err != nil {
				return own, err
			}
		} else if size, err := at.length(v, 1); err == nil && size > 0 {
			own.em = size
			at.style.em = size
		}
	}
	for _, name := range names {
		v := set[name]
		if harmless, ok := svgRefused[name]; ok && !(svgNotProperties[name] && n.attr[name] != "") {
			if v != "inherit" && v != "initial" && v != "unset" && !slices.Contains(harmless, v) {
				return own, n.fault(hintFlatten, "it uses %s", name)
			}
			continue
		}
		if v == "inherit" || v == "unset" && name != "opacity" {
			continue
		}
		if err := own.property(name, v, at); err != nil {
			return own, n.blame(HintRepair, err)
		}
	}
	return own, own.place(n, set, at)
}

func (s *svgOwn) property(name, v string, at svgContext) (err error) {
	switch name {
	case "fill":
		s.fill, err = parsePaint(v, s.current)
	case "stroke":
		s.stroke, err = parsePaint(v, s.current)
	case "opacity":
		s.opacity, err = parseAlpha(name, v)
	case "fill-opacity":
		s.fillOpacity, err = parseAlpha(name, v)
	case "stroke-opacity":
		s.strokeOpacity, err = parseAlpha(name, v)
	case "stroke-width":
		if s.width, err = at.length(v, 2); err != nil {
			err = fmt.Errorf("stroke-width=%q is no length", clip(v))
		} else if s.width < 0 {
			err = errors.New("a stroke-width is negative")
		}
	case "stroke-linecap":
		i := slices.Index([]string{"butt", "round", "square"}, v)
		if s.cap = scene.Cap(max(0, i)); i < 0 {
			err = fmt.Errorf("stroke-linecap=%q cannot be read", clip(v))
		}
	case "stroke-linejoin":
		i := slices.Index([]string{"miter", "round", "bevel"}, v)
		if s.join = scene.Join(max(0, i)); i < 0 {
			err = fmt.Errorf("stroke-linejoin=%q is not drawn", clip(v))
		}
	case "stroke-miterlimit":
		miter, wrong := strconv.ParseFloat(v, 64)
		if wrong != nil || !(math.Abs(miter) <= svgFar) {
			return fmt.Errorf("stroke-miterlimit=%q cannot be read", clip(v))
		}
		if miter >= 1 { // SVG 2, 13.5.4: of a smaller one nobody takes notice
			s.miter = miter
		}
	case "stroke-dasharray":
		s.dash, err = at.dashes(v)
	case "stroke-dashoffset":
		if s.phase, err = at.length(v, 2); err != nil {
			err = fmt.Errorf("stroke-dashoffset=%q is no length", clip(v))
		}
	case "paint-order": // what is not named follows in the usual order
		s.penFirst = false
		for i, w := range svgWords(v) {
			switch {
			case w == "stroke":
				s.penFirst = s.penFirst || i == 0 || i == 1 && strings.HasPrefix(v, "markers")
			case w != "normal" && w != "fill" && w != "markers":
				return fmt.Errorf("paint-order=%q cannot be read", clip(v))
			}
		}
	case "fill-rule":
		s.evenOdd = v == "evenodd"
	case "clip-rule":
		s.clipEvenOdd = v == "evenodd"
	case "display":
		s.gone = v == "none"
	case "visibility":
		s.hidden = v == "hidden" || v == "collapse"
	case "clip-path", "mask":
		if v == "none" || v == "initial" || v == "unset" {
			break
		}
		id, rest, ok := parseURL(v)
		if !ok || rest != "" {
			return fmt.Errorf("%s=%q is not drawn", name, clip(v))
		}
		if name == "mask" {
			s.mask = id
		} else {
			s.clip = id
		}
	}
	return err
}

// place reads the transform. One of a style sheet has units, and an origin of its own.
func (s *svgOwn) place(n *svgNode, set map[string]string, at svgContext) (err error) {
	text, ok := set["transform"]
	if !ok || text == "none" || n.name == "linearGradient" || n.name == "radialGradient" {
		return nil
	}
	if s.transform, err = parseTransform(text, at); err != nil {
		return n.blame(HintRepair, err)
	}
	origin, ok := set["transform-origin"]
	if !ok {
		return nil
	}
	var o [2]float64
	words := svgWords(origin)
	if len(words) > 1 && (words[0] == "top" || words[0] == "bottom" || words[1] == "left" || words[1] == "right") {
		words[0], words[1] = words[1], words[0]
	}
	if len(words) == 1 {
		words = append(words, "50%")
		if words[0] == "top" || words[0] == "bottom" {
			words[0], words[1] = words[1], words[0]
		}
	}
	keywords := map[string]string{"left": "0", "top": "0", "center": "50%", "right": "100%", "bottom": "100%"}
	for i := range o {
		w := words[i]
		if k, ok := keywords[w]; ok {
			w = k
		}
		if o[i], err = at.length(w, i); err != nil {
			return n.fault(HintRepair, "transform-origin=%q cannot be read", clip(origin))
		}
	}
	s.transform = affine{1, 0, 0, 1, o[0], o[1]}.after(s.transform).after(affine{1, 0, 0, 1, -o[0], -o[1]})
	return nil
}

// parseAlpha reads an opacity.
func parseAlpha(name, v string) (float64, error) {
	number, percent := strings.CutSuffix(v, "%")
	f, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsNaN(f) {
		return 0, fmt.Errorf("%s=%q cannot be read", name, clip(v))
	}
	if percent {
		f /= 100
	}
	return min(1, max(0, f)), nil
}

func (at svgContext) dashes(v string) ([]float64, error) {
	if v == "none" {
		return nil, nil
	}
	var list []float64
	sum := 0.0
	for _, w := range svgWords(v) {
		d, err := at.length(w, 2)
		if err != nil || d < 0 {
			return nil, fmt.Errorf("stroke-dasharray=%q cannot be read", clip(v))
		}
		list, sum = append(list, d), sum+d
	}
	if len(list) > 64 {
		return nil, errors.New("a stroke-dasharray has more than 64 parts")
	}
	if sum == 0 {
		return nil, nil
	}
	if len(list)%2 == 1 {
		list = append(list, list...)
	}
	return list, nil
}

// length reads a length in the drawing's units; a percentage is a part of the width (0), the height (1) or the diagonal (2).
func (at svgContext) length(text string, side int) (float64, error) {
	s := scanner{text: text}
	v, err := s.number()
	if err != nil {
		return 0, err
	}
	unit := strings.TrimSpace(s.text[s.at:])
	switch unit {
	case "%":
		w, h := at.port[0], at.port[1]
		return v / 100 * [...]float64{w, h, math.Sqrt((w*w + h*h) / 2)}[side], nil
	case "em":
		return v * at.style.em, nil
	case "ex":
		return v * at.style.em / 2, nil
	case "rem":
		return v * 16, nil
	}
	units := map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "Q": 96 / 101.6}
	k, ok := units[unit]
	if !ok {
		return 0, s.wrong()
	}
	return v * k, nil
}

// absolute is a size of the drawing as a whole, which has nothing to be a part of.
func (n *svgNode) absolute(name string, s svgStyle) (float64, bool) {
	text := n.attr[name]
	if text == "" || strings.HasSuffix(text, "%") {
		return 0, false
	}
	v, err := svgContext{style: s}.length(text, 0)
	return v, err == nil
}
