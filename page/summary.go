package page

import (
	"slices"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// summary is L03 on paper: the whole story on a page, with the figures that matter in the rail.
func (k *Composer) summary(s *briefing.Summary) *Flow {
	g, st := k.Grid, k.St
	f := &Flow{K: k}
	title := s.Title
	if title.Empty() {
		title = briefing.Plain(k.Own().Summary)
	}
	head, hst, ok := k.Ladder(title, g.Width(), 3, st.Headline, st.Headline.At(24, 28))
	if !ok {
		k.OverBudget(s.At, "E-TITLE", "the summary's title", title.String(), 110)
	}
	y := g.HeadBase + hst.Leading*scene.Pt(len(head.Lines)-1)
	f.top = y + 32
	f.notes = title.Notes()
	f.open = func(c *Canvas) { c.Add(head.Text("summary", scene.RoleTitle, g.Left, g.HeadBase)) }
	f.Add(k.summaryPoints(s, g.Bottom-f.top)...)
	if len(f.boxes) > 0 {
		k.summaryRail(s, f.boxes)
	}
	return f
}

// summaryRail puts each of the summary's figures beside the point that it belongs to, those of none at the top; a point without one
// takes the first figure of the theme that it speaks of, where that stands in the summary nowhere else and has room. Where more than
// two belong to one point, or they would not stand level with their points, they stay together at the top.
func (k *Composer) summaryRail(s *briefing.Summary, points []*Box) {
	level := make([][]briefing.KPI, len(s.Points))
	var top []briefing.KPI
	shown := map[*briefing.Figure]bool{}
	for _, kpi := range s.KPIs {
		shown[kpi.Figure] = true
		if i := slices.IndexFunc(s.Points, func(p briefing.Point) bool { return speaksOf(p, kpi.Figure) }); i > 0 {
			level[i] = append(level[i], kpi)
		} else {
			top = append(top, kpi)
		}
	}
	borrowed := make([]bool, len(s.Points))
	for i, p := range s.Points {
		if len(level[i]) > 0 || i == 0 && len(top) > 0 || p.Theme == nil || len(p.Theme.KPIs) == 0 {
			continue
		}
		if kpi := p.Theme.KPIs[0]; kpi.Figure != nil && !shown[kpi.Figure] {
			shown[kpi.Figure] = true
			level[i], borrowed[i] = append(level[i], kpi), true
		}
	}
	level[0] = append(top, level[0]...)
	boxes, number := make([][]*Box, len(level)), 0
	y, railY := scene.Pt(0), scene.Pt(0)
	stands := true
	for i, list := range level {
		y += gapBefore(points, i)
		if borrowed[i] && railY > y {
			list = nil
		}
		stands = stands && (len(list) == 0 || railY <= y && (i == 0 || len(list) < 3))
		for j, kpi := range list {
			number++
			b := k.railKPI(kpi, "summary/kpi"+Itoa(number), number == 1, i == len(level)-1 && j == len(list)-1)
			if draw := b.Draw; j == 0 && number > 1 {
				b.Draw = func(c *Canvas, x, y scene.Pt) {
					c.Add(Rule(x, y, k.Grid.RailW, 0.5, k.Look.Rule))
					draw(c, x, y)
				}
			}
			boxes[i] = append(boxes[i], b)
		}
		if len(list) > 0 {
			railY = y + stackHeight(boxes[i])
		}
		y += points[i].H
	}
	if stands && railY <= y {
		for i := range boxes {
			points[i].Side = boxes[i]
		}
		return
	}
	for i, kpi := range s.KPIs {
		points[0].Side = append(points[0].Side, k.railKPI(kpi, "summary/kpi"+Itoa(i+1), i == 0, i == len(s.KPIs)-1))
	}
}

// speaksOf says that a point prints a figure, or that the theme it speaks of does.
func speaksOf(p briefing.Point, f *briefing.Figure) bool {
	prints := func(prose briefing.Prose) bool {
		return slices.ContainsFunc(prose, func(in briefing.Inline) bool { return in.Figure == f })
	}
	switch t := p.Theme; {
	case f == nil:
		return false
	case prints(p.Lead), prints(p.Text):
		return true
	case t == nil:
		return false
	default:
		return prints(t.Claim) || prints(t.Standfirst) || slices.ContainsFunc(t.KPIs, func(kpi briefing.KPI) bool { return kpi.Figure == f }) ||
			slices.ContainsFunc(t.Argument, func(para briefing.Para) bool { return prints(para.Prose) })
	}
}

// summaryPoints are the points and what to do about them. On a page that has room to spare they stand a step larger and
// further apart: the summary is the page that everybody reads.
func (k *Composer) summaryPoints(s *briefing.Summary, room scene.Pt) []*Box {
	st := k.St
	lay := func(lead, text scene.Style, air scene.Pt) []*Box {
		var out []*Box
		for i, p := range s.Points {
			out = append(out, k.summaryPoint(p, i, lead, text, air))
		}
		if !s.Call.Empty() {
			call := k.consequence(k.Own().ToDo, s.Call, k.Grid.MainW, "summary/call")
			call.Before += air
			out = append(out, call)
		}
		return out
	}
	large, text := st.Lead.At(16, 20), st.Standfirst.With(st.Body.Color)
	out := lay(large, text, 0)
	if stackHeight(out) > room {
		large, text = st.Lead, st.Body
		out = lay(large, text, 0)
	}
	const most = 14 // more air would part a point from the next
	if air := min(most, (room-stackHeight(out))/scene.Pt(len(out)+1)); air > 0 {
		return lay(large, text, air)
	}
	return out
}

func (k *Composer) summaryPoint(p briefing.Point, i int, leadStyle, textStyle scene.Style, air scene.Pt) *Box {
	g, st := k.Grid, k.St
	const in = 34
	w := g.MainW - in
	lead := k.Fonts.Set(linkAll(k.Spans(p.Lead, leadStyle), themeTarget(p.Theme)), typeset.Options{Width: w, Break: typeset.Balanced})
	text := k.Set(p.Text, textStyle, w, typeset.Balanced)
	id := "summary/point" + Itoa(i+1)
	h := lead.Height + 3 + text.Height
	box := &Box{At: p.At, Name: "a point of the summary", Uses: briefing.SourcesOf(p.Lead, p.Text)}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if i > 0 {
			c.Add(Rule(x, y, g.MainW, 0.5, k.Look.Rule))
		} else {
			c.Add(Rule(x, y, g.MainW, 0.75, k.Look.RuleStrong))
		}
		num := i + 1
		c.Add(k.Line(Itoa(num), st.ContentsNumber).Text(id+"/number", scene.RoleNumber, x, y+30))
		c.Add(lead.Text(id, scene.RoleHeading, x+in, y+9+Base(leadStyle)))
		c.Add(text.Text(id+"/text", scene.RoleBody, x+in, y+12+lead.Height+Base(textStyle)))
	}
	box.H, box.Notes = h+9+3+12+air, append(p.Lead.Notes(), p.Text.Notes()...)
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
