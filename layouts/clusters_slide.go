package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// clusterStep is one size of groups: their members, the air around each of these, and the heads.
type clusterStep struct {
	member      letter
	air         scene.Pt
	head, gloss letter
}

var clusterSteps = [...]clusterStep{
	{letter{17, 24}, 14, letter{22, 27}, letter{13, 18}},
	{letter{15.5, 21}, 10, letter{17, 22}, letter{12, 16}},
	{letter{13, 18}, 4, letter{15.5, 20}, letter{11, 15}},
	{letter{12, 17}, 0, letter{15.5, 20}, letter{11, 15}},
	{letter{11, 16}, 0, letter{15.5, 20}, letter{11, 15}},
	{letter{10.5, 14}, 0, letter{15.5, 20}, letter{11, 15}},
}

// clustersSlide is L21: a column a group, two rows of three for more than four. Groups too long for the slide go on where
// the next slide begins.
func clustersSlide(s *Slides, b *briefing.Block) {
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
	w := slideColumns(cols)
	room := (slideBodyBottom - slideBodyTop - gap*scene.Pt(rows-1)) / scene.Pt(rows)

	heads := func(step clusterStep) (h scene.Pt) {
		for _, g := range groups {
			h = max(h, s.clusterHead(g, w, "", step).H)
		}
		return h
	}
	step, ok := largest(clusterSteps[:], func(step clusterStep) bool {
		return s.membersHeight(groups, step, w) <= room-heads(step)
	})
	if !ok {
		step = clusterSteps[4] // the usual one, continued
	}
	st, headH := step.member.of(s.S.Body2), heads(step)
	// What is left goes between members.
	longest := 0
	for _, g := range groups {
		longest = max(longest, len(g.List("members")))
	}
	if h := s.membersHeight(groups, step, w); ok && step.air > 0 {
		step.air += min(step.air, max(0, (room-headH-h)/scene.Pt(max(1, longest))))
	}
	var pages [][]*clusterPart
	first := make([]int, len(groups))
	for {
		var page []*clusterPart
		left := false
		for i, g := range groups {
			lines := s.memberLines(g, st, w)
			p := &clusterPart{group: g, first: first[i], id: b.ID + "/group" + itoa(i+1)}
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
			page = append(page, p)
		}
		pages = append(pages, page)
		if !left {
			break
		}
	}
	for n, page := range pages {
		sh := s.exhibitSheet(b, s.altOf(s.diagrams().Clusters, b.Title.String()))
		sh.part, sh.parts = n, len(pages)
		s.slide(b, sh, func(c *Canvas, body scene.Rect) {
			at := 0
			for _, p := range page {
				if len(p.lines) == 0 {
					continue // it ended on an earlier slide
				}
				x, y := body.X+scene.Pt(at%cols)*(w+slideGutter), body.Y+scene.Pt(at/cols)*(room+gap)
				at++
				s.clusterColumn(c, p, step, x, y, w, headH)
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

func (s *Slides) memberStyle(m briefing.Fields, st scene.Style) scene.Style {
	if m.Flag("highlight") {
		return st.In(scene.SansMedium).With(s.Look.Accent)
	}
	return st.With(s.Look.Text)
}

// memberLines are a group's members, each on a line, its tag behind it.
func (s *Slides) memberLines(g briefing.Fields, st scene.Style, w scene.Pt) []typeset.Block {
	var out []typeset.Block
	for _, m := range g.List("members") {
		spans := []scene.Span{{Text: m.Words("name"), Style: s.memberStyle(m, st)}}
		if tag := m.Words("tag"); tag != "" {
			spans = append(spans, scene.Span{Text: wideGap + tag, Style: st.With(s.Look.Muted)})
		}
		out = append(out, s.Fonts.Set(spans, typeset.Options{Width: w - columnAir}))
	}
	return out
}

// membersHeight is the height of the longest group.
func (s *Slides) membersHeight(groups []briefing.Fields, step clusterStep, w scene.Pt) scene.Pt {
	var most scene.Pt
	for _, g := range groups {
		var h scene.Pt
		for _, l := range s.memberLines(g, step.member.of(s.S.Body2), w) {
			h += l.Height + step.air
		}
		most = max(most, h)
	}
	return most
}

// clusterHead is a group's name with the number of its members, and the line about it.
func (s *Slides) clusterHead(g briefing.Fields, w scene.Pt, id string, step clusterStep) *Box {
	nst, gst := step.head.of(s.S.Lead), step.gloss.of(s.S.Body2)
	name := s.Fonts.Set([]scene.Span{{Text: g.Words("name"), Style: nst},
		{Text: wideGap + itoa(len(g.List("members"))), Style: gst.At(gst.Size, nst.Leading)}}, typeset.Options{Width: w - columnAir/2, Break: typeset.Balanced})
	gloss := s.set(g.Prose("gloss"), gst, w-columnAir/2, typeset.Balanced)
	box := &Box{H: 8 + name.Height + gloss.Height + 8}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(rule(x, y+0.4, w, 0.75, s.Look.RuleStrong))
		c.Add(name.Text(id, scene.RoleSubheading, x, y+8+base(nst)))
		if len(gloss.Lines) > 0 && !g.Prose("gloss").Empty() {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+8+name.Height+base(gst)))
		}
	}
	return box
}

// clusterColumn draws what a slide shows of a group. Members with air around them are ruled apart, as rows of a table are.
func (s *Slides) clusterColumn(c *Canvas, p *clusterPart, step clusterStep, x, y, w, heads scene.Pt) {
	id := p.id
	if p.first > 0 {
		id += "@" + itoa(p.first+1)
	}
	s.clusterHead(p.group, w, id, step).Draw(c, x, y)
	y += heads
	st := step.member.of(s.S.Body2)
	for i, l := range p.lines {
		if step.air >= 8 {
			c.Add(rule(x, y, w, 0.5, s.Look.Rule))
		}
		c.Add(l.Text(p.id+"/"+itoa(p.first+i+1), scene.RoleBody, x, y+step.air/2+base(st)))
		y += l.Height + step.air
	}
}
