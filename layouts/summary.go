package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// summary is L03 on paper: the whole story on a page, with the figures that matter in the rail.
func (k *Kit) summary(s *briefing.Summary) *Flow {
	g, st := k.Grid, k.St
	f := &Flow{k: k}
	title := s.Title
	if title.Empty() {
		title = briefing.Plain(k.own().Summary)
	}
	head, hst, ok := k.ladder(title, g.Width(), 3, st.Headline, st.Headline.At(24, 28))
	if !ok {
		k.overBudget(s.At, "E-TITLE", "the summary's title", title.String(), 110)
	}
	y := g.HeadBase + hst.Leading*scene.Pt(len(head.Lines)-1)
	f.top = y + 32
	f.open = func(c *Canvas) { c.Add(head.Text("summary", scene.RoleTitle, g.Left, g.HeadBase)) }
	for i, p := range s.Points {
		f.Add(k.summaryPoint(p, i))
	}
	if len(s.KPIs) > 0 && len(f.boxes) > 0 {
		var rail []*Box
		for i, kpi := range s.KPIs {
			rail = append(rail, k.railKPI(kpi, "summary/kpi"+itoa(i+1), i == 0, i == len(s.KPIs)-1))
		}
		f.boxes[0].Side = rail
	}
	if !s.Call.Empty() {
		f.Add(k.consequence(k.own().ToDo, s.Call, g.MainW, "summary/call"))
	}
	return f
}

func (k *Kit) summaryPoint(p briefing.Point, i int) *Box {
	g, st := k.Grid, k.St
	const in = 34
	w := g.MainW - in
	lead := k.Fonts.Set(linkAll(k.spans(p.Lead, st.Lead), themeTarget(p.Theme)), typeset.Options{Width: w, Break: typeset.Balanced})
	text := k.set(p.Text, st.Body, w, typeset.Greedy)
	id := "summary/point" + itoa(i+1)
	h := lead.Height + 3 + text.Height
	box := &Box{H: h + 16, At: p.At, Name: "a point of the summary", Uses: append(p.Lead.Sources(), p.Text.Sources()...)}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if i > 0 {
			c.Add(rule(x, y, g.MainW, 0.5, k.Look.Rule))
		} else {
			c.Add(rule(x, y, g.MainW, 0.75, k.Look.RuleStrong))
		}
		num := i + 1
		c.Add(k.line(itoa(num), st.ContentsNumber).Text(id+"/number", scene.RoleNumber, x, y+30))
		c.Add(lead.Text(id, scene.RoleHeading, x+in, y+9+base(st.Lead)))
		c.Add(text.Text(id+"/text", scene.RoleBody, x+in, y+12+lead.Height+base(st.Body)))
	}
	box.H = h + 9 + 3 + 12
	return box
}

func themeTarget(t *briefing.Theme) string {
	if t == nil {
		return ""
	}
	return "#" + t.ID
}

// linkAll makes spans lead somewhere.
func linkAll(spans []scene.Span, to string) []scene.Span {
	for i := range spans {
		if to != "" && spans[i].Link == "" {
			spans[i].Link = to
		}
	}
	return spans
}
