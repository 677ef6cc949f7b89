package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// clusterStep is one size of groups: their members, the air around each of these, and the heads.
type clusterStep struct {
	member      page.Letter
	air         scene.Pt
	head, gloss page.Letter
}

var clusterSteps = [...]clusterStep{
	{page.On(17, 24), 14, page.On(22, 27), page.On(13, 18)},
	{page.On(15.5, 21), 10, page.On(17, 22), page.On(12, 16)},
	{page.On(13, 18), 4, page.On(15.5, 20), page.On(11, 15)},
	{page.On(12, 17), 0, page.On(15.5, 20), page.On(11, 15)},
	{page.On(11, 16), 0, page.On(15.5, 20), page.On(11, 15)},
	{page.On(10.5, 14), 0, page.On(15.5, 20), page.On(11, 15)},
}

// clustersSlide is L21: a column a group, two rows of three for more than four. Groups too long for the slide go on where
// the next slide begins.
func clustersSlide(s *page.Slides, b *briefing.Block) {
	groups := b.List("groups")
	if len(groups) == 0 {
		return
	}
	cols := len(groups)
	if cols > 4 {
		cols = 3
	}
	rows := (len(groups) + cols - 1) / cols
	const gap = 20
	w := page.SlideColumns(cols)
	room := (page.SlideBodyBottom - page.SlideBodyTop - gap*scene.Pt(rows-1)) / scene.Pt(rows)

	heads := func(step clusterStep) (h scene.Pt) {
		for _, g := range groups {
			h = max(h, clusterHead(s, g, w, "", step).H)
		}
		return h
	}
	step, ok := page.Largest(clusterSteps[:], func(step clusterStep) bool {
		return membersHeight(s, groups, step, w) <= room-heads(step)
	})
	if !ok {
		step = clusterSteps[4] // the usual one, continued
	}
	st, headH := step.member.Of(s.S.Body2), heads(step)
	// What is left goes between members.
	longest := 0
	for _, g := range groups {
		longest = max(longest, len(g.List("members")))
	}
	if h := membersHeight(s, groups, step, w); ok && step.air > 0 {
		step.air += min(step.air, max(0, (room-headH-h)/scene.Pt(max(1, longest))))
	}
	var pages [][]*clusterPart
	first := make([]int, len(groups))
	for {
		var pg []*clusterPart
		left := false
		for i, g := range groups {
			lines := memberLines(s, g, st, w)
			p := &clusterPart{group: g, first: first[i], id: b.ID + "/group" + page.Itoa(i+1)}
			var h scene.Pt
			for first[i]+len(p.lines) < len(lines) {
				l := lines[first[i]+len(p.lines)]
				if h+l.Height+step.air > room-headH+0.01 && len(p.lines) > 0 {
					break
				}
				h += l.Height + step.air
				p.lines = append(p.lines, l)
			}
			first[i] += len(p.lines)
			left = left || first[i] < len(lines)
			pg = append(pg, p)
		}
		pages = append(pages, pg)
		if !left {
			break
		}
	}
	for n, pg := range pages {
		sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Clusters, b.Title.String()))
		sh.Part, sh.Parts = n, len(pages)
		s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
			at := 0
			for _, p := range pg {
				if len(p.lines) == 0 {
					continue // it ended on an earlier slide
				}
				x, y := body.X+scene.Pt(at%cols)*(w+page.SlideGutter), body.Y+scene.Pt(at/cols)*(room+gap)
				at++
				clusterColumn(s, c, p, step, x, y, w, headH)
			}
		})
	}
}

// clusterPart is what one slide shows of a group.
type clusterPart struct {
	group briefing.Fields
	first int
	lines []typeset.Block
	id    string
}

func memberStyle(s *page.Slides, m briefing.Fields, st scene.Style) scene.Style {
	if m.Flag("highlight") {
		return st.In(scene.SansMedium).With(s.Look.Accent)
	}
	return st.With(s.Look.Text)
}

// memberLines are a group's members, each on a line, its tag behind it.
func memberLines(s *page.Slides, g briefing.Fields, st scene.Style, w scene.Pt) []typeset.Block {
	var out []typeset.Block
	for _, m := range g.List("members") {
		spans := []scene.Span{{Text: m.Words("name"), Style: memberStyle(s, m, st)}}
		if tag := m.Words("tag"); tag != "" {
			spans = append(spans, scene.Span{Text: page.WideGap + tag, Style: st.With(s.Look.Muted)})
		}
		out = append(out, s.Fonts.Set(spans, typeset.Options{Width: w - page.ColumnAir}))
	}
	return out
}

// membersHeight is the height of the longest group.
func membersHeight(s *page.Slides, groups []briefing.Fields, step clusterStep, w scene.Pt) scene.Pt {
	var most scene.Pt
	for _, g := range groups {
		var h scene.Pt
		for _, l := range memberLines(s, g, step.member.Of(s.S.Body2), w) {
			h += l.Height + step.air
		}
		most = max(most, h)
	}
	return most
}

// clusterHead is a group's name with the number of its members, and the line about it.
func clusterHead(s *page.Slides, g briefing.Fields, w scene.Pt, id string, step clusterStep) *page.Box {
	nst, gst := step.head.Of(s.S.Lead), step.gloss.Of(s.S.Body2)
	name := s.Fonts.Set([]scene.Span{{Text: g.Words("name"), Style: nst},
		{Text: page.WideGap + page.Itoa(len(g.List("members"))), Style: gst.At(gst.Size, nst.Leading)}}, typeset.Options{Width: w - page.ColumnAir/2, Break: typeset.Balanced})
	gloss := s.Set(g.Prose("gloss"), gst, w-page.ColumnAir/2, typeset.Balanced)
	box := &page.Box{H: 8 + name.Height + gloss.Height + 8}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(page.Rule(x, y+0.4, w, 0.75, s.Look.RuleStrong))
		c.Add(name.Text(id, scene.RoleSubheading, x, y+8+page.Base(nst)))
		if len(gloss.Lines) > 0 && !g.Prose("gloss").Empty() {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+8+name.Height+page.Base(gst)))
		}
	}
	return box
}

// clusterColumn draws what a slide shows of a group. Members with air around them are ruled apart, as rows of a table are.
func clusterColumn(s *page.Slides, c *page.Canvas, p *clusterPart, step clusterStep, x, y, w, heads scene.Pt) {
	id := p.id
	if p.first > 0 {
		id += "@" + page.Itoa(p.first+1)
	}
	clusterHead(s, p.group, w, id, step).Draw(c, x, y)
	y += heads
	st := step.member.Of(s.S.Body2)
	for i, l := range p.lines {
		if step.air >= 8 {
			c.Add(page.Rule(x, y, w, 0.5, s.Look.Rule))
		}
		c.Add(l.Text(p.id+"/"+page.Itoa(p.first+i+1), scene.RoleBody, x, y+step.air/2+page.Base(st)))
		y += l.Height + step.air
	}
}
