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
	d := s.dividerWords(t, t.Claim, alone)
	if alone && !t.SoWhat.Empty() && !s.Joined(t.ID+"/so-what", d.fits) {
		alone = false
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
	fits                 bool
}

// dividerWords sets a divider's words: the title at the first of its sizes that fits, the standfirst beneath, and at the foot
// the theme's consequence where no other slide says it.
func (s *Slides) dividerWords(t *briefing.Theme, line briefing.Prose, consequence bool) dividerWords {
	st, ink := s.St, s.dividerInk()
	d := dividerWords{line: line, titleY: 300, fits: true}
	consequence = consequence && !t.SoWhat.Empty()
	if consequence {
		d.titleY = 274 // room for the foot
	}
	title := st.DividerTitle.With(ink)
	set, tst, ok := s.Ladder(line, 600, 3, title, title.At(38, 44), title.At(34, 40))
	if !ok {
		set, tst, ok = s.Ladder(line, 640, 4, title.At(34, 40), title.At(27, 32))
	}
	if !ok {
		s.OverBudget(t.ClaimAt, "E-TITLE", "claim", line.String(), 60)
	}
	d.title = set
	end := d.titleY + tst.Leading*scene.Pt(len(set.Lines)-1) + 18
	if !t.Standfirst.Empty() {
		// 85 % of the ink on the ground, as a flat colour.
		muted := st.DividerStand.With(assets.Mix(ink, s.dividerGround(), 0.85))
		d.stand = s.Set(t.Standfirst, muted, 430, typeset.Balanced)
		d.standY = end + 14
		if d.standY+d.stand.Height > SlideH-24 {
			d.stand = s.Set(t.Standfirst, muted.At(12, 17), 480, typeset.Balanced)
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

// argument is L06: the points at the left, figures or a quotation at the right, the consequence at the foot.
func (s *Slides) argument(t *briefing.Theme, opening *Aside) {
	id := t.ID + "/argument"
	sh := Sheet{id: id, layout: "theme", Title: t.Claim, at: t.ClaimAt, notes: t.Say}
	if opening != nil {
		sh.notes = append(slices.Clone(t.Say), opening.Say...)
	}
	s.Slide(nil, sh, func(c *Canvas, body scene.Rect) {
		left := scene.Pt(350)
		if len(t.KPIs) == 0 {
			left = SlideXR(8) - SlideLeft
		}
		bottom := body.Bottom()
		switch {
		case t.SoWhat.Empty():
		case !argued(t): // alone: where the eye begins
			s.SlideSoWhat(c, s.Own().SoWhat, t.SoWhat, SlideLeft, left, body.Y+120, id+"/so-what")
		default:
			bottom = s.SlideSoWhat(c, s.Own().SoWhat, t.SoWhat, SlideLeft, left, body.Bottom(), id+"/so-what") - 14
		}
		s.argumentPoints(c, t, id, scene.Rect{X: SlideLeft, Y: body.Y, W: left, H: bottom - body.Y})
		s.argumentKPIs(c, t, id, body)
		if opening != nil {
			s.argumentQuote(c, t, opening, body)
		}
		s.figureSources(c, t.KPIs, opening, sh, t.Sources)
	})
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

// argumentPoints stacks a theme's points, at the larger size where they leave room, spread over it.
func (s *Slides) argumentPoints(c *Canvas, t *briefing.Theme, id string, frame scene.Rect) {
	type point struct {
		head, text typeset.Block
		at         briefing.Point
	}
	st := s.St
	steps := [][2]scene.Style{
		{st.CommentHead.At(13, 18), st.Comment.At(13, 19)},
		{st.CommentHead, st.Comment},
		{st.CommentHead, st.Comment.At(11, 15.5)},
		{st.CommentHead.At(12, 15), st.Comment.At(10.5, 14)},
		{st.CommentHead.At(12, 15), st.Comment.In(scene.Cond).At(10.5, 13.5)}, // for words that are wider than most
	}
	var points []point
	var step [2]scene.Style
	var h scene.Pt
	least := scene.Pt(15) // between points; the last sizes close ranks
	for i := range steps {
		if step = steps[i]; i >= len(steps)-2 {
			least = 10
		}
		points, h = nil, 0
		for _, p := range t.Points {
			pt := point{head: s.Set(p.Lead, step[0], frame.W, typeset.Balanced), text: s.Short(p.Text, step[1], frame.W), at: p}
			h += pt.head.Height + pt.text.Height
			points = append(points, pt)
		}
		if h+least*scene.Pt(len(points)-1) <= frame.H {
			break
		}
	}
	if over := h + least*scene.Pt(len(points)-1) - frame.H; over > 1 {
		longest := t.Points[0]
		for _, p := range t.Points {
			if len(p.Text.String()) > len(longest.Text.String()) {
				longest = p
			}
		}
		s.OverBudget(longest.At, "E-FIT", "points", longest.Text.String(), 150)
	}
	gap := min(26, max(least, (frame.H-h)/scene.Pt(max(1, len(points)))))
	y := frame.Y
	for i, p := range points {
		s.Use(c.Page.Number, briefing.SourcesOf(p.at.Lead, p.at.Text)...)
		pid := id + "/point" + Itoa(i+1)
		c.Add(p.head.Text(pid, scene.RoleHeading, frame.X, y+Base(step[0])))
		c.Add(p.text.Text(pid+"/text", scene.RoleBody, frame.X, y+p.head.Height+Base(step[1])))
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

// argumentKPIs stacks a theme's figures at the right of its argument, ruled apart.
func (s *Slides) argumentKPIs(c *Canvas, t *briefing.Theme, id string, body scene.Rect) {
	if len(t.KPIs) == 0 {
		return
	}
	x := SlideX(7)
	w := SlideRight - x
	h := body.H / scene.Pt(len(t.KPIs))
	labels, below := s.St.KPILabel, scene.Pt(22) // below the number's last baseline
	if len(t.KPIs) == 1 {
		labels, below = labels.At(13, 18), 26
	}
	steps := []scene.Style{s.St.KPI, s.St.KPI.At(46, 50), s.St.KPI.At(38, 42), s.St.KPI.At(27, 31)}
	if len(t.KPIs) == 1 {
		steps = append([]scene.Style{tracked(s.St.KPI.At(68, 72))}, steps...)
	}
	more := s.kpiMores(t.KPIs, id, w, len(t.KPIs) == 1)
	type figure struct {
		set, label typeset.Block
		number     scene.Style
		h          scene.Pt
	}
	var figures []figure
	var total, highest scene.Pt
	for from := range steps {
		figures, total, highest = nil, 0, 0
		for i, kpi := range t.KPIs {
			styles := steps[from:]
			if i > 0 {
				styles = inColor(styles, s.Look.Text)
			}
			f := figure{label: s.Set(kpi.Label, labels, w, typeset.Balanced)}
			f.set, f.number = s.bigNumber(kpi, w, styles...)
			f.h = 14 + 0.74*f.number.Size + f.number.Leading*scene.Pt(len(f.set.Lines)-1) + below + f.label.Height - Base(labels) + 6 + more[i].H
			total, highest = total+f.h, max(highest, f.h)
			figures = append(figures, f)
		}
		if highest <= h {
			break
		}
	}
	if over := total - body.H; over > 0 && highest > h {
		s.L.Error(t.KPIs[0].At, "E-FIT", "shorten their notes, or show fewer", "the figures of the argument's slide are %.0f pt too high", float64(over))
	}
	y := body.Y
	for i, f := range figures {
		kid := id + "/kpi" + Itoa(i+1)
		weight, col := scene.Pt(0.5), s.Look.Rule
		if i == 0 {
			weight, col = 0.75, s.Look.RuleStrong
		}
		c.Add(Rule(x, y, w, weight, col))
		numBase := y + 14 + 0.74*f.number.Size
		c.Add(f.set.Text(kid, scene.RoleFigure, x, numBase))
		labelBase := numBase + f.number.Leading*scene.Pt(len(f.set.Lines)-1) + below
		c.Add(f.label.Text(kid+"/label", scene.RoleLabel, x, labelBase))
		more[i].Draw(c, x, labelBase+f.label.Height-Base(labels)+6)
		if highest <= h {
			y += h
		} else { // the higher ones take what the others leave
			y += f.h + max(0, body.H-total)/scene.Pt(len(figures))
		}
	}
}

// kpiMores are what stands under the labels of figures in a slide's side column.
func (s *Slides) kpiMores(kpis []briefing.KPI, id string, w scene.Pt, large bool) (out []*Box) {
	st := KpiStyles{Delta: s.St.Delta, Note: s.St.KPINote.In(scene.Sans).At(9.5, 12.5), Sticker: s.St.Sticker, Spark: scene.Rect{W: 110, H: 24}}
	if large {
		st.Delta, st.Note, st.Spark = st.Delta.At(13, 18), st.Note.At(11, 15), scene.Rect{W: 180, H: 40}
	}
	for i, kpi := range kpis {
		out = append(out, s.KpiMore(kpi, id+"/kpi"+Itoa(i+1), w, st))
	}
	return out
}

// inColor is styles in another colour.
func inColor(styles []scene.Style, c scene.Color) []scene.Style {
	out := make([]scene.Style, len(styles))
	for i, st := range styles {
		out[i] = st.With(c)
	}
	return out
}
