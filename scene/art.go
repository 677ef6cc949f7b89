package scene

// Art is a drawing from elsewhere, such as a logo: vectors with gradients, see-through parts and cuts of their own, which
// no page of ours uses. It holds no words, and no words may stand on it. Its colours are final: no theme changes them.
type Art struct {
	ID    string
	Frame Rect // what lies outside is cut
	Alt   string
	Marks []Mark // in painting order
}

func (*Art) item() {}

// Mark is one painted path, or a set of marks that are cut or faded together.
type Mark struct {
	Path    Path
	EvenOdd bool // the rule of the filling; else non-zero
	Fill    Ink
	Pen     Pen // painted above the filling

	Parts []Mark  // a set: nothing of the above
	Cut   *Cut    // of a set: what lies outside is not drawn
	Fade  float64 // of a set as a whole: 0 opaque, 1 not seen
}

// Cut is an outline that bounds a drawing.
type Cut struct {
	Path    Path
	EvenOdd bool
}

// Ink is a flat colour or a gradient.
type Ink struct {
	Color    Color
	Gradient *Gradient // instead of the colour
	Fade     float64   // 0 opaque, 1 not seen
}

// None says that the ink paints nothing.
func (i Ink) None() bool { return i.Fade >= 1 || i.Gradient == nil && i.Color.None() }

// Gradient runs from A to B; a radial one from the circle of radius RA around A to that of RB around B. Before and after,
// the first and last colours go on.
type Gradient struct {
	Radial bool
	A, B   Point
	RA, RB Pt
	Map    [6]float64 // from its own units to the page: x' = ax + cy + e, y' = bx + dy + f
	Stops  []Stop     // at least two, rising from 0 to 1
}

// Stop is a colour of a gradient.
type Stop struct {
	At    float64
	Color Color
	Fade  float64
}

// Faded says that some of the gradient is see-through.
func (g *Gradient) Faded() bool {
	for _, s := range g.Stops {
		if s.Fade > 0 {
			return true
		}
	}
	return false
}

// Cap is how a line ends.
type Cap uint8

// Caps, in PDF's numbers.
const (
	ButtCap Cap = iota
	RoundCap
	SquareCap
)

// Join is how a line bends.
type Join uint8

// Joins, in PDF's numbers.
const (
	MiterJoin Join = iota
	RoundJoin
	BevelJoin
)

// Pen draws the path of a mark.
type Pen struct {
	Ink
	Width Pt
	Cap   Cap
	Join  Join
	Miter float64 // how far a mitred corner may reach, in widths; from 1
	Dash  []Pt    // on, off, …; nil: solid
	Phase Pt      // where in the dashes the line begins
	// Warp is the pen's own plane, where it is uneven: x' = ax + cy, y' = bx + dy. Width and dashes are measured in it.
	Warp *[4]float64
}

// Seen says that the pen draws something.
func (p Pen) Seen() bool { return p.Width > 0 && !p.None() }

// Unwarped is the path in the pen's own plane.
func (p Pen) Unwarped(path Path) Path {
	if p.Warp == nil {
		return path
	}
	m := p.Warp
	det := m[0]*m[3] - m[1]*m[2]
	pts := make([]Point, len(path.Pts))
	for i, q := range path.Pts {
		x, y := float64(q.X), float64(q.Y)
		pts[i] = Point{Pt((m[3]*x - m[2]*y) / det), Pt((m[0]*y - m[1]*x) / det)}
	}
	return Path{path.Ops, pts}
}

// finiteMarks says that every number of the marks is one.
func finiteMarks(marks []Mark) bool {
	ink := func(i Ink) bool {
		g := i.Gradient
		if g == nil {
			return finite(Pt(i.Fade))
		}
		ok := finite(Pt(i.Fade), g.A.X, g.A.Y, g.B.X, g.B.Y, g.RA, g.RB) && len(g.Stops) >= 2
		for _, v := range g.Map {
			ok = ok && finite(Pt(v))
		}
		return ok
	}
	path := func(p Path) bool {
		for _, q := range p.Pts {
			if !finite(q.X, q.Y) {
				return false
			}
		}
		return true
	}
	for i := range marks {
		m := &marks[i]
		if !path(m.Path) || !ink(m.Fill) || !ink(m.Pen.Ink) || !finite(m.Pen.Width, m.Pen.Phase, Pt(m.Pen.Miter), Pt(m.Fade)) ||
			!finite(m.Pen.Dash...) || m.Cut != nil && !path(m.Cut.Path) || !finiteMarks(m.Parts) {
			return false
		}
	}
	return true
}
