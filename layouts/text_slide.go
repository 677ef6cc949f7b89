package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// textSlide is L26: running text in columns 1 to 8, two columns when it is long, continued as it needs.
func textSlide(s *Slides, b *briefing.Block) {
	paras := b.Paras("text")
	chars := 0
	for _, p := range paras {
		chars += len([]rune(p.Prose.String()))
	}
	cols, w, gutter := 1, slideXR(8)-slideLeft, scene.Pt(0)
	if chars > 700 {
		cols, gutter = 2, 32
		w = (slideRight - slideLeft - gutter) / 2
	}
	const room = slideBodyBottom - slideBodyTop
	fill := func(boxes []*Box, room scene.Pt) (page [][]*Box, rest []*Box) {
		for range cols {
			var col []*Box
			col, boxes = fillColumn(boxes, room)
			page = append(page, col)
		}
		return page, boxes
	}
	// One slide's text is set a size larger where it still is one slide's.
	boxes := s.slideParas(paras, w, b.ID+"/text", s.S.Body.At(13, 19))
	if page, rest := fill(boxes, room); len(rest) > 0 || len(page[0]) == 0 {
		boxes = s.slideParas(paras, w, b.ID+"/text", s.S.Body)
	}
	var pages [][][]*Box
	for len(boxes) > 0 {
		page, rest := fill(boxes, room)
		if len(page[0]) == 0 {
			s.tooHighFor(boxes[0], room)
			boxes = boxes[1:]
			continue
		}
		if len(rest) == 0 && cols > 1 {
			// The last slide's columns end on one level.
			lo, hi := scene.Pt(0), room
			for range 16 {
				mid := (lo + hi) / 2
				if try, over := fill(boxes, mid); len(over) == 0 && len(try[0]) > 0 {
					page, hi = try, mid
				} else {
					lo = mid
				}
			}
		}
		pages = append(pages, page)
		boxes = rest
	}
	for i, page := range pages {
		s.slide(b, sheet{part: i, parts: len(pages)}, func(c *Canvas, body scene.Rect) {
			for j, col := range page {
				if len(col) > 0 {
					stack(col...).Draw(c, body.X+scene.Pt(j)*(w+gutter), body.Y)
				}
			}
		})
	}
}

// slideParas sets rich text, its body in a style.
func (s *Slides) slideParas(paras []briefing.Para, w scene.Pt, id string, body scene.Style) []*Box {
	st := s.S
	var out []*Box
	for i, p := range paras {
		pid := id + itoa(i+1)
		switch p.Kind {
		case briefing.Heading:
			b := textBox(s.set(p.Prose, st.CommentHead, w, typeset.Balanced), pid, scene.RoleHeading, st.CommentHead)
			b.Before, b.After, b.KeepNext, b.Split = 12, 3, true, nil
			out = append(out, b)
		case briefing.Item:
			style := body
			if p.Depth > 0 {
				style = st.Body2
			}
			b := textBox(s.Fonts.SetParas([]scene.Para{{Spans: s.spans(p.Prose, style), Marker: p.Marker, Depth: p.Depth}}, typeset.Options{Width: w}), pid, scene.RoleList, style)
			b.After = 6
			out = append(out, b)
		case briefing.RunIn:
			if runsIn(paras, i) {
				continue
			}
			b := textBox(s.set(p.Prose, st.CommentHead, w, typeset.Balanced), pid, scene.RoleHeading, st.CommentHead)
			b.KeepNext, b.Split = true, nil
			out = append(out, b)
		default:
			b := textBox(s.Fonts.Set(s.withRunIn(paras, i, body, body.In(scene.SansSemiBold)), typeset.Options{Width: w}), pid, scene.RoleBody, body)
			b.After = 8
			out = append(out, b)
		}
	}
	return out
}
