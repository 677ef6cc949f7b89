package page

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// contentsSlides is L02: a row a theme, at most seven with claims on a slide or ten without; more continue, evenly.
func (s *Slides) contentsSlides() {
	themes := s.B.Themes
	if len(themes) < 2 {
		return
	}
	perPage := 7
	if n := len(themes); n > 7 && n <= 10 {
		perPage = 10 // without claims
	}
	parts := (len(themes) + perPage - 1) / perPage
	perPage = (len(themes) + parts - 1) / parts
	for p := range parts {
		part := themes[p*perPage : min(len(themes), (p+1)*perPage)]
		sh := Sheet{id: "contents", layout: "contents", Title: briefing.Plain(s.Own().Contents), Part: p, Parts: parts, later: true}
		s.Slide(nil, sh, func(c *Canvas, body scene.Rect) { s.contentsRows(c, part, body) })
	}
}

func (s *Slides) contentsRows(c *Canvas, themes []*briefing.Theme, body scene.Rect) {
	st := s.St
	stand := s.Set(s.B.Standfirst, st.Body.With(s.Look.Muted), 252, typeset.Balanced)
	c.Add(stand.Text("contents/gloss"+pageMark(c), scene.RoleStandfirst, SlideLeft, body.Y+14))
	h := min(74, body.H/scene.Pt(len(themes)))
	for i, t := range themes {
		y := body.Y + scene.Pt(i)*h
		id := "contents/" + t.ID
		target := s.pageOf("slide:" + t.ID)
		w, col := scene.Pt(0.5), s.Look.Rule
		if i == 0 {
			w, col = 0.75, s.Look.RuleStrong
		}
		c.Add(Rule(SlideX(5), y, SlideRight-SlideX(5), w, col))
		num, name, claim := st.ContentsNumber, st.ContentsName, st.Body.With(s.Look.Muted)
		if h < 50 {
			num, name = num.At(24, 28), name.At(14, 18)
		}
		c.Group(contentsGroup("contents"), func(c *Canvas) {
			c.Add(s.linked(Itoa(t.Number), num, t.ID).Text(id+"/number", scene.RoleNumber, SlideX(5), y+h/2+num.Size*0.33))
			if h < 50 {
				c.Add(s.linked(t.Name, name, t.ID).Text(id, scene.RoleContents, SlideX(6), y+h/2+4))
			} else {
				set := s.Fonts.Set(linkAll(s.Spans(t.Claim.Unnoted(), claim), "#"+t.ID), typeset.Options{Width: SlideXR(11) - SlideX(6), Break: typeset.Balanced})
				if len(set.Lines) > 2 {
					set = s.Set(t.Claim.Unnoted(), claim.At(13, 17), SlideXR(11)-SlideX(6), typeset.Balanced)
				}
				top := y + (h-(20+set.Height))/2
				c.Add(s.linked(t.Name, name, t.ID).Text(id, scene.RoleContents, SlideX(6), top+15))
				c.Add(set.Text(id+"/claim", scene.RoleContents, SlideX(6), top+34))
			}
			page := s.linked(Itoa(target), st.Folio.At(14, 18), t.ID)
			c.Add(page.Text(id+"/page", scene.RoleContents, SlideRight-page.Width, y+h/2+4))
		})
	}
}

// pageOf is the number of a page by its id, 0 when it was left out.
func (s *Slides) pageOf(id string) int {
	for i, p := range s.pageIDs {
		if p == id {
			return i + 1
		}
	}
	return 0
}

// summaryMost is the largest body size of a summary: four points and a column of figures are no poster.
const summaryMost = 17

// summarySlides is L03: three to five points, figures or the call at the right; points that do not fit continue.
func (s *Slides) summarySlides(sum *briefing.Summary) {
	const width = 532 // columns 1 to 8 behind the hung numeral
	title := sum.Title
	if title.Empty() {
		title = briefing.Plain(s.Own().Summary)
	}
	type point struct {
		lead, text typeset.Block
		style      scene.Style
		h          scene.Pt
	}
	set := func() (out []point, total scene.Pt) {
		text := s.St.Body.With(s.Look.Muted)
		for _, p := range sum.Points {
			pt := point{lead: s.Fonts.Set(linkAll(s.Spans(p.Lead, s.St.Lead), themeTarget(p.Theme)), typeset.Options{Width: width, Break: typeset.Balanced}), text: s.Set(p.Text, text, width, typeset.Balanced), style: text}
			pt.h = pt.lead.Height + 2 + pt.text.Height
			out = append(out, pt)
			total += pt.h
		}
		return out, total + 14*scene.Pt(len(out)-1)
	}
	room := SlideBodyBottom - SlideBodyTop
	defer s.settleType()
	s.Grow(summaryMost, func() bool {
		_, h := set()
		return h <= room
	})
	points, h := set()
	groups := [][2]int{{0, len(points)}}
	if !s.Joined("summary", h <= room) {
		groups = [][2]int{{0, min(3, len(points))}, {min(3, len(points)), len(points)}}
	}
	for gi, g := range groups {
		sh := Sheet{id: "summary", layout: "summary", Title: title, at: sum.At, Part: gi, Parts: len(groups)}
		s.Slide(nil, sh, func(c *Canvas, body scene.Rect) {
			total := scene.Pt(0)
			for _, p := range points[g[0]:g[1]] {
				total += p.h
			}
			gap := min(26, (body.H-total)/scene.Pt(max(1, g[1]-g[0]-1)))
			y := body.Y
			for i := g[0]; i < g[1]; i++ {
				s.Use(c.Page.Number, briefing.SourcesOf(sum.Points[i].Lead, sum.Points[i].Text)...)
				p := points[i]
				id := "summary/point" + Itoa(i+1)
				c.Add(s.numeral(Itoa(i+1), s.St.Numeral).Text(id+"/number", scene.RoleNumber, SlideLeft, y+20))
				c.Add(p.lead.Text(id, scene.RoleHeading, 92, y+Base(s.St.Lead)))
				c.Add(p.text.Text(id+"/text", scene.RoleBody, 92, y+p.lead.Height+2+Base(p.style)))
				y += p.h + gap
			}
			c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: 639, Y: body.Y}, scene.Point{X: 639, Y: body.Bottom()}), Stroke: scene.Stroke{Color: s.Look.Rule, Width: 0.75}})
			if gi == 0 {
				s.summarySide(c, sum, body)
				s.figureSources(c, sum.KPIs, nil, sh, nil)
			}
		})
	}
}

