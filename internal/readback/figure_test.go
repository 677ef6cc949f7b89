package readback

import (
	"math"
	"slices"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
)

// figure is what a reader of a PDF file gets of one chart: its vectors and its words, nothing of how they were made.
type figure struct {
	rects  []bar          // filled frames, those in the page's colour left out
	fades  []bar          // frames that run out without an edge
	discs  []disc         // filled circles, those in the page's colour left out
	rings  []disc         // stroked circles
	shapes []pdftest.Path // any other filled shape
	rules  []rule         // straight strokes
	lines  []pdftest.Path // strokes of more than two points, and round ones
	says   []*phrase
}

type paint [3]float64

// bar is a filled frame; at counts the paths in the order of painting.
type bar struct {
	x0, x1, y0, y1 float64
	color          paint
	at             int
}

type disc struct {
	x, y, r float64
	color   paint
	at      int
}

type rule struct {
	x0, y0, x1, y1, w float64
	color             paint
	dashed            bool
}

// phrase is words of one style on one line.
type phrase struct {
	text           string
	x, right, y, s float64 // y: baseline, s: size
	color          paint
}

// within says that a frame cannot be seen, because it lies in another of its colour.
func (b bar) within(o bar) bool {
	return b.color == o.color && b.x0 >= o.x0 && b.x1 <= o.x1 && b.y0 >= o.y0 && b.y1 <= o.y1
}

func (b bar) cx() float64 { return (b.x0 + b.x1) / 2 }
func (b bar) cy() float64 { return (b.y0 + b.y1) / 2 }

func (p phrase) cx() float64 { return (p.x + p.right) / 2 }

// cy is the middle of the digits.
func (p phrase) cy() float64 { return p.y - 0.35*p.s }

// figureOf finds the chart whose alternative text holds a title.
func figureOf(t *testing.T, f *pdftest.File, title string) *figure {
	t.Helper()
	var found *pdftest.Element
	for _, e := range f.Structure.Find("Figure") {
		if strings.Contains(e.Alt, title) {
			if found != nil {
				t.Fatalf("two figures say %q", title)
			}
			found = e
		}
	}
	if found == nil {
		t.Fatalf("no figure says %q", title)
	}
	p := &f.Pages[found.Page-1]
	g := &figure{}
	ground := paint{1, 1, 1}
	for _, q := range p.Paths { // the page is painted first, as a whole
		if b := q.Bounds(); q.Fill != nil && b.W >= p.W && b.H >= p.H {
			ground = *q.Fill
			break
		}
	}
	for i, q := range p.Paths {
		if slices.Contains(found.Marks, q.MCID) {
			g.add(q, i, ground)
		}
	}
	for i := range p.Words {
		if w := &p.Words[i]; slices.Contains(found.Marks, w.MCID) && !w.Hidden {
			before := (*pdftest.Word)(nil)
			if i > 0 {
				before = &p.Words[i-1]
			}
			g.say(w, before)
		}
	}
	return g
}

func (g *figure) add(q pdftest.Path, at int, ground paint) {
	b := q.Bounds()
	frame := bar{b.X, b.X + b.W, b.Y, b.Y + b.H, paint{}, at}
	switch {
	case q.Gradient != nil:
		g.fades = append(g.fades, frame)
	case q.Fill != nil && paint(*q.Fill) == ground:
	case q.Fill != nil && isFrame(q):
		frame.color = *q.Fill
		if !slices.ContainsFunc(g.rects, frame.within) { // a plate of a mark's own colour, under words on its hatching
			g.rects = append(g.rects, frame)
		}
	case q.Fill != nil && isCircle(q):
		g.discs = append(g.discs, disc{frame.cx(), frame.cy(), b.W / 2, *q.Fill, at})
	case q.Fill != nil:
		g.shapes = append(g.shapes, q)
	case q.Stroke != nil && isCircle(q):
		g.rings = append(g.rings, disc{frame.cx(), frame.cy(), b.W / 2, *q.Stroke, at})
	case q.Stroke != nil && q.Ops == "ml" && !q.Round:
		g.rules = append(g.rules, rule{q.X[0], q.Y[0], q.X[1], q.Y[1], q.Width, *q.Stroke, len(q.Dash) > 0})
	case q.Stroke != nil:
		g.lines = append(g.lines, q)
	}
}

func isFrame(q pdftest.Path) bool {
	return q.Ops == "mlllh" && (q.X[0] == q.X[1] && q.Y[1] == q.Y[2] && q.X[2] == q.X[3] && q.Y[3] == q.Y[0] ||
		q.Y[0] == q.Y[1] && q.X[1] == q.X[2] && q.Y[2] == q.Y[3] && q.X[3] == q.X[0])
}

func isCircle(q pdftest.Path) bool {
	b := q.Bounds()
	return strings.Count(q.Ops, "c") == 4 && strings.HasSuffix(q.Ops, "h") && math.Abs(b.W-b.H) < 0.01
}

// say takes a word into the phrases: to the one before it where they stand on one line, in one style, a blank apart.
func (g *figure) say(w, before *pdftest.Word) {
	if n := len(g.says) - 1; n >= 0 && before != nil && before.Line == w.Line && before.Font == w.Font && before.Size == w.Size &&
		before.Color == w.Color && w.X-before.Right() < 0.5*w.Size {
		g.says[n].text += " " + w.Text
		g.says[n].right = w.Right()
		return
	}
	g.says = append(g.says, &phrase{w.Text, w.X, w.Right(), w.Y, w.Size, w.Color})
}

// named are the phrases that are exactly these words.
func (g *figure) named(text string) (out []*phrase) {
	for _, p := range g.says {
		if p.text == text {
			out = append(out, p)
		}
	}
	return out
}

// baseline is the heaviest of the long rules, along x or along y, but no gridline: where zero stands. ok is false without one.
func (g *figure) baseline(flat bool) (at float64, ok bool) {
	most := 0.0
	for _, r := range g.rules {
		if (r.y0 == r.y1) != flat || (r.x0 == r.x1) == flat || r.dashed || r.w < 0.7 {
			continue
		}
		if l := math.Hypot(r.x1-r.x0, r.y1-r.y0); r.w*1e4+l > most {
			most, ok = r.w*1e4+l, true
			at = r.x0
			if flat {
				at = r.y0
			}
		}
	}
	return at, ok
}
