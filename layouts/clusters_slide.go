package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

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
	const gutter, gap = 24, 20
	width := slideRight - slideLeft
	w := (width - gutter*scene.Pt(cols-1)) / scene.Pt(cols)
	room := (slideBodyBottom - slideBodyTop - gap*scene.Pt(rows-1)) / scene.Pt(rows)

	var heads scene.Pt
	for _, g := range groups {
		heads = max(heads, s.clusterHead(g, w, "").H)
	}
	most := 0
	for _, g := range groups {
		most = max(most, len(g.List("members")))
	}
	// The largest size at which all members of all groups stand on the slide; else the usual one, continued.
	steps := []scene.Style{s.S.Body2.At(17, 30), s.S.Body2.At(15.5, 25), s.S.Body2.At(13, 19), s.S.Body2.At(12, 17), s.S.Body2.At(11, 16), s.S.Body2.At(10.5, 14)}
	st := steps[4]
	for i, step := range steps {
		if i == 0 && most > 4 || i == 1 && most > 5 || i == 2 && most > 8 {
			continue
		}
		if s.membersHeight(groups, step, w) <= room-heads {
			st = step
			break
		}
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
				if h+l.Height > room-heads && len(p.lines) > 0 {
					break
				}
				h += l.Height
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
				x, y := body.X+scene.Pt(at%cols)*(w+gutter), body.Y+scene.Pt(at/cols)*(room+gap)
				at++
				s.clusterColumn(c, p, st, x, y, w, heads)
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
		out = append(out, s.Fonts.Set(spans, typeset.Options{Width: w}))
	}
	return out
}

// membersHeight is the height of the longest group.
func (s *Slides) membersHeight(groups []briefing.Fields, st scene.Style, w scene.Pt) scene.Pt {
	var most scene.Pt
	for _, g := range groups {
		var h scene.Pt
		for _, l := range s.memberLines(g, st, w) {
			h += l.Height
		}
		most = max(most, h)
	}
	return most
}

// clusterHead is a group's name with the number of its members, and the line about it.
func (s *Slides) clusterHead(g briefing.Fields, w scene.Pt, id string) *Box {
	name := s.Fonts.Set([]scene.Span{{Text: g.Words("name"), Style: s.S.Lead},
		{Text: wideGap + itoa(len(g.List("members"))), Style: s.S.Body2.At(11, 20)}}, typeset.Options{Width: w, Break: typeset.Balanced})
	gloss := s.set(g.Prose("gloss"), s.S.Body2, w, typeset.Balanced)
	box := &Box{H: 8 + name.Height + gloss.Height + 8}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(rule(x, y+0.4, w, 0.75, s.Look.RuleStrong))
		c.Add(name.Text(id, scene.RoleSubheading, x, y+8+base(s.S.Lead)))
		if len(gloss.Lines) > 0 && !g.Prose("gloss").Empty() {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+8+name.Height+base(s.S.Body2)))
		}
	}
	return box
}

func (s *Slides) clusterColumn(c *Canvas, p *clusterPart, st scene.Style, x, y, w, heads scene.Pt) {
	id := p.id
	if p.first > 0 {
		id += "@" + itoa(p.first+1)
	}
	s.clusterHead(p.group, w, id).Draw(c, x, y)
	y += heads
	for i, l := range p.lines {
		c.Add(l.Text(p.id+"/"+itoa(p.first+i+1), scene.RoleBody, x, y+base(st)))
		y += l.Height
	}
}
