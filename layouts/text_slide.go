package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// textSlide is L26: running text in columns 1 to 8, two columns when it is long, continued as it needs.
func textSlide(s *page.Slides, b *briefing.Block) {
	paras := b.Paras("text")
	chars := 0
	for _, p := range paras {
		chars += len([]rune(p.Prose.String()))
	}
	cols, w, gutter := 1, page.SlideXR(8)-page.SlideLeft, scene.Pt(0)
	if chars > 700 {
		cols, gutter = 2, 32
		w = (page.SlideRight - page.SlideLeft - gutter) / 2
	}
	const room = page.SlideBodyBottom - page.SlideBodyTop
	fill := func(boxes []*page.Box, room scene.Pt) (pg [][]*page.Box, rest []*page.Box) {
		for range cols {
			var col []*page.Box
			col, boxes = page.FillColumn(boxes, room)
			pg = append(pg, col)
		}
		return pg, boxes
	}
	// One slide's text is set a size larger where it still is one slide's.
	boxes := slideParas(s, paras, w, b.ID+"/text", s.S.Body.At(13, 19))
	if pg, rest := fill(boxes, room); len(rest) > 0 || len(pg[0]) == 0 {
		boxes = slideParas(s, paras, w, b.ID+"/text", s.S.Body)
	}
	var pages [][][]*page.Box
	for len(boxes) > 0 {
		pg, rest := fill(boxes, room)
		if len(pg[0]) == 0 {
			s.TooHighFor(boxes[0], room)
			boxes = boxes[1:]
			continue
		}
		if len(rest) == 0 && cols > 1 {
			// The last slide's columns end on one level.
			lo, hi := scene.Pt(0), room
			for range 16 {
				mid := (lo + hi) / 2
				if try, over := fill(boxes, mid); len(over) == 0 && len(try[0]) > 0 {
					pg, hi = try, mid
				} else {
					lo = mid
				}
			}
		}
		pages = append(pages, pg)
		boxes = rest
	}
	for i, pg := range pages {
		s.Slide(b, page.Sheet{Part: i, Parts: len(pages)}, func(c *page.Canvas, body scene.Rect) {
			for j, col := range pg {
				if len(col) > 0 {
					page.Stack(col...).Draw(c, body.X+scene.Pt(j)*(w+gutter), body.Y)
				}
			}
		})
	}
}

// slideParas sets rich text, its body in a style.
func slideParas(s *page.Slides, paras []briefing.Para, w scene.Pt, id string, body scene.Style) []*page.Box {
	st := s.S
	var out []*page.Box
	for i, p := range paras {
		pid := id + page.Itoa(i+1)
		switch p.Kind {
		case briefing.Heading:
			b := page.TextBox(s.Set(p.Prose, st.CommentHead, w, typeset.Balanced), pid, scene.RoleHeading, st.CommentHead)
			b.Before, b.After, b.KeepNext, b.Split = 12, 3, true, nil
			out = append(out, b)
		case briefing.Item:
			style := body
			if p.Depth > 0 {
				style = st.Body2
			}
			b := page.TextBox(s.Fonts.SetParas([]scene.Para{{Spans: s.Spans(p.Prose, style), Marker: p.Marker, Depth: p.Depth}}, typeset.Options{Width: w}), pid, scene.RoleList, style)
			b.After = 6
			out = append(out, b)
		case briefing.RunIn:
			if page.RunsIn(paras, i) {
				continue
			}
			b := page.TextBox(s.Set(p.Prose, st.CommentHead, w, typeset.Balanced), pid, scene.RoleHeading, st.CommentHead)
			b.KeepNext, b.Split = true, nil
			out = append(out, b)
		default:
			b := page.TextBox(s.Fonts.Set(s.WithRunIn(paras, i, body, body.In(scene.SansSemiBold)), typeset.Options{Width: w}), pid, scene.RoleBody, body)
			b.After = 8
			out = append(out, b)
		}
	}
	return out
}
