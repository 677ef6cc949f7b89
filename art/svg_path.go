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

// svgShapes turn an element into a path in its own units.
var svgShapes = map[string]func(*svgNode, svgContext) (scene.Path, error){
	"path":     func(n *svgNode, _ svgContext) (scene.Path, error) { return parsePath(n.attr["d"]) },
	"rect":     svgRect,
	"circle":   svgEllipse,
	"ellipse":  svgEllipse,
	"line":     svgLine,
	"polyline": svgPolyline,
	"polygon":  svgPolyline,
}

// lengths reads attributes that are lengths; a missing one is 0.
func (at svgContext) lengths(e *svgNode, names ...string) ([]float64, error) {
	out := make([]float64, len(names))
	for i, n := range names {
		v := e.attr[n]
		if v == "" || v == "auto" {
			continue
		}
		side := 2
		if strings.HasSuffix(n, "x") || strings.HasPrefix(n, "x") || n == "width" {
			side = 0
		} else if n != "r" {
			side = 1
		}
		x, err := at.length(v, side)
		if err != nil {
			return nil, fmt.Errorf("%s=%q is no length", n, clip(v))
		}
		out[i] = x
	}
	return out, nil
}

func svgRect(n *svgNode, at svgContext) (p scene.Path, err error) {
	v, err := at.lengths(n, "x", "y", "width", "height", "rx", "ry")
	if err != nil {
		return p, err
	}
	x, y, w, h, rx, ry := v[0], v[1], v[2], v[3], v[4], v[5]
	if w < 0 || h < 0 || rx < 0 || ry < 0 {
		return p, errors.New("a length is negative")
	}
	if w == 0 || h == 0 {
		return p, nil
	}
	if n.unset("rx") {
		rx = ry
	}
	if n.unset("ry") {
		ry = rx
	}
	b := pathBuilder{}
	rx, ry = min(rx, w/2), min(ry, h/2)
	if rx == 0 || ry == 0 {
		b.rect(x, y, w, h)
		return b.path, nil
	}
	b.move(x+rx, y)
	b.line(x+w-rx, y)
	b.arc(rx, ry, 0, false, true, x+w, y+ry)
	b.line(x+w, y+h-ry)
	b.arc(rx, ry, 0, false, true, x+w-rx, y+h)
	b.line(x+rx, y+h)
	b.arc(rx, ry, 0, false, true, x, y+h-ry)
	b.line(x, y+ry)
	b.arc(rx, ry, 0, false, true, x+rx, y)
	b.close()
	return b.path, nil
}

// unset says that a radius follows from the other.
func (n *svgNode) unset(name string) bool { return n.attr[name] == "" || n.attr[name] == "auto" }

func svgEllipse(n *svgNode, at svgContext) (p scene.Path, err error) {
	v, err := at.lengths(n, "cx", "cy", "r", "rx", "ry")
	if err != nil {
		return p, err
	}
	cx, cy, rx, ry := v[0], v[1], v[3], v[4]
	if n.name == "circle" {
		rx, ry = v[2], v[2]
	}
	if n.name == "ellipse" && n.unset("rx") {
		rx = ry
	} else if n.name == "ellipse" && n.unset("ry") {
		ry = rx
	}
	if rx < 0 || ry < 0 {
		return p, errors.New("a radius is negative")
	}
	if rx == 0 || ry == 0 {
		return p, nil
	}
	b := pathBuilder{}
	b.move(cx+rx, cy)
	b.arc(rx, ry, 0, false, true, cx, cy+ry)
	b.arc(rx, ry, 0, false, true, cx-rx, cy)
	b.arc(rx, ry, 0, false, true, cx, cy-ry)
	b.arc(rx, ry, 0, false, true, cx+rx, cy)
	b.close()
	return b.path, nil
}

func svgLine(n *svgNode, at svgContext) (p scene.Path, err error) {
	v, err := at.lengths(n, "x1", "y1", "x2", "y2")
	if err != nil {
		return p, err
	}
	b := pathBuilder{}
	b.move(v[0], v[1])
	b.line(v[2], v[3])
	return b.path, nil
}

func svgPolyline(n *svgNode, _ svgContext) (p scene.Path, err error) {
	v, err := numbers(n.attr["points"])
	if err != nil || len(v)%2 != 0 {
		return p, errors.New("its points are not pairs of numbers")
	}
	b := pathBuilder{}
	for i := 0; i+1 < len(v); i += 2 {
		if i == 0 {
			b.move(v[0], v[1])
		} else {
			b.line(v[i], v[i+1])
		}
	}
	if n.name == "polygon" && len(v) > 0 {
		b.close()
	}
	return b.path, nil
}

