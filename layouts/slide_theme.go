package layouts

import (
	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// themeSlides open a theme: the divider (L04), then its argument (L06) where it has points or figures to show.
func (s *Slides) themeSlides(t *briefing.Theme) {
	s.theme = t.Number
	argued := len(t.Points) > 0 || len(t.KPIs) > 0
	line := t.Claim
	if argued {
		line = briefing.Plain(t.Name) // the claim heads the next slide: no title stands twice
	}
	s.divider(t, line)
	if argued {
		s.argument(t)
	}
}

// divider is L04: a full-bleed page with the theme's number, a line and the standfirst.
func (s *Slides) divider(t *briefing.Theme, line briefing.Prose) {
	l, st := s.Look, s.S
	ground, ink, artColor := l.Accent, l.OnAccent, l.AccentDeep
	if l.Dark {
		ground, ink, artColor = l.Surface, l.Text, assets.Mix(l.Accent, l.Surface, 0.45)
	}
	s.slide(nil, sheet{id: t.ID, layout: "divider", title: line, at: t.ClaimAt, bare: true, ground: ground, notes: t.Say}, func(c *Canvas, _ scene.Rect) {
		if l.Art {
			c.Add(s.art(globe{cx: 800, cy: 420, r: 262, n: 46, seed: s.B.Title.String()}, scene.Rect{W: slideW, H: slideH}, artColor))
		}
		num := st.DividerNumber.With(ink)
		if l.Dark {
			num = num.With(l.Accent)
		}
		c.Add(s.line(itoa(t.Number), num).Text(t.ID+"/number", scene.RoleNumber, 44, 214))
		title := st.DividerTitle.With(ink)
		set, tst, ok := s.ladder(line, 600, 3, title, title.At(38, 44), title.At(34, 40))
		if !ok {
			s.overBudget(t.ClaimAt, "E-TITLE", "claim", line.String(), 60)
		}
		c.Add(set.Text(t.ID, scene.RoleTitle, slideLeft, 300))
		if !t.Standfirst.Empty() {
			// 85 % of the ink on the ground, as a flat colour.
			stand := s.set(t.Standfirst, st.DividerStand.With(assets.Mix(ink, ground, 0.85)), 430, typeset.Balanced)
			y := 300 + tst.Leading*scene.Pt(len(set.Lines)-1) + 32
			c.Add(stand.Text(t.ID+"/standfirst", scene.RoleStandfirst, slideLeft, y))
		}
		folio := s.line(itoa(c.Page.Number), st.Folio.With(ink))
		c.Add(&scene.Group{Role: scene.RoleFurniture, Items: []scene.Item{folio.Text("", scene.RoleFurniture, slideRight-folio.Width, slideFootBase)}})
	})
}

// argument is L06: the points at the left, the figures at the right, the consequence at the foot.
func (s *Slides) argument(t *briefing.Theme) {
	st := s.S
	id := t.ID + "/argument"
	sh := sheet{id: id, layout: "theme", title: t.Claim, at: t.ClaimAt, notes: t.Say}
	s.slide(nil, sh, func(c *Canvas, body scene.Rect) {
		left := scene.Pt(350)
		if len(t.KPIs) == 0 {
			left = slideXR(8) - slideLeft
		}
		bottom := body.Bottom()
		if !t.SoWhat.Empty() {
			bottom = s.slideSoWhat(c, s.own().SoWhat, t.SoWhat, slideLeft, left, body.Bottom(), id+"/so-what") - 14
		}
		y := body.Y
		for i, p := range t.Points {
			pid := id + "/point" + itoa(i+1)
			head := s.set(p.Lead, st.CommentHead, left, typeset.Balanced)
			text := s.set(p.Text, st.Comment, left, typeset.Greedy)
			if y+head.Height+text.Height > bottom+1 {
				s.overBudget(p.At, "E-FIT", "points", p.Text.String(), 150)
			}
			c.Add(head.Text(pid, scene.RoleHeading, slideLeft, y+base(st.CommentHead)))
			c.Add(text.Text(pid+"/text", scene.RoleBody, slideLeft, y+head.Height+base(st.Comment)))
			y += head.Height + text.Height + 15
		}
		s.argumentKPIs(c, t, id, body)
	})
}

// argumentKPIs stacks a theme's figures at the right of its argument, ruled apart.
func (s *Slides) argumentKPIs(c *Canvas, t *briefing.Theme, id string, body scene.Rect) {
	if len(t.KPIs) == 0 {
		return
	}
	x := slideX(7)
	w := slideRight - x
	h := body.H / scene.Pt(len(t.KPIs))
	for i, kpi := range t.KPIs {
		y := body.Y + scene.Pt(i)*h
		kid := id + "/kpi" + itoa(i+1)
		number := s.S.KPI
		if i > 0 {
			number.Color = s.Look.Text
		}
		set, number := s.bigNumber(kpi, w, number, number.At(46, 50), number.At(38, 42))
		weight, col := scene.Pt(0.5), s.Look.Rule
		if i == 0 {
			weight, col = 0.75, s.Look.RuleStrong
		}
		c.Add(rule(x, y, w, weight, col))
		numBase := y + 14 + 0.74*number.Size
		c.Add(set.Text(kid, scene.RoleFigure, x, numBase))
		label := s.set(kpi.Label, s.S.KPILabel, w, typeset.Balanced)
		c.Add(label.Text(kid+"/label", scene.RoleLabel, x, numBase+number.Leading*scene.Pt(len(set.Lines)-1)+22))
	}
}
