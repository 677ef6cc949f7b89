package page

import (
	"slices"

	"roadshow/art"
	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// themeSlides open a theme: the divider (L04), then its argument (L06) where it has points or figures to show. opening, when
// not nil, is a quotation that stands on the argument's slide. The consequence of a theme without either stands at the
// divider's foot, and on a slide of its own where the divider is full.
func (s *Slides) themeSlides(t *briefing.Theme, opening *Aside) {
	s.theme = t.Number
	alone := !argued(t)
	var d dividerWords
	if alone {
		d = s.dividerWords(t, t.Claim, true)
		alone = t.SoWhat.Empty() || s.Joined(t.ID+"/so-what", d.fits)
	}
	if !alone {
		d = s.dividerWords(t, briefing.Plain(t.Name), false) // the claim heads the next slide: no title stands twice
	}
	s.divider(t, d)
	if !alone {
		s.argument(t, opening)
	}
}

// argued says that a theme has an argument slide.
func argued(t *briefing.Theme) bool { return len(t.Points) > 0 || len(t.KPIs) > 0 }

// opening is the theme's first exhibit where it can stand aside and the argument's slide has room for it: beside points
// without figures, or beneath a single one. nil: it keeps its slide.
func (s *Slides) opening(t *briefing.Theme) *Aside {
	if !argued(t) || len(t.Points) == 0 || len(t.KPIs) > 1 || annotated(t.KPIs) || len(t.Evidence) == 0 {
		return nil
	}
	aside := s.layout(t.Evidence[0]).Aside
	if aside == nil {
		return nil
	}
	room, w := openingRoom(t)
	a := aside(s, t.Evidence[0], "", w)
	if !s.Joined(t.ID+"/opening", a != nil && a.Box.H <= room) {
		return nil
	}
	return a
}

// annotated says that more than a label stands under one of the figures.
func annotated(kpis []briefing.KPI) bool {
	return slices.ContainsFunc(kpis, func(k briefing.KPI) bool {
		return k.Delta != nil || len(k.Spark) > 1 || !k.Note.Empty() || k.Sticker != ""
	})
}

// openingRoom is the height and the width that the argument's slide leaves for a quotation.
func openingRoom(t *briefing.Theme) (h, w scene.Pt) {
	const body = SlideBodyBottom - SlideBodyTop
	if len(t.KPIs) == 0 {
		return body - 4, SlideRight - AsideX
	}
	return body - openingTop, SlideRight - SlideX(7)
}

// openingTop is how far below the body's top a quotation stands under a single figure.
const openingTop scene.Pt = 148

// dividerFoot is the width of a divider's consequence: what the engraved globe leaves.
const dividerFoot scene.Pt = 480

// dividerWords are what a divider says, set, with its baselines.
type dividerWords struct {
	line                 briefing.Prose
	title, stand, soWhat typeset.Block
	titleY, standY, soY  scene.Pt // baselines of the first lines; soY is the label's
	tooLong              bool     // the title, at every size
	fits                 bool     // the consequence
}

// dividerWords sets a divider's words: the title at the first of its sizes that fits, the standfirst beneath, and at the foot
// the theme's consequence where no other slide says it. A smaller title may make room for that.
func (s *Slides) dividerWords(t *briefing.Theme, line briefing.Prose, consequence bool) dividerWords {
	consequence = consequence && !t.SoWhat.Empty()
	title := s.St.DividerTitle.With(s.dividerInk())
	best := dividerWords{tooLong: true}
	for _, z := range [...]struct {
		width scene.Pt
		lines int
		style scene.Style
	}{{600, 3, title}, {600, 3, title.At(38, 44)}, {600, 3, title.At(34, 40)}, {640, 4, title.At(34, 40)}, {640, 4, title.At(27, 32)}} {
		set, st, ok := s.Ladder(line, z.width, z.lines, z.style)
		if d := s.underTitle(t, set, st, consequence); best.tooLong {
			best, best.tooLong = d, !ok
		} else if ok && d.fits {
			best = d
		}
		if !best.tooLong && (best.fits || !consequence) {
			break
		}
	}
	best.line, best.fits = line, best.fits && !best.tooLong
	return best
}

// underTitle sets what stands under a divider's title, and at its foot.
func (s *Slides) underTitle(t *briefing.Theme, title typeset.Block, titleStyle scene.Style, consequence bool) dividerWords {
	st, ink := s.St, s.dividerInk()
	d := dividerWords{title: title, titleY: 300}
	if consequence {
		d.titleY = 274 // room for the foot
	}
	end := d.titleY + titleStyle.Leading*scene.Pt(len(title.Lines)-1) + 18
	if !t.Standfirst.Empty() {
		// 85 % of the ink on the ground, as a flat colour.
		muted := st.DividerStand.With(assets.Mix(ink, s.dividerGround(), 0.85))
		d.stand = s.Set(t.Standfirst, muted, 430, typeset.Balanced)
		d.standY = end + 14
		if d.standY+d.stand.Height > SlideH-24 {
			d.stand = s.Set(t.Standfirst, muted.At(14, 19), 480, typeset.Balanced)
		}
		if d.standY+d.stand.Height > SlideH-24 {
			d.stand = s.Set(t.Standfirst, muted.At(13, 17), 620, typeset.Balanced)
		}
		end = d.standY + d.stand.Height
	}
	if consequence {
		so := st.SoWhat.With(ink)
		d.soWhat = s.Set(t.SoWhat, so, dividerFoot, typeset.Balanced)
		d.soY = SlideH - 34 - so.Leading*scene.Pt(len(d.soWhat.Lines)-1) - 22
		d.fits = end+8 <= d.soY-18
	}
	return d
}

// dividerInk and dividerGround are a divider's colours.
func (s *Slides) dividerInk() scene.Color {
	if s.Look.Dark {
		return s.Look.Text
	}
	return s.Look.OnAccent
}

func (s *Slides) dividerGround() scene.Color {
	if s.Look.Dark {
		return s.Look.Surface
	}
	return s.Look.Accent
}

// divider is L04: a full-bleed page with the theme's number, a line and the standfirst.
func (s *Slides) divider(t *briefing.Theme, d dividerWords) {
	l, st, ground, ink, artColor := s.Look, s.St, s.dividerGround(), s.dividerInk(), s.Look.AccentDeep
	if l.Dark {
		artColor = assets.Mix(l.Accent, l.Surface, 0.45)
	}
	if d.tooLong {
		s.OverBudget(t.ClaimAt, "E-TITLE", "claim", d.line.String(), 60)
	}
	s.Slide(nil, Sheet{id: t.ID, layout: "divider", Title: d.line, at: t.ClaimAt, bare: true, ground: ground, notes: t.Say}, func(c *Canvas, _ scene.Rect) {
		if l.Art {
			c.Add(s.Engraved(art.Globe{Cx: 800, Cy: 420, R: 262, N: 46, Seed: s.B.Title.String()}, scene.Rect{W: SlideW, H: SlideH}, artColor))
		}
		num := st.DividerNumber.With(ink)
		if l.Dark {
			num = num.With(l.Accent)
		}
		c.Add(s.numeral(Itoa(t.Number), num).Text(t.ID+"/number", scene.RoleNumber, SlideLeft, d.titleY-86))
		c.Add(d.title.Text(t.ID, scene.RoleTitle, Hung(SlideLeft, d.title), d.titleY))
		if !t.Standfirst.Empty() {
			s.Use(c.Page.Number, t.Standfirst.Sources()...)
			c.Add(d.stand.Text(t.ID+"/standfirst", scene.RoleStandfirst, SlideLeft, d.standY))
		}
		if len(d.soWhat.Lines) > 0 {
			s.Use(c.Page.Number, t.SoWhat.Sources()...)
			c.Add(Rule(SlideLeft, d.soY-16, dividerFoot, 0.75, ink))
			c.Add(s.Line(s.Own().SoWhat, st.SoWhatLabel.With(ink)).Text(t.ID+"/so-what/label", scene.RoleSubheading, SlideLeft, d.soY))
			c.Add(d.soWhat.Text(t.ID+"/so-what", scene.RoleSoWhat, SlideLeft, d.soY+22))
		}
		folio := s.Line(Itoa(c.Page.Number), st.Folio.With(ink))
		c.Add(&scene.Group{Role: scene.RoleFurniture, Items: []scene.Item{folio.Text("", scene.RoleFurniture, SlideRight-folio.Width, slideFootBase)}})
	})
}

// argument is L06: the points at the left, figures or a quotation at the right, the consequence at the foot. Points that find no
// room at the floors continue.
func (s *Slides) argument(t *briefing.Theme, opening *Aside) {
	defer s.settleType()
	id := t.ID + "/argument"
	sh := Sheet{id: id, layout: "theme", Title: t.Claim, at: t.ClaimAt, notes: t.Say}
	if opening != nil {
		sh.notes = append(slices.Clone(t.Say), opening.Say...)
	}
	parts := s.argumentParts(t)
	at := 0
	for p, n := range parts {
		points := t.Points[at : at+n]
		from, last := at, p == len(parts)-1
		at += n
		sh.Part, sh.Parts = p, len(parts)
		s.Slide(nil, sh, func(c *Canvas, body scene.Rect) {
			left := argumentWidth(t)
			if p > 0 {
				left = SlideXR(8) - SlideLeft
			}
			bottom := body.Bottom()
			switch {
			case t.SoWhat.Empty() || !last:
			case !argued(t): // alone: where the eye begins
				s.SlideSoWhat(c, s.Own().SoWhat, t.SoWhat, SlideLeft, left, body.Y+120, id+"/so-what")
			default:
				bottom = s.SlideSoWhat(c, s.Own().SoWhat, t.SoWhat, SlideLeft, left, body.Bottom(), id+"/so-what") - soWhatAir
			}
			s.argumentPoints(c, points, from, id, scene.Rect{X: SlideLeft, Y: body.Y, W: left, H: bottom - body.Y})
			if p > 0 {
				return
			}
			s.argumentKPIs(c, t, id, s.figureFrame(t, opening, body))
			if opening != nil {
				s.argumentQuote(c, t, opening, body)
			}
			s.figureSources(c, t.KPIs, opening, sh, t.Sources)
		})
	}
}

// slideBody is the height of a slide's body.
const slideBody = SlideBodyBottom - SlideBodyTop

const soWhatAir scene.Pt = 14 // above a consequence

// argumentWidth is the width of a theme's points.
func argumentWidth(t *briefing.Theme) scene.Pt {
	if len(t.KPIs) == 0 {
		return SlideXR(8) - SlideLeft
	}
	return SlideXR(6) - SlideLeft - SlideGutter
}

// figureFrame is where the figures of an argument's slide stand.
func (s *Slides) figureFrame(t *briefing.Theme, opening *Aside, body scene.Rect) scene.Rect {
	if len(t.KPIs) > 0 && opening != nil {
		body.H = openingTop - 10
	}
	body.X = SlideX(7)
	body.W = SlideRight - body.X
	return body
}

// argumentParts sets the type of an argument's slide and says how many points stand on each. Arguments of a deck differ by little in
// size, however much each has to say.
func (s *Slides) argumentParts(t *briefing.Theme) []int {
	const apart = 3
	fits := func(t *briefing.Theme) func() bool {
		return func() bool {
			h, _ := s.pointsHeight(t.Points, argumentWidth(t))
			return h <= slideBody-s.SoWhatHeight(t.SoWhat, argumentWidth(t))
		}
	}
	if s.argumentMost == 0 {
		least := bodyCap
		for _, t := range s.B.Themes {
			if argued(t) && len(t.Points) > 0 && s.Grow(least, fits(t)) {
				least = s.bodySize()
			}
		}
		s.argumentMost = min(bodyCap, least+apart)
	}
	whole := s.Grow(s.argumentMost, fits(t))
	return s.Divide(t.ID+"/points", func() []int {
		h, _ := s.pointsHeight(t.Points, argumentWidth(t))
		if whole || len(t.Points) < 2 || h <= slideBody-s.SoWhatHeight(t.SoWhat, argumentWidth(t)) {
			return []int{len(t.Points)}
		}
		heights := make([]scene.Pt, len(t.Points))
		for i := range t.Points {
			heights[i], _ = s.pointsHeight(t.Points[i:i+1], argumentWidth(t))
			heights[i] += leastApart
		}
		return Evenly(heights, min(slideBody+leastApart, heightSum(heights)-1), len(heights)-1)
	})
}

func heightSum(heights []scene.Pt) (h scene.Pt) {
	for _, v := range heights {
		h += v
	}
	return h
}

// SoWhatHeight is what a consequence takes at the foot, with the air above it.
func (s *Slides) SoWhatHeight(p briefing.Prose, w scene.Pt) scene.Pt {
	if p.Empty() {
		return 0
	}
	return s.soWhatTop(len(s.Set(p, s.St.SoWhat, w, typeset.Balanced).Lines)) + soWhatAir
}

// leastApart is between points at least.
const leastApart scene.Pt = 12

// setPoint is a point of an argument, set.
type setPoint struct{ head, text typeset.Block }

// pointsHeight sets points in a width, and says how high they are at the closest.
func (s *Slides) pointsHeight(points []briefing.Point, w scene.Pt) (h scene.Pt, set []setPoint) {
	for i, p := range points {
		pt := setPoint{s.Set(p.Lead, s.St.CommentHead, w, typeset.Balanced), s.Short(p.Text, s.St.Comment, w)}
		if i > 0 {
			h += leastApart
		}
		h += pt.head.Height + pt.text.Height
		set = append(set, pt)
	}
	return h, set
}

// argumentQuote is the quotation of an argument's slide: alone in the right third, or beneath the figure.
func (s *Slides) argumentQuote(c *Canvas, t *briefing.Theme, q *Aside, body scene.Rect) {
	if len(t.KPIs) == 0 {
		s.Aside(c, q, body)
		return
	}
	x, y := SlideX(7), body.Y+openingTop
	c.Add(Rule(x, y-10, SlideRight-x, 0.5, s.Look.Rule))
	c.Group(&scene.Group{ID: q.ID, Role: scene.RoleBlock}, func(c *Canvas) { q.Box.Draw(c, x, y) })
}

// argumentPoints stacks a theme's points from the first on, spread over their frame.
func (s *Slides) argumentPoints(c *Canvas, points []briefing.Point, first int, id string, frame scene.Rect) {
	if len(points) == 0 {
		return
	}
	h, set := s.pointsHeight(points, frame.W)
	if over := h - frame.H; over > 1 {
		longest := points[0]
		for _, p := range points {
			if len(p.Text.String()) > len(longest.Text.String()) {
				longest = p
			}
		}
		s.OverBudget(longest.At, "E-FIT", "points", longest.Text.String(), 150)
	}
	gap := leastApart + max(0, min(28, (frame.H-h)/scene.Pt(max(1, len(points)))))
	y := frame.Y
	for i, p := range set {
		s.Use(c.Page.Number, briefing.SourcesOf(points[i].Lead, points[i].Text)...)
		pid := id + "/point" + Itoa(first+i+1)
		c.Add(p.head.Text(pid, scene.RoleHeading, frame.X, y+Base(s.St.CommentHead)))
		c.Add(p.text.Text(pid+"/text", scene.RoleBody, frame.X, y+p.head.Height+Base(s.St.Comment)))
		y += p.head.Height + p.text.Height + gap
	}
}

// figureSources is the source line of a slide that shows figures outside any block, and may show a quotation: theirs, else
// the theme's.
func (s *Slides) figureSources(c *Canvas, kpis []briefing.KPI, guest *Aside, sh Sheet, inherited []*briefing.Source) {
	b := &briefing.Block{ID: sh.id, Layout: sh.layout}
	if guest != nil {
		b.At, b.Note = guest.At, guest.Note
		sh.Extra = guest.Extra
	}
	for _, k := range kpis {
		switch {
		case k.Figure == nil:
			b.Sources = append(b.Sources, MissingFrom(b.Sources, inherited)...)
		default:
			b.Sources = append(b.Sources, MissingFrom(b.Sources, k.Figure.Sources)...)
		}
	}
	if guest != nil {
		b.Sources = append(b.Sources, MissingFrom(b.Sources, guest.Sources)...)
	}
	if len(b.Sources) > 0 || guest != nil {
		sh.Right = SlideRight
		s.slideSource(c, b, sh)
	}
}
