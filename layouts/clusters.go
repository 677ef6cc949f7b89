package layouts

import (
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

// clusterMembers is how many members a group shows before it goes on in another place.
const clusterMembers = 24

// cluster is a group or a part of one.
type cluster struct {
	group   briefing.Fields
	members []briefing.Fields
	first   int // index of its first member in the group
	id      string
}

// clustersPage sets the groups in two or three columns over the full width, tops aligned.
func clustersPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	var all []cluster
	for i, g := range b.List("groups") {
		members := g.List("members")
		id := b.ID + "/group" + page.Itoa(i+1)
		for from := 0; from == 0 || from < len(members); from += clusterMembers {
			c := cluster{group: g, members: members[from:min(len(members), from+clusterMembers)], first: from, id: id}
			if from > 0 {
				c.id += "@" + page.Itoa(from)
			}
			all = append(all, c)
		}
	}
	columns := 3
	if len(all) == 2 || len(all) == 4 {
		columns = 2
	}
	const gutter = 24
	w := (k.Grid.Width() - gutter*scene.Pt(columns-1)) / scene.Pt(columns)
	var rows []*page.Box
	for i := 0; i < len(all); i += columns {
		var xs []scene.Pt
		var cells []*page.Box
		glosses := scene.Pt(0) // members of a row begin on one line
		for j := i; j < min(len(all), i+columns); j++ {
			glosses = max(glosses, clusterGloss(k, all[j], w).Height)
		}
		for j := i; j < min(len(all), i+columns); j++ {
			xs = append(xs, scene.Pt(j-i)*(w+gutter))
			cells = append(cells, clusterBox(k, all[j], w, glosses))
		}
		row := page.Beside(xs, cells...)
		if i > 0 {
			row.Before = 16
		}
		rows = append(rows, row)
	}
	e := k.Exhibit(b, k.Grid.Width(), "", k.AltOf(k.Diagrams().Clusters, b.Title.String()))
	f.Add(e.Rows(rows, 1, nil))
}

// clusterGloss is the line about a group, said once.
func clusterGloss(k *page.Composer, c cluster, w scene.Pt) typeset.Block {
	if p := c.group.Prose("gloss"); !p.Empty() && c.first == 0 {
		return k.Set(p, k.St.SmallMuted, w, typeset.Balanced)
	}
	return typeset.Block{}
}

// clusterBox is a head on a rule, how many there are, and the members one a line.
func clusterBox(k *page.Composer, c cluster, w, glosses scene.Pt) *page.Box {
	st := k.St
	head := []scene.Span{{Text: c.group.Words("name"), Style: st.Lead}}
	if c.first > 0 {
		head = append(head, scene.Span{Text: k.Diagrams().Continued, Style: st.TableMuted()})
	} else {
		head = append(head, scene.Span{Text: page.WideGap + page.Itoa(len(c.group.List("members"))), Style: st.TableMuted()})
	}
	name := page.TextBox(k.Fonts.Set(head, typeset.Options{Width: w, Break: typeset.Balanced}), c.id, scene.RoleSubheading, st.Lead)
	boxes := []*page.Box{name}
	if glosses > 0 {
		box := page.Space(glosses)
		if g := clusterGloss(k, c, w); len(g.Lines) > 0 {
			box = page.TextBox(g, c.id+"/gloss", scene.RoleBody, st.SmallMuted)
			box.H = glosses
		}
		box.Before = 1
		boxes = append(boxes, box)
	}
	for i, m := range c.members {
		line := st.TableText
		line.Leading = 14
		if m.Flag("highlight") {
			line = line.In(scene.SansMedium).With(k.Look.Accent)
		}
		spans := []scene.Span{{Text: m.Words("name"), Style: line}}
		if tag := m.Words("tag"); tag != "" {
			spans = append(spans, scene.Span{Text: page.WideGap + tag, Style: line.In(scene.Sans).With(k.Look.Muted)})
		}
		box := page.TextBox(k.Fonts.Set(spans, typeset.Options{Width: w}), c.id+"/"+page.Itoa(c.first+i+1), scene.RoleBody, line)
		if i == 0 {
			box.Before = 5
		}
		boxes = append(boxes, box)
	}
	body := page.Stack(boxes...)
	out := &page.Box{H: body.H + 7, At: c.group.Place()}
	out.Draw = func(cv *page.Canvas, x, y scene.Pt) {
		cv.Add(page.Rule(x, y+0.4, w, 0.75, k.Look.RuleStrong))
		body.Draw(cv, x, y+6)
	}
	return out
}
