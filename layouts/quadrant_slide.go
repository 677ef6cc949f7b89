package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
)

// quadrantSlide is L17: a field of two opposites over the middle columns, its ends named outside it. With too many points
// for their names it is numbered, with the names in the comment column.
func quadrantSlide(s *page.Slides, b *briefing.Block) {
	q := quadrant(s.Composer, b, slideQuadrantForm(s, b))
	if q == nil {
		return
	}
	if least := scene.Pt(160); q.plot.H < least {
		s.L.Error(b.PlaceOf("quadrants"), "E-FIT", "shorten the names of the quadrants and what the axes mean", "the words around the field leave it %.0f pt of its height", float64(q.plot.H))
	}
	alt := s.AltOf(s.Diagrams().Quadrant, b.Title.String())
	s.Slide(b, s.ExhibitSheet(b, alt), func(c *page.Canvas, body scene.Rect) {
		if q.unit != "" {
			room := body.W
			if q.numbered { // the key begins on the same line
				room = page.AsideX - page.SlideLeft - page.SlideGutter
			}
			st := s.St.ExhibitUnit
			unit := s.Line(q.unit, st)
			for _, smaller := range []scene.Style{st.In(scene.Cond), st.In(scene.Cond).At(11.5, 15)} {
				if unit.Width > room {
					unit = s.Line(q.unit, smaller)
				}
			}
			if unit.Width > room {
				s.OverBudget(b.At, "E-FIT", "what the axes mean", q.unit, int(body.W/6))
			}
			c.Add(unit.Text(b.ID+"/unit", scene.RoleCaption, page.SlideLeft, page.SlideHeadBase))
		}
		c.Add(q.chart(0, 0, q.plot.Inset(-14), alt))
		if q.numbered {
			drawQuadrantKey(s, c, q)
		}
	})
}

// fewPoints have names set larger.
const fewPoints = 6

// slideQuadrantForm is the field at slide sizes: with a key it leaves the comment column free.
func slideQuadrantForm(s *page.Slides, b *briefing.Block) quadrantForm {
	st := s.St
	f := quadrantForm{
		plain: 5, most: 22, least: 3, ring: 1, pad: 10, row: 14, rise: 7, drop: 13,
		name: st.Annotation, lit: st.Annotation.In(scene.SansSemiBold).With(s.Look.Accent),
		corner: st.Annotation.In(scene.SansSemiBold).With(s.Look.Muted), end: st.Label,
	}
	if len(b.List("points")) <= fewPoints { // names of few points speak up
		larger := page.On(15, 19)
		f.plain, f.row, f.rise, f.drop = 7, 18, 9, 17
		f.name, f.lit, f.corner, f.end = larger.Of(f.name), larger.Of(f.lit), larger.Of(f.corner), larger.Of(f.end)
	}
	top := page.SlideBodyTop + 16
	if b.Object("x").Words("name") != "" && b.Object("y").Words("name") != "" {
		top = page.SlideHeadBase + 30
	}
	f.plot = func(above, below scene.Pt, keyed bool) scene.Rect {
		left, right := page.SlideX(3), page.SlideXR(10)
		if keyed {
			left, right = page.SlideX(2)+16, page.SlideX(8)-28
		}
		return scene.Rect{X: left, Y: top + above, W: right - left, H: page.SlideBodyBottom - f.drop - 1 - below - top - above}
	}
	f.room = func(plot scene.Rect) scene.Rect { return plot.Inset(-1) }
	f.sides = func(plot scene.Rect) (left, right scene.Rect) {
		left = scene.Rect{X: page.SlideLeft, W: plot.X - 10 - page.SlideLeft}
		return left, scene.Rect{X: plot.Right() + 10, W: min(page.SlideRight-plot.Right()-10, left.W)}
	}
	return f
}

// drawQuadrantKey lists numbers and names in the comment column, in two columns where there are many.
func drawQuadrantKey(s *page.Slides, c *page.Canvas, q *quadrantField) {
	const left = page.AsideX
	cols := 1
	if len(q.points) > 16 {
		cols = 2
	}
	name := s.St.Role.With(s.Look.Text)
	name = name.At(name.Size, 13)
	key := q.key(page.SlideRight-left, 16, cols, name, name.In(scene.SansMedium).With(s.Look.Accent), s.St.Annotation.In(scene.SansSemiBold))
	room := page.SlideBodyBottom - page.SlideHeadBase + name.Leading
	air := scene.Pt(7.5)
	if n := scene.Pt(key.per - 1); n > 0 {
		air = min(air, (room-key.height(0))/n)
	}
	if air < 0.5 {
		s.L.Error(q.b.PlaceOf("points"), "E-FIT", "show fewer points", "the key of %d points is %.0f pt too high for the slide", len(q.points), float64(key.height(0.5)-room))
	}
	key.draw(c, left, page.SlideHeadBase, air)
}
