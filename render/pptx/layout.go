package pptx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roadshow/scene"
)

// layout is a slide layout: one for each layout of the briefing. The first slide of it says where its placeholders stand.
type layout struct {
	*part
	label  string
	pages  []*scene.Page
	ground scene.Color
	draws  map[*scene.Shape]bool // what its slides need not draw, because it does
	lifted []lifted
	slots  []holder
	fixed  map[string]holder // title, footer and number, by what files call them
}

// lifted is a shape that all slides of a layout share.
type lifted struct {
	shape *scene.Shape
	clip  *scene.Rect
}

// holder is a placeholder for words, a chart, a table or a picture.
type holder struct {
	kind  string // as files call it: "body", "chart", "tbl", "pic"
	role  scene.Role
	nth   int // among those of its kind and role
	index int
	box   scene.Rect
	style string // of its words
}

const firstIndex = 13 // below are those of date, footer and number

const layoutType = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"

// layoutsOf are the layouts that a deck's pages name, in the order of their first use.
func (k *writer) layoutsOf(d *scene.Deck) (list []*layout) {
	for i := range d.Pages {
		pg := &d.Pages[i]
		at := slices.IndexFunc(list, func(l *layout) bool { return l.label == pg.Layout })
		if at < 0 {
			at = len(list)
			list = append(list, &layout{part: k.add(fmt.Sprintf("/ppt/slideLayouts/slideLayout%d.xml", at+1), layoutType), label: pg.Layout,
				ground: pg.Background, draws: map[*scene.Shape]bool{}, fixed: map[string]holder{}})
		}
		list[at].pages = append(list[at].pages, pg)
	}
	for _, l := range list {
		l.lift(d.Size)
	}
	return list
}

func (k *writer) layoutOf(pg *scene.Page) *layout {
	return k.layouts[slices.IndexFunc(k.layouts, func(l *layout) bool { return l.label == pg.Layout })]
}

// placed is a shape or a text of a page in painting order, and where it stands.
type placed struct {
	item scene.Item
	role scene.Role // of the innermost group that is for something
	clip *scene.Rect
}

// painted lists what a page paints. Charts and tables are one item.
func painted(items []scene.Item, role scene.Role, clip *scene.Rect) (out []placed) {
	for _, it := range items {
		g, ok := it.(*scene.Group)
		if !ok {
			out = append(out, placed{it, role, clip})
			continue
		}
		inner := clip
		if g.Clip != nil {
			cut := *g.Clip
			if clip != nil {
				cut = cut.Intersect(*clip)
			}
			inner = &cut
		}
		out = append(out, painted(g.Items, g.Role, inner)...)
	}
	return out
}

// lift finds the shapes that every slide of the layout draws alike, before anything that they would hide: they are the layout's. What
// tells the themes apart stays.
func (l *layout) lift(size scene.Size) {
	pages := make([][]placed, len(l.pages))
	for i, pg := range l.pages {
		pages[i] = painted(pg.Items, "", nil)
	}
	var beneath []scene.Rect // what slides paint themselves
	for _, p := range pages[0] {
		if _, words := p.item.(*scene.Text); words {
			continue
		}
		box := scene.Bounds(p.item)
		sh, ok := p.item.(*scene.Shape)
		switch {
		case !ok || sh.Alt != "" || p.role == scene.RoleExhibit:
			ok = false
		case p.role == scene.RoleFurniture:
			ok = box.Y > size.H/2
		case p.role != scene.RoleOrnament:
			ok = len(pages) > 1
		}
		grown := box.Inset(-1)
		ok = ok && !slices.ContainsFunc(beneath, grown.Overlaps)
		same := []*scene.Shape{sh}
		for _, other := range pages[1:] {
			if !ok {
				break
			}
			twin := slices.IndexFunc(other, func(q placed) bool { return q.role == p.role && twins(q, p, sh) })
			if ok = twin >= 0; ok {
				same = append(same, other[twin].item.(*scene.Shape))
			}
		}
		if !ok {
			beneath = append(beneath, grown)
			continue
		}
		for _, sh := range same {
			l.draws[sh] = true
		}
		l.lifted = append(l.lifted, lifted{sh, p.clip})
	}
}

// twins says that two pages hold the same shape.
func twins(q, p placed, sh *scene.Shape) bool {
	o, ok := q.item.(*scene.Shape)
	switch {
	case !ok || o.Alt != "" || (q.clip == nil) != (p.clip == nil) || q.clip != nil && *q.clip != *p.clip:
		return false
	case o == sh:
		return true
	}
	return alike(o, sh) && slices.Equal(o.Path.Ops, sh.Path.Ops) && slices.Equal(o.Path.Pts, sh.Path.Pts)
}

