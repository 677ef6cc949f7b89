package page

import (
	"roadshow/briefing"
	"roadshow/scene"
)

// RowsUnder spreads rows over slides below a head of its own height: at most most a slide, evenly where they continue.
func (s *Slides) RowsUnder(b *briefing.Block, sh Sheet, rows []*Box, most int, headH scene.Pt, head func(c *Canvas, part int, y scene.Pt)) {
	room := SlideBodyBottom - SlideBodyTop - headH
	heights := make([]scene.Pt, len(rows))
	for i, r := range rows {
		heights[i] = r.H
		if r.H > room {
			s.TooHighFor(r, room)
		}
	}
	parts := s.Divide(b.ID, func() []int { return Evenly(heights, room, most) })
	at := 0
	for p, n := range parts {
		part := rows[at : at+n]
		at += n
		sh.Part, sh.Parts = p, len(parts)
		s.Slide(b, sh, func(c *Canvas, body scene.Rect) {
			if head != nil {
				head(c, p, body.Y)
			}
			s.ruledRows(c, part, scene.Rect{X: body.X, Y: body.Y + headH, W: body.W, H: body.H - headH})
		})
	}
}

// ruledRows draws rows with a rule above each. What is left over is shared out between them, within measure; a rule closes
// rows that end above the frame's foot.
func (s *Slides) ruledRows(c *Canvas, rows []*Box, frame scene.Rect) {
	spare := Spread(HeightOf(rows), frame.H, len(rows))
	y := frame.Y
	for i, r := range rows {
		s.rowRule(c, i == 0, frame.X, y, frame.W)
		r.Draw(c, frame.X, y+spare/2)
		y += r.H + spare
	}
	if frame.Bottom()-y > 24 {
		c.Add(Rule(frame.X, y, frame.W, 0.5, s.Look.Rule))
	}
}

// TooHighFor reports a row that no slide can hold.
func (s *Slides) TooHighFor(b *Box, room scene.Pt) {
	at := b.At
	if at.IsZero() {
		at = s.B.At
	}
	s.L.Error(at, "E-FIT", "shorten it, or split it in two", "%s is %.0f pt higher than a slide", OrWords(b.Name, "this row"), float64(b.H-room))
}

// inEqualParts shares rows out over parts by their number: 300 rows on 24 slides are 12 or 13 on each.
func inEqualParts(heights []scene.Pt, parts int) []int {
	out := make([]int, parts)
	for p := range out {
		out[p] = len(heights) / parts
		if p < len(heights)%parts {
			out[p]++
		}
	}
	return out
}

// holds says that every part has room for its rows.
func holds(heights []scene.Pt, parts []int, room scene.Pt, most int) bool {
	at := 0
	for _, n := range parts {
		h := scene.Pt(0)
		for _, v := range heights[at : at+n] {
			h += v
		}
		if at += n; n > most || h > room+0.01 {
			return false
		}
	}
	return true
}

// Evenly shares rows out over as few slides as hold them, at most most a slide, so that the slides are filled alike. It
// returns the number of rows on each.
func Evenly(heights []scene.Pt, room scene.Pt, most int) []int {
	// The fewest slides, filled greedily.
	pack := func(room scene.Pt, most int) []int {
		var out []int
		n, h := 0, scene.Pt(0)
		for _, v := range heights {
			if n > 0 && (h+v > room+0.01 || n == most) {
				out = append(out, n)
				n, h = 0, 0
			}
			n++
			h += v
		}
		if n > 0 {
			out = append(out, n)
		}
		return out
	}
	least := pack(room, most)
	if len(least) < 2 {
		return least
	}
	if equal := inEqualParts(heights, len(least)); holds(heights, equal, room, most) {
		return equal
	}
	// So few slides, with as few rows each as that allows; then the smallest room that needs no more.
	for most > 1 && len(pack(room, most-1)) == len(least) {
		most--
	}
	lo, hi := scene.Pt(0), room
	for range 24 {
		mid := (lo + hi) / 2
		if len(pack(mid, most)) <= len(least) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return pack(hi, most)
}
