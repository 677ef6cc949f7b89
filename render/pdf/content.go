package pdf

import (
	"fmt"
	"math"
	"strconv"

	"roadshow/scene"
)

// content writes one page's operators. It keeps the graphics state, so that nothing is said twice, and the first error, so
// that callers need not ask after every number. Scene coordinates run downwards, PDF's upwards: y is turned round here.
type content struct {
	buf    []byte
	height scene.Pt
	now    state
	stack  []state
	err    error
	coarse bool // two decimals are enough
}

// state is the part of the graphics state that we use; q and Q save and restore it.
type state struct {
	fill, line rgb
	width      scene.Pt
	round      bool
	dash       string
	face       *face
	size       scene.Pt
	tracking   scene.Pt
	hidden     bool // text is placed and found, not painted
}

type rgb struct{ r, g, b uint8 }

func rgbOf(c scene.Color) rgb { return rgb{c.R, c.G, c.B} }

// reset starts a page: the buffer is reused, the state is what PDF says a page begins with. The pen's width is unknown
// because fpdf sets one.
func (c *content) reset(height scene.Pt) {
	c.buf, c.stack, c.height = c.buf[:0], c.stack[:0], height
	c.now = state{width: -1}
}

func (c *content) save() {
	c.stack = append(c.stack, c.now)
	c.op("q")
}

func (c *content) restore() {
	c.now = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	c.op("Q")
}

// op ends an operator's line.
func (c *content) op(s string) {
	c.buf = append(c.buf, s...)
	c.buf = append(c.buf, '\n')
}

// num writes a number with three decimals and the blank after it. PDF has no notation for NaN and infinities.
func (c *content) num(v scene.Pt) { c.milli(c.toMilli(v)) }

// toMilli rounds a length to 1/1000 pt.
func (c *content) toMilli(v scene.Pt) int64 {
	f := math.Round(float64(v) * 1000)
	if c.coarse {
		f = math.Round(f/10) * 10
	}
	if !(math.Abs(f) < 1e10) {
		if c.err == nil {
			c.err = fmt.Errorf("a coordinate or size is %v", float64(v))
		}
		return 0
	}
	return int64(f)
}

func (c *content) milli(n int64) { c.buf = append(appendMilli(c.buf, n), ' ') }

// appendMilli writes n/1000 in the shortest form.
func appendMilli(b []byte, n int64) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	whole, frac := n/1000, n%1000
	if whole != 0 || frac == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if frac == 0 {
		return b
	}
	b = append(b, '.', byte('0'+frac/100))
	if frac %= 100; frac != 0 {
		b = append(b, byte('0'+frac/10))
		if frac %= 10; frac != 0 {
			b = append(b, byte('0'+frac))
		}
	}
	return b
}

// point writes a place on the page.
func (c *content) point(x, y scene.Pt) {
	c.num(x)
	c.num(c.height - y)
}

func (c *content) color(v rgb, op string) {
	for _, part := range [3]uint8{v.r, v.g, v.b} {
		c.milli((int64(part)*1000 + 127) / 255)
	}
	c.op(op)
}

func (c *content) setFill(v rgb) {
	if c.now.fill != v {
		c.now.fill = v
		c.color(v, "rg")
	}
}

// setPen sets colour, width, caps and dashes of the next stroke.
func (c *content) setPen(s scene.Stroke) {
	if v := rgbOf(s.Color); c.now.line != v {
		c.now.line = v
		c.color(v, "RG")
	}
	if c.now.width != s.Width {
		c.now.width = s.Width
		c.num(s.Width)
		c.op("w")
	}
	if c.now.round != s.Round {
		c.now.round = s.Round
		if s.Round {
			c.op("1 J 1 j")
		} else {
			c.op("0 J 0 j")
		}
	}
	if d := c.dash(s.Dash); c.now.dash != d {
		c.now.dash = d
		c.op("[" + d + "] 0 d")
	}
}

