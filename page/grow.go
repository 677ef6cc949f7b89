package page

import (
	"math"

	"roadshow/scene"
)

// Type grows into the room: a slide of few words sets them larger, all its running words together. The type scale has their floors;
// what cannot stand at the floors continues on a further slide.
const (
	bodyFloor scene.Pt = 14
	bodyCap   scene.Pt = 20
	bodyStep  scene.Pt = 0.5
)

// grown is the scale with body at a size. What is read grows in full; what already leads grows half as much, so that the title stays
// above it; display, heads and small print stay.
func (s *Styles) grown(body scene.Pt) *Styles {
	out, f := *s, body/bodyFloor
	for _, st := range []*scene.Style{&out.Body, &out.Body2, &out.CommentHead, &out.Comment, &out.Deck, &out.Name, &out.Role, &out.KPILabel, &out.KPINote,
		&out.Delta, &out.ExhibitTitle, &out.ExhibitUnit, &out.Label, &out.Annotation, &out.StatementSmall, &out.Lead,
		&out.TableText, &out.TableHead, &out.TableStrong, &out.Note, &out.Appendix, &out.AppendixHead} {
		*st = timesStyle(*st, f)
	}
	for _, st := range []*scene.Style{&out.SoWhat, &out.SoWhatLabel, &out.Numeral, &out.ContentsName, &out.ContentsNumber} {
		*st = timesStyle(*st, (1+f)/2)
	}
	return &out
}

// timesStyle is a style at a multiple of its size, in half points.
func timesStyle(st scene.Style, f scene.Pt) scene.Style {
	half := func(v scene.Pt) scene.Pt { return scene.Pt(math.Round(float64(v*f*2))) / 2 }
	st.Tracking *= f
	return st.At(half(st.Size), half(st.Leading))
}

// scales are the sizes that type grows through, the floors first.
func (s *Slides) scales() []*Styles {
	if s.grownStyles == nil {
		s.grownStyles = []*Styles{s.St}
		for size := bodyFloor + bodyStep; size <= bodyCap; size += bodyStep {
			s.grownStyles = append(s.grownStyles, s.St.grown(size))
		}
	}
	return s.grownStyles
}

// Grow sets the slide's styles to the largest at which something fits, up to the body size most, and says whether it does at the
// floors. They hold until the block at hand is laid out.
func (s *Slides) Grow(most scene.Pt, fits func() bool) bool {
	all := s.scales()
	try := func(i int) bool { s.St = all[i]; return fits() }
	lo, hi := -1, min(len(all), int((most-bodyFloor)/bodyStep)+1) // all[lo] fits, all[hi] does not
	for hi-lo > 1 {
		if mid := (lo + hi + 1) / 2; try(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	s.St = all[max(lo, 0)]
	return lo >= 0
}

// settleType ends what Grow began.
func (s *Slides) settleType() { s.St = s.scales()[0] }

// Grown says that type stands above its floors.
func (s *Slides) Grown() bool { return s.St != s.scales()[0] }

// bodySize is the size of running words at hand.
func (s *Slides) bodySize() scene.Pt { return s.St.Body.Size }
