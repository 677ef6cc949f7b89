package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// commentary is what a chart's block says of it: its comments, and what follows from them.
type commentary struct {
	b    *briefing.Block
	list []briefing.Fields
	so   briefing.Prose
}

func (m commentary) any() bool { return len(m.list) > 0 || !m.so.Empty() }

// commentColumn is where comments stand beside a plot. deck: the consequence stands below the title instead of at the foot.
type commentColumn struct {
	x, w scene.Pt
	deck bool
}

const (
	besideRule  scene.Pt = 21  // from the rule to the comments at its right
	commentsTop scene.Pt = 140 // of the first
	commentAir  scene.Pt = 12  // between comments
	commentMost scene.Pt = 18  // the body size beside a plot: its labels must be heard
)

// plot is the width that a column leaves to the plot.
func (z commentColumn) plot() scene.Pt {
	if z.x == page.AsideX {
		return plotBeside()
	}
	return z.x - 2*besideRule - page.SlideLeft
}

// note is a comment, set.
type note struct{ head, text typeset.Block }

// set sets the comments in a width and says how high they are.
func (m commentary) set(s *page.Slides, w scene.Pt) (out []note, h scene.Pt) {
	for i, cm := range m.list {
		n := note{text: s.Short(cm.Prose("text"), s.St.Comment, w)}
		if p := cm.Prose("heading"); !p.Empty() {
			n.head = s.Set(p, s.St.CommentHead, w, typeset.Balanced)
		}
		h += n.head.Height + n.text.Height
		if i > 0 {
			h += commentAir
		}
		out = append(out, n)
	}
	return out, h
}

// beside is the column in which all comments stand beside the plot, with the largest type: the right third, or where that is too
// narrow at the floors and the plot, so it says, can spare it, some more. ok says whether they stand there.
func (m commentary) beside(s *page.Slides, plot func(width scene.Pt) bool) (z commentColumn, ok bool) {
	fits := func(z commentColumn) bool {
		_, h := m.set(s, z.w)
		if !z.deck {
			h += s.SoWhatHeight(m.so, z.w)
		}
		return h <= page.SlideBodyBottom-commentsTop
	}
	third := commentColumn{x: page.AsideX, w: page.SlideRight - page.AsideX}
	if s.Grow(commentMost, func() bool { return fits(third) }) {
		return third, true
	}
	deck := !m.so.Empty() && len(s.Set(m.so, s.St.Deck, page.SlideRight-page.SlideLeft, typeset.Greedy).Lines) == 1
	wide := commentColumn{x: page.SlideX(8), w: page.SlideRight - page.SlideX(8)}
	for _, z := range []commentColumn{{third.x, third.w, true}, wide, {wide.x, wide.w, true}} {
		if (deck || !z.deck) && fits(z) && (z.x == third.x || plot(z.plot())) {
			return z, true
		}
	}
	return third, false
}

// draw draws them beside the plot.
func (m commentary) draw(s *page.Slides, c *page.Canvas, z commentColumn, body scene.Rect) {
	s.AsideRule(c, z.x-besideRule, body)
	switch {
	case m.so.Empty():
	case z.deck:
		c.Add(s.Set(m.so, s.St.Deck.With(s.Look.Text), body.W, typeset.Greedy).Text(m.b.ID+"/so-what", scene.RoleSoWhat, page.SlideLeft, page.SlideDeckBase))
	default:
		s.SlideSoWhat(c, s.Own().SoWhat, m.so, z.x, z.w, body.Bottom(), m.b.ID+"/so-what")
	}
	notes, h := m.set(s, z.w)
	foot := scene.Pt(0)
	if !z.deck {
		foot = s.SoWhatHeight(m.so, z.w)
	}
	// What is left is shared out between them, within measure.
	air := commentAir + max(0, min(16, (body.Bottom()-commentsTop-foot-h)/scene.Pt(max(1, len(notes)))))
	y := commentsTop
	for i, n := range notes {
		m.put(s, c, i, n, z.x, y)
		y += n.head.Height + n.text.Height + air
	}
}

func (m commentary) put(s *page.Slides, c *page.Canvas, i int, n note, x, y scene.Pt) {
	id := m.b.ID + "/comment" + page.Itoa(i+1)
	if len(n.head.Lines) > 0 {
		c.Add(n.head.Text(id, scene.RoleHeading, x, y+page.Base(s.St.CommentHead)))
	}
	c.Add(n.text.Text(id+"/text", scene.RoleBody, x, y+n.head.Height+page.Base(s.St.Comment)))
}

// slide sets them in columns on a slide that continues the chart's.
func (m commentary) slide(s *page.Slides, sh page.Sheet) {
	const gutter, air = 40, 8
	width := page.SlideRight - page.SlideLeft
	n := scene.Pt(max(1, len(m.list)))
	w := min((width-gutter*(n-1))/n, 420)
	high := func() (h scene.Pt) {
		notes, _ := m.set(s, w)
		for _, n := range notes {
			h = max(h, n.head.Height+n.text.Height)
		}
		return h
	}
	room := page.SlideBodyBottom - page.SlideBodyTop - air
	fits := s.Grow(commentMost, func() bool { return high()+s.SoWhatHeight(m.so, width) <= room })
	if over := high() + s.SoWhatHeight(m.so, width) - room; !fits && over > 0 {
		s.L.Error(m.b.At, "E-FIT", "shorten the comments, or leave one out", "the comments of %s are %.0f pt too long for the slide", m.b.ID, float64(over))
	}
	s.Slide(m.b, sh, func(c *page.Canvas, body scene.Rect) {
		notes, _ := m.set(s, w)
		for i, n := range notes {
			x := body.X + scene.Pt(i)*(w+gutter)
			c.Add(page.Rule(x, body.Y, w, 0.75, s.Look.RuleStrong))
			m.put(s, c, i, n, x, body.Y+air)
		}
		if !m.so.Empty() {
			s.SlideSoWhat(c, s.Own().SoWhat, m.so, body.X, width, body.Bottom(), m.b.ID+"/so-what")
		}
	})
}
