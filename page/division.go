package page

import "roadshow/scene"

// Division is how a deck was shared out over its slides: by what was shared, how many went where, or whether (1) or not (0) it stands
// on one slide.
type Division map[string][]int

// Divide shares something out as the followed deck did, else freely.
func (s *Slides) Divide(what string, freely func() []int) []int {
	n, known := s.followed[what]
	if !known {
		n = freely()
	}
	s.made[what] = n
	return n
}

// Joined says whether something stands on one slide: where it fits there, and the followed deck did not part it.
func (s *Slides) Joined(what string, fits bool) bool {
	n := 0
	if fits {
		n = 1
	}
	if followed := s.followed[what]; len(followed) > 0 {
		n = min(n, followed[0])
	}
	s.made[what] = []int{n}
	return n == 1
}

// OnSlides is what lay makes of a room, on as many slides at least as the followed deck took.
func OnSlides[P any](s *Slides, what string, room scene.Pt, lay func(room scene.Pt) []P) []P {
	pages := lay(room)
	if most := s.followed[what]; len(most) > 0 {
		for lower := room; len(pages) < most[0] && lower > room/8; {
			lower *= 0.96
			pages = lay(lower)
		}
	}
	s.made[what] = []int{len(pages)}
	return pages
}

// part is how a part of the back matter is called in a division: the spare slide of an excerpt is none of the deck's.
func (s *Slides) part(id string) string {
	if s.unnumbered {
		return "spare/" + id
	}
	return "back/" + id
}
