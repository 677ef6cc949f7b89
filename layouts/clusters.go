package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func clustersLayout() page.Layout {
	member := &outline.Shape{Name: "member", Short: "name", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 22, Doc: "As printed"},
		{Name: "tag", Type: outline.Words, Budget: 14, Doc: "A word or a date behind the name"},
		{Name: "highlight", Type: outline.Flag, Doc: "The member that the claim is about"},
	}}
	group := &outline.Shape{Name: "group", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 24, Doc: "What they share"},
		{Name: "gloss", Type: outline.Prose, Budget: 60, Doc: "A line about the group"},
		{Name: "members", Type: outline.Object, List: true, OrOne: true, Required: true, Min: 1, Max: 12, Shape: member, Doc: "Names, or {name, tag}"},
	}}
	return page.Layout{Name: "clusters", Summary: "who belongs together, without a map", Title: outline.Required, Page: clustersPage, Slide: clustersSlide,
		Unsourced: true, Numbered: always, Fills: true,
		Shape: &outline.Shape{Name: "clusters", Fields: []outline.Field{
			{Name: "groups", Type: outline.Object, List: true, Required: true, Min: 1, Max: 6, Shape: group, Doc: "At most 6 a page; more continue"},
		}}}
}

// clusterSize is how groups are set: at one size on paper, at the largest that fits on slides.
type clusterSize struct {
	head, count, gloss, member scene.Style
	above, lead, below         scene.Pt // the name, the line about the group, and the members
	air                        scene.Pt // around each member
	headFree, free             scene.Pt // what heads and members leave free of their column
}

// paperClusters are groups on paper.
func paperClusters(st *page.Styles) clusterSize {
	member := st.TableText
	member.Leading = 14
	return clusterSize{head: st.Lead, count: st.TableMuted(), gloss: st.SmallMuted, member: member, above: 6, lead: 1, below: 5}
}

// slideClusters are the sizes of groups on slides; groups that fit at none go on at the usual one.
func slideClusters(s *page.Slides) (sizes []clusterSize, usual clusterSize) {
	for _, z := range []struct {
		member      page.Letter
		air         scene.Pt
		head, gloss page.Letter
	}{
		{page.On(20, 27), 16, page.On(24, 30), page.On(16, 22)},
		{page.On(18, 25), 14, page.On(22, 27), page.On(15, 20)},
		{page.On(16, 22), 10, page.On(18, 23), page.On(13, 18)},
		{page.On(14, 20), 4, page.On(16, 21), page.On(13, 17)},
		{page.On(13, 18), 0, page.On(16, 21), page.On(13, 17)},
		{page.On(13, 17), 0, page.On(15.5, 20), page.On(13, 16)},
	} {
		head, gloss := z.head.Of(s.St.Lead), z.gloss.Of(s.St.Body2)
		sizes = append(sizes, clusterSize{head: head, count: gloss.At(gloss.Size, head.Leading), gloss: gloss, member: z.member.Of(s.St.Body2).With(s.Look.Text),
			above: 8, below: 8, air: z.air, headFree: page.ColumnAir / 2, free: page.ColumnAir})
	}
	return sizes, sizes[len(sizes)-2]
}

// clusterPart is what one place shows of a group.
type clusterPart struct {
	id      string
	group   briefing.Fields
	first   int // its first member
	members []typeset.Block
}

// lines are a group's members, each on a line, its tag behind it.
func (z clusterSize) lines(k *page.Composer, group briefing.Fields, w scene.Pt) (out []typeset.Block) {
	for _, m := range group.List("members") {
		st := z.member
		if m.Flag("highlight") {
			st = st.In(scene.SansMedium).With(k.Look.Accent)
		}
		spans := []scene.Span{{Text: m.Words("name"), Style: st}}
		if tag := m.Words("tag"); tag != "" {
			spans = append(spans, scene.Span{Text: page.WideGap + tag, Style: z.member.With(k.Look.Muted)})
		}
		out = append(out, k.Fonts.Set(spans, typeset.Options{Width: w - z.free}))
	}
	return out
}

