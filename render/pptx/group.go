package pptx

import (
	"slices"

	"roadshow/scene"
)

// group writes items that belong together. What merely stands on one slide together is no group to whoever edits it: only drawings are.
func (s *slide) group(g *scene.Group) error {
	if g.Clip != nil {
		clip, frame := s.clip, s.frame
		cut := *g.Clip
		if frame != nil {
			cut = cut.Intersect(*frame)
		}
		s.frame = &cut
		s.clip = append(clip[:len(clip):len(clip)], sidesOf(*g.Clip)...)
		defer func() { s.clip, s.frame = clip, frame }()
	}
	switch {
	case g.Role == scene.RoleOrnament:
		return s.within(s.named(g.Role, g.ID), "", true, g.Items)
	case g.Role == scene.RoleFurniture:
		return s.furniture(g)
	case g.Alt == "" || heard(g.Items):
		return s.items(g.Items)
	}
	// Its title and its source stand by themselves; what is between is the drawing.
	from, to := 0, len(g.Items)
	for from < to && stands(g.Items[from], scene.RoleCaption, scene.RoleStandfirst, scene.RoleTitle) {
		from++
	}
	for to > from && stands(g.Items[to-1], scene.RoleSource, scene.RoleFootnote) {
		to--
	}
	if err := s.items(g.Items[:from]); err != nil {
		return err
	}
	if err := s.within(s.named(g.Role, g.ID), g.Alt, false, g.Items[from:to]); err != nil {
		return err
	}
	return s.items(g.Items[to:])
}

// heard says that an item bears its own description of what it shows.
func heard(items []scene.Item) (ok bool) {
	scene.Walk(items, func(it scene.Item) {
		switch it := it.(type) {
		case *scene.Chart, *scene.Table:
			ok = true
		case *scene.Image:
			ok = ok || it.Alt != ""
		}
	})
	return ok
}

func stands(it scene.Item, roles ...scene.Role) bool {
	t, ok := it.(*scene.Text)
	for _, r := range roles {
		if ok && t.Role == r {
			return true
		}
	}
	return false
}

// within writes items as one group: none, where nothing of them is seen.
func (s *slide) within(name, alt string, decorative bool, items []scene.Item) error {
	return s.bundle(name, alt, decorative, scene.Bounds(&scene.Group{Items: items, Clip: s.frame}), func() error {
		if decorative {
			return s.ornament(items)
		}
		return s.items(items)
	})
}

// bundle writes a group of what parts writes.
func (s *slide) bundle(name, alt string, decorative bool, box scene.Rect, parts func() error) error {
	mark, ids := s.Len(), s.ids
	s.put(`<p:grpSp><p:nvGrpSpPr>`)
	if decorative {
		s.decoration(name)
	} else {
		s.identity(name, alt, "")
	}
	s.put(`<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>`)
	for _, tag := range [2]string{"", "ch"} {
		off, ext := "off", "ext"
		if tag != "" {
			off, ext = "chOff", "chExt"
		}
		s.put(`<a:`, off, ` x="`, emu(box.X), `" y="`, emu(box.Y), `"/><a:`, ext, ` cx="`, emu(box.W), `" cy="`, emu(box.H), `"/>`)
	}
	s.put(`</a:xfrm></p:grpSpPr>`)
	start, first := s.Len(), s.ids
	s.inner++
	err := parts()
	s.inner--
	switch n := s.ids - first; {
	case n == 0:
		s.Truncate(mark)
		s.ids = ids
	case n == 1 && decorative: // one shape needs no group
		rest := slices.Clone(s.Bytes()[start:])
		s.Truncate(mark)
		s.Write(rest)
	default:
		s.put(`</p:grpSp>`)
	}
	return err
}

// ornament writes shapes of one paint that follow each other as one: nobody takes a globe apart.
func (s *slide) ornament(items []scene.Item) error {
	var run []*scene.Shape
	flush := func() {
		s.shapes(run, "Ornament")
		run = nil
	}
	for _, it := range items {
		sh, ok := it.(*scene.Shape)
		if ok && s.layout.draws[sh] {
			continue
		}
		if !ok || len(run) > 0 && !alike(run[0], sh) {
			flush()
		}
		if ok {
			run = append(run, sh)
		} else if err := s.item(it); err != nil {
			return err
		}
	}
	flush()
	return nil
}

func alike(a, b *scene.Shape) bool {
	return a.Fill == b.Fill && a.Stroke.Color == b.Stroke.Color && a.Stroke.Width == b.Stroke.Width && a.Stroke.Round == b.Stroke.Round &&
		slices.Equal(a.Stroke.Dash, b.Stroke.Dash)
}

// furniture writes what stands on every slide: its number and its footer are what office programs know as such.
func (s *slide) furniture(g *scene.Group) error {
	var above, below []scene.Item
	for _, it := range g.Items {
		if scene.Bounds(it).Y < s.w.deck.Size.H/2 {
			above = append(above, it)
		} else {
			below = append(below, it)
		}
	}
	if err := s.within("Tracker", "", false, above); err != nil {
		return err
	}
	return s.items(below)
}
