package page

import "roadshow/scene"

// A slide's body is as high for two rows as for twelve. A layout offers its sizes from the largest down, for all its parts
// together, and takes the largest at which everything fits. What is then left is shared out between rows, within measure, or
// lies around a block at the optical centre: never below small words in the upper half.

// Letter is a size of type with its leading.
type Letter struct{ Size, Leading scene.Pt }

// On is a size of type on a leading, as printers say: 22 on 28.
func On(size, leading scene.Pt) Letter { return Letter{Size: size, Leading: leading} }

func (l Letter) Of(st scene.Style) scene.Style { return st.At(l.Size, l.Leading) }

// Roomy is the share of a body that sizes above the usual may fill: they are there to use white space, not to use it up.
const Roomy = 0.95

// Largest is the first of sizes at which everything fits, or the last; ok says whether it does.
func Largest[S any](sizes []S, fits func(S) bool) (size S, ok bool) {
	for _, size = range sizes {
		if fits(size) {
			return size, true
		}
	}
	return size, false
}

// LargestRows builds rows with the largest type at which they stand on one slide with some air; build may refuse type above the
// floors with nil. Where they do not stand on one slide, they go on at the floors.
func (s *Slides) LargestRows(headH scene.Pt, most int, build func() []*Box) []*Box {
	room := slideBody - headH
	var rows []*Box
	s.Grow(bodyCap, func() bool {
		rows = build()
		return len(rows) > 0 && len(rows) <= most && HeightOf(rows) <= room*Roomy
	})
	return build()
}

func HeightOf(rows []*Box) (h scene.Pt) {
	for _, r := range rows {
		h += r.H
	}
	return h
}

// Spread is what each of n rows of a height takes of a frame's spare height: at most three fifths of itself, and 14 at least
// where there is as much.
func Spread(h, room scene.Pt, n int) scene.Pt {
	each := scene.Pt(max(1, n))
	return max(0, min((room-h)/each, max(14, 0.6*h/each)))
}

// slideGutter is between columns of the grid. Words keep a little of their column free, so that they do not run together.
const (
	SlideGutter          = SlidePitch - SlideColumn
	ColumnAir   scene.Pt = 8
)

// BesideSeal is where words begin beside a seal: a seal of a column's width has them on the next column.
func BesideSeal(side scene.Pt) scene.Pt {
	if side == SlideColumn {
		return SlidePitch
	}
	return side + 12
}

// SlideColumns is the width of each of n columns: up to four, and six, stand on the grid.
func SlideColumns(n int) scene.Pt {
	return (SlideRight - SlideLeft - SlideGutter*scene.Pt(n-1)) / scene.Pt(n)
}

// Optical is the top of a block that stands by itself in a frame: its middle a little above the frame's.
func Optical(frame scene.Rect, h scene.Pt) scene.Pt { return frame.Y + max(0, frame.H-h)*0.4 }
