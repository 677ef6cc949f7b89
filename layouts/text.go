package layouts

import (
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
)

func textLayout() page.Layout {
	return page.Layout{Name: "text", Summary: "running text", Page: textPage, Slide: textSlide,
		Unsourced: true,
		Shape: &outline.Shape{Name: "text", Short: "text", Fields: []outline.Field{
			{Name: "text", Type: outline.Rich, Required: true, Doc: "Markdown paragraphs, lists and headings, or {file: x.md}"},
		}}}
}

// textPage is running text in the main column under its heading.
func textPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	paras := b.Paras("text")
	warnOfWall(k, b, paras)
	if !b.Title.Empty() {
		f.Add(k.TextHead(b))
	}
	boxes := k.RichBoxes(paras, k.Grid.MainW, b.ID+"/text", k.PageText())
	for _, box := range boxes {
		box.At, box.Name = b.PlaceOf("text"), "running text"
		box.Text = false // a block: it does not run ahead of others that wait
	}
	f.Add(boxes...)
	if note := k.NoteBox(b, k.Grid.MainW); note != nil {
		if len(boxes) > 0 {
			boxes[len(boxes)-1].KeepNext = true
		}
		f.Add(note)
	}
}

// warnOfWall warns of long text without a cross-heading: readers want one every 250 to 500 words.
func warnOfWall(k *page.Composer, b *briefing.Block, paras []briefing.Para) {
	words := 0
	for _, p := range paras {
		if p.Kind == briefing.Heading || p.Kind == briefing.RunIn {
			words = 0
			continue
		}
		words += len(strings.Fields(p.Prose.String()))
		if words > 500 {
			k.L.Warn(b.PlaceOf("text"), "W-WALL", "put a heading (## words) every 250 to 500 words", "%d words without a heading", words)
			return
		}
	}
}

// textMost is the largest body size of running text: a slide that is read, not a poster.
const textMost = 18

// textSlide is running text in columns 1 to 8, two columns when it is long, continued as it needs.
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
	// One slide's text grows while it still is one slide's.
	set := func() []*page.Box { return s.RichBoxes(paras, w, b.ID+"/text", s.SlideText(s.St.Body)) }
	s.Joined(b.ID, s.Grow(textMost, func() bool {
		pg, rest := fill(set(), room)
		return len(rest) == 0 && len(pg[0]) > 0
	}))
	boxes := set()
	pages := page.OnSlides(s, b.ID+"/slides", room, func(room scene.Pt) (pages [][][]*page.Box) {
		for boxes := boxes; len(boxes) > 0; {
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
		return pages
	})
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
