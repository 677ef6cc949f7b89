package scene

// Pt is a length in points, 1/72 inch. The origin of a page is its top-left corner, y grows downwards.
type Pt float64

// Point is a place on a page.
type Point struct{ X, Y Pt }

// Size is the extent of a page or a picture.
type Size struct{ W, H Pt }

// Rect is a frame: its top-left corner and extent.
type Rect struct{ X, Y, W, H Pt }

// Right is the x of the right edge.
func (r Rect) Right() Pt { return r.X + r.W }

// Bottom is the y of the lower edge.
func (r Rect) Bottom() Pt { return r.Y + r.H }

// Inset moves every edge inwards by d (outwards when d is negative).
func (r Rect) Inset(d Pt) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Shift moves the frame.
func (r Rect) Shift(dx, dy Pt) Rect { return Rect{r.X + dx, r.Y + dy, r.W, r.H} }

// Overlaps says whether two frames share an area.
func (r Rect) Overlaps(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Contains says whether o lies inside r, edges included.
func (r Rect) Contains(o Rect) bool {
	return o.X >= r.X && o.Y >= r.Y && o.Right() <= r.Right() && o.Bottom() <= r.Bottom()
}

// Union is the smallest frame around both.
func (r Rect) Union(o Rect) Rect {
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.Right(), o.Right()) - x, max(r.Bottom(), o.Bottom()) - y}
}

// A4, Letter and Slide169 are the page sizes.
var (
	A4       = Size{595.28, 841.89}
	Letter   = Size{612, 792}
	Slide169 = Size{960, 540}
)