// summarySide stacks figures at the right, and the call beneath them, at the first of the sizes at which all stand there.
func (s *Slides) summarySide(c *Canvas, sum *briefing.Summary, body scene.Rect) {
	x, w := scene.Pt(660), SlideRight-660
	s.Grow(s.bodySize(), func() bool { // its own type, where the points' leaves the figures no room
		foot := scene.Pt(0)
		if !sum.Call.Empty() {
			foot = s.soWhatTop(len(s.Set(sum.Call, s.St.SoWhat, w, typeset.Balanced).Lines)) + 10
		}
		h := scene.Pt(0)
		for _, m := range s.kpiMores(sum.KPIs, "summary", w, false) {
			h += m.H
		}
		for _, kpi := range sum.KPIs {
			h += capitals*22 + s.St.Body2.Leading + s.Set(kpi.Label, s.St.Body2, w, typeset.Balanced).Height + 20
		}
		return h+foot <= body.H
	})
	bottom := body.Bottom()
	if !sum.Call.Empty() {
		bottom = s.SlideSoWhat(c, s.Own().ToDo, sum.Call, x, w, body.Bottom(), "summary/call") - 10
	}
	more := s.kpiMores(sum.KPIs, "summary", w, false)
	var figures []figure
	var h, gap scene.Pt
	steps := []scene.Style{tracked(s.St.KPI.At(38, 42)), s.St.KPI.At(27, 31), s.St.KPI.At(22, 26), s.St.KPI.At(17, 21), s.St.KPI.At(14, 17)}
	for from := range steps {
		h = 0
		figures = s.figureNumbers(sum.KPIs, w, steps[from:])
		for i := range figures {
			f := &figures[i]
			f.more, f.label = more[i], s.Set(sum.KPIs[i].Label, s.St.Body2.With(s.Look.Text), w, typeset.Balanced)
			h += capitals*f.number.Size + f.number.Leading*scene.Pt(len(f.set.Lines)-1) + s.St.Body2.Leading + f.label.Height - Base(s.St.Body2) + labelUnder + f.more.H
		}
		if gap = (bottom - body.Y - h) / scene.Pt(max(1, len(figures)-1)); gap >= 20 {
			break
		}
	}
	if over := -(gap - 12) * scene.Pt(max(1, len(figures)-1)); over > 0 && len(figures) > 1 {
		s.L.Error(sum.At, "E-FIT", "show fewer figures, or shorten the call", "the summary's figures are %.0f pt too high for the slide", float64(over))
	}
	gap = min(gap, 34)
	y := body.Y
	for i, f := range figures {
		id := "summary/kpi" + Itoa(i+1)
		if i > 0 {
			c.Add(Rule(x, y-gap/2, w, 0.5, s.Look.Rule))
		}
		numBase := y + capitals*f.number.Size
		c.Add(f.set.Text(id, scene.RoleFigure, x, numBase))
		if f.pill != nil {
			f.pill(c, SlideRight-f.pillW, numBase-capitals*f.number.Size/2-7)
		}
		labelBase := numBase + f.number.Leading*scene.Pt(len(f.set.Lines)-1) + s.St.Body2.Leading
		c.Add(f.label.Text(id+"/label", scene.RoleLabel, x, labelBase))
		under := labelBase + f.label.Height - Base(s.St.Body2) + labelUnder
		f.more.Draw(c, x, under)
		y = under + f.more.H + gap
	}
}

// SlideSoWhat is the so-what block with its foot at bottom; it returns its top.
func (s *Slides) SlideSoWhat(c *Canvas, label string, p briefing.Prose, x, w, bottom scene.Pt, id string) scene.Pt {
	s.Use(c.Page.Number, p.Sources()...)
	set := s.Set(p, s.St.SoWhat, w, typeset.Balanced)
	last := bottom - 6
	first := last - s.St.SoWhat.Leading*scene.Pt(len(set.Lines)-1)
	top := bottom - s.soWhatTop(len(set.Lines))
	c.Add(Rule(x, top, w, 0.75, s.Look.RuleStrong))
	c.Add(s.Line(label, s.St.SoWhatLabel).Text(id+"/label", scene.RoleSubheading, x, top+4+s.St.SoWhatLabel.Size))
	c.Add(set.Text(id, scene.RoleSoWhat, x, first))
	return top
}

// soWhatTop is how far above its foot the so-what block begins.
func (s *Slides) soWhatTop(lines int) scene.Pt {
	return 6 + s.St.SoWhat.Leading*scene.Pt(lines) + s.St.SoWhatLabel.Leading + 2
}

// pageMark tells the ids of words apart that stand on several pages of one part.
func pageMark(c *Canvas) string { return "@" + Itoa(c.Page.Number) }