// pathBuilder turns path commands into lines and cubic curves.
type pathBuilder struct {
	path           scene.Path
	x, y           float64 // the pen
	startX, startY float64
	closed         bool // the next line begins a contour where the last one began
}

func (b *pathBuilder) move(x, y float64) {
	b.path.Move(scene.Pt(x), scene.Pt(y))
	b.x, b.y, b.startX, b.startY, b.closed = x, y, x, y, false
}

func (b *pathBuilder) rect(x, y, w, h float64) {
	b.move(x, y)
	b.line(x+w, y)
	b.line(x+w, y+h)
	b.line(x, y+h)
	b.close()
}

func (b *pathBuilder) open() {
	if b.closed {
		b.move(b.startX, b.startY)
	}
}

func (b *pathBuilder) line(x, y float64) {
	b.open()
	b.path.Line(scene.Pt(x), scene.Pt(y))
	b.x, b.y = x, y
}

func (b *pathBuilder) curve(x1, y1, x2, y2, x, y float64) {
	b.open()
	b.path.Curve(scene.Point{X: scene.Pt(x1), Y: scene.Pt(y1)}, scene.Point{X: scene.Pt(x2), Y: scene.Pt(y2)}, scene.Point{X: scene.Pt(x), Y: scene.Pt(y)})
	b.x, b.y = x, y
}

func (b *pathBuilder) quad(x1, y1, x, y float64) {
	b.curve(b.x+2*(x1-b.x)/3, b.y+2*(y1-b.y)/3, x+2*(x1-x)/3, y+2*(y1-y)/3, x, y)
}

func (b *pathBuilder) close() {
	if !b.closed {
		b.path.Close()
	}
	b.x, b.y, b.closed = b.startX, b.startY, true
}

// arc is the elliptical arc of SVG 1.1, appendix F.6: from end points to centre, then curves of at most 90°.
func (b *pathBuilder) arc(rx, ry, turn float64, large, sweep bool, x, y float64) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if b.x == x && b.y == y {
		return
	}
	if rx < 1e-9 || ry < 1e-9 {
		b.line(x, y)
		return
	}
	sin, cos := math.Sincos(turn * math.Pi / 180)
	dx, dy := (b.x-x)/2, (b.y-y)/2
	x1, y1 := cos*dx+sin*dy, -sin*dx+cos*dy
	if l := x1*x1/(rx*rx) + y1*y1/(ry*ry); l > 1 { // too small to reach: scaled up
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	q := rx*rx*y1*y1 + ry*ry*x1*x1
	k := 0.0
	if q > 0 {
		k = math.Sqrt(max(0, (rx*rx*ry*ry-q)/q))
	}
	if large == sweep {
		k = -k
	}
	cx1, cy1 := k*rx*y1/ry, -k*ry*x1/rx
	cx, cy := cos*cx1-sin*cy1+(b.x+x)/2, sin*cx1+cos*cy1+(b.y+y)/2
	from := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	to := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx)
	delta := to - from
	if sweep && delta < 0 {
		delta += 2 * math.Pi
	} else if !sweep && delta > 0 {
		delta -= 2 * math.Pi
	}
	n := max(1, int(math.Ceil(math.Abs(delta)/(math.Pi/2)-1e-9)))
	step := delta / float64(n)
	t := 4.0 / 3.0 * math.Tan(step/4)
	at := func(a float64) (x, y, dx, dy float64) {
		s, c := math.Sincos(a)
		return cx + cos*rx*c - sin*ry*s, cy + sin*rx*c + cos*ry*s, -cos*rx*s - sin*ry*c, -sin*rx*s + cos*ry*c
	}
	for i := range n {
		ax, ay, adx, ady := at(from + step*float64(i))
		zx, zy, zdx, zdy := at(from + step*float64(i+1))
		if i == n-1 {
			zx, zy = x, y
		}
		b.curve(ax+t*adx, ay+t*ady, zx-t*zdx, zy-t*zdy, zx, zy)
	}
}