// dash writes a dash pattern; one that could never draw anything, or that PDF forbids, is a solid line.
func (c *content) dash(d []scene.Pt) string {
	if len(d) == 0 {
		return ""
	}
	var b []byte
	var sum int64
	for i, v := range d {
		n := c.toMilli(v)
		if n < 0 {
			return ""
		}
		sum += n
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendMilli(b, n)
	}
	if sum == 0 {
		return ""
	}
	return string(b)
}

func (c *content) rect(r scene.Rect) {
	c.point(r.X, r.Bottom())
	c.num(r.W)
	c.num(r.H)
	c.op("re")
}

// longPath is the number of points above which a path is art or a long series: a third decimal would be a sixth of its bytes.
const longPath = 60

// path writes a path without painting it. A path that does not begin with a move, or that has fewer points than its
// operators take, is an error.
func (c *content) path(p scene.Path) {
	was := c.coarse
	c.coarse = was || len(p.Pts) > longPath
	defer func() { c.coarse = was }()
	at := 0
	take := func(n int) []scene.Point {
		if at+n > len(p.Pts) {
			if c.err == nil {
				c.err = fmt.Errorf("a path has %d points, fewer than its operators take", len(p.Pts))
			}
			return nil
		}
		at += n
		return p.Pts[at-n : at]
	}
	for i, op := range p.Ops {
		if i == 0 && op != scene.MoveTo && c.err == nil {
			c.err = fmt.Errorf("a path does not begin with a move")
		}
		switch op {
		case scene.MoveTo, scene.LineTo:
			for _, q := range take(1) {
				c.point(q.X, q.Y)
			}
			c.op([...]string{"m", "l"}[op])
		case scene.CurveTo:
			for _, q := range take(3) {
				c.point(q.X, q.Y)
			}
			c.op("c")
		case scene.Close:
			c.op("h")
		default:
			if c.err == nil {
				c.err = fmt.Errorf("a path has the unknown operator %d", op)
			}
		}
	}
}

// isRect says whether a path is the outline that scene.RectPath makes.
func isRect(p scene.Path) (scene.Rect, bool) {
	if len(p.Ops) != 5 || len(p.Pts) != 4 || p.Ops[4] != scene.Close || p.Ops[0] != scene.MoveTo {
		return scene.Rect{}, false
	}
	for _, op := range p.Ops[1:4] {
		if op != scene.LineTo {
			return scene.Rect{}, false
		}
	}
	a, b, d, e := p.Pts[0], p.Pts[1], p.Pts[2], p.Pts[3]
	if a.Y != b.Y || b.X != d.X || d.Y != e.Y || e.X != a.X {
		return scene.Rect{}, false
	}
	return scene.Rect{X: a.X, Y: a.Y, W: d.X - a.X, H: d.Y - a.Y}, true
}

// visible says whether a shape paints anything.
func visible(s *scene.Shape) bool {
	return len(s.Path.Ops) > 0 && (!s.Fill.Color.None() || !s.Stroke.Color.None() && s.Stroke.Width > 0)
}

// shape paints a visible path.
func (c *content) shape(s *scene.Shape, gradient func(scene.Rect, scene.Paint)) {
	fill, line := !s.Fill.Color.None(), !s.Stroke.Color.None() && s.Stroke.Width > 0
	if fill && !s.Fill.To.None() && s.Fill.To != s.Fill.Color {
		if box := s.Path.Bounds(); box.W > 0 && box.H > 0 {
			c.save()
			c.path(s.Path)
			c.op("W n")
			gradient(box, s.Fill)
			c.restore()
			fill = false
		}
		if !fill && !line {
			return
		}
	}
	if fill {
		c.setFill(rgbOf(s.Fill.Color))
	}
	if line {
		c.setPen(s.Stroke)
	}
	if r, ok := isRect(s.Path); ok {
		c.rect(r)
	} else {
		c.path(s.Path)
	}
	c.op(map[[2]bool]string{{true, false}: "f", {false, true}: "S", {true, true}: "B"}[[2]bool{fill, line}])
}