// height is that of members.
func (z clusterSize) height(members []typeset.Block) (h scene.Pt) {
	for _, m := range members {
		h += m.Height + z.air
	}
	return h
}

// about is the line about a group.
func (z clusterSize) about(k *page.Composer, group briefing.Fields, w scene.Pt) (b typeset.Block) {
	if p := group.Prose("gloss"); !p.Empty() {
		b = k.Set(p, z.gloss, w-z.headFree, typeset.Balanced)
	}
	return b
}

// part is a group in a column: a head on a rule, what is said behind its name, the line about it, and its members. Those with
// air around them are ruled apart, as rows of a table are. headH says how high heads are, that members of a row begin on one line.
func (z clusterSize) part(k *page.Composer, p clusterPart, behind string, about typeset.Block, w scene.Pt, headH func(scene.Pt) scene.Pt) *page.Box {
	const ruled = 8 // the air from which on they are
	name := k.Fonts.Set([]scene.Span{{Text: p.group.Words("name"), Style: z.head}, {Text: behind, Style: z.count}},
		typeset.Options{Width: w - z.headFree, Break: typeset.Balanced})
	head, id := headH(z.above+name.Height), p.id
	if p.first > 0 {
		id += "@" + page.Itoa(p.first+1)
	}
	box := &page.Box{H: head + z.height(p.members), At: p.group.Place()}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(page.Rule(x, y+0.4, w, 0.75, k.Look.RuleStrong))
		c.Add(name.Text(id, scene.RoleSubheading, x, y+z.above+page.Base(z.head)))
		if len(about.Lines) > 0 {
			c.Add(about.Text(id+"/gloss", scene.RoleBody, x, y+z.above+name.Height+z.lead+page.Base(z.gloss)))
		}
		y += head
		for i, m := range p.members {
			if z.air >= ruled {
				c.Add(page.Rule(x, y, w, 0.5, k.Look.Rule))
			}
			c.Add(m.Text(p.id+"/"+page.Itoa(p.first+i+1), scene.RoleBody, x, y+z.air/2+page.Base(z.member)))
			y += m.Height + z.air
		}
	}
	return box
}

// memberCount stands behind a group's name.
func memberCount(group briefing.Fields) string {
	return page.WideGap + page.Itoa(len(group.List("members")))
}

// clustersPage sets the groups in two or three columns over the full width, tops aligned.
func clustersPage(f *page.Flow, b *briefing.Block) {
	const most, gutter, foot, apart = 24, 24, 1, 16 // members that a group shows before it goes on in another place; room
	k := f.K
	z := paperClusters(k.St)
	var all []clusterPart
	for i, g := range b.List("groups") {
		members := len(g.List("members"))
		for from := 0; from == 0 || from < members; from += most {
			all = append(all, clusterPart{id: b.ID + "/group" + page.Itoa(i+1), group: g, first: from})
		}
	}
	columns := 3
	if len(all) == 2 || len(all) == 4 {
		columns = 2
	}
	w := (k.Grid.Width() - gutter*scene.Pt(columns-1)) / scene.Pt(columns)
	var rows []*page.Box
	for row := range slices.Chunk(all, columns) {
		about, high := make([]typeset.Block, len(row)), scene.Pt(0)
		for j, p := range row {
			if p.first == 0 { // said once
				about[j] = z.about(k, p.group, w)
			}
			high = max(high, about[j].Height)
		}
		if high > 0 {
			high += z.lead
		}
		var xs []scene.Pt
		var cells []*page.Box
		for j, p := range row {
			behind := memberCount(p.group)
			if p.first > 0 {
				behind = k.Diagrams().Continued
			}
			lines := z.lines(k, p.group, w)
			p.members = lines[p.first:min(len(lines), p.first+most)]
			cell := z.part(k, p, behind, about[j], w, func(name scene.Pt) scene.Pt { return name + high + z.below })
			cell.H += foot
			xs, cells = append(xs, scene.Pt(j)*(w+gutter)), append(cells, cell)
		}
		box := page.Beside(xs, cells...)
		if len(rows) > 0 {
			box.Before = apart
		}
		rows = append(rows, box)
	}
	e := k.Exhibit(b, k.Grid.Width(), "", k.AltOf(k.Diagrams().Clusters, b.Title.String()))
	f.Add(e.Rows(rows, 1, nil))
}