// hold gives something on a slide its placeholder: the one that the layout has for it, and where that stands. The layout's first slide
// makes them; of charts, tables and pictures the first that there is.
func (s *slide) hold(kind string, role scene.Role, box scene.Rect, style string) (tag string, at scene.Rect) {
	key := kind + string(role)
	nth := s.used[key]
	s.used[key]++
	l := s.layout
	slot := slices.IndexFunc(l.slots, func(h holder) bool { return h.kind == kind && h.role == role && h.nth == nth })
	if slot < 0 {
		if s.page != l.pages[0] && kind == "body" {
			return "", box
		}
		slot = len(l.slots)
		l.slots = append(l.slots, holder{kind, role, nth, firstIndex + slot, box, style})
	}
	return fmt.Sprintf(`<p:ph type="%s" idx="%d"/>`, kind, l.slots[slot].index), l.slots[slot].box
}

// fix gives a slide's title, footer or number its placeholder, which its layout has too.
func (s *slide) fix(kind string, box scene.Rect, style string) (tag string, at scene.Rect) {
	if _, known := s.layout.fixed[kind]; !known {
		s.layout.fixed[kind] = holder{kind: kind, box: box, style: style}
	}
	return fixedTag(kind), s.layout.fixed[kind].box
}

func fixedTag(kind string) string {
	return map[string]string{"title": `<p:ph type="title"/>`, "ftr": `<p:ph type="ftr" sz="quarter" idx="11"/>`, "sldNum": `<p:ph type="sldNum" sz="quarter" idx="12"/>`}[kind]
}

// placeholder is what a text is to the layout, and where that has it; empty: a text of its own.
func (s *slide) placeholder(t *scene.Text, box scene.Rect, style string) (tag string, at scene.Rect) {
	switch {
	case t == s.title:
		return s.fix("title", box, style)
	case s.inner > 0:
		return "", box
	case t == s.number:
		return s.fix("sldNum", box, style)
	case t == s.footer:
		return s.fix("ftr", box, style)
	}
	switch t.Role {
	case scene.RoleFurniture, scene.RoleOrnament, scene.RoleLabel, scene.RoleCell, "":
		return "", box
	}
	return s.hold("body", t.Role, box, style)
}

// layout writes the part of a layout, when all slides have said what they hold.
func (k *writer) layout(l *layout) {
	s := &slide{part: l.part, w: k, theme: k.theme, layout: &layout{}}
	s.rel("slideMaster", k.master.name)
	s.put(declaration, `<p:sldLayout`, namespaces, ` preserve="1" userDrawn="1"><p:cSld name="`, esc(label(l.label)), `">`)
	s.ground(l.ground)
	s.put(`<p:spTree>`)
	s.root()
	var run []*scene.Shape
	for i, it := range l.lifted {
		run = append(run, it.shape)
		if n := i + 1; n < len(l.lifted) && sameClip(l.lifted[n].clip, it.clip) && alike(it.shape, l.lifted[n].shape) {
			continue
		}
		if it.clip != nil {
			s.clip = sidesOf(*it.clip)
		}
		s.shapes(run, "Background")
		run, s.clip = nil, nil
	}
	for _, kind := range [3]string{"title", "ftr", "sldNum"} {
		if h, ok := l.fixed[kind]; ok {
			s.holder(h, fixedTag(kind), prompt(h))
		}
	}
	for _, h := range l.slots {
		s.holder(h, fmt.Sprintf(`<p:ph type="%s" sz="quarter" idx="%d"/>`, h.kind, h.index), prompt(h))
	}
	s.put(`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`)
}

func sameClip(a, b *scene.Rect) bool { return a == b || a != nil && b != nil && *a == *b }

// label is what the list of layouts calls one.
func label(name string) string {
	if name == "" {
		return "Slide"
	}
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "_", " ")
}

// prompt is what a placeholder says while it is empty.
func prompt(h holder) string {
	switch h.kind {
	case "title":
		return "Title"
	case "ftr", "sldNum": // nothing, or the number
		return ""
	case "chart":
		return "Chart"
	case "tbl":
		return "Table"
	case "pic":
		return "Picture"
	}
	return label(strings.ReplaceAll(string(h.role), "-", "_"))
}

// holder writes a placeholder of a layout or a master.
func (s *slide) holder(h holder, tag, words string) {
	s.put(`<p:sp><p:nvSpPr>`)
	s.identity(cmp.Or(prompt(h), map[string]string{"ftr": "Footer", "sldNum": "Slide number"}[h.kind])+" "+itoa(s.ids+1), "", "")
	s.put(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>`, tag, `</p:nvPr></p:nvSpPr><p:spPr>`)
	s.xfrm("a:xfrm", h.box, "")
	s.put(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle>`,
		h.style, `</a:lstStyle><a:p>`)
	switch {
	case h.kind == "sldNum":
		s.put(`<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>`)
	case words != "":
		s.put(`<a:r><a:rPr lang="en-US"/><a:t>`, esc(words), `</a:t></a:r>`)
	}
	s.put(`<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`)
}
