package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
)

// imageSlide stands a picture in the frame of a chart (L10), in its natural ratio and never above one point a pixel.
func imageSlide(s *page.Slides, b *briefing.Block) {
	pic := picture(s.Composer, b)
	if pic == nil {
		return
	}
	sh := s.ExhibitSheet(b, b.Words("alt"))
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		unit := b.Words("unit")
		exhibitHead(s, c, b.ID, lineHead(unit), page.SlideLeft, body.W)
		if unit != "" {
			body.Y, body.H = page.SlideHeadBase+12, page.SlideBodyBottom-page.SlideHeadBase-12
		} else if b.Title.Empty() && b.Sticker == "" {
			body.Y, body.H = 64, page.SlideBodyBottom-64
		} else if b.Title.Empty() {
			body.Y, body.H = 82, page.SlideBodyBottom-82
		}
		placed := *pic
		w, h := scene.Pt(pic.Pixels[0]), scene.Pt(pic.Pixels[1])
		scale := min(1, body.W/w, body.H/h)
		placed.Frame = scene.Rect{X: body.X, Y: body.Y, W: w * scale, H: h * scale}
		c.Add(&placed)
	})
}