// clustersSlide is a column a group, two rows of three for more than four; more than six go on by groups. Groups too long for the
// slide go on where the next slide begins.
func clustersSlide(s *page.Slides, b *briefing.Block) {
	groups := b.List("groups")
	if len(groups) == 0 {
		return
	}
	const most, gap = 6, 20
	chunks := (len(groups) + most - 1) / most
	each := (len(groups) + chunks - 1) / chunks
	cols := each
	if cols > 4 {
		cols = 3
	}
	rows := (each + cols - 1) / cols
	w := page.SlideColumns(cols)
	room := (page.SlideBodyBottom - page.SlideBodyTop - gap*scene.Pt(rows-1)) / scene.Pt(rows)

	// What the heads take, and the longest group.
	measure := func(z clusterSize) (heads, members scene.Pt) {
		for _, g := range groups {
			empty := z.part(s.Composer, clusterPart{group: g}, memberCount(g), typeset.Block{}, w, func(name scene.Pt) scene.Pt { return name })
			heads = max(heads, empty.H+z.about(s.Composer, g, w).Height+z.below)
			members = max(members, z.height(z.lines(s.Composer, g, w)))
		}
		return heads, members
	}
	sizes, usual := slideClusters(s)
	z, ok := page.Largest(sizes, func(z clusterSize) bool {
		heads, members := measure(z)
		return members <= room-heads && (z.member.Size <= usual.member.Size || !slices.ContainsFunc(groups, func(g briefing.Fields) bool {
			return slices.ContainsFunc(z.lines(s.Composer, g, w), func(m typeset.Block) bool { return len(m.Lines) > 1 })
		}))
	})
	if !ok {
		z = usual
	}
	headH, members := measure(z)
	// What is left goes between members.
	longest := 1
	for _, g := range groups {
		longest = max(longest, len(g.List("members")))
	}
	if ok && z.air > 0 {
		z.air += min(z.air, max(0, (room-headH-members)/scene.Pt(longest)))
	}
	slides := page.OnSlides(s, b.ID, room-headH, func(room scene.Pt) (slides [][]clusterPart) {
		for at := 0; at < len(groups); at += each {
			slides = append(slides, clusterSlides(s.Composer, b, z, at, groups[at:min(len(groups), at+each)], w, room)...)
		}
		return slides
	})
	for n, parts := range slides {
		sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Clusters, b.Title.String()))
		sh.Part, sh.Parts = n, len(slides)
		s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
			for i, p := range parts {
				x, y := body.X+scene.Pt(i%cols)*(w+page.SlideGutter), body.Y+scene.Pt(i/cols)*(room+gap)
				z.part(s.Composer, p, memberCount(p.group), z.about(s.Composer, p.group, w), w, func(scene.Pt) scene.Pt { return headH }).Draw(c, x, y)
			}
		})
	}
}

// clusterSlides are the slides of neighbouring groups, the first of them at a place in the block: as many members of each as have
// room below its head.
func clusterSlides(k *page.Composer, b *briefing.Block, z clusterSize, at int, groups []briefing.Fields, w, room scene.Pt) (slides [][]clusterPart) {
	first := make([]int, len(groups))
	for left := true; left; {
		var parts []clusterPart
		left = false
		for i, g := range groups {
			lines := z.lines(k, g, w)[first[i]:]
			n, h := 0, scene.Pt(0)
			for n < len(lines) && (n == 0 || h+lines[n].Height+z.air <= room+0.01) {
				h += lines[n].Height + z.air
				n++
			}
			if n > 0 { // else it ended on an earlier slide
				parts = append(parts, clusterPart{id: b.ID + "/group" + page.Itoa(at+i+1), group: g, first: first[i], members: lines[:n]})
			}
			first[i] += n
			left = left || n < len(lines)
		}
		slides = append(slides, parts)
	}
	return slides
}
