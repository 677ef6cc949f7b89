package charts

import (
	"math"

	"roadshow/scene"
)

// sizeKey says at the right above the plot what area means, with a circle of a round number to measure the bubbles by.
func (p *plot) sizeKey(words string, st scene.Style) {
	base := p.frame.Y + 0.75*st.Size
	right := p.frame.Right()
	value, r := p.keyCircle(0.62 * st.Size)
	if r > 0 {
		unit := p.n.unit
		p.n.unit = p.n.cols[2].unit
		text := p.tickText(value, max(0, -int(math.Floor(math.Log10(value)+1e-9))))
		p.n.unit = unit
		room := 2*r + 4 + p.width(text, st)
		if q := box(right-room-10-p.width(words, st), base, room+10+p.width(words, st), st.Size); p.free(q) {
			p.say(text, st, right, base, scene.Right)
			stroke(&p.over, scene.CirclePath(right-room+r, base-0.32*st.Size, r), p.look.Muted, 0.8)
			right -= room + 10
		}
	}
	w := p.width(words, st)
	if q := box(right-w, base, w, st.Size); p.free(q) {
		p.say(words, st, right, base, scene.Right)
	}
}

// keyCircle is the largest value of one digit, 1, 2 or 5, whose circle has at most a radius; 0 where all would be dots.
func (p *plot) keyCircle(most scene.Pt) (value float64, r scene.Pt) {
	largest := p.largestBubble()
	if largest <= 0 || len(p.n.cats) > maxSample { // the points of a cloud have one size
		return 0, 0
	}
	perValue := float64(p.bubbleMost()*p.bubbleMost()) / largest // square of the radius
	limit := min(float64(most*most)/perValue, largest)
	e := math.Pow(10, math.Floor(math.Log10(limit)+1e-9))
	for _, m := range []float64{5, 2, 1} {
		if v := m * e; v <= limit*(1+1e-9) {
			value = v
			break
		}
	}
	if r = scene.Pt(math.Sqrt(value * perValue)); r < 2 {
		return 0, 0
	}
	return value, r
}

// largestBubble is the value whose bubble has the largest radius.
func (p *plot) largestBubble() (v float64) {
	for _, c := range p.n.cols[2].cells {
		if !c.missing {
			v = max(v, c.point())
		}
	}
	return v
}

// bubbleMost is the radius of the largest bubble.
func (p *plot) bubbleMost() scene.Pt {
	if p.z.doc {
		return 18
	}
	return 26
}