// arguments is how many numbers each command takes.
var arguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// parsePath reads path data. A browser would draw what stands before an error; here it is one.
func parsePath(d string) (scene.Path, error) {
	s := scanner{text: d}
	b := &pathBuilder{}
	var cmd byte
	var lastX, lastY float64 // control point of the curve before
	last := byte(0)
	for s.blank(); s.at < len(s.text); s.blank() {
		if c := s.text[s.at]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			cmd = c
			s.at++
		} else if cmd == 0 || cmd == 'Z' || cmd == 'z' {
			return b.path, s.wrong()
		}
		upper := cmd &^ 0x20
		n, ok := arguments[upper]
		if !ok || len(b.path.Ops) == 0 && upper != 'M' {
			return b.path, s.wrong()
		}
		var a [7]float64
		for i := range n {
			var err error
			if upper == 'A' && (i == 3 || i == 4) {
				a[i], err = s.flag()
			} else {
				a[i], err = s.number()
			}
			if err != nil {
				return b.path, err
			}
		}
		if len(b.path.Pts) > limits.DrawingPoints.N() {
			return b.path, limits.DrawingPoints.Err()
		}
		var ox, oy float64
		if cmd >= 'a' {
			ox, oy = b.x, b.y
		}
		cx, cy := b.x, b.y
		switch upper {
		case 'M':
			b.move(ox+a[0], oy+a[1])
			cmd = 'L' | cmd&0x20 // further pairs are lines
		case 'L':
			b.line(ox+a[0], oy+a[1])
		case 'H':
			b.line(ox+a[0], b.y)
		case 'V':
			b.line(b.x, oy+a[0])
		case 'C':
			cx, cy = ox+a[2], oy+a[3]
			b.curve(ox+a[0], oy+a[1], cx, cy, ox+a[4], oy+a[5])
		case 'S':
			x1, y1 := b.x, b.y
			if last == 'C' || last == 'S' {
				x1, y1 = 2*b.x-lastX, 2*b.y-lastY
			}
			cx, cy = ox+a[0], oy+a[1]
			b.curve(x1, y1, cx, cy, ox+a[2], oy+a[3])
		case 'Q':
			cx, cy = ox+a[0], oy+a[1]
			b.quad(cx, cy, ox+a[2], oy+a[3])
		case 'T':
			if last == 'Q' || last == 'T' {
				cx, cy = 2*b.x-lastX, 2*b.y-lastY
			}
			b.quad(cx, cy, ox+a[0], oy+a[1])
		case 'A':
			b.arc(a[0], a[1], a[2], a[3] != 0, a[4] != 0, ox+a[5], oy+a[6])
		case 'Z':
			b.close()
		}
		lastX, lastY, last = cx, cy, upper
	}
	return b.path, nil
}

// scanner reads numbers as SVG writes them: "1-2.5.5e3" are three.
type scanner struct {
	text string
	at   int
}

// blank skips white space and one comma.
func (s *scanner) blank() {
	for comma := false; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r', '\f':
		case ',':
			if comma {
				return
			}
			comma = true
		default:
			return
		}
	}
}

func (s *scanner) wrong() error {
	rest := s.text[min(s.at, len(s.text)):]
	if rest == "" {
		return errors.New("its data end too early")
	}
	return fmt.Errorf("its data cannot be read at %q", clip(rest))
}

func (s *scanner) number() (float64, error) {
	s.blank()
	from := s.at
	digits := func() (n int) {
		for ; s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9'; s.at++ {
			n++
		}
		return n
	}
	sign := func() {
		if s.at < len(s.text) && (s.text[s.at] == '+' || s.text[s.at] == '-') {
			s.at++
		}
	}
	sign()
	n := digits()
	if s.at < len(s.text) && s.text[s.at] == '.' {
		s.at++
		n += digits()
	}
	if n == 0 {
		s.at = from
		return 0, s.wrong()
	}
	if before := s.at; s.at < len(s.text) && s.text[s.at]|0x20 == 'e' {
		s.at++
		sign()
		if digits() == 0 {
			s.at = before // a unit such as em
		}
	}
	v, err := strconv.ParseFloat(s.text[from:s.at], 64)
	if err != nil || math.Abs(v) > svgFar {
		return 0, limits.DrawingNumber.Err(clip(s.text[from:s.at]))
	}
	return v, nil
}

// flag is one digit, which needs no space behind it.
func (s *scanner) flag() (float64, error) {
	s.blank()
	if s.at < len(s.text) && (s.text[s.at] == '0' || s.text[s.at] == '1') {
		s.at++
		return float64(s.text[s.at-1] - '0'), nil
	}
	return 0, s.wrong()
}

// numbers reads a list of numbers.
func numbers(text string) ([]float64, error) {
	s := scanner{text: text}
	var out []float64
	for s.blank(); s.at < len(s.text); s.blank() {
		v, err := s.number()
		if err != nil {
			return nil, err
		}
		if out = append(out, v); len(out) > 2*limits.DrawingPoints.N() {
			return nil, limits.DrawingPoints.Err()
		}
	}
	return out, nil
}
